import { hasAnyBit, hasBit, type Plane } from '#domain/availability/bits.ts';
import type { PersonGrid } from '#domain/availability/personGrid.ts';
import { firstPass, lastPass } from '#domain/availability/wallGrid.ts';
import type { SeasonGrid } from './seasonGrid.ts';
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
  if (kind !== 'clash' && kind !== 'unknown' && kind !== 'tentative') return { kind };
  const meeting = meetingAt(grid, quarter, starts.lengthQuarters);
  if (kind === 'clash') return { kind, clashes: clashesOf(grid, meeting) };
  const who = grid.people
    .filter((person) => touches(kind === 'unknown' ? person.unknown : person.tentative, meeting))
    .map((person) => person.personId);
  return { kind, who };
}

/** Who is in the way of a meeting and why, one reason for each. */
function clashesOf(grid: SeasonGrid, meeting: Meeting): readonly Clash[] {
  const clashes: Clash[] = [];
  for (const person of grid.people) {
    const why = clashOf(person, meeting);
    if (why) clashes.push({ personId: person.personId, why });
  }
  return clashes;
}

/** Why a person cannot come to a meeting, if so: being away is told before being busy, and that before the hours. */
export function clashOf(person: PersonGrid, meeting: Meeting): ClashWhy | undefined {
  if (touches(person.taken, meeting)) return touches(person.away, meeting) ? 'outOfOffice' : 'busy';
  return touches(person.outside, meeting) ? 'outsideHours' : undefined;
}

/**
 * A meeting on UTC: `length` quarters from `first`, and, where the clocks show its start twice, also from `last`.
 * Both are -1 for a start that the clocks leave out.
 */
export interface Meeting {
  readonly first: number;
  readonly last: number;
  readonly length: number;
}

/** The meeting that starts at a quarter of the season. */
export function meetingAt(grid: SeasonGrid, quarter: number, length: number): Meeting {
  return { first: firstPass(grid.segments, quarter), last: lastPass(grid.segments, quarter), length };
}

/** Whether a UTC plane touches a meeting, in either pass of a repeated hour, with quarters added on both sides. */
export function touches(plane: Plane, { first, last, length }: Meeting, margin = 0): boolean {
  if (first < 0) return false;
  const count = length + 2 * margin;
  return (
    hasAnyBit(plane, first - margin, count) || (last !== first && hasAnyBit(plane, last - margin, count))
  );
}
