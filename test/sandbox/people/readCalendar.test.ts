import fc from 'fast-check';
import { RRuleTemporal } from 'rrule-temporal';
import { Temporal } from 'temporal-polyfill';
import { recurrenceDays } from '#sandbox/graph/recurrenceDays.ts';
import { readRecurrence } from '#sandbox/graph/recurrenceWire.ts';
import { formatDay, parseDay } from '#sandbox/graph/time/wallTime.ts';
import { findZone } from '#sandbox/graph/time/zones.ts';
import { CalendarError } from '#sandbox/people/ics/calendarError.ts';
import { readCalendar } from '#sandbox/people/ics/readCalendar.ts';
import type { SeedEvent } from '#sandbox/types.ts';

const now = Date.UTC(2026, 10, 23);
const dayMilli = 86_400_000;
const horizon = { from: now - 100 * dayMilli, to: now + 500 * dayMilli };

function read(...lines: string[]): readonly SeedEvent[] {
  const text = ['BEGIN:VCALENDAR', 'VERSION:2.0', ...lines, 'END:VCALENDAR', ''].join('\r\n');
  return readCalendar(text, { zone: 'Africa/Johannesburg', nowEpochMilli: now }).entries;
}

function event(...lines: string[]): string[] {
  return ['BEGIN:VEVENT', 'UID:1', 'SUMMARY:Desk', ...lines, 'END:VEVENT'];
}

function problemOf(run: () => unknown): CalendarError {
  try {
    run();
  } catch (error) {
    if (error instanceof CalendarError) return error;
    throw error;
  }
  throw new Error('nothing was refused');
}

