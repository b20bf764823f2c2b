/**
 * Rows of bits, one bit a quarter of an hour, the earliest in the lowest bit of the first word. The last word of a
 * plane is padding and stays 0, so that reading one word ahead never leaves the array. Every function here writes into
 * a plane that it is given and allocates nothing.
 */
export type Plane = Int32Array;

export const quarterMilli = 900_000;
export const quarterMinutes = 15;
export const quartersADay = 96;
/** A day fills whole words, so a day, a week and a season are all stretches of the same row. */
export const wordsADay = 3;

/** Words for so many days of quarters, padding included. */
export function planeWords(days: number): number {
  return days * wordsADay + 1;
}

/** Sets the bits `[from, to)`, as far as they lie within the plane. */
export function setRange(plane: Plane, from: number, to: number): void {
  const first = Math.max(from, 0);
  const end = Math.min(to, (plane.length - 1) * 32);
  if (first >= end) return;
  const firstWord = first >>> 5;
  const lastWord = (end - 1) >>> 5;
  const firstMask = -1 << (first & 31);
  const lastMask = -1 >>> (31 - ((end - 1) & 31));
  if (firstWord === lastWord) {
    plane[firstWord] = (plane[firstWord] ?? 0) | (firstMask & lastMask);
    return;
  }
  plane[firstWord] = (plane[firstWord] ?? 0) | firstMask;
  for (let word = firstWord + 1; word < lastWord; word++) plane[word] = -1;
  plane[lastWord] = (plane[lastWord] ?? 0) | lastMask;
}

/** Clears the bits `[from, to)`, as far as they lie within the plane. */
export function clearRange(plane: Plane, from: number, to: number): void {
  const first = Math.max(from, 0);
  const end = Math.min(to, (plane.length - 1) * 32);
  if (first >= end) return;
  const firstWord = first >>> 5;
  const lastWord = (end - 1) >>> 5;
  const firstMask = -1 << (first & 31);
  const lastMask = -1 >>> (31 - ((end - 1) & 31));
  if (firstWord === lastWord) {
    plane[firstWord] = (plane[firstWord] ?? 0) & ~(firstMask & lastMask);
    return;
  }
  plane[firstWord] = (plane[firstWord] ?? 0) & ~firstMask;
  for (let word = firstWord + 1; word < lastWord; word++) plane[word] = 0;
  plane[lastWord] = (plane[lastWord] ?? 0) & ~lastMask;
}

/** Whether a bit is set; bits outside the plane are not. */
export function hasBit(plane: Plane, bit: number): boolean {
  return bit >= 0 && (((plane[bit >>> 5] ?? 0) >>> (bit & 31)) & 1) === 1;
}

/** Whether any of the bits `[from, from + count)` is set. `count` is at most 32. */
export function hasAnyBit(plane: Plane, from: number, count: number): boolean {
  return (wordAt(plane, from) & (-1 >>> (32 - count))) !== 0;
}

/** The 32 bits that begin at `bit`, which may be any bit of the plane. */
export function wordAt(plane: Plane, bit: number): number {
  const word = bit >>> 5;
  const shift = bit & 31;
  const low = plane[word] ?? 0;
  return shift === 0 ? low : (low >>> shift) | ((plane[word + 1] ?? 0) << (32 - shift));
}

/** ORs `source` into `target`, which is as long. */
export function orInto(target: Plane, source: Plane): void {
  const words = target.length;
  for (let word = 0; word < words; word++) target[word] = (target[word] ?? 0) | (source[word] ?? 0);
}

/** Whether any bit of `[from, to)` is set. */
export function hasAnyIn(plane: Plane, from: number, to: number): boolean {
  const lastWord = Math.min((to - 1) >> 5, plane.length - 1);
  const firstWord = Math.max(from >> 5, 0);
  for (let word = firstWord; word <= lastWord; word++) {
    let bits = plane[word] ?? 0;
    if (word === from >> 5) bits &= -1 << (from & 31);
    if (word === (to - 1) >> 5) bits &= -1 >>> (31 - ((to - 1) & 31));
    if (bits !== 0) return true;
  }
  return false;
}

/**
 * Makes each bit of `target` say whether any of the `length` bits from it on is set in any of the sources, which are
 * as long: a start is taken when any quarter of the meeting is. `length` is 1 to 32. `target` may be the only source.
 */
export function spreadBack(target: Plane, sources: readonly Plane[], length: number): void {
  const words = target.length - 1;
  let next = unionAt(sources, 0);
  for (let word = 0; word < words; word++) {
    let low = next;
    next = unionAt(sources, word + 1);
    // The stretch doubles with each step; what is lost at the top of `high` is never needed below.
    let high = next;
    for (let done = 1; done < length;) {
      const shift = done < length - done ? done : length - done;
      low |= (low >>> shift) | (high << (32 - shift));
      high |= high >>> shift;
      done += shift;
    }
    target[word] = low;
  }
}

function unionAt(sources: readonly Plane[], word: number): number {
  let bits = 0;
  for (let index = 0; index < sources.length; index++) bits |= sources[index]?.[word] ?? 0;
  return bits;
}

/**
 * ORs `count` bits of `source` from `sourceBit` on into `target` from `targetBit` on. Any shift;
 * what would lie outside of either plane is left out.
 */
export function orShifted(
  target: Plane,
  targetBit: number,
  source: Plane,
  sourceBit: number,
  count: number,
): void {
  const shift = sourceBit - targetBit;
  const from = Math.max(targetBit, -shift, 0);
  const end = Math.min(targetBit + count, (target.length - 1) * 32, (source.length - 1) * 32 - shift);
  if (from >= end) return;
  const firstWord = from >>> 5;
  const lastWord = (end - 1) >>> 5;
  const bitShift = shift & 31;
  const wordShift = shift >> 5;
  const firstMask = -1 << (from & 31);
  const lastMask = -1 >>> (31 - ((end - 1) & 31));
  for (let word = firstWord; word <= lastWord; word++) {
    const at = word + wordShift;
    // At the first word the source may begin one word later: that part is masked away.
    const low = at < 0 ? 0 : (source[at] ?? 0);
    let bits = bitShift === 0 ? low : (low >>> bitShift) | ((source[at + 1] ?? 0) << (32 - bitShift));
    if (word === firstWord) bits &= firstMask;
    if (word === lastWord) bits &= lastMask;
    target[word] = (target[word] ?? 0) | bits;
  }
}
