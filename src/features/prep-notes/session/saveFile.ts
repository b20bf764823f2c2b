import { mergeOwnDevices } from '#domain/notes/mergeOwnDevices.ts';
import { emptyHalf } from '#domain/notes/types.ts';
import { copyFileName, halfFileName, privateFileName, readFileName } from '#domain/notes/fileNames.ts';
import { encodeHalf } from '#domain/notes/encodeHalf.ts';
import { ServiceFailure } from '#ports/failure.ts';
import type { NotesPlace, StoredFile } from '#ports/files.ts';
import { encodeFile } from './keepDrafts.ts';
import { readHalf, readPrivateFile, shelfText, type ReadPorts } from './readNotes.ts';
import type { OwnFile, OwnNotes } from './types.ts';

/** What became of a save: the content that OneDrive has now. newer: a newer app has written there, which is not written over. */
export type Saved =
  | { readonly kind: 'saved'; readonly content: OwnNotes; readonly stored: StoredFile }
  | { readonly kind: 'refused'; readonly why: NonNullable<OwnFile['refused']> };

/**
 * Writes one file: one request when nobody else wrote it. Where another device did (412, or 409 for a new file), that is read, joined and written once more.
 * Throws ServiceFailure.
 */
export async function saveFile(
  ports: ReadPorts,
  own: OwnFile,
  place: NotesPlace | undefined,
  signal: AbortSignal,
): Promise<Saved> {
  const content = own.file;
  try {
    return await writeOnce(ports, content, own.stored, place, signal);
  } catch (error) {
    if (!(error instanceof ServiceFailure)) throw error;
    const isThere = error.code === 'changed' || error.code === 'conflict';
    if (!isThere && (error.code !== 'not-found' || own.stored === undefined)) throw error;
    if (!isThere) return writeOnce(ports, content, undefined, place, signal);
  }
  const stored = await findAgain(ports, own, place, signal);
  if (stored === undefined) return writeOnce(ports, content, undefined, place, signal);
  const theirs = await readAgain(ports, content, stored, signal);
  if (theirs.kind === 'refused') return theirs;
  const joined = theirs.content === undefined ? content : mergeOwnDevices(content, theirs.content);
  return writeOnce(ports, joined, stored, place, signal);
}

async function writeOnce(
  { files, shelf }: ReadPorts,
  content: OwnNotes,
  stored: StoredFile | undefined,
  place: NotesPlace | undefined,
  signal: AbortSignal,
): Promise<Saved> {
  const text = encodeFile(content);
  const { where, name } = homeOf(content, place);
  const written =
    stored === undefined
      ? await files.create(where, name, text, signal)
      : await files.write(stored, text, signal);
  shelfText(shelf, written, text);
  return { kind: 'saved', content, stored: written };
}

/** Where a file that is not there yet belongs: a half without a shared folder waits in one's own drive. */
function homeOf(file: OwnNotes, place: NotesPlace | undefined) {
  const { mentorship, season, author } = file;
  if (file.kind === 'half' && place !== undefined)
    return { where: place, name: halfFileName(season, author) };
  const name = file.kind === 'half' ? copyFileName(season, author) : privateFileName(season);
  return { where: { ownOf: mentorship }, name };
}

async function findAgain(
  { files }: ReadPorts,
  { file, stored }: OwnFile,
  place: NotesPlace | undefined,
  signal: AbortSignal,
): Promise<StoredFile | undefined> {
  if (stored !== undefined) return files.again(stored, signal);
  const look = await files.look(file.mentorship, place, signal);
  const { name: wanted } = homeOf(file, place);
  const folders = [look.shared.folder, look.own];
  return folders
    .flatMap((folder) => (folder.kind === 'there' ? folder.files : []))
    .find(({ name }) => name === wanted);
}

async function readAgain(
  ports: ReadPorts,
  file: OwnNotes,
  stored: StoredFile,
  signal: AbortSignal,
): Promise<
  { readonly kind: 'read'; readonly content: OwnNotes | undefined } | Extract<Saved, { kind: 'refused' }>
> {
  // What somebody else wrote over one's own half is not joined into it.
  const isOthers = file.kind === 'half' && stored.modifiedBy !== file.author;
  if (isOthers) return { kind: 'read', content: undefined };
  const about = { mentorshipId: file.mentorship, season: file.season, author: file.author };
  const read =
    file.kind === 'half'
      ? await readHalf(ports, stored, about, signal)
      : await readPrivateFile(ports, stored, about, signal);
  if (read.kind === 'refused')
    return read.why === 'empty' ? { kind: 'read', content: undefined } : { kind: 'refused', why: read.why };
  return { kind: 'read', content: read.kind === 'half' ? read.half : read.notes };
}

/**
 * Lays out an empty file for the partner in a folder of one's own: they write over it by its id, since paths in somebody else's drive may not be reached.
 */
export async function layOutFor(
  { files }: ReadPorts,
  place: NotesPlace,
  about: { readonly mentorshipId: string; readonly season: number; readonly partnerId: string },
  there: readonly StoredFile[],
  signal: AbortSignal,
): Promise<void> {
  const { mentorshipId, season, partnerId } = about;
  const isThere = there.some(({ name }) => {
    const read = readFileName(name);
    return read?.kind === 'half' && read.season === season && read.author === partnerId;
  });
  if (isThere) return;
  try {
    const text = encodeHalf(emptyHalf(mentorshipId, season, partnerId));
    await files.create(place, halfFileName(season, partnerId), text, signal);
  } catch (error) {
    // Another device was first.
    if (!(error instanceof ServiceFailure && error.code === 'conflict')) throw error;
  }
}
