import type { IsoDay } from '#domain/time/types.ts';
import { primaryOf, writeVersion } from './entry.ts';
import { compareText, isSameJson } from './json.ts';
import type { JsonMembers, JsonValue } from './json.ts';
import { timeOf } from './stamp.ts';
import type { Pen, Stamp } from './stamp.ts';
import type {
  AgendaType,
  Entry,
  FirstQuestion,
  Half,
  MeetingKind,
  NotesFile,
  PrivateNotes,
  SourceLink,
  Version,
} from './types.ts';

/*
 * Every `put…` writes an entry of one's own, new or known: the text that was there before is replaced, another device's text that this edit did not start
 * from stays. `from` is the stamp of the version that the edit started from; without it the one this opening of the app wrote, or else the latest. An entry that
 * another device removed meanwhile comes back with what is typed. The same content again gives the same file.
 */

export interface ItemDraft {
  readonly id: string;
  readonly type: AgendaType;
  readonly text: string;
  /** The note it is for; without one it is "for next time" and lands on the meeting that follows its writing. */
  readonly note?: string | undefined;
  readonly link?: SourceLink | undefined;
}

export interface ActionDraft {
  readonly id: string;
  readonly text: string;
  readonly note?: string | undefined;
  /** Directory ids, one or both. */
  readonly who: readonly string[];
  readonly due?: IsoDay | undefined;
}

/** Adds or changes a topic, question or update. */
export function putItem(half: Half, item: ItemDraft, pen: Pen, from?: Stamp): Half {
  const { id, type, text, note, link } = item;
  return put(half, id, { type, text, note, link: link && { ...link } }, pen, from);
}

/** Adds or changes an action. */
export function putAction(half: Half, action: ActionDraft, pen: Pen, from?: Stamp): Half {
  const { id, text, note, who, due } = action;
  return put(half, id, { type: 'action', text, note, who, due }, pen, from);
}

/** One's own summary of a meeting; each person has one. */
export function putSummary(half: Half, note: string, text: string, pen: Pen, from?: Stamp): Half {
  return put(half, `summary:${note}`, { type: 'summary', text, note }, pen, from);
}

/** A remark on an entry, one's own or the partner's. */
export function putRemark(
  half: Half,
  remark: { readonly id: string; readonly on: string; readonly text: string },
  pen: Pen,
  from?: Stamp,
): Half {
  return put(half, remark.id, { type: 'remark', text: remark.text, on: remark.on }, pen, from);
}

/** How one likes to be asked. */
export function putAsking(half: Half, text: string, pen: Pen, from?: Stamp): Half {
  return put(half, 'asking', { type: 'asking', text }, pen, from);
}

/** Something one wants to learn, or can help with. */
export function putTopic(
  half: Half,
  topic: { readonly id: string; readonly type: 'learn' | 'help'; readonly text: string },
  pen: Pen,
  from?: Stamp,
): Half {
  return put(half, topic.id, { type: topic.type, text: topic.text }, pen, from);
}

/** Somebody who helped, and with what (`text`). */
export function putHelper(
  half: Half,
  helper: {
    readonly id: string;
    readonly text: string;
    readonly name: string;
    readonly address?: string | undefined;
    readonly day?: IsoDay | undefined;
  },
  pen: Pen,
  from?: Stamp,
): Half {
  const { id, text, name, address, day } = helper;
  return put(half, id, { type: 'helper', text, name, address, day }, pen, from);
}

/**
 * An answer of the first conversation. It is private while it stands in the private notes; sharing it is writing it into the half, taking it back is removing
 * it there.
 */
export function putAnswer<File extends Half | PrivateNotes>(
  file: File,
  question: FirstQuestion,
  text: string,
  pen: Pen,
  from?: Stamp,
): File {
  return put(file, `answer:${question}`, { type: 'answer', text, question }, pen, from);
}

/**
 * One's own wording of the agreement; it is agreed when both have the same. `agreed` is what both had agreed until now, if anything: it stands until
 * they agree anew.
 */
export function putAgreement(
  half: Half,
  text: string,
  agreed: { readonly text: string; readonly at: string } | undefined,
  pen: Pen,
  from?: Stamp,
): Half {
  const before = agreed && { text: agreed.text, at: agreed.at };
  return put(half, 'agreement', { type: 'agreement', text, before }, pen, from);
}

