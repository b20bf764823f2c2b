import { badRequest, invalidParameter, invalidRequest } from '../graphFailure.ts';
import { entityOf, flagOf, readParameters, textOf, type Entity } from '../odata/readEntity.ts';
import { toInstant } from '../time/zoneOffsets.ts';
import type { EpochDay } from '../time/wallTime.ts';
import type { GraphServices, Operation } from '../types.ts';
import { shownFor } from './attendeeCopy.ts';
import { sendResponse } from './deliver.ts';
import { readDateTimeTimeZone } from './eventDraft.ts';
import { events, type EventRecord, type ResponseRecord } from './eventRecord.ts';
import { findEvent } from './findEvent.ts';
import { contentOn, ownOn } from './occurrences.ts';
import { withoutDate } from './removeEvent.ts';
import type { SeriesLocks } from './seriesLocks.ts';

type Parts = Pick<GraphServices, 'store' | 'clock' | 'switches'> & { readonly locks: SeriesLocks };
type Answer = 'accepted' | 'tentativelyAccepted' | 'declined';

/**
 * `POST …/events/{id}/accept`, `tentativelyAccept`, `decline`: 202. The organizer hears of it unless `sendResponse` is false; a
 * declined meeting leaves the calendar. A new time may be proposed with the latter two.
 */
export const respondToEvent =
  (answer: Answer, { store, clock, switches, locks }: Parts): Operation =>
  async (request) => {
    const found = findEvent(store, request, 'write');
    const { mailbox, record, day } = found;
    const parameters = readParameters(
      {
        comment: 'string',
        sendResponse: 'boolean',
        ...(answer === 'accepted' ? {} : { proposedNewTime: 'timeSlot' }),
      },
      request.body,
    );
    if (record.isOrganizer)
      throw invalidRequest("You can't respond to this meeting because you're the meeting organizer.");
    const own = day === undefined ? record.own : ownOn(record, day);
    const content = day === undefined ? record.content : contentOn(record, day);
    if (own.isCancelled) throw invalidRequest("You can't respond to this meeting because it was canceled.");
    const sends = flagOf(parameters, 'sendResponse') ?? true;
    const comment = textOf(parameters, 'comment') ?? '';
    if (comment !== '' && !sends)
      throw invalidParameter("'SendResponse' must be true when 'Comment' is not null.");
    const proposed = proposedTime(entityOf(parameters, 'proposedNewTime'), switches);
    if (proposed && !sends)
      throw invalidParameter("'SendResponse' must be true when 'ProposedNewTime' is specified.");
    if (proposed && !content.allowNewTimeProposals)
      throw badRequest(
        'The organizer of the meeting does not allow new time proposals.',
        'ErrorInvalidParameter',
      );
    const now = clock.now();
    await locks.during(record, () =>
      store.write((writer) => {
        const answered =
          answer === 'declined'
            ? declined(record, day, now)
            : withAnswer(record, day, { kind: answer, time: now });
        if (answered) writer.put(events, mailbox.owner.id, record.key, answered);
        else writer.remove(events, mailbox.owner.id, record.key);
        if (sends && content.responseRequested)
          sendResponse(
            { writer, sender: mailbox.owner, now, switches },
            record,
            day,
            answer,
            comment,
            proposed,
          );
      }),
    );
    return { status: 202 };
  };

function proposedTime(
  slot: Entity | undefined,
  switches: GraphServices['switches'],
): { readonly start: number; readonly end: number } | null {
  if (!slot) return null;
  const [start, end] = ['start', 'end'].map((name) => {
    const read = readDateTimeTimeZone(entityOf(slot, name), switches);
    return read && toInstant(read.zone.iana, read.wall);
  });
  if (start === undefined || end === undefined || end <= start)
    throw invalidParameter('The proposed new time needs a start and a later end.');
  return { start, end };
}

function declined(record: EventRecord, day: EpochDay | undefined, now: number): EventRecord | undefined {
  return day === undefined ? undefined : withoutDate(record, day, now);
}

function withAnswer(record: EventRecord, day: EpochDay | undefined, response: ResponseRecord): EventRecord {
  const next = { modified: response.time, version: record.version + 1 };
  if (day === undefined)
    return {
      ...record,
      ...next,
      own: { ...record.own, response, showAs: shownFor(response, record.content.intendedShowAs) },
    };
  const before = record.exceptions[day];
  const showAs = shownFor(response, contentOn(record, day).intendedShowAs);
  return {
    ...record,
    ...next,
    exceptions: {
      ...record.exceptions,
      [day]: {
        content: before?.content ?? { attendees: record.content.attendees },
        own: { ...before?.own, response, showAs },
        sent: before?.sent ?? false,
        created: before?.created ?? response.time,
        modified: response.time,
      },
    },
  };
}
