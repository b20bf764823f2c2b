import { quarterMilli, setRange, clearRange, type Plane } from './bits.ts';
import type { AvailabilityView } from './types.ts';
import { minuteMilli } from '#domain/time/days.ts';
import type { EpochMilli } from '#domain/time/types.ts';

/** Planes that free/busy fills. They may overlap; the worst state of a quarter counts. */
export interface BusyPlanes {
  /** Busy or out of office. */
  readonly taken: Plane;
  /** Out of office. */
  readonly away: Plane;
  readonly tentative: Plane;
  /** Nothing is known. Set all over before anything is read. */
  readonly unknown: Plane;
}

/**
 * Reads availability views into planes whose first bit is `origin`. False when a view is not one: a digit
 * outside 0 to 4, an interval that is not 5 to 60 whole minutes, a start that is no instant.
 * A quarter that an interval covers in part takes its state (an entry may be anywhere in it), and is
 * known only when views cover all of it.
 */
export function readViews(
  planes: BusyPlanes,
  views: readonly AvailabilityView[],
  origin: EpochMilli,
): boolean {
  if (!views.every(isReadable)) return false;
  clearKnown(planes.unknown, views, origin);
  for (const view of views) {
    const offset = (view.start - origin) / quarterMilli;
    const isOnGrid = view.intervalMinutes === 15 && Number.isInteger(offset);
    if (!(isOnGrid ? readQuarters(planes, view.view, offset) : readRuns(planes, view, origin))) return false;
  }
  return true;
}

/** There are dates to 8.64e15 milliseconds on both sides of 1970; a season around them must fit. */
const furthestInstant = 8.6e15;

function isReadable({ start, intervalMinutes, view }: AvailabilityView): boolean {
  return (
    Number.isInteger(start) &&
    Math.abs(start) <= furthestInstant &&
    Number.isInteger(intervalMinutes) &&
    intervalMinutes >= 5 &&
    intervalMinutes <= 60 &&
    typeof view === 'string'
  );
}

/** Clears `unknown` where views cover whole quarters; views that meet are one stretch. */
function clearKnown(unknown: Plane, views: readonly AvailabilityView[], origin: EpochMilli): void {
  const stretches = views
    .map(({ start, intervalMinutes, view }) => ({
      start,
      end: start + view.length * intervalMinutes * minuteMilli,
    }))
    .toSorted((a, b) => a.start - b.start);
  let since = Number.NaN;
  let until = Number.NaN;
  for (const { start, end } of stretches) {
    if (start <= until) {
      until = Math.max(until, end);
      continue;
    }
    clearStretch(unknown, since, until, origin);
    since = start;
    until = end;
  }
  clearStretch(unknown, since, until, origin);
}

function clearStretch(unknown: Plane, since: EpochMilli, until: EpochMilli, origin: EpochMilli): void {
  if (since < until) {
    clearRange(
      unknown,
      Math.ceil((since - origin) / quarterMilli),
      Math.floor((until - origin) / quarterMilli),
    );
  }
}

// The bytes of the view at hand. Grown when needed and used up at once: nothing is kept in it.
let scratch = new Uint8Array(0);
let encoder: TextEncoder | undefined;

/** Four bytes of "0", the state of most quarters; and eight of them, as the number that those bytes are. */
const fourFree = 0x30303030;
const [eightFree = Number.NaN] = new Float64Array(new Int32Array([fourFree, fourFree]).buffer);

/** Reads one digit a quarter, 32 at a time. */
function readQuarters(planes: BusyPlanes, view: string, offset: number): boolean {
  const length = view.length;
  const groups = Math.ceil(length / 32);
  if (scratch.length < groups * 32) scratch = new Uint8Array(groups * 32);
  encoder ??= new TextEncoder();
  const { read, written } = encoder.encodeInto(view, scratch);
  if (read !== length || written !== length) return false;
  scratch.fill(48, length, groups * 32);
  const words = new Int32Array(scratch.buffer, 0, groups * 8);
  const eights = new Float64Array(scratch.buffer, 0, groups * 4);
  const { taken, away, tentative, unknown } = planes;
  const shift = offset & 31;
  const firstWord = offset >> 5;
  let wrong = 0;
  for (let group = 0; group < groups; group++) {
    const eight = group * 4;
    if (
      eights[eight] === eightFree &&
      eights[eight + 1] === eightFree &&
      eights[eight + 2] === eightFree &&
      eights[eight + 3] === eightFree
    ) {
      continue;
    }
    let low = 0;
    let high = 0;
    let none = 0;
    for (let part = 0; part < 8; part++) {
      // Four digits, less the code of "0": one in each byte (all platforms with typed arrays are little-endian here).
      const digits = (words[group * 8 + part] ?? 0) ^ fourFree;
      if (digits === 0) continue;
      // 8 and more, or 4 together with 1 or 2.
      wrong |= (digits & 0xf8f8f8f8) | ((digits >>> 2) & (digits | (digits >>> 1)) & 0x01010101);
      low |= gather(digits) << (part * 4);
      high |= gather(digits >>> 1) << (part * 4);
      none |= gather(digits >>> 2) << (part * 4);
    }
    const word = firstWord + group;
    orWord(taken, word, shift, high);
    orWord(away, word, shift, low & high);
    orWord(tentative, word, shift, low & ~high);
    orWord(unknown, word, shift, none);
  }
  return wrong === 0;
}

/** The lowest bit of each of four bytes, as four bits. The factor moves them side by side; no two products meet. */
function gather(bytes: number): number {
  return (Math.imul(bytes & 0x01010101, 0x01020408) >>> 24) & 15;
}

function orWord(plane: Plane, word: number, shift: number, bits: number): void {
  if (bits === 0) return;
  const last = plane.length - 1;
  if (word >= 0 && word < last) plane[word] = (plane[word] ?? 0) | (bits << shift);
  if (shift !== 0 && word + 1 >= 0 && word + 1 < last) {
    plane[word + 1] = (plane[word + 1] ?? 0) | (bits >>> (32 - shift));
  }
}

/** Reads intervals of any length from 5 minutes on, run by run. */
function readRuns(
  planes: BusyPlanes,
  { start, intervalMinutes, view }: AvailabilityView,
  origin: EpochMilli,
): boolean {
  const intervalMilli = intervalMinutes * minuteMilli;
  for (let from = 0; from < view.length;) {
    const digit = view.charCodeAt(from) - 48;
    if (digit < 0 || digit > 4) return false;
    let to = from + 1;
    while (to < view.length && view.charCodeAt(to) - 48 === digit) to++;
    const first = Math.floor((start + from * intervalMilli - origin) / quarterMilli);
    const end = Math.ceil((start + to * intervalMilli - origin) / quarterMilli);
    if (digit === 1) setRange(planes.tentative, first, end);
    if (digit >= 2 && digit <= 3) setRange(planes.taken, first, end);
    if (digit === 3) setRange(planes.away, first, end);
    if (digit === 4) setRange(planes.unknown, first, end);
    from = to;
  }
  return true;
}
