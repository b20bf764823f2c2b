import * as fc from 'fast-check';
import type { RecurrencePattern, WeekIndex, Weekday } from '#sandbox/graph/recurrenceTypes.ts';

const dayNames = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA'];

const weekday = fc.constantFrom<Weekday>(0, 1, 2, 3, 4, 5, 6);
const weekdays = fc.uniqueArray(weekday, { minLength: 1, maxLength: 7 });
const index = fc.constantFrom<WeekIndex>(1, 2, 3, 4, -1);
const interval = fc.integer({ min: 1, max: 6 });
/** Every kind of pattern that Graph knows. */
export const recurrencePatterns: fc.Arbitrary<RecurrencePattern> = fc.oneof(
  fc.record({ type: fc.constant('daily' as const), interval }),
  fc.record({ type: fc.constant('weekly' as const), interval, days: weekdays, firstDay: weekday }),
  fc.record({
    type: fc.constant('absoluteMonthly' as const),
    interval,
    dayOfMonth: fc.integer({ min: 1, max: 31 }),
  }),
  fc.record({ type: fc.constant('relativeMonthly' as const), interval, days: weekdays, index }),
  fc.record({
    type: fc.constant('absoluteYearly' as const),
    interval: fc.integer({ min: 1, max: 3 }),
    month: fc.integer({ min: 1, max: 12 }),
    dayOfMonth: fc.integer({ min: 1, max: 31 }),
  }),
  fc.record({
    type: fc.constant('relativeYearly' as const),
    interval: fc.integer({ min: 1, max: 3 }),
    month: fc.integer({ min: 1, max: 12 }),
    days: weekdays,
    index,
  }),
);
/** Zones with clocks of all kinds: none, both hemispheres, half an hour, a day left out. */
export const recurrenceZones = fc.constantFrom(
  'UTC',
  'Europe/Berlin',
  'America/New_York',
  'Australia/Lord_Howe',
  'Asia/Kolkata',
  'America/Sao_Paulo',
  'Pacific/Apia',
);

function inMonth(dayOfMonth: number): string {
  if (dayOfMonth <= 28) return `BYMONTHDAY=${dayOfMonth}`;
  const days = Array.from({ length: dayOfMonth - 27 }, (_, more) => 28 + more);
  return `BYMONTHDAY=${days.join(',')};BYSETPOS=-1`;
}

/** The same rule for the independent library. A day past a month's end is written as "the last of 28 to n". */
export function ruleOf(pattern: RecurrencePattern): string {
  const days = 'days' in pattern ? pattern.days.map((number) => dayNames[number]).join(',') : '';
  switch (pattern.type) {
    case 'daily':
      return `FREQ=DAILY;INTERVAL=${pattern.interval}`;
    case 'weekly':
      return `FREQ=WEEKLY;INTERVAL=${pattern.interval};BYDAY=${days};WKST=${dayNames[pattern.firstDay] ?? ''}`;
    case 'absoluteMonthly':
      return `FREQ=MONTHLY;INTERVAL=${pattern.interval};${inMonth(pattern.dayOfMonth)}`;
    case 'relativeMonthly':
      return `FREQ=MONTHLY;INTERVAL=${pattern.interval};BYDAY=${days};BYSETPOS=${pattern.index}`;
    case 'absoluteYearly':
      return `FREQ=YEARLY;INTERVAL=${pattern.interval};BYMONTH=${pattern.month};${inMonth(pattern.dayOfMonth)}`;
    case 'relativeYearly':
    default:
      return `FREQ=YEARLY;INTERVAL=${pattern.interval};BYMONTH=${pattern.month};BYDAY=${days};BYSETPOS=${pattern.index}`;
  }
}
