import { mergeHalves } from '#domain/notes/mergeHalves.ts';
import { mergeOwnDevices } from '#domain/notes/mergeOwnDevices.ts';
import type { KnownCalendar, Notes } from '#domain/notes/notesView.ts';
import { readPrivate, type PrivateView } from '#domain/notes/readPrivate.ts';
import { findEntry } from '#domain/notes/editEntries.ts';
import { isEmptyFile } from '#domain/notes/rowsSince.ts';
import { emptyHalf, emptyPrivateNotes } from '#domain/notes/types.ts';
import type { EpochMilli } from '#domain/time/types.ts';
import type { SharedLook, StoredFile } from '#ports/files.ts';
import { joinFresh } from './gatherOwn.ts';
import { encodeFile, type Draft } from './keepDrafts.ts';
import type { NotesAbout, OwnFile, OwnNotes, PartnerFile, PartnerState } from './types.ts';

/** Everything that the notes are made of, as this opening knows it. */
export interface NotesModel {
  /** One's own halves and private notes of all seasons. */
  readonly own: readonly OwnFile[];
  readonly partner: ReadonlyMap<number, PartnerFile>;
  readonly partnerState: PartnerState;
  readonly partnerId: string | undefined;
  readonly shared: SharedLook;
  /** What lies in one's own folder of the mentorship. */
  readonly ownFolder: readonly StoredFile[];
}

export const nothingShared: SharedLook = {
  folder: { kind: 'absent' },
  place: undefined,
  ownerId: undefined,
  sharedWith: undefined,
};

export const emptyModel: NotesModel = {
  own: [],
  partner: new Map(),
  partnerState: { kind: 'nothing-yet' },
  partnerId: undefined,
  shared: nothingShared,
  ownFolder: [],
};

/** Both halves and the private notes as the screen shows them. */
export function viewOf(
  { own, partner, partnerId }: NotesModel,
  me: string,
  calendar: KnownCalendar | undefined,
  now: EpochMilli,
): { readonly notes: Notes; readonly privateNotes: PrivateView } {
  const files = own.map(({ file }) => file);
  const notes = mergeHalves(
    { person: me, halves: files.filter((file) => file.kind === 'half') },
    { person: partnerId ?? '', halves: [...partner.values()].map(({ half }) => half) },
    calendar,
    now,
  );
  return {
    notes,
    privateNotes: readPrivate(
      files.filter((file) => file.kind === 'private'),
      me,
      notes.bindings,
    ),
  };
}

/** The season that something new is written in: the one the calendar tells, else the latest that there is. */
function seasonOf({ own, partner, shared }: NotesModel, { me, season }: NotesAbout): number {
  const halves = own.filter(({ file }) => file.kind === 'half');
  const told = season ?? Math.max(1, ...halves.map(({ file }) => file.season), ...partner.keys());
  // In somebody else's folder a new file may be out of reach; an older one of one's own serves as well.
  const isGuest = shared.place !== undefined && shared.ownerId !== undefined && shared.ownerId !== me;
  const reachable = halves.flatMap(({ file, stored }) =>
    stored?.driveId === shared.place?.driveId ? [file.season] : [],
  );
  return isGuest && reachable.length > 0 && !reachable.includes(told) ? Math.max(...reachable) : told;
}

/** One's own file for an edit: the one that has the entry already, or the season's, which may only begin. */
export function fileFor(
  model: NotesModel,
  about: NotesAbout,
  kind: OwnNotes['kind'],
  entryId: string | undefined,
): OwnFile {
  const ofKind = model.own
    .filter(({ file }) => file.kind === kind)
    .toSorted((a, b) => b.file.season - a.file.season);
  const withEntry =
    entryId === undefined ? undefined : ofKind.find(({ file }) => findEntry(file, entryId) !== undefined);
  if (withEntry !== undefined) return withEntry;
  const season = seasonOf(model, about);
  const { mentorshipId, me } = about;
  const begin = kind === 'half' ? emptyHalf : emptyPrivateNotes;
  return ofKind.find(({ file }) => file.season === season) ?? blank(begin(mentorshipId, season, me));
}

/** The same file as it stands in the model now. */
export function findOwn({ own }: NotesModel, { kind, season }: OwnNotes): OwnFile | undefined {
  return own.find(({ file }) => file.kind === kind && file.season === season);
}

/** The model with one file of one's own as it is now. */
export function withFile(model: NotesModel, changed: OwnFile): NotesModel {
  const before = findOwn(model, changed.file);
  return {
    ...model,
    own:
      before === undefined
        ? [...model.own, changed]
        : model.own.map((each) => (each === before ? changed : each)),
  };
}

/** The model with drafts of this device joined in. */
export function withDrafts(model: NotesModel, drafts: readonly Draft[]): NotesModel {
  return drafts.reduce((changed, { file }) => {
    const own = findOwn(changed, file) ?? blank({ ...file, entries: [], marks: [] });
    const joined = mergeOwnDevices(own.file, file);
    // What OneDrive has already is no change.
    const isSame = own.saved === own.file && encodeFile(joined) === encodeFile(own.file);
    return isSame ? changed : withFile(changed, { ...own, file: joined });
  }, model);
}

/** Whether OneDrive has all that a draft says, as it was last read. */
export function hasDraft(model: NotesModel, { file }: Draft): boolean {
  const seen = findOwn(model, file)?.seen;
  return seen !== undefined && encodeFile(mergeOwnDevices(seen, file)) === encodeFile(seen);
}

/** What was read anew joined under what stands here. */
export function joinModels(here: NotesModel, fresh: NotesModel): NotesModel {
  const known = fresh.own.map((own) => joinFresh(findOwn(here, own.file), own));
  // What is not in OneDrive (any more) is only here.
  const missing = here.own
    .filter(({ file }) => findOwn(fresh, file) === undefined)
    .map((own) => ({ ...own, saved: undefined, seen: undefined, stored: undefined }));
  return { ...fresh, own: [...known, ...missing] };
}

/** One's own files that OneDrive does not have as they are. */
export function unsavedOf({ own }: NotesModel): readonly OwnFile[] {
  return own.filter(({ file, saved }) => file !== saved && !(saved === undefined && isEmptyFile(file)));
}

function blank(file: OwnNotes): OwnFile {
  return { file, saved: undefined, seen: undefined, stored: undefined, refused: undefined };
}
