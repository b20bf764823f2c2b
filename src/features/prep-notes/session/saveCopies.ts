import { copyFileName, readFileName } from '#domain/notes/fileNames.ts';
import { ServiceFailure } from '#ports/failure.ts';
import type { StoredFile } from '#ports/files.ts';
import type { NotesModel } from './notesModel.ts';
import { textOf, type ReadPorts } from './readNotes.ts';
import type { NotesAbout } from './types.ts';

/**
 * Keeps a copy of what lies in the shared folder in one's own drive, as it is, so that nobody's words leave with an account: the partner's halves, and one's own where the
 * folder is the partner's. Only what has changed is written, as the drives' own hashes tell. What does not succeed is done at the next opening.
 */
export async function saveCopies(
  ports: ReadPorts,
  { mentorshipId, me }: NotesAbout,
  { shared, own, partner, ownFolder }: NotesModel,
  signal: AbortSignal,
): Promise<void> {
  const isGuest = shared.ownerId !== undefined && shared.ownerId !== me;
  const originals = [
    ...[...partner.values()].flatMap(({ half, stored, isCopy }) =>
      isCopy ? [] : [{ season: half.season, author: half.author, stored }],
    ),
    ...own.flatMap(({ file, stored, saved }) =>
      isGuest && file.kind === 'half' && stored?.driveId === shared.place?.driveId && saved === file && stored
        ? [{ season: file.season, author: me, stored }]
        : [],
    ),
  ];
  for (const { season, author, stored } of originals) {
    const copy = ownFolder.find(({ name }) => {
      const read = readFileName(name);
      return read?.kind === 'copy' && read.season === season && read.author === author;
    });
    if (copy !== undefined && isSameContent(copy, stored)) continue;
    // One after the other: nobody waits for them.
    /* oxlint-disable no-await-in-loop */
    try {
      const text = await textOf(ports, stored, signal);
      if (text === undefined) continue;
      if (copy === undefined)
        await ports.files.create({ ownOf: mentorshipId }, copyFileName(season, author), text, signal);
      else await ports.files.write(copy, text, signal);
    } catch (error) {
      if (!(error instanceof ServiceFailure)) throw error;
    }
    /* oxlint-enable no-await-in-loop */
  }
}

/** By hash where both drives give one; else a copy that is as large and younger is taken for the same. */
function isSameContent(copy: StoredFile, original: StoredFile): boolean {
  if (copy.hash !== undefined && original.hash !== undefined) return copy.hash === original.hash;
  return copy.sizeBytes === original.sizeBytes && copy.modifiedAt >= original.modifiedAt;
}
