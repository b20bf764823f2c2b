import { seesPrivate } from '../calendars/calendarAccess.ts';
import { calendars } from '../calendars/calendarRecord.ts';
import { copiesOf } from '../events/deliver.ts';
import { bodyText, eventResource } from '../events/eventResource.ts';
import { preferenceApplied, readEventView, readOutlookPreferences } from '../events/eventView.ts';
import { isSeries } from '../events/eventRecord.ts';
import { isOccurrence } from '../events/occurrences.ts';
import { badRequest, itemNotFound, malformedId, otherMailbox } from '../graphFailure.ts';
import { readId, restId } from '../ids.ts';
import { openOwnMailbox, type Mailbox } from '../mailbox/openMailbox.ts';
import { parseFilter } from '../odata/filterSyntax.ts';
import { matchFilter, pathsOf } from '../odata/matchFilter.ts';
import { compareBy, readOrder } from '../odata/orderItems.ts';
import { nextLink, readPage } from '../odata/pageItems.ts';
import { flagOf, readEntity, readParameters, textOf, textsOf } from '../odata/readEntity.ts';
import { readExpand } from '../odata/readExpand.ts';
import { checkPaths, readSelect } from '../odata/selectMembers.ts';
import type { GraphRequest, GraphServices, Operation } from '../types.ts';
import { folderKey, wellKnownFolders, wellKnownName } from './mailFolders.ts';
import { messageResource } from './messageResource.ts';
import { messages, type MessageRecord } from './messageRecord.ts';

type Parts = Pick<GraphServices, 'store' | 'switches'>;

const meetingMembers = [
  'meetingMessageType',
  'type',
  'isOutOfDate',
  'isAllDay',
  'isDelegated',
  'startDateTime',
  'endDateTime',
  'location',
  'meetingRequestType',
  'responseRequested',
  'allowNewTimeProposals',
];

/** `GET …/messages` and `GET …/mailFolders/{folder}/messages`, newest first. */
export const listMessages =
  ({ store }: Parts): Operation =>
  (request) => {
    const mailbox = openOwnMailbox(store, request);
    const folder = request.params.folder === undefined ? undefined : folderIn(mailbox, request.params.folder);
    const view = readOutlookPreferences(request);
    const selected = readSelect(request.query, 'message', meetingMembers);
    const node = request.query.has('$filter') ? parseFilter(request.query.get('$filter') ?? '') : undefined;
    if (node) checkPaths(pathsOf(node), 'message');
    const order = readOrder(request.query, 'message');
    const isSought = searched(request.query.get('$search'));
    const found = [...store.all(messages, mailbox.owner.id).values()]
      .filter((message) => (folder === undefined || message.folder === folder) && isSought(message))
      .toSorted((a, b) => b.received - a.received || (a.key < b.key ? -1 : 1))
      .map((message) => ({ message, whole: messageResource(mailbox, message, view, undefined) }))
      .filter(({ whole }) => !node || matchFilter(node, whole));
    const compare = compareBy(order);
    if (order.length > 0) found.sort((a, b) => compare(a.whole, b.whole));
    const page = readPage(request, 10, 1000);
    const next = nextLink(request, page, found.length);
    return {
      status: 200,
      headers: preferenceApplied(request),
      body: {
        '@odata.context': `${request.base}/$metadata#users('${mailbox.owner.id}')/messages`,
        ...(request.query.get('$count') === 'true' ? { '@odata.count': found.length } : {}),
        value: found
          .slice(page.skip, page.skip + page.top)
          .map(({ message }) => messageResource(mailbox, message, view, selected)),
        ...(next === undefined ? {} : { '@odata.nextLink': next }),
      },
    };
  };

/** `$search="words"`: each in the subject, the body, or who sent it; a property's name before a colon is not told apart. */
function searched(text: string | undefined): (message: MessageRecord) => boolean {
  const words = (text ?? '')
    .replaceAll('"', ' ')
    .toLowerCase()
    .split(/\s+/)
    .map((word) => word.replace(/^\w+:/, ''))
    .filter((word) => word !== '');
  return ({ subject, body, from }) => {
    const whole = `${subject} ${bodyText(body)} ${from.name} ${from.address}`.toLowerCase();
    return words.every((word) => whole.includes(word));
  };
}

