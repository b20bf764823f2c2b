import {
  clearRange,
  hasAnyBetween,
  orInto,
  planeWords,
  quarterMilli,
  quartersADay,
  setRange,
  uniteInto,
  wordsADay,
  type Plane,
} from '#domain/availability/bits.ts';
import { startsOnWall, type WallSegment } from '#domain/availability/wallGrid.ts';
import type { SeasonGrid } from './seasonGrid.ts';
import { rangeMask, startRange, type StartRange } from './startRange.ts';

/**
 * All starts of a season on its own clocks, for one length of meeting: a bit stands for "a meeting that starts at
 * this quarter". A start shown twice by the clocks has the worse of both. `blocked`, `unknown`, `tentative` and
 * `open` never overlap; a start in none of them is free.
 */
export interface StartGrid {
  readonly lengthQuarters: number;
  /** A clash with somebody, a day left out, or a time that the clocks leave out. */
  readonly blocked: Plane;
  readonly unknown: Plane;
  readonly tentative: Plane;
  /** Free, beyond what looks filled. */
  readonly open: Plane;
  /** Neither free nor open. */
  readonly notFree: Plane;
  /** Within the hours asked for, and not before the query's `notBefore`. */
  readonly allowed: Plane;
  /** Allowed, and free or open: where a date may be moved to. */
  readonly movable: Plane;
  /** The clocks leave it out. */
  readonly missing: Plane;
  /** Tentative for somebody, and not blocked. */
  readonly anyTentative: Plane;
  /** Leaves somebody's working hours. */
  readonly outside: Plane;
  /** Leaves somebody's working hours when half an hour, or an hour, is added on both sides. */
  readonly outsideByHalf: Plane;
  readonly outsideByHour: Plane;
  /** Runs into somebody's lunch. */
  readonly lunch: Plane;
  /** Whether anything is unknown in the season at all. */
  readonly hasUnknown: boolean;
  readonly hasTentative: boolean;
}

const halfHour = 2;
const hour = 4;

/**
 * Works out all starts for meetings of a length; with `within`, only those words of the planes that hold starts
 * of that range on days asked for, which is all that ranking and moving look at.
 */
export function startGrid(grid: SeasonGrid, lengthMinutes: number, within?: StartRange): StartGrid {
  const lengthQuarters = lengthMinutes / 15;
  const { people, segments, dayCount } = grid;
  const wallWords = planeWords(dayCount);
  const union = new Int32Array(planeWords(grid.frame.days));
  const walls = new Int32Array(wallWords * 13);
  const wall = (index: number): Plane => walls.subarray(index * wallWords, (index + 1) * wallWords);
  const [blocked, unknown, anyTentative, missing] = [wall(0), wall(1), wall(2), wall(3)];
  const [outside, outsideByHalf, outsideByHour, lunch] = [wall(4), wall(5), wall(6), wall(7)];
  const [tentative, open, notFree, allowed] = [wall(8), wall(9), wall(10), wall(11)];
  const movable = wall(12);
  const needed = neededWords(grid, within);

  uniteInto(union, planesOf(people, 'unknown'));
  const hasUnknown = hasAnyBetween(union, -(segments[0]?.delta ?? 0), union.length * 32);
  if (hasUnknown) startsOnWall(unknown, union, segments, lengthQuarters, 0, needed);
  uniteInto(union, planesOf(people, 'tentative'));
  startsOnWall(anyTentative, union, segments, lengthQuarters, 0, needed);
  uniteInto(union, planesOf(people, 'lunch'));
  startsOnWall(lunch, union, segments, lengthQuarters, 0, needed);

  uniteInto(union, planesOf(people, 'outside'));
  startsOnWall(outside, union, segments, lengthQuarters, 0, needed);
  // What is outside anyway is not asked how near to an edge it is.
  const inside = needed.slice();
  for (let word = 0; word < wallWords; word++) if (outside[word] === -1) inside[word] = 0;
  startsOnWall(outsideByHalf, union, segments, lengthQuarters, halfHour, inside);
  startsOnWall(outsideByHour, union, segments, lengthQuarters, hour, inside);
  for (const person of people) orInto(union, person.taken);
  startsOnWall(blocked, union, segments, lengthQuarters, 0, needed);

  markMissing(missing, segments, dayCount * quartersADay);
  orInto(blocked, missing);
  markAllowed(allowed, grid, lengthMinutes);
  for (let day = 0; day < dayCount; day++) {
    if (grid.blackouts[day] === 1) setRange(blocked, day * quartersADay, (day + 1) * quartersADay);
  }
  let allTentative = 0;
  const openFromWord = grid.openFrom * wordsADay;
  for (let word = 0; word < wallWords - 1; word++) {
    const blockedBits = blocked[word] ?? 0;
    const unknownBits = (unknown[word] ?? 0) & ~blockedBits;
    const anyTentativeBits = (anyTentative[word] ?? 0) & ~blockedBits;
    const tentativeBits = anyTentativeBits & ~unknownBits;
    const taken = blockedBits | unknownBits | tentativeBits;
    unknown[word] = unknownBits;
    anyTentative[word] = anyTentativeBits;
    tentative[word] = tentativeBits;
    notFree[word] = taken;
    movable[word] = (allowed[word] ?? 0) & ~taken;
    open[word] = word >= openFromWord ? ~taken : 0;
    allTentative |= anyTentativeBits;
  }
  return {
    lengthQuarters,
    blocked,
    unknown,
    tentative,
    open,
    notFree,
    allowed,
    movable,
    missing,
    anyTentative,
    outside,
    outsideByHalf,
    outsideByHour,
    lunch,
    hasUnknown,
    hasTentative: allTentative !== 0,
  };
}

