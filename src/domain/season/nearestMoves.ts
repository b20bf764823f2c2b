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

/** At most three: more are no help in choosing. */
const mostMoves = 3;

/**
 * Up to three new times for the date of a slot on a day, one a day, on days strictly between `afterDay` and
 * `beforeDay`, which belong to its neighbours or end the season. Nearest first: fewer days away; of two days as
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
  afterDay: number,
  beforeDay: number,
): readonly Move[] {
  const firstDay = Math.max(afterDay + 1, 0);
  const lastDay = Math.min(beforeDay, grid.dayCount) - 1;
  const usual = slot.startMinute / quarterMinutes;
  let count = search(starts.movable, usual, dayIndex, firstDay, lastDay);
  if (count === 0 && (starts.hasUnknown || starts.hasTentative)) {
    count = search(unblocked(starts), usual, dayIndex, firstDay, lastDay);
  }
  if (count === 0) return [];
  const first = moveOf(grid, starts, slot, dayIndex, found[0] ?? 0);
  if (count === 1) return [first];
  const second = moveOf(grid, starts, slot, dayIndex, found[1] ?? 0);
  // Written out: a list that grows takes several times the room, for each clash of each slot.
  return count === 2 ? [first, second] : [first, second, moveOf(grid, starts, slot, dayIndex, found[2] ?? 0)];
}

/** What `search` found, as quarters of the season; read at once, since the next search writes over it. */
const found = new Int32Array(mostMoves + 1);

/** Looks for starts on the days from `first` to `last`, best first, and says how many it found. */
function search(movable: Plane, usual: number, dayIndex: number, first: number, last: number): number {
  const furthest = Math.max(dayIndex - first, last - dayIndex);
  let count = 0;
  let keeps = false;
  for (let distance = 0; distance <= furthest && count < mostMoves; distance++) {
    const before = dayIndex - distance;
    const after = dayIndex + distance;
    const earlier = before >= first ? nearestOn(movable, before, usual, distance === 0) : -1;
    const later = distance > 0 && after <= last ? nearestOn(movable, after, usual, false) : -1;
    const earlierShift = Math.abs(earlier - usual);
    const laterShift = Math.abs(later - usual);
    const isLaterFirst = later >= 0 && laterShift < earlierShift;
    if (isLaterFirst) found[count++] = after * quartersADay + later;
    if (earlier >= 0) found[count++] = before * quartersADay + earlier;
    if (later >= 0 && !isLaterFirst) found[count++] = after * quartersADay + later;
    if (distance % 7 === 0 && distance > 0 && (earlier === usual || later === usual)) keeps = true;
  }
  if (count < mostMoves || keeps) return Math.min(count, mostMoves);
  for (let distance = 7; distance <= furthest; distance += 7) {
    const before = dayIndex - distance;
    const after = dayIndex + distance;
    const isBefore = before >= first && hasBit(movable, before * quartersADay + usual);
    if (!isBefore && !(after <= last && hasBit(movable, after * quartersADay + usual))) continue;
    found[mostMoves - 1] = (isBefore ? before : after) * quartersADay + usual;
    break;
  }
  return mostMoves;
}

/** The start of a day nearest to the usual quarter that one may move to, as a quarter of the day; -1 for none. */
function nearestOn(movable: Plane, day: number, usual: number, isOwnDay: boolean): number {
  const at = day * wordsADay;
  const usualWord = usual >>> 5;
  const usualBit = usual & 31;
  const here = movable[at + usualWord] ?? 0;
  // The date's own start is no move.
  if (!isOwnDay && ((here >>> usualBit) & 1) === 1) return usual;

  let after = usualBit === 31 ? 0 : here & (-2 << usualBit);
  let afterWord = usualWord;
  while (after === 0 && ++afterWord < wordsADay) after = movable[at + afterWord] ?? 0;
  let before = here & ((1 << usualBit) - 1);
  let beforeWord = usualWord;
  while (before === 0 && --beforeWord >= 0) before = movable[at + beforeWord] ?? 0;

  const next = after === 0 ? -1 : afterWord * 32 + 31 - Math.clz32(after & -after);
  const previous = before === 0 ? -1 : beforeWord * 32 + 31 - Math.clz32(before);
  if (previous < 0) return next;
  return next >= 0 && next - usual <= usual - previous ? next : previous;
}

/** Where one may move to when tentative and unknown times are taken too. */
function unblocked({ allowed, blocked }: StartGrid): Plane {
  return allowed.map((bits, word) => bits & ~(blocked[word] ?? 0));
}

function moveOf(
  grid: SeasonGrid,
  starts: StartGrid,
  slot: SeasonSlot,
  fromDay: number,
  quarter: number,
): Move {
  const start = instantAt(grid, quarter);
  const dayIndex = (quarter / quartersADay) | 0;
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
  if (!hasBit(starts.notFree, quarter)) return hasBit(starts.open, quarter) ? 'openSoFar' : 'free';
  return hasBit(starts.unknown, quarter) ? 'unknown' : 'tentative';
}
