import {
  hasBit,
  quarterMilli,
  quarterMinutes,
  quartersADay,
  wordsADay,
  type Plane,
} from '#domain/availability/bits.ts';
import { dayAt, instantAt, type SeasonGrid } from './seasonGrid.ts';
import type { StartGrid } from './startGrid.ts';
import type { Move, SeasonSlot } from './types.ts';

/** Where a date may go: on days strictly between these two, which belong to its neighbours or end the season. */
export interface MoveBounds {
  readonly afterDay: number;
  readonly beforeDay: number;
}

/** At most three: more are no help in choosing. */
const mostMoves = 3;

/**
 * Up to three new times for the date of a slot on a day, one a day, nearest first: fewer days away; of two days as
 * far the one that keeps the hour, then the one with the hour less changed, then the earlier. On each day the start
 * nearest to the usual hour; of two as near the later. The third place is kept for the nearest one that keeps
 * weekday and hour, if none of the first three does. Free times only; where there is none at all, tentative
 * and unknown ones, marked as such.
 */
export function nearestMoves(
  grid: SeasonGrid,
  starts: StartGrid,
  slot: SeasonSlot,
  dayIndex: number,
  bounds: MoveBounds,
): readonly Move[] {
  const usual = slot.startMinute / quarterMinutes;
  let found = search(grid, starts.allowed, starts.notFree, usual, dayIndex, bounds);
  if (found.length === 0 && (starts.hasUnknown || starts.hasTentative)) {
    found = search(grid, starts.allowed, starts.blocked, usual, dayIndex, bounds);
  }
  return found.map((quarter) => moveOf(grid, starts, slot, dayIndex, quarter));
}

/** Quarters of the season to move to, best first. */
function search(
  grid: SeasonGrid,
  allowed: Plane,
  taken: Plane,
  usual: number,
  dayIndex: number,
  bounds: MoveBounds,
): number[] {
  const first = Math.max(bounds.afterDay + 1, 0);
  const last = Math.min(bounds.beforeDay, grid.dayCount) - 1;
  const furthest = Math.max(dayIndex - first, last - dayIndex);
  const found: number[] = [];
  let keeps = false;
  for (let distance = 0; distance <= furthest && found.length < mostMoves; distance++) {
    const before = dayIndex - distance;
    const after = dayIndex + distance;
    const earlier = before >= first ? nearestOn(allowed, taken, before, usual, distance === 0) : -1;
    const later = distance > 0 && after <= last ? nearestOn(allowed, taken, after, usual, false) : -1;
    const earlierShift = Math.abs(earlier - before * quartersADay - usual);
    const laterShift = Math.abs(later - after * quartersADay - usual);
    const isLaterFirst = later >= 0 && laterShift < earlierShift;
    if (isLaterFirst) found.push(later);
    if (earlier >= 0) found.push(earlier);
    if (later >= 0 && !isLaterFirst) found.push(later);
    if (distance % 7 === 0 && distance > 0) {
      keeps ||= (earlier >= 0 && earlierShift === 0) || (later >= 0 && laterShift === 0);
    }
  }
  if (found.length < mostMoves) return found;
  found.length = mostMoves;
  if (keeps) return found;
  for (let distance = 7; distance <= furthest; distance += 7) {
    for (const day of [dayIndex - distance, dayIndex + distance]) {
      const quarter = day * quartersADay + usual;
      if (day < first || day > last || hasBit(taken, quarter) || !hasBit(allowed, quarter)) continue;
      found[mostMoves - 1] = quarter;
      return found;
    }
  }
  return found;
}

/** The start of a day nearest to the usual quarter that is allowed and not taken; -1 when there is none. */
function nearestOn(allowed: Plane, taken: Plane, day: number, usual: number, isOwnDay: boolean): number {
  const at = day * wordsADay;
  const midnight = day * quartersADay;
  const usualWord = usual >>> 5;
  const usualBit = usual & 31;
  const here = (allowed[at + usualWord] ?? 0) & ~(taken[at + usualWord] ?? 0);
  // The date's own start is no move.
  if (!isOwnDay && ((here >>> usualBit) & 1) === 1) return midnight + usual;

  let after = -1;
  let bits = here & (-2 << usualBit);
  if (usualBit === 31) bits = 0;
  for (let word = usualWord; ;) {
    if (bits !== 0) {
      after = word * 32 + 31 - Math.clz32(bits & -bits);
      break;
    }
    if (++word >= wordsADay) break;
    bits = (allowed[at + word] ?? 0) & ~(taken[at + word] ?? 0);
  }
  let before = -1;
  bits = here & ((1 << usualBit) - 1);
  for (let word = usualWord; ;) {
    if (bits !== 0) {
      before = word * 32 + 31 - Math.clz32(bits);
      break;
    }
    if (--word < 0) break;
    bits = (allowed[at + word] ?? 0) & ~(taken[at + word] ?? 0);
  }
  if (after < 0 && before < 0) return -1;
  const isAfter = before < 0 || (after >= 0 && after - usual <= usual - before);
  return midnight + (isAfter ? after : before);
}

function moveOf(
  grid: SeasonGrid,
  starts: StartGrid,
  slot: SeasonSlot,
  fromDay: number,
  quarter: number,
): Move {
  const start = instantAt(grid, quarter);
  const dayIndex = Math.floor(quarter / quartersADay);
  const startMinute = (quarter - dayIndex * quartersADay) * quarterMinutes;
  return {
    start,
    end: start + slot.lengthMinutes * (quarterMilli / quarterMinutes),
    day: dayAt(grid, dayIndex),
    startMinute,
    dayShift: dayIndex - fromDay,
    minuteShift: startMinute - slot.startMinute,
    state: moveState(starts, quarter),
  };
}

function moveState(starts: StartGrid, quarter: number): Move['state'] {
  if (hasBit(starts.unknown, quarter)) return 'unknown';
  if (hasBit(starts.tentative, quarter)) return 'tentative';
  return hasBit(starts.open, quarter) ? 'openSoFar' : 'free';
}
