import { hasBit, quartersADay } from '#domain/availability/bits.ts';
import type { SlotTallies } from './slotTallies.ts';
import type { SeasonQuery } from './types.ts';

/** How far apart starts of one weekday should be, walk by walk, in quarters. */
const wellApart = 8;
const apart = 4;
const leastApart = 2;

/**
 * The best slots of a cadence as indexes into the tallies, best first. Offered are those inside everyone's working
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
export function chooseSlots(tallies: SlotTallies, query: SeasonQuery): readonly number[] {
  const { columns } = tallies;
  const keys = orderKeys(tallies, query);
  dropPoor(keys, tallies);
  const limit = wantedCount(query.limit);
  const lengthQuarters = query.lengthMinutes / 15;
  let weekdays = 0;
  for (const { weekday } of columns) weekdays |= 1 << weekday;
  const choice: Choice = {
    tallies,
    keys,
    limit,
    chosen: [],
    chosenOn: new Uint8Array(8),
    waits: new Uint8Array(keys.length),
    bests: new Int32Array(columns.length),
  };
  walk(
    choice,
    Math.max(wellApart, lengthQuarters),
    true,
    Math.ceil(limit / Math.max(countBits(weekdays), 1)),
  );
  walk(choice, Math.max(apart, lengthQuarters), false, limit);
  walk(choice, leastApart, false, limit);
  // A later walk may find what stood too close to a better one: ranks follow the order, not the walks.
  return choice.chosen.sort((a, b) => (keys[b] ?? 0) - (keys[a] ?? 0));
}

/** A list in the making. */
interface Choice {
  readonly tallies: SlotTallies;
  readonly keys: Int32Array;
  readonly limit: number;
  readonly chosen: number[];
  /** How many were chosen on each weekday. */
  readonly chosenOn: Uint8Array;
  /** 1 for slots too close to a chosen one. */
  readonly waits: Uint8Array;
  /** The best slot of each column that need not wait, or -1. */
  readonly bests: Int32Array;
}

/** Goes down the order, choosing what is far enough from everything chosen. */
function walk(choice: Choice, distance: number, anyPhase: boolean, share: number): void {
  const { tallies, keys, limit, chosen, chosenOn, waits, bests } = choice;
  const { columns } = tallies;
  if (chosen.length >= limit) return;
  waits.fill(0);
  for (const index of chosen) markClose(waits, tallies, index, distance, anyPhase);
  for (let column = 0; column < columns.length; column++) bests[column] = bestOf(choice, column);
  while (chosen.length < limit) {
    let best = -1;
    let bestKey = -1;
    let bestTaken = 0;
    for (let column = 0; column < columns.length; column++) {
      const index = bests[column] ?? -1;
      const taken = chosenOn[columns[column]?.weekday ?? 0] ?? 0;
      if (index < 0 || taken >= share) continue;
      const key = keys[index] ?? -1;
      // Among equals, the weekday with fewer chosen comes first, so that the list alternates.
      if (key < bestKey || (key === bestKey && taken >= bestTaken)) continue;
      best = index;
      bestKey = key;
      bestTaken = taken;
    }
    if (best < 0) return;
    chosen.push(best);
    markClose(waits, tallies, best, distance, anyPhase);
    const weekday = columns[Math.floor(best / quartersADay)]?.weekday ?? 0;
    chosenOn[weekday] = (chosenOn[weekday] ?? 0) + 1;
    for (let column = 0; column < columns.length; column++) {
      if (columns[column]?.weekday === weekday) bests[column] = bestOf(choice, column);
    }
  }
}

function bestOf({ tallies, keys, waits }: Choice, column: number): number {
  let best = -1;
  let bestKey = -1;
  const end = column * quartersADay + tallies.range.last;
  for (let index = column * quartersADay + tallies.range.first; index <= end; index++) {
    const key = keys[index] ?? -1;
    if (key <= bestKey || waits[index] === 1) continue;
    best = index;
    bestKey = key;
  }
  return best;
}

function countBits(bits: number): number {
  let count = 0;
  for (let rest = bits; rest !== 0; rest &= rest - 1) count++;
  return count;
}

