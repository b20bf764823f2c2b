import { readDateTimeTimeZone } from './eventDraft.ts';
import { invalidParameter } from '../graphFailure.ts';
import { entityOf, readParameters } from '../odata/readEntity.ts';
import type { GraphServices, Operation } from '../types.ts';
import { events } from './eventRecord.ts';
import { findEvent } from './findEvent.ts';

type Parts = Pick<GraphServices, 'store' | 'clock' | 'switches'>;

/** `POST …/events/{id}/dismissReminder`: the reminder of a single event goes off; a series keeps its own for later dates. */
export const dismissReminder =
  ({ store, clock }: Parts): Operation =>
  async (request) => {
    const { mailbox, record, day } = findEvent(store, request, 'write');
    if (day === undefined && record.recurrence === null)
      await store.write((writer) =>
        writer.put(events, mailbox.owner.id, record.key, {
          ...record,
          own: { ...record.own, isReminderOn: false },
          modified: clock.now(),
          version: record.version + 1,
        }),
      );
    return { status: 200 };
  };

/** `POST …/events/{id}/snoozeReminder`: checked and acknowledged; the sandbox rings no reminders. */
export const snoozeReminder =
  ({ store, switches }: Parts): Operation =>
  (request) => {
    findEvent(store, request, 'write');
    const parameters = readParameters({ newReminderTime: 'dateTimeTimeZone' }, request.body);
    if (!readDateTimeTimeZone(entityOf(parameters, 'newReminderTime'), switches))
      throw invalidParameter('The new reminder time is required.');
    return { status: 200 };
  };

/** `GET …/events/{id}/attachments`: the sandbox keeps none. */
export const listAttachments =
  ({ store }: Parts): Operation =>
  (request) => {
    const { mailbox } = findEvent(store, request, 'read');
    return {
      status: 200,
      body: {
        '@odata.context': `${request.base}/$metadata#users('${mailbox.owner.id}')/events('${encodeURIComponent(request.params.event ?? '')}')/attachments`,
        value: [],
      },
    };
  };
