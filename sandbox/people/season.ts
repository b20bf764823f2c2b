import type { SeedEvent } from '#sandbox/types.ts';

const dayMilliseconds = 86_400_000;
/** How far calendars reach before and after the week of the first start. */
export const weeksBack = 10;
export const weeksAhead = 30;

export const weekdayNames = [
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
  'sunday',
] as const;
const indexNames = ['first', 'second', 'third', 'fourth', 'last'] as const;

type Extras = Partial<
  Pick<SeedEvent, 'showAs' | 'sensitivity' | 'location' | 'attendees' | 'cancelledDates' | 'movedDates'>
>;

/** Builds entries in one zone, relative to the week of the first start. Weeks count from there, weekdays from Monday (0). */
export interface Season {
  /** `yyyy-MM-dd` of a weekday in a week. */
  day(week: number, weekday: number): string;
  /** First and last day of what is filled. */
  readonly firstWeek: number;
  readonly lastWeek: number;
  /** One entry. Times are `HH:mm`. */
  once(
    zone: string,
    subject: string,
    week: number,
    weekday: number,
    from: string,
    to: string,
    extras?: Extras,
  ): SeedEvent;
  /** Whole days, `days` of them. */
  allDay(
    zone: string,
    subject: string,
    week: number,
    weekday: number,
    days: number,
    extras?: Extras,
  ): SeedEvent;
  /** A weekly series on weekdays; `every` 2 begins in `fromWeek`. */
  weekly(
    zone: string,
    subject: string,
    weekdays: readonly number[],
    from: string,
    to: string,
    options?: Extras & { readonly every?: number; readonly fromWeek?: number; readonly toWeek?: number },
  ): SeedEvent;
  /** Whole days of every week. */
  weeklyAllDay(zone: string, subject: string, weekday: number, extras?: Extras): SeedEvent;
  /** A monthly series on the n-th weekday, 5 being the last. */
  monthly(
    zone: string,
    subject: string,
    nth: 1 | 2 | 3 | 4 | 5,
    weekday: number,
    from: string,
    to: string,
    extras?: Extras,
  ): SeedEvent;
  /** The same every day of every year: December holidays when they fall into the season. */
  yearEnd(zone: string, subject: string): readonly SeedEvent[];
}

function isoDay(epochMilli: number): string {
  return new Date(epochMilli).toISOString().slice(0, 10);
}

function at(date: string, time: string, timeZone: string): SeedEvent['start'] {
  return { dateTime: `${date}T${time}:00`, timeZone };
}

/** The season around the week of `firstStartEpochMilli`. */
export function createSeason(firstStartEpochMilli: number): Season {
  const midnight = Math.floor(firstStartEpochMilli / dayMilliseconds) * dayMilliseconds;
  const monday = midnight - ((new Date(midnight).getUTCDay() + 6) % 7) * dayMilliseconds;
  const milliOf = (week: number, weekday: number): number => monday + (week * 7 + weekday) * dayMilliseconds;
  const day = (week: number, weekday: number): string => isoDay(milliOf(week, weekday));
  const once: Season['once'] = (zone, subject, week, weekday, from, to, extras = {}) => ({
    subject,
    start: at(day(week, weekday), from, zone),
    end: at(day(week, weekday), to, zone),
    ...extras,
  });
  const weekly: Season['weekly'] = (zone, subject, weekdays, from, to, options = {}) => {
    const { every = 1, fromWeek = -weeksBack, toWeek = weeksAhead, ...extras } = options;
    const first = Math.min(...weekdays);
    return {
      ...once(zone, subject, fromWeek, first, from, to, extras),
      recurrence: {
        pattern: {
          type: 'weekly',
          interval: every,
          daysOfWeek: weekdays.map((weekday) => weekdayNames[weekday]),
          firstDayOfWeek: 'monday',
        },
        range: {
          type: 'endDate',
          startDate: day(fromWeek, first),
          endDate: day(toWeek, 6),
          recurrenceTimeZone: zone,
        },
      },
    };
  };

  return {
    day,
    firstWeek: -weeksBack,
    lastWeek: weeksAhead,
    once,
    allDay: (zone, subject, week, weekday, days, extras = {}) => ({
      subject,
      start: at(day(week, weekday), '00:00', zone),
      end: at(day(week, weekday + days), '00:00', zone),
      isAllDay: true,
      ...extras,
    }),
    weekly,
    weeklyAllDay(zone, subject, weekday, extras = {}) {
      const series = weekly(zone, subject, [weekday], '00:00', '00:00', extras);
      const end = at(day(-weeksBack, weekday + 1), '00:00', zone);
      return { ...series, end, isAllDay: true };
    },
    monthly(zone, subject, nth, weekday, from, to, extras = {}) {
      const start = firstNthWeekday(milliOf(-weeksBack, 0), nth, weekday);
      return {
        subject,
        start: at(start, from, zone),
        end: at(start, to, zone),
        ...extras,
        recurrence: {
          pattern: {
            type: 'relativeMonthly',
            interval: 1,
            daysOfWeek: [weekdayNames[weekday]],
            index: indexNames[nth - 1],
          },
          range: {
            type: 'endDate',
            startDate: start,
            endDate: day(weeksAhead, 6),
            recurrenceTimeZone: zone,
          },
        },
      };
    },
    yearEnd(zone, subject) {
      const years = [
        new Date(milliOf(-weeksBack, 0)).getUTCFullYear(),
        new Date(milliOf(weeksAhead, 0)).getUTCFullYear(),
      ];
      return [...new Set(years)]
        .map((year) => Date.UTC(year, 11, 24))
        .filter((eve) => eve >= milliOf(-weeksBack, 0) && eve <= milliOf(weeksAhead, 0))
        .map((eve) => ({
          subject,
          start: at(isoDay(eve), '00:00', zone),
          end: at(isoDay(eve + 10 * dayMilliseconds), '00:00', zone),
          isAllDay: true,
          showAs: 'oof' as const,
        }));
    },
  };
}

/** The first n-th weekday of a month at or after an instant, `yyyy-MM-dd`. */
function firstNthWeekday(fromEpochMilli: number, nth: number, weekday: number): string {
  const from = new Date(fromEpochMilli);
  for (let month = 0; ; month += 1) {
    const first = Date.UTC(from.getUTCFullYear(), from.getUTCMonth() + month, 1);
    const last = Date.UTC(from.getUTCFullYear(), from.getUTCMonth() + month + 1, 0);
    const firstWeekday = (new Date(first).getUTCDay() + 6) % 7;
    const inFirstWeek = first + ((weekday - firstWeekday + 7) % 7) * dayMilliseconds;
    const candidates = [0, 1, 2, 3, 4]
      .map((week) => inFirstWeek + week * 7 * dayMilliseconds)
      .filter((day) => day <= last);
    const found = nth === 5 ? candidates.at(-1) : candidates[nth - 1];
    if (found !== undefined && found >= fromEpochMilli) return isoDay(found);
  }
}