/** Lets all starts closer than `distance` to a chosen one wait, itself included. */
function markClose(
  waits: Uint8Array,
  { columns }: SlotTallies,
  chosen: number,
  distance: number,
  anyPhase: boolean,
): void {
  const chosenColumn = Math.floor(chosen / quartersADay);
  const start = chosen - chosenColumn * quartersADay;
  for (let column = 0; column < columns.length; column++) {
    if (columns[column]?.weekday !== columns[chosenColumn]?.weekday) continue;
    if (!anyPhase && column !== chosenColumn) continue;
    const from = column * quartersADay + Math.max(start - distance + 1, 0);
    const to = column * quartersADay + Math.min(start + distance, quartersADay);
    waits.fill(1, from, to);
  }
}

export function wantedCount(limit: number | undefined): number {
  return limit !== undefined && limit >= 1 ? Math.floor(Math.min(limit, 1000)) : 10;
}

const goodShift = 23;
const mendShift = 17;
const tentativeShift = 11;
const freeShift = 5;

/** One whole number for each slot, larger is better; -1 for those not offered. Below 2^29. */
function orderKeys(tallies: SlotTallies, { preferred, hours, lengthMinutes }: SeasonQuery): Int32Array {
  const { columns, range } = tallies;
  const keys = new Int32Array(columns.length * quartersADay).fill(-1);
  for (let column = 0; column < columns.length; column++) {
    const dates = columns[column]?.days.length ?? 0;
    const preferredMinute =
      preferred?.weekday === columns[column]?.weekday ? preferred?.startMinute : undefined;
    for (let quarter = range.first; quarter <= range.last; quarter++) {
      const index = column * quartersADay + quarter;
      if (hasBit(tallies.outside, index)) continue;
      const toMend = tallies.blocked[index] ?? 0;
      const good = dates - toMend - (tallies.unknown[index] ?? 0) - (tallies.tentative[index] ?? 0);
      const free = good - (tallies.open[index] ?? 0);
      const startMinute = quarter * 15;
      const margin = Math.min(
        startMinute - hours.earliestMinute,
        hours.latestMinute - startMinute - lengthMinutes,
      );
      // Within half an hour of an edge of somebody's day or of the hours asked for 2, within an hour 1; lunch 1.
      const isNear = margin < 30 || hasBit(tallies.outsideByHalf, index);
      const isNearish = margin < 60 || hasBit(tallies.outsideByHour, index);
      const discomfort = (isNear ? 2 : isNearish ? 1 : 0) + (hasBit(tallies.lunch, index) ? 1 : 0);
      const roundness = startMinute % 60 === 0 ? 2 : startMinute % 30 === 0 ? 1 : 0;
      keys[index] =
        (good << goodShift) |
        ((63 - toMend) << mendShift) |
        ((63 - (tallies.anyTentative[index] ?? 0)) << tentativeShift) |
        (free << freeShift) |
        (startMinute === preferredMinute ? 16 : 0) |
        ((3 - discomfort) << 2) |
        roundness;
    }
  }
  return keys;
}

/**
 * Drops slots that are not worth a place beside the best one: with less than half of its dates free or open so far, or
 * of those that are not to mend (which is what counts while a calendar cannot be seen).
 */
function dropPoor(keys: Int32Array, tallies: SlotTallies): void {
  let best = -1;
  for (let index = 0; index < keys.length; index++) {
    if ((keys[index] ?? -1) > (keys[best] ?? -1)) best = index;
  }
  if (best < 0) return;
  const leastGood = (keys[best] ?? 0) >>> goodShift;
  const leastKept = keptDates(tallies, best);
  for (let index = 0; index < keys.length; index++) {
    const key = keys[index] ?? -1;
    if (key < 0) continue;
    if ((key >>> goodShift) * 2 < leastGood || keptDates(tallies, index) * 2 < leastKept) keys[index] = -1;
  }
}

function keptDates({ columns, blocked }: SlotTallies, index: number): number {
  return (columns[Math.floor(index / quartersADay)]?.days.length ?? 0) - (blocked[index] ?? 0);
}
