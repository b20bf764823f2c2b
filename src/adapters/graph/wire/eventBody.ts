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
  const paragraphs = words
    .split(/\r?\n/)
    .map((line) => line.trimEnd())
    .map((line) => (line === '' ? '<p>&nbsp;</p>' : `<p>${escapeHtml(line)}</p>`));
  const address = escapeHtml(link);
  const sentence = `<p>${escapeHtml(linkSentence)}<a href="${address}">${address}</a></p>`;
  return { contentType: 'html', content: `<html><body>${paragraphs.join('')}${sentence}</body></html>` };
}

function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}
