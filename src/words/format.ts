import { dayMilli } from '#domain/time/days.ts';
import type { EpochMilli, IsoDay, Weekday, ZoneName } from '#domain/time/types.ts';
import { format as english } from './en/format.ts';
import { createPlural, type PluralForms } from './plural.ts';

/** The words that a language adds to what `Intl` knows. */
export type FormatWords = typeof english;

/**
 * How a day is written, shown in en-GB:
 * `short` Thu 22; `medium` Thu 22 April; `long` Thursday 22 April; `full` Thursday, 22 April 2027;
 * `date` 22 April; `dateYear` 22 April 2027; `number` 22.
 */
export type DayStyle = 'short' | 'medium' | 'long' | 'full' | 'date' | 'dateYear' | 'number';

/** `long` April; `short` Apr; `year` April 2027. */
export type MonthStyle = 'long' | 'short' | 'year';

/** Dates, times, numbers and lists as people of one locale write and say them. Days and minutes are wall readings. */
export interface Format {
  readonly locale: string;
  day(day: IsoDay, style: DayStyle): string;
  /** Two days with their word between, as in a sentence: "11 January to 2 July". */
  dayRange(from: IsoDay, to: IsoDay, style: DayStyle): string;
  /** Days joined as in a sentence: "Thu 22 April and Fri 23 April". */
  dayList(days: readonly IsoDay[], style: DayStyle): string;
  month(day: IsoDay, style: MonthStyle): string;
  /** "January – July 2027". */
  monthRange(from: IsoDay, to: IsoDay): string;
  weekday(weekday: Weekday, style: 'long' | 'short'): string;
  /** "Thursdays". */
  weekdays(weekday: Weekday): string;
  /** "today", "tomorrow", "in 5 days". */
  relativeDay(day: IsoDay, today: IsoDay): string;
  /** Minute of the day, 0 to 1440. "13:00", "1:00 PM". */
  time(minuteOfDay: number): string;
  /** "13:00–14:00", "1:00 – 2:00 PM". */
  timeRange(startMinute: number, endMinute: number): string;
  /** For labels that are read aloud: "13:00 to 14:00". */
  spokenTimeRange(startMinute: number, endMinute: number): string;
  /** "15:05" on the clocks of a zone. */
  clock(instant: EpochMilli, zone: ZoneName): string;
  /** The place that names a zone: "Johannesburg" of `Africa/Johannesburg`; undefined for `UTC` and `Etc/...`. */
  city(zone: ZoneName): string | undefined;
  list(items: readonly string[]): string;
  number(value: number): string;
  plural(count: number, forms: PluralForms): string;
}

