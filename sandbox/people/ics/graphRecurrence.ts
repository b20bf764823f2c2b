import type ICAL from 'ical.js';
import type { Recurrence, RecurrencePattern, WeekIndex, Weekday } from '#sandbox/graph/recurrenceTypes.ts';
import { weekdayOf, type EpochDay } from '#sandbox/graph/time/wallTime.ts';

type Rule = InstanceType<typeof ICAL.Recur>;

const weekdayCodes = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA'];
const weekdays: readonly Weekday[] = [0, 1, 2, 3, 4, 5, 6];
const mostNumbered = 999;

/** What a rule is for: the local day it begins on, and the last local day of its UNTIL. */
export interface RuleFrame {
  readonly startDay: EpochDay;
  readonly untilDay: EpochDay | undefined;
}

function weekdayOfCode(code: string): Weekday | undefined {
  return weekdays[weekdayCodes.indexOf(code)];
}

/** Lists of a rule by part name, as text. */
function partsOf(rule: Rule): ReadonlyMap<string, readonly string[]> {
  return new Map(
    Object.entries(rule.parts)
      .map(([name, values]) => [name, [values].flat().map(String)] as const)
      .filter(([, values]) => values.length > 0),
  );
}

/**
 * The rule in Exchange's terms, or undefined where Exchange knows no such pattern: then its dates are written out one by one. A rule counts as known only
 * if both mean the same dates, so the 31st of each month (which Exchange moves to the 30th) does not.
 */
export function graphRecurrence(rule: Rule, { startDay, untilDay }: RuleFrame): Recurrence | undefined {
  const pattern = patternOf(rule, startDay);
  if (pattern === undefined || pattern.interval > 99) return undefined;
  const { count } = rule;
  if (typeof count === 'number' && count > 0)
    return count > mostNumbered
      ? undefined
      : { pattern, range: { startDay, end: { type: 'numbered', count } } };
  if (untilDay !== undefined)
    return untilDay < startDay
      ? undefined
      : { pattern, range: { startDay, end: { type: 'endDate', day: untilDay } } };
  return { pattern, range: { startDay, end: { type: 'noEnd' } } };
}

function patternOf(rule: Rule, startDay: EpochDay): RecurrencePattern | undefined {
  const parts = partsOf(rule);
  const has = (...names: readonly string[]): boolean =>
    [...parts.keys()].every((name) => names.includes(name));
  const interval = rule.interval ?? 1;
  const start = new Date(startDay * 86_400_000);
  const startWeekday = weekdays[weekdayOf(startDay)] ?? 0;
  switch (rule.freq) {
    case 'DAILY':
      return dailyPattern(parts, has, interval, startWeekday, rule);
    case 'WEEKLY': {
      if (!has('BYDAY')) return undefined;
      const days = plainWeekdays(parts.get('BYDAY')) ?? (parts.has('BYDAY') ? undefined : [startWeekday]);
      if (days === undefined || !days.includes(startWeekday)) return undefined;
      return { type: 'weekly', interval, days, firstDay: firstDayOf(rule) };
    }
    case 'MONTHLY': {
      if (has('BYMONTHDAY')) {
        const day = onlyDay(parts, start);
        return day === undefined ? undefined : { type: 'absoluteMonthly', interval, dayOfMonth: day };
      }
      if (!has('BYDAY', 'BYSETPOS')) return undefined;
      const nth = nthWeekday(parts, startDay);
      return nth === undefined ? undefined : { type: 'relativeMonthly', interval, ...nth };
    }
    case 'YEARLY': {
      const month = start.getUTCMonth() + 1;
      const months = parts.get('BYMONTH') ?? [String(month)];
      if (months.length !== 1 || Number(months[0]) !== month) return undefined;
      if (has('BYMONTH', 'BYMONTHDAY')) {
        const day = onlyDay(parts, start);
        return day === undefined ? undefined : { type: 'absoluteYearly', interval, month, dayOfMonth: day };
      }
      if (!has('BYMONTH', 'BYDAY', 'BYSETPOS') || !parts.has('BYMONTH')) return undefined;
      const nth = nthWeekday(parts, startDay);
      return nth === undefined ? undefined : { type: 'relativeYearly', interval, month, ...nth };
    }
    default:
      return undefined;
  }
}

function dailyPattern(
  parts: ReadonlyMap<string, readonly string[]>,
  has: (...names: readonly string[]) => boolean,
  interval: number,
  startWeekday: Weekday,
  rule: Rule,
): RecurrencePattern | undefined {
  if (parts.size === 0) return { type: 'daily', interval };
  // "Every working day", as some programs write it.
  const days = has('BYDAY') && interval === 1 ? plainWeekdays(parts.get('BYDAY')) : undefined;
  if (days === undefined || !days.includes(startWeekday)) return undefined;
  return { type: 'weekly', interval: 1, days, firstDay: firstDayOf(rule) };
}

/** WKST; ical.js counts from Sunday = 1. */
function firstDayOf(rule: Rule): Weekday {
  return weekdays[(rule.wkst + 6) % 7] ?? 1;
}

function plainWeekdays(codes: readonly string[] | undefined): readonly Weekday[] | undefined {
  const days = codes?.map((code) => weekdayOfCode(code));
  return days?.every((day) => day !== undefined) === true ? days : undefined;
}

/** The one day of the month that is meant, if every month has it. */
function onlyDay(parts: ReadonlyMap<string, readonly string[]>, start: Date): number | undefined {
  const days = parts.get('BYMONTHDAY') ?? [String(start.getUTCDate())];
  const day = Number(days[0]);
  return days.length === 1 && day === start.getUTCDate() && day >= 1 && day <= 28 ? day : undefined;
}

/** `2TU`, or `TU` with BYSETPOS=2, if the series begins on such a day. */
function nthWeekday(
  parts: ReadonlyMap<string, readonly string[]>,
  startDay: EpochDay,
): { readonly days: readonly Weekday[]; readonly index: WeekIndex } | undefined {
  const codes = parts.get('BYDAY') ?? [];
  const match = codes.length === 1 ? /^([+-]?\d+)?([A-Z]{2})$/.exec(codes[0] ?? '') : null;
  const positions = parts.get('BYSETPOS') ?? [];
  const weekday = weekdayOfCode(match?.[2] ?? '');
  const given = match?.[1] ?? (positions.length === 1 ? positions[0] : undefined);
  if (weekday === undefined || given === undefined || (match?.[1] !== undefined && positions.length > 0))
    return undefined;
  const index = ([1, 2, 3, 4, -1] as const).find((candidate) => candidate === Number(given));
  if (index === undefined || weekday !== weekdayOf(startDay)) return undefined;
  const date = new Date(startDay * 86_400_000);
  const isLast = new Date((startDay + 7) * 86_400_000).getUTCMonth() !== date.getUTCMonth();
  const isNth = index === -1 ? isLast : Math.ceil(date.getUTCDate() / 7) === index;
  return isNth ? { days: [weekday], index } : undefined;
}
