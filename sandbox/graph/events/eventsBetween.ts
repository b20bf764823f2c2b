import type { Reader } from '#sandbox/store/table.ts';
import { events, isSeries, type EventRecord, type EventSpan } from './eventRecord.ts';
import { occurrencesBetween, spanOf, touches } from './occurrences.ts';
import type { EpochDay } from '../time/wallTime.ts';

/** A single event or one date of a series, with its instants. */
export interface Entry {
  readonly record: EventRecord;
  readonly day: EpochDay | undefined;
  readonly span: EventSpan;
}

const spans = new WeakMap<EventRecord, EventSpan>();

/** What takes place in a mailbox's calendar within a window of instants, by start. */
export function eventsBetween(
  store: Reader,
  ownerId: string,
  calendar: string | undefined,
  from: number,
  to: number,
): readonly Entry[] {
  const found: Entry[] = [];
  for (const record of store.all(events, ownerId).values()) {
    if (calendar !== undefined && record.calendar !== calendar) continue;
    if (isSeries(record)) {
      for (const span of occurrencesBetween(record, from, to)) found.push({ record, day: span.day, span });
      continue;
    }
    const span = spanOfSingle(record);
    if (touches(span.start, span.end, from, to)) found.push({ record, day: undefined, span });
  }
  return found.toSorted(
    (left, right) =>
      left.span.start - right.span.start ||
      left.span.end - right.span.end ||
      (left.record.key < right.record.key ? -1 : 1),
  );
}

function spanOfSingle(record: EventRecord): EventSpan {
  let span = spans.get(record);
  if (!span) spans.set(record, (span = spanOf(record.content)));
  return span;
}
