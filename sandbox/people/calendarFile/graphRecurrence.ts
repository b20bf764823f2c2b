import type ICAL from 'ical.js';
import type { SeedEvent } from '#sandbox/types.ts';

type Recurrence = NonNullable<SeedEvent['recurrence']>;

const dayNames: Readonly<Record<string, string>> = {
  MO: 'monday',
  TU: 'tuesday',
  WE: 'wednesday',
  TH: 'thursday',
  FR: 'friday',
  SA: 'saturday',
  SU: 'sunday',
};
const weekdayCodes = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA'] as const;
const indexNames: Readonly<Record<number, string>> = {
  1: 'first',
  2: 'second',
  3: 'third',
  4: 'fourth',
  [-1]: 'last',
};

/** First local day of a series and its zone; `lastDay` is the local day of UNTIL, already moved back when UNTIL is before that day's start. */
interface SeriesStart {
  readonly day: string;
  readonly zone: string;
  readonly lastDay: string | undefined;
}

/**
 * The recurrence as Exchange has it, or undefined when Exchange has no such pattern (fifth weekdays, several days of the month, hours, ...): such rules are
 * expanded. Exchange moves the 29th to 31st of a short month to its last day where RFC 5545 leaves the month out, so these are expanded too.
 */
export function graphRecurrence(rule: ICAL.Recur, start: SeriesStart): Recurrence | undefined {
  const pattern = patternOf(rule, start.day);
  if (pattern === undefined || rule.interval > 99) return undefined;
  if (rule.count !== null && rule.count > 999) return undefined;
  const base = { startDate: start.day, recurrenceTimeZone: start.zone };
  if (rule.count !== null)
    return { pattern, range: { ...base, type: 'numbered', numberOfOccurrences: rule.count } };
  if (start.lastDay !== undefined)
    return { pattern, range: { ...base, type: 'endDate', endDate: start.lastDay } };
  return { pattern, range: { ...base, type: 'noEnd' } };
}

function patternOf(rule: ICAL.Recur, startDay: string): Recurrence['pattern'] | undefined {
  const [, month = 0, day = 0] = startDay.split('-').map(Number);
  const weekday = weekdayCodes[new Date(`${startDay}T00:00:00Z`).getUTCDay()] ?? 'SU';
  const parts = Object.keys(rule.parts).toSorted().join(' ');
  const values = (name: string): readonly (string | number)[] =>
    (rule.parts as Record<string, (string | number)[] | undefined>)[name] ?? [];
  const { interval } = rule;
  const firstDayOfWeek = dayNames[weekdayCodes[rule.wkst - 1] ?? 'MO'] ?? 'monday';

  switch (`${rule.freq} ${parts}`.trim()) {
    case 'DAILY':
      return { type: 'daily', interval };
    case 'WEEKLY':
      return { type: 'weekly', interval, daysOfWeek: [dayNames[weekday]], firstDayOfWeek };
    case 'WEEKLY BYDAY': {
      const days = values('BYDAY').map(String);
      if (!days.includes(weekday) || days.some((name) => dayNames[name] === undefined)) return undefined;
      return { type: 'weekly', interval, daysOfWeek: days.map((name) => dayNames[name]), firstDayOfWeek };
    }
    case 'MONTHLY':
    case 'MONTHLY BYMONTHDAY':
      return day <= 28 && isOnly(values('BYMONTHDAY'), day)
        ? { type: 'absoluteMonthly', interval, dayOfMonth: day }
        : undefined;
    case 'MONTHLY BYDAY':
    case 'MONTHLY BYDAY BYSETPOS': {
      const nth = nthWeekday(values('BYDAY'), values('BYSETPOS'));
      return nth !== undefined && matchesNth(nth, startDay)
        ? {
            type: 'relativeMonthly',
            interval,
            daysOfWeek: [dayNames[nth.weekday]],
            index: indexNames[nth.index],
          }
        : undefined;
    }
    case 'YEARLY':
    case 'YEARLY BYMONTH':
    case 'YEARLY BYMONTHDAY':
    case 'YEARLY BYMONTH BYMONTHDAY':
      return !(month === 2 && day === 29) &&
        isOnly(values('BYMONTH'), month) &&
        isOnly(values('BYMONTHDAY'), day)
        ? { type: 'absoluteYearly', interval, dayOfMonth: day, month }
        : undefined;
    case 'YEARLY BYDAY BYMONTH': {
      const nth = nthWeekday(values('BYDAY'), []);
      return nth !== undefined && isOnly(values('BYMONTH'), month) && matchesNth(nth, startDay)
        ? {
            type: 'relativeYearly',
            interval,
            daysOfWeek: [dayNames[nth.weekday]],
            index: indexNames[nth.index],
            month,
          }
        : undefined;
    }
    default:
      return undefined;
  }
}

/** Nothing said, or just this value. */
function isOnly(values: readonly (string | number)[], wanted: number): boolean {
  return values.length === 0 || (values.length === 1 && Number(values[0]) === wanted);
}

interface NthWeekday {
  readonly weekday: string;
  readonly index: number;
}

/** "2TU", or "TU" with BYSETPOS=2: one weekday, first to fourth or last. */
function nthWeekday(
  days: readonly (string | number)[],
  positions: readonly (string | number)[],
): NthWeekday | undefined {
  const match = days.length === 1 ? /^([+-]?\d)?(MO|TU|WE|TH|FR|SA|SU)$/.exec(String(days[0])) : null;
  if (match === null || positions.length > 1) return undefined;
  const [, inDay, weekday = ''] = match;
  if (inDay !== undefined && positions.length > 0) return undefined;
  const index = Number(inDay ?? positions[0] ?? Number.NaN);
  return indexNames[index] === undefined ? undefined : { weekday, index };
}

/** Whether the day is that weekday of its month: RFC 5545 counts DTSTART even when it is not, Exchange does not. */
function matchesNth(nth: NthWeekday, day: string): boolean {
  const date = new Date(`${day}T00:00:00Z`);
  if (weekdayCodes[date.getUTCDay()] !== nth.weekday) return false;
  const dayOfMonth = date.getUTCDate();
  if (nth.index > 0) return Math.ceil(dayOfMonth / 7) === nth.index;
  const daysInMonth = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
  return dayOfMonth + 7 > daysInMonth;
}
