import { mergeOwnDevices } from '#domain/notes/mergeOwnDevices.ts';
import { emptyHalf, emptyPrivateNotes } from '#domain/notes/types.ts';
import { encodeFile } from './keepDrafts.ts';
import { readHalf, readPrivateFile, type NamedFile, type ReadPorts } from './readNotes.ts';
import type { NotesAbout, OwnFile, OwnNotes } from './types.ts';

/** A file and where it lies, as it was just read or as it begins. */
function asRead(file: OwnNotes, stored: OwnFile['stored']): OwnFile {
  return { file, saved: file, seen: file, stored, refused: undefined };
}

/**
 * One's own halves: from the shared folder where the drive says that one wrote them oneself, joined with the copy in one's own drive where they are missing there, cannot be
 * read, or were written over by somebody else.
 */
export async function gatherOwnHalves(
  ports: ReadPorts,
  about: NotesAbout,
  shared: readonly NamedFile[],
  own: readonly NamedFile[],
  signal: AbortSignal,
): Promise<readonly OwnFile[]> {
  const { mentorshipId, me } = about;
  const seasons = new Set<number>();
  for (const { name } of [...shared, ...own])
    if ((name.kind === 'half' || name.kind === 'copy') && name.author === me) seasons.add(name.season);
  const files = [...seasons].map(async (season): Promise<OwnFile> => {
    const here = { mentorshipId, season, author: me };
    const find = (among: readonly NamedFile[], kind: 'half' | 'copy') =>
      among.find(({ name }) => name.kind === kind && name.season === season && name.author === me)?.stored;
    const stored = find(shared, 'half');
    const read =
      stored === undefined || stored.modifiedBy !== me
        ? undefined
        : await readHalf(ports, stored, here, signal);
    if (read?.kind === 'half') return asRead(read.half, stored);
    const copy = find(own, 'copy');
    const fromCopy = copy && (await readHalf(ports, copy, here, signal));
    const isMine = read?.kind === 'refused' && read.why !== 'empty';
    return {
      file: fromCopy?.kind === 'half' ? fromCopy.half : emptyHalf(mentorshipId, season, me),
      saved: undefined,
      seen: undefined,
      stored,
      refused: isMine ? read.why : undefined,
    };
  });
  return Promise.all(files);
}

/** One's own private notes. */
export async function gatherPrivate(
  ports: ReadPorts,
  { mentorshipId, me }: NotesAbout,
  own: readonly NamedFile[],
  signal: AbortSignal,
): Promise<readonly OwnFile[]> {
  const files = own.flatMap(({ name, stored }) =>
    name.kind === 'private' ? [{ season: name.season, stored }] : [],
  );
  return Promise.all(
    files.map(async ({ season, stored }): Promise<OwnFile> => {
      const read = await readPrivateFile(ports, stored, { mentorshipId, season, author: me }, signal);
      if (read.kind === 'private') return asRead(read.notes, stored);
      const refused = read.why === 'empty' ? undefined : read.why;
      const file = emptyPrivateNotes(mentorshipId, season, me);
      return { file, saved: undefined, seen: undefined, stored, refused };
    }),
  );
}

/**
 * What was read anew under what stands here: nothing typed meanwhile is lost. Where both say the same, what was read stands, so that nothing is written for nothing.
 */
export function joinFresh(here: OwnFile | undefined, fresh: OwnFile): OwnFile {
  if (here === undefined || here.file === fresh.file) return fresh;
  const joined = mergeOwnDevices(here.file, fresh.file);
  const isSame = fresh.saved !== undefined && encodeFile(joined) === encodeFile(fresh.saved);
  return { ...fresh, file: isSame ? (fresh.saved ?? joined) : joined };
}