/** `GET …/messages/{id}`; `$expand=microsoft.graph.eventMessage/event` adds the meeting. */
export const getMessage =
  (parts: Parts): Operation =>
  (request) => {
    const { mailbox, message } = findMessage(parts, request);
    const expandsEvent =
      readExpand(request.query, ['microsoft.graph.eventMessage/event', 'event', 'attachments']).filter(
        ({ name }) => name !== 'attachments',
      ).length > 0;
    return {
      status: 200,
      headers: preferenceApplied(request),
      body: {
        '@odata.context': `${request.base}/$metadata#users('${mailbox.owner.id}')/messages/$entity`,
        ...messageResource(
          mailbox,
          message,
          readOutlookPreferences(request),
          readSelect(request.query, 'message', meetingMembers),
        ),
        ...(expandsEvent && message.meeting
          ? { event: meetingOf(parts, { ...request, query: emptyQuery }, mailbox, message) ?? null }
          : {}),
      },
    };
  };

const emptyQuery = { get: () => undefined, has: () => false, without: () => [] };

/** `GET …/messages/{id}/event`: the meeting that a message is about, in one's own calendar. */
export const getMessageEvent =
  (parts: Parts): Operation =>
  (request) => {
    const { mailbox, message } = findMessage(parts, request);
    const event = meetingOf(parts, request, mailbox, message);
    if (!event) throw itemNotFound();
    return {
      status: 200,
      headers: preferenceApplied(request),
      body: {
        '@odata.context': `${request.base}/$metadata#users('${mailbox.owner.id}')/events/$entity`,
        ...event,
      },
    };
  };

function meetingOf(
  { store, switches }: Parts,
  request: GraphRequest,
  mailbox: Mailbox,
  { meeting }: MessageRecord,
): Record<string, unknown> | undefined {
  if (!meeting) return undefined;
  const copies = copiesOf(store, mailbox.owner.id, meeting.uid);
  const whole = copies.find(({ originalDay }) => originalDay === null);
  const { day } = meeting;
  const single = copies.find(({ originalDay }) => originalDay === day);
  const record = day === null || (whole && isSeries(whole) && isOccurrence(whole, day)) ? whole : single;
  const calendar = record && store.get(calendars, mailbox.owner.id, record.calendar);
  if (!record || !calendar) return undefined;
  return eventResource(
    {
      mailbox,
      record,
      day: record === whole && day !== null ? day : undefined,
      hidden: record.content.sensitivity === 'private' && !seesPrivate(mailbox, calendar),
    },
    readEventView(request, { switches }),
  );
}

/** `PATCH …/messages/{id}`: read or not, categories, importance. */
export const updateMessage =
  (parts: Parts): Operation =>
  async (request) => {
    const { mailbox, message } = findMessage(parts, request);
    const entity = readEntity('message', request.body ?? {});
    const changed: MessageRecord = {
      ...message,
      isRead: flagOf(entity, 'isRead') ?? message.isRead,
      categories: textsOf(entity, 'categories') ?? message.categories,
      importance: textOf(entity, 'importance') ?? message.importance,
      version: message.version + 1,
    };
    await parts.store.write((writer) => writer.put(messages, mailbox.owner.id, changed.key, changed));
    return {
      status: 200,
      body: {
        '@odata.context': `${request.base}/$metadata#users('${mailbox.owner.id}')/messages/$entity`,
        ...messageResource(mailbox, changed, readOutlookPreferences(request), undefined),
      },
    };
  };

