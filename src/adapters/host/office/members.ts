/** Readers for objects that come from a host: nothing in them is believed before it is looked at. */

export function member(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}

export function textMember(value: unknown, name: string): string | undefined {
  const found = member(value, name);
  return typeof found === 'string' ? found : undefined;
}

export function listMember(value: unknown, name: string): readonly unknown[] {
  const found: unknown = member(value, name);
  return Array.isArray(found) ? found : [];
}
