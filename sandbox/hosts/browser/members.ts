/** Members of a value that came as JSON. */
export type Members = ReadonlyMap<string, unknown>;

/** The members of an object; none of anything else. */
export function membersOf(value: unknown): Members {
  return new Map<string, unknown>(typeof value === 'object' && value !== null ? Object.entries(value) : []);
}

/** A text member; empty when it is absent or something else. */
export function textIn(members: Members, name: string): string {
  const value = members.get(name);
  return typeof value === 'string' ? value : '';
}

export function membersIn(members: Members, name: string): Members {
  return membersOf(members.get(name));
}

/** A list member; empty when it is absent or something else. */
export function listIn(members: Members, name: string): readonly unknown[] {
  const value = members.get(name);
  return Array.isArray(value) ? value : [];
}
