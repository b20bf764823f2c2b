import type { NewFileIn, NotesPlace, StoredFile } from '#ports/files.ts';
import type { Scope } from '#ports/identity.ts';
import type { GraphRequest } from '../graphRequest.ts';

/** `own`: what a person may allow alone. `all`: also what others have shared. */
export type Reach = 'own' | 'all';

export function scopesOf(reach: Reach): readonly Scope[] {
  return [reach === 'own' ? 'Files.ReadWrite' : 'Files.ReadWrite.All'];
}

const encode = encodeURIComponent;

/** Folders below the app's own one: what both can open, and what nobody else can. */
function appFolder(kind: 'Shared' | 'Own', mentorshipId: string): string {
  return `/me/drive/special/approot:/${kind}/${encode(mentorshipId)}`;
}

function folderPath({ driveId, folderId }: NotesPlace): string {
  return `/drives/${encode(driveId)}/items/${encode(folderId)}`;
}

function itemPath({ driveId, id }: Pick<StoredFile, 'driveId' | 'id'>): string {
  return `/drives/${encode(driveId)}/items/${encode(id)}`;
}

function reading(path: string, reach: Reach): GraphRequest {
  return { method: 'GET', path, scopes: scopesOf(reach), workload: 'files', repeatable: true };
}

/** Without `$select`: with one, download addresses are left out of lists by some servers. */
export const sharedChildren = (place: NotesPlace, reach: Reach): GraphRequest =>
  reading(`${folderPath(place)}/children?$top=500`, reach);
export const driveOf = (place: NotesPlace, reach: Reach): GraphRequest =>
  reading(`/drives/${encode(place.driveId)}`, reach);
export const permissionsOf = (place: NotesPlace, reach: Reach): GraphRequest =>
  reading(`${folderPath(place)}/permissions`, reach);
export const ownChildren = (mentorshipId: string, reach: Reach): GraphRequest =>
  reading(`${appFolder('Own', mentorshipId)}:/children?$top=500`, reach);
export const ownSharedFolder = (mentorshipId: string): GraphRequest =>
  reading(appFolder('Shared', mentorshipId), 'own');
export const oneFile = (file: StoredFile, reach: Reach): GraphRequest => reading(itemPath(file), reach);

const json = { 'Content-Type': 'application/json' };

/** Writing the same content twice is writing it once, and a second one is refused when the first was carried out. */
export function writing(file: StoredFile, text: string, reach: Reach): GraphRequest {
  return {
    method: 'PUT',
    path: `${itemPath(file)}/content`,
    headers: { ...json, ...(file.changeTag === '' ? {} : { 'If-Match': file.changeTag }) },
    body: text,
    scopes: scopesOf(reach),
    workload: 'files',
    repeatable: true,
  };
}

export function creating(where: NewFileIn, name: string, text: string, reach: Reach): GraphRequest {
  const folder = 'ownOf' in where ? appFolder('Own', where.ownOf) : `${folderPath(where)}:`;
  return putNew(`${folder}/${encode(name)}:/content`, text, reach);
}

export function creatingShared(mentorshipId: string, name: string, text: string): GraphRequest {
  return putNew(`${appFolder('Shared', mentorshipId)}/${encode(name)}:/content`, text, 'own');
}

function putNew(path: string, text: string, reach: Reach): GraphRequest {
  return {
    method: 'PUT',
    path: `${path}?@microsoft.graph.conflictBehavior=fail`,
    headers: json,
    body: text,
    scopes: scopesOf(reach),
    workload: 'files',
    repeatable: true,
  };
}

/** Grants without a mail; asking twice grants once. */
export function inviting(place: NotesPlace, address: string): GraphRequest {
  return {
    method: 'POST',
    path: `${folderPath(place)}/invite`,
    body: { recipients: [{ email: address }], roles: ['write'], requireSignIn: true, sendInvitation: false },
    scopes: scopesOf('own'),
    workload: 'files',
    repeatable: true,
  };
}

export function removingPermission(place: NotesPlace, permissionId: string): GraphRequest {
  return {
    method: 'DELETE',
    path: `${folderPath(place)}/permissions/${encode(permissionId)}`,
    scopes: scopesOf('own'),
    workload: 'files',
    repeatable: true,
  };
}
