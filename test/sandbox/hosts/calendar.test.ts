import fc from 'fast-check';
import { readEvent, type CalendarEvent } from '#sandbox/hosts/browser/calendar/calendarEvent.ts';
import { placeInColumns } from '#sandbox/hosts/browser/calendar/placeInColumns.ts';
import {
  formatTimes,
  mondayOf,
  readWall,
  wallAt,
  writeWall,
} from '#sandbox/hosts/browser/calendar/wallClock.ts';

function event(start: string, end: string): CalendarEvent {
  return readEvent({ id: start + end, start: { dateTime: start }, end: { dateTime: end } });
}

describe('the calendar of a host page', () => {
  it('reads wall times as they are written, without a zone', () => {
    expect(writeWall(readWall('2027-03-28T01:30:00.0000000'))).toBe('2027-03-28T01:30:00');
    expect(wallAt(Date.UTC(2026, 10, 23, 23, 30), 'Africa/Johannesburg')).toBe(
      readWall('2026-11-24T01:30:00'),
    );
    expect(wallAt(Date.UTC(2026, 10, 24), 'Europe/London')).toBe(readWall('2026-11-24T00:00:00'));
  });

  it('begins weeks on Monday', () => {
    for (const day of ['23', '26', '29'])
      expect(writeWall(mondayOf(readWall(`2026-11-${day}T15:00:00`)))).toBe('2026-11-23T00:00:00');
  });

  it('says times with a word between them', () => {
    expect(formatTimes(readWall('2026-11-23T09:00:00'), readWall('2026-11-23T10:30:00'))).toBe(
      '09:00 to 10:30',
    );
  });

  it('shows texts for whatever an event leaves out', () => {
    expect(event('2026-11-23T09:00:00', '2026-11-23T10:00:00')).toMatchObject({
      subject: '(no subject)',
      attendees: [],
      bodyText: '',
      seriesId: undefined,
    });
  });

  it('puts overlapping events beside each other and others in full width', () => {
    const events = [
      event('2026-11-23T09:00:00', '2026-11-23T11:00:00'),
      event('2026-11-23T10:00:00', '2026-11-23T12:00:00'),
      event('2026-11-23T11:00:00', '2026-11-23T12:00:00'),
      event('2026-11-23T13:00:00', '2026-11-23T14:00:00'),
    ];
    expect(placeInColumns(events).map(({ column, columns }) => [column, columns])).toEqual([
      [0, 2],
      [1, 2],
      [0, 2],
      [0, 1],
    ]);
  });

  it('never lets two events share a place', () => {
    const minutes = fc.integer({ min: 0, max: 600 });
    fc.assert(
      fc.property(
        fc.array(fc.tuple(minutes, fc.integer({ min: 1, max: 180 })), { maxLength: 12 }),
        (spans) => {
          const base = readWall('2026-11-23T08:00:00');
          const placed = placeInColumns(
            spans.map(([from, length]) =>
              event(writeWall(base + from * 60_000), writeWall(base + (from + length) * 60_000)),
            ),
          );
          expect(placed).toHaveLength(spans.length);
          const clashes = placed.flatMap((a, index) =>
            placed
              .slice(index + 1)
              .filter(
                (b) => a.column === b.column && a.event.start < b.event.end && b.event.start < a.event.end,
              ),
          );
          expect(clashes).toEqual([]);
          for (const { column, columns } of placed) expect(column).toBeLessThan(columns);
        },
      ),
    );
  });
});
