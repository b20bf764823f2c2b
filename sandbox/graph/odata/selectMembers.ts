import { badRequest } from '../graphFailure.ts';
import { graphTypes } from './graphTypes.ts';
import type { Query } from './parseQuery.ts';

/** What `$select` asks for: names in Graph's spelling, or undefined for the default members. */
export function readSelect(
  query: Query,
  type: string,
  open: readonly string[] = [],
): ReadonlySet<string> | undefined {
  const text = query.get('$select');
  if (text === undefined || text.trim() === '' || text.trim() === '*') return undefined;
  const names = new Map(
    [...Object.keys(graphTypes[type] ?? {}), ...open].map((name) => [name.toLowerCase(), name]),
  );
  return new Set(
    text
      .split(',')
      .map((part) => part.trim())
      .filter((part) => part !== '')
      .map((part) => {
        const name = names.get((part.split('/')[0] ?? '').toLowerCase());
        if (name === undefined) throw unknownMember(part, type);
        return name;
      }),
  );
}

/** Leaves only what was selected, and what Graph always sends: the id and annotations. */
export function selectMembers(
  item: Readonly<Record<string, unknown>>,
  selected: ReadonlySet<string> | undefined,
): Record<string, unknown> {
  if (!selected) return { ...item };
  return Object.fromEntries(
    Object.entries(item).filter(([name]) => name === 'id' || name.includes('@') || selected.has(name)),
  );
}

/** Refuses paths whose first member a type does not have. */
export function checkPaths(paths: readonly string[], type: string): void {
  const names = new Set(Object.keys(graphTypes[type] ?? {}).map((name) => name.toLowerCase()));
  for (const path of paths)
    if (!names.has((path.split('/')[0] ?? '').toLowerCase())) throw unknownMember(path, type);
}

function unknownMember(path: string, type: string): Error {
  return badRequest(
    `Parsing OData Select and Expand failed: Could not find a property named '${path.slice(0, 100)}' on type 'microsoft.graph.${type}'.`,
    'RequestBroker--ParseUri',
  );
}
