import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A language of the manifests. Its strings are in `manifest/strings/<tag>.json`. */
export interface Language {
  /** Tag in the unified manifest; without a region, so that every region falls back to it. */
  readonly tag: string;
  /** Name of the culture in the add-in-only manifest, which wants a region. */
  readonly culture: string;
}

/** The first is the default. */
export const languages = [
  { tag: 'en', culture: 'en-US' },
  { tag: 'de', culture: 'de-DE' },
  { tag: 'es', culture: 'es-ES' },
  { tag: 'fr', culture: 'fr-FR' },
] as const satisfies readonly Language[];

/** Strings of one language by key. They may hold placeholders of the release, such as `{{origin}}`. */
export type ManifestWords = Readonly<Record<string, string>>;
/** Strings by language tag. */
export type WordsByLanguage = Readonly<Record<string, ManifestWords>>;

function decodeWords(value: unknown, file: string): ManifestWords {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new Error(`${file} is not an object of strings`);
  const words: Record<string, string> = {};
  for (const [key, text] of Object.entries(value)) {
    if (typeof text !== 'string') throw new Error(`${file}: ${key} is not a string`);
    words[key] = text;
  }
  return words;
}

/** Reads the strings of every language from the project's folder. */
export function readWords(root: string): WordsByLanguage {
  const read = ({ tag }: Language): [string, ManifestWords] => {
    const file = join(root, 'manifest/strings', `${tag}.json`);
    return [tag, decodeWords(JSON.parse(readFileSync(file, 'utf8')), file)];
  };
  return Object.fromEntries(languages.map(read));
}
