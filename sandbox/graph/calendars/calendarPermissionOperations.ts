import { findByAddress } from '../directory/findUser.ts';
import { badRequest, itemNotFound } from '../graphFailure.ts';
import { newKey, readId } from '../ids.ts';
import { openOwnMailbox, type Mailbox } from '../mailbox/openMailbox.ts';
import { entityOf, readEntity, textOf, type Entity } from '../odata/readEntity.ts';
import type { GraphRequest, GraphServices, Operation } from '../types.ts';
import { namedCalendar } from './calendarAccess.ts';
import { calendars, type CalendarGrant, type CalendarRecord, type CalendarRole } from './calendarRecord.ts';
import { calendarPermissionResource } from './calendarResource.ts';

type Parts = Pick<GraphServices, 'store'>;

/** `GET …/calendarPermissions` of one's own calendar. */
export const listCalendarPermissions =
  ({ store }: Parts): Operation =>
  (request) => {
    const mailbox = openOwnMailbox(store, request);
    const calendar = namedCalendar(store, mailbox, request);
    return {
      status: 200,
      body: {
        '@odata.context': contextOf(request, mailbox),
        value: calendar.grants.map((grant) => calendarPermissionResource(mailbox, grant)),
      },
    };
  };

/** `POST …/calendarPermissions`: a right for a colleague. */
export const createCalendarPermission =
  ({ store }: Parts): Operation =>
  async (request) => {
    const mailbox = openOwnMailbox(store, request);
    const calendar = namedCalendar(store, mailbox, request);
    const entity = readEntity('calendarPermission', request.body ?? {});
    const address = textOf(entityOf(entity, 'emailAddress'), 'address') ?? '';
    const person = findByAddress(store, address);
    if (!person) throw badRequest('The recipient of the permission is not valid.', 'ErrorInvalidRecipients');
    const grant: CalendarGrant = {
      key: newKey(),
      name: textOf(entityOf(entity, 'emailAddress'), 'name') ?? person.displayName,
      address: person.mail,
      role: roleIn(entity),
    };
    const others = calendar.grants.filter(
      (other) => other.address?.toLowerCase() !== person.mail.toLowerCase(),
    );
    await save({ store }, mailbox, calendar, [...others, grant]);
    return {
      status: 201,
      body: {
        '@odata.context': `${contextOf(request, mailbox)}/$entity`,
        ...calendarPermissionResource(mailbox, grant),
      },
    };
  };

/** `PATCH …/calendarPermissions/{id}`: another role, also for "My Organization". */
export const updateCalendarPermission =
  ({ store }: Parts): Operation =>
  async (request) => {
    const mailbox = openOwnMailbox(store, request);
    const calendar = namedCalendar(store, mailbox, request);
    const grant = grantOf(calendar, request);
    const changed = { ...grant, role: roleIn(readEntity('calendarPermission', request.body ?? {})) };
    await save(
      { store },
      mailbox,
      calendar,
      calendar.grants.map((other) => (other.key === grant.key ? changed : other)),
    );
    return {
      status: 200,
      body: {
        '@odata.context': `${contextOf(request, mailbox)}/$entity`,
        ...calendarPermissionResource(mailbox, changed),
      },
    };
  };

/** `DELETE …/calendarPermissions/{id}`; everybody's cannot be removed. */
export const deleteCalendarPermission =
  ({ store }: Parts): Operation =>
  async (request) => {
    const mailbox = openOwnMailbox(store, request);
    const calendar = namedCalendar(store, mailbox, request);
    const grant = grantOf(calendar, request);
    if (grant.address === null) throw badRequest('The permission cannot be removed.', 'ErrorInvalidRequest');
    await save(
      { store },
      mailbox,
      calendar,
      calendar.grants.filter((other) => other.key !== grant.key),
    );
    return { status: 204 };
  };

function save(
  { store }: Parts,
  mailbox: Mailbox,
  calendar: CalendarRecord,
  grants: readonly CalendarGrant[],
): Promise<void> {
  return store.write((writer) =>
    writer.put(calendars, mailbox.owner.id, calendar.key, {
      ...calendar,
      grants,
      version: calendar.version + 1,
    }),
  );
}

function grantOf(calendar: CalendarRecord, request: GraphRequest): CalendarGrant {
  const key = readId(request.params.permission ?? '')?.key;
  const grant = calendar.grants.find((other) => other.key === key);
  if (!grant) throw itemNotFound();
  return grant;
}

const roles: readonly CalendarRole[] = [
  'none',
  'freeBusyRead',
  'limitedRead',
  'read',
  'write',
  'delegateWithoutPrivateEventAccess',
  'delegateWithPrivateEventAccess',
];

function roleIn(entity: Entity): CalendarRole {
  const role = roles.find((known) => known === textOf(entity, 'role'));
  if (!role) throw badRequest('The role of the permission is not valid.', 'ErrorInvalidRequest');
  return role;
}

function contextOf(request: GraphRequest, mailbox: Mailbox): string {
  return `${request.base}/$metadata#users('${mailbox.owner.id}')/calendar/calendarPermissions`;
}
