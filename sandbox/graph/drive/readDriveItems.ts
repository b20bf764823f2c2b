import { badRequest } from '../graphFailure.ts';
import { readExpand } from '../odata/readExpand.ts';
import { compareBy } from '../odata/orderItems.ts';
import { withQuery } from '../odata/pageItems.ts';
import { wholeNumber } from '../odata/parseQuery.ts';
import type { GraphRequest, GraphServices, Operation } from '../types.ts';
import {
  childrenOf,
  driveItems,
  drivesOf,
  withParents,
  type Drive,
  type DriveItemRecord,
} from './driveItemRecord.ts';
import { driveItemResource, identity, readItemSelect, siteOf } from './driveItemResource.ts';
import { findDriveItem, namedDrive, requireFileScope } from './findDriveItem.ts';
import { permissionsOf } from './permissionResource.ts';

const usualPage = 200;
const longestPage = 1000;
const quota = 1_099_511_627_776;

/** `GET …/drive`, `GET /drives/{id}`. */
export const getDrive =
  (parts: GraphServices): Operation =>
  (request) => {
    const drive = openDrive(parts, request);
    return {
      status: 200,
      body: {
        '@odata.context': `${request.base}/$metadata#drives/$entity`,
        ...driveResource(parts, drive),
      },
    };
  };

/** `GET …/drives` of a person: the one OneDrive. */
export const listDrives =
  (parts: GraphServices): Operation =>
  (request) => ({
    status: 200,
    body: {
      '@odata.context': `${request.base}/$metadata#drives`,
      value: [driveResource(parts, openDrive(parts, request))],
    },
  });

function openDrive(parts: GraphServices, request: GraphRequest): Drive {
  const drive = namedDrive(parts, request);
  const isOwn = drive.owner.id === request.principal.oid;
  // One's own drive is shown to any token that may read oneself.
  if (!isOwn) requireFileScope(parts, request.principal, isOwn, 'read');
  return drive;
}

function driveResource({ store }: Pick<GraphServices, 'store'>, drive: Drive): Record<string, unknown> {
  let used = 0;
  for (const { size } of store.all(driveItems, drive.id).values()) used += size;
  return {
    id: drive.id,
    driveType: 'business',
    name: 'OneDrive',
    webUrl: `${siteOf(drive)}/Documents`,
    owner: identity(store, drive.owner.id),
    quota: { deleted: 0, remaining: quota - used, state: 'normal', total: quota, used },
  };
}

/** `GET` of an item by id, path or special name; `$expand` children, permissions and thumbnails. */
export const getDriveItem =
  (parts: GraphServices): Operation =>
  (request) => {
    const { drive, item } = findDriveItem(parts, request, 'read');
    const resource = driveItemResource(parts, drive, item, readItemSelect(request.query.get('$select')));
    return {
      status: 200,
      body: {
        '@odata.context': `${request.base}/$metadata#drives('${drive.id}')/items/$entity`,
        ...resource,
        ...expanded(parts, request, drive, item),
      },
    };
  };

function expanded(
  parts: GraphServices,
  request: GraphRequest,
  drive: Drive,
  item: DriveItemRecord,
): Record<string, unknown> {
  const added: Record<string, unknown> = {};
  for (const { name, options } of readExpand(request.query, ['children', 'permissions', 'thumbnails'])) {
    const select = readItemSelect(options.get('$select'));
    if (name === 'children')
      added.children = childrenOf(parts.store, drive, item.key).map((child) =>
        driveItemResource(parts, drive, child, select),
      );
    else
      added[name] = name === 'permissions' ? permissionsOf(parts.store, drive, item, request.principal) : [];
  }
  return added;
}

/** `GET …/children`, by name; `$orderby` name, size or lastModifiedDateTime; pages with `$skiptoken`. */
export const listChildren =
  (parts: GraphServices): Operation =>
  (request) => {
    const { drive, item } = findDriveItem(parts, request, 'read');
    const { query } = request;
    const select = readItemSelect(query.get('$select'));
    const top = Math.min(wholeNumber(query, '$top', 1) ?? usualPage, longestPage);
    const skip = readSkip(query.get('$skiptoken'));
    const children = ordered(request, childrenOf(parts.store, drive, item.key));
    const next =
      skip + top < children.length ? Buffer.from(`c${skip + top}`).toString('base64url') : undefined;
    return {
      status: 200,
      body: {
        '@odata.context': `${request.base}/$metadata#drives('${drive.id}')/items('${item.key}')/children`,
        '@odata.count': children.length,
        value: children
          .slice(skip, skip + top)
          .map((child) => driveItemResource(parts, drive, child, select)),
        ...(next === undefined
          ? {}
          : {
              '@odata.nextLink': withQuery(request, [...query.without('$skiptoken'), ['$skiptoken', next]]),
            }),
      },
    };
  };

