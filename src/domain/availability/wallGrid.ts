import { dayMilli } from '#domain/time/days.ts';
import type { EpochMilli } from '#domain/time/types.ts';
import type { ZoneTable } from '#domain/time/zoneTable.ts';
import { orShifted, quarterMilli, quartersADay, type Plane } from './bits.ts';

/** A stretch of UTC on the 15-minute grid: `days` times 24 hours from `origin`, a midnight of UTC. */
export interface UtcFrame {
  readonly origin: EpochMilli;
  readonly days: number;
}

/**
 * How the quarters of a UTC frame lie on the clocks of a zone: wall quarter = UTC quarter + `delta`, one segment
 * between two changes of the clocks. Wall quarter 0 is midnight of a first day.
 */
export interface WallSegment {
  readonly fromQuarter: number;
  readonly toQuarter: number;
  readonly delta: number;
}

export const quartersAWeek = 7 * quartersADay;

/**
 * Segments of a zone over a frame; undefined when its offsets or changes are no whole quarters, which no zone
 * has had since 2011. `firstDay` is the day number of wall quarter 0.
 */
export function wallSegments(
  frame: UtcFrame,
  table: ZoneTable,
  firstDay: number,
): readonly WallSegment[] | undefined {
  const segments: WallSegment[] = [];
  const lastQuarter = frame.days * quartersADay;
  const count = table.starts.length;
  for (let index = 0; index < count; index++) {
    const from = index === 0 ? 0 : ((table.starts[index] ?? 0) - frame.origin) / quarterMilli;
    const to =
      index + 1 < count ? ((table.starts[index + 1] ?? 0) - frame.origin) / quarterMilli : lastQuarter;
    if (to <= 0 || from >= lastQuarter) continue;
    const delta = (frame.origin + (table.offsetsMilli[index] ?? 0) - firstDay * dayMilli) / quarterMilli;
    if (!Number.isInteger(from) || !Number.isInteger(to) || !Number.isInteger(delta)) return undefined;
    segments.push({ fromQuarter: Math.max(from, 0), toQuarter: Math.min(to, lastQuarter), delta });
  }
  return segments;
}

/**
 * Copies a UTC plane onto the clocks of a zone. An hour that comes twice is set when either pass is; quarters
 * that the clocks leave out stay clear. `shift` moves the source: its bit `shift` counts as bit 0.
 */
export function copyToWall(wall: Plane, utc: Plane, segments: readonly WallSegment[], shift = 0): void {
  for (const { fromQuarter, toQuarter, delta } of segments) {
    orShifted(wall, fromQuarter + delta, utc, fromQuarter + shift, toQuarter - fromQuarter);
  }
}

/**
 * Writes a week's pattern on the clocks of a zone into a UTC plane, week after week. `week` has one bit for each
 * quarter from Monday midnight on; wall quarter 0 of the segments must be one.
 */
export function tileWeeks(utc: Plane, week: Plane, segments: readonly WallSegment[]): void {
  for (const { fromQuarter, toQuarter, delta } of segments) {
    const end = toQuarter + delta;
    for (let at = fromQuarter + delta; at < end;) {
      const inWeek = at % quartersAWeek;
      const count = Math.min(quartersAWeek - inWeek, end - at);
      orShifted(utc, at - delta, week, inWeek, count);
      at += count;
    }
  }
}

/** The UTC quarter at which the clocks show a wall quarter for the first time, or -1 when they leave it out. */
export function firstPass(segments: readonly WallSegment[], wallQuarter: number): number {
  for (let index = 0; index < segments.length; index++) {
    const quarter = passIn(segments[index], wallQuarter);
    if (quarter >= 0) return quarter;
  }
  return -1;
}

/** The UTC quarter at which the clocks show a wall quarter for the last time, or -1 when they leave it out. */
export function lastPass(segments: readonly WallSegment[], wallQuarter: number): number {
  for (let index = segments.length - 1; index >= 0; index--) {
    const quarter = passIn(segments[index], wallQuarter);
    if (quarter >= 0) return quarter;
  }
  return -1;
}

function passIn(segment: WallSegment | undefined, wallQuarter: number): number {
  if (!segment) return -1;
  const quarter = wallQuarter - segment.delta;
  return quarter >= segment.fromQuarter && quarter < segment.toQuarter ? quarter : -1;
}
