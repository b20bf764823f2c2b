import type { Writer } from '#sandbox/store/table.ts';
import { driveInvalid, driveItemNotFound } from '../graphFailure.ts';
import type { GraphReply, GraphServices, Operation } from '../types.ts';
import { membersOf, textIn } from './changeItems.ts';
import {
  childrenOf,
  findItem,
  guidOf,
  newItemKey,
  rootItem,
  withParents,
  type Drive,
  type DriveItemRecord,
} from './driveItemRecord.ts';
import { findDriveItem } from './findDriveItem.ts';
import { checkName, freeName, putItem, readConflictBehavior } from './writeItems.ts';

const monitorLife = 3_600_000;

/** `POST …/copy` within a drive: 202 with an address that tells how far it is. It is done at once. */
export const copyItem =
  (parts: GraphServices): Operation =>
  async (request) => {
    const { store, clock, links } = parts;
    const { drive, item } = findDriveItem(parts, request, 'write');
    const body = membersOf(request.body);
    const reference = membersOf(body.parentReference);
    const id = textIn(reference, 'id') ?? item.parent ?? '';
    const driveId = textIn(reference, 'driveId');
    if (driveId !== undefined && driveId.toLowerCase() !== drive.id.toLowerCase())
      throw driveInvalid('The sandbox copies within a drive only.');
    const parent = id.toLowerCase() === 'root' ? rootItem(store, drive) : findItem(store, drive, id);
    if (parent?.kind !== 'folder') throw driveItemNotFound();
    if (withParents(store, drive, parent).some(({ key }) => key === item.key))
      throw driveInvalid('A folder cannot be copied into itself.');
    const behavior = readConflictBehavior(request.query.get('@microsoft.graph.conflictbehavior'), 'fail');
    const wanted = checkName(textIn(body, 'name') ?? item.name);
    const name =
      freeName(store, drive, parent.key, wanted, behavior === 'replace' ? 'fail' : behavior) ?? wanted;
    const [by, now] = [request.principal.oid, clock.now()];
    const copy = await store.write((writer) =>
      copyTree(parts, writer, drive, item, parent.key, name, by, now),
    );
    return { status: 202, headers: { location: links.sign('monitor', [copy.key], now + monitorLife) } };
  };

/** What the address of a copy says: it was done before it was told. */
export function copyState(resourceId: string): GraphReply {
  return { status: 200, body: { percentageComplete: 100, resourceId, status: 'completed' } };
}

function copyTree(
  parts: GraphServices,
  writer: Writer,
  drive: Drive,
  item: DriveItemRecord,
  parent: string,
  name: string,
  by: string,
  now: number,
): DriveItemRecord {
  const key = newItemKey();
  const children = childrenOf(writer, drive, item.key);
  const contentId = item.kind === 'file' ? `${key} copy` : '';
  if (item.kind === 'file')
    writer.putContent(contentId, parts.store.content(item.contentId) ?? new Uint8Array());
  const copy = putItem(writer, drive, {
    ...item,
    key,
    guid: guidOf(key),
    parent,
    name,
    contentId,
    createdBy: by,
    created: now,
    modifiedBy: by,
    modified: now,
    version: 1,
    contentVersion: item.kind === 'file' ? 1 : 0,
    special: null,
    grants: [],
  });
  for (const child of children) copyTree(parts, writer, drive, child, key, child.name, by, now);
  return copy;
}
