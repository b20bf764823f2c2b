import { fileKinds, notesVersion } from './decodeHalf.ts';
import { primaryOf } from './entry.ts';
import { compareText, isList } from './json.ts';
import type { JsonMembers, JsonValue } from './json.ts';
import { timeOf } from './stamp.ts';
import type { Entry, Half, Mark, NotesFile, PrivateNotes, Version } from './types.ts';

/** Members in the order in which a person would want to read them; others follow by name. */
const order = ['id', 'on', 'what', 'is', 'type', 'note', 'text', 'stamp', 'seen', 'versions'];
const rankOf: ReadonlyMap<string, number> = new Map(order.map((name, index) => [name, index]));

/** The text of a half's file: one row a line, by meeting and time. The same half always gives the same text. */
export function encodeHalf(half: Half): string {
  return encodeFile(half, fileKinds.half);
}

/** The text of the file of private notes, as `encodeHalf`. */
export function encodePrivateNotes(notes: PrivateNotes): string {
  return encodeFile(notes, fileKinds.private);
}

function encodeFile(file: NotesFile, kind: string): string {
  const { mentorship, season, author } = file;
  const head = Object.entries({ kind, version: notesVersion, mentorship, season, author });
  const rest = Object.entries(file.rest).toSorted(([a], [b]) => compareText(a, b));
  const members = [...head, ...rest].map(([name, value]) => `${JSON.stringify(name)}: ${encodeValue(value)}`);
  const entries = file.entries
    .map((entry) => ({ entry, key: readingKey(entry) }))
    .toSorted((a, b) => compareText(a.key, b.key))
    .map(({ entry }) => encodeValue(entryRow(entry)));
  const marks = file.marks.map((mark) => encodeValue(markRow(mark)));
  const lists = [`"entries": ${encodeList(entries)}`, `"marks": ${encodeList(marks)}`];
  if (file.unreadable.length > 0) lists.push(`"unreadable": ${encodeList(file.unreadable.map(encodeValue))}`);
  return `{\n${[...members, ...lists].join(',\n')}\n}\n`;
}

/** By meeting, then by time of adding. What has no meeting comes first, what is removed last. */
function readingKey(entry: Entry): string {
  const primary = primaryOf(entry);
  if (primary === undefined) return `~ ${entry.id}`;
  const { note, added } = primary.content;
  return `${typeof note === 'string' ? note : ''} ${typeof added === 'string' ? added : timeOf(primary.stamp)} ${entry.id}`;
}

function entryRow(entry: Entry): JsonMembers {
  const [version, ...others] = entry.versions;
  const stamps = new Set<string>(entry.versions.map(({ stamp }) => stamp));
  const seen = entry.seen.filter((stamp) => !stamps.has(stamp));
  const isFlat = version !== undefined && others.length === 0 && Object.keys(entry.rest).length === 0;
  return {
    ...(isFlat ? versionRow(version) : { ...entry.rest, versions: entry.versions.map(versionRow) }),
    id: entry.id,
    ...(seen.length > 0 ? { seen } : {}),
  };
}

function versionRow({ content, stamp }: Version): JsonMembers {
  return { ...content, stamp };
}

function markRow({ on, what, is, stamp, rest }: Mark): JsonMembers {
  return { ...rest, on, what, is, stamp };
}

function encodeList(rows: readonly string[]): string {
  return rows.length === 0 ? '[]' : `[\n  ${rows.join(',\n  ')}\n]`;
}

function encodeValue(value: JsonValue): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  if (isList(value)) return `[${value.map(encodeValue).join(',')}]`;
  const members = Object.entries(value).toSorted(
    ([a], [b]) => (rankOf.get(a) ?? order.length) - (rankOf.get(b) ?? order.length) || compareText(a, b),
  );
  return `{${members.map(([name, part]) => `${JSON.stringify(name)}:${encodeValue(part)}`).join(',')}}`;
}
