import type { ManifestWords } from './languages.ts';

/** What stands for the placeholders `{{name}}` of a template. */
export type Values = Readonly<Record<string, string>>;
/** JSON of any shape, as `JSON.parse` gives it. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

const placeholder = /\{\{([\w.-]+)\}\}/g;
const wordPlaceholder = /^\{\{word\.([\w-]+)\}\}$/;

function toJson(value: unknown): Json {
  if (typeof value === 'boolean' || typeof value === 'number' || typeof value === 'string') return value;
  if (typeof value !== 'object' || value === null) return null;
  if (Array.isArray(value)) return value.map(toJson);
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, toJson(item)]));
}

/** Parses JSON. Throws a SyntaxError when the text is none. */
export function parseJson(text: string): Json {
  return toJson(JSON.parse(text));
}

/** Fills the placeholders of a text. Throws on one that nothing stands for: a template with a slip never ships. */
export function fillText(text: string, values: Values, encode: (value: string) => string = String): string {
  return text.replace(placeholder, (_whole, name: string) => {
    const value = values[name];
    if (value === undefined) throw new Error(`Nothing stands for {{${name}}}`);
    return encode(value);
  });
}

/** `{{word.name}}` for each word, its own placeholders filled. */
export function wordValues(words: ManifestWords, values: Values): Values {
  return Object.fromEntries(
    Object.entries(words).map(([key, text]) => [`word.${key}`, fillText(text, values)]),
  );
}

/** Fills every string of a JSON value, however deep. */
export function fillJson(json: Json, values: Values): Json {
  if (typeof json === 'string') return fillText(json, values);
  if (json === null || typeof json !== 'object') return json;
  if (Array.isArray(json)) return json.map((item: Json) => fillJson(item, values));
  return Object.fromEntries(Object.entries(json).map(([key, value]) => [key, fillJson(value, values)]));
}

/** Escapes a text for an XML attribute or element. */
export function escapeXml(text: string): string {
  const entities: Readonly<Record<string, string>> = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
    "'": '&apos;',
  };
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? character);
}

/**
 * Where a JSON template holds words: `{ 'name.short': 'name', 'extensions[0].ribbons[0]…label': 'meetLabel' }`, the paths as Teams' localisation
 * files write them.
 */
export function wordPaths(template: Json, path = ''): Readonly<Record<string, string>> {
  if (typeof template === 'string') {
    const word = wordPlaceholder.exec(template)?.[1];
    return word === undefined ? {} : { [path]: word };
  }
  if (template === null || typeof template !== 'object') return {};
  const children: readonly (readonly [string, Json])[] = Array.isArray(template)
    ? template.map((item: Json, index) => [`${path}[${index}]`, item] as const)
    : Object.entries(template).map(([key, value]) => [path === '' ? key : `${path}.${key}`, value] as const);
  return Object.assign({}, ...children.map(([childPath, child]) => wordPaths(child, childPath)));
}
