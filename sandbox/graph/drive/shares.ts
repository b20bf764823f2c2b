import {
  findDrive,
  type Drive,
  type DriveItemRecord,
  childNamed,
  driveItems,
  driveOf,
  rootItem,
} from './driveItemRecord.ts';
import { allUsers } from '../directory/users.ts';
import { readPreferences } from '../http/preferences.ts';
import { driveInvalid, driveItemNotFound } from '../graphFailure.ts';
import type { GraphRequest, GraphServices, Operation } from '../types.ts';
import { driveItemResource, identity, readItemSelect, siteOf, webUrlOf } from './driveItemResource.ts';
import { requireFileScope, requireItemRight } from './findDriveItem.ts';
import { linkUrl } from './permissionResource.ts';
import { putItem } from './writeItems.ts';

/** `GET /shares/{id}`: what a sharing link or an item's address leads to. */
export const getShare =
  (parts: GraphServices): Operation =>
  async (request) => {
    const { drive, item } = await openShare(parts, request);
    return {
      status: 200,
      body: {
        '@odata.context': `${request.base}/$metadata#shares/$entity`,
        id: request.params.share,
        name: item.name,
        owner: identity(parts.store, drive.owner.id),
      },
    };
  };

/** `GET /shares/{id}/driveItem` (and `/root`). */
export const getSharedItem =
  (parts: GraphServices): Operation =>
  async (request) => {
    const { drive, item } = await openShare(parts, request);
    return {
      status: 200,
      body: {
        '@odata.context': `${request.base}/$metadata#shares('${request.params.share ?? ''}')/driveItem/$entity`,
        ...driveItemResource(parts, drive, item, readItemSelect(request.query.get('$select'))),
      },
    };
  };

async function openShare(
  parts: GraphServices,
  request: GraphRequest,
): Promise<{ readonly drive: Drive; readonly item: DriveItemRecord }> {
  const { store } = parts;
  const { principal } = request;
  const url = readShareUrl(request.params.share ?? '');
  for (const user of allUsers(store)) {
    if (!user.hasDrive || user.tenantId !== principal.tid) continue;
    const drive = driveOf(user);
    const linked = findLinked(parts, drive, url);
    const item = linked?.item ?? findByWebUrl(parts, drive, url);
    if (!item) continue;
    requireFileScope(parts, principal, user.id === principal.oid, 'read');
    if (linked && user.id !== principal.oid) await redeem(parts, request, drive, linked);
    else requireItemRight(parts, drive, item, principal, 'read');
    return { drive, item };
  }
  throw driveItemNotFound();
}

/** `u!` and base64url, or a plain id of a link that the sandbox does not make. */
function readShareUrl(share: string): URL {
  const text = share.startsWith('u!') ? Buffer.from(share.slice(2), 'base64url').toString() : '';
  if (!URL.canParse(text)) throw driveInvalid('The sharing token is malformed.');
  return new URL(text);
}

interface Linked {
  readonly item: DriveItemRecord;
  readonly role: 'read' | 'write';
}

function findLinked({ store }: Pick<GraphServices, 'store'>, drive: Drive, url: URL): Linked | undefined {
  const address = `${url.origin}${url.pathname}`;
  for (const item of store.all(driveItems, drive.id).values())
    for (const { link, role } of item.grants)
      if (link && linkUrl(drive, link) === address) return { item, role };
  return undefined;
}

function findByWebUrl(
  { store }: Pick<GraphServices, 'store'>,
  drive: Drive,
  url: URL,
): DriveItemRecord | undefined {
  const library = new URL(`${siteOf(drive)}/Documents`);
  const path = url.pathname;
  if (url.host !== library.host || !`${path}/`.toLowerCase().startsWith(`${library.pathname}/`.toLowerCase()))
    return undefined;
  let item: DriveItemRecord | undefined = rootItem(store, drive);
  for (const name of path
    .slice(library.pathname.length)
    .split('/')
    .filter((part) => part !== ''))
    item = item && childNamed(store, drive, item.key, decodeURIComponent(name));
  return item && webUrlOf(store, drive, item) !== '' ? item : undefined;
}

/** Using a link gives lasting access only when the request asks to redeem it. */
async function redeem(
  parts: GraphServices,
  request: GraphRequest,
  drive: Drive,
  { item, role }: Linked,
): Promise<void> {
  const { oid } = request.principal;
  const asks = [...readPreferences(request.headers.prefer).keys()].some((name) =>
    name.startsWith('redeemsharinglink'),
  );
  if (item.grants.some(({ userId }) => userId === oid) || !asks || !findDrive(parts.store, drive.id)) return;
  const grant = {
    key: Buffer.from(`${role} ${oid} ${item.key}`).toString('base64url'),
    role,
    userId: oid,
    link: null,
  };
  await parts.store.write((writer) =>
    putItem(writer, drive, { ...item, grants: [...item.grants, grant], version: item.version + 1 }),
  );
}
