import type { HoursWithin } from './types.ts';

/** The starts that lie within the hours asked for: quarters of the day, both ends inclusive. */
export interface StartRange {
  readonly first: number;
  readonly last: number;
}

/** Undefined when no meeting of that length fits into the hours. */
export function startRange(hours: HoursWithin, lengthMinutes: number): StartRange | undefined {
  const first = Math.ceil(hours.earliestMinute / 15);
  const last = Math.floor((hours.latestMinute - lengthMinutes) / 15);
  return first <= last ? { first, last } : undefined;
}

/** Which of the 32 starts of a day's word lie in the range, one bit each. */
export function rangeMask({ first, last }: StartRange, word: number): number {
  let bits = -1;
  if (word === first >>> 5) bits &= -1 << (first & 31);
  if (word === last >>> 5) bits &= -1 >>> (31 - (last & 31));
  return bits;
}
