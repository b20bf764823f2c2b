import { Temporal } from 'temporal-polyfill';
import type { WallMilli } from './wallTime.ts';

interface YearOffsets {
  /** At the start of the year (UTC). */
  readonly first: number;
  readonly changes: readonly { readonly at: number; readonly offset: number }[];
}

const zones = new Map<string, Map<number, YearOffsets>>();

/** Milliseconds that the zone's wall is ahead of UTC at an instant. The zone is a known IANA name. */
export function offsetAt(zone: string, epochMilli: number): number {
  if (zone === 'UTC') return 0;
  const { first, changes } = offsetsOf(zone, new Date(epochMilli).getUTCFullYear());
  let offset = first;
  for (const change of changes) if (change.at <= epochMilli) offset = change.offset;
  return offset;
}

export function toWall(zone: string, epochMilli: number): WallMilli {
  return epochMilli + offsetAt(zone, epochMilli);
}

/**
 * The instant at which the wall shows a time. Policy at a clock change: a time shown twice is the earlier one, a time that is skipped is read
 * with the offset before the change (Temporal's `compatible`).
 */
export function toInstant(zone: string, wall: WallMilli): number {
  if (zone === 'UTC') return wall;
  const before = offsetAt(zone, wall - 86_400_000);
  const after = offsetAt(zone, wall + 86_400_000);
  if (before === after && offsetAt(zone, wall - before) === before) return wall - before;
  const candidates = [wall - before, wall - after].filter(
    (instant) => instant + offsetAt(zone, instant) === wall,
  );
  return candidates.length > 0 ? Math.min(...candidates) : wall - before;
}

function offsetsOf(zone: string, year: number): YearOffsets {
  let years = zones.get(zone);
  if (!years) zones.set(zone, (years = new Map()));
  const known = years.get(year);
  if (known) return known;
  const made = readOffsets(zone, year);
  years.set(year, made);
  return made;
}

function readOffsets(zone: string, year: number): YearOffsets {
  const [start, end] = [Date.UTC(year, 0, 1), Date.UTC(year + 1, 0, 1)];
  let at = Temporal.Instant.fromEpochMilliseconds(start).toZonedDateTimeISO(zone);
  const first = at.offsetNanoseconds / 1e6;
  const changes: { at: number; offset: number }[] = [];
  for (;;) {
    const next = at.getTimeZoneTransition('next');
    if (!next || next.epochMilliseconds >= end) return { first, changes };
    changes.push({ at: next.epochMilliseconds, offset: next.offsetNanoseconds / 1e6 });
    at = next;
  }
}
