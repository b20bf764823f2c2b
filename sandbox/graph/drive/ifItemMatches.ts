import { GraphFailure } from '../graphFailure.ts';
import type { GraphRequest } from '../types.ts';
import { cTagOf, eTagOf } from './driveItemResource.ts';
import type { DriveItemRecord } from './driveItemRecord.ts';

/** Refuses with 412 when `If-Match` names neither the item's eTag nor its cTag, or `If-None-Match` meets an item: any, or the one it names. */
export function checkItemMatch(request: GraphRequest, item: DriveItemRecord | undefined): void {
  const [wanted, unwanted] = [request.headers['if-match'], request.headers['if-none-match']];
  if (unwanted?.trim() === '*' && item)
    throw new GraphFailure(
      412,
      'nameAlreadyExists',
      'An item with the same name already exists under the parent',
    );
  if (unwanted !== undefined && item && [eTagOf(item), cTagOf(item)].includes(plainTag(unwanted)))
    throw new GraphFailure(412, 'resourceModified', "ETag matches the current item's value");
  if (wanted === undefined || wanted.trim() === '*') return;
  const tags = item ? [eTagOf(item), cTagOf(item)] : [];
  if (!tags.includes(plainTag(wanted)))
    throw new GraphFailure(412, 'resourceModified', "ETag does not match current item's value");
}

function plainTag(tag: string): string {
  return tag.trim().replace(/^W\//, '');
}
