import { badRequest } from '../graphFailure.ts';
import type { Query } from './parseQuery.ts';

/** One member of `$expand`, with its own options by lower-case name (`$filter`, `$select`, `$top`). */
export interface Expansion {
  readonly name: string;
  readonly options: ReadonlyMap<string, string>;
}

/** What `$expand` asks for; refused when it names something that cannot be expanded. */
export function readExpand(query: Query, possible: readonly string[]): readonly Expansion[] {
  const text = query.get('$expand');
  if (text === undefined || text.trim() === '') return [];
  return splitTop(text, ',').map((part) => {
    const match = /^\s*([\w./]+)\s*(?:\((.*)\))?\s*$/s.exec(part);
    const name = possible.find((known) => known.toLowerCase() === match?.[1]?.toLowerCase());
    if (!match || name === undefined)
      throw badRequest(
        `Parsing OData Select and Expand failed: Could not find a property named '${part.trim().slice(0, 100)}'.`,
        'RequestBroker--ParseUri',
      );
    return { name, options: readOptions(match[2] ?? '') };
  });
}

function readOptions(text: string): ReadonlyMap<string, string> {
  return new Map(
    splitTop(text, ';')
      .filter((part) => part.trim() !== '')
      .map((part) => {
        const at = part.indexOf('=');
        if (at < 0)
          throw badRequest(
            `Parsing OData Select and Expand failed: Syntax error in '${part.slice(0, 100)}'.`,
          );
        const name = part.slice(0, at).trim().toLowerCase();
        return [name.startsWith('$') ? name : `$${name}`, part.slice(at + 1)];
      }),
  );
}

/** Splits where no parenthesis or quote is open. */
function splitTop(text: string, separator: string): string[] {
  const parts: string[] = [];
  let [depth, quoted, from] = [0, false, 0];
  for (let at = 0; at < text.length; at += 1) {
    const char = text[at];
    if (char === "'") quoted = !quoted;
    else if (quoted) continue;
    else if (char === '(') depth += 1;
    else if (char === ')') depth -= 1;
    else if (char === separator && depth === 0) {
      parts.push(text.slice(from, at));
      from = at + 1;
    }
  }
  if (depth !== 0 || quoted)
    throw badRequest('Parsing OData Select and Expand failed: unbalanced parentheses or quotes.');
  parts.push(text.slice(from));
  return parts;
}
