import { isIsoDay } from '#domain/time/days.ts';
import type { IsoDay } from '#domain/time/types.ts';

/**
 * A note's id is made from what the meeting is, so that both people and all their devices come to the same one without asking each other:
 * for a date of a season its original local day in the series' zone (`2026-12-03`), for a single meeting a digest of its iCalUId (`one.…`).
 * A series that is moved or made again keeps its dates' ids; where it does not, marks tie the new dates to the earlier notes.
 */
export type NoteId = string;

export function noteOfDay(day: IsoDay): NoteId {
  return day;
}

export function noteOfSingle(iCalUId: string): NoteId {
  return `one.${digest(iCalUId)}`;
}

/** True for a real day written `yyyy-MM-dd`, whatever else the value may be. */
export function isDay(value: unknown): value is IsoDay {
  return typeof value === 'string' && isIsoDay(value);
}

/** The original day of a season's date; undefined for a single meeting's note. */
export function dayOfNote(note: NoteId): IsoDay | undefined {
  return isIsoDay(note) ? note : undefined;
}

/**
 * A short id for an entry, made from a fresh UUID: 60 of its random bits in 11 letters and digits. Entries and marks name each other by it thousands of times, and a
 * file stays easier to read. Its first 8 make the writer of a pen. Throws RangeError for anything but a UUID.
 */
export function shortId(uuid: string): string {
  const hex = uuid.replaceAll('-', '');
  if (!/^[0-9a-f]{32}$/i.test(hex)) throw new RangeError(`not a UUID: ${uuid}`);
  let left = BigInt(`0x${hex.slice(-15)}`);
  let id = '';
  for (let index = 0; index < idLength; index += 1) {
    id = idDigits.charAt(Number(left % idBase)) + id;
    left /= idBase;
  }
  return id;
}

const idDigits = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const idBase = BigInt(idDigits.length);
const idLength = 11;

/** Two rounds of FNV-1a over UTF-16 code units, 64 bits in base 36: short, and the same everywhere. Not a secret and no proof of anything. */
function digest(text: string): string {
  return [0x811c9dc5, 0x01000193].map((seed) => fnv1a(text, seed).toString(36).padStart(7, '0')).join('');
}

function fnv1a(text: string, seed: number): number {
  let hash = seed;
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  return hash >>> 0;
}
