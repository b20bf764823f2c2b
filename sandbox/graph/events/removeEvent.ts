import type { EpochDay } from '../time/wallTime.ts';
import { invalidRequest } from '../graphFailure.ts';
import { readParameters, textOf } from '../odata/readEntity.ts';
import type { GraphServices, Operation } from '../types.ts';
import { sendCancellation, sendResponse, type Delivery } from './deliver.ts';
import { events, isSeries, type EventRecord } from './eventRecord.ts';
import { findEvent, type FoundEvent } from './findEvent.ts';
import { checkIfMatch } from './ifMatch.ts';
import { contentOn, spanOf } from './occurrences.ts';
import type { SeriesLocks } from './seriesLocks.ts';

type Parts = Pick<GraphServices, 'store' | 'clock' | 'switches'> & { readonly locks: SeriesLocks };

/** `DELETE …/events/{id}`: from the organizer's calendar it cancels the meeting or the date; from an attendee's only the copy goes. */
export const deleteEvent =
  (parts: Parts): Operation =>
  async (request) => {
    const found = findEvent(parts.store, request, 'write');
    checkIfMatch(request, found);
    await remove(parts, found, '');
    return { status: 204 };
  };

/** `POST …/events/{id}/cancel` with a comment for the attendees; the organizer only. */
export const cancelEvent =
  (parts: Parts): Operation =>
  async (request) => {
    const found = findEvent(parts.store, request, 'write');
    const parameters = readParameters({ comment: 'string' }, request.body);
    if (!found.record.isOrganizer) throw invalidRequest('You need to be an organizer to cancel a meeting.');
    await remove(parts, found, textOf(parameters, 'comment') ?? '');
    return { status: 202 };
  };

async function remove(
  { store, clock, switches, locks }: Parts,
  found: FoundEvent,
  comment: string,
): Promise<void> {
  const { mailbox, record, day } = found;
  const now = clock.now();
  await locks.during(record, () =>
    store.write((writer) => {
      const delivery: Delivery = { writer, sender: mailbox.owner, now, switches };
      if (record.isOrganizer) cancelFor(delivery, record, day, comment);
      else if (switches.get('attendeeDelete') === 'declines' && !record.own.isCancelled)
        sendResponse(delivery, record, day, 'declined', comment, null);
      const left =
        day === undefined
          ? undefined
          : withoutDate(writer.get(events, mailbox.owner.id, record.key) ?? record, day, now);
      if (left) writer.put(events, mailbox.owner.id, record.key, left);
      else writer.remove(events, mailbox.owner.id, record.key);
    }),
  );
}

/** Cancelling a series also cancels each future date that was moved [MS-OXOCAL 3.1.4.9.1.2]. */
function cancelFor(
  delivery: Delivery,
  record: EventRecord,
  day: EpochDay | undefined,
  comment: string,
): void {
  if (day !== undefined) {
    sendCancellation(delivery, record, day, contentOn(record, day).attendees, comment);
    return;
  }
  if (isSeries(record))
    for (const [key, exception] of Object.entries(record.exceptions)) {
      const content = contentOn(record, Number(key));
      if (exception.sent && spanOf(content).end > delivery.now)
        sendCancellation(delivery, record, Number(key), content.attendees, comment);
    }
  sendCancellation(delivery, record, undefined, record.content.attendees, comment);
}

/** A series without one of its dates. */
export function withoutDate(record: EventRecord, day: EpochDay, now: number): EventRecord {
  const { [String(day)]: _gone, ...exceptions } = record.exceptions;
  return {
    ...record,
    exceptions,
    removed: [...record.removed, day].toSorted((a, b) => a - b),
    modified: now,
    version: record.version + 1,
  };
}
