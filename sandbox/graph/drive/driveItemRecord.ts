import { createHash, randomUUID } from 'node:crypto';
import { table, type Reader } from '#sandbox/store/table.ts';
import type { DirectoryUser } from '#sandbox/types.ts';
import { allUsers } from '../directory/users.ts';

/** Somebody's right to an item and to what lies below it. */
export interface ItemGrant {
  readonly key: string;
  readonly role: 'read' | 'write';
  /** Object id; null for a link that anybody in the organization may use. */
  readonly userId: string | null;
  readonly link: { readonly type: 'view' | 'edit'; readonly token: string } | null;
}

/** A file or folder of a drive. Times in epoch milliseconds. */
export interface DriveItemRecord {
  /** The id as Graph gives it. */
  readonly key: string;
  readonly guid: string;
  /** Null for the root. */
  readonly parent: string | null;
  readonly name: string;
  readonly kind: 'file' | 'folder';
  readonly mimeType: string;
  readonly size: number;
  readonly quickXorHash: string;
  /** Where the content is kept; a new one with each upload. */
  readonly contentId: string;
  readonly createdBy: string;
  readonly created: number;
  readonly modifiedBy: string;
  readonly modified: number;
  /** `fileSystemInfo`, as clients set it. */
  readonly clientCreated: number;
  readonly clientModified: number;
  readonly description: string | null;
  readonly special: string | null;
  /** Counts all changes (eTag) and changes of the content (cTag). */
  readonly version: number;
  readonly contentVersion: number;
  readonly grants: readonly ItemGrant[];
}

/** Owner: the drive's id. */
export const driveItems = table<DriveItemRecord>('driveItems');

/** Items that were deleted, and when each item changed last, as counters: for delta. Owner: the drive's id. */
export interface DriveChange {
  readonly sequence: number;
  readonly isDeleted: boolean;
  readonly parent: string | null;
  readonly kind: DriveItemRecord['kind'];
}
export const driveChanges = table<DriveChange>('driveChanges');

/** A drive: everybody with OneDrive has one. */
export interface Drive {
  readonly id: string;
  readonly owner: DirectoryUser;
}

export function driveOf(owner: DirectoryUser): Drive {
  return { id: `b!${createHash('sha384').update(`drive ${owner.id}`).digest('base64url')}`, owner };
}

/** The drives of a tenant. */
export function drivesOf(store: Reader, tenantId: string): readonly Drive[] {
  return [...allUsers(store)]
    .filter((user) => user.hasDrive && user.tenantId === tenantId)
    .map((user) => driveOf(user));
}

/** The drive with an id, in any tenant. */
export function findDrive(store: Reader, id: string): Drive | undefined {
  for (const user of allUsers(store)) {
    if (!user.hasDrive) continue;
    const drive = driveOf(user);
    if (drive.id.toLowerCase() === id.toLowerCase()) return drive;
  }
  return undefined;
}

export function rootKey(drive: Drive): string {
  return `01${base32(createHash('sha256').update(`root ${drive.id}`).digest())}`;
}

export function newItemKey(): string {
  return `01${base32(createHash('sha256').update(randomUUID()).digest())}`;
}

const rootTime = Date.UTC(2024, 0, 8, 9);

/** The root folder; there even when nothing was ever written. */
export function rootItem(store: Reader, drive: Drive): DriveItemRecord {
  const key = rootKey(drive);
  return (
    store.get(driveItems, drive.id, key) ?? {
      ...emptyFolder(drive.owner.id, rootTime),
      key,
      guid: guidOf(key),
      parent: null,
      name: 'root',
    }
  );
}

/** A folder without name and place. */
export function emptyFolder(
  by: string,
  now: number,
): Omit<DriveItemRecord, 'key' | 'guid' | 'parent' | 'name'> {
  return {
    kind: 'folder',
    mimeType: '',
    size: 0,
    quickXorHash: '',
    contentId: '',
    createdBy: by,
    created: now,
    modifiedBy: by,
    modified: now,
    clientCreated: now,
    clientModified: now,
    description: null,
    special: null,
    version: 1,
    contentVersion: 0,
    grants: [],
  };
}

export function findItem(store: Reader, drive: Drive, key: string): DriveItemRecord | undefined {
  const root = rootKey(drive);
  return key.toUpperCase() === root
    ? rootItem(store, drive)
    : store.get(driveItems, drive.id, key.toUpperCase());
}

const folders = new WeakMap<
  ReadonlyMap<string, DriveItemRecord>,
  { readonly version: number; readonly children: ReadonlyMap<string, readonly DriveItemRecord[]> }
>();

/** What lies in a folder, by name. */
export function childrenOf(store: Reader, drive: Drive, parent: string): readonly DriveItemRecord[] {
  const all = store.all(driveItems, drive.id);
  const version = store.version(driveItems, drive.id);
  let known = folders.get(all);
  if (known?.version !== version) {
    const children = new Map<string, DriveItemRecord[]>();
    for (const item of all.values()) {
      if (item.parent === null) continue;
      const list = children.get(item.parent);
      if (list) list.push(item);
      else children.set(item.parent, [item]);
    }
    for (const list of children.values()) list.sort((a, b) => (sortName(a) < sortName(b) ? -1 : 1));
    known = { version, children };
    folders.set(all, known);
  }
  return known.children.get(parent) ?? [];
}

/** The child of a name; OneDrive does not tell case apart. */
export function childNamed(
  store: Reader,
  drive: Drive,
  parent: string,
  name: string,
): DriveItemRecord | undefined {
  const lower = name.toLowerCase();
  return childrenOf(store, drive, parent).find((item) => item.name.toLowerCase() === lower);
}

/** The item and the folders above it, nearest first, up to the root. */
export function withParents(store: Reader, drive: Drive, item: DriveItemRecord): readonly DriveItemRecord[] {
  const chain = [item];
  for (let at = item; at.parent !== null;) {
    const parent = findItem(store, drive, at.parent);
    if (!parent || chain.length > 500) break;
    chain.push(parent);
    at = parent;
  }
  return chain;
}

function sortName(item: DriveItemRecord): string {
  return item.name.toLowerCase();
}

export function guidOf(key: string): string {
  const hex = createHash('sha256').update(key).digest('hex').toUpperCase();
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/** 32 characters of RFC 4648's alphabet. */
function base32(bytes: Buffer): string {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
  return [...bytes.subarray(0, 32)].map((byte) => alphabet[byte & 31] ?? 'A').join('');
}
