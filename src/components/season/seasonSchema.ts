import * as v from 'valibot';
import type { SeasonChoice } from '#domain/season/seasonChoice.ts';
import { isIsoDay } from '#domain/time/days.ts';
import type { IsoDay } from '#domain/time/types.ts';

/** Schemas of what is kept of a season between openings: what a device remembers may be years old, or somebody's work. */

export const daySchema = v.custom<IsoDay>((value) => typeof value === 'string' && isIsoDay(value));
export const minuteSchema = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1440));
export const weekdaySchema = v.picklist([1, 2, 3, 4, 5, 6, 7]);

export const cadenceSchema = v.variant('kind', [
  v.object({ kind: v.literal('weekly'), everyWeeks: v.picklist([1, 2, 3, 4]) }),
  v.object({
    kind: v.literal('monthly'),
    ordinal: v.picklist([1, 2, 3, 4, 'last']),
    everyMonths: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(6)),
  }),
]);

export const seasonSchema = v.pipe(
  v.object({
    cadence: cadenceSchema,
    lengthMinutes: v.pipe(v.number(), v.integer(), v.minValue(15), v.maxValue(240), v.multipleOf(15)),
    start: v.optional(daySchema),
    span: v.variant('kind', [
      v.object({ kind: v.literal('preset'), id: v.picklist(['term', 'threeMonths', 'halfYear', 'year']) }),
      v.object({ kind: v.literal('meetings'), meetings: v.number() }),
    ]),
    place: v.variant('kind', [
      v.object({ kind: v.literal('teams') }),
      v.object({ kind: v.literal('words'), text: v.pipe(v.string(), v.maxLength(400)) }),
      v.object({ kind: v.literal('open') }),
    ]),
    hours: v.optional(
      v.object({
        days: v.array(weekdaySchema),
        earliestMinute: minuteSchema,
        latestMinute: minuteSchema,
      }),
    ),
    blackouts: v.array(daySchema),
  }),
  v.transform((season): SeasonChoice => ({ ...season, start: season.start, hours: season.hours })),
);
