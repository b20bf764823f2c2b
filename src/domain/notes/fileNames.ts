/** What a file of the notes is, by its name. The name is a hint: who wrote it is told by the drive, what is in it by itself. */
export type NotesFileName =
  | { readonly kind: 'half' | 'copy'; readonly season: number; readonly author: string }
  | { readonly kind: 'private'; readonly season: number }
  | { readonly kind: 'place' };

/** Where somebody notes which folder a mentorship's shared notes are in, when no invitation tells it. */
export const placeFileName = 'place.json';

/** A half in the shared folder: `season-2.<author>.json`. */
export function halfFileName(season: number, author: string): string {
  return `season-${season}.${author}.json`;
}

/** A copy of a half in one's own folder. */
export function copyFileName(season: number, author: string): string {
  return `copy-${season}.${author}.json`;
}

/** Private notes in one's own folder. */
export function privateFileName(season: number): string {
  return `private-${season}.json`;
}

/** Undefined for any other file: people may put what they like into a folder. */
export function readFileName(name: string): NotesFileName | undefined {
  if (name === placeFileName) return { kind: 'place' };
  const own = /^private-([1-9]\d{0,3})\.json$/.exec(name)?.[1];
  if (own !== undefined) return { kind: 'private', season: Number(own) };
  const [, kind, season, author] = /^(season|copy)-([1-9]\d{0,3})\.([\w-]{1,64})\.json$/.exec(name) ?? [];
  if (season === undefined || author === undefined) return undefined;
  return { kind: kind === 'copy' ? 'copy' : 'half', season: Number(season), author };
}
