import { GraphFailure, badRequest } from './graphFailure.ts';
import { recurrenceDays } from './recurrenceDays.ts';
import { graphEnums } from './odata/graphTypes.ts';
import { entityOf, numberOf, textOf, textsOf, type Entity } from './odata/readEntity.ts';
import type {
  Recurrence,
  RecurrencePattern,
  RecurrenceRange,
  WeekIndex,
  Weekday,
} from './recurrenceTypes.ts';
import { formatDay, milliInDay, parseDay, type EpochDay } from './time/wallTime.ts';

const weekdays = graphEnums.dayOfWeek ?? [];
/** The list of enumeration values starts with Sunday. */
const weekdayNumbers: readonly Weekday[] = [0, 1, 2, 3, 4, 5, 6];
const indexes: readonly WeekIndex[] = [1, 2, 3, 4, -1];
const indexNames = graphEnums.weekIndex ?? [];

/**
 * Reads a patternedRecurrence (already checked as an entity). `startDay` is the local day of the event's start in the
 * recurrence's zone and `length` its wall duration: the range has to begin on that day, and dates may not overlap.
 */
export function readRecurrence(entity: Entity, startDay: EpochDay, length: number): Recurrence {
  const pattern = readPattern(entityOf(entity, 'pattern'));
  const range = readRange(entityOf(entity, 'range'), startDay);
  const recurrence = { pattern, range };
  if (length > shortestGap(pattern) * milliInDay)
    throw new GraphFailure(
      400,
      'ErrorOccurrenceTimeSpanTooBig',
      'The length of an occurrence is longer than the time to the next one.',
    );
  if (range.end.type === 'endDate' && recurrenceDays(recurrence, startDay, range.end.day + 1).length === 0)
    throw new GraphFailure(
      400,
      'ErrorRecurrenceHasNoOccurrence',
      'The recurrence pattern has no occurrence in its range.',
    );
  return recurrence;
}

/** The zone a recurrence names for its days, if it does. */
export function recurrenceZoneName(entity: Entity): string | undefined {
  return textOf(entityOf(entity, 'range'), 'recurrenceTimeZone');
}

function readPattern(entity: Entity | undefined): RecurrencePattern {
  const type = textOf(entity, 'type');
  if (entity === undefined || type === undefined) throw invalid('pattern.type');
  const interval = numberOf(entity, 'interval');
  // Seen live: a pattern without an interval breaks the service.
  if (interval === undefined)
    throw new GraphFailure(
      500,
      'ErrorInternalServerError',
      'An internal server error occurred. The operation failed.',
    );
  if (interval < 1 || interval > (type === 'daily' ? 999 : 99)) throw invalid('interval');
  const month = numberOf(entity, 'month') ?? 0;
  const dayOfMonth = numberOf(entity, 'dayOfMonth') ?? 0;
  if (month < 0 || month > 12) throw invalid('month');
  if (dayOfMonth < 0 || dayOfMonth > 31) throw invalid('dayOfMonth');
  const days = (textsOf(entity, 'daysOfWeek') ?? []).map(weekdayNumber);
  const index = indexes[indexNames.indexOf(textOf(entity, 'index') ?? 'first')] ?? 1;
  const needed = (name: string, given: boolean): void => {
    if (!given) throw invalid(name);
  };
  switch (type) {
    case 'daily':
      return { type, interval };
    case 'weekly':
      needed('daysOfWeek', days.length > 0);
      return {
        type,
        interval,
        days: [...new Set(days)],
        firstDay: weekdayNumber(textOf(entity, 'firstDayOfWeek') ?? 'sunday'),
      };
    case 'absoluteMonthly':
      needed('dayOfMonth', dayOfMonth > 0);
      return { type, interval, dayOfMonth };
    case 'relativeMonthly':
      needed('daysOfWeek', days.length > 0);
      return { type, interval, days: [...new Set(days)], index };
    case 'absoluteYearly':
      needed('dayOfMonth and month', dayOfMonth > 0 && month > 0);
      return { type, interval, month, dayOfMonth };
    case 'relativeYearly':
      needed('daysOfWeek and month', days.length > 0 && month > 0);
      return { type, interval, month, days: [...new Set(days)], index };
    default:
      throw invalid('pattern.type');
  }
}

function readRange(entity: Entity | undefined, startDay: EpochDay): RecurrenceRange {
  const type = textOf(entity, 'type');
  const given = textOf(entity, 'startDate');
  if (entity === undefined || type === undefined || given === undefined) throw invalid('range');
  if (parseDay(given) !== startDay)
    throw badRequest(
      `The recurrence range's StartDate (${given}) must be the date of the event's start (${formatDay(startDay)}).`,
      'ErrorPropertyValidationFailure',
    );
  switch (type) {
    case 'noEnd':
      return { startDay, end: { type } };
    case 'endDate': {
      const day = parseDay(textOf(entity, 'endDate') ?? '');
      if (day === undefined || day < startDay) throw invalid('endDate');
      return { startDay, end: { type, day } };
    }
    case 'numbered': {
      const count = numberOf(entity, 'numberOfOccurrences') ?? 0;
      if (count < 1 || count > 999) throw invalid('numberOfOccurrences');
      return { startDay, end: { type, count } };
    }
    default:
      throw invalid('range.type');
  }
}

/** Days between the two closest dates, at least. */
function shortestGap(pattern: RecurrencePattern): number {
  switch (pattern.type) {
    case 'daily':
      return pattern.interval;
    case 'weekly': {
      const order = pattern.days.map((day) => (day - pattern.firstDay + 7) % 7).toSorted((a, b) => a - b);
      const gaps = order.map((day, index) => {
        const next = order[index + 1];
        return next === undefined ? (order[0] ?? 0) + 7 * pattern.interval - day : next - day;
      });
      return Math.min(...gaps);
    }
    case 'absoluteMonthly':
    case 'relativeMonthly':
      return pattern.interval * 28 - 7;
    case 'absoluteYearly':
    case 'relativeYearly':
    default:
      return pattern.interval * 350;
  }
}

/** Graph's patternedRecurrence, with the fillers that Graph writes for what a pattern does not use. */
export function writeRecurrence({ pattern, range }: Recurrence, zoneName: string): unknown {
  const days = 'days' in pattern ? pattern.days : [];
  return {
    pattern: {
      type: pattern.type,
      interval: pattern.interval,
      month: 'month' in pattern ? pattern.month : 0,
      dayOfMonth: 'dayOfMonth' in pattern ? pattern.dayOfMonth : 0,
      ...(days.length > 0 ? { daysOfWeek: days.map((day) => weekdays[day]) } : {}),
      firstDayOfWeek: weekdays['firstDay' in pattern ? pattern.firstDay : 0],
      index: indexNames['index' in pattern ? indexes.indexOf(pattern.index) : 0],
    },
    range: {
      type: range.end.type,
      startDate: formatDay(range.startDay),
      endDate: range.end.type === 'endDate' ? formatDay(range.end.day) : '0001-01-01',
      recurrenceTimeZone: zoneName,
      numberOfOccurrences: range.end.type === 'numbered' ? range.end.count : 0,
    },
  };
}

function weekdayNumber(name: string): Weekday {
  const number = weekdayNumbers[weekdays.indexOf(name)];
  if (number === undefined) throw invalid('daysOfWeek');
  return number;
}

function invalid(what: string): GraphFailure {
  return badRequest(
    `At least one property failed validation: ${what} of the recurrence is missing or not supported.`,
    'ErrorPropertyValidationFailure',
  );
}
