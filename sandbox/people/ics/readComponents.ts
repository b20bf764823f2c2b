import { CalendarError } from './calendarError.ts';

/** One content line (RFC 5545, 3.1), unfolded. `line` is where it begins. */
export interface ContentLine {
  readonly name: string;
  readonly text: string;
  readonly line: number;
}

export interface CalendarComponent {
  readonly name: string;
  readonly line: number;
  readonly properties: readonly ContentLine[];
  readonly components: readonly CalendarComponent[];
}

interface OpenComponent {
  readonly name: string;
  readonly line: number;
  readonly properties: ContentLine[];
  readonly components: CalendarComponent[];
}

/** A name, parameters (quoted or not), a colon. */
const linePattern = /^([A-Za-z0-9-]+)((?:;[A-Za-z0-9-]+=(?:"[^"]*"|[^";:,]*)(?:,(?:"[^"]*"|[^";:,]*))*)*):/;

/** Reads the components of a file: one VCALENDAR or several. Throws a CalendarError with the line of whatever is not iCalendar. */
export function readComponents(text: string): readonly CalendarComponent[] {
  const done: CalendarComponent[] = [];
  const open: OpenComponent[] = [];
  let last = 1;
  for (const { text: content, line } of unfold(text)) {
    last = line;
    const match = linePattern.exec(content);
    if (match === null) {
      if (open.length === 0 && done.length === 0)
        throw new CalendarError(line, 'this is no iCalendar file: it does not begin with BEGIN:VCALENDAR.');
      throw new CalendarError(line, `"${shorten(content)}" is no content line (NAME:value).`);
    }
    const name = (match[1] ?? '').toUpperCase();
    const value = content.slice(match[0].length);
    const inner = open.at(-1);
    if (name === 'BEGIN') {
      if (inner === undefined && value.toUpperCase() !== 'VCALENDAR')
        throw new CalendarError(line, `${value} outside of a VCALENDAR.`);
      open.push({ name: value.toUpperCase(), line, properties: [], components: [] });
    } else if (name === 'END') {
      if (inner === undefined || inner.name !== value.toUpperCase())
        throw new CalendarError(
          line,
          inner === undefined
            ? `END:${value} without a BEGIN.`
            : `END:${value}, but the ${inner.name} of line ${inner.line} is still open.`,
        );
      open.pop();
      (open.at(-1)?.components ?? done).push(inner);
    } else if (inner === undefined) {
      throw new CalendarError(line, 'this is no iCalendar file: it does not begin with BEGIN:VCALENDAR.');
    } else {
      inner.properties.push({ name, text: content, line });
    }
  }
  const left = open.at(-1);
  if (left !== undefined)
    throw new CalendarError(last, `the file ends, but the ${left.name} of line ${left.line} is still open.`);
  if (done.length === 0) throw new CalendarError(1, 'the file is empty.');
  return done;
}

function shorten(text: string): string {
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}

/** Joins folded lines; empty lines are left out, as many programs write some at the end. */
function* unfold(text: string): Generator<{ readonly text: string; readonly line: number }> {
  let held: { text: string; line: number } | undefined;
  let number = 0;
  for (const raw of text.replace(/^\uFEFF/, '').split(/\r\n|\n|\r/)) {
    number += 1;
    const isFolded = raw.startsWith(' ') || raw.startsWith('\t');
    if (isFolded && held !== undefined) {
      held.text += raw.slice(1);
    } else if (raw.trim() !== '') {
      if (held !== undefined) yield held;
      held = { text: raw, line: number };
    }
  }
  if (held !== undefined) yield held;
}
