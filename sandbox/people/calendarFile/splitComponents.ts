import { CalendarFileError } from './CalendarFileError.ts';

/** One top-level component of a calendar, as text, and where it stands in the file. */
export interface TextComponent {
  /** Upper case: VEVENT, VTIMEZONE, ... */
  readonly name: string;
  readonly text: string;
  /** Line of its BEGIN, from 1. */
  readonly line: number;
}

/**
 * Cuts an iCalendar file (RFC 5545) into the components of its calendars without reading them, so that each problem can be told by its line.
 * Throws CalendarFileError for a file that is no calendar, is cut short, or whose BEGIN and END do not match.
 */
export function splitComponents(text: string): readonly TextComponent[] {
  const lines = text.replace(/^\uFEFF/, '').split(/\r\n|\n|\r/);
  const found: TextComponent[] = [];
  const open: { readonly name: string; readonly line: number }[] = [];
  let calendars = 0;
  let start = 0;
  for (const [index, content] of lines.entries()) {
    const number = index + 1;
    const boundary = /^(BEGIN|END):\s*([A-Za-z0-9-]+)\s*$/i.exec(content);
    if (boundary === null) {
      if (content.trim() !== '' && open.length === 0)
        throw new CalendarFileError(
          number,
          'this is no iCalendar file; it has to begin with BEGIN:VCALENDAR.',
        );
      continue;
    }
    const name = (boundary[2] ?? '').toUpperCase();
    if (boundary[1]?.toUpperCase() === 'BEGIN') {
      if (open.length === 0 && name !== 'VCALENDAR')
        throw new CalendarFileError(number, `${name} stands outside of a VCALENDAR.`);
      if (name === 'VCALENDAR') calendars += 1;
      if (open.length === 1) start = index;
      open.push({ name, line: number });
      continue;
    }
    const last = open.pop();
    if (last?.name !== name)
      throw new CalendarFileError(
        number,
        last === undefined
          ? `END:${name} has no BEGIN.`
          : `END:${name} closes ${last.name}, which began in line ${last.line}.`,
      );
    if (open.length === 1)
      found.push({ name, text: lines.slice(start, index + 1).join('\r\n'), line: start + 1 });
  }
  const unclosed = open.at(-1);
  if (unclosed !== undefined)
    throw new CalendarFileError(
      unclosed.line,
      `${unclosed.name} begins here and never ends; the file is cut short.`,
    );
  if (calendars === 0) throw new CalendarFileError(1, 'the file is empty.');
  return found;
}
