/** Where Microsoft 365's meetings and calendars live, in the clouds that Microsoft documents. */
const microsoftHosts = [
  /^teams\.(microsoft\.com|live\.com|microsoft\.us|cloud\.microsoft)$/,
  /^(gov|dod)\.teams\.microsoft\.us$/,
  /^outlook\.(office\.com|office365\.com|live\.com|cloud\.microsoft|office365\.us)$/,
  /^(outlook|webmail)\.apps\.mil$/,
  /^outlook-dod\.office365\.us$/,
];

/**
 * An address from an event that may be opened: https, without a name and password in it, on a host of Microsoft 365 or on one of
 * `hostOrigins`. Others stay unopened: whoever sends an invitation can write what they like into it.
 */
export function trustedUrl(text: unknown, hostOrigins: readonly string[]): string | undefined {
  if (typeof text !== 'string' || text.length > 4000 || !URL.canParse(text)) return undefined;
  const url = new URL(text);
  const isKnown =
    (url.port === '' && microsoftHosts.some((host) => host.test(url.hostname))) ||
    hostOrigins.includes(url.origin);
  return url.protocol === 'https:' && url.username === '' && url.password === '' && isKnown
    ? url.href
    : undefined;
}
