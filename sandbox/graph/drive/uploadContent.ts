import type { Writer } from '#sandbox/store/table.ts';
import { driveItemNotFound } from '../graphFailure.ts';
import type { GraphReply, GraphRequest, GraphServices, Operation } from '../types.ts';
import type { Drive, DriveItemRecord } from './driveItemRecord.ts';
import { driveItemResource } from './driveItemResource.ts';
import { findDrivePath, type FoundItem } from './findDriveItem.ts';
import { checkItemMatch } from './ifItemMatches.ts';
import { freeName, putFile, putFolder, readConflictBehavior, type ConflictBehavior } from './writeItems.ts';

/** `PUT …/content`: a file's content, by id or path; 201 for a new file, 200 for a new version. Folders of the path are made. */
export const uploadContent =
  (parts: GraphServices): Operation =>
  async (request) => {
    const { store, clock, switches } = parts;
    const found = findDrivePath(parts, request, 'write');
    const existing = found.missing.length === 0 && found.item.kind === 'file' ? found.item : undefined;
    if (existing === undefined && found.missing.length === 0) throw driveItemNotFound();
    if (switches.get('uploadIfMatch') === 'honoured' || request.headers['if-none-match'] !== undefined)
      checkItemMatch(request, existing);
    const behavior = readConflictBehavior(request.query.get('@microsoft.graph.conflictbehavior'), 'replace');
    const item = await store.write((writer) =>
      putAt(
        writer,
        found,
        behavior,
        { bytes: request.bytes, mimeType: request.headers['content-type'] },
        request.principal.oid,
        clock.now(),
      ),
    );
    return answer(parts, request, found.drive, item);
  };

/** Puts a file where a path ends: over what is there, or with the folders that are missing. */
export function putAt(
  writer: Writer,
  { drive, item, missing }: FoundItem,
  behavior: ConflictBehavior,
  content: { readonly bytes: Uint8Array; readonly mimeType: string | undefined },
  by: string,
  now: number,
): DriveItemRecord {
  const name = missing.at(-1);
  if (name !== undefined) {
    let parent = item;
    for (const folder of missing.slice(0, -1)) parent = putFolder(writer, drive, parent, folder, by, now);
    return putFile(writer, drive, { parent, name, existing: undefined }, content, by, now);
  }
  const free = freeName(writer, drive, item.parent ?? '', item.name, behavior);
  if (free !== undefined && item.parent !== null) {
    const parent = { ...item, key: item.parent };
    return putFile(writer, drive, { parent, name: free, existing: undefined }, content, by, now);
  }
  return putFile(writer, drive, { parent: item, name: item.name, existing: item }, content, by, now);
}

function answer(
  parts: GraphServices,
  request: GraphRequest,
  drive: Drive,
  item: DriveItemRecord,
): GraphReply {
  return {
    status: item.contentVersion === 1 ? 201 : 200,
    body: {
      '@odata.context': `${request.base}/$metadata#drives('${drive.id}')/items/$entity`,
      ...driveItemResource(parts, drive, item),
    },
  };
}
