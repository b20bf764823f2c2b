import * as v from 'valibot';
import { parseHalf, parsePrivateNotes } from '#domain/notes/decodeHalf.ts';
import { encodeHalf, encodePrivateNotes } from '#domain/notes/encodeHalf.ts';
import { isEmptyFile, rowsSince } from '#domain/notes/rowsSince.ts';
import type { ShelfPort } from '#ports/shelf.ts';
import type { OwnFile, OwnNotes } from './types.ts';

/** What this device keeps of a file until OneDrive has it. */
export interface Draft {
  readonly name: string;
  /** As it lies there; a draft that another opening has changed meanwhile is not this one any more. */
  readonly kept: string;
  readonly file: OwnNotes;
}

const draftText = v.object({ sent: v.boolean(), file: v.string() });

/** Every draft of a mentorship: those of this opening, of others on this device, and of those that crashed. */
export function recallDrafts(shelf: ShelfPort, mentorshipId: string, me: string): readonly Draft[] {
  const expected = { mentorship: mentorshipId, author: me };
  return shelf.drafts(`draft/${mentorshipId}/`).flatMap(({ name, text: kept }): Draft[] => {
    const read = v.safeParse(v.pipe(v.string(), v.parseJson(), draftText), kept);
    if (!read.success) return [];
    const half = parseHalf(read.output.file, expected);
    if (half.kind === 'half') return [{ name, kept, file: half.half }];
    const notes = parsePrivateNotes(read.output.file, expected);
    return notes.kind === 'private' ? [{ name, kept, file: notes.notes }] : [];
  });
}

/** Keeps what differs from the saved content, or forgets the draft when nothing does. False when this device has no room. */
export function keepDraft(shelf: ShelfPort, writer: string, { file, saved }: OwnFile): boolean {
  return keepRows(shelf, draftName(writer, file), file, saved, false);
}

/** Keeps what was written and not yet seen in OneDrive again, in case somebody's write went over it. */
export function keepSent(shelf: ShelfPort, writer: string, { saved, seen }: OwnFile): void {
  if (saved !== undefined) keepRows(shelf, `${draftName(writer, saved)}.sent`, saved, seen, true);
}

function draftName(writer: string, { mentorship, kind, season }: OwnNotes): string {
  return `draft/${mentorship}/${kind}.${season}/${writer}`;
}

function keepRows(
  shelf: ShelfPort,
  name: string,
  file: OwnNotes,
  before: OwnNotes | undefined,
  isSent: boolean,
): boolean {
  const rows = rowsSince(file, before);
  if (isEmptyFile(rows)) {
    shelf.dropDraft(name);
    return true;
  }
  return shelf.keepDraft(name, JSON.stringify({ sent: isSent, file: encodeFile(rows) }));
}

/** Forgets drafts that were seen in OneDrive, unless somebody changed them since they were read. */
export function dropDrafts(shelf: ShelfPort, drafts: readonly Draft[]): void {
  for (const { name, kept } of drafts) {
    if (shelf.drafts(name).some((draft) => draft.name === name && draft.text === kept)) shelf.dropDraft(name);
  }
}

/** The text of either kind of file. */
export function encodeFile(file: OwnNotes): string {
  return file.kind === 'half' ? encodeHalf(file) : encodePrivateNotes(file);
}
