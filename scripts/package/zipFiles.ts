import { unzipSync, zipSync } from 'fflate';
import type { PackedFiles } from './packedFiles.ts';

/** The earliest time that a zip can hold, on everybody's clock: the same files give the same bytes, wherever and whenever they are packed. */
const timeOfEntries = new Date(1980, 0, 1);

/** A zip archive of the files, in their order. */
export function zipFiles(files: PackedFiles): Uint8Array {
  return zipSync(Object.fromEntries(files), { level: 9, mtime: timeOfEntries });
}

/** The files of a zip archive. Throws when it is none. */
export function unzipFiles(archive: Uint8Array): PackedFiles {
  return new Map(Object.entries(unzipSync(archive)));
}
