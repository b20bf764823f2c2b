/**
 * The claims that a 401 asks for (continuous access evaluation), decoded; undefined when there are none.
 * The header may hold several challenges and quoted values with commas and equals signs in them:
 * `Bearer realm="", error="insufficient_claims", claims="eyJhY2Nlc3NfdG9rZW4iOi..."`.
 */
export function readClaimsChallenge(header: string | undefined): string | undefined {
  if (header === undefined || header.length > 20_000) return undefined;
  const encoded = /(?:^|[\s,])claims\s*=\s*"([A-Za-z0-9+/_=-]+)"/i.exec(header)?.[1];
  if (encoded === undefined) return undefined;
  try {
    const bytes = atob(encoded.replaceAll('-', '+').replaceAll('_', '/'));
    const text = new TextDecoder().decode(Uint8Array.from(bytes, (char) => char.codePointAt(0) ?? 0));
    const claims: unknown = JSON.parse(text);
    return typeof claims === 'object' && claims !== null && !Array.isArray(claims) ? text : undefined;
  } catch {
    return undefined;
  }
}
