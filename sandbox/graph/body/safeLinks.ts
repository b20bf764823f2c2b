import { createHash } from 'node:crypto';
import { decodeEntities, encodeAttribute } from './htmlTokens.ts';

/** Every web address of a body wrapped as Safe Links of Defender for Office 365 does it; the address is in `url`. */
export function wrapLinks(
  body: { readonly contentType: 'text' | 'html'; readonly content: string },
  recipient: string,
): string {
  if (body.contentType === 'text')
    return body.content.replaceAll(/https?:\/\/[^\s<>"']+/g, (address) => wrapLink(address, recipient));
  return body.content.replaceAll(
    /(<a\b[^>]*?\bhref=")(https?:[^"]*)(")/gi,
    (whole: string, before: string, href: string, after: string) => {
      const address = decodeEntities(href);
      if (isWrapped(address)) return whole;
      const title = encodeAttribute(`Protected by Outlook: ${address}. Click or tap to follow the link.`);
      return `${before}${encodeAttribute(wrapLink(address, recipient))}${after} title="${title}"`;
    },
  );
}

function wrapLink(address: string, recipient: string): string {
  if (isWrapped(address)) return address;
  const data = ['05', '02', recipient, digest(recipient).slice(0, 32), '0', '0', 'Unknown'].join('|');
  return (
    `https://eur01.safelinks.protection.outlook.com/?url=${encodeURIComponent(address)}` +
    `&data=${encodeURIComponent(data)}&sdata=${encodeURIComponent(digest(address))}&reserved=0`
  );
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('base64');
}

function isWrapped(address: string): boolean {
  return /^https:\/\/[a-z0-9]+\.safelinks\.protection\.outlook\.com\//i.test(address);
}
