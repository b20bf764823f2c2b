import { GraphFailure, badRequest, itemNotFound } from '../graphFailure.ts';
import { readPreferences } from '../http/preferences.ts';
import { readId, newKey } from '../ids.ts';
import { openMailbox, openOwnMailbox, type Mailbox } from '../mailbox/openMailbox.ts';
import { parseFilter } from '../odata/filterSyntax.ts';
import { matchFilter, pathsOf } from '../odata/matchFilter.ts';
import { nextLink, readPage } from '../odata/pageItems.ts';
import { readEntity, textOf, type Entity } from '../odata/readEntity.ts';
import { checkPaths, readSelect, selectMembers } from '../odata/selectMembers.ts';
import { events } from '../events/eventRecord.ts';
import type { GraphReply, GraphRequest, GraphServices, Operation } from '../types.ts';
import { namedCalendar, requireCalendar } from './calendarAccess.ts';
import { calendarGroups, calendars, defaultCalendar, type CalendarRecord } from './calendarRecord.ts';
import { calendarResource } from './calendarResource.ts';

type Parts = Pick<GraphServices, 'store' | 'clock'>;

/** `GET …/calendar` and `GET …/calendars/{id}`. */
export const getCalendar =
  ({ store }: Parts): Operation =>
  (request) => {
    const mailbox = openMailbox(store, request);
    const calendar = namedCalendar(store, mailbox, request);
    requireCalendar(mailbox, calendar, 'read');
    const selected = readSelect(request.query, 'calendar');
    return {
      status: 200,
      body: {
        '@odata.context': `${request.base}/$metadata#users('${mailbox.owner.id}')/calendars/$entity`,
        ...selectMembers(calendarResource(mailbox, calendar, isImmutable(request)), selected),
      },
    };
  };

/** `GET …/calendars`, and those of a group. */
export const listCalendars =
  ({ store }: Parts): Operation =>
  (request) => {
    const mailbox = openMailbox(store, request);
    requireCalendar(mailbox, defaultCalendar(store, mailbox.owner.id), 'read');
    const group = groupKey({ store }, request, mailbox);
    const page = readPage(request, 10, 1000);
    const selected = readSelect(request.query, 'calendar');
    const node = request.query.has('$filter') ? parseFilter(request.query.get('$filter') ?? '') : undefined;
    if (node) checkPaths(pathsOf(node), 'calendar');
    const found = [...store.all(calendars, mailbox.owner.id).values()]
      .filter((calendar) => group === undefined || calendar.group === group)
      .toSorted(
        (a, b) =>
          Number(b.isDefault) - Number(a.isDefault) || a.created - b.created || (a.key < b.key ? -1 : 1),
      )
      .map((calendar) => calendarResource(mailbox, calendar, isImmutable(request)))
      .filter((resource) => !node || matchFilter(node, resource));
    const next = nextLink(request, page, found.length);
    return {
      status: 200,
      body: {
        '@odata.context': `${request.base}/$metadata#users('${mailbox.owner.id}')/calendars`,
        value: found
          .slice(page.skip, page.skip + page.top)
          .map((resource) => selectMembers(resource, selected)),
        ...(next === undefined ? {} : { '@odata.nextLink': next }),
      },
    };
  };

/** `POST …/calendars`: a further calendar of one's own. */
export const createCalendar =
  ({ store, clock }: Parts): Operation =>
  async (request) => {
    const mailbox = openOwnMailbox(store, request);
    const { owner } = mailbox;
    const entity = readEntity('calendar', request.body ?? {});
    const name = nameIn(entity);
    const own = defaultCalendar(store, owner.id);
    refuseTaken({ store }, owner.id, name, undefined);
    const calendar: CalendarRecord = {
      key: newKey(),
      group: groupKey({ store }, request, mailbox) ?? own.group,
      name,
      color: textOf(entity, 'color') ?? 'auto',
      hexColor: textOf(entity, 'hexColor') ?? '',
      isDefault: false,
      grants: own.grants
        .filter(({ address }) => address === null)
        .map((grant) => ({ ...grant, key: newKey(), role: 'none' as const })),
      created: clock.now(),
      version: 1,
    };
    await store.write((writer) => writer.put(calendars, owner.id, calendar.key, calendar));
    return written(request, mailbox, calendar, 201);
  };

/** `PATCH …/calendars/{id}`: name and colour. */
export const updateCalendar =
  ({ store }: Parts): Operation =>
  async (request) => {
    const mailbox = openOwnMailbox(store, request);
    const calendar = namedCalendar(store, mailbox, request);
    const entity = readEntity('calendar', request.body ?? {});
    const name = 'name' in entity ? nameIn(entity) : calendar.name;
    if (name !== calendar.name && calendar.isDefault)
      throw badRequest('The default calendar cannot be renamed.', 'ErrorInvalidRequest');
    refuseTaken({ store }, mailbox.owner.id, name, calendar.key);
    const changed: CalendarRecord = {
      ...calendar,
      name,
      color: textOf(entity, 'color') ?? calendar.color,
      hexColor: textOf(entity, 'hexColor') ?? calendar.hexColor,
      version: calendar.version + 1,
    };
    await store.write((writer) => writer.put(calendars, mailbox.owner.id, changed.key, changed));
    return written(request, mailbox, changed, 200);
  };

/** `DELETE …/calendars/{id}`, with what lies in it. The default calendar stays. */
export const deleteCalendar =
  ({ store }: Parts): Operation =>
  async (request) => {
    const { owner, ...mailbox } = openOwnMailbox(store, request);
    const calendar = namedCalendar(store, { ...mailbox, owner }, request);
    if (calendar.isDefault)
      throw badRequest('Distinguished folders cannot be deleted.', 'ErrorDeleteDistinguishedFolder');
    await store.write((writer) => {
      writer.remove(calendars, owner.id, calendar.key);
      for (const record of writer.all(events, owner.id).values())
        if (record.calendar === calendar.key) writer.remove(events, owner.id, record.key);
    });
    return { status: 204 };
  };

function written(
  request: GraphRequest,
  mailbox: Mailbox,
  calendar: CalendarRecord,
  status: number,
): GraphReply {
  return {
    status,
    body: {
      '@odata.context': `${request.base}/$metadata#users('${mailbox.owner.id}')/calendars/$entity`,
      ...calendarResource(mailbox, calendar, isImmutable(request)),
    },
  };
}

function nameIn(entity: Entity): string {
  const name = textOf(entity, 'name')?.trim() ?? '';
  if (name === '' || name.length > 255) throw badRequest('A calendar needs a name.', 'ErrorInvalidRequest');
  return name;
}

function refuseTaken(
  { store }: Pick<Parts, 'store'>,
  ownerId: string,
  name: string,
  except: string | undefined,
): void {
  for (const { key, name: other } of store.all(calendars, ownerId).values())
    if (key !== except && other.toLowerCase() === name.toLowerCase())
      throw new GraphFailure(409, 'ErrorFolderExists', 'A folder with the specified name already exists.');
}

/** Key of the group a path names, which has to be there. */
export function groupKey(
  { store }: Pick<Parts, 'store'>,
  request: GraphRequest,
  mailbox: Mailbox,
): string | undefined {
  const id = request.params.group;
  if (id === undefined) return undefined;
  const key = readId(id)?.key;
  if (key === undefined || !store.get(calendarGroups, mailbox.owner.id, key)) throw itemNotFound();
  return key;
}

export function isImmutable(request: GraphRequest): boolean {
  return readPreferences(request.headers.prefer).get('idtype')?.toLowerCase() === 'immutableid';
}
