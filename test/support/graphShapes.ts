import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

interface Shape {
  readonly parent: string | undefined;
  /** Written type of each member, `null` taken away. */
  readonly members: ReadonlyMap<string, string>;
}

/** What Microsoft's published TypeScript types say of v1.0, read from their text. */
export interface PublishedShapes {
  /** Every place where a value is not of a type: undeclared member, wrong kind, unknown enumeration value. */
  faults(type: string, value: unknown, at?: string): readonly string[];
}

/** Reads `@microsoft/microsoft-graph-types`. */
export function readPublishedShapes(): PublishedShapes {
  const file = createRequire(__filename).resolve('@microsoft/microsoft-graph-types/package.json');
  const source = readFileSync(file.replace('package.json', 'microsoft-graph.d.ts'), 'utf8')
    .replaceAll(/\/\*[\s\S]*?\*\//g, '')
    .replaceAll(/\/\/.*$/gm, '');
  const shapes = new Map<string, Shape>();
  for (const [, name = '', parent, body = ''] of source.matchAll(
    /export interface (\w+)(?: extends (\w+))? \{(\}|[\s\S]*?\n\})/g,
  ))
    shapes.set(name, { parent, members: membersOf(body) });
  const enumerations = new Map<string, ReadonlySet<string>>();
  for (const [, name = '', values = ''] of source.matchAll(/export type (\w+) =\s*([^;]+);/g))
    enumerations.set(name, new Set([...values.matchAll(/"([^"]*)"/g)].map(([, value = '']) => value)));

  function memberType(type: string, name: string): string | undefined {
    for (let at = shapes.get(type); at; at = at.parent === undefined ? undefined : shapes.get(at.parent)) {
      const found = at.members.get(name);
      if (found !== undefined) return found;
    }
    return undefined;
  }

  function faults(type: string, value: unknown, at = type): readonly string[] {
    if (value === null || value === undefined) return [];
    if (type.endsWith('[]')) {
      const inner = type.slice(0, -2);
      return Array.isArray(value)
        ? value.flatMap((item, index) => faults(inner, item, `${at}[${index}]`))
        : [`${at} is no list`];
    }
    const values = enumerations.get(type);
    if (values && values.size > 0)
      return typeof value === 'string' && values.has(value)
        ? []
        : [`${at}: ${JSON.stringify(value)} is no ${type}`];
    if (type === 'any') return [];
    if (['string', 'boolean', 'number'].includes(type))
      return typeof value === type ? [] : [`${at} is ${typeof value}, not ${type}`];
    if (!shapes.has(type)) throw new Error(`no type ${type}`);
    if (typeof value !== 'object' || Array.isArray(value)) return [`${at} is no object`];
    const more = '@odata.type' in value ? derived(value['@odata.type'], type) : type;
    return Object.entries(value)
      .filter(([name]) => !name.includes('@'))
      .flatMap(([name, member]) => {
        const declared = memberType(more, name);
        return declared === undefined
          ? [`${at}.${name} is not declared by ${more}`]
          : faults(declared, member, `${at}.${name}`);
      });
  }

  /** `#microsoft.graph.customTimeZone` where timeZoneBase is declared. */
  function derived(annotation: unknown, type: string): string {
    const name = String(annotation).replace('#microsoft.graph.', '');
    const written = name.charAt(0).toUpperCase() + name.slice(1);
    return shapes.has(written) ? written : type;
  }

  return { faults };
}

function membersOf(body: string): Map<string, string> {
  return new Map(
    [...body.matchAll(/^\s{4}(\w+)\??:\s*([^;]+);/gm)].map(([, name = '', type = '']) => [
      name,
      plainType(type),
    ]),
  );
}

function plainType(type: string): string {
  const bare = type.replaceAll(/\s+/g, ' ').trim();
  const inside = /^NullableOption<(.*)>$/.exec(bare)?.[1];
  return inside === undefined ? bare : plainType(inside);
}
