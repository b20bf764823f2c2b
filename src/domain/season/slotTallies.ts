import { wordsADay, type Plane } from '#domain/availability/bits.ts';
import type { Weekday } from '#domain/time/types.ts';
import { dayIndexes, phasesOf } from './datesOf.ts';
import type { SeasonGrid } from './seasonGrid.ts';
import type { StartGrid } from './startGrid.ts';
import type { Cadence, HoursWithin, Tally } from './types.ts';

/** All slots of one weekday in one phase share their days. */
export interface Column {
  readonly phase: number;
  readonly weekday: Weekday;
  /** Day indexes of the season, in order; at least one. */
  readonly days: readonly number[];
}

/** The starts that lie within the hours asked for: quarters of the day, both ends inclusive. */
export interface StartRange {
  readonly first: number;
  readonly last: number;
}

/** Something that holds for a slot on at least one of its dates (days left out by wish aside). */
export const slotFlag = { outside: 1, outsideByHalf: 2, outsideByHour: 4, lunch: 8 } as const;

/**
 * Counts for every slot of a cadence. Slot `s` of column `c` is at `c * starts + s`, `s` counted from the first
 * start of the range.
 */
export interface SlotTallies {
  readonly columns: readonly Column[];
  readonly range: StartRange;
  readonly starts: number;
  readonly blocked: Uint8Array;
  readonly unknown: Uint8Array;
  readonly tentative: Uint8Array;
  readonly open: Uint8Array;
  readonly anyTentative: Uint8Array;
  readonly flags: Uint8Array;
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

/** Undefined when no meeting of that length fits into the hours. */
export function startRange(hours: HoursWithin, lengthMinutes: number): StartRange | undefined {
  const first = Math.ceil(hours.earliestMinute / 15);
  const last = Math.floor((hours.latestMinute - lengthMinutes) / 15);
  return first <= last ? { first, last } : undefined;
}

export function slotTallies(
  grid: SeasonGrid,
  starts: StartGrid,
  columns: readonly Column[],
  range: StartRange,
): SlotTallies {
  const startsADay = range.last - range.first + 1;
  const size = columns.length * startsADay;
  const buffer = new Uint8Array(size * 6);
  const part = (index: number): Uint8Array => buffer.subarray(index * size, (index + 1) * size);
  const tallies: SlotTallies = {
    columns,
    range,
    starts: startsADay,
    blocked: part(0),
    unknown: part(1),
    tentative: part(2),
    open: part(3),
    anyTentative: part(4),
    flags: part(5),
  };
  for (let index = 0; index < columns.length; index++) {
    const days = columns[index]?.days ?? [];
    const at = index * startsADay;
    for (let word = range.first >>> 5; word <= range.last >>> 5; word++) {
      countWord(tallies.blocked, at, starts.blocked, days, word, range);
      if (starts.hasUnknown) countWord(tallies.unknown, at, starts.unknown, days, word, range);
      if (starts.hasTentative) {
        countWord(tallies.tentative, at, starts.tentative, days, word, range);
        countWord(tallies.anyTentative, at, starts.anyTentative, days, word, range);
      }
      if (grid.openFrom < grid.dayCount) countWord(tallies.open, at, starts.open, days, word, range);
      flagWord(tallies.flags, at, grid, starts, days, word, range);
    }
  }
  return tallies;
}

/** Adds one word of a plane over all days of a column, 32 starts at once, and writes a count for each start. */
function countWord(
  counts: Uint8Array,
  at: number,
  plane: Plane,
  days: readonly number[],
  word: number,
  range: StartRange,
): void {
  // Digit by digit: bit i of `ones` is the lowest binary digit of the count of start i, and so on up to 63.
  let ones = 0;
  let twos = 0;
  let fours = 0;
  let eights = 0;
  let sixteens = 0;
  let thirtyTwos = 0;
  for (const day of days) {
    let carry = plane[day * wordsADay + word] ?? 0;
    if (carry === 0) continue;
    let sum = ones ^ carry;
    carry &= ones;
    ones = sum;
    if (carry === 0) continue;
    sum = twos ^ carry;
    carry &= twos;
    twos = sum;
    if (carry === 0) continue;
    sum = fours ^ carry;
    carry &= fours;
    fours = sum;
    if (carry === 0) continue;
    sum = eights ^ carry;
    carry &= eights;
    eights = sum;
    if (carry === 0) continue;
    sum = sixteens ^ carry;
    carry &= sixteens;
    sixteens = sum;
    thirtyTwos ^= carry;
  }
  const first = Math.max(range.first, word * 32);
  const last = Math.min(range.last, word * 32 + 31);
  for (let quarter = first; quarter <= last; quarter++) {
    const bit = quarter & 31;
    counts[at + quarter - range.first] =
      ((ones >>> bit) & 1) |
      (((twos >>> bit) & 1) << 1) |
      (((fours >>> bit) & 1) << 2) |
      (((eights >>> bit) & 1) << 3) |
      (((sixteens >>> bit) & 1) << 4) |
      (((thirtyTwos >>> bit) & 1) << 5);
  }
}

function flagWord(
  flags: Uint8Array,
  at: number,
  grid: SeasonGrid,
  starts: StartGrid,
  days: readonly number[],
  word: number,
  range: StartRange,
): void {
  let outside = 0;
  let outsideByHalf = 0;
  let outsideByHour = 0;
  let lunch = 0;
  for (const day of days) {
    if (grid.blackouts[day] === 1) continue;
    const index = day * wordsADay + word;
    outside |= starts.outside[index] ?? 0;
    outsideByHalf |= starts.outsideByHalf[index] ?? 0;
    outsideByHour |= starts.outsideByHour[index] ?? 0;
    lunch |= starts.lunch[index] ?? 0;
  }
  const first = Math.max(range.first, word * 32);
  const last = Math.min(range.last, word * 32 + 31);
  for (let quarter = first; quarter <= last; quarter++) {
    const bit = quarter & 31;
    flags[at + quarter - range.first] =
      ((outside >>> bit) & 1) |
      (((outsideByHalf >>> bit) & 1) << 1) |
      (((outsideByHour >>> bit) & 1) << 2) |
      (((lunch >>> bit) & 1) << 3);
  }
}

/** The counts of one slot as the screens read them. */
export function tallyAt(tallies: SlotTallies, index: number): Tally {
  const dates = tallies.columns[Math.floor(index / tallies.starts)]?.days.length ?? 0;
  const toMend = tallies.blocked[index] ?? 0;
  const unknown = tallies.unknown[index] ?? 0;
  const tentative = tallies.tentative[index] ?? 0;
  const openSoFar = tallies.open[index] ?? 0;
  return {
    dates,
    free: dates - toMend - unknown - tentative - openSoFar,
    openSoFar,
    tentative,
    unknown,
    toMend,
  };
}
