import type { Reader } from '#sandbox/store/table.ts';
import { requireCalendar } from '../calendars/calendarAccess.ts';
import { calendars, type CalendarRecord } from '../calendars/calendarRecord.ts';
import { itemNotFound, malformedId, otherMailbox } from '../graphFailure.ts';
import { readId } from '../ids.ts';
import { openMailbox, type Mailbox } from '../mailbox/openMailbox.ts';
import type { EpochDay } from '../time/wallTime.ts';
import type { GraphRequest } from '../types.ts';
import { events, type EventRecord } from './eventRecord.ts';
import { isOccurrence } from './occurrences.ts';

/** An event as a path names it: a single one or a series, or with `day` one date of a series. */
export interface FoundEvent {
  readonly mailbox: Mailbox;
  readonly calendar: CalendarRecord;
  readonly record: EventRecord;
  readonly day: EpochDay | undefined;
}

/** The event of `events/{event}`, where the caller may do to it what is needed. */
export function findEvent(store: Reader, request: GraphRequest, need: 'read' | 'write'): FoundEvent {
  const mailbox = openMailbox(store, request);
  const ref = readId(request.params.event ?? '');
  if (!ref) throw malformedId();
  if (ref.mailbox !== mailbox.id) throw otherMailbox();
  const record = ref.kind === 'event' ? store.get(events, mailbox.owner.id, ref.key) : undefined;
  const calendar = record && store.get(calendars, mailbox.owner.id, record.calendar);
  if (!record || !calendar) {
    if (!mailbox.isOwn) requireAny(store, mailbox, need);
    throw itemNotFound();
  }
  requireCalendar(mailbox, calendar, need);
  const named = request.params.calendar;
  if (named !== undefined && readId(named)?.key !== calendar.key) throw itemNotFound();
  if (ref.day !== undefined && !isOccurrence(record, ref.day)) throw itemNotFound();
  return { mailbox, calendar, record, day: ref.day };
}

/** Somebody without any right to the mailbox does not learn which items there are. */
function requireAny(store: Reader, mailbox: Mailbox, need: 'read' | 'write'): void {
  for (const calendar of store.all(calendars, mailbox.owner.id).values())
    if (calendar.isDefault) requireCalendar(mailbox, calendar, need);
}
