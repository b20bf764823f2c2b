import type { SeasonQuery } from './types.ts';
import { slotFlag, type SlotTallies } from './slotTallies.ts';

/** Starts of the day that a person would call well apart, and those that are merely not the same. In quarters. */
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
 * The list is spread: a slot close to one already chosen waits, and no weekday takes more than its share,
 * until there is nothing else to offer.
 */
export function chooseSlots(tallies: SlotTallies, query: SeasonQuery): readonly number[] {
  const keys = orderKeys(tallies, query);
  const limit = wantedCount(query.limit);
  const { columns, starts } = tallies;
  const weekdays = new Set(columns.map((column) => column.weekday)).size;
  const share = Math.ceil(limit / Math.max(weekdays, 1));
  const lengthQuarters = query.lengthMinutes / 15;
  const chosen: number[] = [];
  const chosenOn = new Uint8Array(8);
  const waits = new Uint8Array(keys.length);

  /** Chooses on until the limit, leaving out what stands closer than `distance` on a weekday, in any phase or the same. */
  const walk = (distance: number, anyPhase: boolean, weekdayShare: number): void => {
    waits.fill(0);
    for (const index of chosen) markClose(waits, tallies, index, distance, anyPhase);
    while (chosen.length < limit) {
      let best = -1;
      let bestKey = -1;
      let bestTaken = 0;
      for (let column = 0; column < columns.length; column++) {
        const taken = chosenOn[columns[column]?.weekday ?? 0] ?? 0;
        if (taken >= weekdayShare) continue;
        for (let index = column * starts; index < (column + 1) * starts; index++) {
          const key = keys[index] ?? -1;
          // Among equals, the weekday with fewer chosen comes first, so that the list alternates.
          if (key < bestKey || waits[index] === 1 || (key === bestKey && taken >= bestTaken)) continue;
          best = index;
          bestKey = key;
          bestTaken = taken;
        }
      }
      if (best < 0) return;
      chosen.push(best);
      const weekday = columns[Math.floor(best / starts)]?.weekday ?? 0;
      chosenOn[weekday] = (chosenOn[weekday] ?? 0) + 1;
      markClose(waits, tallies, best, distance, anyPhase);
    }
  };
  walk(Math.max(wellApart, lengthQuarters), true, share);
  walk(Math.max(apart, lengthQuarters), false, limit);
  walk(leastApart, false, limit);
  // A later walk may find what stood too close to a better one: ranks follow the order, not the walks.
  return chosen.toSorted((a, b) => (keys[b] ?? 0) - (keys[a] ?? 0));
}

/** Lets all starts closer than `distance` to a chosen one wait, itself included. */
function markClose(
  waits: Uint8Array,
  { columns, starts }: SlotTallies,
  chosen: number,
  distance: number,
  anyPhase: boolean,
): void {
  const chosenColumn = Math.floor(chosen / starts);
  const start = chosen - chosenColumn * starts;
  for (let column = 0; column < columns.length; column++) {
    if (columns[column]?.weekday !== columns[chosenColumn]?.weekday) continue;
    if (!anyPhase && column !== chosenColumn) continue;
    const from = column * starts + Math.max(start - distance + 1, 0);
    const to = column * starts + Math.min(start + distance, starts);
    waits.fill(1, from, to);
  }
}

export function wantedCount(limit: number | undefined): number {
  return limit !== undefined && limit >= 1 ? Math.floor(Math.min(limit, 1000)) : 10;
}

/** One whole number for each slot, larger is better; -1 for those not offered. Below 2^30. */
function orderKeys(tallies: SlotTallies, { preferred, hours, lengthMinutes }: SeasonQuery): Int32Array {
  const { columns, starts, range } = tallies;
  const keys = new Int32Array(columns.length * starts).fill(-1);
  for (let column = 0; column < columns.length; column++) {
    const dates = columns[column]?.days.length ?? 0;
    for (let start = 0; start < starts; start++) {
      const index = column * starts + start;
      const flags = tallies.flags[index] ?? 0;
      if ((flags & slotFlag.outside) !== 0) continue;
      const toMend = tallies.blocked[index] ?? 0;
      const open = tallies.open[index] ?? 0;
      const good = dates - toMend - (tallies.unknown[index] ?? 0) - (tallies.tentative[index] ?? 0);
      const startMinute = (range.first + start) * 15;
      const isPreferred =
        preferred?.startMinute === startMinute && preferred.weekday === columns[column]?.weekday;
      const margin = Math.min(
        startMinute - hours.earliestMinute,
        hours.latestMinute - startMinute - lengthMinutes,
      );
      let key = good;
      key = key * 64 + 63 - toMend;
      key = key * 64 + 63 - (tallies.anyTentative[index] ?? 0);
      key = key * 64 + good - open;
      key = key * 2 + (isPreferred ? 1 : 0);
      key = key * 4 + 3 - discomfort(flags, margin);
      // 31 bits with the last step; a start on the hour beats one on the half, which beats the quarters.
      keys[index] = key * 4 + (startMinute % 60 === 0 ? 2 : startMinute % 30 === 0 ? 1 : 0);
    }
  }
  return keys;
}

/** 0 to 3: within half an hour of an edge of somebody's day or of the hours asked for 2, within an hour 1; lunch 1. */
function discomfort(flags: number, marginMinutes: number): number {
  const isNear = (flags & slotFlag.outsideByHalf) !== 0 || marginMinutes < 30;
  const isNearish = (flags & slotFlag.outsideByHour) !== 0 || marginMinutes < 60;
  return (isNear ? 2 : isNearish ? 1 : 0) + ((flags & slotFlag.lunch) === 0 ? 0 : 1);
}
