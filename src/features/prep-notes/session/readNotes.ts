import * as v from 'valibot';
import { longestFile, parseHalf, parsePrivateNotes, type RefusedWhy } from '#domain/notes/decodeHalf.ts';
import { readFileName, type NotesFileName } from '#domain/notes/fileNames.ts';
import type { Half, PrivateNotes } from '#domain/notes/types.ts';
import type { FilesPort, StoredFile } from '#ports/files.ts';
import type { ShelfPort } from '#ports/shelf.ts';

export interface ReadPorts {
  readonly files: FilesPort;
  readonly shelf: ShelfPort;
}

/** A file of a folder with what its name says. */
export interface NamedFile {
  readonly stored: StoredFile;
  readonly name: NotesFileName;
}

export function namedFiles(files: readonly StoredFile[]): readonly NamedFile[] {
  return files.flatMap((stored) => {
    const name = readFileName(stored.name);
    return name === undefined ? [] : [{ stored, name }];
  });
}

export type ReadHalf =
  { readonly kind: 'half'; readonly half: Half } | { readonly kind: 'refused'; readonly why: RefusedWhy };
export type ReadPrivate =
  | { readonly kind: 'private'; readonly notes: PrivateNotes }
  | { readonly kind: 'refused'; readonly why: RefusedWhy };

/** A half from its file, downloaded only when this device does not have that very content. */
export async function readHalf(
  ports: ReadPorts,
  stored: StoredFile,
  about: { readonly mentorshipId: string; readonly season: number; readonly author: string },
  signal: AbortSignal,
): Promise<ReadHalf> {
  const { mentorshipId: mentorship, season, author } = about;
  const text = await textOf(ports, stored, signal);
  return text === undefined ? tooLarge : parseHalf(text, { mentorship, season, author });
}

/** As `readHalf`, for private notes. */
export async function readPrivateFile(
  ports: ReadPorts,
  stored: StoredFile,
  about: { readonly mentorshipId: string; readonly season: number; readonly author: string },
  signal: AbortSignal,
): Promise<ReadPrivate> {
  const { mentorshipId: mentorship, season, author } = about;
  const text = await textOf(ports, stored, signal);
  return text === undefined ? tooLarge : parsePrivateNotes(text, { mentorship, season, author });
}

const tooLarge = { kind: 'refused', why: 'too-large' } as const;
const shelved = v.pipe(v.string(), v.parseJson(), v.object({ tag: v.string(), text: v.string() }));

/** The content of a file as this device has it, or from its drive; undefined when it is larger than any of ours. */
export async function textOf(
  { files, shelf }: ReadPorts,
  stored: StoredFile,
  signal: AbortSignal,
): Promise<string | undefined> {
  if (stored.sizeBytes > longestFile * 3) return undefined;
  const name = copyName(stored);
  const copy = v.safeParse(shelved, await shelf.copy(name));
  if (copy.success && copy.output.tag === stored.contentTag) return copy.output.text;
  const got = await files.read(stored, signal);
  if (got.kind === 'too-large') return undefined;
  shelfText(shelf, stored, got.text);
  return got.text;
}

/** Keeps the content of a file on this device. Nobody waits for it, and without room it is simply not there. */
export function shelfText(shelf: ShelfPort, stored: StoredFile, text: string): void {
  if (stored.contentTag === '' || text.length > longestFile) return;
  void shelf.keepCopy(copyName(stored), JSON.stringify({ tag: stored.contentTag, text }));
}

function copyName({ driveId, id }: StoredFile): string {
  return `file/${driveId}/${id}`;
}
