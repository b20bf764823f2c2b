/**
 * The address that a text is, or undefined. `URL.canParse` would say it shorter, but that of Node 20 denies good addresses with an umlaut once it has
 * been called some thousand times.
 */
export function parseUrl(text: string): URL | undefined {
  try {
    return new URL(text);
  } catch {
    return undefined;
  }
}
