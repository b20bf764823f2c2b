/** A piece of HTML that is safe as it stands. */
export interface Html {
  readonly html: string;
}

const replacements: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escape(text: string): string {
  return text.replaceAll(/[&<>"']/g, (character) => replacements[character] ?? character);
}

type Part = string | Html | readonly (string | Html)[] | undefined;

function render(part: Part): string {
  if (part === undefined) return '';
  if (typeof part === 'string') return escape(part);
  if ('html' in part) return part.html;
  return part.map((entry) => render(entry)).join('');
}

/** Template tag: texts are escaped, pieces made by it are not. */
export function html(pieces: TemplateStringsArray, ...parts: readonly Part[]): Html {
  return { html: pieces.map((piece, index) => piece + render(parts[index])).join('') };
}
