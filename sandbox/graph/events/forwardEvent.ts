import { badRequest } from '../graphFailure.ts';
import { entitiesOf, entityOf, readParameters, textOf } from '../odata/readEntity.ts';
import type { GraphServices, Operation } from '../types.ts';
import { findByAddress } from '../directory/findUser.ts';
import { copiesOf, isSame, sendRequest } from './deliver.ts';
import { events, isSeries, type AttendeeRecord, type EventRecord } from './eventRecord.ts';
import { findEvent } from './findEvent.ts';
import { contentOn } from './occurrences.ts';

type Parts = Pick<GraphServices, 'store' | 'clock' | 'switches'>;

/** `POST …/events/{id}/forward`: the others get the request, and the organizer's list gains them. */
export const forwardEvent =
  ({ store, clock, switches }: Parts): Operation =>
  async (request) => {
    const { mailbox, record, day } = findEvent(store, request, 'read');
    const parameters = readParameters({ toRecipients: 'recipient[]', comment: 'string' }, request.body);
    const guests = (entitiesOf(parameters, 'toRecipients') ?? []).map((entity): AttendeeRecord => {
      const address = textOf(entityOf(entity, 'emailAddress'), 'address') ?? '';
      if (!/^[^\s@<>]+@[^\s@<>]+$/.test(address))
        throw badRequest('At least one recipient is not valid.', 'ErrorInvalidRecipients');
      return {
        name: textOf(entityOf(entity, 'emailAddress'), 'name') ?? address,
        address,
        type: 'required',
        response: { kind: 'none', time: 0 },
        proposed: null,
      };
    });
    if (guests.length === 0) throw badRequest('At least one recipient is needed.', 'ErrorInvalidRecipients');
    const now = clock.now();
    await store.write((writer) => {
      const organizer = findByAddress(writer, record.organizer.address);
      const original = organizer
        ? (copiesOf(writer, organizer.id, record.uid).find(({ isOrganizer }) => isOrganizer) ?? record)
        : record;
      const about = day ?? record.originalDay ?? undefined;
      const meeting = withGuests(original, isSeries(original) ? about : undefined, guests, now);
      if (organizer && original.isOrganizer) writer.put(events, organizer.id, original.key, meeting);
      sendRequest(
        { writer, sender: mailbox.owner, now, switches },
        meeting,
        isSeries(meeting) ? about : undefined,
        guests,
        'invitation',
        true,
      );
    });
    return { status: 202 };
  };

function withGuests(
  record: EventRecord,
  day: number | undefined,
  guests: readonly AttendeeRecord[],
  now: number,
): EventRecord {
  const joined = (list: readonly AttendeeRecord[]): readonly AttendeeRecord[] => [
    ...list,
    ...guests.filter((guest) => !list.some((other) => isSame(other, guest))),
  ];
  const next = { modified: now, version: record.version + 1 };
  if (day === undefined)
    return {
      ...record,
      ...next,
      content: { ...record.content, attendees: joined(record.content.attendees) },
    };
  const before = record.exceptions[day];
  return {
    ...record,
    ...next,
    exceptions: {
      ...record.exceptions,
      [day]: {
        content: { ...before?.content, attendees: joined(contentOn(record, day).attendees) },
        own: before?.own ?? {},
        sent: true,
        created: before?.created ?? now,
        modified: now,
      },
    },
  };
}
