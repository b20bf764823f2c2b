import { table, type Reader, type Writer } from '#sandbox/store/table.ts';
import type { Drive, DriveItemRecord } from './driveItemRecord.ts';

/** What a file's content was before it was written over. */
export interface FileVersion {
  readonly item: string;
  /** The item's `contentVersion` then. */
  readonly number: number;
  readonly contentId: string;
  readonly size: number;
  readonly modifiedBy: string;
  readonly modified: number;
}

/** Owner: the drive's id. */
const fileVersions = table<FileVersion>('fileVersions');

/** OneDrive's usual limit; the oldest go first. */
const mostVersions = 500;

/** Keeps what an item holds, before other content takes its place. */
export function keepVersion(writer: Writer, drive: Drive, item: DriveItemRecord): void {
  const version: FileVersion = {
    item: item.key,
    number: item.contentVersion,
    contentId: item.contentId,
    size: item.size,
    modifiedBy: item.modifiedBy,
    modified: item.modified,
  };
  writer.put(fileVersions, drive.id, keyOf(version), version);
  const oldest = { ...version, number: version.number - mostVersions + 1 };
  const dropped = writer.get(fileVersions, drive.id, keyOf(oldest));
  if (dropped) dropVersion(writer, drive, dropped);
}

/** Forgets the older contents of an item that is removed. */
export function dropVersions(writer: Writer, drive: Drive, item: DriveItemRecord): void {
  for (const version of olderVersions(writer, drive, item)) dropVersion(writer, drive, version);
}

/** Content of an older version of an item. */
export function versionContent(
  store: Reader,
  drive: Drive,
  item: DriveItemRecord,
  number: number,
): string | undefined {
  return store.get(fileVersions, drive.id, keyOf({ item: item.key, number }))?.contentId;
}

/** The present content of a file and the older ones, newest first. */
export function versionsOf(store: Reader, drive: Drive, item: DriveItemRecord): readonly FileVersion[] {
  if (item.kind === 'folder') return [];
  const { key, contentVersion, ...current } = item;
  return [{ ...current, item: key, number: contentVersion }, ...olderVersions(store, drive, item)];
}

/** Newest first. Single ones may have been deleted. */
function olderVersions(store: Reader, drive: Drive, item: DriveItemRecord): readonly FileVersion[] {
  const older: FileVersion[] = [];
  const oldest = Math.max(1, item.contentVersion - mostVersions);
  for (let number = item.contentVersion - 1; number >= oldest; number -= 1) {
    const version = store.get(fileVersions, drive.id, keyOf({ item: item.key, number }));
    if (version) older.push(version);
  }
  return older;
}

/** Forgets one older content. */
export function dropVersion(writer: Writer, drive: Drive, version: FileVersion): void {
  writer.removeContent(version.contentId);
  writer.remove(fileVersions, drive.id, keyOf(version));
}

function keyOf({ item, number }: Pick<FileVersion, 'item' | 'number'>): string {
  return `${item} ${number}`;
}
