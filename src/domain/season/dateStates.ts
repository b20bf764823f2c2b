import { hasBit, type Plane } from '#domain/availability/bits.ts';
import type { PersonGrid } from '#domain/availability/personGrid.ts';
import { firstPass, lastPass } from '#domain/availability/wallGrid.ts';
import { touches, type SeasonGrid } from './seasonGrid.ts';
import type { StartGrid } from './startGrid.ts';
import type { Clash, ClashWhy, DateState, DateStateKind } from './types.ts';

/**
 * The kind of state of a start (a quarter of the season). What weighs more hides what weighs less: a day left out,
 * then a time that does not exist, a clash, an unknown calendar, a tentative entry.
 */
export function stateKindAt(
  grid: SeasonGrid,
  starts: StartGrid,
  dayIndex: number,
  quarter: number,
): DateStateKind {
  if (!hasBit(starts.notFree, quarter)) return hasBit(starts.open, quarter) ? 'openSoFar' : 'free';
  if (hasBit(starts.blocked, quarter)) {
    if (grid.blackouts[dayIndex] === 1) return 'blackout';
    return hasBit(starts.missing, quarter) ? 'noSuchTime' : 'clash';
  }
  return hasBit(starts.unknown, quarter) ? 'unknown' : 'tentative';
}

/** The state of a start, with who it is about. */
export function stateAt(grid: SeasonGrid, starts: StartGrid, dayIndex: number, quarter: number): DateState {
  const kind = stateKindAt(grid, starts, dayIndex, quarter);
  const { lengthQuarters } = starts;
  if (kind === 'clash') return { kind, clashes: clashesAt(grid, quarter, lengthQuarters) };
  if (kind === 'unknown')
    return { kind, who: whoAt(grid, quarter, lengthQuarters, (person) => person.unknown) };
  if (kind === 'tentative')
    return { kind, who: whoAt(grid, quarter, lengthQuarters, (person) => person.tentative) };
  return { kind };
}

/** Who is in the way of a start and why, one reason for each: being away before being busy before the hours. */
function clashesAt(grid: SeasonGrid, quarter: number, lengthQuarters: number): readonly Clash[] {
  const clashes: Clash[] = [];
  for (const person of grid.people) {
    const why = clashOf(grid, person, quarter, lengthQuarters);
    if (why) clashes.push({ personId: person.personId, why });
  }
  return clashes;
}

/** Why a person cannot come to a start, if so. */
export function clashOf(
  grid: SeasonGrid,
  person: PersonGrid,
  quarter: number,
  lengthQuarters: number,
): ClashWhy | undefined {
  if (touchesStart(grid, person.away, quarter, lengthQuarters)) return 'outOfOffice';
  if (touchesStart(grid, person.taken, quarter, lengthQuarters)) return 'busy';
  return touchesStart(grid, person.outside, quarter, lengthQuarters) ? 'outsideHours' : undefined;
}

function whoAt(
  grid: SeasonGrid,
  quarter: number,
  lengthQuarters: number,
  planeOf: (person: PersonGrid) => Plane,
): readonly string[] {
  return grid.people
    .filter((person) => touchesStart(grid, planeOf(person), quarter, lengthQuarters))
    .map((person) => person.personId);
}

/**
 * Whether a UTC plane touches a meeting that starts at a quarter of the season, in either pass of a repeated hour,
 * with so many quarters added before and after.
 */
export function touchesStart(
  grid: SeasonGrid,
  plane: Plane,
  quarter: number,
  lengthQuarters: number,
  marginQuarters = 0,
): boolean {
  const first = firstPass(grid.segments, quarter);
  if (first < 0) return false;
  const length = lengthQuarters + 2 * marginQuarters;
  if (touches(plane, first - marginQuarters, length)) return true;
  const last = lastPass(grid.segments, quarter);
  return last !== first && touches(plane, last - marginQuarters, length);
}
