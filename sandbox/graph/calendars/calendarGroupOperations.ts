import { badRequest, itemNotFound } from '../graphFailure.ts';
import { newKey } from '../ids.ts';
import { openOwnMailbox } from '../mailbox/openMailbox.ts';
import { readEntity, textOf } from '../odata/readEntity.ts';
import type { GraphServices, Operation } from '../types.ts';
import { groupKey, isImmutable } from './calendarOperations.ts';
import { calendarGroups, calendars, type CalendarGroupRecord } from './calendarRecord.ts';
import { calendarGroupResource } from './calendarResource.ts';

type Parts = Pick<GraphServices, 'store'>;

/** `GET …/calendarGroups`. */
export const listCalendarGroups =
  ({ store }: Parts): Operation =>
  (request) => {
    const mailbox = openOwnMailbox(store, request);
    return {
      status: 200,
      body: {
        '@odata.context': `${request.base}/$metadata#users('${mailbox.owner.id}')/calendarGroups`,
        value: [...store.all(calendarGroups, mailbox.owner.id).values()]
          .toSorted((a, b) => Number(b.isDefault) - Number(a.isDefault) || (a.name < b.name ? -1 : 1))
          .map((group) => calendarGroupResource(mailbox, group, isImmutable(request))),
      },
    };
  };

/** `GET …/calendarGroups/{id}`. */
export const getCalendarGroup =
  ({ store }: Parts): Operation =>
  (request) => {
    const mailbox = openOwnMailbox(store, request);
    const group = store.get(calendarGroups, mailbox.owner.id, groupKey({ store }, request, mailbox) ?? '');
    if (!group) throw itemNotFound();
    return {
      status: 200,
      body: {
        '@odata.context': `${request.base}/$metadata#users('${mailbox.owner.id}')/calendarGroups/$entity`,
        ...calendarGroupResource(mailbox, group, isImmutable(request)),
      },
    };
  };

/** `POST …/calendarGroups` and `PATCH …/calendarGroups/{id}`: its name. */
export const writeCalendarGroup =
  ({ store }: Parts): Operation =>
  async (request) => {
    const mailbox = openOwnMailbox(store, request);
    const name = textOf(readEntity('calendarGroup', request.body ?? {}), 'name')?.trim() ?? '';
    if (name === '') throw badRequest('A calendar group needs a name.', 'ErrorInvalidRequest');
    const key = groupKey({ store }, request, mailbox) ?? newKey();
    const before = store.get(calendarGroups, mailbox.owner.id, key);
    const group: CalendarGroupRecord = {
      key,
      name,
      classId: before?.classId ?? crypto.randomUUID(),
      isDefault: before?.isDefault ?? false,
      version: (before?.version ?? 0) + 1,
    };
    await store.write((writer) => writer.put(calendarGroups, mailbox.owner.id, key, group));
    return {
      status: before ? 200 : 201,
      body: {
        '@odata.context': `${request.base}/$metadata#users('${mailbox.owner.id}')/calendarGroups/$entity`,
        ...calendarGroupResource(mailbox, group, isImmutable(request)),
      },
    };
  };

/** `DELETE …/calendarGroups/{id}`: an empty one that Exchange did not set up. */
export const deleteCalendarGroup =
  ({ store }: Parts): Operation =>
  async (request) => {
    const mailbox = openOwnMailbox(store, request);
    const key = groupKey({ store }, request, mailbox) ?? '';
    const isUsed = [...store.all(calendars, mailbox.owner.id).values()].some(({ group }) => group === key);
    const group = store.get(calendarGroups, mailbox.owner.id, key);
    if (isUsed || group?.isDefault === true || group?.name === 'Other Calendars')
      throw badRequest('The calendar group cannot be deleted.', 'ErrorCannotDeleteObject');
    await store.write((writer) => writer.remove(calendarGroups, mailbox.owner.id, key));
    return { status: 204 };
  };
