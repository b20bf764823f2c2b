import { randomUUID } from 'node:crypto';
import type { Reader, Writer } from '#sandbox/store/table.ts';
import { GraphFailure, driveInvalid } from '../graphFailure.ts';
import {
  childNamed,
  childrenOf,
  driveChanges,
  driveItems,
  emptyFolder,
  guidOf,
  newItemKey,
  type Drive,
  type DriveItemRecord,
} from './driveItemRecord.ts';
import { quickXorHash } from './quickXorHash.ts';
import { dropVersions, keepVersion } from './fileVersions.ts';

/** What to do when there is a child of the name already (`@microsoft.graph.conflictBehavior`). */
export type ConflictBehavior = 'fail' | 'replace' | 'rename';

export function putItem(writer: Writer, drive: Drive, item: DriveItemRecord): DriveItemRecord {
  writer.put(driveItems, drive.id, item.key, item);
  note(writer, drive, item, false);
  return item;
}

export function putFolder(
  writer: Writer,
  drive: Drive,
  parent: DriveItemRecord,
  name: string,
  by: string,
  now: number,
  special: string | null = null,
): DriveItemRecord {
  const key = newItemKey();
  return putItem(writer, drive, {
    ...emptyFolder(by, now),
    key,
    guid: guidOf(key),
    parent: parent.key,
    name: checkName(name),
    special,
  });
}

/** A file's new content, over an existing item or as a new one in a folder. Returns the item and whether it is new. */
export function putFile(
  writer: Writer,
  drive: Drive,
  target: {
    readonly parent: DriveItemRecord;
    readonly name: string;
    readonly existing: DriveItemRecord | undefined;
  },
  content: { readonly bytes: Uint8Array; readonly mimeType: string | undefined },
  by: string,
  now: number,
): DriveItemRecord {
  const contentId = randomUUID();
  const { existing } = target;
  writer.putContent(contentId, content.bytes);
  if (existing?.kind === 'folder')
    throw new GraphFailure(
      409,
      'nameAlreadyExists',
      'An item with the same name already exists under the parent',
    );
  if (existing) keepVersion(writer, drive, existing);
  const key = existing?.key ?? newItemKey();
  const base: DriveItemRecord = existing ?? {
    ...emptyFolder(by, now),
    key,
    guid: guidOf(key),
    parent: target.parent.key,
    name: checkName(target.name),
    version: 0,
  };
  return putItem(writer, drive, {
    ...base,
    kind: 'file',
    mimeType: mimeTypeOf(base.name, content.mimeType),
    size: content.bytes.length,
    quickXorHash: quickXorHash(content.bytes),
    contentId,
    modifiedBy: by,
    modified: now,
    clientModified: now,
    version: base.version + 1,
    contentVersion: base.contentVersion + 1,
  });
}

/** Takes an item away with all that lies below it. */
export function removeItem(writer: Writer, drive: Drive, item: DriveItemRecord): void {
  for (const child of childrenOf(writer, drive, item.key)) removeItem(writer, drive, child);
  if (item.kind === 'file') {
    dropVersions(writer, drive, item);
    writer.removeContent(item.contentId);
  }
  writer.remove(driveItems, drive.id, item.key);
  note(writer, drive, item, true);
}

function note(writer: Writer, drive: Drive, item: DriveItemRecord, isDeleted: boolean): void {
  const { key, parent, kind } = item;
  const sequence = lastSequence(writer, drive) + 1;
  writer.put(driveChanges, drive.id, key, { sequence, isDeleted, parent, kind });
}

const lastSequences = new WeakMap<
  ReadonlyMap<string, unknown>,
  { readonly version: number; readonly last: number }
>();

/** The number of the drive's last change. */
export function lastSequence(store: Reader, drive: Drive): number {
  const all = store.all(driveChanges, drive.id);
  const version = store.version(driveChanges, drive.id);
  const known = lastSequences.get(all);
  if (known?.version === version) return known.last;
  let last = 0;
  for (const { sequence } of all.values()) if (sequence > last) last = sequence;
  lastSequences.set(all, { version, last });
  return last;
}

/** Settles a clash of names: the name to use, or undefined when the existing item is to be replaced. */
export function freeName(
  store: Reader,
  drive: Drive,
  parent: string,
  name: string,
  behavior: ConflictBehavior,
): string | undefined {
  if (!childNamed(store, drive, parent, name)) return name;
  if (behavior === 'replace') return undefined;
  if (behavior === 'fail')
    throw new GraphFailure(
      409,
      'nameAlreadyExists',
      'An item with the same name already exists under the parent',
    );
  const dot = name.lastIndexOf('.');
  const [stem, ending] = dot > 0 ? [name.slice(0, dot), name.slice(dot)] : [name, ''];
  for (let number = 1; ; number += 1) {
    const other = `${stem} ${number}${ending}`;
    if (!childNamed(store, drive, parent, other)) return other;
  }
}

export function readConflictBehavior(value: unknown, usual: ConflictBehavior): ConflictBehavior {
  if (value === undefined || value === null) return usual;
  const text = typeof value === 'string' ? value.toLowerCase() : '';
  if (text === 'fail' || text === 'replace' || text === 'rename') return text;
  throw driveInvalid('The value of @microsoft.graph.conflictBehavior is not valid.');
}

const reserved = /^(con|prn|aux|nul|com[0-9]|lpt[0-9]|\.lock|desktop\.ini|_vti_.*)$/i;

/** Refuses names that OneDrive refuses. */
export function checkName(name: string): string {
  if (
    name === '' ||
    name.length > 255 ||
    /["*:<>?/\\|\p{Cc}]/u.test(name) ||
    /^\s|\s$|\.$/.test(name) ||
    name === '.' ||
    name === '..' ||
    name.startsWith('~$') ||
    reserved.test(name)
  )
    throw driveInvalid('The provided name cannot contain the following characters or words, or is too long.');
  return name;
}

const mimeTypes: Readonly<Record<string, string>> = {
  json: 'application/json',
  md: 'text/markdown',
  txt: 'text/plain',
  html: 'text/html',
  csv: 'text/csv',
  pdf: 'application/pdf',
  png: 'image/png',
  jpg: 'image/jpeg',
  ics: 'text/calendar',
  zip: 'application/zip',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
};

/** By the name's ending first, as SharePoint does. */
function mimeTypeOf(name: string, told: string | undefined): string {
  const ending = /\.([a-z0-9]+)$/i.exec(name)?.[1]?.toLowerCase() ?? '';
  return mimeTypes[ending] ?? told?.split(';')[0]?.trim() ?? 'application/octet-stream';
}
