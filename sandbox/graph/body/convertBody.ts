import { encodeAttribute, encodeText, htmlTokens } from './htmlTokens.ts';

const addressPattern = /https?:\/\/[^\s<>"']+[^\s<>"'.,;:!?)\]}]/g;

/** A text body as Exchange turns it into HTML: lines, and addresses as links. */
export function textToHtml(text: string): string {
  const lines = text.replaceAll('\r\n', '\n').split('\n').map(linkLine).join('<br>\r\n');
  return (
    '<html><head><meta http-equiv="Content-Type" content="text/html; charset=utf-8">\r\n' +
    '<meta name="Generator" content="Microsoft Exchange Server">\r\n<!-- converted from text --></head>\r\n' +
    `<body><font size="2"><span style="font-size:11pt;"><div class="PlainText">${lines}</div></span></font></body></html>`
  );
}

function linkLine(line: string): string {
  let html = '';
  let at = 0;
  for (const match of line.matchAll(addressPattern)) {
    html += `${encodeText(line.slice(at, match.index))}<a href="${encodeAttribute(match[0])}">${encodeText(match[0])}</a>`;
    at = match.index + match[0].length;
  }
  return html + encodeText(line.slice(at));
}

const breakingElements = new Set('p div tr li h1 h2 h3 h4 h5 h6 blockquote pre table ul ol'.split(' '));

/** HTML as `Prefer: outlook.body-content-type="text"` returns it: a link is its text with the address in angle brackets. */
export function htmlToText(html: string): string {
  let text = '';
  let link: { readonly href: string; readonly from: number } | undefined;
  const breakLine = (): void => {
    if (text !== '' && !text.endsWith('\n')) text += '\r\n';
  };
  for (const token of htmlTokens(html)) {
    if (token.kind === 'text') {
      const words = token.text.replaceAll(/[\t\r\n ]+/g, ' ');
      text += text === '' || text.endsWith('\n') ? words.trimStart() : words;
    } else if (token.name === 'br' && token.kind === 'open') text += '\r\n';
    else if (token.name === 'hr' && token.kind === 'open') {
      breakLine();
      text += '________________________________\r\n';
    } else if (breakingElements.has(token.name)) breakLine();
    else if (token.name === 'a' && token.kind === 'open') {
      const href = token.attributes.find(([name]) => name === 'href')?.[1];
      link = href === undefined ? undefined : { href, from: text.length };
    } else if (token.name === 'a' && link) {
      if (text.slice(link.from).trim() !== link.href) text += `<${link.href}>`;
      link = undefined;
    }
  }
  return text
    .replaceAll('\u00a0', ' ')
    .replaceAll(/[ \t]+\r\n/g, '\r\n')
    .trim();
}

/** The first 255 characters of the text, as `bodyPreview`. */
export function previewOf(text: string): string {
  return text.slice(0, 255);
}
