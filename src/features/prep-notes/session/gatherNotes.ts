import * as v from 'valibot';
import { ServiceFailure } from '#ports/failure.ts';
import type { NotesLook, NotesPlace } from '#ports/files.ts';
import type { MemoryPort } from '#ports/memory.ts';
import type { PeoplePort } from '#ports/people.ts';
import { gatherOwnHalves, gatherPrivate } from './gatherOwn.ts';
import { gatherPartner, isForeignFolder } from './gatherPartner.ts';
import { nothingShared, type NotesModel } from './notesModel.ts';
import { keepKnown, recallKnown } from './knownNotes.ts';
import { namedFiles, type ReadPorts } from './readNotes.ts';
import type { NotesAbout } from './types.ts';

export interface GatherPorts extends ReadPorts {
  readonly memory: MemoryPort;
  readonly people: PeoplePort;
}

/** Reads all files of a mentorship: one request for both folders, then one for each file whose content this device does not have. Throws ServiceFailure. */
export async function gatherNotes(
  ports: GatherPorts,
  about: NotesAbout,
  signal: AbortSignal,
): Promise<NotesModel> {
  const place = about.place ?? recallKnown(ports.memory, about.mentorshipId).place;
  const look = await ports.files.look(about.mentorshipId, place, signal);
  if (look.own.kind === 'failed') throw look.own.failure;
  const found = look.shared.place ?? (await placeInOwnFolder(ports, look, signal));
  if (look.shared.place === undefined && found !== undefined)
    return gatherFrom(ports, about, await ports.files.look(about.mentorshipId, found, signal), signal);
  return gatherFrom(ports, about, look, signal);
}

async function gatherFrom(
  ports: GatherPorts,
  about: NotesAbout,
  look: NotesLook,
  signal: AbortSignal,
): Promise<NotesModel> {
  const partnerId = await partnerOf(ports, about, look, signal);
  const isForeign = isForeignFolder(look.shared, about.me, partnerId);
  // Nothing of a third person's folder is shown, and nothing is written there.
  const shared = isForeign ? nothingShared : look.shared;
  if (shared.place !== undefined && shared.folder.kind === 'there')
    keepKnown(ports.memory, about.mentorshipId, { place: shared.place });
  const named = {
    shared: shared.folder.kind === 'there' ? namedFiles(shared.folder.files) : [],
    own: look.own.kind === 'there' ? namedFiles(look.own.files) : [],
  };
  const [halves, privates, partner] = await Promise.all([
    gatherOwnHalves(ports, about, named.shared, named.own, signal),
    gatherPrivate(ports, about, named.own, signal),
    gatherPartner(ports, about, look, named, partnerId, signal),
  ]);
  return {
    own: [...halves, ...privates],
    partner: partner.files,
    partnerState: partner.state,
    partnerId: partner.partnerId,
    shared,
    ownFolder: look.own.kind === 'there' ? look.own.files : [],
  };
}

/**
 * Directory id of the partner. In a folder of one's own it is whom it was shared with; a folder of somebody else's is only the partner's when the
 * directory says that its owner is whom the meetings are with.
 */
async function partnerOf(
  { people, memory }: GatherPorts,
  { me, partnerAddress, mentorshipId }: NotesAbout,
  { shared }: NotesLook,
  signal: AbortSignal,
): Promise<string | undefined> {
  const known = recallKnown(memory, mentorshipId).partnerId;
  if (shared.sharedWith !== undefined) return shared.sharedWith.find((id) => id !== me) ?? known;
  if (known !== undefined) return known;
  if (shared.ownerId === undefined || shared.ownerId === me || partnerAddress === undefined) return undefined;
  try {
    const found = await people.search(partnerAddress, signal);
    const wanted = partnerAddress.toLowerCase();
    const id = found.find(({ address }) => address.toLowerCase() === wanted)?.id;
    if (id !== undefined) keepKnown(memory, mentorshipId, { partnerId: id });
    return id ?? shared.ownerId;
  } catch (error) {
    if (!(error instanceof ServiceFailure)) throw error;
    // Nobody may be asked (guests, no permission): then the owner of the folder that the invitation leads to is who invited.
    return shared.ownerId;
  }
}

const storedPlace = v.object({ driveId: v.string(), folderId: v.string() });

/** The place that a message told, as it is noted in one's own folder. */
async function placeInOwnFolder(
  { files }: GatherPorts,
  { own }: NotesLook,
  signal: AbortSignal,
): Promise<NotesPlace | undefined> {
  if (own.kind !== 'there') return undefined;
  const stored = namedFiles(own.files).find(({ name }) => name.kind === 'place')?.stored;
  if (stored === undefined) return undefined;
  const got = await files.read(stored, signal);
  const read = v.safeParse(
    v.pipe(v.string(), v.parseJson(), storedPlace),
    got.kind === 'text' ? got.text : '',
  );
  return read.success ? read.output : undefined;
}
