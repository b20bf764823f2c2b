import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseJson } from './fillTemplate.ts';
import { readWords } from './languages.ts';
import type { ManifestSources } from './manifests.ts';

/** Reads the templates of both manifests and their strings from the project's folder. */
export function readManifestSources(root: string): ManifestSources {
  const text = (name: string): string => readFileSync(join(root, 'manifest', name), 'utf8');
  return {
    unified: parseJson(text('manifest.template.json')),
    addIn: text('outlook-add-in.template.xml'),
    words: readWords(root),
  };
}
