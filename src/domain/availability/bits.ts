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

/** Whether any bit of the words from `from`'s up to `to`'s is set; looks at whole words. */
export function hasAnyBetween(plane: Plane, from: number, to: number): boolean {
  const end = Math.min((to + 31) >>> 5, plane.length);
  for (let word = Math.max(from, 0) >>> 5; word < end; word++) if (plane[word] !== 0) return true;
  return false;
}

/** The 32 bits that begin at `bit`, which may be any bit of the plane, but not negative. */
export function wordAt(plane: Plane, bit: number): number {
  const word = bit >>> 5;
  const shift = bit & 31;
  const low = plane[word] ?? 0;
  return shift === 0 ? low : (low >>> shift) | ((plane[word + 1] ?? 0) << (32 - shift));
}

/** Makes `target` the union of planes that are as long. */
export function uniteInto(target: Plane, planes: readonly Plane[]): void {
  const [first] = planes;
  if (first) target.set(first);
  else target.fill(0);
  for (let index = 1; index < planes.length; index++) {
    const plane = planes[index];
    if (plane) orInto(target, plane);
  }
}

/** ORs `source` into `target`, which is as long. */
export function orInto(target: Plane, source: Plane): void {
  const words = target.length;
  for (let word = 0; word < words; word++) target[word] = (target[word] ?? 0) | (source[word] ?? 0);
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
  // At the first word the source may begin one word later: that part is masked away.
  let low = firstWord + wordShift < 0 ? 0 : (source[firstWord + wordShift] ?? 0);
  for (let word = firstWord; word <= lastWord; word++) {
    const high = source[word + wordShift + 1] ?? 0;
    let bits = bitShift === 0 ? low : (low >>> bitShift) | (high << (32 - bitShift));
    low = high;
    if (word === firstWord) bits &= firstMask;
    if (word === lastWord) bits &= lastMask;
    target[word] = (target[word] ?? 0) | bits;
  }
}
