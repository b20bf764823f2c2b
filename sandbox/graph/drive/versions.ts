import { driveInvalid, driveItemNotFound } from '../graphFailure.ts';
import { formatInstant } from '../time/wallTime.ts';
import type { GraphRequest, GraphServices, Operation } from '../types.ts';
import type { Drive, DriveItemRecord } from './driveItemRecord.ts';
import { identity } from './driveItemResource.ts';
import { dropVersion, versionsOf, type FileVersion } from './fileVersions.ts';
import { findDriveItem } from './findDriveItem.ts';
import { putFile } from './writeItems.ts';

/** `GET …/versions`: the present one first. */
export const listVersions =
  (parts: GraphServices): Operation =>
  (request) => {
    const { drive, item } = findDriveItem(parts, request, 'read');
    return {
      status: 200,
      body: {
        '@odata.context': `${request.base}/$metadata#drives('${drive.id}')/items('${item.key}')/versions`,
        value: versionsOf(parts.store, drive, item).map((version) =>
          versionResource(parts, drive, item, version),
        ),
      },
    };
  };

/** `GET …/versions/{id}`. */
export const getVersion =
  (parts: GraphServices): Operation =>
  (request) => {
    const { drive, item } = findDriveItem(parts, request, 'read');
    return {
      status: 200,
      body: {
        '@odata.context': `${request.base}/$metadata#drives('${drive.id}')/items('${item.key}')/versions/$entity`,
        ...versionResource(parts, drive, item, namedVersion(parts, request, drive, item)),
      },
    };
  };

/** `GET …/versions/{id}/content`: 302, as for the file; refused for the present version, which the item's own content is. */
export const getVersionContent =
  (parts: GraphServices): Operation =>
  (request) => {
    const { drive, item } = findDriveItem(parts, request, 'read');
    const version = namedVersion(parts, request, drive, item);
    if (version.number === item.contentVersion)
      throw driveInvalid('You cannot get the content of the current version.');
    return { status: 302, headers: { location: downloadOf(parts, drive, item, version) } };
  };

/** `POST …/versions/{id}/restoreVersion`: an older content becomes a new version. */
export const restoreVersion =
  (parts: GraphServices): Operation =>
  async (request) => {
    const { drive, item } = findDriveItem(parts, request, 'write');
    const version = namedVersion(parts, request, drive, item);
    if (version.number === item.contentVersion) throw driveInvalid('You cannot restore the current version.');
    const bytes = parts.store.content(version.contentId) ?? new Uint8Array();
    await parts.store.write((writer) =>
      putFile(
        writer,
        drive,
        { parent: item, name: item.name, existing: item },
        { bytes, mimeType: item.mimeType },
        request.principal.oid,
        parts.clock.now(),
      ),
    );
    return { status: 204 };
  };

/** `DELETE …/versions/{id}`: sync programs use it; it is not on the pages of v1.0. */
export const deleteVersion =
  (parts: GraphServices): Operation =>
  async (request) => {
    const { drive, item } = findDriveItem(parts, request, 'write');
    const version = namedVersion(parts, request, drive, item);
    if (version.number === item.contentVersion) throw driveInvalid('You cannot delete the current version.');
    await parts.store.write((writer) => dropVersion(writer, drive, version));
    return { status: 204 };
  };

function namedVersion(
  { store }: Pick<GraphServices, 'store'>,
  request: GraphRequest,
  drive: Drive,
  item: DriveItemRecord,
): FileVersion {
  const version = versionsOf(store, drive, item).find(
    ({ number }) => versionId(number) === request.params.version,
  );
  if (!version) throw driveItemNotFound();
  return version;
}

function versionResource(
  parts: GraphServices,
  drive: Drive,
  item: DriveItemRecord,
  version: FileVersion,
): Record<string, unknown> {
  return {
    '@microsoft.graph.downloadUrl': downloadOf(parts, drive, item, version),
    id: versionId(version.number),
    lastModifiedDateTime: formatInstant(version.modified),
    size: version.size,
    lastModifiedBy: identity(parts.store, version.modifiedBy),
  };
}

function downloadOf(
  { links, clock }: GraphServices,
  drive: Drive,
  item: DriveItemRecord,
  { number }: FileVersion,
): string {
  return links.sign('download', [drive.id, item.key, String(number)], clock.now() + 3_600_000);
}

function versionId(number: number): string {
  return `${number}.0`;
}
