import { hasBit, quartersADay, wordsADay } from '#domain/availability/bits.ts';
import { rangeMask } from './startRange.ts';
import type { SlotTallies } from './slotTallies.ts';
import type { SeasonQuery } from './types.ts';

/** How far apart starts of one weekday should be, walk by walk, in quarters. */
const wellApart = 8;
const apart = 4;
const leastApart = 2;

/**
 * The best slots of the columns `[fromColumn, toColumn)` as indexes into the tallies, best first. Offered are those inside everyone's working
 * hours on every date.
 *
 * The order, each point deciding only among equals of the points before (docs/engine.md has an example):
 * 1. more dates free or open so far;  2. fewer to mend;  3. fewer tentative;  4. more free, rather than open so far;
 * 5. the preferred hour;  6. away from the edges of the day and from lunch;  7. on the hour, then on the half.
 *
 * The list is spread in three walks down that order. The first takes starts of a weekday only two hours apart, also
 * across phases, and no more of one weekday than its share; the second an hour apart, of one phase; the third half an
 * hour. None takes a slot with less than half of the good dates of the best one: a short list is better than a bad one.
 */
export function chooseSlots(
  tallies: SlotTallies,
  query: SeasonQuery,
  fromColumn: number,
  toColumn: number,
): readonly number[] {
  const offered = offeredSlots(tallies, query, fromColumn, toColumn);
  const limit = wantedCount(query.limit);
  const lengthQuarters = query.lengthMinutes / 15;
  let weekdays = 0;
  for (let column = fromColumn; column < toColumn; column++)
    weekdays |= 1 << (tallies.columns[column]?.weekday ?? 0);
  const share = Math.ceil(limit / Math.max(countBits(weekdays), 1));
  const choice: Choice = { offered, limit, chosen: [], chosenOn: [0, 0, 0, 0, 0, 0, 0, 0] };
  walk(choice, Math.max(wellApart, lengthQuarters), true, share);
  walk(choice, Math.max(apart, lengthQuarters), false, limit);
  walk(choice, leastApart, false, limit);
  // A later walk may find what stood too close to a better one: ranks follow the order, not the walks.
  return choice.chosen.toSorted((a, b) => b.key - a.key).map((slot) => slot.index);
}

/** A slot that may be chosen. `index` is its place in the tallies; the larger key is better. */
interface OfferedSlot {
  readonly index: number;
  readonly key: number;
  readonly column: number;
  readonly weekday: number;
  readonly quarter: number;
  waits: boolean;
}

/** A list in the making. */
interface Choice {
  /** In the order of the columns, then of the day. */
  readonly offered: readonly OfferedSlot[];
  readonly limit: number;
  readonly chosen: OfferedSlot[];
  /** How many were chosen on each weekday. */
  readonly chosenOn: number[];
}

/** Goes down the order, choosing what is far enough from everything chosen. */
function walk(
  { offered, limit, chosen, chosenOn }: Choice,
  distance: number,
  anyPhase: boolean,
  share: number,
): void {
  if (chosen.length >= limit) return;
  for (const slot of offered) slot.waits = false;
  for (const slot of chosen) markClose(offered, slot, distance, anyPhase);
  while (chosen.length < limit) {
    let best: OfferedSlot | undefined;
    let bestTaken = 0;
    for (const slot of offered) {
      if (slot.waits || (best !== undefined && slot.key < best.key)) continue;
      const taken = chosenOn[slot.weekday] ?? 0;
      // Among equals, the weekday with fewer chosen comes first, so that the list alternates.
      if (taken >= share || (best?.key === slot.key && taken >= bestTaken)) continue;
      best = slot;
      bestTaken = taken;
    }
    if (best === undefined) return;
    chosen.push(best);
    chosenOn[best.weekday] = bestTaken + 1;
    markClose(offered, best, distance, anyPhase);
  }
}

/** Lets all slots closer than `distance` to a chosen one wait, itself included. */
function markClose(
  offered: readonly OfferedSlot[],
  { column, weekday, quarter }: OfferedSlot,
  distance: number,
  anyPhase: boolean,
): void {
  for (const slot of offered) {
    if (slot.weekday !== weekday || (!anyPhase && slot.column !== column)) continue;
    if (Math.abs(slot.quarter - quarter) < distance) slot.waits = true;
  }
}

