import { hasBit, quartersADay, type Plane } from '#domain/availability/bits.ts';
import { dayNumberOf } from '#domain/time/days.ts';
import { instantOf, quarterOf, wallQuarterOf, type CoffeeGrid } from './coffeeGrid.ts';
import { bothOf, eachBit, erode, freePlane, runLength, type Tolerance } from './startsOf.ts';
import { coffeeKinds, type CoffeeKind, type CoffeeQuery } from './types.ts';

/** A time that may be offered, with what its place in the order depends on. */
export interface Candidate {
  readonly kind: CoffeeKind;
  readonly quarter: number;
  readonly quarters: number;
  readonly mode: 'inPerson' | 'video';
  /** Days since `firstMonday` on the asking person's clocks. */
  readonly day: number;
  /** 0 Monday to 6 Sunday. */
  readonly weekday: number;
  readonly isUnknown: boolean;
  /** Free quarters before and after, up to `mostRoom`. */
  readonly roomBefore: number;
  readonly roomAfter: number;
  /** Less is better. */
  readonly cost: number;
}

/** An hour around a meeting is room enough. */
const mostRoom = 4;

/**
 * What a time costs in the order of suggestions. Each is a wish that weighs against the others; what must hold is never
 * among them. One point is a day of waiting.
 */
const costs = {
  /** Somebody's calendar cannot be seen: behind everything that is free. */
  unknown: 10_000,
  /** The pair meets on that day anyway. */
  seasonDay: 60,
  /** Turned down at that weekday and hour before. */
  turnedDown: 120,
  /** A quarter of an hour less of room on one side. */
  tight: 4,
  /** By video where one could sit at a table. */
  video: 6,
  /** The same kind as the last chat. */
  sameKind: 8,
  /** A quarter of an hour away from the middle of the window. */
  offCentre: 0.5,
  /** A day later. */
  day: 1,
} as const;

/** All times of all kinds that hold what must hold, each with its cost. */
export function coffeeCandidates(
  query: CoffeeQuery,
  grid: CoffeeGrid,
  tolerance: Tolerance,
): readonly Candidate[] {
  const free = freePlane(grid, tolerance);
  const travel = Math.ceil(query.travelMinutes / 15);
  const seasonDays = new Set(query.seasonDays.map((day) => dayNumberOf(day) - grid.firstMonday));
  const refused = refusedTimes(query, grid);
  const lastKind = query.met.reduce<CoffeeQuery['met'][number] | undefined>(
    (latest, each) => (latest === undefined || each.start > latest.start ? each : latest),
    undefined,
  )?.kind;
  const firstDay = dayOf(grid, grid.firstQuarter);
  const candidates: Candidate[] = [];
  for (const kind of coffeeKinds) {
    const window = grid.windows[kind];
    if (window === undefined) continue;
    const quarters = query.lengthMinutes[kind] / 15;
    const starts = erode(bothOf(window, free), quarters);
    const tables =
      grid.onSite === undefined
        ? undefined
        : tablesOf(free, bothOf(grid.onSite, grid.together), quarters, travel);
    eachBit(starts, grid.firstQuarter, grid.endQuarter - quarters + 1, (quarter) => {
      const isAtTable = tables !== undefined && hasBit(tables, quarter);
      // A meal is eaten together or not at all; a coffee may be drunk on two ends of a line.
      if (!isAtTable && kind !== 'coffee') return;
      const wall = wallQuarterOf(grid, quarter);
      const day = Math.floor(wall / quartersADay);
      const weekday = day % 7;
      const isUnknown = tolerance.unknown && hasBits(grid.unknown, quarter, quarters);
      const roomBefore = runLength(free, quarter - 1, -1, mostRoom);
      const roomAfter = runLength(free, quarter + quarters, 1, mostRoom);
      const before = runLength(window, quarter - 1, -1, quartersADay);
      const after = runLength(window, quarter + quarters, 1, quartersADay);
      const cost =
        (day - firstDay) * costs.day +
        (isUnknown ? costs.unknown : 0) +
        (seasonDays.has(day) ? costs.seasonDay : 0) +
        (refused.has(refusedKey(kind, weekday, wall)) ? costs.turnedDown : 0) +
        (2 * mostRoom - roomBefore - roomAfter) * costs.tight +
        (isAtTable ? 0 : costs.video) +
        (kind === lastKind ? costs.sameKind : 0) +
        (Math.abs(before - after) / 2) * costs.offCentre;
      candidates.push({
        kind,
        quarter,
        quarters,
        mode: isAtTable ? 'inPerson' : 'video',
        day,
        weekday,
        isUnknown,
        roomBefore,
        roomAfter,
        cost,
      });
    });
  }
  return candidates;
}

/** Starts at which all are on site, with the way there and back free as well. */
function tablesOf(free: Plane, onSite: Plane, quarters: number, travel: number): Plane {
  const around = erode(free.slice(), quarters + 2 * travel);
  const starts = erode(onSite.slice(), quarters);
  const tables = new Int32Array(free.length);
  eachBit(starts, travel, (free.length - 1) * 32, (quarter) => {
    if (hasBit(around, quarter - travel))
      tables[quarter >>> 5] = (tables[quarter >>> 5] ?? 0) | (1 << (quarter & 31));
  });
  return tables;
}

function hasBits(plane: Plane, quarter: number, count: number): boolean {
  for (let at = quarter; at < quarter + count; at++) if (hasBit(plane, at)) return true;
  return false;
}

function dayOf(grid: CoffeeGrid, quarter: number): number {
  return Math.floor(wallQuarterOf(grid, quarter) / quartersADay);
}

/** Kind, weekday and hour of what was turned down; the hours before and behind count too. */
function refusedTimes(query: CoffeeQuery, grid: CoffeeGrid): ReadonlySet<string> {
  const keys = new Set<string>();
  for (const { kind, start } of query.turnedDown) {
    // A time that was turned down lies in the past more often than not: only its place in the week counts.
    const weekMilli = 604_800_000;
    const first = instantOf(grid, grid.firstQuarter);
    const weeks = Math.ceil((first - start) / weekMilli);
    const wall = wallQuarterOf(grid, quarterOf(grid, start + weeks * weekMilli));
    if (Number.isNaN(wall)) continue;
    const weekday = Math.floor(wall / quartersADay) % 7;
    for (const shift of [-4, 0, 4]) keys.add(refusedKey(kind, weekday, wall + shift));
  }
  return keys;
}

function refusedKey(kind: CoffeeKind, weekday: number, wall: number): string {
  return `${kind} ${weekday} ${Math.floor((wall % quartersADay) / 4)}`;
}
