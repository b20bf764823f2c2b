/** Where a link that the app wants opened leads. */
export type OutsideLink =
  | { readonly kind: 'event'; readonly eventId: string }
  | { readonly kind: 'app'; readonly deepLink: string }
  | { readonly kind: 'web'; readonly url: string }
  | { readonly kind: 'refused' };

const outlookHosts = new Set(['outlook.office365.com', 'outlook.office.com', 'outlook.live.com']);

/**
 * Reads a link. Outlook's own pages are not here: a link to an event opens the calendar of this page. A link to the app's `/open` opens the tab there.
 */
export function readOutsideLink(text: string, appOrigin: string): OutsideLink {
  if (!URL.canParse(text)) return { kind: 'refused' };
  const url = new URL(text);
  if (url.protocol !== 'https:') return { kind: 'refused' };
  const eventId = url.searchParams.get('itemid') ?? '';
  if (outlookHosts.has(url.host) && eventId !== '') return { kind: 'event', eventId };
  if (url.origin === appOrigin && url.pathname === '/open')
    return { kind: 'app', deepLink: url.hash.slice(1) };
  return { kind: 'web', url: url.href };
}
