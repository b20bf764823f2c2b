import { readFileSync } from 'node:fs';
import { StartFailure } from '#sandbox/startFailure.ts';
import type { SeedEvent } from '#sandbox/types.ts';
import { CalendarFileError } from './calendarFile/CalendarFileError.ts';
import { readCalendarFile } from './calendarFile/readCalendarFile.ts';
import { cast, findCastMember } from './cast.ts';
import { weeksBack } from './season.ts';

const milliInWeek = 7 * 86_400_000;

/**
 * Reads the files of `--calendar`, all of them before anything is changed. Throws a StartFailure for an unknown person, a missing file, or a calendar
 * that cannot be read, with the line.
 */
export function readCalendarFiles(
  calendars: readonly { readonly person: string; readonly file: string }[],
  now: number,
  say: (line: string) => void,
): ReadonlyMap<string, readonly SeedEvent[]> {
  const read = new Map<string, readonly SeedEvent[]>();
  for (const { person, file } of calendars) {
    const member = findCastMember(person);
    if (member === undefined)
      throw new StartFailure(
        `There is nobody called "${person}". The cast: ${cast.map(({ key }) => key).join(', ')}.`,
      );
    let text: string;
    try {
      text = readFileSync(file, 'utf8');
    } catch (cause) {
      throw new StartFailure(`The calendar ${file} cannot be read.`, { cause });
    }
    try {
      const entries = readCalendarFile(text, {
        ownerZone: member.placeZone,
        horizon: { from: now - weeksBack * milliInWeek, to: now + 2 * 52 * milliInWeek },
        onProgress: (done, all) => {
          if (all > 2000) say(`${file}: ${done} of ${all} entries read`);
        },
      });
      say(`${file}: ${entries.length} entries for ${member.user.displayName}`);
      read.set(member.key, entries);
    } catch (cause) {
      if (!(cause instanceof CalendarFileError)) throw cause;
      throw new StartFailure(`The calendar ${file} is not taken: ${cause.message}`, { cause });
    }
  }
  return read;
}
