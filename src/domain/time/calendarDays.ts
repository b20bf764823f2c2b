import { addDays, civilOf, dayMilli, dayNumberOf, firstDayOfMonth, isoDay, weekdayOf } from './days.ts';
import type { EpochMilli, IsoDay } from './types.ts';

/** The Monday of the day's week (ISO 8601 weeks). */
export function mondayOf(day: IsoDay): IsoDay {
  return addDays(day, 1 - weekdayOf(day));
}

/** The first day of the month that lies so many months after the day's own. */
export function firstOfMonth(day: IsoDay, monthsLater = 0): IsoDay {
  const { year, month } = civilOf(dayNumberOf(day));
  return isoDay(firstDayOfMonth(year, month + monthsLater));
}

export function lastOfMonth(day: IsoDay): IsoDay {
  return addDays(firstOfMonth(day, 1), -1);
}

/** Months from the month of `from` to the month of `to`. */
export function monthsBetween(from: IsoDay, to: IsoDay): number {
  const [start, end] = [civilOf(dayNumberOf(from)), civilOf(dayNumberOf(to))];
  return (end.year - start.year) * 12 + end.month - start.month;
}

/** Midnight in UTC: for windows of reading, which are wide enough for any zone. */
export function utcMidnight(day: IsoDay): EpochMilli {
  return dayNumberOf(day) * dayMilli;
}
