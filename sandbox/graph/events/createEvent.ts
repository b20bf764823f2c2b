import { createHash } from 'node:crypto';
import { namedCalendar, requireCalendar } from '../calendars/calendarAccess.ts';
import { badRequest, GraphFailure } from '../graphFailure.ts';
import { openMailbox } from '../mailbox/openMailbox.ts';
import type { GraphReply, GraphRequest, GraphServices, Operation } from '../types.ts';
import { sendRequest } from './deliver.ts';
import { readEventDraft } from './eventDraft.ts';
import { events, type EventRecord } from './eventRecord.ts';
import { eventId, eventResource, type EventSource } from './eventResource.ts';
import { preferenceApplied, readEventView } from './eventView.ts';
import { newEvent } from './newEvent.ts';

type Parts = Pick<GraphServices, 'store' | 'clock' | 'switches'>;

/** `POST …/events`: 201 with the event; invitations go out at once. A repeated `transactionId` makes no second event. */
export const createEvent =
  ({ store, clock, switches }: Parts): Operation =>
  async (request) => {
    const view = readEventView(request, { switches });
    const mailbox = openMailbox(store, request);
    const calendar = namedCalendar(store, mailbox, request);
    requireCalendar(mailbox, calendar, 'write');
    if (request.body === undefined)
      throw badRequest('The request needs a body: were unable to deserialize', 'UnableToDeserializePostBody');
    const draft = readEventDraft(request.body, switches);
    const digest = createHash('sha256').update(JSON.stringify(request.body)).digest('base64');
    const first =
      draft.transactionId === undefined
        ? undefined
        : [...store.all(events, mailbox.owner.id).values()].find(
            ({ transactionId }) => transactionId === draft.transactionId,
          );
    if (first) {
      const source = { mailbox, record: first, day: undefined, hidden: false };
      refuseRepeated(source, digest, { switches });
      return created(request, source, view);
    }
    const now = clock.now();
    const record: EventRecord = {
      ...newEvent(draft, { owner: mailbox.owner, calendar: calendar.key, now, switches }),
      transactionDigest: digest,
    };
    await store.write((writer) => {
      writer.put(events, mailbox.owner.id, record.key, record);
      sendRequest(
        { writer, sender: mailbox.owner, now, switches },
        record,
        undefined,
        record.content.attendees,
        'invitation',
        true,
      );
    });
    return created(request, { mailbox, record, day: undefined, hidden: false }, view);
  };

function created(
  request: GraphRequest,
  source: EventSource,
  view: ReturnType<typeof readEventView>,
): GraphReply {
  const { mailbox, record } = source;
  const id = eventId(mailbox, record, undefined, view.immutable);
  return {
    status: 201,
    headers: {
      ...preferenceApplied(request),
      location: `${request.base}/users('${mailbox.owner.id}')/events('${encodeURIComponent(id)}')`,
    },
    body: {
      '@odata.context': `${request.base}/$metadata#users('${mailbox.owner.id}')/events/$entity`,
      ...eventResource(source, view),
    },
  };
}

function refuseRepeated(
  source: EventSource,
  digest: string,
  { switches }: Pick<GraphServices, 'switches'>,
): void {
  const policy = switches.get('repeatedTransactionId');
  const isSame = source.record.transactionDigest === digest;
  if (policy === 'firstEvent' || (policy === 'refusedIfChanged' && isSame)) return;
  throw new GraphFailure(
    409,
    'ErrorDuplicateTransactionId',
    "Your request can't be completed. The TransactionId specified in the request has already been used to create a different event.",
  );
}
