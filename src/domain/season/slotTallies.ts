import { quartersADay, wordsADay, type Plane } from '#domain/availability/bits.ts';
import type { Weekday } from '#domain/time/types.ts';
import { dayIndexes, phasesOf } from './datesOf.ts';
import type { SeasonGrid } from './seasonGrid.ts';
import type { StartGrid } from './startGrid.ts';
import { rangeMask, type StartRange } from './startRange.ts';
import type { Cadence, Tally } from './types.ts';

/** All slots of one cadence, weekday and phase share their days. */
export interface Column {
  readonly cadence: Cadence;
  readonly phase: number;
  readonly weekday: Weekday;
  /** Day indexes of the season, in order; at least one. */
  readonly days: readonly number[];
}

/**
 * Counts for every slot of one cadence, or of several. The slot that starts at quarter `q` of the day in column `c` is at
 * `c * 96 + q`; only those within the range are filled. The masks say, one bit a slot, what holds on at least one of
 * its dates (days left out by wish aside).
 */
export interface SlotTallies {
  readonly columns: readonly Column[];
  readonly range: StartRange;
  /** All counts, four to a word: five sections, in the order in which they follow here. */
  readonly four: Int32Array;
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

const everyWeekday: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7];

/** The columns of a cadence: phase by phase, Monday to Sunday. Without those that have no date in the season. */
export function columnsOf(grid: SeasonGrid, cadence: Cadence): readonly Column[] {
  const columns: Column[] = [];
  for (let phase = 0; phase < phasesOf(cadence); phase++) {
    for (const weekday of everyWeekday) {
      if (!grid.query.hours.days.includes(weekday)) continue;
      const days = dayIndexes(cadence, weekday, phase, grid.firstDay, grid.dayCount, grid.months);
      if (days.length > 0) columns.push({ cadence, phase, weekday, days });
    }
  }
  return columns;
}

/** Counts all slots of the columns, or, for a ranking alone, only 32 at a time where some are offered. */
export function slotTallies(
  grid: SeasonGrid,
  starts: StartGrid,
  columns: readonly Column[],
  range: StartRange,
  which: 'all' | 'offered',
): SlotTallies {
  const tallies = emptyTallies(columns, range, starts.hasUnknown);
  countSlots(tallies, grid, starts, which);
  return tallies;
}

/** Room for the counts and masks of some columns, all 0. */
export function emptyTallies(
  columns: readonly Column[],
  range: StartRange,
  hasUnknown: boolean,
): SlotTallies {
  const size = columns.length * quartersADay;
  const maskWords = columns.length * wordsADay + 1;
  const counts = new Uint8Array(size * 5);
  const masks = new Int32Array(maskWords * 4);
  const part = (index: number): Uint8Array => counts.subarray(index * size, (index + 1) * size);
  const mask = (index: number): Plane => masks.subarray(index * maskWords, (index + 1) * maskWords);
  const tentative = part(2);
  return {
    columns,
    range,
    // The same bytes, four counts to a word.
    four: new Int32Array(counts.buffer),
    blocked: part(0),
    unknown: part(1),
    tentative,
    open: part(3),
    // Where everything is known, what is tentative for somebody is simply tentative.
    anyTentative: hasUnknown ? part(4) : tentative,
    outside: mask(0),
    outsideByHalf: mask(1),
    outsideByHour: mask(2),
    lunch: mask(3),
  };
}

/** Fills empty tallies. The kernel of the engine: it allocates nothing. */
export function countSlots(
  tallies: SlotTallies,
  grid: SeasonGrid,
  starts: StartGrid,
  which: 'all' | 'offered',
): void {
  const { columns, range, four } = tallies;
  const section = (columns.length * quartersADay) / 4;
  const hasOpen = grid.openFrom < grid.dayCount;
  for (let index = 0; index < columns.length; index++) {
    const days = columns[index]?.days ?? [];
    for (let word = range.first >>> 5; word <= range.last >>> 5; word++) {
      const offered = maskWord(tallies, index * wordsADay + word, grid, starts, days, word);
      if (which === 'offered' && (offered & rangeMask(range, word)) === 0) continue;
      const at = (index * quartersADay) / 4 + word * 8;
      countWord(four, at, starts.blocked, days, word);
      if (starts.hasUnknown) countWord(four, section + at, starts.unknown, days, word);
      if (starts.hasTentative) {
        countWord(four, 2 * section + at, starts.tentative, days, word);
        if (starts.hasUnknown) countWord(four, 4 * section + at, starts.anyTentative, days, word);
      }
      if (hasOpen) countWord(four, 3 * section + at, starts.open, days, word);
    }
  }
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

/** Fills one word of the masks, and says which of its starts are inside everyone's working hours on every date. */
function maskWord(
  tallies: SlotTallies,
  at: number,
  grid: SeasonGrid,
  starts: StartGrid,
  days: readonly number[],
  word: number,
): number {
  let outside = 0;
  for (let index = 0; index < days.length && outside !== -1; index++) {
    const day = days[index] ?? 0;
    if (grid.blackouts[day] === 0) outside |= starts.outside[day * wordsADay + word] ?? 0;
  }
  tallies.outside[at] = outside;
  if (outside === -1) return 0;
  let outsideByHalf = 0;
  let outsideByHour = 0;
  let lunch = 0;
  for (let index = 0; index < days.length; index++) {
    const day = days[index] ?? 0;
    if (grid.blackouts[day] === 1) continue;
    const source = day * wordsADay + word;
    outsideByHalf |= starts.outsideByHalf[source] ?? 0;
    outsideByHour |= starts.outsideByHour[source] ?? 0;
    lunch |= starts.lunch[source] ?? 0;
  }
  tallies.outsideByHalf[at] = outsideByHalf;
  tallies.outsideByHour[at] = outsideByHour;
  tallies.lunch[at] = lunch;
  return ~outside;
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
