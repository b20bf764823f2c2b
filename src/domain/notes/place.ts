import type { EpochMilli } from '#domain/time/types.ts';

/**
 * A place in an agenda: digits of base 62, compared as text, read as a fraction. Between two places there is always room for one more, so one move writes one mark.
 */
export type Place = string;

const digits = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const base = digits.length;
/** Longer places are not made: the agenda is numbered anew. Files may hold 64. */
const longestPlace = 40;
const timeDigits = 8;

/** Where an item stands that nobody has moved: by the time it was added. */
export function placeOfTime(at: EpochMilli): Place {
  return inDigits(at, timeDigits);
}

/** A place after `low` and before `high`; undefined when there is none, or none short enough. No `high` means no end. */
export function placeBetween(low: Place, high: Place | undefined): Place | undefined {
  let bound = high;
  let place = '';
  for (let index = 0; index < longestPlace; index += 1) {
    const from = digitAt(low, index);
    const to = bound === undefined ? base : digitAt(bound, index);
    if (to < from) return undefined;
    if (to - from > 1) return place + digits.charAt(Math.floor((from + to) / 2));
    place += digits.charAt(from);
    if (to > from) bound = undefined;
  }
  return undefined;
}

/** Places for a whole agenda in its order, all of them before anything that is added later. */
export function placesAnew(count: number): readonly Place[] {
  return Array.from({ length: count }, (_, index) => `00${inDigits(index, 3)}V`);
}

function digitAt(place: Place, index: number): number {
  return index < place.length ? digits.indexOf(place.charAt(index)) : 0;
}

function inDigits(value: number, length: number): string {
  let left = Math.max(0, Math.floor(value));
  let text = '';
  for (let index = 0; index < length; index += 1) {
    text = digits.charAt(left % base) + text;
    left = Math.floor(left / base);
  }
  return text;
}
