/**
 * Controls that a text may bring along and that would change what stands around it: everything but tab and line feed, and the bidirectional
 * embeddings, overrides and isolates. Direction marks stay; they belong to the spelling of some languages.
 */
const controls = /(?![\t\n])\p{Cc}|[\u202A-\u202E\u2066-\u2069\uFEFF\uFFF9-\uFFFB]/gu;

/** What is left of a text for any page outside the app: whole characters, line feeds for all kinds of line ends, no controls. */
export function plainText(text: string): string {
  return text
    .toWellFormed()
    .replaceAll(/\r\n?|[\v\f\u0085\u2028\u2029]/g, '\n')
    .replaceAll(controls, '')
    .trim();
}

/** The same in one line. */
export function plainLine(text: string): string {
  return plainText(text).replaceAll(/\s*\n\s*/g, ' ');
}

/**
 * A text as Markdown that shows just that text: no markup, HTML, link, picture, table, formula or entity comes of it (a bare
 * address may still be one to click: it says where it leads). Lines stay lines; those after the first are
 * indented by `indent`, so that they stay within a list item or quotation.
 */
export function markdownText(text: string, indent = ''): string {
  const lines = plainText(text).split('\n').map(markdownLine);
  return lines
    .map((line, index) => {
      const next = lines[index + 1];
      if (next === undefined) return line;
      // Two spaces break a line (a backslash would become part of an address before it); paragraphs have an empty line between them.
      const isBreak = line !== '' && next !== '';
      return `${line}${isBreak ? '  ' : ''}\n${next === '' ? indent.trimEnd() : indent}`;
    })
    .join('');
}

/** An https address as a Markdown link, or the title alone for any other address. */
export function markdownLink(title: string, url: string): string {
  const label = markdownText(plainLine(title));
  if (!URL.canParse(url)) return label;
  const { protocol, href } = new URL(url);
  if (protocol !== 'https:') return label;
  // The serialised address holds no spaces or angle brackets; round brackets would end the link.
  return `[${label}](${href.replaceAll('(', '%28').replaceAll(')', '%29').replaceAll('\\', '%5C')})`;
}

function markdownLine(line: string): string {
  const marked = line
    .trimEnd()
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll(/[\\`*[\]{}|~$]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, String.raw`\$&`)
    // What opens a heading, list, quotation or rule does so at the start of a line only.
    .replace(/^(\s*)([-+=#:])/, String.raw`$1\$2`)
    .replace(/^(\s*\d+)([.)])/, String.raw`$1\$2`);
  // Spaces at the start would make code of the line.
  return marked.replace(/^\s+/, (spaces) => '\u00A0'.repeat(spaces.replaceAll('\t', '    ').length));
}