/** The prompts of a kind of meeting in the pair's own words, one a line. */
export function putPrompts(half: Half, kind: MeetingKind, text: string, pen: Pen, from?: Stamp): Half {
  return put(half, `prompts:${kind}`, { type: 'prompts', text, kind }, pen, from);
}

/** One's private notes on a meeting. */
export function putPrivate(
  notes: PrivateNotes,
  note: string,
  text: string,
  pen: Pen,
  from?: Stamp,
): PrivateNotes {
  return put(notes, `private:${note}`, { type: 'private', text, note }, pen, from);
}

/** Removes an entry of one's own with all the texts it is seen to have. What another device wrote meanwhile stays. */
export function removeEntry<File extends NotesFile>(file: File, id: string, pen: Pen): File {
  return replaceEntry(
    file,
    writeVersion(entryWith(file, id), undefined, pen, () => true),
  );
}

/** Takes away one of several texts of an entry, when its author has chosen. */
export function dropVersion<File extends NotesFile>(file: File, id: string, stamp: Stamp, pen: Pen): File {
  const entry = entryWith(file, id);
  if (!entry.versions.some((version) => version.stamp === stamp)) return file;
  return replaceEntry(
    file,
    writeVersion(entry, undefined, pen, (version) => version.stamp === stamp),
  );
}

/** Takes a removal back: the texts that the entry had, written again. */
export function restoreEntry<File extends NotesFile>(file: File, removed: Entry, pen: Pen): File {
  const restored = removed.versions.toReversed().reduce(
    (entry, version) => {
      const added = addedOf(version);
      const content = added === undefined ? version.content : { ...version.content, added };
      return writeVersion(entry, content, pen, () => false);
    },
    entryWith(file, removed.id),
  );
  return replaceEntry(file, restored);
}

/** The entry of that id, or undefined when this file does not have it or has it removed. */
export function findEntry(file: NotesFile, id: string): Entry | undefined {
  const entry = file.entries[positionOf(file.entries, id)];
  return entry?.id === id && entry.versions.length > 0 ? entry : undefined;
}

type Draft = Readonly<Record<string, JsonValue | undefined>>;

function put<File extends NotesFile>(
  file: File,
  id: string,
  draft: Draft,
  pen: Pen,
  from: Stamp | undefined,
): File {
  const entry = entryWith(file, id);
  const base = baseOf(entry, pen, from);
  const added = addedOf(base ?? primaryOf(entry));
  const content = contentOf(base ?? primaryOf(entry), draft);
  if (base !== undefined && isSameJson(content, base.content)) return file;
  return replaceEntry(
    file,
    writeVersion(
      entry,
      added === undefined ? content : { ...content, added },
      pen,
      (version) => base !== undefined && (version === base || isSameJson(version.content, base.content)),
    ),
  );
}

/** The version that an edit replaces; undefined for a new entry, and where another device replaced or removed what the edit started from. */
function baseOf(entry: Entry, pen: Pen, from: Stamp | undefined): Version | undefined {
  return (
    entry.versions.find(({ stamp }) => stamp === from) ??
    entry.versions.find(({ stamp }) => stamp.endsWith(` ${pen.writer}`)) ??
    (from === undefined ? primaryOf(entry) : undefined)
  );
}

/** The draft's members over those of the base; a member that the draft leaves undefined goes. */
function contentOf(base: Version | undefined, draft: Draft): JsonMembers {
  const content: Record<string, JsonValue> = { ...base?.content };
  for (const [name, value] of Object.entries(draft)) {
    if (value === undefined) delete content[name];
    else content[name] = value;
  }
  return content;
}

/** When the entry was first written; kept from its first change on. */
function addedOf(version: Version | undefined): string | undefined {
  if (version === undefined) return undefined;
  const { added } = version.content;
  return typeof added === 'string' ? added : timeOf(version.stamp);
}

function entryWith(file: NotesFile, id: string): Entry {
  const entry = file.entries[positionOf(file.entries, id)];
  return entry?.id === id ? entry : { id, versions: [], seen: [], rest: {} };
}

function replaceEntry<File extends NotesFile>(file: File, entry: Entry): File {
  const position = positionOf(file.entries, entry.id);
  const entries = [...file.entries];
  entries.splice(position, file.entries[position]?.id === entry.id ? 1 : 0, entry);
  return { ...file, entries };
}

/** Where the entry stands in the sorted list, or would stand. */
function positionOf(entries: readonly Entry[], id: string): number {
  let low = 0;
  let high = entries.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const entry = entries[middle];
    if (entry !== undefined && compareText(entry.id, id) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}
