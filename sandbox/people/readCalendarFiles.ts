import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { StartFailure } from '#sandbox/startFailure.ts';
import { cast, findCastMember } from './cast.ts';
import { CalendarError } from './ics/calendarError.ts';
import { readCalendar, type ReadCalendar } from './ics/readCalendar.ts';

/** A real calendar that is to stand behind a person. */
export interface ImportedCalendar extends ReadCalendar {
  readonly key: string;
  readonly file: string;
  /** Of the file's bytes: the same file at a later start is not imported again. */
  readonly hash: string;
}

/**
 * Reads the files of `--calendar`, all of them before anything is changed. Throws a StartFailure for an unknown person, a missing file, or a calendar
 * that cannot be read, with the line.
 */
export function readCalendarFiles(
  calendars: readonly { readonly person: string; readonly file: string }[],
  nowEpochMilli: number,
  say: (line: string) => void,
): readonly ImportedCalendar[] {
  const read = new Map<string, ImportedCalendar>();
  for (const { person, file } of calendars) {
    const member = findCastMember(person);
    if (member === undefined)
      throw new StartFailure(
        `There is nobody called "${person}". The cast: ${cast.map(({ key }) => key).join(', ')}.`,
      );
    if (read.has(member.key)) throw new StartFailure(`Two calendars for ${member.key}; one is enough.`);
    const bytes = readBytes(file);
    const name = basename(file);
    try {
      const calendar = readCalendar(decode(bytes), {
        zone: member.user.timeZone,
        nowEpochMilli,
        onProgress: (done, all) =>
          say(`${name}: ${done.toLocaleString('en')} of ${all.toLocaleString('en')} components read …`),
      });
      const hash = createHash('sha256').update(bytes).digest('hex');
      read.set(member.key, { ...calendar, key: member.key, file, hash });
    } catch (cause) {
      if (!(cause instanceof CalendarError)) throw cause;
      throw new StartFailure(`${file}, ${cause.message} Nothing was imported.`, { cause });
    }
  }
  return [...read.values()];
}

function readBytes(file: string): Buffer {
  try {
    return readFileSync(file);
  } catch (cause) {
    const isMissing = cause instanceof Error && 'code' in cause && cause.code === 'ENOENT';
    throw new StartFailure(
      isMissing ? `There is no calendar file ${file}.` : `The calendar file ${file} cannot be read.`,
      { cause },
    );
  }
}

/** iCalendar is UTF-8; anything else would turn names into rubbish. */
function decode(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch (cause) {
    const line = firstWrongLine(bytes);
    throw new CalendarError(line, 'this is not UTF-8 text.', { cause });
  }
}

function firstWrongLine(bytes: Buffer): number {
  let line = 1;
  let from = 0;
  while (from < bytes.length) {
    const found = bytes.indexOf(0x0a, from);
    const to = found < 0 ? bytes.length : found + 1;
    const part = bytes.subarray(from, to);
    if (Buffer.compare(Buffer.from(part.toString('utf8'), 'utf8'), part) !== 0) return line;
    line += 1;
    from = to;
  }
  return line;
}
