import * as fc from 'fast-check';
import {
  datesOfRange,
  encodeRecurrence,
  seriesRangeOf,
  wireRecurrence,
} from '#adapters/graph/wire/recurrence.ts';
import { datesOf, seriesRange } from '#domain/season/datesOf.ts';
import type { SeasonSlot } from '#domain/season/types.ts';
import { addDays } from '#domain/time/days.ts';
import * as v from 'valibot';

const thursdays: SeasonSlot = {
  cadence: { kind: 'weekly', everyWeeks: 2 },
  weekday: 4,
  startMinute: 780,
  lengthMinutes: 60,
  phase: 0,
};

const cadences = fc.oneof(
  fc.record({
    kind: fc.constant('weekly' as const),
    everyWeeks: fc.constantFrom(1 as const, 2 as const, 3 as const, 4 as const),
  }),
  fc.record({
    kind: fc.constant('monthly' as const),
    ordinal: fc.constantFrom(1 as const, 2 as const, 3 as const, 4 as const, 'last' as const),
    everyMonths: fc.integer({ min: 1, max: 3 }),
  }),
);
const slots = fc.record({
  cadence: cadences,
  weekday: fc.constantFrom(
    1 as const,
    2 as const,
    3 as const,
    4 as const,
    5 as const,
    6 as const,
    7 as const,
  ),
  startMinute: fc.constant(600),
  lengthMinutes: fc.constant(60),
  phase: fc.constant(0),
});
const startDays = fc.integer({ min: 0, max: 1500 }).map((days) => addDays('2026-01-01', days));

const read = (pattern: object, range: object) => seriesRangeOf(v.parse(wireRecurrence, { pattern, range }));
const weekly = {
  type: 'weekly',
  interval: 1,
  daysOfWeek: ['monday'],
  month: 0,
  dayOfMonth: 0,
  index: 'first',
};
const until = (endDate: string) => ({
  type: 'endDate',
  startDate: '2027-01-04',
  endDate,
  numberOfOccurrences: 0,
});

describe('the recurrence of a series', () => {
  it('is what Graph documents for every other week', () => {
    expect(
      encodeRecurrence({
        slot: thursdays,
        days: ['2027-01-14', '2027-01-28', '2027-02-11'],
        zone: 'Europe/London',
      }),
    ).toEqual({
      pattern: { type: 'weekly', interval: 2, daysOfWeek: ['thursday'], firstDayOfWeek: 'monday' },
      range: {
        type: 'endDate',
        startDate: '2027-01-14',
        endDate: '2027-02-11',
        recurrenceTimeZone: 'GMT Standard Time',
      },
    });
  });

  it('is what Graph documents for the last Friday of a month', () => {
    const slot: SeasonSlot = {
      ...thursdays,
      weekday: 5,
      cadence: { kind: 'monthly', ordinal: 'last', everyMonths: 1 },
    };
    expect(
      encodeRecurrence({ slot, days: ['2027-01-29', '2027-02-26'], zone: 'Asia/Kolkata' }),
    ).toMatchObject({
      pattern: { type: 'relativeMonthly', interval: 1, daysOfWeek: ['friday'], index: 'last' },
      range: { recurrenceTimeZone: 'India Standard Time' },
    });
  });

  it('comes back as it was, with all its dates', () => {
    fc.assert(
      fc.property(slots, startDays, fc.integer({ min: 100, max: 364 }), (slot, firstDay, length) => {
        const days = datesOf(slot, { firstDay, lastDay: addDays(firstDay, length) });
        fc.pre(days.length > 0);
        const wire = encodeRecurrence({ slot, days, zone: 'Europe/London' });
        const range = seriesRangeOf(v.parse(wireRecurrence, JSON.parse(JSON.stringify(wire))));
        expect(range).toEqual(seriesRange(slot, days));
        expect(range && datesOfRange(range)).toEqual(days);
      }),
    );
  });

  it('is read past the fillers that Graph sends back', () => {
    expect(read(weekly, until('2027-01-20'))).toEqual({
      cadence: { kind: 'weekly', everyWeeks: 1 },
      firstDay: '2027-01-04',
      lastDay: '2027-01-18',
    });
  });

  it('is counted out when it ends after a number of times', () => {
    expect(
      read(weekly, {
        type: 'numbered',
        startDate: '2027-01-04',
        endDate: '0001-01-01',
        numberOfOccurrences: 3,
      })?.lastDay,
    ).toBe('2027-01-18');
  });

  it('begins with the first day that fits', () => {
    expect(read({ ...weekly, daysOfWeek: ['Wednesday'] }, until('2027-01-20'))?.firstDay).toBe('2027-01-06');
  });

  it.each<[string, object, object]>([
    ['daily', { ...weekly, type: 'daily' }, until('2027-02-01')],
    ['on two days', { ...weekly, daysOfWeek: ['monday', 'friday'] }, until('2027-02-01')],
    ['endless', weekly, { type: 'noEnd', startDate: '2027-01-04', endDate: '0001-01-01' }],
    ['of five weeks', { ...weekly, interval: 5 }, until('2027-02-01')],
    ['ended before it began', weekly, until('2026-02-01')],
    ['a hundred years long', weekly, until('2127-02-01')],
    ['without a real day', weekly, { ...until('2027-02-31') }],
    ['numbered without number', weekly, { type: 'numbered', startDate: '2027-01-04' }],
  ])('is none of ours when %s', (_, pattern, range) => {
    expect(read(pattern, range)).toBeUndefined();
  });

  it('needs a date', () => {
    expect(() => encodeRecurrence({ slot: thursdays, days: [], zone: 'UTC' })).toThrow(RangeError);
  });
});
