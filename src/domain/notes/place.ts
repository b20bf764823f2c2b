/**
 * A place in an agenda: digits of base 62, compared as text, read as a fraction. Between two places there is always room for one more, so one move writes one mark.
 */
export type Place = string;

const digits = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const base = digits.length;
/** Longer places are not made: the agenda is numbered anew. Files may hold 64. */
const longestPlace = 40;

/** Where an item stands that nobody has moved: the digits of the time it was added, `yyyy-MM-ddTHH:mm:ss.sssZ`. */
export function placeOfTime(time: string): Place {
  const date = `${time.slice(0, 4)}${time.slice(5, 7)}${time.slice(8, 10)}`;
  return `${date}${time.slice(11, 13)}${time.slice(14, 16)}${time.slice(17, 19)}${time.slice(20, 23)}`;
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
