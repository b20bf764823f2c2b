import { badRequest } from '../graphFailure.ts';
import { withQuery } from '../odata/pageItems.ts';
import type { GraphServices, Operation } from '../types.ts';
import { driveChanges, findItem, withParents, type DriveItemRecord } from './driveItemRecord.ts';
import { driveItemResource, readItemSelect } from './driveItemResource.ts';
import { findDriveItem, requireFileScope } from './findDriveItem.ts';
import { lastSequence } from './writeItems.ts';

/** `GET …/root/delta`: everything, or what changed since a token; deleted items carry `deleted`. */
export const driveDelta =
  (parts: GraphServices): Operation =>
  (request) => {
    const { drive, item: folder } = findDriveItem(parts, request, 'read');
    requireFileScope(parts, request.principal, drive.owner.id === request.principal.oid, 'read');
    const { store } = parts;
    const last = lastSequence(store, drive);
    const select = readItemSelect(request.query.get('$select'));
    const since = readDeltaToken(request.query.get('token'), last);
    const isBelow = (item: DriveItemRecord): boolean =>
      withParents(store, drive, item).some(({ key }) => key === folder.key);
    const changed = [...store.all(driveChanges, drive.id)]
      .filter(([, { sequence }]) => sequence > since)
      .toSorted(([, a], [, b]) => a.sequence - b.sequence)
      .flatMap(([key, change]) => {
        const item = findItem(store, drive, key);
        if (change.isDeleted || !item)
          return since === 0
            ? []
            : [
                {
                  id: key,
                  deleted: { state: 'deleted' },
                  // A client that has the item already knows its name; business drives tell none.
                  ...(change.kind === 'folder' ? { folder: { childCount: 0 } } : { file: {} }),
                  size: 0,
                  parentReference: {
                    driveId: drive.id,
                    driveType: 'business',
                    ...(change.parent === null ? {} : { id: change.parent }),
                  },
                },
              ];
        return isBelow(item) ? [driveItemResource(parts, drive, item, select)] : [];
      });
    const root = since === 0 ? [driveItemResource(parts, drive, folder, select)] : [];
    return {
      status: 200,
      body: {
        '@odata.context': `${request.base}/$metadata#Collection(driveItem)`,
        '@odata.deltaLink': withQuery(request, [
          ...request.query.without('token'),
          ['token', Buffer.from(`d${last}`).toString('base64url')],
        ]),
        value: [...root, ...changed.filter(({ id }) => id !== folder.key || since > 0)],
      },
    };
  };

function readDeltaToken(token: string | undefined, last: number): number {
  if (token === undefined || token === '') return 0;
  if (token === 'latest') return last;
  const match = /^d(\d{1,12})$/.exec(Buffer.from(token, 'base64url').toString());
  if (!match || Number(match[1]) > last)
    throw badRequest('The token is not valid: resync is required.', 'resyncRequired');
  return Number(match[1]);
}
