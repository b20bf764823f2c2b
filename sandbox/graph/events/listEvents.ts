import { namedCalendar, requireCalendar, seesPrivate } from '../calendars/calendarAccess.ts';
import { openMailbox } from '../mailbox/openMailbox.ts';
import type { GraphServices, Operation } from '../types.ts';
import { events } from './eventRecord.ts';
import type { EventSource } from './eventResource.ts';
import { readEventView } from './eventView.ts';
import { listSources } from './listSources.ts';

/** `GET …/events` of a calendar: single events and series, not the dates of series. Newest first without `$orderby`. */
export const listEvents =
  ({ store, switches }: Pick<GraphServices, 'store' | 'switches'>): Operation =>
  (request) => {
    const view = readEventView(request, { switches });
    const mailbox = openMailbox(store, request);
    const calendar = namedCalendar(store, mailbox, request);
    requireCalendar(mailbox, calendar, 'read');
    const showsPrivate = seesPrivate(mailbox, calendar);
    const records = [...store.all(events, mailbox.owner.id).values()]
      .filter((record) => record.calendar === calendar.key)
      .toSorted((left, right) => right.created - left.created || (left.key < right.key ? -1 : 1));
    return listSources(
      request,
      view,
      records,
      (record): EventSource => ({
        mailbox,
        record,
        day: undefined,
        hidden: !showsPrivate && record.content.sensitivity === 'private',
      }),
      `users('${mailbox.owner.id}')/events`,
    );
  };
