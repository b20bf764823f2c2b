import { dayMilli } from '#domain/time/days.ts';
import type { ZoneTable } from '#domain/time/zoneTable.ts';
import { orShifted, quarterMilli, quartersADay, type Plane } from './bits.ts';
import type { UtcFrame } from './personGrid.ts';

/**
 * How the quarters of a UTC frame lie on the clocks of a zone: wall quarter = UTC quarter + `delta`, one segment
 * between two changes of the clocks. Wall quarter 0 is midnight of the first day.
 */
export interface WallSegment {
  readonly fromQuarter: number;
  readonly toQuarter: number;
  readonly delta: number;
}

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
  for (let index = 0; index < table.starts.length; index++) {
    const from = index === 0 ? 0 : ((table.starts[index] ?? 0) - frame.origin) / quarterMilli;
    const to =
      index + 1 < table.starts.length
        ? ((table.starts[index + 1] ?? 0) - frame.origin) / quarterMilli
        : lastQuarter;
    const delta = (frame.origin + (table.offsetsMilli[index] ?? 0) - firstDay * dayMilli) / quarterMilli;
    if (to <= 0 || from >= lastQuarter) continue;
    if (![from, to, delta].every(Number.isInteger)) return undefined;
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

/** The UTC quarter at which the clocks show a wall quarter for the first time, or -1 when they leave it out. */
export function firstPass(segments: readonly WallSegment[], wallQuarter: number): number {
  for (const { fromQuarter, toQuarter, delta } of segments) {
    const quarter = wallQuarter - delta;
    if (quarter >= fromQuarter && quarter < toQuarter) return quarter;
  }
  return -1;
}

/** The UTC quarter at which the clocks show a wall quarter for the last time, or -1 when they leave it out. */
export function lastPass(segments: readonly WallSegment[], wallQuarter: number): number {
  for (let index = segments.length - 1; index >= 0; index--) {
    const segment = segments[index];
    if (!segment) continue;
    const quarter = wallQuarter - segment.delta;
    if (quarter >= segment.fromQuarter && quarter < segment.toQuarter) return quarter;
  }
  return -1;
}
