import {
  orInto,
  planeWords,
  quartersADay,
  setRange,
  spreadBack,
  wordsADay,
  type Plane,
} from '#domain/availability/bits.ts';
import { copyToWall, type WallSegment } from '#domain/availability/wallGrid.ts';
import type { SeasonGrid } from './seasonGrid.ts';

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
  /** The clocks leave it out. */
  readonly missing: Plane;
  /** Tentative for somebody, whatever else. */
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
  const scratch = new Uint32Array(utcWords);
  const walls = new Uint32Array(wallWords * 11);
  const wall = (index: number): Plane => walls.subarray(index * wallWords, (index + 1) * wallWords);
  const [blocked, unknown, anyTentative, missing] = [wall(0), wall(1), wall(2), wall(3)];
  const [outside, outsideByHalf, outsideByHour, lunch] = [wall(4), wall(5), wall(6), wall(7)];
  const [tentative, open, notFree] = [wall(8), wall(9), wall(10)];

  for (const person of people) {
    orInto(scratch, person.taken);
    orInto(scratch, person.outside);
  }
  spreadBack(scratch, lengthQuarters);
  copyToWall(blocked, scratch, segments);

  gather(
    scratch,
    people.map((person) => person.unknown),
    lengthQuarters,
  );
  copyToWall(unknown, scratch, segments);
  gather(
    scratch,
    people.map((person) => person.tentative),
    lengthQuarters,
  );
  copyToWall(anyTentative, scratch, segments);
  gather(
    scratch,
    people.map((person) => person.lunch),
    lengthQuarters,
  );
  copyToWall(lunch, scratch, segments);

  gather(
    scratch,
    people.map((person) => person.outside),
    lengthQuarters,
  );
  copyToWall(outside, scratch, segments);
  spreadBack(scratch, 1 + 2 * halfHour);
  copyToWall(outsideByHalf, scratch, segments, -halfHour);
  spreadBack(scratch, 1 + 2 * (hour - halfHour));
  copyToWall(outsideByHour, scratch, segments, -hour);

  markMissing(missing, segments, dayCount * quartersADay);
  orInto(blocked, missing);
  for (let day = 0; day < dayCount; day++) {
    if (grid.blackouts[day] === 1) setRange(blocked, day * quartersADay, (day + 1) * quartersADay);
  }
  let unknowns = 0;
  let tentatives = 0;
  const openFromWord = grid.openFrom * wordsADay;
  for (let word = 0; word < wallWords - 1; word++) {
    const blockedBits = blocked[word] ?? 0;
    const unknownBits = (unknown[word] ?? 0) & ~blockedBits;
    const tentativeBits = (anyTentative[word] ?? 0) & ~(blockedBits | unknownBits);
    const taken = blockedBits | unknownBits | tentativeBits;
    unknown[word] = unknownBits;
    tentative[word] = tentativeBits;
    notFree[word] = taken;
    open[word] = word >= openFromWord ? ~taken : 0;
    unknowns |= unknownBits;
    tentatives |= anyTentative[word] ?? 0;
  }
  return {
    lengthQuarters,
    blocked,
    unknown,
    tentative,
    open,
    notFree,
    missing,
    anyTentative,
    outside,
    outsideByHalf,
    outsideByHour,
    lunch,
    hasUnknown: unknowns !== 0,
    hasTentative: tentatives !== 0,
  };
}

/** Starts that leave one person's working hours, on the season's clocks. */
export function startsOutside(grid: SeasonGrid, personIndex: number, lengthQuarters: number): Plane {
  const scratch = new Uint32Array(planeWords(grid.frame.days));
  const wall = new Uint32Array(planeWords(grid.dayCount));
  const person = grid.people[personIndex];
  if (!person) return wall;
  orInto(scratch, person.outside);
  spreadBack(scratch, lengthQuarters);
  copyToWall(wall, scratch, grid.segments);
  return wall;
}

/** Fills `scratch` with the union of planes, spread to the starts of meetings. */
function gather(scratch: Plane, planes: readonly Plane[], lengthQuarters: number): void {
  scratch.fill(0);
  for (const plane of planes) orInto(scratch, plane);
  spreadBack(scratch, lengthQuarters);
}

function markMissing(missing: Plane, segments: readonly WallSegment[], quarters: number): void {
  let until = 0;
  for (const { fromQuarter, toQuarter, delta } of segments) {
    setRange(missing, until, Math.min(fromQuarter + delta, quarters));
    until = Math.max(until, toQuarter + delta);
  }
}
