/** Graph itemBody. */
export interface WireBody {
  readonly contentType: 'html';
  readonly content: string;
}

/**
 * The body of an invitation: the person's words, a paragraph for each line, and the sentence with the link. The link's text is its
 * address, so that it survives a conversion to plain text whichever way that is done.
 */
export function encodeBody(words: string, linkSentence: string, link: string): WireBody {
  const content = `<html><body>${paragraphsOf(words)}${linkParagraph(linkSentence, link)}</body></html>`;
  return { contentType: 'html', content };
}

/** The sentence with the link, as HTML. */
export function linkParagraph(linkSentence: string, link: string): string {
  const address = escapeHtml(link);
  return `<p>${escapeHtml(linkSentence)}<a href="${address}">${address}</a></p>`;
}

/** Plain words as paragraphs, one for each line. */
export function paragraphsOf(words: string): string {
  return words
    .split(/\r?\n/)
    .map((line) => line.trimEnd())
    .map((line) => (line === '' ? '<p>&nbsp;</p>' : `<p>${escapeHtml(line)}</p>`))
    .join('');
}

function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}
