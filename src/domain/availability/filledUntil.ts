import { dayMilli } from '#domain/time/days.ts';
import type { ZoneTable } from '#domain/time/zoneTable.ts';
import { planeWords, quartersADay, wordsADay, type Plane } from './bits.ts';
import type { PersonGrid, UtcFrame } from './personGrid.ts';
import { copyToWall, firstPass, wallSegments } from './wallGrid.ts';

/** Cadences up to every fifth week count as repeating; monthly entries stand four or five weeks apart. */
const neighbourWeeks = 5;
const leastKnownQuarters = 28 * quartersADay;

/**
 * The UTC quarter of the frame after which only repeating entries are left in a calendar, or undefined when that
 * cannot be told: less than four weeks are known, or nothing stands there once.
 *
 * A quarter counts as repeating when the same quarter of the same weekday, on the person's own clocks, is taken in
 * one of the five weeks before or after. Out of office tells nothing of how filled a calendar is, because leave is
 * entered long before; it is no entry here, but may stand where a repeating one would.
 */
export function filledUntil(person: PersonGrid, frame: UtcFrame, zone: ZoneTable): number | undefined {
  if (knownQuarters(person.unknown, frame.days * quartersADay) < leastKnownQuarters) return undefined;
  const firstDay = Math.floor(frame.origin / dayMilli) - 1;
  const segments = wallSegments(frame, zone, firstDay);
  if (!segments) return undefined;
  const words = planeWords(frame.days);
  const entries = new Uint32Array(words);
  const anything = new Uint32Array(words);
  for (let word = 0; word < words; word++) {
    const taken = person.taken[word] ?? 0;
    const tentative = person.tentative[word] ?? 0;
    entries[word] = (taken & ~(person.away[word] ?? 0)) | tentative;
    anything[word] = taken | tentative;
  }
  const wallWords = planeWords(frame.days + 3);
  const wallEntries = new Uint32Array(wallWords);
  const wallAnything = new Uint32Array(wallWords);
  copyToWall(wallEntries, entries, segments);
  copyToWall(wallAnything, anything, segments);
  for (let word = wallWords - 1; word >= 0; word--) {
    const entry = wallEntries[word] ?? 0;
    if (entry === 0) continue;
    const single = entry & ~neighbours(wallAnything, word);
    if (single !== 0) return firstPass(segments, word * 32 + 31 - Math.clz32(single));
  }
  return undefined;
}

function neighbours(plane: Plane, word: number): number {
  let bits = 0;
  for (let weeks = 1; weeks <= neighbourWeeks; weeks++) {
    const distance = weeks * 7 * wordsADay;
    if (word - distance >= 0) bits |= plane[word - distance] ?? 0;
    if (word + distance < plane.length) bits |= plane[word + distance] ?? 0;
  }
  return bits;
}

/** Quarters from the first to the last that is known. */
function knownQuarters(unknown: Plane, quarters: number): number {
  const words = quarters >>> 5;
  let first = 0;
  while (first < words && unknown[first] === 0xffffffff) first++;
  let last = words - 1;
  while (last >= first && unknown[last] === 0xffffffff) last--;
  return (last + 1 - first) * 32;
}
