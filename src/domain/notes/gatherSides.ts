import { compareText } from './json.ts';
import type { JsonValue } from './json.ts';
import { joinEntries, primaryOf } from './entry.ts';
import type { Said, Side, Who, Words } from './notesView.ts';
import { timeOf } from './stamp.ts';
import type { Stamp } from './stamp.ts';
import type { Entry, NotesFile, Version } from './types.ts';

/** An entry as it stands, with whose it is. */
export interface Owned {
  readonly by: Who;
  readonly person: string;
  readonly id: string;
  readonly type: string;
  readonly content: Readonly<Record<string, JsonValue>>;
  readonly words: Words;
}

/** The winning marks, by what they are on, then by what they say of it. */
export type MarkTable = ReadonlyMap<string, ReadonlyMap<string, Said<JsonValue>>>;

/** Entries of which each season has its own; the latest season's counts. */
const perSeason = /^(?:asking$|agreement$|answer:|prompts:)/;

/** One person's entries over all seasons, without the removed ones. */
export function gatherEntries(
  side: { readonly person: string; readonly halves: readonly NotesFile[] },
  by: Who,
): readonly Owned[] {
  const latest = new Map<string, { readonly season: number; readonly entry: Entry }>();
  for (const { season, entries } of side.halves) {
    for (const entry of entries) {
      const known = latest.get(entry.id);
      if (known === undefined || (season > known.season && perSeason.test(entry.id))) {
        latest.set(entry.id, { season, entry });
      } else if (season === known.season || !perSeason.test(entry.id)) {
        latest.set(entry.id, { season, entry: joinEntries(known.entry, entry) });
      }
    }
  }
  return [...latest.values()].flatMap(({ entry }) => {
    const primary = primaryOf(entry);
    return primary === undefined ? [] : [ownedOf(entry, primary, by, side.person)];
  });
}

/** Of both people's marks the latest of each; of two with the same time the one whose author's id sorts last. */
export function gatherMarks(mine: Side, partner: Side): MarkTable {
  const table = new Map<string, Map<string, Said<JsonValue> & { readonly person: string }>>();
  for (const [side, by] of [
    [mine, 'mine'],
    [partner, 'partner'],
  ] as const) {
    for (const { on, what, is, stamp } of side.halves.flatMap(({ marks }) => marks)) {
      let marks = table.get(on);
      if (marks === undefined) table.set(on, (marks = new Map()));
      const said = { is, by, stamp, person: side.person };
      const known = marks.get(what);
      if (known === undefined || compareSaid(known, said) < 0) marks.set(what, said);
    }
  }
  return table;
}

/** The time of the latest stamp in somebody's halves. */
export function lastWroteOf(side: Side): string | undefined {
  let latest: string | undefined;
  const look = (stamp: Stamp): void => {
    if (latest === undefined || stamp > latest) latest = stamp;
  };
  for (const { entries, marks } of side.halves) {
    for (const { seen } of entries) for (const stamp of seen) look(stamp);
    for (const { stamp } of marks) look(stamp);
  }
  return latest?.slice(0, 24);
}

/** Rows by their key, each list in the order of the rows. */
export function groupBy<Row>(
  rows: readonly Row[],
  keyOf: (row: Row) => string,
): ReadonlyMap<string, readonly Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const group = groups.get(keyOf(row));
    if (group === undefined) groups.set(keyOf(row), [row]);
    else group.push(row);
  }
  return groups;
}

/** By time of adding, then by author and id: the same on both sides. */
export function compareOwned(a: Owned, b: Owned): number {
  return (
    compareText(a.words.addedAt, b.words.addedAt) ||
    compareText(a.person, b.person) ||
    compareText(a.id, b.id)
  );
}

/** A member of content that is text, or undefined. */
export function textIn(owned: Owned, name: string): string | undefined {
  const value = owned.content[name];
  return typeof value === 'string' ? value : undefined;
}

function compareSaid(
  a: { readonly stamp: Stamp; readonly person: string },
  b: { readonly stamp: Stamp; readonly person: string },
): number {
  return (
    compareText(timeOf(a.stamp), timeOf(b.stamp)) ||
    compareText(a.person, b.person) ||
    compareText(a.stamp, b.stamp)
  );
}

function ownedOf(entry: Entry, primary: Version, by: Who, person: string): Owned {
  const { content, stamp } = primary;
  const { type, added } = content;
  const words: Words = {
    id: entry.id,
    by,
    text: textOf(primary),
    stamp,
    also: alsoOf(entry.versions),
    addedAt: typeof added === 'string' ? added : timeOf(stamp),
  };
  return { by, person, id: entry.id, type: typeof type === 'string' ? type : '', content, words };
}

/** The texts beside the first one, each once. */
function alsoOf(versions: readonly Version[]): Words['also'] {
  if (versions.length < 2) return [];
  const told = new Set(versions.slice(0, 1).map(textOf));
  return versions.flatMap((version) => {
    const text = textOf(version);
    if (told.has(text)) return [];
    told.add(text);
    return [{ text, stamp: version.stamp }];
  });
}

function textOf({ content }: Version): string {
  const { text } = content;
  return typeof text === 'string' ? text : '';
}
