import { planeWords, quartersADay, wordsADay, type Plane } from './bits.ts';
import type { PersonGrid } from './personGrid.ts';
import { copyToWall, firstPass, type UtcFrame, type WallSegment } from './wallGrid.ts';

/** Cadences up to every fifth week count as repeating; monthly entries stand four or five weeks apart. */
const neighbourWeeks = 5;
const leastKnownQuarters = 28 * quartersADay;
const wordsAWeek = 7 * wordsADay;
/** The wall grid begins on a Monday up to eight days before the frame, and ends up to a day after it. */
const wallMarginDays = 10;

/**
 * The UTC quarter of the frame after which only repeating entries are left in a calendar, or undefined when that
 * cannot be told: less than four weeks are known, or nothing stands there once.
 *
 * A quarter counts as repeating when the same quarter of the same weekday, on the person's own clocks, is taken in
 * one of the five weeks before or after. Out of office tells nothing of how filled a calendar is, because leave is
 * entered long before; it is no entry here, but may stand where a repeating one would. `segments` are the person's
 * clocks from `mondayBefore` on.
 */
export function filledUntil(
  person: PersonGrid,
  frame: UtcFrame,
  segments: readonly WallSegment[],
): number | undefined {
  if (knownQuarters(person.unknown, frame.days * quartersADay) < leastKnownQuarters) return undefined;
  const words = planeWords(frame.days);
  const wallWords = planeWords(frame.days + wallMarginDays);
  if (scratch.length < words + 2 * wallWords) scratch = new Int32Array(words + 2 * wallWords);
  const entries = scratch.subarray(0, words);
  const wallEntries = scratch.subarray(words, words + wallWords).fill(0);
  const wallTaken = scratch.subarray(words + wallWords, words + 2 * wallWords).fill(0);
  const { taken, away, tentative } = person;
  for (let word = 0; word < words; word++) {
    entries[word] = ((taken[word] ?? 0) & ~(away[word] ?? 0)) | (tentative[word] ?? 0);
  }
  copyToWall(wallEntries, entries, segments);
  copyToWall(wallTaken, taken, segments);
  for (let word = wallWords - 1; word >= 0; word--) {
    const entry = wallEntries[word] ?? 0;
    if (entry === 0) continue;
    const single = entry & ~neighbours(wallEntries, wallTaken, word);
    if (single !== 0) return firstPass(segments, word * 32 + 31 - Math.clz32(single));
  }
  return undefined;
}

// Room for the planes at hand. Grown when needed and used up at once: nothing is kept in it.
let scratch = new Int32Array(0);

/** What stands at the same quarters of the weeks around. */
function neighbours(entries: Plane, taken: Plane, word: number): number {
  let bits = 0;
  for (let weeks = 1; weeks <= neighbourWeeks; weeks++) {
    const before = word - weeks * wordsAWeek;
    const after = word + weeks * wordsAWeek;
    if (before >= 0) bits |= (entries[before] ?? 0) | (taken[before] ?? 0);
    if (after < entries.length) bits |= (entries[after] ?? 0) | (taken[after] ?? 0);
  }
  return bits;
}

/** Quarters from the first to the last that is known. */
function knownQuarters(unknown: Plane, quarters: number): number {
  const words = quarters >>> 5;
  let first = 0;
  while (first < words && unknown[first] === -1) first++;
  if (first === words) return 0;
  let last = words - 1;
  while (unknown[last] === -1) last--;
  const firstKnown = ~(unknown[first] ?? 0);
  const lastKnown = ~(unknown[last] ?? 0);
  const lowest = 31 - Math.clz32(firstKnown & -firstKnown);
  return last * 32 + 32 - Math.clz32(lastKnown) - (first * 32 + lowest);
}
