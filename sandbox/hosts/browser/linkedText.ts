import { element } from './element.ts';

/** Text with its https addresses as links; whatever was HTML stays text. */
export function linkedText(text: string, onLink: (url: string) => void): readonly Node[] {
  return text.split(/(https:\/\/[^\s<>"']+)/).map((piece) => {
    if (!piece.startsWith('https://')) return document.createTextNode(piece);
    const link = element('a', { href: piece, rel: 'noopener noreferrer', target: '_blank' }, piece);
    link.addEventListener('click', (event) => {
      event.preventDefault();
      onLink(piece);
    });
    return link;
  });
}
