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

interface Found {
  readonly version: number;
  readonly calendar: string | undefined;
  readonly from: number;
  readonly to: number;
  readonly entries: readonly Entry[];
}

/** The last windows that were asked for in each mailbox: views are read page by page, and again and again. */
const lately = new WeakMap<ReadonlyMap<string, EventRecord>, Found[]>();
const mostKept = 8;

/** What takes place in a mailbox's calendar within a window of instants, by start. */
export function eventsBetween(
  store: Reader,
  ownerId: string,
  calendar: string | undefined,
  from: number,
  to: number,
): readonly Entry[] {
  const all = store.all(events, ownerId);
  const version = store.version(events, ownerId);
  const kept = (lately.get(all) ?? []).filter((found) => found.version === version);
  const known = kept.find((found) => found.calendar === calendar && found.from === from && found.to === to);
  if (known) return known.entries;
  const entries = findBetween(all, calendar, from, to);
  lately.set(all, [{ version, calendar, from, to, entries }, ...kept.slice(0, mostKept - 1)]);
  return entries;
}

function findBetween(
  all: ReadonlyMap<string, EventRecord>,
  calendar: string | undefined,
  from: number,
  to: number,
): readonly Entry[] {
  const found: Entry[] = [];
  for (const record of all.values()) {
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
