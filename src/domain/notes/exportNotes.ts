import type { IsoDay } from '#domain/time/types.ts';
import { markdownLink, markdownText, plainLine, plainText } from './escapeText.ts';
import type { ActionItem, AgendaItem, Carriable, MeetingNotes, Who, Words } from './notesView.ts';
import type { AgendaType } from './types.ts';

/** The words of an exported page, in the person's language; values come in plain. */
export interface ExportWords {
  readonly title: string;
  readonly toTalkAbout: string;
  readonly carriedOver: string;
  readonly whoDoesWhat: string;
  readonly inShort: string;
  readonly onlyForYou: string;
  readonly letGo: string;
  readonly alsoWritten: string;
  readonly name: (who: Who) => string;
  readonly type: (type: AgendaType) => string;
  readonly day: (day: IsoDay) => string;
  readonly from: (day: string) => string;
  readonly due: (day: string) => string;
  /** Names of those who do an action, as one phrase. */
  readonly doers: (people: readonly string[]) => string;
  /** Several remarks on one entry, as one phrase ("Question, Morgan, from 19 November"). */
  readonly list: (parts: readonly string[]) => string;
}

/** What is exported: meetings in the wished order, and one's private texts for those that are to have them. */
export interface ExportedNotes {
  readonly meetings: readonly MeetingNotes[];
  /** Days of meetings that things were carried from. */
  readonly dayOf: (note: string) => IsoDay | undefined;
  readonly privateTexts: (note: string) => readonly Words[];
}

/** The notes as plain text, for the clipboard. Hostile text stays text: no controls, and every line of an entry indented below its first. */
export function notesAsText(notes: ExportedNotes, words: ExportWords): string {
  return render(notes, words, {
    heading: (level, text) => (level === 1 ? `${plainLine(text)}\n${'='.repeat(20)}` : plainLine(text)),
    text: (text, indent) => plainText(text).split('\n').join(`\n${indent}`),
    link: (title, url) => `${plainLine(title)} (${url})`,
    strong: plainLine,
    // Set in, so that no line of it can pass for one of the page's own.
    block: (text) => plainText(text).replaceAll(/^(?=.)/gm, '  '),
  });
}

/** The notes as Markdown, for a file. Hostile text stays text: see `markdownText`. */
export function notesAsMarkdown(notes: ExportedNotes, words: ExportWords): string {
  return render(notes, words, {
    heading: (level, text) => `${'#'.repeat(level)} ${markdownText(plainLine(text))}`,
    text: markdownText,
    link: markdownLink,
    strong: (text) => `**${markdownText(plainLine(text))}**`,
    block: (text) => markdownText(text),
  });
}

/** How a format writes what it is given as plain values. */
interface Format {
  readonly heading: (level: 1 | 2 | 3, text: string) => string;
  /** Lines after the first begin with `indent`. */
  readonly text: (text: string, indent: string) => string;
  readonly link: (title: string, url: string) => string;
  readonly strong: (text: string) => string;
  readonly block: (text: string) => string;
}

function render(
  { meetings, dayOf, privateTexts }: ExportedNotes,
  words: ExportWords,
  format: Format,
): string {
  const fromDay = (note: string | undefined): string[] => {
    const day = note === undefined ? undefined : dayOf(note);
    return day === undefined ? [] : [words.from(words.day(day))];
  };
  const row = (item: Carriable, isTicked: boolean, about: readonly string[]): string => {
    const told = [...about, ...(item.isLetGo ? [words.letGo] : [])];
    const first = `- [${isTicked ? 'x' : ' '}] ${format.text(item.text, '  ')} (${format.text(plainLine(words.list(told)), '')})`;
    const also = item.also.map(
      ({ text }) => `  - ${format.text(words.alsoWritten, '')}: ${format.text(text, '    ')}`,
    );
    const remarks = item.remarks.map(
      ({ by, text }) => `  - ${format.text(plainLine(words.name(by)), '')}: ${format.text(text, '    ')}`,
    );
    return [first, ...also, ...remarks].join('\n');
  };
  const itemRow = (item: AgendaItem, isCarried: boolean): string => {
    const about = [words.type(item.type), words.name(item.by), ...(isCarried ? fromDay(item.home) : [])];
    const text = row(item, item.talked !== undefined, about);
    return item.link === undefined ? text : `${text}\n  - ${format.link(item.link.title, item.link.url)}`;
  };
  const actionRow = (action: ActionItem, isCarried: boolean): string =>
    row(action, action.isDone, [
      words.doers(action.who),
      ...(action.due === undefined ? [] : [words.due(words.day(action.due))]),
      ...(isCarried ? fromDay(action.home) : []),
    ]);
  const block = ({ text, also }: Words): string =>
    [text, ...also.map((other) => other.text)].map(format.block).join('\n\n');

  const section = (title: string, rows: readonly string[], gap = '\n'): string[] =>
    rows.length === 0 ? [] : [format.heading(3, title), rows.join(gap)];
  const pages = meetings.flatMap((meeting) => [
    format.heading(2, words.day(meeting.day)),
    ...section(
      words.toTalkAbout,
      meeting.agenda.map((item) => itemRow(item, false)),
    ),
    ...section(
      words.carriedOver,
      meeting.carried.map((item) => itemRow(item, true)),
    ),
    ...section(words.whoDoesWhat, [
      ...meeting.actions.map((action) => actionRow(action, false)),
      ...meeting.carriedActions.map((action) => actionRow(action, true)),
    ]),
    ...section(
      words.inShort,
      [...meeting.summaries.mine, ...meeting.summaries.partner].map(
        (summary) => `${format.strong(words.name(summary.by))}\n\n${block(summary)}`,
      ),
      '\n\n',
    ),
    ...section(words.onlyForYou, privateTexts(meeting.note).map(block), '\n\n'),
  ]);
  return `${[format.heading(1, words.title), ...pages].join('\n\n')}\n`;
}
