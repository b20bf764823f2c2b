import { ServiceFailure } from '#ports/failure.ts';
import type { NotesLook } from '#ports/files.ts';
import { readHalf, type NamedFile, type ReadPorts } from './readNotes.ts';
import type { NotesAbout, PartnerFile, PartnerState, PartnerWhy } from './types.ts';

export interface GatheredPartner {
  readonly files: ReadonlyMap<number, PartnerFile>;
  readonly state: PartnerState;
  readonly partnerId: string | undefined;
}

/**
 * The partner's halves. Theirs is what the drive says they wrote last; what somebody else wrote over is not shown as theirs. Where one cannot be read, the copy in one's own
 * drive stands for it.
 */
export async function gatherPartner(
  ports: ReadPorts,
  about: NotesAbout,
  { shared }: Pick<NotesLook, 'shared'>,
  named: { readonly shared: readonly NamedFile[]; readonly own: readonly NamedFile[] },
  partnerId: string | undefined,
  signal: AbortSignal,
): Promise<GatheredPartner> {
  const { mentorshipId, me } = about;
  const files = new Map<number, PartnerFile>();
  let why: PartnerWhy | undefined =
    partnerId === undefined ? undefined : whyOfFolder(shared, about, partnerId);
  const wanted = (kind: 'half' | 'copy', from: readonly NamedFile[]) =>
    from.flatMap(({ name, stored }) =>
      name.kind === kind && name.author !== me && (partnerId === undefined || name.author === partnerId)
        ? [{ season: name.season, author: name.author, stored }]
        : [],
    );
  const read = async (
    { season, author, stored }: ReturnType<typeof wanted>[number],
    isCopy: boolean,
  ): Promise<PartnerWhy | undefined> => {
    try {
      const half = await readHalf(ports, stored, { mentorshipId, season, author }, signal);
      if (half.kind === 'refused') return half.why === 'empty' ? undefined : half.why;
      files.set(season, { half: half.half, stored, isCopy });
      return undefined;
    } catch (error) {
      if (error instanceof ServiceFailure) return 'unreachable';
      throw error;
    }
  };
  const copies = wanted('copy', named.own);
  const halves = why === 'foreign' ? [] : wanted('half', named.shared);
  const troubles = await Promise.all(
    halves.map(async (half) => {
      if (half.stored.modifiedBy === half.author) return read(half, false);
      // Whoever owns the folder lays out an empty file for the other one; anything beyond that is not theirs.
      const wasTheirs = copies.some(({ season }) => season === half.season);
      return wasTheirs || half.stored.modifiedBy !== shared.ownerId ? 'not-theirs' : undefined;
    }),
  );
  why ??= whyOfFolder(shared, about, partnerId) ?? troubles.find((trouble) => trouble !== undefined);
  const fromCopies = copies.filter(({ season }) => !files.has(season));
  if (why !== undefined) await Promise.all(fromCopies.map((copy) => read(copy, true)));
  const known = partnerId ?? halves.find(({ stored, author }) => stored.modifiedBy === author)?.author;
  return { files, state: stateOf(files, why), partnerId: known ?? copies[0]?.author };
}

/** Whether a folder is in the drive of somebody who is neither of the two. */
export function isForeignFolder(
  { ownerId }: Pick<NotesLook['shared'], 'ownerId'>,
  me: string,
  partnerId: string | undefined,
): boolean {
  return ownerId !== undefined && ownerId !== me && partnerId !== undefined && ownerId !== partnerId;
}

function whyOfFolder(
  { folder, place, ownerId }: NotesLook['shared'],
  { me, mayStart }: NotesAbout,
  partnerId: string | undefined,
): PartnerWhy | undefined {
  if (place !== undefined && isForeignFolder({ ownerId }, me, partnerId)) return 'foreign';
  switch (folder.kind) {
    case 'there':
      return undefined;
    case 'absent':
      // Nobody has begun: that is no trouble for who may begin.
      return place === undefined ? (mayStart ? undefined : 'no-place') : 'gone';
    case 'failed': {
      const { code } = folder.failure;
      if (code === 'needs-consent' || code === 'needs-admin') return code;
      return code === 'refused' ? 'not-shared' : 'unreachable';
    }
    default:
      return folder satisfies never;
  }
}

function stateOf(files: ReadonlyMap<number, PartnerFile>, why: PartnerWhy | undefined): PartnerState {
  const copies = [...files.values()].filter(({ isCopy }) => isCopy);
  if (why !== undefined)
    return {
      kind: 'unreadable',
      why,
      copyAt: copies.length === 0 ? undefined : Math.max(...copies.map(({ stored }) => stored.modifiedAt)),
    };
  return files.size === 0 ? { kind: 'nothing-yet' } : { kind: 'read' };
}
