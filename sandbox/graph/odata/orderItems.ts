import { badRequest } from '../graphFailure.ts';
import { checkPaths } from './selectMembers.ts';
import type { Query } from './parseQuery.ts';

export interface OrderKey {
  readonly path: readonly string[];
  readonly descending: boolean;
}

/** The keys of `$orderby`; empty without one. */
export function readOrder(query: Query, type: string): readonly OrderKey[] {
  const text = query.get('$orderby');
  if (text === undefined || text.trim() === '') return [];
  return text.split(',').map((part) => {
    const match = /^\s*([\w/]+)(?:\s+(asc|desc))?\s*$/i.exec(part);
    if (!match) throw badRequest(`Invalid $orderby clause: syntax error in '${part.slice(0, 100)}'.`);
    const [, path = '', direction = 'asc'] = match;
    checkPaths([path], type);
    return { path: path.split('/'), descending: direction.toLowerCase() === 'desc' };
  });
}

/** Compares two items, as Graph would write them, by the keys. */
export function compareBy(keys: readonly OrderKey[]): (left: unknown, right: unknown) => number {
  return (left, right) => {
    for (const { path, descending } of keys) {
      const order = compareValues(valueAt(left, path), valueAt(right, path));
      if (order !== 0) return descending ? -order : order;
    }
    return 0;
  };
}

function valueAt(item: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>((value, name) => {
    if (typeof value !== 'object' || value === null) return undefined;
    const lower = name.toLowerCase();
    return Object.entries(value).find(([key]) => key.toLowerCase() === lower)?.[1];
  }, item);
}

function compareValues(left: unknown, right: unknown): number {
  if (typeof left === 'number' && typeof right === 'number') return left - right;
  const [a, b] = [left, right].map((value) =>
    typeof value === 'string'
      ? value.toLowerCase()
      : value === null || value === undefined
        ? ''
        : JSON.stringify(value),
  );
  return a === b ? 0 : (a ?? '') < (b ?? '') ? -1 : 1;
}
