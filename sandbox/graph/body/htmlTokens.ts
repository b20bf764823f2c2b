/** A piece of HTML as it stands in the source. */
export type HtmlToken =
  | { readonly kind: 'text'; readonly text: string }
  | {
      readonly kind: 'open';
      readonly name: string;
      readonly attributes: readonly (readonly [name: string, value: string])[];
    }
  | { readonly kind: 'close'; readonly name: string };

const rawTextElements = new Set([
  'script',
  'style',
  'title',
  'textarea',
  'xmp',
  'iframe',
  'noembed',
  'noframes',
]);
const mostUnended = 50;
const attributePattern = /([^\s"'<>/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'=<>`]+)))?/g;

/**
 * Splits HTML into tags and text. Comments, doctypes, processing instructions and the text of elements that hold no markup
 * (script, style …) are left out. Attribute values are decoded. Never throws: what is no tag is text.
 */
export function htmlTokens(html: string): HtmlToken[] {
  const tokens: HtmlToken[] = [];
  let at = 0;
  let unended = 0;
  const text = (until: number): void => {
    if (until > at) tokens.push({ kind: 'text', text: decodeEntities(html.slice(at, until)) });
  };
  while (at < html.length) {
    const open = html.indexOf('<', at);
    // Tags without end are looked for to the end of the text each time: not more often than this.
    if (open < 0 || unended > mostUnended) {
      text(html.length);
      break;
    }
    const special = /^<(!--|!|\?)/.exec(html.slice(open, open + 4));
    if (special) {
      text(open);
      at = endOf(html, special[1] === '!--' ? '-->' : '>', open);
      continue;
    }
    const name = /^<\/?([a-z][^\s/>]*)/i.exec(html.slice(open, open + 80))?.[1]?.toLowerCase();
    const close = name === undefined ? -1 : endOfTag(html, open);
    if (name === undefined || close < 0) {
      text(open + 1);
      at = open + 1;
      if (name !== undefined) unended += 1;
      continue;
    }
    text(open);
    const isClosing = html[open + 1] === '/';
    const inside = html.slice(open + 1 + name.length + (isClosing ? 1 : 0), close);
    at = close + 1;
    if (isClosing) tokens.push({ kind: 'close', name });
    else {
      tokens.push({ kind: 'open', name, attributes: attributesOf(inside) });
      if (rawTextElements.has(name)) at = skipRawText(html, name, at);
    }
  }
  return tokens;
}

function endOf(html: string, mark: string, from: number): number {
  const end = html.indexOf(mark, from + 1);
  return end < 0 ? html.length : end + mark.length;
}

/** Index of the `>` that ends a tag, quotes respected; -1 for a tag without end. */
function endOfTag(html: string, from: number): number {
  let quote = '';
  for (let index = from + 1; index < html.length; index += 1) {
    const char = html[index] ?? '';
    if (quote) {
      if (char === quote) quote = '';
    } else if ((char === '"' || char === "'") && html[index - 1] === '=') quote = char;
    else if (char === '>') return index;
  }
  return -1;
}

function skipRawText(html: string, name: string, from: number): number {
  const end = new RegExp(`</${name}`, 'gi');
  end.lastIndex = from;
  return end.exec(html)?.index ?? html.length;
}

function attributesOf(text: string): (readonly [string, string])[] {
  return [...text.matchAll(attributePattern)].map(
    ([, name = '', double, single, bare]) =>
      [name.toLowerCase(), decodeEntities(double ?? single ?? bare ?? '')] as const,
  );
}

const namedEntities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00a0',
};

export function decodeEntities(text: string): string {
  return text.replace(/&(#x[0-9a-f]{1,6}|#\d{1,7}|[a-z]{2,8});/gi, (whole, name: string) => {
    if (!name.startsWith('#')) return namedEntities[name.toLowerCase()] ?? whole;
    const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
    return code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff)
      ? String.fromCodePoint(code)
      : whole;
  });
}

export function encodeText(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('\u00a0', '&nbsp;');
}

export function encodeAttribute(text: string): string {
  return encodeText(text).replaceAll('"', '&quot;');
}
