/** What a `Prefer` header asks for: names in lower case, with their values where they have one. */
export function readPreferences(header: string | undefined): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const match of (header ?? '').matchAll(/([\w.-]+)\s*(?:=\s*(?:"([^"]*)"|([^\s,;]+)))?/g)) {
    const name = (match[1] ?? '').toLowerCase();
    if (!found.has(name)) found.set(name, match[2] ?? match[3] ?? '');
  }
  return found;
}
