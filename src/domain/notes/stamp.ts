import { isIsoDay } from '#domain/time/days.ts';
import type { EpochMilli } from '#domain/time/types.ts';
import { compareText } from './json.ts';

/**
 * When something was written and by which opening of the app: `2026-12-03T14:00:00.000Z k3f9x2ab`. Plain text that sorts by time, then by writer.
 * The time is the writer's clock, pushed forward past whatever it replaces, so that a later edit always sorts later, even where a clock is wrong.
 */
export type Stamp = `${string} ${string}`;

/**
 * What an edit is written with. `writer` must be fresh for every opening of the app (a page, a pane): letters, digits and hyphens, at most 40, and
 * two openings never share one, not even on the same device. `at` is the clock's now.
 */
export interface Pen {
  readonly writer: string;
  readonly at: EpochMilli;
}

const timeLength = 24;
const stampPattern =
  /^(?:19|2\d)\d\d-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d\.\d{3}Z [A-Za-z0-9-]{1,40}$/;
const writerPattern = /^[A-Za-z0-9-]{1,40}$/;
const earliest = Date.UTC(1900, 0, 1);
const latest = Date.UTC(2999, 11, 31, 23, 59, 59, 999);

export function isStamp(value: unknown): value is Stamp {
  return (
    typeof value === 'string' &&
    stampPattern.test(value) &&
    (value.slice(8, 10) < '29' || isIsoDay(value.slice(0, 10)))
  );
}

/** True for a time as stamps have it. */
export function isTime(value: unknown): value is string {
  return typeof value === 'string' && isStamp(`${value} w`);
}

/**
 * A stamp that sorts after each of `after`, at the pen's time unless that is too early.
 * Throws RangeError for a writer that no file could hold.
 */
export function stampAfter(pen: Pen, after: readonly (Stamp | undefined)[]): Stamp {
  if (!writerPattern.test(pen.writer)) throw new RangeError(`not a writer: ${JSON.stringify(pen.writer)}`);
  const floor = after.reduce((most, stamp) => Math.max(most, stamp ? epochOf(stamp) + 1 : 0), 0);
  const at = Math.min(latest, Math.max(earliest, pen.at, floor));
  return `${new Date(at).toISOString()} ${pen.writer}`;
}

/** The time of a stamp, `yyyy-MM-ddTHH:mm:ss.sssZ`. */
export function timeOf(stamp: Stamp): string {
  return stamp.slice(0, timeLength);
}

export function epochOf(stamp: Stamp): EpochMilli {
  return Date.parse(timeOf(stamp));
}

/** Later first. */
export function compareLatestFirst(a: Stamp, b: Stamp): number {
  return compareText(b, a);
}

/** One stamp for each writer, the latest seen of theirs; by writer. What a copy of an entry has ever taken in. */
export type Seen = readonly Stamp[];

/** Tells whether what was written with a stamp is known to `seen`, be it still there or replaced. */
export function seenBy(seen: Seen): (stamp: Stamp) => boolean {
  if (seen.length <= fewWriters) {
    return (stamp) => seen.some((known) => known >= stamp && writerOf(known) === writerOf(stamp));
  }
  const latestOf = new Map(seen.map((stamp) => [writerOf(stamp), stamp]));
  return (stamp) => (latestOf.get(writerOf(stamp)) ?? '') >= stamp;
}

/** Up to so many, looking through them is faster than a table. */
const fewWriters = 6;

/** Everything that either has seen. */
export function joinSeen(a: Seen, b: Seen): Seen {
  if (a === b || b.every(seenBy(a))) return a;
  const latestOf = new Map<string, Stamp>();
  for (const stamp of [...a, ...b]) {
    const known = latestOf.get(writerOf(stamp));
    if (known === undefined || known < stamp) latestOf.set(writerOf(stamp), stamp);
  }
  return [...latestOf.values()].toSorted((x, y) => compareText(writerOf(x), writerOf(y)));
}

function writerOf(stamp: Stamp): string {
  return stamp.slice(timeLength + 1);
}