describe('reading a calendar file', () => {
  it('keeps a time on the wall of its zone', () => {
    expect(
      read(
        ...event('DTSTART;TZID=Europe/London:20261201T090000', 'DTEND;TZID=Europe/London:20261201T103000'),
      ),
    ).toEqual([
      {
        subject: 'Desk',
        start: { dateTime: '2026-12-01T09:00:00', timeZone: 'Europe/London' },
        end: { dateTime: '2026-12-01T10:30:00', timeZone: 'Europe/London' },
        showAs: 'busy',
      },
    ]);
  });

  it.each([
    ['W. Europe Standard Time', 'W. Europe Standard Time'],
    ['/freeassociation.sourceforge.net/Asia/Kathmandu', 'Asia/Kathmandu'],
    ['America/Argentina/Buenos_Aires', 'America/Argentina/Buenos_Aires'],
  ])('knows the zone %s', (tzid, zone) => {
    expect(read(...event(`DTSTART;TZID=${tzid}:20261201T090000`))[0]?.start.timeZone).toBe(zone);
  });

  it('takes a zone that only the file defines from its offsets', () => {
    const [entry] = read(
      'BEGIN:VTIMEZONE',
      'TZID:Customized Time Zone',
      'BEGIN:STANDARD',
      'DTSTART:16010101T030000',
      'TZOFFSETFROM:+0100',
      'TZOFFSETTO:+0000',
      'RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10',
      'END:STANDARD',
      'BEGIN:DAYLIGHT',
      'DTSTART:16010101T010000',
      'TZOFFSETFROM:+0000',
      'TZOFFSETTO:+0100',
      'RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3',
      'END:DAYLIGHT',
      'END:VTIMEZONE',
      ...event('DTSTART;TZID=Customized Time Zone:20270701T090000'),
    );
    const zone = findZone(entry?.start.timeZone ?? '', 'all')?.iana ?? '';
    const instant = Temporal.PlainDateTime.from('2027-07-01T09:00').toZonedDateTime(zone).epochMilliseconds;
    expect(instant).toBe(Date.UTC(2027, 6, 1, 8));
  });

  it('puts floating times and whole days on the wall of the owner', () => {
    const [floating] = read(...event('DTSTART:20261201T090000', 'DURATION:PT45M'));
    expect([floating?.start.timeZone, floating?.end.dateTime]).toEqual([
      'Africa/Johannesburg',
      '2026-12-01T09:45:00',
    ]);
    const [day] = read(...event('DTSTART;VALUE=DATE:20261201'));
    expect([day?.isAllDay, day?.start.dateTime, day?.end.dateTime]).toEqual([
      true,
      '2026-12-01T00:00:00',
      '2026-12-02T00:00:00',
    ]);
  });

  it.each([
    [['TRANSP:TRANSPARENT'], 'free'],
    [['STATUS:TENTATIVE'], 'tentative'],
    [['X-MICROSOFT-CDO-BUSYSTATUS:OOF'], 'oof'],
    [['X-MICROSOFT-CDO-BUSYSTATUS:WORKINGELSEWHERE', 'TRANSP:OPAQUE'], 'workingElsewhere'],
    [[], 'busy'],
  ])('reads %j as %s', (lines, status) => {
    expect(read(...event('DTSTART:20261201T090000Z', ...lines))[0]?.showAs).toBe(status);
  });

  it('leaves out what is cancelled', () => {
    expect(read(...event('DTSTART:20261201T090000Z', 'STATUS:CANCELLED'))).toEqual([]);
  });

  it('makes a series of a rule that Exchange has, without the dates left out', () => {
    const [series] = read(
      ...event(
        'DTSTART;TZID=Europe/London:20261103T090000',
        'RRULE:FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,TH;UNTIL=20270301T090000Z',
        'EXDATE;TZID=Europe/London:20261117T090000',
        'EXDATE:20261119T090000Z',
        'EXDATE;TZID=Europe/London:20261118T090000',
      ),
    );
    expect(series?.recurrence).toMatchObject({
      pattern: { type: 'weekly', interval: 2, daysOfWeek: ['tuesday', 'thursday'], firstDayOfWeek: 'monday' },
      range: {
        type: 'endDate',
        startDate: '2026-11-03',
        endDate: '2027-03-01',
        recurrenceTimeZone: 'Europe/London',
      },
    });
    expect(series?.cancelledDates).toEqual(['2026-11-17', '2026-11-19']);
  });

  it('ends a series before an UNTIL that lies ahead of the hour on its day', () => {
    const [series] = read(
      ...event('DTSTART;TZID=Europe/London:20261103T090000', 'RRULE:FREQ=DAILY;UNTIL=20261110T085959Z'),
    );
    expect(series?.recurrence?.range['endDate']).toBe('2026-11-09');
  });

  it('puts a moved date where it stands', () => {
    const entries = read(
      ...event('DTSTART;TZID=Europe/London:20261103T090000', 'RRULE:FREQ=WEEKLY;COUNT=4'),
      ...event(
        'RECURRENCE-ID;TZID=Europe/London:20261110T090000',
        'DTSTART;TZID=Europe/London:20261111T140000',
        'DTEND;TZID=Europe/London:20261111T150000',
      ),
    );
    expect(entries).toHaveLength(1);
    expect(entries[0]?.movedDates).toMatchObject([
      { date: '2026-11-10', start: '2026-11-11T14:00:00', end: '2026-11-11T15:00:00' },
    ]);
  });

  it('expands a rule that Exchange does not have', () => {
    const starts = read(
      ...event('DTSTART;TZID=Europe/London:20261031T090000', 'RRULE:FREQ=MONTHLY;BYMONTHDAY=31'),
    ).map((entry) => entry.start.dateTime.slice(0, 10));
    expect(starts).toEqual([
      '2026-10-31',
      '2026-12-31',
      '2027-01-31',
      '2027-03-31',
      '2027-05-31',
      '2027-07-31',
      '2027-08-31',
      '2027-10-31',
      '2027-12-31',
      '2028-01-31',
      '2028-03-31',
    ]);
  });

  it('adds RDATE', () => {
    const starts = read(...event('DTSTART:20261201T090000Z', 'RDATE:20261205T090000Z,20261207T090000Z')).map(
      (entry) => entry.start.dateTime,
    );
    expect(starts).toEqual(['2026-12-01T09:00:00', '2026-12-05T09:00:00', '2026-12-07T09:00:00']);
  });

  it('has the same dates as the rule, whatever Exchange makes of it', () => {
    const rule = fc.oneof(
      fc.record({ freq: fc.constant('DAILY'), interval: fc.integer({ min: 1, max: 9 }) }),
      fc.record({
        freq: fc.constant('WEEKLY'),
        interval: fc.integer({ min: 1, max: 4 }),
        byday: fc.subarray(['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'], { minLength: 1 }),
        wkst: fc.constantFrom('MO', 'SU', 'WE'),
      }),
      fc.record({ freq: fc.constant('MONTHLY'), interval: fc.integer({ min: 1, max: 3 }) }),
      fc.record({
        freq: fc.constant('MONTHLY'),
        interval: fc.integer({ min: 1, max: 3 }),
        byday: fc.constantFrom(['1MO'], ['2TU'], ['-1FR'], ['4WE'], ['5TH']),
      }),
    );
    fc.assert(
      fc.property(rule, fc.integer({ min: 0, max: 59 }), (parts, dayShift) => {
        const start = new Date(Date.UTC(2026, 9, 1 + dayShift)).toISOString().slice(0, 10);
        const text = [
          `FREQ=${parts.freq}`,
          `INTERVAL=${parts.interval}`,
          ...('byday' in parts ? [`BYDAY=${parts.byday.join(',')}`] : []),
          ...('wkst' in parts ? [`WKST=${parts.wkst}`] : []),
        ].join(';');
        const expected = new RRuleTemporal({
          rruleString: `RRULE:${text}`,
          dtstart: Temporal.PlainDateTime.from(`${start}T10:00`).toZonedDateTime('Europe/London'),
          includeDtstart: true,
        })
          .between(new Date(horizon.from), new Date(horizon.to), true)
          .map((date) => date.toPlainDate().toString());
        const entries = read(
          ...event(`DTSTART;TZID=Europe/London:${start.replaceAll('-', '')}T100000`, `RRULE:${text}`),
        );
        const days = entries.flatMap((entry) => {
          const day = parseDay(entry.start.dateTime.slice(0, 10)) ?? Number.NaN;
          if (entry.recurrence === undefined) return [day];
          const last = parseDay(new Date(horizon.to).toISOString().slice(0, 10)) ?? Number.NaN;
          return recurrenceDays(readRecurrence(entry.recurrence, day, 0), day, last);
        });
        expect(days.map(formatDay)).toEqual(expected);
      }),
      { numRuns: 150 },
    );
  });
});

