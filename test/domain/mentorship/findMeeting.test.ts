import { findMeeting, type MeetingClues } from '#domain/mentorship/findMeeting.ts';
import type { SeenOccurrence, SeenSeries } from '#domain/mentorship/types.ts';
import { addDays } from '#domain/time/days.ts';
import type { IsoDay } from '#domain/time/types.ts';
import { toInstant } from '#domain/time/wallClock.ts';

const zone = 'Europe/London';
const now = Date.UTC(2026, 10, 29, 10);
const person = (address: string) => ({
  name: address,
  address,
  response: 'accepted' as const,
  proposedStart: undefined,
  proposedEnd: undefined,
});
const morgan = 'morgan@example.org';
const dana = 'dana@example.org';
const days = Array.from({ length: 8 }, (_, index) => addDays('2026-09-10', index * 14));

function series(id: string, more: Partial<SeenSeries> = {}): SeenSeries {
  return {
    id,
    isOrganizer: true,
    organizer: person(morgan),
    attendees: [person(dana)],
    ownResponse: 'organizer',
    isCancelled: false,
    link: { mentorshipId: 'm-1' },
    zone,
    range: {
      cadence: { kind: 'weekly', everyWeeks: 2 },
      firstDay: '2026-09-10',
      lastDay: '2026-12-17',
    },
    startMinute: 840,
    lengthMinutes: 60,
    plan: undefined,
    ...more,
  };
}

const at = (day: IsoDay, minuteOfDay = 840): number => toInstant({ day, minuteOfDay }, zone);

function dates(seriesId: string, moved: Readonly<Record<string, number>> = {}): readonly SeenOccurrence[] {
  return days.map((day) => {
    const start = moved[day] ?? at(day);
    return {
      id: `${seriesId} ${day}`,
      seriesId,
      originalDay: day,
      start,
      end: start + 3_600_000,
      isException: moved[day] !== undefined,
      isCancelled: false,
      ownResponse: 'organizer',
      attendees: [],
    };
  });
}

const seen = { series: [series('s-1')], occurrences: dates('s-1') };
const nothing: MeetingClues = {
  part: 'unknown',
  start: undefined,
  isAllDay: false,
  people: [morgan, dana],
  linkedId: undefined,
  seriesId: undefined,
  itemId: undefined,
};
const december = at('2026-12-03');

describe('the meeting of an event', () => {
  it('is told by the link in its body, whatever its ids are', () => {
    const found = findMeeting(
      { ...nothing, part: 'date', start: december, linkedId: 'm-1', itemId: 'other', seriesId: 'elsewhere' },
      seen,
      now,
    );
    expect(found).toMatchObject({ kind: 'date', by: 'link', occurrence: { originalDay: '2026-12-03' } });
  });

  it('is told by the series where the link is gone', () => {
    const found = findMeeting({ ...nothing, part: 'date', start: december, seriesId: 's-1' }, seen, now);
    expect(found).toMatchObject({ kind: 'date', by: 'series', occurrence: { originalDay: '2026-12-03' } });
  });

  it('is likely where time and people agree, and nothing else is known', () => {
    const found = findMeeting({ ...nothing, start: december }, seen, now);
    expect(found).toMatchObject({ kind: 'date', by: 'people', occurrence: { originalDay: '2026-12-03' } });
  });

  it('is none with other people, at another time, or all day', () => {
    expect(findMeeting({ ...nothing, start: december, people: [morgan] }, seen, now).kind).toBe('none');
    expect(findMeeting({ ...nothing, start: december + 900_000 }, seen, now).kind).toBe('none');
    expect(findMeeting({ ...nothing, start: december, isAllDay: true }, seen, now).kind).toBe('none');
    expect(findMeeting(nothing, seen, now).kind).toBe('none');
  });

  it('stays what it is after a move, from either time', () => {
    const moved = { ...seen, occurrences: dates('s-1', { '2026-12-03': at('2026-12-08', 600) }) };
    const clues: MeetingClues = { ...nothing, part: 'date', linkedId: 'm-1' };
    for (const start of [at('2026-12-08', 600), december])
      expect(findMeeting({ ...clues, start }, moved, now)).toMatchObject({
        kind: 'date',
        occurrence: { originalDay: '2026-12-03' },
      });
  });

  it('is found in the series that was made again, before the one called off', () => {
    const again = {
      series: [series('s-0', { isCancelled: true }), series('s-1')],
      occurrences: [...dates('s-0').map((each) => ({ ...each, isCancelled: true })), ...dates('s-1')],
    };
    const found = findMeeting({ ...nothing, part: 'date', start: december, linkedId: 'm-1' }, again, now);
    expect(found).toMatchObject({ kind: 'date', series: { id: 's-1' } });
  });

  it('is the whole season, its next date first, when the series was opened', () => {
    const found = findMeeting(
      { ...nothing, part: 'series', start: at('2026-09-10'), linkedId: 'm-1', itemId: 's-1' },
      seen,
      now,
    );
    expect(found).toMatchObject({ kind: 'series', why: 'opened' });
    const order = found.kind === 'series' ? found.occurrences.map(({ originalDay }) => originalDay) : [];
    expect(order.slice(0, 3)).toEqual(['2026-12-03', '2026-12-17', '2026-11-19']);
  });

  it('is asked for where a client gives only the series’ id and its first time', () => {
    const found = findMeeting(
      { ...nothing, start: at('2026-09-10'), linkedId: 'm-1', itemId: 's-1', seriesId: 's-1' },
      seen,
      now,
    );
    expect(found).toMatchObject({ kind: 'series', why: 'unclear' });
  });

  it('is sure where such a client gives the date’s own time', () => {
    const found = findMeeting(
      { ...nothing, start: december, linkedId: 'm-1', itemId: 's-1', seriesId: 's-1' },
      seen,
      now,
    );
    expect(found).toMatchObject({ kind: 'date', occurrence: { originalDay: '2026-12-03' } });
  });

  it('is refused where the link names somebody else’s mentorship, even at one’s own meeting’s time', () => {
    const found = findMeeting({ ...nothing, part: 'date', start: december, linkedId: 'm-9' }, seen, now);
    expect(found).toEqual({ kind: 'foreign' });
  });

  it('is one outside the season where the link is there and no date is', () => {
    const found = findMeeting(
      { ...nothing, part: 'single', start: at('2026-12-01', 735), linkedId: 'm-1' },
      seen,
      now,
    );
    expect(found).toEqual({ kind: 'single', mentorshipId: 'm-1' });
  });

  it('says so when the season has no date left in the calendar', () => {
    const found = findMeeting(
      { ...nothing, part: 'series', start: december, linkedId: 'm-1' },
      { ...seen, occurrences: [] },
      now,
    );
    expect(found).toMatchObject({ kind: 'empty', series: { id: 's-1' } });
  });

  it('proposes the nearest date for a time that no date has', () => {
    const found = findMeeting(
      { ...nothing, part: 'date', start: at('2026-12-04', 600), linkedId: 'm-1' },
      seen,
      now,
    );
    expect(found).toMatchObject({
      kind: 'series',
      why: 'unclear',
      occurrences: [{ originalDay: '2026-12-03' }, {}, {}, {}, {}, {}, {}, {}],
    });
  });
});
