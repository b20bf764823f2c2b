import type { Reader } from '#sandbox/store/table.ts';
import { accessDenied, itemNotFound, malformedId, otherMailbox } from '../graphFailure.ts';
import { readId } from '../ids.ts';
import type { Mailbox } from '../mailbox/openMailbox.ts';
import type { GraphRequest } from '../types.ts';
import { calendars, defaultCalendar, type CalendarRecord, type CalendarRole } from './calendarRecord.ts';

const readScopes = ['Calendars.ReadBasic', 'Calendars.Read', 'Calendars.ReadWrite'];
const sharedReadScopes = ['Calendars.Read.Shared', 'Calendars.ReadWrite.Shared'];

/** Scopes of which one opens routes that read calendars; which one is needed depends on whose calendar it is. */
export const calendarReadScopes: readonly string[] = [...readScopes, ...sharedReadScopes];
export const calendarWriteScopes: readonly string[] = ['Calendars.ReadWrite', 'Calendars.ReadWrite.Shared'];

const rank: Readonly<Record<CalendarRole, number>> = {
  none: 0,
  custom: 0,
  freeBusyRead: 1,
  limitedRead: 2,
  read: 3,
  write: 4,
  delegateWithoutPrivateEventAccess: 5,
  delegateWithPrivateEventAccess: 6,
};

/** The calendar a path names (`calendars/{id}`), or the mailbox's own. */
export function namedCalendar(store: Reader, mailbox: Mailbox, request: GraphRequest): CalendarRecord {
  const id = request.params.calendar;
  if (id === undefined) return defaultCalendar(store, mailbox.owner.id);
  const ref = readId(id);
  if (!ref) throw malformedId();
  if (ref.mailbox !== mailbox.id) throw otherMailbox();
  const calendar = store.get(calendars, mailbox.owner.id, ref.key);
  if (ref.kind !== 'calendar' || !calendar) throw itemNotFound();
  return calendar;
}

/** The best right that a person's grants, or everybody's, give to a calendar. */
export function roleIn(calendar: CalendarRecord, mail: string): CalendarRole {
  let best: CalendarRole = 'none';
  for (const { address, role } of calendar.grants)
    if ((address === null || address.toLowerCase() === mail.toLowerCase()) && rank[role] > rank[best])
      best = role;
  return best;
}

/** Lets the owner in, and others with a shared scope and a grant of at least the right asked for. */
export function requireCalendar(mailbox: Mailbox, calendar: CalendarRecord, need: 'read' | 'write'): void {
  const { scopes, upn } = mailbox.viewer;
  if (mailbox.isOwn) {
    const allowed = need === 'read' ? readScopes : ['Calendars.ReadWrite'];
    if (!allowed.some((scope) => scopes.includes(scope))) throw accessDenied();
    return;
  }
  const allowed = need === 'read' ? sharedReadScopes : ['Calendars.ReadWrite.Shared'];
  if (!allowed.some((scope) => scopes.includes(scope))) throw accessDenied();
  if (rank[roleIn(calendar, upn)] < rank[need]) throw accessDenied();
}

/** Whether the viewer may see what private entries are about. */
export function seesPrivate(mailbox: Mailbox, calendar: CalendarRecord): boolean {
  return mailbox.isOwn || roleIn(calendar, mailbox.viewer.upn) === 'delegateWithPrivateEventAccess';
}
