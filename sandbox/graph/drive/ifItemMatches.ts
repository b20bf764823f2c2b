import { GraphFailure } from '../graphFailure.ts';
import type { GraphRequest } from '../types.ts';
import { cTagOf, eTagOf } from './driveItemResource.ts';
import type { DriveItemRecord } from './driveItemRecord.ts';

/** Refuses with 412 when `If-Match` names neither the item's eTag nor its cTag, or `If-None-Match: *` meets an item. */
export function checkItemMatch(request: GraphRequest, item: DriveItemRecord | undefined): void {
  const [wanted, unwanted] = [request.headers['if-match'], request.headers['if-none-match']];
  if (unwanted?.trim() === '*' && item)
    throw new GraphFailure(
      412,
      'nameAlreadyExists',
      'An item with the same name already exists under the parent',
    );
  if (wanted === undefined || wanted.trim() === '*') return;
  const tags = item ? [eTagOf(item), cTagOf(item)] : [];
  if (!tags.includes(wanted.trim().replace(/^W\//, '')))
    throw new GraphFailure(412, 'resourceModified', "ETag does not match current item's value");
}
