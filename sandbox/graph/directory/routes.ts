import { countOf } from '../odata/countOf.ts';
import type { GraphServices, Operation, Route } from '../types.ts';
import { getUser } from './getUser.ts';
import { listUsers } from './listUsers.ts';
import { getPhoto, getPhotoValue, listPhotos } from './photos.ts';

const readAll = ['User.Read.All', 'User.ReadWrite.All', 'Directory.Read.All', 'Directory.ReadWrite.All'];
const own = ['User.Read', 'User.ReadWrite', 'User.ReadBasic.All', ...readAll];
const photos = [...own, 'ProfilePhoto.Read.All', 'ProfilePhoto.ReadWrite.All'];

/** People of the directory and their photos. */
export function directoryRoutes(services: GraphServices): readonly Route[] {
  return [
    get('user/{user}', own, getUser(services)),
    get('users', ['User.ReadBasic.All', ...readAll], listUsers(services)),
    get('user/$count', ['User.ReadBasic.All', ...readAll], countOf(listUsers(services))),
    get('user/{user}/photo', photos, getPhoto(services)),
    get('user/{user}/photo/$value', photos, getPhotoValue(services)),
    get('user/{user}/photos', photos, listPhotos(services)),
    get('user/{user}/photos/{size}', photos, getPhoto(services)),
    get('user/{user}/photos/{size}/$value', photos, getPhotoValue(services)),
  ];
}

function get(template: string, scopes: readonly string[], operation: Operation): Route {
  return { method: 'GET', template, scopes, workload: 'directory', operation };
}
