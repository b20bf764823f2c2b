import { recurrenceDays } from '../recurrenceDays.ts';
import { toInstant } from '../time/zoneOffsets.ts';
import { dayOfWall, milliInDay, type EpochDay } from '../time/wallTime.ts';
import {
  isSeries,
  type EventContent,
  type EventRecord,
  type EventSpan,
  type OwnState,
} from './eventRecord.ts';

/** One date of a series. */
export interface Occurrence extends EventSpan {
  /** Original local day: what names the date, also after a move. */
  readonly day: EpochDay;
  readonly isException: boolean;
}

interface Expansion {
  /** Up to this day (exclusive) everything is known. */
  until: EpochDay;
  readonly days: EpochDay[];
  readonly starts: number[];
  readonly ends: number[];
}

const expansions = new WeakMap<EventRecord, Expansion>();
/** Years before and after which a series is worked out at once, not kept. */
const keptDays = 366 * 30;

/** The instants of an event's content. */
export function spanOf(content: EventContent): EventSpan {
  return {
    start: content.isAllDay ? content.start : toInstant(content.startZone.iana, content.start),
    end: content.isAllDay ? content.end : toInstant(content.endZone.iana, content.end),
  };
}

/** When a date of the series would take place without any change: the same wall times, in the series' zone. */
export function plannedSpan(record: EventRecord, day: EpochDay): EventSpan {
  const { content } = record;
  const shift = (day - dayOfWall(content.start)) * milliInDay;
  return spanOf({ ...content, start: content.start + shift, end: content.end + shift });
}

/** What is true of one date: the master's, with what its exception changes. */
export function contentOn(record: EventRecord, day: EpochDay): EventContent {
  const shift = (day - dayOfWall(record.content.start)) * milliInDay;
  return {
    ...record.content,
    start: record.content.start + shift,
    end: record.content.end + shift,
    ...record.exceptions[day]?.content,
  };
}

export function ownOn(record: EventRecord, day: EpochDay): OwnState {
  const exception = record.exceptions[day];
  return exception ? { ...record.own, ...exception.own } : record.own;
}

/** The dates of a series that touch a window of instants (end exclusive), in order of their original days. */
export function occurrencesBetween(record: EventRecord, from: number, to: number): Occurrence[] {
  if (!isSeries(record)) return [];
  const found: Occurrence[] = [];
  const removed = new Set(record.removed);
  const { days, starts, ends } = expansionUntil(record, from, to);
  const length = Math.max(0, record.content.end - record.content.start) + 2 * milliInDay;
  for (let index = lowerBound(starts, from - length); index < days.length; index += 1) {
    const [day = 0, start = 0, end = 0] = [days[index], starts[index], ends[index]];
    if (start >= to) break;
    if (touches(start, end, from, to) && !removed.has(day) && !(day in record.exceptions))
      found.push({ day, start, end, isException: false });
  }
  const exceptions = exceptionSpans(record).filter(({ start, end }) => touches(start, end, from, to));
  if (exceptions.length === 0) return found;
  return [...found, ...exceptions].toSorted((a, b) => a.day - b.day);
}

/** Whether a day is a date of the series that takes place (moved or not). */
export function isOccurrence(record: EventRecord, day: EpochDay): boolean {
  return (
    isSeries(record) &&
    !record.removed.includes(day) &&
    (day in record.exceptions || recurrenceDays(record.recurrence, day, day + 1).length === 1)
  );
}

export function exceptionSpans(record: EventRecord): Occurrence[] {
  return Object.keys(record.exceptions).map((key) => {
    const day = Number(key);
    return { day, ...spanOf(contentOn(record, day)), isException: true };
  });
}

/** Half-open, but an event without length is met at its start. */
export function touches(start: number, end: number, from: number, to: number): boolean {
  return start < to && (end > from || (start === end && start >= from));
}

function expansionUntil(
  record: EventRecord & { readonly recurrence: object },
  from: number,
  to: number,
): Expansion {
  if (!isSeries(record)) return { until: 0, days: [], starts: [], ends: [] };
  const startDay = record.recurrence.range.startDay;
  const untilDay = Math.ceil(to / milliInDay) + 2;
  if (untilDay - startDay > keptDays) {
    const length = Math.ceil((record.content.end - record.content.start) / milliInDay) + 2;
    return extend(
      record,
      { until: Math.floor(from / milliInDay) - length, days: [], starts: [], ends: [] },
      untilDay,
    );
  }
  let known = expansions.get(record);
  if (!known) expansions.set(record, (known = { until: startDay, days: [], starts: [], ends: [] }));
  // A year at a time: views are asked for again and again, a little later each.
  return known.until >= untilDay ? known : extend(record, known, untilDay + 366);
}

function extend(record: EventRecord, known: Expansion, until: EpochDay): Expansion {
  if (!isSeries(record)) return known;
  for (const day of recurrenceDays(record.recurrence, known.until, until)) {
    const { start, end } = plannedSpan(record, day);
    known.days.push(day);
    known.starts.push(start);
    known.ends.push(end);
  }
  known.until = until;
  return known;
}

/** First index whose value is at least `least`, in a sorted list. */
function lowerBound(values: readonly number[], least: number): number {
  let [low, high] = [0, values.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((values[middle] ?? Number.POSITIVE_INFINITY) < least) low = middle + 1;
    else high = middle;
  }
  return low;
}
