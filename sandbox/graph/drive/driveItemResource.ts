import type { Reader } from '#sandbox/store/table.ts';
import { directory, users } from '../directory/users.ts';
import { formatInstant } from '../time/wallTime.ts';
import type { GraphServices } from '../types.ts';
import { childrenOf, findItem, withParents, type Drive, type DriveItemRecord } from './driveItemRecord.ts';

const downloadLife = 3_600_000;

/** Names of `$select` that ask for the download address. */
const downloadNames = new Set(['@microsoft.graph.downloadurl', 'content.downloadurl']);

/** Graph's `driveItem`. `selected` holds lower-case names. */
export function driveItemResource(
  { store, clock, links }: Pick<GraphServices, 'store' | 'clock' | 'links'>,
  drive: Drive,
  item: DriveItemRecord,
  selected?: ReadonlySet<string>,
): Record<string, unknown> {
  const isFile = item.kind === 'file';
  const whole: Record<string, unknown> = {
    ...(isFile
      ? {
          '@microsoft.graph.downloadUrl': links.sign(
            'download',
            [drive.id, item.key],
            clock.now() + downloadLife,
          ),
        }
      : {}),
    createdDateTime: formatInstant(item.created),
    eTag: eTagOf(item),
    id: item.key,
    lastModifiedDateTime: formatInstant(item.modified),
    name: item.name,
    webUrl: webUrlOf(store, drive, item),
    cTag: cTagOf(item),
    size: sizeOf(store, drive, item),
    createdBy: identity(store, item.createdBy),
    lastModifiedBy: identity(store, item.modifiedBy),
    parentReference: parentReference(store, drive, item),
    fileSystemInfo: {
      createdDateTime: formatInstant(item.clientCreated),
      lastModifiedDateTime: formatInstant(item.clientModified),
    },
    ...(isFile
      ? { file: { mimeType: item.mimeType, hashes: { quickXorHash: item.quickXorHash } } }
      : { folder: { childCount: childrenOf(store, drive, item.key).length } }),
    ...(item.parent === null ? { root: {} } : {}),
    ...(item.grants.length > 0 ? { shared: { scope: 'users' } } : {}),
    ...(item.special === null ? {} : { specialFolder: { name: item.special } }),
    ...(item.description === null ? {} : { description: item.description }),
  };
  if (!selected) return whole;
  return Object.fromEntries(
    Object.entries(whole).filter(([name]) => {
      const lower = name.toLowerCase();
      return (
        lower === 'id' ||
        selected.has(lower) ||
        (downloadNames.has(lower) && [...downloadNames].some((known) => selected.has(known)))
      );
    }),
  );
}

export function eTagOf(item: DriveItemRecord): string {
  return `"{${item.guid}},${item.version}"`;
}

export function cTagOf(item: DriveItemRecord): string {
  return `"c:{${item.guid}},${item.contentVersion}"`;
}

export function identity(store: Reader, userId: string): unknown {
  const user = store.get(users, directory, userId);
  return { user: { id: userId, displayName: user?.displayName ?? '' } };
}

/** Host of a tenant's OneDrive pages. */
export function siteOf(drive: Drive): string {
  const [name = '', domain = ''] = drive.owner.userPrincipalName.toLowerCase().split('@');
  const tenant = domain.split('.')[0] ?? 'tenant';
  return `https://${tenant}-my.sharepoint.com/personal/${`${name}_${domain}`.replaceAll('.', '_')}`;
}

export function webUrlOf(store: Reader, drive: Drive, item: DriveItemRecord): string {
  return [siteOf(drive), 'Documents', ...pathNames(store, drive, item).map(encodeURIComponent)].join('/');
}

/** Names from below the root down to the item. */
export function pathNames(store: Reader, drive: Drive, item: DriveItemRecord): readonly string[] {
  return withParents(store, drive, item)
    .filter(({ parent }) => parent !== null)
    .map(({ name }) => name)
    .toReversed();
}

function parentReference(store: Reader, drive: Drive, item: DriveItemRecord): unknown {
  const base = { driveType: 'business', driveId: drive.id };
  const parent = item.parent === null ? undefined : findItem(store, drive, item.parent);
  if (!parent) return base;
  const names = pathNames(store, drive, parent);
  const path = names.length === 0 ? '' : `/${names.map(encodeURIComponent).join('/')}`;
  return {
    ...base,
    id: parent.key,
    name: parent.parent === null ? 'Documents' : parent.name,
    path: `/drives/${drive.id}/root:${path}`,
  };
}

function sizeOf(store: Reader, drive: Drive, item: DriveItemRecord): number {
  if (item.kind === 'file') return item.size;
  return childrenOf(store, drive, item.key).reduce((sum, child) => sum + sizeOf(store, drive, child), 0);
}

/** `$select` of drive items: any name is let through, as driveItem is an open type. */
export function readItemSelect(text: string | undefined): ReadonlySet<string> | undefined {
  if (text === undefined || text.trim() === '' || text.trim() === '*') return undefined;
  return new Set(text.split(',').map((name) => name.trim().toLowerCase()));
}
