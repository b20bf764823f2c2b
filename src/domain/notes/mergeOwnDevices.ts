import { canonicalJson, compareText } from './json.ts';
import type { JsonValue } from './json.ts';
import { joinEntries, joinMarks, joinMembers } from './entry.ts';
import type { Entry, Mark, NotesFile } from './types.ts';

/**
 * Two copies of one person's own file in one: what a second device wrote meanwhile, a draft that was kept offline, an older copy. The order of merging does not
 * matter, twice is once, and nothing disappears but what its author removed having seen it. Where a text was changed on both sides, both stay.
 * Throws RangeError for files of different people, seasons or kinds: those are never merged into one.
 */
export function mergeOwnDevices<File extends NotesFile>(a: File, b: File): File {
  if (a === b) return a;
  if (!isSameFile(a, b)) throw new RangeError('these are not two copies of one file');
  return {
    ...a,
    entries: joinSorted(a.entries, b.entries, compareEntries, joinEntries),
    marks: joinSorted(a.marks, b.marks, compareMarks, joinMarks),
    unreadable: joinRows(a.unreadable, b.unreadable),
    rest: joinMembers(a.rest, b.rest),
  };
}

export function compareEntries(a: Entry, b: Entry): number {
  return compareText(a.id, b.id);
}

export function compareMarks(a: Mark, b: Mark): number {
  return compareText(a.on, b.on) || compareText(a.what, b.what);
}

/** Rows that could not be read, in the order of their text, each once. */
export function joinRows(a: readonly JsonValue[], b: readonly JsonValue[]): readonly JsonValue[] {
  if (b.length === 0) return a;
  const byText = new Map([...a, ...b].map((row) => [canonicalJson(row), row]));
  return [...byText].toSorted(([x], [y]) => compareText(x, y)).map(([, row]) => row);
}

/** Sorts and joins rows that stand for the same thing. */
export function sortAndJoin<Row>(
  rows: readonly Row[],
  compare: (a: Row, b: Row) => number,
  join: (a: Row, b: Row) => Row,
): readonly Row[] {
  const joined: Row[] = [];
  for (const row of rows.toSorted(compare)) {
    const last = joined.at(-1);
    if (last !== undefined && compare(last, row) === 0) joined[joined.length - 1] = join(last, row);
    else joined.push(row);
  }
  return joined;
}

/** One walk along two sorted lists. */
function joinSorted<Row>(
  a: readonly Row[],
  b: readonly Row[],
  compare: (a: Row, b: Row) => number,
  join: (a: Row, b: Row) => Row,
): readonly Row[] {
  if (a === b) return a;
  const joined: Row[] = [];
  let indexA = 0;
  let indexB = 0;
  for (;;) {
    const rowA = a[indexA];
    const rowB = b[indexB];
    if (rowA === undefined || rowB === undefined) break;
    const order = compare(rowA, rowB);
    joined.push(order === 0 ? join(rowA, rowB) : order < 0 ? rowA : rowB);
    if (order <= 0) indexA += 1;
    if (order >= 0) indexB += 1;
  }
  return [...joined, ...a.slice(indexA), ...b.slice(indexB)];
}

function isSameFile(a: NotesFile & { kind?: unknown }, b: NotesFile & { kind?: unknown }): boolean {
  return a.kind === b.kind && a.mentorship === b.mentorship && a.season === b.season && a.author === b.author;
}
