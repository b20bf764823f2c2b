import type { Writer } from '#sandbox/store/table.ts';
import type { GraphRequest, GraphServices, Operation } from '../types.ts';
import { driveOf, childNamed, rootItem, type Drive, type DriveItemRecord } from './driveItemRecord.ts';
import { findUser } from '../directory/findUser.ts';
import { putFolder } from './writeItems.ts';

type Parts = Pick<GraphServices, 'store' | 'clock'>;

/** `special/approot` (the app's folder below Apps) or `special/documents` (the library itself), if it is there. */
export function findSpecialFolder(
  { store }: Pick<Parts, 'store'>,
  request: GraphRequest,
  drive: Drive,
): DriveItemRecord | undefined {
  const root = rootItem(store, drive);
  if (request.params.special === 'documents') return root;
  if (request.params.special !== 'approot') return undefined;
  const apps = childNamed(store, drive, root.key, 'Apps');
  return apps && childNamed(store, drive, apps.key, request.principal.appId);
}

/** Makes the app's folder when it is asked for the first time, as OneDrive does, and then goes on. */
export const withAppFolder =
  ({ store, clock }: Parts, operation: Operation): Operation =>
  async (request) => {
    const owner = findUser(store, request.principal.tid, request.principal.oid);
    const drive = owner?.hasDrive === true ? driveOf(owner) : undefined;
    if (
      drive &&
      request.params.special === 'approot' &&
      request.principal.scopes.some((scope) => scope.startsWith('Files.')) &&
      !findSpecialFolder({ store }, request, drive)
    )
      await store.write((writer) => makeAppFolder(writer, drive, request.principal.appId, clock.now()));
    return operation(request);
  };

function makeAppFolder(writer: Writer, drive: Drive, appId: string, now: number): void {
  const by = drive.owner.id;
  const apps =
    childNamed(writer, drive, rootItem(writer, drive).key, 'Apps') ??
    putFolder(writer, drive, rootItem(writer, drive), 'Apps', by, now);
  putFolder(writer, drive, apps, appId, by, now, 'approot');
}
