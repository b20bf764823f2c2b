/**
 * Characters that have no business in a name or a title: controls, line and paragraph separators, bidirectional overrides and isolates
 * (they turn the text around them), and invisible ones that make two different names look alike.
 */
const unwanted =
  /[\p{Cc}\u061C\u180E\u200B\u200E\u200F\u2028\u2029\u202A-\u202E\u2060-\u2064\u2066-\u206F\uFEFF\uFFF9-\uFFFB]/gu;
/** Joiners are part of the spelling between letters and inside emoji, and invisible everywhere else. */
const looseJoiner =
  /(?<![\p{L}\p{M}\p{Extended_Pictographic}\uFE0F])[\u200C\u200D]+|[\u200C\u200D]+(?![\p{L}\p{M}\p{Extended_Pictographic}])/gu;
/** No name needs more than two marks on a letter. */
const stackedMarks = /(\p{M}{3})\p{M}+/gu;

/**
 * A text from outside made fit to stand in one line of ours: nothing invisible in it, spaces single, at most `longest` characters
 * (code points; an ellipsis stands for what is cut off).
 */
export function cleanLine(text: string, longest = 200): string {
  // What can never be shown is not worth cleaning: four code units hold any kept code point with its marks.
  const bounded = text.slice(0, longest * 8);
  const line = bounded
    .replaceAll(/[\t\n\r\u0085\u2028\u2029]/g, ' ')
    .replace(unwanted, '')
    .replace(looseJoiner, '')
    .replace(stackedMarks, '$1')
    .replaceAll(/\s+/g, ' ')
    .trim()
    .normalize('NFC');
  const characters = Array.from(line);
  if (characters.length <= longest && bounded.length === text.length) return line;
  return `${characters
    .slice(0, longest - 1)
    .join('')
    .trimEnd()}…`;
}
