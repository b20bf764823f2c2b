import type { Json } from '../fillTemplate.ts';
import type { Problem } from './problem.ts';

/** A place in the manifest, as localisation files write it: `extensions[0].ribbons[1]`. */
export interface Found {
  readonly path: string;
  readonly value: Json;
}

type JsonObject = { readonly [key: string]: Json };

export function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The value and all values below it, with their paths. */
export function allValues(value: Json, path = ''): readonly Found[] {
  if (value === null || typeof value !== 'object') return [{ path, value }];
  const children: readonly Found[] = Array.isArray(value)
    ? value.map((item: Json, index) => ({ path: `${path}[${index}]`, value: item }))
    : Object.entries(value).map(([key, item]) => ({
        path: path === '' ? key : `${path}.${key}`,
        value: item,
      }));
  return [{ path, value }, ...children.flatMap((child) => allValues(child.value, child.path))];
}

/** Values whose path, without its indexes, ends with `suffix`: `runtimes.actions.id`. */
export function valuesAt(manifest: Json, suffix: string): readonly Found[] {
  return allValues(manifest).filter(({ path }) => {
    const bare = path.replaceAll(/\[\d+\]/g, '');
    return bare === suffix || bare.endsWith(`.${suffix}`);
  });
}

/** Strings whose path, without its indexes, ends with `suffix`. */
export function stringsAt(
  manifest: Json,
  suffix: string,
): readonly { readonly path: string; readonly value: string }[] {
  return valuesAt(manifest, suffix).flatMap(({ path, value }) =>
    typeof value === 'string' ? [{ path, value }] : [],
  );
}

/** The first string at a path, or nothing. */
export function stringAt(manifest: Json, path: string): string {
  return stringsAt(manifest, path)[0]?.value ?? '';
}

/** A problem when the condition holds. */
export function problemIf(isWrong: boolean, where: string, what: string): readonly Problem[] {
  return isWrong ? [{ where, what }] : [];
}
