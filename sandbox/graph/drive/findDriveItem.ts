import type { Principal } from '#sandbox/types.ts';
import { findUser } from '../directory/findUser.ts';
import { GraphFailure, driveAccessDenied, driveItemNotFound } from '../graphFailure.ts';
import type { GraphRequest, GraphServices } from '../types.ts';
import {
  childNamed,
  driveOf,
  findDrive,
  findItem,
  rootItem,
  withParents,
  type Drive,
  type DriveItemRecord,
} from './driveItemRecord.ts';
import { findSpecialFolder } from './specialFolders.ts';

type Parts = Pick<GraphServices, 'store' | 'switches'>;

export type Need = 'read' | 'write';

/** An item, and below it a path that need not be there (for uploads). */
export interface FoundItem {
  readonly drive: Drive;
  readonly item: DriveItemRecord;
  /** Names below `item` that are not there yet. */
  readonly missing: readonly string[];
}

const ownReadScopes = ['Files.Read', 'Files.ReadWrite'];
const allReadScopes = ['Files.Read.All', 'Files.ReadWrite.All', 'Sites.Read.All', 'Sites.ReadWrite.All'];
const ownWriteScopes = ['Files.ReadWrite'];
const allWriteScopes = ['Files.ReadWrite.All', 'Sites.ReadWrite.All'];

/** Scopes of which one opens routes of drives; which one is needed depends on whose drive it is. */
export const driveReadScopes: readonly string[] = [
  ...ownReadScopes,
  ...allReadScopes,
  'Files.ReadWrite.AppFolder',
];
export const driveWriteScopes: readonly string[] = [
  ...ownWriteScopes,
  ...allWriteScopes,
  'Files.ReadWrite.AppFolder',
];

/** The drive a path names: one's own, a person's, or by id. */
export function namedDrive({ store }: Pick<Parts, 'store'>, request: GraphRequest): Drive {
  const { principal, params } = request;
  if (params.drive !== undefined) {
    const drive = findDrive(store, params.drive);
    if (!drive || drive.owner.tenantId !== principal.tid) throw driveItemNotFound();
    return drive;
  }
  const name = params.user ?? 'me';
  const owner = findUser(store, principal.tid, name.toLowerCase() === 'me' ? principal.oid : name);
  if (!owner) throw new GraphFailure(404, 'itemNotFound', 'The user could not be found.');
  if (!owner.hasDrive) throw new GraphFailure(404, 'ResourceNotFound', "User's mysite not found.");
  return driveOf(owner);
}

/** The item a path names, where the caller may do what is needed. It has to be there. */
export function findDriveItem(parts: Parts, request: GraphRequest, need: Need): FoundItem {
  const found = findDrivePath(parts, request, need);
  if (found.missing.length > 0) throw driveItemNotFound();
  return found;
}

/** As findDriveItem, but the end of a path need not be there. */
export function findDrivePath(parts: Parts, request: GraphRequest, need: Need): FoundItem {
  const { store, switches } = parts;
  const { params, principal } = request;
  const drive = namedDrive(parts, request);
  const isOwn = drive.owner.id === principal.oid;
  const base =
    params.special !== undefined
      ? findSpecialFolder(parts, request, drive)
      : params.item !== undefined && params.item.toLowerCase() !== 'root'
        ? findItem(store, drive, params.item)
        : rootItem(store, drive);
  requireFileScope(parts, principal, isOwn, need, params.special === 'approot');
  if (!base) throw driveItemNotFound();
  const names = (params.path ?? '').split('/').filter((name) => name !== '');
  if (!isOwn && names.length > 0 && switches.get('sharedItemPath') === 'notFound') throw driveItemNotFound();
  let item = base;
  let missing: readonly string[] = [];
  for (const [index, name] of names.entries()) {
    const child = childNamed(store, drive, item.key, name);
    if (!child) {
      missing = names.slice(index);
      break;
    }
    item = child;
  }
  requireItemRight(parts, drive, item, principal, need);
  return { drive, item, missing };
}

/** Refuses a token whose scopes do not reach the drive. */
export function requireFileScope(
  { switches }: Pick<Parts, 'switches'>,
  { scopes }: Principal,
  isOwn: boolean,
  need: Need,
  isAppFolder = false,
): void {
  const own = need === 'read' ? ownReadScopes : ownWriteScopes;
  const all = need === 'read' ? allReadScopes : allWriteScopes;
  const allowed = isOwn || switches.get('sharedItemScope') === 'own' ? [...own, ...all] : all;
  const mayAppFolder = isAppFolder && isOwn && switches.get('appFolder') === 'works';
  if (allowed.some((scope) => scopes.includes(scope))) return;
  if (mayAppFolder && scopes.includes('Files.ReadWrite.AppFolder')) return;
  throw driveAccessDenied();
}

/** Lets the owner in, and others whom the item or a folder above it was shared with. */
export function requireItemRight(
  { store }: Pick<Parts, 'store'>,
  drive: Drive,
  item: DriveItemRecord,
  principal: Principal,
  need: Need,
): void {
  if (drive.owner.id === principal.oid) return;
  const mayDo = withParents(store, drive, item).some(({ grants }) =>
    grants.some(({ userId, role }) => userId === principal.oid && (need === 'read' || role === 'write')),
  );
  if (!mayDo) throw driveAccessDenied();
}
