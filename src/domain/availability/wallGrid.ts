import { dayMilli } from '#domain/time/days.ts';
import type { EpochMilli } from '#domain/time/types.ts';
import type { ZoneTable } from '#domain/time/zoneTable.ts';
import { orShifted, quarterMilli, quartersADay, wordAt, wordsADay, type Plane } from './bits.ts';

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

const quartersAWeek = 7 * quartersADay;
const wordsAWeek = 7 * wordsADay;

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
 * that the clocks leave out stay clear.
 */
export function copyToWall(wall: Plane, utc: Plane, segments: readonly WallSegment[]): void {
  for (const { fromQuarter, toQuarter, delta } of segments) {
    orShifted(wall, fromQuarter + delta, utc, fromQuarter, toQuarter - fromQuarter);
  }
}

/**
 * Turns a UTC plane into starts on the clocks of a zone: a start is set when any quarter of a meeting of `length`
 * quarters is, with `margin` quarters added before and after (`length + 2 * margin` is at most 32). A start that
 * comes twice is set when either pass is; one that the clocks leave out stays clear. Only words that are
 * `needed` are worked out.
 */
export function startsOnWall(
  wall: Plane,
  utc: Plane,
  segments: readonly WallSegment[],
  length: number,
  margin: number,
  needed: Uint8Array,
): void {
  const wallEnd = (wall.length - 1) * 32;
  const count = length + 2 * margin;
  for (let index = 0; index < segments.length; index++) {
    const segment = segments[index];
    if (!segment) continue;
    const from = Math.max(segment.fromQuarter + segment.delta, 0);
    const to = Math.min(segment.toQuarter + segment.delta, wallEnd);
    if (from >= to) continue;
    const firstWord = from >>> 5;
    const lastWord = (to - 1) >>> 5;
    const offset = -segment.delta - margin;
    for (let word = firstWord; word <= lastWord; word++) {
      if (needed[word] === 0) continue;
      const at = word * 32 + offset;
      let low = wordAt(utc, at);
      // The stretch doubles with each step; what is lost at the top of `high` is never needed below.
      let high = wordAt(utc, at + 32);
      for (let done = 1; done < count;) {
        const shift = done < count - done ? done : count - done;
        low |= (low >>> shift) | (high << (32 - shift));
        high |= high >>> shift;
        done += shift;
      }
      if (word === firstWord) low &= -1 << (from & 31);
      if (word === lastWord) low &= -1 >>> (31 - ((to - 1) & 31));
      wall[word] = (wall[word] ?? 0) | low;
    }
  }
}

/**
 * Writes a week's pattern on the clocks of a zone into a UTC plane, week after week. `week` has one bit for each
 * quarter from Monday midnight on; wall quarter 0 of the segments must be one.
 */
export function tileWeeks(utc: Plane, week: Plane, segments: readonly WallSegment[]): void {
  for (const { fromQuarter, toQuarter, delta } of segments) {
    // Two weeks by hand; from there on each whole word is the one a week before.
    const byHand = Math.min(fromQuarter + 2 * quartersAWeek, toQuarter);
    tile(utc, week, fromQuarter, byHand, delta);
    const end = toQuarter >>> 5;
    for (let word = byHand >>> 5; word < end; word++) utc[word] = utc[word - wordsAWeek] ?? 0;
    tile(utc, week, Math.max(byHand, end * 32), toQuarter, delta);
  }
}

function tile(utc: Plane, week: Plane, from: number, to: number, delta: number): void {
  for (let at = from + delta; at < to + delta;) {
    const inWeek = at % quartersAWeek;
    const count = Math.min(quartersAWeek - inWeek, to + delta - at);
    orShifted(utc, at - delta, week, inWeek, count);
    at += count;
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
