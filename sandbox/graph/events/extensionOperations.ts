import { GraphFailure, itemNotFound } from '../graphFailure.ts';
import type { GraphRequest, GraphServices, Operation } from '../types.ts';
import { events, type EventRecord } from './eventRecord.ts';
import { findEvent, type FoundEvent } from './findEvent.ts';
import { ownOn } from './occurrences.ts';
import {
  extensionName,
  readOpenExtension,
  writeOpenExtension,
  type OpenExtension,
} from './openExtensions.ts';

type Parts = Pick<GraphServices, 'store' | 'clock'>;
type Extensions = Readonly<Record<string, OpenExtension>>;

/** `GET …/events/{id}/extensions`. */
export const listExtensions =
  ({ store }: Parts): Operation =>
  (request) => {
    const found = findEvent(store, request, 'read');
    return {
      status: 200,
      body: {
        '@odata.context': contextOf(request, found),
        value: Object.entries(extensionsOf(found)).map(([name, extension]) =>
          writeOpenExtension(name, extension),
        ),
      },
    };
  };

/** `GET …/events/{id}/extensions/{name or id}`. */
export const getExtension =
  ({ store }: Parts): Operation =>
  (request) => {
    const found = findEvent(store, request, 'read');
    const name = extensionName(request.params.extension ?? '');
    return written(request, found, name, heldExtension(found, name), 200);
  };

/** `POST …/events/{id}/extensions`: 409 when there is one of that name. */
export const createExtension =
  ({ store, clock }: Parts): Operation =>
  async (request) => {
    const found = findEvent(store, request, 'write');
    const [name, extension] = readOpenExtension(request.body);
    const extensions = extensionsOf(found);
    if (Object.hasOwn(extensions, name))
      throw new GraphFailure(
        409,
        'ErrorExtensionAlreadyExists',
        'An extension with this name already exists.',
      );
    await save({ store, clock }, found, { ...extensions, [name]: extension });
    return written(request, found, name, extension, 201);
  };

/** `PATCH …/events/{id}/extensions/{name or id}`: members given are set, `null` removes one. */
export const updateExtension =
  ({ store, clock }: Parts): Operation =>
  async (request) => {
    const found = findEvent(store, request, 'write');
    const name = extensionName(request.params.extension ?? '');
    const before = heldExtension(found, name);
    const body = typeof request.body === 'object' && request.body !== null ? request.body : {};
    const [, changes] = readOpenExtension({ ...body, extensionName: name });
    const extension = Object.fromEntries(
      Object.entries({ ...before, ...changes }).filter(([, value]) => value !== null),
    );
    await save({ store, clock }, found, { ...extensionsOf(found), [name]: extension });
    return written(request, found, name, extension, 200);
  };

/** `DELETE …/events/{id}/extensions/{name or id}`. */
export const deleteExtension =
  ({ store, clock }: Parts): Operation =>
  async (request) => {
    const found = findEvent(store, request, 'write');
    const name = extensionName(request.params.extension ?? '');
    heldExtension(found, name);
    await save(
      { store, clock },
      found,
      Object.fromEntries(Object.entries(extensionsOf(found)).filter(([other]) => other !== name)),
    );
    return { status: 204 };
  };

function extensionsOf({ record, day }: FoundEvent): Extensions {
  return (day === undefined ? record.own : ownOn(record, day)).extensions;
}

function heldExtension(found: FoundEvent, name: string): OpenExtension {
  const extensions = extensionsOf(found);
  const extension = Object.hasOwn(extensions, name) ? extensions[name] : undefined;
  if (!extension) throw itemNotFound();
  return extension;
}

/** Extensions of a date make it an exception, but tell nobody. */
function save(
  { store, clock }: Parts,
  { mailbox, record, day }: FoundEvent,
  extensions: Extensions,
): Promise<void> {
  const next = { modified: clock.now(), version: record.version + 1 };
  const before = day === undefined ? undefined : record.exceptions[day];
  const changed: EventRecord =
    day === undefined
      ? { ...record, ...next, own: { ...record.own, extensions } }
      : {
          ...record,
          ...next,
          exceptions: {
            ...record.exceptions,
            [day]: {
              content: before?.content ?? { attendees: record.content.attendees },
              own: { ...before?.own, extensions },
              sent: before?.sent ?? false,
              created: before?.created ?? next.modified,
              modified: next.modified,
            },
          },
        };
  return store.write((writer) => writer.put(events, mailbox.owner.id, record.key, changed));
}

function written(
  request: GraphRequest,
  found: FoundEvent,
  name: string,
  extension: OpenExtension,
  status: number,
): ReturnType<Operation> {
  return {
    status,
    body: {
      '@odata.context': `${contextOf(request, found)}/$entity`,
      ...writeOpenExtension(name, extension),
    },
  };
}

function contextOf(request: GraphRequest, { mailbox }: FoundEvent): string {
  return `${request.base}/$metadata#users('${mailbox.owner.id}')/events('${encodeURIComponent(request.params.event ?? '')}')/extensions`;
}
