import fc from 'fast-check';
import { DateTime } from 'luxon';
import { daysOfMonths, datesOf, phasesOf, seasonMonths, seriesRange } from '#domain/season/datesOf.ts';
import type { Cadence, Ordinal, SeasonSlot } from '#domain/season/types.ts';
import { dayNumberOf, isoDay } from '#domain/time/days.ts';
import type { IsoDay } from '#domain/time/types.ts';
import { slot } from './seasonBuilders.ts';

function monthly(ordinal: Ordinal, everyMonths = 1): Cadence {
  return { kind: 'monthly', ordinal, everyMonths };
}

function dates(
  cadence: Cadence,
  weekday: SeasonSlot['weekday'],
  firstDay: IsoDay,
  lastDay: IsoDay,
  phase = 0,
): readonly IsoDay[] {
  return datesOf({ cadence, weekday, phase }, { firstDay, lastDay });
}

describe('the dates of a slot', () => {
  it('are in both phases of every two weeks, each seven days after the other', () => {
    const everyTwo: Cadence = { kind: 'weekly', everyWeeks: 2 };
    expect(dates(everyTwo, 3, '2027-03-01', '2027-03-31')).toEqual([
      '2027-03-03',
      '2027-03-17',
      '2027-03-31',
    ]);
    expect(dates(everyTwo, 3, '2027-03-01', '2027-03-31', 1)).toEqual(['2027-03-10', '2027-03-24']);
  });

  it('count weeks from the first day of the season, not from Monday', () => {
    expect(dates({ kind: 'weekly', everyWeeks: 2 }, 1, '2027-03-04', '2027-03-31')).toEqual([
      '2027-03-08',
      '2027-03-22',
    ]);
  });

  it('are the last weekday where a month has five and where it has four', () => {
    expect(dates(monthly('last'), 2, '2027-03-01', '2027-05-31')).toEqual([
      '2027-03-30',
      '2027-04-27',
      '2027-05-25',
    ]);
    expect(dates(monthly(4), 2, '2027-03-01', '2027-05-31')).toEqual([
      '2027-03-23',
      '2027-04-27',
      '2027-05-25',
    ]);
  });

  it('begin with the first such date in the season, and go on every so many months from there', () => {
    expect(dates(monthly(1, 2), 1, '2026-12-10', '2027-06-01')).toEqual([
      '2027-01-04',
      '2027-03-01',
      '2027-05-03',
    ]);
  });

  it('are found on the leap day and over the end of the year', () => {
    expect(dates(monthly('last'), 2, '2028-02-01', '2028-02-29')).toEqual(['2028-02-29']);
    expect(dates({ kind: 'weekly', everyWeeks: 1 }, 5, '2026-12-31', '2027-01-08')).toEqual([
      '2027-01-01',
      '2027-01-08',
    ]);
  });

  it('are none for a cadence, phase or weekday that is none, and the search for them ends', () => {
    const strange: readonly Cadence[] = [
      { kind: 'weekly', everyWeeks: 0 as 1 },
      { kind: 'weekly', everyWeeks: -1 as 1 },
      { kind: 'weekly', everyWeeks: Number.NaN as 1 },
      monthly(1, 0),
      monthly(5 as 4),
    ];
    for (const cadence of strange) expect(dates(cadence, 1, '2027-03-01', '2027-03-31')).toEqual([]);
    const weekly: Cadence = { kind: 'weekly', everyWeeks: 1 };
    expect(dates(weekly, 1, '2027-03-01', '2027-03-31', -3)).toEqual([]);
    expect(dates(weekly, 8 as 7, '2027-03-01', '2027-03-31')).toEqual([]);
    expect(dates(weekly, 1, '2027-02-30', '2027-03-31')).toEqual([]);
    expect(dates(weekly, 1, '2027-03-31', '2027-03-01')).toEqual([]);
  });

  it('are those that luxon finds day by day', () => {
    const cadences = fc.oneof(
      fc.record({
        kind: fc.constant('weekly' as const),
        everyWeeks: fc.constantFrom<1 | 2 | 3 | 4>(1, 2, 3, 4),
      }),
      fc.constantFrom<Ordinal>(1, 2, 3, 4, 'last').map((ordinal) => monthly(ordinal)),
    );
    fc.assert(
      fc.property(
        cadences,
        fc.constantFrom(1, 2, 3, 4, 5, 6, 7),
        fc.integer({ min: 0, max: 30_000 }),
        fc.integer({ min: 0, max: 363 }),
        (cadence, weekday, first, more) => {
          const firstDay = isoDay(first);
          const found = Array.from({ length: phasesOf(cadence) }, (_, phase) =>
            dates(cadence, weekday as 1, firstDay, isoDay(first + more), phase),
          );
          const start = DateTime.fromISO(firstDay, { zone: 'utc' });
          const expected = found.map((): (string | null)[] => []);
          for (let index = 0; index <= more; index++) {
            const day = start.plus({ days: index });
            const isNth =
              cadence.kind === 'weekly' ||
              (cadence.ordinal === 'last'
                ? day.plus({ weeks: 1 }).month !== day.month
                : Math.ceil(day.day / 7) === cadence.ordinal);
            const phase = cadence.kind === 'weekly' ? Math.floor(index / 7) % cadence.everyWeeks : 0;
            if (day.weekday === weekday && isNth) expected[phase]?.push(day.toISODate());
          }
          expect(found).toEqual(expected);
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe('the days of a season', () => {
  it('are all written out, over months and years', () => {
    for (const [first, count] of [
      ['2027-12-15', 90],
      ['2028-02-29', 1],
      ['2027-03-01', 364],
    ] as const) {
      const firstDay = dayNumberOf(first);
      const days = daysOfMonths(seasonMonths(firstDay, count), firstDay, count);
      expect(days).toEqual(Array.from({ length: count }, (_, day) => isoDay(firstDay + day)));
    }
  });
});

describe('the recurrence of a slot', () => {
  it('goes from its first day to its last, and needs one', () => {
    expect(seriesRange(slot(2, 600), ['2027-03-02', '2027-03-09', '2027-03-16'])).toEqual({
      cadence: { kind: 'weekly', everyWeeks: 1 },
      firstDay: '2027-03-02',
      lastDay: '2027-03-16',
    });
    expect(() => seriesRange(slot(2, 600), [])).toThrow(RangeError);
  });
});
