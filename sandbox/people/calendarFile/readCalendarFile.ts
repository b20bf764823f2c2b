import ICAL from 'ical.js';
import type { SeedEvent } from '#sandbox/types.ts';
import { CalendarFileError } from './CalendarFileError.ts';
import { createFileZones } from './fileZones.ts';
import type { Horizon } from './expandRule.ts';
import { seedEventsOf } from './seedEventsOf.ts';
import { splitComponents } from './splitComponents.ts';

export interface CalendarFileOptions {
  /** IANA zone of whose calendar it becomes: for whole days and times without a zone. */
  readonly ownerZone: string;
  /** What rules that Exchange has no pattern for are expanded over. */
  readonly horizon: Horizon;
  /** Called now and then with how many of how many entries are read. */
  readonly onProgress?: (done: number, all: number) => void;
}

interface FileEntry {
  readonly component: ICAL.Component;
  readonly line: number;
}

const progressEvery = 2000;

/**
 * Reads an iCalendar file (RFC 5545) as entries for a mailbox: zones by name or VTIMEZONE, RRULE, EXDATE, RDATE, RECURRENCE-ID, whole days, floating times,
 * transparency, Microsoft's busy status. Tasks, journals and free/busy components are left out. Throws CalendarFileError with the line of the first
 * problem; nothing is returned of a file that has one.
 */
export function readCalendarFile(text: string, options: CalendarFileOptions): readonly SeedEvent[] {
  const components = splitComponents(text);
  const zones = within(components.find(({ name }) => name === 'VTIMEZONE')?.line ?? 1, 'the time zone', () =>
    createFileZones(components, new Date(options.horizon.from).getUTCFullYear()),
  );
  const parts = components.filter(({ name }) => name === 'VEVENT');
  const byUid = new Map<string, FileEntry[]>();
  for (const [index, part] of parts.entries()) {
    if (index % progressEvery === 0) options.onProgress?.(index, parts.length);
    const component = within(part.line, 'the entry', () => ICAL.Component.fromString(part.text));
    const uid = component.getFirstPropertyValue('uid');
    const key = typeof uid === 'string' && uid !== '' ? uid : `line ${part.line}`;
    const known = byUid.get(key);
    if (known === undefined) byUid.set(key, [{ component, line: part.line }]);
    else known.push({ component, line: part.line });
  }
  options.onProgress?.(parts.length, parts.length);

  const rules = { fileZones: zones, ownerZone: options.ownerZone, horizon: options.horizon };
  return [...byUid.values()].flatMap((entries) => {
    const overrides = entries.filter(({ component }) => component.getFirstProperty('recurrence-id') !== null);
    const masters = entries.filter((entry) => !overrides.includes(entry));
    const [master] = masters;
    const doubled = masters[1];
    if (doubled !== undefined)
      throw new CalendarFileError(
        doubled.line,
        `this entry has the same UID as the one in line ${master?.line ?? 0}.`,
      );
    return within((master ?? overrides[0])?.line ?? 1, 'the entry', () =>
      seedEventsOf(
        master?.component,
        overrides.map(({ component }) => component),
        rules,
      ),
    );
  });
}

/** Runs a step and tells a failure by the line of what was read. */
function within<T>(line: number, what: string, step: () => T): T {
  try {
    return step();
  } catch (error) {
    if (error instanceof CalendarFileError) throw error;
    const reason = error instanceof Error ? error.message.split('\n')[0] : String(error);
    throw new CalendarFileError(line, `${what} that begins here cannot be read: ${reason}.`, error);
  }
}
