import * as fc from 'fast-check';
import { RRuleTemporal } from 'rrule-temporal';
import { Temporal } from 'temporal-polyfill';
import { recurrenceDays } from '#sandbox/graph/recurrenceDays.ts';
import type { Recurrence, RecurrencePattern } from '#sandbox/graph/recurrenceTypes.ts';
import { formatDay, milliInDay, parseDay, type EpochDay } from '#sandbox/graph/time/wallTime.ts';
import { toInstant } from '#sandbox/graph/time/zoneOffsets.ts';
import { isLong } from '#test/support/isLong.ts';
import { recurrencePatterns, recurrenceZones, ruleOf } from '#test/support/recurrencePatterns.ts';

jest.setTimeout(isLong ? 1_800_000 : 30_000);

const day = (text: string): EpochDay => parseDay(text) ?? Number.NaN;
const series = (
  pattern: RecurrencePattern,
  startDay: string,
  end: Recurrence['range']['end'],
): Recurrence => ({
  pattern,
  range: { startDay: day(startDay), end },
});
const dates = (recurrence: Recurrence, from: string, to: string): string[] =>
  recurrenceDays(recurrence, day(from), day(to)).map(formatDay);

describe('the days of a series', () => {
  it('counts every other week from the first day of the week', () => {
    const pattern = { type: 'weekly', interval: 2, days: [0, 1], firstDay: 1 } as const;
    expect(dates(series(pattern, '2027-01-04', { type: 'noEnd' }), '2027-01-01', '2027-02-01')).toEqual([
      '2027-01-04',
      '2027-01-10',
      '2027-01-18',
      '2027-01-24',
    ]);
    const fromSunday = series({ ...pattern, firstDay: 0 }, '2027-01-04', { type: 'noEnd' });
    expect(dates(fromSunday, '2027-01-01', '2027-02-01')).toEqual([
      '2027-01-04',
      '2027-01-17',
      '2027-01-18',
      '2027-01-31',
    ]);
  });

  it('takes the last day of a month that has no such day', () => {
    const monthly = series({ type: 'absoluteMonthly', interval: 1, dayOfMonth: 31 }, '2027-01-31', {
      type: 'numbered',
      count: 4,
    });
    expect(dates(monthly, '2027-01-01', '2028-01-01')).toEqual([
      '2027-01-31',
      '2027-02-28',
      '2027-03-31',
      '2027-04-30',
    ]);
  });

  it('finds the first weekday of a month among several', () => {
    const pattern = { type: 'relativeMonthly', interval: 1, days: [1, 2, 3, 4, 5], index: 1 } as const;
    expect(dates(series(pattern, '2027-01-01', { type: 'noEnd' }), '2027-01-01', '2027-06-01')).toEqual([
      '2027-01-01',
      '2027-02-01',
      '2027-03-01',
      '2027-04-01',
      '2027-05-03',
    ]);
  });

  it('holds the end date in, and a start that does not fit out', () => {
    const pattern = { type: 'weekly', interval: 1, days: [4], firstDay: 1 } as const;
    const end = { type: 'endDate', day: day('2027-01-14') } as const;
    expect(dates(series(pattern, '2027-01-04', end), '2027-01-01', '2028-01-01')).toEqual([
      '2027-01-07',
      '2027-01-14',
    ]);
  });

  it('answers for a window far from the start as for the whole', () => {
    const pattern = { type: 'daily', interval: 3 } as const;
    const whole = dates(series(pattern, '2027-01-04', { type: 'noEnd' }), '2027-01-01', '2031-01-01');
    const late = dates(series(pattern, '2027-01-04', { type: 'noEnd' }), '2030-06-01', '2031-01-01');
    expect(late).toEqual(whole.filter((date) => date >= '2030-06-01'));
  });
});

describe('a time that the clock skips', () => {
  it('is read with the offset before the change, as Outlook shows it an hour later', () => {
    const skipped = (parseDay('2027-03-28') ?? 0) * milliInDay + 2.5 * 3_600_000;
    expect(new Date(toInstant('Europe/Berlin', skipped)).toISOString()).toBe('2027-03-28T01:30:00.000Z');
  });

  it('is the earlier one when it is shown twice', () => {
    const twice = (parseDay('2027-10-31') ?? 0) * milliInDay + 2.5 * 3_600_000;
    expect(new Date(toInstant('Europe/Berlin', twice)).toISOString()).toBe('2027-10-31T00:30:00.000Z');
  });
});

describe('beside an independent library', () => {
  it('gives the same instants for random patterns, ranges, zones and times of day', () => {
    fc.assert(
      fc.property(
        recurrencePatterns,
        recurrenceZones,
        fc.integer({ min: day('2024-01-01'), max: day('2028-12-31') }),
        // From four o'clock: a time that the clock skips is left out there and moved on by Exchange.
        fc.integer({ min: 16, max: 95 }),
        fc.integer({ min: 1, max: 30 }),
        (pattern, zone, startDay, quarter, count) => {
          const minutes = quarter * 15;
          const clock = `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}:00`;
          const ours = recurrenceDays(
            { pattern, range: { startDay, end: { type: 'numbered', count } } },
            startDay,
            day('2300-01-01'),
          ).map((date) => toInstant(zone, date * milliInDay + minutes * 60_000));
          const rule = new RRuleTemporal({
            rruleString: `${ruleOf(pattern)};COUNT=${count}`,
            dtstart: Temporal.PlainDateTime.from(`${formatDay(startDay)}T${clock}`).toZonedDateTime(zone),
            tzid: zone,
          });
          expect(ours).toEqual(rule.all().map((date) => date.epochMilliseconds));
        },
      ),
      { numRuns: isLong ? 30_000 : 300 },
    );
  });

  it('gives the same for a window into an endless series as for its beginning', () => {
    fc.assert(
      fc.property(
        recurrencePatterns,
        fc.integer({ min: day('2024-01-01'), max: day('2026-12-31') }),
        fc.integer({ min: 0, max: 3000 }),
        fc.integer({ min: 1, max: 400 }),
        (pattern, startDay, after, length) => {
          const endless: Recurrence = { pattern, range: { startDay, end: { type: 'noEnd' } } };
          const from = startDay + after;
          const whole = recurrenceDays(endless, startDay, from + length);
          expect(recurrenceDays(endless, from, from + length)).toEqual(whole.filter((date) => date >= from));
        },
      ),
      { numRuns: isLong ? 30_000 : 300 },
    );
  });
});
