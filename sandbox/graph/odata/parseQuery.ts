import { badRequest } from '../graphFailure.ts';

/** The parameters of a request, decoded. System options by lower-case name with their `$`, whether it was written or not. */
export interface Query {
  get(name: string): string | undefined;
  has(name: string): boolean;
  /** As asked for, in order, without the names given. */
  without(...names: string[]): readonly (readonly [string, string])[];
}

const systemOptions = new Set(
  'select filter orderby top skip expand count search skiptoken deltatoken format'
    .split(' ')
    .map((name) => `$${name}`),
);

/** Reads the query of a URL (without the question mark). A `+` is a space, as Graph reads it. */
export function parseQuery(text: string): Query {
  const entries: [string, string][] = text
    .split('&')
    .filter((part) => part !== '')
    .map((part) => {
      const [name = '', ...rest] = part.split('=');
      return [decode(name), decode(rest.join('='))];
    });
  const byName = new Map<string, string>();
  for (const [name, value] of entries) {
    const lower = name.toLowerCase();
    const canonical = systemOptions.has(lower) ? lower : systemOptions.has(`$${lower}`) ? `$${lower}` : lower;
    if (canonical.startsWith('$') && !systemOptions.has(canonical))
      throw badRequest(`The query parameter '${canonical.slice(0, 100)}' is not supported.`);
    if (canonical.startsWith('$') && byName.has(canonical))
      throw badRequest(
        `Query option '${canonical}' was specified more than once, but it must be specified at most once.`,
      );
    byName.set(canonical, value);
  }
  return {
    get: (name) => byName.get(name.toLowerCase()),
    has: (name) => byName.has(name.toLowerCase()),
    without: (...names) => {
      const left = new Set(
        names.flatMap((name) => [name.toLowerCase(), name.toLowerCase().replace(/^\$/, '')]),
      );
      return entries.filter(([name]) => !left.has(name.toLowerCase()));
    },
  };
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    throw badRequest('The query is not correctly encoded.');
  }
}

/** A whole number in a parameter such as `$top`; refused below `least`. */
export function wholeNumber(query: Query, name: string, least: number): number | undefined {
  const text = query.get(name);
  if (text === undefined) return undefined;
  const value = /^-?\d{1,9}$/.test(text.trim()) ? Number(text) : Number.NaN;
  if (!(value >= least))
    throw badRequest(
      `Invalid value '${text}' for ${name} query option found. The ${name} query option requires a non-negative integer value.`,
    );
  return value;
}
