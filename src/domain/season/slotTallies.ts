import { quartersADay, wordsADay, type Plane } from '#domain/availability/bits.ts';
import type { Weekday } from '#domain/time/types.ts';
import { dayIndexes, phasesOf } from './datesOf.ts';
import type { SeasonGrid } from './seasonGrid.ts';
import type { StartGrid } from './startGrid.ts';
import type { StartRange } from './startRange.ts';
import type { Cadence, Tally } from './types.ts';

/** All slots of one weekday in one phase share their days. */
export interface Column {
  readonly phase: number;
  readonly weekday: Weekday;
  /** Day indexes of the season, in order; at least one. */
  readonly days: readonly number[];
}

/**
 * Counts for every slot of a cadence. The slot that starts at quarter `q` of the day in column `c` is at
 * `c * 96 + q`; only those within the range are filled. The masks say, one bit a slot, what holds on at least one of
 * its dates (days left out by wish aside).
 */
export interface SlotTallies {
  readonly columns: readonly Column[];
  readonly range: StartRange;
  readonly blocked: Uint8Array;
  readonly unknown: Uint8Array;
  readonly tentative: Uint8Array;
  readonly open: Uint8Array;
  readonly anyTentative: Uint8Array;
  readonly outside: Plane;
  readonly outsideByHalf: Plane;
  readonly outsideByHour: Plane;
  readonly lunch: Plane;
}

/** The columns of a cadence: phase by phase, Monday to Sunday. Without those that have no date in the season. */
export function columnsOf(grid: SeasonGrid, cadence: Cadence): readonly Column[] {
  const weekdays = [...new Set(grid.query.hours.days)].toSorted((a, b) => a - b);
  const columns: Column[] = [];
  for (let phase = 0; phase < phasesOf(cadence); phase++) {
    for (const weekday of weekdays) {
      const days = dayIndexes(cadence, weekday, phase, grid.firstDay, grid.dayCount);
      if (days.length > 0) columns.push({ phase, weekday, days });
    }
  }
  return columns;
}

/** Counts all slots of the columns. Allocates one buffer; the counting itself allocates nothing. */
export function slotTallies(
  grid: SeasonGrid,
  starts: StartGrid,
  columns: readonly Column[],
  range: StartRange,
): SlotTallies {
  const size = columns.length * quartersADay;
  const maskBytes = columns.length * wordsADay * 4;
  const buffer = new ArrayBuffer(size * 5 + maskBytes * 4);
  const counts = (index: number): Uint8Array => new Uint8Array(buffer, index * size, size);
  const mask = (index: number): Plane => new Int32Array(buffer, size * 5 + index * maskBytes, maskBytes / 4);
  const tallies: SlotTallies = {
    columns,
    range,
    blocked: counts(0),
    unknown: counts(1),
    tentative: counts(2),
    open: counts(3),
    anyTentative: counts(4),
    outside: mask(0),
    outsideByHalf: mask(1),
    outsideByHour: mask(2),
    lunch: mask(3),
  };
  // The same bytes, four counts to a word.
  const four = new Int32Array(buffer, 0, (size * 5) / 4);
  const fours = size / 4;
  const hasOpen = grid.openFrom < grid.dayCount;
  for (let index = 0; index < columns.length; index++) {
    const days = columns[index]?.days ?? [];
    for (let word = range.first >>> 5; word <= range.last >>> 5; word++) {
      const at = (index * quartersADay) / 4 + word * 8;
      countWord(four, at, starts.blocked, days, word);
      if (starts.hasUnknown) countWord(four, fours + at, starts.unknown, days, word);
      if (starts.hasTentative) {
        countWord(four, 2 * fours + at, starts.tentative, days, word);
        countWord(four, 4 * fours + at, starts.anyTentative, days, word);
      }
      if (hasOpen) countWord(four, 3 * fours + at, starts.open, days, word);
      maskWord(tallies, index * wordsADay + word, grid, starts, days, word);
    }
  }
  return tallies;
}

/** Adds one word of a plane over all days of a column, 32 starts at once, and writes the 32 counts. */
function countWord(four: Int32Array, at: number, plane: Plane, days: readonly number[], word: number): void {
  // Digit by digit: bit i of `ones` is the lowest binary digit of the count of start i, and so on up to 63.
  let ones = 0;
  let twos = 0;
  let fours = 0;
  let eights = 0;
  let sixteens = 0;
  let thirtyTwos = 0;
  for (let index = 0; index < days.length; index++) {
    let carry = plane[(days[index] ?? 0) * wordsADay + word] ?? 0;
    if (carry === 0) continue;
    let both = ones & carry;
    ones ^= carry;
    carry = both;
    if (carry === 0) continue;
    both = twos & carry;
    twos ^= carry;
    carry = both;
    if (carry === 0) continue;
    both = fours & carry;
    fours ^= carry;
    carry = both;
    if (carry === 0) continue;
    both = eights & carry;
    eights ^= carry;
    carry = both;
    if (carry === 0) continue;
    both = sixteens & carry;
    sixteens ^= carry;
    thirtyTwos ^= both;
  }
  for (let nibble = 0; nibble < 8; nibble++) {
    const shift = nibble * 4;
    four[at + nibble] =
      toBytes(ones >>> shift) +
      (toBytes(twos >>> shift) << 1) +
      (toBytes(fours >>> shift) << 2) +
      (toBytes(eights >>> shift) << 3) +
      (toBytes(sixteens >>> shift) << 4) +
      (toBytes(thirtyTwos >>> shift) << 5);
  }
}

/** The lowest four bits, each in a byte of its own. */
function toBytes(bits: number): number {
  return Math.imul(bits & 15, 0x00204081) & 0x01010101;
}

function maskWord(
  tallies: SlotTallies,
  at: number,
  grid: SeasonGrid,
  starts: StartGrid,
  days: readonly number[],
  word: number,
): void {
  let outside = 0;
  let outsideByHalf = 0;
  let outsideByHour = 0;
  let lunch = 0;
  for (let index = 0; index < days.length; index++) {
    const day = days[index] ?? 0;
    if (grid.blackouts[day] === 1) continue;
    const source = day * wordsADay + word;
    outside |= starts.outside[source] ?? 0;
    outsideByHalf |= starts.outsideByHalf[source] ?? 0;
    outsideByHour |= starts.outsideByHour[source] ?? 0;
    lunch |= starts.lunch[source] ?? 0;
  }
  tallies.outside[at] = outside;
  tallies.outsideByHalf[at] = outsideByHalf;
  tallies.outsideByHour[at] = outsideByHour;
  tallies.lunch[at] = lunch;
}

/** The counts of one slot as the screens read them. */
export function tallyAt(tallies: SlotTallies, index: number): Tally {
  const dates = tallies.columns[Math.floor(index / quartersADay)]?.days.length ?? 0;
  const toMend = tallies.blocked[index] ?? 0;
  const unknown = tallies.unknown[index] ?? 0;
  const tentative = tallies.tentative[index] ?? 0;
  const openSoFar = tallies.open[index] ?? 0;
  const free = dates - toMend - unknown - tentative - openSoFar;
  return { dates, free, openSoFar, tentative, unknown, toMend };
}
