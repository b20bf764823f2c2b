import { decodeEntry, decodeMark } from './decodeRows.ts';
import { joinEntries, joinMarks } from './entry.ts';
import { isMembers, keepJson, keepMembers } from './json.ts';
import type { JsonMembers, JsonValue } from './json.ts';
import { compareEntries, compareMarks, joinRows, sortAndJoin } from './mergeOwnDevices.ts';
import type { Entry, Half, Mark, NotesFile, PrivateNotes } from './types.ts';

/** The version of the format that this app writes and reads: docs/notes-format.md. */
export const notesVersion = 1;

/** The longest file worth reading, in characters: some twenty times a season of weekly meetings. */
export const longestFile = 4_000_000;

/** More rows than any file of that length could sensibly hold. */
const mostRows = 40_000;

/** A file of ours has one row for each entry; more are joined, but joining many takes time that a hostile file could waste. */
const mostRowsOfEntry = 20;

/** What `kind` says in the file. */
export const fileKinds = { half: 'mentor-meetings/half', private: 'mentor-meetings/private' } as const;

const fileNames: ReadonlySet<string> = new Set([
  'kind',
  'version',
  'mentorship',
  'season',
  'author',
  'entries',
  'marks',
  'unreadable',
]);

/**
 * Why a file is not taken.
 * empty: nothing in it. cut-short: it ends in the middle. damaged: not JSON. not-notes: JSON, but not this format. too-large: longer than `longestFile`, or too
 * many rows. newer-version: written by a newer app, which must not be overwritten. other-…: not what was expected here.
 */
export type RefusedWhy =
  | 'empty'
  | 'cut-short'
  | 'damaged'
  | 'not-notes'
  | 'too-large'
  | 'newer-version'
  | 'other-mentorship'
  | 'other-season'
  | 'other-author';

export interface Refused {
  readonly kind: 'refused';
  readonly why: RefusedWhy;
}

interface Losses {
  /** Rows that are kept in the file but cannot be shown. */
  readonly unreadable: number;
  /** Parts that were not kept: unsafe names, depth beyond reason, numbers that are none. */
  readonly leftOut: number;
}

export type DecodedHalf = ({ readonly kind: 'half'; readonly half: Half } & Losses) | Refused;
export type DecodedPrivateNotes =
  ({ readonly kind: 'private'; readonly notes: PrivateNotes } & Losses) | Refused;

/** What the file must be about. `author` is who last wrote the item, as the drive tells it. */
export interface Expected {
  readonly mentorship?: string;
  readonly season?: number;
  readonly author?: string;
}

/** A half from a file's text, which may be anything. */
export function parseHalf(text: string, expected: Expected = {}): DecodedHalf {
  const parsed = parseText(text);
  return parsed.kind === 'refused' ? parsed : decodeHalf(parsed.value, expected);
}

/** A half from a parsed value, which may be anything. */
export function decodeHalf(value: unknown, expected: Expected = {}): DecodedHalf {
  const decoded = decodeFile(value, fileKinds.half, expected);
  if (decoded.kind === 'refused') return decoded;
  const { file, unreadable, leftOut } = decoded;
  return { kind: 'half', half: { kind: 'half', ...file }, unreadable, leftOut };
}

/** Private notes from a file's text, which may be anything. */
export function parsePrivateNotes(text: string, expected: Expected = {}): DecodedPrivateNotes {
  const parsed = parseText(text);
  return parsed.kind === 'refused' ? parsed : decodePrivateNotes(parsed.value, expected);
}

/** Private notes from a parsed value, which may be anything. */
export function decodePrivateNotes(value: unknown, expected: Expected = {}): DecodedPrivateNotes {
  const decoded = decodeFile(value, fileKinds.private, expected);
  if (decoded.kind === 'refused') return decoded;
  const { file, unreadable, leftOut } = decoded;
  return { kind: 'private', notes: { kind: 'private', ...file }, unreadable, leftOut };
}

