/** Something wrong with a package: where, and what, in words for whoever makes the release. */
export interface Problem {
  readonly where: string;
  readonly what: string;
}

/** One line per problem. */
export function problemLine({ where, what }: Problem): string {
  return `${where}: ${what}`;
}

/** The values that occur more than once, each named once. */
export function duplicates(values: readonly string[]): readonly string[] {
  const seen = new Set<string>();
  const twice = new Set<string>();
  for (const value of values) (seen.has(value) ? twice : seen).add(value);
  return [...twice];
}
