import type { GraphServices, Operation, Route } from '../types.ts';
import { createFolder, deleteDriveItem, updateDriveItem } from './changeItems.ts';
import { driveDelta } from './driveDelta.ts';
import { driveReadScopes, driveWriteScopes } from './findDriveItem.ts';
import { copyItem } from './copyItem.ts';
import {
  getContent,
  getDrive,
  getDriveItem,
  listSharedWithMe,
  listChildren,
  listDrives,
  listRecent,
  listThumbnails,
  searchDrive,
} from './readDriveItems.ts';
import {
  createLink,
  deletePermission,
  inviteToItem,
  listPermissions,
  updatePermission,
} from './shareItems.ts';
import { getShare, getSharedItem } from './shares.ts';
import { withAppFolder } from './specialFolders.ts';
import { uploadContent } from './uploadContent.ts';
import { createUploadSession } from './uploadSession.ts';
import { deleteVersion, getVersion, getVersionContent, listVersions, restoreVersion } from './versions.ts';

const drives = ['user/{user}/drive', 'drives/{drive}', 'user/{user}/drives/{drive}'];
const bases = ['root', 'items/{item}', 'special/{special}'];

/** OneDrive: drives, items by id, path and special name, uploads, sharing. */
export function driveRoutes(parts: GraphServices): readonly Route[] {
  const items = drives
    .flatMap((drive) => bases.map((base) => `${drive}/${base}`))
    .flatMap((base) => [base, `${base}/:/{path}`]);
  return [
    ...drives.map((drive) => read(drive, getDrive(parts))),
    read('user/{user}/drives', listDrives(parts)),
    read('user/{user}/drive/sharedWithMe', listSharedWithMe(parts)),
    read('user/{user}/drive/recent', listRecent(parts)),
    ...drives.map((drive) => read(`${drive}/search/{text}`, searchDrive(parts))),
    ...items.flatMap((item) =>
      [
        read(item, getDriveItem(parts)),
        read(`${item}/children`, listChildren(parts)),
        read(`${item}/content`, getContent(parts)),
        read(`${item}/delta`, driveDelta(parts)),
        read(`${item}/search/{text}`, searchDrive(parts)),
        read(`${item}/versions`, listVersions(parts)),
        read(`${item}/versions/{version}`, getVersion(parts)),
        read(`${item}/versions/{version}/content`, getVersionContent(parts)),
        write('DELETE', `${item}/versions/{version}`, deleteVersion(parts)),
        write('POST', `${item}/versions/{version}/restoreVersion`, restoreVersion(parts)),
        read(`${item}/thumbnails`, listThumbnails(parts)),
        read(`${item}/permissions`, listPermissions(parts)),
        write('PUT', `${item}/content`, uploadContent(parts)),
        write('POST', `${item}/children`, createFolder(parts)),
        write('PATCH', item, updateDriveItem(parts)),
        write('DELETE', item, deleteDriveItem(parts)),
        write('POST', `${item}/createUploadSession`, createUploadSession(parts)),
        write('POST', `${item}/copy`, copyItem(parts)),
        write('POST', `${item}/permanentDelete`, deleteDriveItem(parts)),
        write('POST', `${item}/invite`, inviteToItem(parts)),
        write('POST', `${item}/createLink`, createLink(parts)),
        write('PATCH', `${item}/permissions/{permission}`, updatePermission(parts)),
        write('DELETE', `${item}/permissions/{permission}`, deletePermission(parts)),
      ].map((route) => ({ ...route, operation: withAppFolder(parts, route.operation) })),
    ),
    read('shares/{share}', getShare(parts)),
    read('shares/{share}/driveItem', getSharedItem(parts)),
    read('shares/{share}/root', getSharedItem(parts)),
  ];
}

function read(template: string, operation: Operation): Route {
  return { method: 'GET', template, scopes: driveReadScopes, workload: 'drive', operation };
}

function write(method: string, template: string, operation: Operation): Route {
  return { method, template, scopes: driveWriteScopes, workload: 'drive', operation };
}