describe('a calendar file that is wrong', () => {
  const good = event('DTSTART:20261201T090000Z');

  it.each<[string, string, number]>([
    ['text that is no calendar', 'hello\r\n', 1],
    ['an empty file', '', 1],
    ['a file that is cut short', 'BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:1', 3],
    ['parts that do not close each other', 'BEGIN:VCALENDAR\nBEGIN:VEVENT\nEND:VTODO\nEND:VCALENDAR', 3],
  ])('is refused with the line: %s', (_what, text, line) => {
    expect(problemOf(() => readCalendar(text, { zone: 'UTC', nowEpochMilli: now })).line).toBe(line);
  });

  it.each<[string, string[]]>([
    ['no start', event('DTEND:20261201T090000Z')],
    ['a start that is no time', event('DTSTART:tomorrow')],
    ['an end before the start', event('DTSTART:20261201T090000Z', 'DTEND:20261201T080000Z')],
    ['a zone nobody knows', event('DTSTART;TZID=Atlantis:20261201T090000')],
    ['a rule that makes no sense', event('DTSTART:20261201T090000Z', 'RRULE:FREQ=SOMETIMES')],
    ['a line without a colon', event('DTSTART:20261201T090000Z', 'NONSENSE')],
    ['far too many dates', event('DTSTART:20261201T090000Z', 'RRULE:FREQ=MINUTELY')],
  ])('is refused as a whole: %s', (_what, lines) => {
    const before = good.map((line) => line.replace('UID:1', 'UID:0'));
    const problem = problemOf(() => read(...before, ...lines));
    expect(problem.line).toBeGreaterThan(3 + before.length - 1);
    expect(problem.message).toMatch(/^line \d+: .{10,}\.$/);
  });
});