const orderings: Readonly<Record<string, (item: DriveItemRecord) => unknown>> = {
  name: ({ name }) => name,
  size: ({ size }) => size,
  lastmodifieddatetime: ({ modified }) => modified,
};

function ordered(request: GraphRequest, items: readonly DriveItemRecord[]): readonly DriveItemRecord[] {
  const match = /^\s*(\w+)(?:\s+(asc|desc))?\s*$/i.exec(request.query.get('$orderby') ?? 'name');
  const value = orderings[match?.[1]?.toLowerCase() ?? ''];
  if (!value) throw badRequest('The $orderby of this request is not supported.', 'invalidRequest');
  const compare = compareBy([{ path: ['value'], descending: match?.[2]?.toLowerCase() === 'desc' }]);
  return items
    .map((item) => ({ item, value: value(item) }))
    .toSorted(compare)
    .map(({ item }) => item);
}

function readSkip(token: string | undefined): number {
  if (token === undefined) return 0;
  const match = /^c(\d{1,9})$/.exec(Buffer.from(token, 'base64url').toString());
  if (!match) throw badRequest('The skip token is not valid.', 'invalidRequest');
  return Number(match[1]);
}

/** `GET …/content`: 302 to a short-lived address that needs no token. */
export const getContent =
  (parts: GraphServices): Operation =>
  (request) => {
    const { drive, item } = findDriveItem(parts, request, 'read');
    if (item.kind === 'folder') throw badRequest('You cannot get content for a folder.', 'invalidRequest');
    const resource = driveItemResource(parts, drive, item);
    return { status: 302, headers: { location: String(resource['@microsoft.graph.downloadUrl']) } };
  };

/** `GET …/search(q='…')`: items below whose names hold the text; OneDrive itself also looks into files. */
export const searchDrive =
  (parts: GraphServices): Operation =>
  (request) => {
    const { drive, item: folder } = findDriveItem(parts, request, 'read');
    const { store } = parts;
    const wanted = (request.params.text ?? '').toLowerCase();
    const select = readItemSelect(request.query.get('$select'));
    const found = [...store.all(driveItems, drive.id).values()].filter(
      (item) =>
        item.name.toLowerCase().includes(wanted) &&
        item.key !== folder.key &&
        withParents(store, drive, item).some(({ key }) => key === folder.key),
    );
    return {
      status: 200,
      body: {
        '@odata.context': `${request.base}/$metadata#Collection(driveItem)`,
        value: found.map((item) => driveItemResource(parts, drive, item, select)),
      },
    };
  };

/** `GET …/drive/sharedWithMe`: announced to return nothing after November 2026; a switch brings it back. */
export const listSharedWithMe =
  (parts: GraphServices): Operation =>
  (request) => {
    const { store, switches } = parts;
    const { oid, tid } = request.principal;
    const shared =
      switches.get('sharedWithMe') === 'empty'
        ? []
        : drivesOf(store, tid).flatMap((drive) =>
            [...store.all(driveItems, drive.id).values()]
              .filter(({ grants }) => grants.some(({ userId }) => userId === oid))
              .map((item) => ({
                ...driveItemResource(parts, drive, item, new Set(['name', 'size', 'weburl'])),
                remoteItem: driveItemResource(parts, drive, item),
              })),
          );
    return {
      status: 200,
      body: { '@odata.context': `${request.base}/$metadata#Collection(driveItem)`, value: shared },
    };
  };

const mostRecent = 100;

/** `GET …/drive/recent`: the files of the drive, what changed last first. */
export const listRecent =
  (parts: GraphServices): Operation =>
  (request) => {
    const drive = namedDrive(parts, request);
    requireFileScope(parts, request.principal, drive.owner.id === request.principal.oid, 'read');
    const files = [...parts.store.all(driveItems, drive.id).values()]
      .filter(({ kind }) => kind === 'file')
      .toSorted((a, b) => b.modified - a.modified)
      .slice(0, mostRecent);
    return {
      status: 200,
      body: {
        '@odata.context': `${request.base}/$metadata#Collection(driveItem)`,
        value: files.map((item) => driveItemResource(parts, drive, item)),
      },
    };
  };

/** `GET …/thumbnails`: the sandbox draws none. */
export const listThumbnails =
  (parts: GraphServices): Operation =>
  (request) => {
    const { drive } = findDriveItem(parts, request, 'read');
    return {
      status: 200,
      body: {
        '@odata.context': `${request.base}/$metadata#drives('${drive.id}')/items/thumbnails`,
        value: [],
      },
    };
  };
