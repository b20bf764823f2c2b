import { halfFileName } from '#domain/notes/fileNames.ts';
import { ServiceFailure } from '#ports/failure.ts';
import type { GatherPorts } from './gatherNotes.ts';
import { encodeFile } from './keepDrafts.ts';
import { keepKnown } from './knownNotes.ts';
import { fileFor, withFile, type NotesModel } from './notesModel.ts';
import { layOutFor } from './saveFile.ts';
import type { NotesAbout } from './types.ts';

/** What sharing came to: the model as it is now, and Graph's words where the organisation does not let one share. */
export interface ShareResult {
  readonly model: NotesModel;
  readonly refused: string | undefined;
}

/**
 * Makes the shared folder in one's own drive, where there is none, lets the partner in, and lays out the file that they will write. Each step is found again by reading, so it
 * may be repeated. Throws ServiceFailure.
 */
export async function shareNotes(
  ports: GatherPorts,
  about: NotesAbout,
  model: NotesModel,
  signal: AbortSignal,
): Promise<ShareResult> {
  const { files, memory } = ports;
  const { mentorshipId, me, partnerAddress } = about;
  let next = model;
  let { place } = model.shared;
  if (place === undefined) {
    const own = fileFor(model, about, 'half', undefined);
    const name = halfFileName(own.file.season, me);
    const made = await files.makeShared(mentorshipId, name, encodeFile(own.file), signal);
    ({ place } = made);
    keepKnown(memory, mentorshipId, { place });
    const look = await files.look(mentorshipId, place, signal);
    next = { ...next, shared: look.shared };
    const stored =
      look.shared.folder.kind === 'there'
        ? look.shared.folder.files.find((file) => file.name === name)
        : undefined;
    // What was there before is read and joined when this is saved, not taken for what was just written.
    if (stored !== undefined && made.isNew)
      next = withFile(next, { ...fileFor(next, about, 'half', undefined), saved: own.file, stored });
  }
  if (partnerAddress === undefined) return { model: next, refused: undefined };
  const shared = await files.share(place, partnerAddress, signal);
  if (shared.kind === 'not-allowed') return { model: next, refused: shared.detail };
  const { personId } = shared;
  if (personId !== undefined) {
    keepKnown(memory, mentorshipId, { partnerId: personId });
    const { season } = fileFor(next, about, 'half', undefined).file;
    const { folder } = next.shared;
    const there = folder.kind === 'there' ? folder.files : [];
    await layOutFor(ports, place, { mentorshipId, season, partnerId: personId }, there, signal);
  }
  return {
    model: {
      ...next,
      partnerId: personId ?? next.partnerId,
      shared: { ...next.shared, place, ownerId: me, sharedWith: personId === undefined ? [] : [personId] },
    },
    refused: undefined,
  };
}

/** Takes the partner's permission away. What they have read, they keep: their app holds a copy. Throws ServiceFailure. */
export async function stopSharingNotes(
  { files }: GatherPorts,
  model: NotesModel,
  signal: AbortSignal,
): Promise<NotesModel> {
  const { place } = model.shared;
  if (place === undefined) throw new ServiceFailure('not-found', 'there is no shared folder');
  await files.stopSharing(place, signal);
  return { ...model, shared: { ...model.shared, sharedWith: [] } };
}
