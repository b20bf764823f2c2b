const idPattern = /^[\w.:@~-]{1,120}$/;

/** True for what may name an entry or a note. */
export function isId(value: unknown): value is string {
  return typeof value === 'string' && idPattern.test(value);
}
