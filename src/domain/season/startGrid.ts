import {
  clearRange,
  hasAnyIn,
  orInto,
  planeWords,
  quarterMilli,
  quartersADay,
  setRange,
  spreadBack,
  wordsADay,
  type Plane,
} from '#domain/availability/bits.ts';
import { copyToWall, type WallSegment } from '#domain/availability/wallGrid.ts';
import { weekdayOfNumber } from '#domain/time/days.ts';
import type { SeasonGrid } from './seasonGrid.ts';
import { startRange } from './startRange.ts';

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
  /** Within the hours asked for, and not before the query's `notBefore`: where a date may be moved to, if it is free. */
  readonly allowed: Plane;
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
  readonly hasUnknown: boolean;
  readonly hasTentative: boolean;
}

const halfHour = 2;
const hour = 4;

/** Works out all starts for meetings of a length. */
export function startGrid(grid: SeasonGrid, lengthMinutes: number): StartGrid {
  const lengthQuarters = lengthMinutes / 15;
  const { people, segments, dayCount } = grid;
  const utcWords = planeWords(grid.frame.days);
  const wallWords = planeWords(dayCount);
  const scratch = new Int32Array(utcWords);
  const walls = new Int32Array(wallWords * 12);
  const wall = (index: number): Plane => walls.subarray(index * wallWords, (index + 1) * wallWords);
  const [blocked, unknown, anyTentative, missing] = [wall(0), wall(1), wall(2), wall(3)];
  const [outside, outsideByHalf, outsideByHour, lunch] = [wall(4), wall(5), wall(6), wall(7)];
  const [tentative, open, notFree, allowed] = [wall(8), wall(9), wall(10), wall(11)];

  const planes: Plane[] = [];
  for (const person of people) planes.push(person.taken, person.outside);
  spreadBack(scratch, planes, lengthQuarters);
  copyToWall(blocked, scratch, segments);

  const seasonStart = -(segments[0]?.delta ?? 0);
  const hasAny = (plane: Plane): boolean => hasAnyIn(plane, seasonStart, utcWords * 32);
  const unknowns = people.map((person) => person.unknown).filter(hasAny);
  if (unknowns.length > 0) {
    spreadBack(scratch, unknowns, lengthQuarters);
    copyToWall(unknown, scratch, segments);
  }
  const tentatives = people.map((person) => person.tentative).filter(hasAny);
  if (tentatives.length > 0) {
    spreadBack(scratch, tentatives, lengthQuarters);
    copyToWall(anyTentative, scratch, segments);
  }
  spreadBack(
    scratch,
    people.map((person) => person.lunch),
    lengthQuarters,
  );
  copyToWall(lunch, scratch, segments);

  const scratchAlone = [scratch];
  spreadBack(
    scratch,
    people.map((person) => person.outside),
    lengthQuarters,
  );
  copyToWall(outside, scratch, segments);
  spreadBack(scratch, scratchAlone, 1 + 2 * halfHour);
  copyToWall(outsideByHalf, scratch, segments, -halfHour);
  spreadBack(scratch, scratchAlone, 1 + 2 * (hour - halfHour));
  copyToWall(outsideByHour, scratch, segments, -hour);

  markMissing(missing, segments, dayCount * quartersADay);
  orInto(blocked, missing);
  markAllowed(allowed, grid, lengthMinutes);
  for (let day = 0; day < dayCount; day++) {
    if (grid.blackouts[day] === 1) setRange(blocked, day * quartersADay, (day + 1) * quartersADay);
  }
  let allUnknown = 0;
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
    open[word] = word >= openFromWord ? ~taken : 0;
    allUnknown |= unknownBits;
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
    missing,
    anyTentative,
    outside,
    outsideByHalf,
    outsideByHour,
    lunch,
    hasUnknown: allUnknown !== 0,
    hasTentative: allTentative !== 0,
  };
}

/** Starts that leave one person's working hours, on the season's clocks. */
export function startsOutside(grid: SeasonGrid, personIndex: number, lengthQuarters: number): Plane {
  const scratch = new Int32Array(planeWords(grid.frame.days));
  const wall = new Int32Array(planeWords(grid.dayCount));
  const person = grid.people[personIndex];
  if (!person) return wall;
  spreadBack(scratch, [person.outside], lengthQuarters);
  copyToWall(wall, scratch, grid.segments);
  return wall;
}

function markAllowed(allowed: Plane, grid: SeasonGrid, lengthMinutes: number): void {
  const { hours, notBefore } = grid.query;
  const range = startRange(hours, lengthMinutes);
  if (!range) return;
  for (let day = 0; day < grid.dayCount; day++) {
    if (!hours.days.includes(weekdayOfNumber(grid.firstDay + day))) continue;
    setRange(allowed, day * quartersADay + range.first, day * quartersADay + range.last + 1);
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
