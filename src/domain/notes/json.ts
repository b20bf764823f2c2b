/** Any value that JSON can hold. */
export type JsonValue = null | boolean | number | string | readonly JsonValue[] | JsonMembers;

/** Members of a JSON object. */
export interface JsonMembers {
  readonly [name: string]: JsonValue;
}

/** How deep a kept value may be nested; deeper parts are left out, so that writing can never overflow. */
const deepest = 24;

/** Names that never come from a file into a record: they would touch what every object inherits. */
const unsafeNames: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);

/** True for an object that is neither null nor an array. */
export function isMembers(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * A copy of a parsed value without unsafe names and without what lies too deep.
 * `leftOut` is called once for each part that is missing in the copy.
 */
export function keepJson(value: unknown, leftOut: () => void, depth = 0): JsonValue | undefined {
  if (value === null || typeof value === 'boolean' || typeof value === 'string') return value;
  if (typeof value === 'number' && Number.isFinite(value)) return value;
  if (typeof value !== 'object' || depth >= deepest) {
    leftOut();
    return undefined;
  }
  if (Array.isArray(value)) {
    return value.flatMap((part: unknown) => {
      const kept = keepJson(part, leftOut, depth + 1);
      return kept === undefined ? [] : [kept];
    });
  }
  return keepMembers(value, leftOut, depth);
}

/** As `keepJson`, for an object's members; those named in `except` are the caller's. */
export function keepMembers(
  value: object,
  leftOut: () => void,
  depth = 0,
  except?: ReadonlySet<string>,
): JsonMembers {
  const members: Record<string, JsonValue> = {};
  for (const [name, part] of Object.entries(value) as [string, unknown][]) {
    if (except?.has(name) === true) continue;
    if (unsafeNames.has(name)) {
      leftOut();
      continue;
    }
    const kept = keepJson(part, leftOut, depth + 1);
    if (kept !== undefined) members[name] = kept;
  }
  return members;
}

/** True when both hold the same, whatever the order of their members. */
export function isSameJson(a: JsonValue | undefined, b: JsonValue | undefined): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (isList(a) || isList(b)) {
    if (!isList(a) || !isList(b) || a.length !== b.length) return false;
    return a.every((part, index) => isSameJson(part, b[index]));
  }
  const names = Object.keys(a);
  if (names.length !== Object.keys(b).length) return false;
  return names.every((name) => Object.hasOwn(b, name) && isSameJson(a[name], b[name]));
}

/** JSON text with members in the order of their names: equal values, equal text. */
export function canonicalJson(value: JsonValue): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  if (isList(value)) return `[${value.map(canonicalJson).join(',')}]`;
  const members = Object.entries(value).toSorted(([a], [b]) => compareText(a, b));
  return `{${members.map(([name, part]) => `${JSON.stringify(name)}:${canonicalJson(part)}`).join(',')}}`;
}

/** Order of code units: the same on every device and in every language. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** True for an array; `Array.isArray` does not know readonly ones. */
export function isList(value: JsonValue): value is readonly JsonValue[] {
  return Array.isArray(value);
}
