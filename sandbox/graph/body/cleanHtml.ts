import { encodeAttribute, encodeText, htmlTokens, type HtmlToken } from './htmlTokens.ts';

/** Elements whose tags are dropped, their text too where they hold markup of their own. */
const droppedElements = new Set(
  'script style iframe object embed applet form input button select option textarea link base meta title noembed noframes xmp svg math template html head body'.split(
    ' ',
  ),
);
const keptAttributes = new Set(
  'href src alt title style width height border cellpadding cellspacing align valign bgcolor color face size colspan rowspan dir lang name target rel'.split(
    ' ',
  ),
);
const safeAddress = /^(https?|mailto|tel|sip|ftp|callto|cid):/i;
const blockElements = new Set('p div br tr table ul ol li h1 h2 h3 h4 h5 h6 hr blockquote pre'.split(' '));

/**
 * What Exchange keeps of an HTML body: known-safe tags and attributes, `http(s)`, `mailto` … addresses; no scripts, comments,
 * event handlers, ids, classes or data attributes. The result is a whole document, as Graph returns bodies.
 * With `rewrite` lines are broken after blocks, as Exchange's own writer does.
 */
export function cleanHtml(html: string, rewrite: boolean): string {
  const inner = htmlTokens(html)
    .map((token) => cleanToken(token, rewrite))
    .join('');
  return htmlDocument(inner);
}

/** The frame that Graph puts around every HTML body. */
export function htmlDocument(inner: string): string {
  return `<html><head>\r\n<meta http-equiv="Content-Type" content="text/html; charset=utf-8"></head><body>${inner}</body></html>`;
}

/** What stands between the frame's body tags. */
export function innerHtml(document: string): string {
  const start = /<body[^>]*>/i.exec(document);
  const end = document.toLowerCase().lastIndexOf('</body>');
  return start ? document.slice(start.index + start[0].length, end < 0 ? undefined : end) : document;
}

function cleanToken(token: HtmlToken, rewrite: boolean): string {
  if (token.kind === 'text') return encodeText(token.text);
  if (droppedElements.has(token.name) || !/^[a-z][a-z0-9]*$/.test(token.name)) return '';
  const lineEnd = rewrite && blockElements.has(token.name) ? '\r\n' : '';
  if (token.kind === 'close') return `</${token.name}>${lineEnd}`;
  const attributes = token.attributes
    .filter(([name, value]) => keptAttributes.has(name) && isSafe(name, value))
    .map(([name, value]) => ` ${name}="${encodeAttribute(value)}"`)
    .join('');
  return `<${token.name}${attributes}>${token.name === 'br' || token.name === 'hr' ? lineEnd : ''}`;
}

function isSafe(name: string, value: string): boolean {
  if (name === 'href' || name === 'src') return safeAddress.test(value.trim());
  if (name === 'style') return !/expression|javascript:|url\s*\(|@import/i.test(value);
  return true;
}
