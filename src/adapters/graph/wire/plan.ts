import * as v from 'valibot';
import type { BookingPlan } from '#domain/season/bookingPlan.ts';
import { isoDay } from './dateTime.ts';

/** The single-value extended property that carries the plan in the organiser's own copy; it does not travel to the attendee. */
export const planPropertyId = 'String {8b0e1c5a-4d3f-4a57-9c2b-6f1d0e7a9b34} Name MentorMeetingsPlan';

/** For `$expand` of an event: the plan and nothing else. */
export const expandPlan = `singleValueExtendedProperties($filter=id eq '${planPropertyId}')`;

/** A plan of 52 dates, each with a decision, takes about 8,000 characters. */
const longestPlan = 60_000;

const id = v.pipe(v.string(), v.regex(/^[A-Za-z0-9!_.~-]{1,200}$/));
const minute = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1439));
const instant = v.pipe(v.number(), v.integer(), v.minValue(0));
const small = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(1000));

const cadence = v.variant('kind', [
  v.object({ kind: v.literal('weekly'), everyWeeks: v.picklist([1, 2, 3, 4]) }),
  v.object({ kind: v.literal('monthly'), ordinal: v.picklist([1, 2, 3, 4, 'last']), everyMonths: small }),
]);

const plan = v.object({
  version: v.literal(1),
  mentorshipId: id,
  transactionId: id,
  zone: v.pipe(v.string(), v.regex(/^[A-Za-z][A-Za-z0-9_+/-]{1,60}$/)),
  slot: v.object({
    cadence,
    weekday: v.picklist([1, 2, 3, 4, 5, 6, 7]),
    startMinute: minute,
    lengthMinutes: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(1440)),
    phase: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(3)),
  }),
  days: v.pipe(v.array(isoDay), v.minLength(1), v.maxLength(400)),
  decisions: v.pipe(
    v.array(
      v.variant('kind', [
        v.object({ kind: v.literal('keep'), day: isoDay }),
        v.object({ kind: v.literal('skip'), day: isoDay }),
        v.object({ kind: v.literal('move'), day: isoDay, to: v.object({ start: instant, end: instant }) }),
      ]),
    ),
    v.maxLength(400),
  ),
  role: v.picklist(['mentor', 'mentee']),
  seasonNumber: small,
  closed: v.boolean(),
});

export function encodePlan(value: BookingPlan): string {
  return JSON.stringify(value);
}

/** The plan of a stored text, or undefined when it is none of ours, or of a later version. */
export function decodePlan(text: string): BookingPlan | undefined {
  if (text.length > longestPlan) return undefined;
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  const read = v.safeParse(plan, value);
  return read.success ? read.output : undefined;
}
