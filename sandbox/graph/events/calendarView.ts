import { namedCalendar, requireCalendar, seesPrivate } from '../calendars/calendarAccess.ts';
import { openMailbox } from '../mailbox/openMailbox.ts';
import type { GraphServices, Operation } from '../types.ts';
import { eventsBetween } from './eventsBetween.ts';
import { readEventView } from './eventView.ts';
import { listSources } from './listSources.ts';
import { readWindow } from './viewWindow.ts';

/** `GET …/calendarView?startDateTime&endDateTime`: single events and dates of series within a window, by start. */
export const calendarView =
  ({ store, switches }: Pick<GraphServices, 'store' | 'switches'>): Operation =>
  (request) => {
    const view = readEventView(request, { switches }, true);
    const { from, to } = readWindow(request);
    const mailbox = openMailbox(store, request);
    const calendar = namedCalendar(store, mailbox, request);
    requireCalendar(mailbox, calendar, 'read');
    const showsPrivate = seesPrivate(mailbox, calendar);
    const entries = eventsBetween(store, mailbox.owner.id, calendar.key, from, to);
    return listSources(
      request,
      view,
      entries,
      (entry) => ({
        ...entry,
        mailbox,
        hidden: !showsPrivate && entry.record.content.sensitivity === 'private',
      }),
      `users('${mailbox.owner.id}')/calendarView`,
    );
  };