function parseText(text: string): { readonly kind: 'parsed'; readonly value: unknown } | Refused {
  if (text.length > longestFile) return refuse('too-large');
  const json = text.startsWith('\uFEFF') ? text.slice(1) : text;
  if (json.trim() === '') return refuse('empty');
  try {
    return { kind: 'parsed', value: JSON.parse(json) as unknown };
  } catch {
    return refuse(endsInside(json) ? 'cut-short' : 'damaged');
  }
}

/** True when the text stops within a string, a list or an object. */
function endsInside(json: string): boolean {
  let depth = 0;
  for (const [token] of json.matchAll(/"(?:[^"\\]|\\.)*(?:"|$)|[{}[\]]/gs)) {
    if (token === '{' || token === '[') depth += 1;
    else if (token === '}' || token === ']') depth -= 1;
    else if (token.length < 2 || !token.endsWith('"')) return true;
  }
  return depth > 0;
}

type DecodedFile = ({ readonly kind: 'file'; readonly file: NotesFile } & Losses) | Refused;

function decodeFile(value: unknown, kind: string, expected: Expected): DecodedFile {
  if (!isMembers(value) || value['kind'] !== kind) return refuse('not-notes');
  const { version, mentorship, season, author } = value;
  if (!isCount(version)) return refuse('not-notes');
  if (version > notesVersion) return refuse('newer-version');
  if (!isName(mentorship) || !isCount(season) || !isName(author)) return refuse('not-notes');
  if (expected.mentorship !== undefined && expected.mentorship !== mentorship)
    return refuse('other-mentorship');
  if (expected.season !== undefined && expected.season !== season) return refuse('other-season');
  if (expected.author !== undefined && expected.author !== author) return refuse('other-author');
  const lists = [value['entries'], value['marks'], value['unreadable'] ?? []];
  if (!lists.every((list) => Array.isArray(list))) return refuse('not-notes');
  if (lists.reduce((sum, list) => sum + list.length, 0) > mostRows) return refuse('too-large');
  return decodeLists(lists, { mentorship, season, author }, value);
}

function decodeLists(
  lists: readonly (readonly unknown[])[],
  about: Pick<NotesFile, 'mentorship' | 'season' | 'author'>,
  members: object,
): DecodedFile {
  const entries: Entry[] = [];
  const rowsById = new Map<string, number>();
  const marks: Mark[] = [];
  const unreadable: JsonValue[] = [];
  let leftOut = 0;
  const countLeftOut = (): void => {
    leftOut += 1;
  };
  // Each row is tried as either, whichever list it stands in: a newer app may read what an older one could not.
  for (const row of lists.flat()) {
    const before = leftOut;
    const entry = decodeEntry(row, countLeftOut);
    const rowsOfEntry = (entry && rowsById.get(entry.id)) ?? 0;
    if (entry !== undefined && rowsOfEntry < mostRowsOfEntry) {
      rowsById.set(entry.id, rowsOfEntry + 1);
      entries.push(entry);
      continue;
    }
    leftOut = before;
    const mark = decodeMark(row, countLeftOut);
    if (mark !== undefined) {
      marks.push(mark);
      continue;
    }
    leftOut = before;
    const kept = keepJson(row, countLeftOut, 1);
    if (kept !== undefined) unreadable.push(kept);
  }
  const rest: JsonMembers = keepMembers(members, countLeftOut, 1, fileNames);
  const rows = joinRows([], unreadable);
  return {
    kind: 'file',
    file: {
      ...about,
      entries: sortAndJoin(entries, compareEntries, joinEntries),
      marks: sortAndJoin(marks, compareMarks, joinMarks),
      unreadable: rows,
      rest,
    },
    unreadable: rows.length,
    leftOut,
  };
}

function refuse(why: RefusedWhy): Refused {
  return { kind: 'refused', why };
}

function isName(value: unknown): value is string {
  return typeof value === 'string' && value.length > 0 && value.length <= 320;
}

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= 9_999;
}
