/**
 * An address that may be opened outside the app: https without a name and password in it, or a mail to be written. Anything else, `javascript:`
 * above all, is undefined.
 */
export function externalLink(text: string): string | undefined {
  if (!URL.canParse(text)) return undefined;
  const url = new URL(text);
  const isWeb = url.protocol === 'https:' && url.username === '' && url.password === '';
  return isWeb || url.protocol === 'mailto:' ? url.href : undefined;
}

/** Opens an address in a window that learns nothing of ours. Throws TypeError for an address that may not be opened. */
export function openInNewWindow(text: string): void {
  const url = externalLink(text);
  if (url === undefined) throw new TypeError('not an address to be opened');
  window.open(url, '_blank', 'noopener,noreferrer');
}
