import type { SeedEvent } from '#sandbox/types.ts';
import { CalendarError } from './calendarError.ts';
import { createCalendarZones } from './calendarZones.ts';
import { readComponents, type CalendarComponent } from './readComponents.ts';
import { readEntry, type CalendarEntry, type EntryContext } from './readEntry.ts';
import { seedsOf } from './seedsOf.ts';
import { readTimes, linesOf } from './readValues.ts';

/** What a file holds, ready for a mailbox. `lines[i]` is where `entries[i]` comes from. */
export interface ReadCalendar {
  readonly entries: readonly SeedEvent[];
  readonly lines: readonly number[];
}

interface ReadOptions {
  /** Zone of floating times and of whole days: the person's. */
  readonly zone: string;
  readonly nowEpochMilli: number;
  /** Told now and then how far it is. */
  readonly onProgress?: (done: number, all: number) => void;
}

const dayMilliseconds = 86_400_000;
const progressStep = 5000;

/**
 * Reads an iCalendar file (RFC 5545) into entries for a mailbox. Recurrence rules that Exchange does not know are written out as single entries from 100
 * days before to 500 days after now. Attendees are left out: what counts is when the person is free. Throws a CalendarError with the line.
 */
export function readCalendar(text: string, options: ReadOptions): ReadCalendar {
  const calendars = readComponents(text);
  const { nowEpochMilli, onProgress } = options;
  const context: EntryContext = {
    zones: createCalendarZones(calendars, nowEpochMilli),
    ownZone: options.zone,
  };
  const components = calendars.flatMap((calendar) => calendar.components);
  const entries: CalendarEntry[] = [];
  const seeds: SeedEvent[] = [];
  const lines: number[] = [];
  for (const [index, component] of components.entries()) {
    if (component.name === 'VEVENT') {
      entries.push(readEntry(component, context));
    } else if (component.name === 'VFREEBUSY') {
      for (const busy of readFreeBusy(component)) {
        seeds.push(busy);
        lines.push(component.line);
      }
    }
    if ((index + 1) % progressStep === 0) onProgress?.(index + 1, components.length);
  }
  const span = {
    from: nowEpochMilli - 100 * dayMilliseconds,
    to: nowEpochMilli + 500 * dayMilliseconds,
  };
  for (const { master, changes } of groupByMeeting(entries)) {
    try {
      for (const seed of seedsOf(master, changes, span)) {
        seeds.push(seed);
        lines.push(master.line);
      }
    } catch (cause) {
      if (cause instanceof CalendarError) throw cause;
      throw new CalendarError(master.line, cause instanceof Error ? cause.message : String(cause), {
        cause,
      });
    }
  }
  return { entries: seeds, lines };
}

interface Meeting {
  readonly master: CalendarEntry;
  readonly changes: readonly CalendarEntry[];
}

/** Series with the changes of their dates; a change without its series stands alone. Of several versions the newest counts. */
function groupByMeeting(entries: readonly CalendarEntry[]): readonly Meeting[] {
  const byUid = new Map<string, CalendarEntry[]>();
  const alone: Meeting[] = [];
  for (const entry of entries) {
    const versions = byUid.get(entry.uid);
    if (entry.uid === '') alone.push({ master: entry, changes: [] });
    else if (versions === undefined) byUid.set(entry.uid, [entry]);
    else versions.push(entry);
  }
  const meetings = [...byUid.values()].flatMap((versions): readonly Meeting[] => {
    const masters = versions.filter(({ recurrenceId }) => recurrenceId === undefined);
    const changes = newestByDate(versions.filter(({ recurrenceId }) => recurrenceId !== undefined));
    const newest = Math.max(...masters.map(({ sequence }) => sequence));
    const current = masters.filter(({ sequence }) => sequence === newest);
    if (current.length === 0)
      return changes
        .filter(({ isCancelled }) => !isCancelled)
        .map((change) => ({ master: change, changes: [] }));
    return current.map((master, index) => ({ master, changes: index === 0 ? changes : [] }));
  });
  return [...meetings, ...alone].filter(({ master }) => !master.isCancelled);
}

function newestByDate(changes: readonly CalendarEntry[]): readonly CalendarEntry[] {
  const newest = new Map<number, CalendarEntry>();
  for (const change of changes) {
    const date = change.recurrenceId ?? 0;
    const known = newest.get(date);
    if (known === undefined || change.sequence >= known.sequence) newest.set(date, change);
  }
  return [...newest.values()];
}

const freeBusyStates: Readonly<Record<string, SeedEvent['showAs']>> = {
  BUSY: 'busy',
  'BUSY-UNAVAILABLE': 'oof',
  'BUSY-TENTATIVE': 'tentative',
};

function readFreeBusy(component: CalendarComponent): readonly SeedEvent[] {
  return linesOf(component, 'FREEBUSY').flatMap((line) => {
    const kind = /FBTYPE="?([A-Z-]+)/i.exec(line.text)?.[1]?.toUpperCase() ?? 'BUSY';
    const showAs = freeBusyStates[kind];
    if (showAs === undefined) return [];
    return readTimes(line).map(({ time, lengthMilli = 0 }) => ({
      subject: 'Busy',
      start: { dateTime: new Date(time.wall).toISOString().slice(0, 19), timeZone: 'UTC' },
      end: {
        dateTime: new Date(time.wall + lengthMilli).toISOString().slice(0, 19),
        timeZone: 'UTC',
      },
      showAs,
    }));
  });
}