/** Starts that leave one person's working hours, on the season's clocks. */
export function startsOutside(grid: SeasonGrid, personIndex: number, lengthQuarters: number): Plane {
  const wall = new Int32Array(planeWords(grid.dayCount));
  const outside = grid.people[personIndex]?.outside;
  if (outside) startsOnWall(wall, outside, grid.segments, lengthQuarters, 0, neededWords(grid, undefined));
  return wall;
}

function planesOf(
  people: SeasonGrid['people'],
  plane: 'unknown' | 'tentative' | 'outside' | 'lunch',
): readonly Plane[] {
  return people.map((person) => person[plane]);
}

/** 1 for each word of a wall plane that is to be worked out. */
function neededWords(grid: SeasonGrid, within: StartRange | undefined): Uint8Array {
  const words = new Uint8Array(planeWords(grid.dayCount));
  if (!within) return words.fill(1);
  const firstWord = within.first >>> 5;
  const endWord = (within.last >>> 5) + 1;
  const wanted = wantedDays(grid.query.hours.days);
  for (let day = 0; day < grid.dayCount; day++) {
    if (wanted[grid.weekdays[day] ?? 0] !== true) continue;
    for (let word = firstWord; word < endWord; word++) words[day * wordsADay + word] = 1;
  }
  return words;
}

/** At each weekday, 1 to 7, whether it is one of some days. */
function wantedDays(days: readonly number[]): readonly boolean[] {
  return [0, 1, 2, 3, 4, 5, 6, 7].map((weekday) => days.includes(weekday));
}

function markAllowed(allowed: Plane, grid: SeasonGrid, lengthMinutes: number): void {
  const { hours, notBefore } = grid.query;
  const range = startRange(hours, lengthMinutes);
  if (!range) return;
  const wanted = wantedDays(hours.days);
  for (let word = range.first >>> 5; word <= range.last >>> 5; word++) {
    const mask = rangeMask(range, word);
    for (let day = 0; day < grid.dayCount; day++) {
      if (wanted[grid.weekdays[day] ?? 0] === true) allowed[day * wordsADay + word] = mask;
    }
  }
  if (notBefore === undefined) return;
  const firstQuarter = Math.ceil((notBefore - grid.frame.origin) / quarterMilli);
  for (const { fromQuarter, toQuarter, delta } of grid.segments) {
    // A reading that comes twice stands for its first pass, which has gone by when it was seen before.
    clearRange(allowed, fromQuarter + delta, Math.min(toQuarter, firstQuarter) + delta);
  }
}

function markMissing(missing: Plane, segments: readonly WallSegment[], quarters: number): void {
  let until = 0;
  for (const { fromQuarter, toQuarter, delta } of segments) {
    setRange(missing, until, Math.min(fromQuarter + delta, quarters));
    until = Math.max(until, toQuarter + delta);
  }
}
