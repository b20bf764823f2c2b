import type { Recurrence, RecurrencePattern, WeekIndex, Weekday } from './recurrenceTypes.ts';
import { milliInDay, wallOf, weekdayOf, type EpochDay } from './time/wallTime.ts';

/** No series goes on beyond the last year of Exchange's calendar. */
const lastDay = Date.UTC(9999, 11, 31) / milliInDay;

/**
 * The local days of a series from `from` (inclusive) to `to` (exclusive), in order, before any change of single dates.
 * Weeks and months are counted from the range's start; its first day need not fit the pattern. A day of the month
 * that a month lacks is its last day [MS-OXOCAL, EWS AbsoluteMonthlyRecurrence].
 */
export function recurrenceDays({ pattern, range }: Recurrence, from: EpochDay, to: EpochDay): EpochDay[] {
  const { startDay, end } = range;
  const last = Math.min(end.type === 'endDate' ? end.day : lastDay, to - 1);
  const most = end.type === 'numbered' ? end.count : Number.POSITIVE_INFINITY;
  const days: EpochDay[] = [];
  // A numbered series is counted from its first date; others can be entered anywhere.
  let period = end.type === 'numbered' ? 0 : Math.max(0, periodOf(pattern, startDay, from) - 1);
  for (let count = 0; ; period += 1) {
    for (const day of daysOfPeriod(pattern, startDay, period)) {
      if (day < startDay) continue;
      count += 1;
      if (count > most || day > last) return days;
      if (day >= from) days.push(day);
    }
    if (firstDayOfPeriod(pattern, startDay, period + 1) > last) return days;
  }
}

/** Index of the period (day, week, month or year times the interval) in which a day lies; may be negative. */
function periodOf(pattern: RecurrencePattern, startDay: EpochDay, day: EpochDay): number {
  switch (pattern.type) {
    case 'daily':
      return Math.floor((day - startDay) / pattern.interval);
    case 'weekly':
      return Math.floor((day - weekStart(startDay, pattern.firstDay)) / (7 * pattern.interval));
    case 'absoluteMonthly':
    case 'relativeMonthly':
      return Math.floor((monthNumber(day) - monthNumber(startDay)) / pattern.interval);
    case 'absoluteYearly':
    case 'relativeYearly':
    default:
      return Math.floor((yearOf(day) - yearOf(startDay)) / pattern.interval);
  }
}

function firstDayOfPeriod(pattern: RecurrencePattern, startDay: EpochDay, period: number): EpochDay {
  switch (pattern.type) {
    case 'daily':
      return startDay + period * pattern.interval;
    case 'weekly':
      return weekStart(startDay, pattern.firstDay) + period * 7 * pattern.interval;
    case 'absoluteMonthly':
    case 'relativeMonthly':
      return firstOfMonth(monthNumber(startDay) + period * pattern.interval);
    case 'absoluteYearly':
    case 'relativeYearly':
    default:
      return firstOfMonth((yearOf(startDay) + period * pattern.interval) * 12 + pattern.month - 1);
  }
}

function daysOfPeriod(pattern: RecurrencePattern, startDay: EpochDay, period: number): readonly EpochDay[] {
  const first = firstDayOfPeriod(pattern, startDay, period);
  switch (pattern.type) {
    case 'daily':
      return [first];
    case 'weekly':
      return pattern.days
        .map((weekday) => first + ((weekday - pattern.firstDay + 7) % 7))
        .toSorted((a, b) => a - b);
    case 'absoluteMonthly':
    case 'absoluteYearly':
      return [first + Math.min(pattern.dayOfMonth, daysInMonth(first)) - 1];
    case 'relativeMonthly':
    case 'relativeYearly':
    default:
      return [relativeDay(first, pattern.days, pattern.index)];
  }
}

/** The n-th day of a month that falls on one of the weekdays ("the first day that satisfies the pattern"). */
function relativeDay(first: EpochDay, days: readonly Weekday[], index: WeekIndex): EpochDay {
  const fits = (day: EpochDay): boolean => days.some((weekday) => weekday === weekdayOf(day));
  const length = daysInMonth(first);
  if (index === -1) {
    let day = first + length - 1;
    while (!fits(day)) day -= 1;
    return day;
  }
  let left: number = index;
  let day = first;
  for (;;) {
    if (fits(day)) left -= 1;
    if (left === 0) return day;
    day += 1;
  }
}

function weekStart(day: EpochDay, firstDay: Weekday): EpochDay {
  return day - ((weekdayOf(day) - firstDay + 7) % 7);
}

function yearOf(day: EpochDay): number {
  return new Date(day * milliInDay).getUTCFullYear();
}

/** Months since the year 0. */
function monthNumber(day: EpochDay): number {
  const date = new Date(day * milliInDay);
  return date.getUTCFullYear() * 12 + date.getUTCMonth();
}

function firstOfMonth(month: number): EpochDay {
  const year = Math.floor(month / 12);
  return (wallOf(year, month - year * 12 + 1, 1) ?? Number.POSITIVE_INFINITY) / milliInDay;
}

function daysInMonth(first: EpochDay): number {
  const date = new Date(first * milliInDay);
  return new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
}
