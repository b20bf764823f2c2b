import {
  civilOf,
  dayNumberOf,
  dayWriter,
  firstDayOfMonth,
  isoDay,
  weekdayOfNumber,
} from '#domain/time/days.ts';
import type { IsoDay, Weekday } from '#domain/time/types.ts';
import type { SeriesRange } from './bookingPlan.ts';
import { isCadence } from './checkQuery.ts';
import type { Cadence, Ordinal, SeasonSlot } from './types.ts';

/**
 * The days of a slot within a season, in order. Days are those of the season's zone, both ends inclusive.
 *
 * Weekly: a week is seven days counted from `firstDay`, so phase 0 always has its first date within the first seven
 * days. Monthly: the first month is the first one whose date lies in the season, and every `everyMonths` from there;
 * so the days are those that a calendar's own recurrence gives when it starts at the first of them.
 * Empty when no date falls into the season, a day is none, or the cadence, phase or weekday is.
 */
export function datesOf(
  slot: Pick<SeasonSlot, 'cadence' | 'weekday' | 'phase'>,
  season: { readonly firstDay: IsoDay; readonly lastDay: IsoDay },
): readonly IsoDay[] {
  const firstDay = dayNumberOf(season.firstDay);
  const lastDay = dayNumberOf(season.lastDay);
  if (Number.isNaN(firstDay) || Number.isNaN(lastDay) || !isSlot(slot)) return [];
  return dayIndexes(slot.cadence, slot.weekday, slot.phase, firstDay, lastDay - firstDay + 1).map((index) =>
    isoDay(firstDay + index),
  );
}

/** The same as day indexes, 0 being the season's first day. `months` are those of `seasonMonths`. */
export function dayIndexes(
  cadence: Cadence,
  weekday: Weekday,
  phase: number,
  firstDay: number,
  dayCount: number,
  months: readonly SeasonMonth[] = seasonMonths(firstDay, dayCount),
): readonly number[] {
  const days: number[] = [];
  if (cadence.kind === 'weekly') {
    const first = (weekday - weekdayOfNumber(firstDay) + 7) % 7;
    for (let day = first + phase * 7; day < dayCount; day += cadence.everyWeeks * 7) days.push(day);
    return days;
  }
  let monthsToGo = 0;
  for (const month of months) {
    const day = nthWeekday(month, weekday, cadence.ordinal);
    if (day < 0) continue;
    if (day >= dayCount) break;
    if (monthsToGo === 0) days.push(day);
    monthsToGo = (monthsToGo + 1) % cadence.everyMonths;
  }
  return days;
}

/** A month that a season touches. */
export interface SeasonMonth {
  /** Day index of its first and last day; outside of the season for the months at its ends. */
  readonly firstDay: number;
  readonly lastDay: number;
  readonly firstWeekday: Weekday;
  readonly lastWeekday: Weekday;
}

/** The months of a season, in order. */
export function seasonMonths(firstDay: number, dayCount: number): readonly SeasonMonth[] {
  const { year, month } = civilOf(firstDay);
  const months: SeasonMonth[] = [];
  for (let first = firstDayOfMonth(year, month), later = 1; first < firstDay + dayCount; later++) {
    const next = firstDayOfMonth(year, month + later);
    months.push({
      firstDay: first - firstDay,
      lastDay: next - 1 - firstDay,
      firstWeekday: weekdayOfNumber(first),
      lastWeekday: weekdayOfNumber(next - 1),
    });
    first = next;
  }
  return months;
}

/** All days of a season, written out month by month: much quicker than one by one. */
export function daysOfMonths(
  months: readonly SeasonMonth[],
  firstDay: number,
  dayCount: number,
): readonly IsoDay[] {
  const days: IsoDay[] = [];
  for (const month of months) {
    const dayBefore = month.firstDay - 1;
    const end = Math.min(month.lastDay + 1, dayCount);
    const writeDay = dayWriter(firstDay + month.firstDay);
    for (let day = Math.max(month.firstDay, 0); day < end; day++) days.push(writeDay(day - dayBefore));
  }
  return days;
}

/** Day index of the n-th such weekday of a month; `last` is the fourth or the fifth, as the month has it. */
function nthWeekday(month: SeasonMonth, weekday: Weekday, ordinal: Ordinal): number {
  return ordinal === 'last'
    ? month.lastDay - ((month.lastWeekday - weekday + 7) % 7)
    : month.firstDay + ((weekday - month.firstWeekday + 7) % 7) + (ordinal - 1) * 7;
}

/** Whether cadence, phase and weekday are such that they name days. */
export function isSlot({
  cadence,
  weekday,
  phase,
}: Pick<SeasonSlot, 'cadence' | 'weekday' | 'phase'>): boolean {
  const isPhase = Number.isInteger(phase) && phase >= 0 && phase < phasesOf(cadence);
  return isCadence(cadence) && isPhase && Number.isInteger(weekday) && weekday >= 1 && weekday <= 7;
}

/** How many phases a cadence has: the weeks in which a first date may fall. */
export function phasesOf(cadence: Cadence): number {
  return cadence.kind === 'weekly' ? cadence.everyWeeks : 1;
}

/** The recurrence of a slot with those days (`datesOf`, not empty), as every calendar knows it. */
export function seriesRange(slot: SeasonSlot, days: readonly IsoDay[]): SeriesRange {
  const [firstDay] = days;
  const lastDay = days.at(-1);
  if (firstDay === undefined || lastDay === undefined)
    throw new RangeError('a series needs at least one day');
  return { cadence: slot.cadence, firstDay, lastDay };
}
