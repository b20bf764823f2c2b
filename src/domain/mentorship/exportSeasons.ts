import { markdownText, plainLine } from '#domain/notes/escapeText.ts';
import type { EpochMilli } from '#domain/time/types.ts';
import type { PastSeason } from './allSeasons.ts';
import type { SeasonDate } from './types.ts';

/** The words of an export, in the person's language; values come in plain. */
export interface SeasonWords {
  readonly title: string;
  readonly season: (season: PastSeason) => string;
  readonly date: (date: SeasonDate) => string;
  readonly time: (date: SeasonDate) => string;
  readonly state: (date: SeasonDate) => string;
  /** Heads of the table: date, time, how it stands. */
  readonly heads: readonly [string, string, string];
}

/** All seasons as a Markdown page: a heading and a table for each. Names from outside stay text. */
export function seasonsAsMarkdown(seasons: readonly PastSeason[], words: SeasonWords): string {
  const parts = seasons.map((each) =>
    [
      `## ${cell(words.season(each))}`,
      '',
      row(words.heads),
      '| --- | --- | --- |',
      ...each.season.dates.map((date) => row([words.date(date), words.time(date), words.state(date)])),
    ].join('\n'),
  );
  return `${[`# ${cell(words.title)}`, ...parts].join('\n\n')}\n`;
}

function cell(text: string): string {
  return markdownText(plainLine(text));
}

function row(cells: readonly string[]): string {
  return `| ${cells.map(cell).join(' | ')} |`;
}

/**
 * The dates that take or took place as an iCalendar file (RFC 5545): each a single event without attendees, so that importing it invites nobody.
 * Dates that were skipped or called off are left out. `host` makes the ids unique.
 */
export function seasonsAsIcs(
  seasons: readonly PastSeason[],
  words: Pick<SeasonWords, 'title' | 'state'>,
  stamp: EpochMilli,
  host: string,
): string {
  const events = seasons.flatMap(({ season }) =>
    season.dates
      .filter(({ standing }) => standing.kind !== 'skipped' && standing.kind !== 'cancelled')
      .flatMap((date) => [
        'BEGIN:VEVENT',
        `UID:${escapeIcs(`${date.originalDay}-${hashOf(season.seriesId)}`)}@${host}`,
        `DTSTAMP:${utc(stamp)}`,
        `DTSTART:${utc(date.start)}`,
        `DTEND:${utc(date.end)}`,
        `SUMMARY:${escapeIcs(words.title)}`,
        `DESCRIPTION:${escapeIcs(words.state(date))}`,
        'TRANSP:OPAQUE',
        'END:VEVENT',
      ]),
  );
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Mentor Meetings//EN',
    ...events,
    'END:VCALENDAR',
  ];
  return lines.map(folded).join('');
}

/** TEXT of RFC 5545, 3.3.11: one line without controls, its own separators escaped. */
function escapeIcs(text: string): string {
  return plainLine(text)
    .replaceAll('\t', ' ')
    .replaceAll('\\', '\\\\')
    .replaceAll(';', String.raw`\;`)
    .replaceAll(',', String.raw`\,`);
}

function utc(instant: EpochMilli): string {
  return `${new Date(instant).toISOString().slice(0, 19).replaceAll(/[-:]/g, '')}Z`;
}

/** No line longer than 75 octets, without breaking a character (RFC 5545, 3.1). */
function folded(line: string): string {
  const encoder = new TextEncoder();
  let out = '';
  let octets = 0;
  for (const character of line) {
    const size = encoder.encode(character).length;
    if (octets + size > 75) {
      out += '\r\n ';
      octets = 1;
    }
    out += character;
    octets += size;
  }
  return `${out}\r\n`;
}

/** A short name for a series: ids of calendars are long and hold what no id should. */
function hashOf(text: string): string {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1)
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  return (hash >>> 0).toString(36);
}
