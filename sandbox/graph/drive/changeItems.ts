import { driveInvalid, driveItemNotFound, GraphFailure } from '../graphFailure.ts';
import type { GraphReply, GraphRequest, GraphServices, Operation } from '../types.ts';
import {
  childNamed,
  findItem,
  rootItem,
  withParents,
  type Drive,
  type DriveItemRecord,
} from './driveItemRecord.ts';
import { driveItemResource } from './driveItemResource.ts';
import { findDriveItem } from './findDriveItem.ts';
import { checkItemMatch } from './ifItemMatches.ts';
import { checkName, freeName, putFolder, putItem, readConflictBehavior, removeItem } from './writeItems.ts';

/** `POST …/children`: a folder. Files come by upload. */
export const createFolder =
  (parts: GraphServices): Operation =>
  async (request) => {
    const { store, clock } = parts;
    const { drive, item: parent } = findDriveItem(parts, request, 'write');
    const body = membersOf(request.body);
    if (typeof body.folder !== 'object' || body.folder === null)
      throw driveInvalid('The request must have a folder facet: files are made by uploading them.');
    const wanted = checkName(textIn(body, 'name') ?? '');
    const behavior = readConflictBehavior(body['@microsoft.graph.conflictBehavior'], 'fail');
    const name = freeName(store, drive, parent.key, wanted, behavior);
    const existing = childNamed(store, drive, parent.key, wanted);
    // Replacing a folder keeps it and what is in it.
    if (name === undefined && existing) {
      if (existing.kind === 'file')
        throw new GraphFailure(
          409,
          'nameAlreadyExists',
          'An item with the same name already exists under the parent',
        );
      return answer(parts, request, drive, existing, 200);
    }
    const folder = await store.write((writer) =>
      putFolder(writer, drive, parent, name ?? wanted, request.principal.oid, clock.now()),
    );
    return answer(parts, request, drive, folder, 201);
  };

/** `PATCH` of an item: name, place (`parentReference`), description, `fileSystemInfo`. */
export const updateDriveItem =
  (parts: GraphServices): Operation =>
  async (request) => {
    const { store, clock } = parts;
    const { drive, item } = findDriveItem(parts, request, 'write');
    checkItemMatch(request, item);
    const body = membersOf(request.body);
    const parent = newParent(parts, request, drive, item, membersOf(body.parentReference));
    const isElsewhere = parent.key !== item.parent || textIn(body, 'name') !== undefined;
    if (isElsewhere && item.parent === null) throw driveInvalid('The root cannot be renamed or moved.');
    const wanted = textIn(body, 'name') === undefined ? item.name : checkName(textIn(body, 'name') ?? '');
    const isSameName = parent.key === item.parent && wanted.toLowerCase() === item.name.toLowerCase();
    const behavior = readConflictBehavior(
      body['@microsoft.graph.conflictBehavior'] ?? request.query.get('@microsoft.graph.conflictbehavior'),
      'fail',
    );
    const name = isSameName ? wanted : freeName(store, drive, parent.key, wanted, behavior);
    const times = membersOf(body.fileSystemInfo);
    const changed: DriveItemRecord = {
      ...item,
      parent: item.parent === null ? null : parent.key,
      name: name ?? wanted,
      description: 'description' in body ? (textIn(body, 'description') ?? null) : item.description,
      clientCreated: instantIn(times, 'createdDateTime') ?? item.clientCreated,
      clientModified: instantIn(times, 'lastModifiedDateTime') ?? item.clientModified,
      modified: clock.now(),
      modifiedBy: request.principal.oid,
      version: item.version + 1,
    };
    await store.write((writer) => {
      const replaced = name === undefined ? childNamed(writer, drive, parent.key, wanted) : undefined;
      if (replaced && replaced.key !== item.key) removeItem(writer, drive, replaced);
      putItem(writer, drive, changed);
    });
    return answer(parts, request, drive, changed, 200);
  };

/** `DELETE` of an item with what lies below it. */
export const deleteDriveItem =
  (parts: GraphServices): Operation =>
  async (request) => {
    const { drive, item } = findDriveItem(parts, request, 'write');
    checkItemMatch(request, item);
    if (item.parent === null) throw driveInvalid('The root cannot be deleted.');
    await parts.store.write((writer) => removeItem(writer, drive, item));
    return { status: 204 };
  };

function newParent(
  { store }: Pick<GraphServices, 'store'>,
  request: GraphRequest,
  drive: Drive,
  item: DriveItemRecord,
  reference: Readonly<Record<string, unknown>>,
): DriveItemRecord {
  const [id, path, driveId] = ['id', 'path', 'driveId'].map((name) => textIn(reference, name));
  if (driveId !== undefined && driveId.toLowerCase() !== drive.id.toLowerCase())
    throw driveInvalid('Items cannot be moved between drives.');
  const current = item.parent === null ? undefined : findItem(store, drive, item.parent);
  const parent =
    id !== undefined
      ? id.toLowerCase() === 'root'
        ? rootItem(store, drive)
        : findItem(store, drive, id)
      : path !== undefined
        ? itemAt({ store }, drive, path)
        : (current ?? rootItem(store, drive));
  if (parent?.kind !== 'folder') throw driveItemNotFound();
  if (withParents(store, drive, parent).some(({ key }) => key === item.key))
    throw driveInvalid('An item cannot be moved into itself.');
  if (
    drive.owner.id !== request.principal.oid &&
    parent.key !== item.parent &&
    !sharedAbove({ store }, drive, parent, request)
  )
    throw driveItemNotFound();
  return parent;
}

function sharedAbove(
  { store }: Pick<GraphServices, 'store'>,
  drive: Drive,
  item: DriveItemRecord,
  { principal }: GraphRequest,
): boolean {
  return withParents(store, drive, item).some(({ grants }) =>
    grants.some(({ userId, role }) => userId === principal.oid && role === 'write'),
  );
}

/** The folder of a `parentReference.path`: `/drive/root:/a/b` or `/drives/{id}/root:/a/b`. */
function itemAt(
  { store }: Pick<GraphServices, 'store'>,
  drive: Drive,
  path: string,
): DriveItemRecord | undefined {
  const names = (path.split(/root:?/)[1] ?? '').split('/').filter((name) => name !== '');
  let item: DriveItemRecord | undefined = rootItem(store, drive);
  for (const name of names) item = item && childNamed(store, drive, item.key, safelyDecoded(name));
  return item;
}

function safelyDecoded(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

function answer(
  parts: GraphServices,
  request: GraphRequest,
  drive: Drive,
  item: DriveItemRecord,
  status: number,
): GraphReply {
  return {
    status,
    body: {
      '@odata.context': `${request.base}/$metadata#drives('${drive.id}')/items/$entity`,
      ...driveItemResource(parts, drive, item),
    },
  };
}

export function membersOf(value: unknown): Readonly<Record<string, unknown>> {
  if (value === undefined || value === null) return {};
  if (typeof value !== 'object' || Array.isArray(value))
    throw driveInvalid('The request is malformed or incorrect.');
  return { ...value };
}

export function textIn(members: Readonly<Record<string, unknown>>, name: string): string | undefined {
  const value = members[name];
  if (value === undefined || value === null) return undefined;
  if (typeof value !== 'string') throw driveInvalid(`The value of ${name} is not a string.`);
  return value;
}

function instantIn(members: Readonly<Record<string, unknown>>, name: string): number | undefined {
  const text = textIn(members, name);
  if (text === undefined) return undefined;
  const instant = Date.parse(text);
  if (Number.isNaN(instant)) throw driveInvalid(`The value of ${name} is not a time.`);
  return instant;
}
