import type { IsoDay, Weekday } from './types.ts';

export const minuteMilli = 60_000;
export const dayMilli = 86_400_000;

/**
 * A day as a number: days since 1970-01-01 on the proleptic Gregorian calendar, no zone.
 * NaN for a text that names no day of the years 1900 to 2999 (`2027-02-29`, `someday`).
 */
export function dayNumberOf(day: string): number {
  if (!/^(19|2\d)\d\d-\d\d-\d\d$/.test(day)) return Number.NaN;
  const milli = Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1, Number(day.slice(8)));
  const dayNumber = milli / dayMilli;
  return isoDay(dayNumber) === day ? dayNumber : Number.NaN;
}

const twoDigits: readonly `${number}`[] = [
  '00',
  '01',
  '02',
  '03',
  '04',
  '05',
  '06',
  '07',
  '08',
  '09',
  '10',
  '11',
  '12',
  '13',
  '14',
  '15',
  '16',
  '17',
  '18',
  '19',
  '20',
  '21',
  '22',
  '23',
  '24',
  '25',
  '26',
  '27',
  '28',
  '29',
  '30',
  '31',
];

/** The day of a day number. Expects a whole number within the years 1000 to 9999. */
export function isoDay(dayNumber: number): IsoDay {
  const { year, month, day } = civilOf(dayNumber);
  return `${year}-${twoDigits[month] ?? '00'}-${twoDigits[day] ?? '00'}`;
}

/** Writes days of the month that a day number lies in, by their day of the month (1 to 31). */
export function dayWriter(dayNumber: number): (dayOfMonth: number) => IsoDay {
  const { year, month } = civilOf(dayNumber);
  const yearAndMonth: `${number}-${number}` = `${year}-${twoDigits[month] ?? '00'}`;
  return (dayOfMonth) => `${yearAndMonth}-${twoDigits[dayOfMonth] ?? '00'}`;
}

/** Whether a text is a real day written `yyyy-MM-dd`. */
export function isIsoDay(text: string): text is IsoDay {
  return !Number.isNaN(dayNumberOf(text));
}

/** The day so many days later, or earlier when negative. Calendar arithmetic: no zone, no clock change. */
export function addDays(day: IsoDay, days: number): IsoDay {
  return isoDay(dayNumberOf(day) + days);
}

/** Days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: IsoDay, to: IsoDay): number {
  return dayNumberOf(to) - dayNumberOf(from);
}

export function weekdayOf(day: IsoDay): Weekday {
  return weekdayOfNumber(dayNumberOf(day));
}

const weekdays: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7];

/** Weekday of a day number: day 0 was a Thursday. */
export function weekdayOfNumber(dayNumber: number): Weekday {
  return weekdays[(((dayNumber + 3) % 7) + 7) % 7] ?? 1;
}

/** Year, month (1 to 12) and day of month of a day number. */
export function civilOf(dayNumber: number): {
  readonly year: number;
  readonly month: number;
  readonly day: number;
} {
  // Months are counted from March, so that the leap day ends its year and month lengths follow (153 m + 2) / 5.
  const sinceEra = dayNumber + 719_468;
  const era = Math.floor(sinceEra / 146_097);
  const dayOfEra = sinceEra - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1,
  };
}

/** Day number of the first day of a month; `month` may run over the year's end (13 is next January). */
export function firstDayOfMonth(year: number, month: number): number {
  const monthFromMarch = month - 3;
  const sinceMarch = year + Math.floor(monthFromMarch / 12);
  const inYear = monthFromMarch - Math.floor(monthFromMarch / 12) * 12;
  const days =
    365 * sinceMarch +
    Math.floor(sinceMarch / 4) -
    Math.floor(sinceMarch / 100) +
    Math.floor(sinceMarch / 400);
  return days + Math.floor((153 * inYear + 2) / 5) - 719_468;
}
