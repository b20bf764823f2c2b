import { linkParagraph } from '#adapters/graph/wire/eventBody.ts';

/** A body with the sentence and its link at the end; the words that stand there stay as they are. */
export function withLink(body: string, form: 'html' | 'text', sentence: string, link: string): string {
  if (form === 'text') return `${body.trimEnd()}${body.trim() === '' ? '' : '\n\n'}${sentence}${link}\n`;
  const end = body.toLowerCase().lastIndexOf('</body>');
  const at = end < 0 ? body.length : end;
  return `${body.slice(0, at)}${linkParagraph(sentence, link)}${body.slice(at)}`;
}

/**
 * A body, perhaps written on since, without the line of the link: the innermost paragraph or block around it, or the line of a text. Undefined where
 * that cannot be told.
 */
export function withoutLink(body: string, form: 'html' | 'text', link: string): string | undefined {
  if (form === 'text') {
    const lines = body.split('\n');
    const kept = lines.filter((line) => !line.includes(link));
    return kept.length < lines.length ? kept.join('\n') : undefined;
  }
  const at = body.indexOf(link.replaceAll('&', '&amp;'));
  if (at < 0) return undefined;
  const opened = lastBlock(body.slice(0, at));
  if (opened === undefined) return undefined;
  const closing = `</${opened.tag}>`;
  const end = body.toLowerCase().indexOf(closing, at);
  return end < 0 ? undefined : body.slice(0, opened.at) + body.slice(end + closing.length);
}

/** The last paragraph or block that begins in a piece of HTML. */
function lastBlock(html: string): { readonly tag: string; readonly at: number } | undefined {
  const found = [...html.matchAll(/<(p|div)\b[^>]*>/gi)].at(-1);
  const tag = found?.[1]?.toLowerCase();
  return found === undefined || tag === undefined ? undefined : { tag, at: found.index };
}
