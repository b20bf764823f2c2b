import { hasAnyBit, hasBit, quartersADay, type Plane } from '#domain/availability/bits.ts';
import type { PersonGrid } from '#domain/availability/personGrid.ts';
import { firstPass, lastPass } from '#domain/availability/wallGrid.ts';
import { mixedDay, type SeasonGrid } from './seasonGrid.ts';
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
  if (kind === 'clash') return { kind, clashes: clashesAt(grid, quarter, starts.lengthQuarters) };
  if (kind !== 'unknown' && kind !== 'tentative') return { kind };
  const who = grid.people
    .filter((person) =>
      touchesStart(
        grid,
        kind === 'unknown' ? person.unknown : person.tentative,
        quarter,
        starts.lengthQuarters,
        0,
      ),
    )
    .map((person) => person.personId);
  return { kind, who };
}

/** Who is in the way of a start and why, one reason for each. */
function clashesAt(grid: SeasonGrid, quarter: number, length: number): readonly Clash[] {
  const clashes: Clash[] = [];
  for (const person of grid.people) {
    const why = clashOf(grid, person, quarter, length);
    if (why) clashes.push({ personId: person.personId, why });
  }
  return clashes;
}

/** Why a person cannot come to a start, if so: being away is told before being busy, and that before the hours. */
export function clashOf(
  grid: SeasonGrid,
  person: PersonGrid,
  quarter: number,
  length: number,
): ClashWhy | undefined {
  if (touchesStart(grid, person.taken, quarter, length, 0)) {
    return touchesStart(grid, person.away, quarter, length, 0) ? 'outOfOffice' : 'busy';
  }
  return touchesStart(grid, person.outside, quarter, length, 0) ? 'outsideHours' : undefined;
}

/**
 * Whether a UTC plane touches a meeting of `length` quarters that starts at a quarter of the season, with `margin`
 * quarters added on both sides; in either pass where the clocks show the start twice, never where they leave it out.
 */
export function touchesStart(
  grid: SeasonGrid,
  plane: Plane,
  quarter: number,
  length: number,
  margin: number,
): boolean {
  const count = length + 2 * margin;
  const delta = grid.deltas[(quarter / quartersADay) | 0] ?? mixedDay;
  if (delta !== mixedDay) return hasAnyBit(plane, quarter - delta - margin, count);
  const first = firstPass(grid.segments, quarter);
  if (first < 0) return false;
  const last = lastPass(grid.segments, quarter);
  return (
    hasAnyBit(plane, first - margin, count) || (last !== first && hasAnyBit(plane, last - margin, count))
  );
}