export function wantedCount(limit: number | undefined): number {
  return limit !== undefined && limit >= 1 ? Math.floor(Math.min(limit, 1000)) : 10;
}

function countBits(bits: number): number {
  let count = 0;
  for (let rest = bits; rest !== 0; rest &= rest - 1) count++;
  return count;
}

const goodShift = 23;
const mendShift = 17;
const tentativeShift = 11;
const freeShift = 5;

/**
 * The slots inside everyone's working hours on every date, without those that are not worth a place
 * beside it: with less than half of its dates free or open so far, or of those that are not to mend (which is what
 * counts while a calendar cannot be seen).
 */
function offeredSlots(
  tallies: SlotTallies,
  query: SeasonQuery,
  fromColumn: number,
  toColumn: number,
): readonly OfferedSlot[] {
  const { columns, range, blocked, outside } = tallies;
  const slots: OfferedSlot[] = [];
  let best: OfferedSlot | undefined;
  for (let column = fromColumn; column < toColumn; column++) {
    const weekday = columns[column]?.weekday ?? 1;
    for (let word = range.first >>> 5; word <= range.last >>> 5; word++) {
      let inside = ~(outside[column * wordsADay + word] ?? 0) & rangeMask(range, word);
      for (; inside !== 0; inside &= inside - 1) {
        const quarter = word * 32 + 31 - Math.clz32(inside & -inside);
        const index = column * quartersADay + quarter;
        const key = orderKey(tallies, query, column, quarter);
        const slot = { index, key, column, weekday, quarter, waits: false };
        slots.push(slot);
        if (best === undefined || key > best.key) best = slot;
      }
    }
  }
  if (best === undefined) return slots;
  const leastGood = best.key >>> goodShift;
  const leastKept = (columns[best.column]?.days.length ?? 0) - (blocked[best.index] ?? 0);
  const worthy: OfferedSlot[] = [];
  for (const slot of slots) {
    const kept = (columns[slot.column]?.days.length ?? 0) - (blocked[slot.index] ?? 0);
    if ((slot.key >>> goodShift) * 2 >= leastGood && kept * 2 >= leastKept) worthy.push(slot);
  }
  return worthy;
}

/** The order of slots as one whole number, larger is better. Below 2^29. */
function orderKey(
  tallies: SlotTallies,
  { preferred, hours, lengthMinutes }: SeasonQuery,
  column: number,
  quarter: number,
): number {
  const index = column * quartersADay + quarter;
  const startMinute = quarter * 15;
  const dates = tallies.columns[column]?.days.length ?? 0;
  const toMend = tallies.blocked[index] ?? 0;
  const good = dates - toMend - (tallies.unknown[index] ?? 0) - (tallies.tentative[index] ?? 0);
  const free = good - (tallies.open[index] ?? 0);
  const isPreferred =
    preferred?.startMinute === startMinute && preferred.weekday === tallies.columns[column]?.weekday;
  const margin = Math.min(
    startMinute - hours.earliestMinute,
    hours.latestMinute - startMinute - lengthMinutes,
  );
  // Within half an hour of an edge of somebody's day or of the hours asked for 2, within an hour 1; lunch 1.
  const isNear = margin < 30 || hasBit(tallies.outsideByHalf, index);
  const isNearish = margin < 60 || hasBit(tallies.outsideByHour, index);
  const discomfort = (isNear ? 2 : isNearish ? 1 : 0) + (hasBit(tallies.lunch, index) ? 1 : 0);
  const roundness = startMinute % 60 === 0 ? 2 : startMinute % 30 === 0 ? 1 : 0;
  return (
    (good << goodShift) |
    ((63 - toMend) << mendShift) |
    ((63 - (tallies.anyTentative[index] ?? 0)) << tentativeShift) |
    (free << freeShift) |
    (isPreferred ? 16 : 0) |
    ((3 - discomfort) << 2) |
    roundness
  );
}
