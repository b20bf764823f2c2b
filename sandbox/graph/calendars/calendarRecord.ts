import type { DirectoryUser } from '#sandbox/types.ts';
import { table, type Reader, type Writer } from '#sandbox/store/table.ts';
import { itemNotFound } from '../graphFailure.ts';
import { newKey } from '../ids.ts';

export type CalendarRole =
  | 'none'
  | 'freeBusyRead'
  | 'limitedRead'
  | 'read'
  | 'write'
  | 'delegateWithoutPrivateEventAccess'
  | 'delegateWithPrivateEventAccess'
  | 'custom';

/** Somebody's right to a calendar. `address` is null for everybody in the organization. */
export interface CalendarGrant {
  readonly key: string;
  readonly name: string;
  readonly address: string | null;
  readonly role: CalendarRole;
}

export interface CalendarRecord {
  readonly key: string;
  /** Key of its group. */
  readonly group: string;
  readonly name: string;
  readonly color: string;
  readonly hexColor: string;
  readonly isDefault: boolean;
  readonly grants: readonly CalendarGrant[];
  readonly created: number;
  readonly version: number;
}

export interface CalendarGroupRecord {
  readonly key: string;
  readonly name: string;
  readonly classId: string;
  readonly isDefault: boolean;
  readonly version: number;
}

/** Owner: the mailbox, by object id of its person. */
export const calendars = table<CalendarRecord>('calendars');
export const calendarGroups = table<CalendarGroupRecord>('calendarGroups');

export const myCalendarsClass = '0006f0b7-0000-0000-c000-000000000046';
export const otherCalendarsClass = '0006f0b8-0000-0000-c000-000000000046';

/** The person's own calendar, in which meetings arrive. */
export function defaultCalendar(store: Reader, ownerId: string): CalendarRecord {
  for (const calendar of store.all(calendars, ownerId).values()) if (calendar.isDefault) return calendar;
  throw itemNotFound();
}

/** A mailbox's first calendar and groups, as Exchange sets them up. */
export function setUpCalendars(writer: Writer, user: DirectoryUser): void {
  if (writer.all(calendars, user.id).size > 0) return;
  const [mine, others] = [newKey(), newKey()];
  const group = { version: 1 };
  writer.put(calendarGroups, user.id, mine, {
    ...group,
    key: mine,
    name: 'My Calendars',
    classId: myCalendarsClass,
    isDefault: true,
  });
  writer.put(calendarGroups, user.id, others, {
    ...group,
    key: others,
    name: 'Other Calendars',
    classId: otherCalendarsClass,
    isDefault: false,
  });
  const key = newKey();
  writer.put(calendars, user.id, key, {
    key,
    group: mine,
    name: 'Calendar',
    color: 'auto',
    hexColor: '',
    isDefault: true,
    grants: [
      {
        key: newKey(),
        name: 'My Organization',
        address: null,
        role: rolesOfVisibility[user.freeBusyVisibility],
      },
    ],
    created: 0,
    version: 1,
  });
}

const rolesOfVisibility = {
  none: 'none',
  freeBusy: 'freeBusyRead',
  details: 'limitedRead',
} as const satisfies Readonly<Record<DirectoryUser['freeBusyVisibility'], CalendarRole>>;