/** `POST …/messages/{id}/move` into another folder of the mailbox. */
export const moveMessage =
  (parts: Parts): Operation =>
  async (request) => {
    const { mailbox, message } = findMessage(parts, request);
    const target = textOf(readParameters({ destinationId: 'string' }, request.body), 'destinationId') ?? '';
    const moved = { ...message, folder: folderIn(mailbox, target), version: message.version + 1 };
    await parts.store.write((writer) => writer.put(messages, mailbox.owner.id, moved.key, moved));
    return {
      status: 201,
      body: {
        '@odata.context': `${request.base}/$metadata#users('${mailbox.owner.id}')/messages/$entity`,
        ...messageResource(mailbox, moved, readOutlookPreferences(request), undefined),
      },
    };
  };

/** `DELETE …/messages/{id}`: into Deleted Items, from there for good. */
export const deleteMessage =
  (parts: Parts): Operation =>
  async (request) => {
    const { mailbox, message } = findMessage(parts, request);
    const bin = folderKey('deleteditems');
    await parts.store.write((writer) => {
      if (message.folder === bin) writer.remove(messages, mailbox.owner.id, message.key);
      else
        writer.put(messages, mailbox.owner.id, message.key, {
          ...message,
          folder: bin,
          version: message.version + 1,
        });
    });
    return { status: 204 };
  };

/** `GET …/mailFolders`. */
export const listMailFolders =
  ({ store }: Parts): Operation =>
  (request) => {
    const mailbox = openOwnMailbox(store, request);
    const page = readPage(request, 10, 1000);
    const folders = Object.keys(wellKnownFolders).map((name) =>
      folderResource({ store }, mailbox, folderKey(name)),
    );
    return {
      status: 200,
      body: {
        '@odata.context': `${request.base}/$metadata#users('${mailbox.owner.id}')/mailFolders`,
        value: folders.slice(page.skip, page.skip + page.top),
      },
    };
  };

/** `GET …/mailFolders/{id or well-known name}`. */
export const getMailFolder =
  ({ store }: Parts): Operation =>
  (request) => {
    const mailbox = openOwnMailbox(store, request);
    return {
      status: 200,
      body: {
        '@odata.context': `${request.base}/$metadata#users('${mailbox.owner.id}')/mailFolders/$entity`,
        ...folderResource({ store }, mailbox, folderIn(mailbox, request.params.folder ?? '')),
      },
    };
  };

function folderResource(
  { store }: Pick<Parts, 'store'>,
  mailbox: Mailbox,
  key: string,
): Record<string, unknown> {
  const inside = [...store.all(messages, mailbox.owner.id).values()].filter(({ folder }) => folder === key);
  return {
    id: restId({ kind: 'mailFolder', mailbox: mailbox.id, key }, false),
    displayName: wellKnownFolders[wellKnownName(key) ?? ''] ?? '',
    parentFolderId: restId(
      { kind: 'mailFolder', mailbox: mailbox.id, key: folderKey('msgfolderroot') },
      false,
    ),
    childFolderCount: 0,
    unreadItemCount: inside.filter(({ isRead }) => !isRead).length,
    totalItemCount: inside.length,
    isHidden: false,
  };
}

function folderIn(mailbox: Mailbox, name: string): string {
  if (Object.hasOwn(wellKnownFolders, name.toLowerCase())) return folderKey(name.toLowerCase());
  const ref = readId(name);
  if (!ref) throw malformedId();
  if (ref.mailbox !== mailbox.id) throw otherMailbox();
  if (ref.kind !== 'mailFolder' || wellKnownName(ref.key) === undefined) throw itemNotFound();
  return ref.key;
}

function findMessage(
  { store }: Pick<Parts, 'store'>,
  request: GraphRequest,
): { readonly mailbox: Mailbox; readonly message: MessageRecord } {
  const mailbox = openOwnMailbox(store, request);
  const ref = readId(request.params.message ?? '');
  if (!ref) throw malformedId();
  if (ref.mailbox !== mailbox.id) throw otherMailbox();
  if (ref.kind !== 'message') throw badRequest('The id is not one of a message.', 'ErrorInvalidIdMalformed');
  const message = store.get(messages, mailbox.owner.id, ref.key);
  const folder = request.params.folder;
  if (!message || (folder !== undefined && folderIn(mailbox, folder) !== message.folder))
    throw itemNotFound();
  return { mailbox, message };
}
