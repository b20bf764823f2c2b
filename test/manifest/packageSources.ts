import { join } from 'node:path';
import { buildPackage, type PackageSources } from '../../scripts/package/buildPackage.ts';
import { packageFiles } from '../../scripts/package/administratorSheet.ts';
import { parseJson, type Json } from '../../scripts/package/fillTemplate.ts';
import { readFolder, textFile, textOf, type PackedFiles } from '../../scripts/package/packedFiles.ts';
import { readManifestSources } from '../../scripts/package/readSources.ts';
import type { Release } from '../../scripts/package/release.ts';
import { unzipFiles } from '../../scripts/package/zipFiles.ts';

export const projectRoot = join(__dirname, '../..');

/** A release as an organisation would make it. */
export const release: Release = {
  origin: 'https://mentor.example.org',
  clientId: '0f8fad5b-d9cb-469f-a165-70867728950e',
  tenant: 'example.org',
  version: '1.4.2',
  publisher: 'Example University Library',
  contact: 'mentoring@example.org',
};

/** What a built app consists of, as far as packaging looks at it. */
export const builtApp: PackedFiles = new Map(
  Object.entries({
    'index.html': '<!doctype html><script src="tab.0123456789ab.js"></script>',
    'redirect.html': '<!doctype html><script src="redirect.abcdef012345.js"></script>',
    'dialog.html': '<!doctype html><script src="dialog.5566778899aa.js"></script>',
    'admin-consent.html': '<!doctype html><script src="dialog.5566778899aa.js"></script>',
    'dialog.5566778899aa.js': 'export const dialog = 1;',
    'taskpane.html': '<!doctype html><script src="taskpane.00112233aabb.js"></script>',
    'open.html': '<!doctype html><script src="open.99887766ffee.js"></script>',
    'tab.0123456789ab.js': 'export const tab = 1;',
    'redirect.abcdef012345.js': 'export const redirect = 1;',
    'taskpane.00112233aabb.js': 'export const taskpane = 1;',
    'open.99887766ffee.js': 'export const open = 1;',
  }).map(([path, text]) => [path, textFile(text)]),
);

export const sources: PackageSources = {
  manifests: readManifestSources(projectRoot),
  app: builtApp,
  assets: readFolder(join(projectRoot, 'assets')),
};

/** The package of the release above. */
export const builtPackage: PackedFiles = buildPackage(sources, release);

/** Text of a file of the package; throws when it is not there. */
export function packedText(path: string): string {
  const bytes = builtPackage.get(path);
  if (bytes === undefined) throw new Error(`The package has no ${path}`);
  return textOf(bytes);
}

/** The unified manifest of the package. */
export function packedManifest(): Json {
  const archive = builtPackage.get(packageFiles.teams);
  if (archive === undefined) throw new Error('The package has no Teams app');
  return parseJson(textOf(unzipFiles(archive).get('manifest.json')));
}

/** A path such as `extensions[0].ribbons` in its steps. */
function steps(path: string): readonly (string | number)[] {
  return [...path.matchAll(/\[(\d+)\]|([^.[\]]+)/g)].map(([, index, key]) =>
    index === undefined ? (key ?? '') : Number(index),
  );
}

function changedAt(json: Json, [step, ...rest]: readonly (string | number)[], value: Json | undefined): Json {
  if (step === undefined) return value ?? null;
  if (typeof step === 'number') {
    const list: readonly Json[] = Array.isArray(json) ? json : [];
    if (rest.length === 0 && value === undefined) return list.filter((_item, index) => index !== step);
    const longer = step < list.length ? list : [...list, null];
    return longer.map((item, index) => (index === step ? changedAt(item, rest, value) : item));
  }
  const object = typeof json === 'object' && json !== null && !Array.isArray(json) ? json : {};
  const others = Object.entries(object).filter(([key]) => key !== step);
  if (rest.length === 0 && value === undefined) return Object.fromEntries(others);
  const before = Object.entries(object).find(([key]) => key === step)?.[1] ?? null;
  return { ...object, [step]: changedAt(before, rest, value) };
}

/** The JSON with another value at a path, or without it where the value is undefined. */
export function changed(json: Json, path: string, value: Json | undefined): Json {
  return changedAt(json, steps(path), value);
}

/** The value at a path. */
export function valueAt(json: Json, path: string): Json | undefined {
  return steps(path).reduce<Json | undefined>((value, step) => {
    if (typeof value !== 'object' || value === null) return undefined;
    return Object.entries(value).find(([key]) => key === String(step))?.[1];
  }, json);
}
