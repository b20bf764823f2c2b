import { dayNumberOf } from '#domain/time/days.ts';
import type { Weekday } from '#domain/time/types.ts';
import type { Cadence, HoursWithin, InvalidQuery, SeasonQuery } from './types.ts';

export const longestSeasonDays = 52 * 7;

/** What is wrong with a query, before anybody's calendar is looked at; undefined when it is sound. */
export function checkQuery(query: SeasonQuery): InvalidQuery | undefined {
  const problem =
    (query.schedules.length === 0 ? 'no-schedules' : undefined) ??
    problemOfSpan(query) ??
    (isLength(query.lengthMinutes) ? undefined : 'bad-length') ??
    problemOfHours(query.hours) ??
    (isCadence(query.cadence) ? undefined : 'bad-cadence');
  return problem && { kind: 'invalid', problem };
}

function problemOfSpan({ firstDay, lastDay, blackouts }: SeasonQuery): InvalidQuery['problem'] | undefined {
  const first = dayNumberOf(firstDay);
  const last = dayNumberOf(lastDay);
  if (![first, last, ...blackouts.map(dayNumberOf)].every(Number.isFinite)) return 'bad-day';
  if (last < first) return 'ends-before-start';
  return last - first + 1 > longestSeasonDays ? 'longer-than-52-weeks' : undefined;
}

function problemOfHours({
  days,
  earliestMinute,
  latestMinute,
}: HoursWithin): InvalidQuery['problem'] | undefined {
  if (days.length === 0) return 'no-days';
  const isSound =
    days.every(isWeekday) &&
    Number.isInteger(earliestMinute) &&
    Number.isInteger(latestMinute) &&
    earliestMinute >= 0 &&
    earliestMinute < latestMinute &&
    latestMinute <= 1440;
  return isSound ? undefined : 'bad-hours';
}

function isWeekday(day: number): day is Weekday {
  return Number.isInteger(day) && day >= 1 && day <= 7;
}

export function isLength(minutes: number): boolean {
  return Number.isInteger(minutes) && minutes >= 15 && minutes <= 240 && minutes % 15 === 0;
}

export function isCadence(cadence: Cadence): boolean {
  if (cadence.kind === 'weekly') return [1, 2, 3, 4].includes(cadence.everyWeeks);
  return (
    cadence.kind === 'monthly' &&
    [1, 2, 3, 4, 'last'].includes(cadence.ordinal) &&
    Number.isInteger(cadence.everyMonths) &&
    cadence.everyMonths >= 1 &&
    cadence.everyMonths <= 12
  );
}
