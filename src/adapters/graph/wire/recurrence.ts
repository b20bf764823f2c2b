import * as v from 'valibot';
import type { BookingPlan, SeriesRange } from '#domain/season/bookingPlan.ts';
import { datesOf } from '#domain/season/datesOf.ts';
import type { Cadence, Ordinal } from '#domain/season/types.ts';
import { addDays, isIsoDay, weekdayOf } from '#domain/time/days.ts';
import type { IsoDay, Weekday } from '#domain/time/types.ts';
import { exchangeZoneOf } from './zoneNames.ts';

/** Graph patternedRecurrence, with the members only that its type needs: any other is checked by the service all the same. */
export interface WireRecurrence {
  readonly pattern:
    | {
        readonly type: 'weekly';
        readonly interval: number;
        readonly daysOfWeek: readonly string[];
        readonly firstDayOfWeek: string;
      }
    | {
        readonly type: 'relativeMonthly';
        readonly interval: number;
        readonly daysOfWeek: readonly string[];
        readonly index: string;
      };
  readonly range: {
    readonly type: 'endDate';
    readonly startDate: IsoDay;
    readonly endDate: IsoDay;
    readonly recurrenceTimeZone: string;
  };
}

const weekdayNames = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;
const ordinals: readonly (readonly [Ordinal, string])[] = [
  [1, 'first'],
  [2, 'second'],
  [3, 'third'],
  [4, 'fourth'],
  ['last', 'last'],
];

/** The recurrence of a plan. It begins on the first of its days, as Graph demands of a series' start, and ends on the last. */
export function encodeRecurrence(plan: Pick<BookingPlan, 'slot' | 'days' | 'zone'>): WireRecurrence {
  const { slot, days, zone } = plan;
  const [startDate] = days;
  const endDate = days.at(-1);
  if (startDate === undefined || endDate === undefined) throw new RangeError('a plan without a date');
  const daysOfWeek = [weekdayNames[slot.weekday - 1] ?? 'monday'];
  const range = { type: 'endDate', startDate, endDate, recurrenceTimeZone: exchangeZoneOf(zone) } as const;
  const { cadence } = slot;
  if (cadence.kind === 'weekly') {
    // With one weekday, the first day of the week does not change which weeks are meant, but the resource page requires it.
    return {
      pattern: { type: 'weekly', interval: cadence.everyWeeks, daysOfWeek, firstDayOfWeek: 'monday' },
      range,
    };
  }
  const index = ordinals.find(([ordinal]) => ordinal === cadence.ordinal)?.[1] ?? 'first';
  return { pattern: { type: 'relativeMonthly', interval: cadence.everyMonths, daysOfWeek, index }, range };
}

/** A series' recurrence as read. Unused members come back with fillers, so they are looked at only where the type has them. */
export const wireRecurrence = v.object({
  pattern: v.object({
    type: v.string(),
    interval: v.optional(v.nullable(v.number())),
    daysOfWeek: v.optional(v.nullable(v.array(v.string()))),
    index: v.optional(v.nullable(v.string())),
  }),
  range: v.object({
    type: v.string(),
    startDate: v.string(),
    endDate: v.optional(v.nullable(v.string())),
    numberOfOccurrences: v.optional(v.nullable(v.number())),
    recurrenceTimeZone: v.optional(v.nullable(v.string())),
  }),
});

export type ReadRecurrence = v.InferOutput<typeof wireRecurrence>;

/**
 * The series as a season knows it; undefined when somebody made it into something that no season is (daily, several weekdays, endless, longer
 * than ten years).
 */
export function seriesRangeOf({ pattern, range }: ReadRecurrence): SeriesRange | undefined {
  const { startDate } = range;
  const names = pattern.daysOfWeek ?? [];
  const weekday = weekdayNamed(names[0]);
  const cadence = cadenceOf(pattern);
  if (!isIsoDay(startDate) || names.length !== 1 || weekday === undefined || cadence === undefined)
    return undefined;
  const slot = { cadence, weekday, phase: 0 };
  const latest = addDays(startDate, 3660);
  if (range.type === 'endDate' && typeof range.endDate === 'string' && isIsoDay(range.endDate)) {
    if (range.endDate > latest) return undefined;
    return rangeOf(cadence, datesOf(slot, { firstDay: startDate, lastDay: range.endDate }));
  }
  const count = range.numberOfOccurrences ?? 0;
  const days = datesOf(slot, { firstDay: startDate, lastDay: latest });
  return range.type === 'numbered' && count >= 1 && count <= days.length
    ? rangeOf(cadence, days.slice(0, count))
    : undefined;
}

/** All dates of a series by the arithmetic of its recurrence, before any was moved or left out. */
export function datesOfRange({ cadence, firstDay, lastDay }: SeriesRange): readonly IsoDay[] {
  return datesOf({ cadence, weekday: weekdayOf(firstDay), phase: 0 }, { firstDay, lastDay });
}

function rangeOf(cadence: Cadence, days: readonly IsoDay[]): SeriesRange | undefined {
  const [firstDay] = days;
  const lastDay = days.at(-1);
  return firstDay === undefined || lastDay === undefined ? undefined : { cadence, firstDay, lastDay };
}

function cadenceOf(pattern: ReadRecurrence['pattern']): Cadence | undefined {
  const interval = pattern.interval ?? 1;
  if (pattern.type === 'weekly')
    return interval === 1 || interval === 2 || interval === 3 || interval === 4
      ? { kind: 'weekly', everyWeeks: interval }
      : undefined;
  const ordinal = ordinals.find(([, name]) => name === (pattern.index ?? 'first'))?.[0];
  return pattern.type === 'relativeMonthly' && ordinal !== undefined && interval >= 1 && interval <= 12
    ? { kind: 'monthly', ordinal, everyMonths: interval }
    : undefined;
}

function weekdayNamed(name: string | undefined): Weekday | undefined {
  const number = weekdayNames.findIndex((each) => each === name?.toLowerCase()) + 1;
  return ([1, 2, 3, 4, 5, 6, 7] as const).find((weekday) => weekday === number);
}
