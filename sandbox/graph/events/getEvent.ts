import { seesPrivate } from '../calendars/calendarAccess.ts';
import type { GraphServices, Operation } from '../types.ts';
import { eventResource, type EventSource } from './eventResource.ts';
import { preferenceApplied, readEventView } from './eventView.ts';
import { findEvent, type FoundEvent } from './findEvent.ts';

/** `GET …/events/{id}`: a single event, a series or one date of it. */
export const getEvent =
  ({ store, switches }: Pick<GraphServices, 'store' | 'switches'>): Operation =>
  (request) => {
    const view = readEventView(request, { switches });
    const found = findEvent(store, request, 'read');
    return {
      status: 200,
      headers: preferenceApplied(request),
      body: {
        '@odata.context': `${request.base}/$metadata#users('${found.mailbox.owner.id}')/events/$entity`,
        ...eventResource(sourceOf(found), view),
      },
    };
  };

export function sourceOf({ mailbox, calendar, record, day }: FoundEvent): EventSource {
  const isPrivate = record.content.sensitivity === 'private';
  return { mailbox, record, day, hidden: isPrivate && !seesPrivate(mailbox, calendar) };
}
