import type { IsoDay, Weekday } from '#domain/time/types.ts';

const dayMilli = 86_400_000;

/** The day so many days later (or earlier, when negative). Calendar arithmetic only: no zone, no clock change. */
export function addDays(day: IsoDay, days: number): IsoDay {
  return isoDayOf(Date.parse(`${day}T00:00:00Z`) + days * dayMilli);
}

/** Days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: IsoDay, to: IsoDay): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / dayMilli);
}

export function weekdayOf(day: IsoDay): Weekday {
  const weekdays: readonly Weekday[] = [7, 1, 2, 3, 4, 5, 6];
  return weekdays[new Date(`${day}T00:00:00Z`).getUTCDay()] ?? 1;
}

/** The Monday of the day's week (ISO 8601 weeks). */
export function mondayOf(day: IsoDay): IsoDay {
  return addDays(day, 1 - weekdayOf(day));
}

/** The first day of the month that lies so many months after the day's own. */
export function firstOfMonth(day: IsoDay, monthsLater = 0): IsoDay {
  const [year = 0, month = 1] = day.split('-').map(Number);
  return isoDayOf(Date.UTC(year, month - 1 + monthsLater, 1));
}

export function lastOfMonth(day: IsoDay): IsoDay {
  return addDays(firstOfMonth(day, 1), -1);
}

/** Whole months from the month of `from` to the month of `to`. */
export function monthsBetween(from: IsoDay, to: IsoDay): number {
  const [fromYear = 0, fromMonth = 1] = from.split('-').map(Number);
  const [toYear = 0, toMonth = 1] = to.split('-').map(Number);
  return (toYear - fromYear) * 12 + toMonth - fromMonth;
}

/** Whether a text, typed or remembered, is a real day written `yyyy-MM-dd`. */
export function isIsoDay(text: string): text is IsoDay {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const instant = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(instant) && new Date(instant).toISOString().startsWith(text);
}

function isoDayOf(instant: number): IsoDay {
  const text = new Date(instant).toISOString().slice(0, 10);
  if (!isIsoDay(text)) throw new RangeError(`no calendar day at ${instant}`);
  return text;
}
