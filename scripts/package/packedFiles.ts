import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Files by their path, with forward slashes and none at the beginning. */
export type PackedFiles = ReadonlyMap<string, Uint8Array>;

const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8');

/** A text as bytes, in UTF-8. */
export function textFile(text: string): Uint8Array {
  return encoder.encode(text);
}

/** Bytes as text; what is no UTF-8 becomes replacement characters. */
export function textOf(bytes: Uint8Array | undefined): string {
  return decoder.decode(bytes ?? new Uint8Array());
}

/** Every file below a folder, in the order of their paths. Throws when there is no such folder. */
export function readFolder(folder: string): PackedFiles {
  const paths = readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
  return new Map(
    paths
      .map((path) => [path.slice(folder.length).replaceAll('\\', '/').replace(/^\/+/, ''), path] as const)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, path]) => [name, readFileSync(path)]),
  );
}

/** The same files below another folder. */
export function below(folder: string, files: PackedFiles): PackedFiles {
  return new Map([...files].map(([path, bytes]) => [`${folder}/${path}`, bytes]));
}