/** Formats for a locale. `words` are those of the catalogue's language, which `locale` should share. */
export function createFormat(locale: string, words: FormatWords = english): Format {
  const formatter = cached((options: Intl.DateTimeFormatOptions) =>
    Intl.DateTimeFormat(locale, { timeZone: 'UTC', ...options }),
  );
  const clockOf = cached((options: Intl.DateTimeFormatOptions) => Intl.DateTimeFormat(locale, options));
  const timeOptions: Intl.DateTimeFormatOptions = {
    hour: hasTwelveHours(locale) ? 'numeric' : '2-digit',
    minute: '2-digit',
  };
  const lists = new Intl.ListFormat(locale, { type: 'conjunction' });
  const numbers = new Intl.NumberFormat(locale);
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  const plural = createPlural(locale);

  const day = (isoDay: IsoDay, style: DayStyle): string => {
    const instant = utcOf(isoDay);
    if (style !== 'short') return formatter(dayOptions[style]).format(instant);
    // Some locales turn "weekday day" round to "22 Thu", which reads like a fault.
    const parts = formatter({ weekday: 'short', day: 'numeric' }).formatToParts(instant);
    const text = (type: string): string => parts.find((part) => part.type === type)?.value ?? '';
    return parts[0]?.type === 'weekday'
      ? parts.map((part) => part.value).join('')
      : `${text('weekday')} ${text('day')}`;
  };
  const time = (minuteOfDay: number): string => formatter(timeOptions).format(minuteInstant(minuteOfDay));

  return {
    locale,
    day,
    dayRange: (from, to, style) => words.spokenRange({ from: day(from, style), to: day(to, style) }),
    dayList: (days, style) => lists.format(days.map((each) => day(each, style))),
    month: (isoDay, style) =>
      formatter(style === 'year' ? { month: 'long', year: 'numeric' } : { month: style }).format(
        utcOf(isoDay),
      ),
    monthRange: (from, to) =>
      formatter({ month: 'long', year: 'numeric' }).formatRange(utcOf(from), utcOf(to)),
    weekday: (weekday, style) =>
      formatter({ weekday: style }).format(utcOf(mondayOf1970) + (weekday - 1) * dayMilli),
    weekdays: (weekday) => words.weekdaysPlural[weekday - 1] ?? '',
    relativeDay: (isoDay, today) =>
      relative.format(Math.round((utcOf(isoDay) - utcOf(today)) / dayMilli), 'day'),
    time,
    // Over midnight Intl would write both dates, which are days of 1970 here.
    timeRange: (startMinute, endMinute) =>
      Math.floor(startMinute / 1440) === Math.floor(endMinute / 1440)
        ? formatter(timeOptions).formatRange(minuteInstant(startMinute), minuteInstant(endMinute))
        : words.range({ from: time(startMinute), to: time(endMinute) }),
    spokenTimeRange: (startMinute, endMinute) =>
      words.spokenRange({ from: time(startMinute), to: time(endMinute) }),
    clock: (instant, zone) => clockOf({ ...timeOptions, timeZone: zone }).format(instant),
    city: (zone) => {
      const [area, ...rest] = zone.split('/');
      const place = rest.at(-1);
      return place === undefined || area === 'Etc' ? undefined : place.replaceAll('_', ' ');
    },
    list: (items) => lists.format(items),
    number: (value) => numbers.format(value),
    plural,
  };
}

/**
 * The locale to write dates in: the language of the catalogue with the region of the host's locale, so that English words
 * never stand beside German weekdays, while a German reader keeps day before month and the 24-hour clock.
 */
export function localeOfWords(hostLocale: string, language: string): string {
  try {
    const host = new Intl.Locale(hostLocale);
    if (host.language === language) return host.toString();
    const region = host.maximize().region;
    return region === undefined ? language : `${language}-${region}`;
  } catch {
    return language;
  }
}

const mondayOf1970: IsoDay = '1970-01-05';

const dayOptions: Readonly<Record<Exclude<DayStyle, 'short'>, Intl.DateTimeFormatOptions>> = {
  medium: { weekday: 'short', day: 'numeric', month: 'long' },
  long: { weekday: 'long', day: 'numeric', month: 'long' },
  full: { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' },
  date: { day: 'numeric', month: 'long' },
  dateYear: { day: 'numeric', month: 'long', year: 'numeric' },
  number: { day: 'numeric' },
};

function hasTwelveHours(locale: string): boolean {
  return Intl.DateTimeFormat(locale, { hour: 'numeric' }).resolvedOptions().hour12 ?? false;
}

/** Midnight UTC of the day: days are drawn with a UTC formatter, so the device's zone never shifts them. */
function utcOf(day: IsoDay): EpochMilli {
  return Date.parse(`${day}T00:00:00Z`);
}

function minuteInstant(minuteOfDay: number): EpochMilli {
  return minuteOfDay * 60_000;
}

/** Making an Intl formatter costs about as much as a hundred uses of it. */
function cached<O, F>(make: (options: O) => F): (options: O) => F {
  const made = new Map<string, F>();
  return (options) => {
    const key = JSON.stringify(options);
    const known = made.get(key);
    if (known !== undefined) return known;
    const fresh = make(options);
    made.set(key, fresh);
    return fresh;
  };
}
