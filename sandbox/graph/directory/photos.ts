import type { DirectoryUser } from '#sandbox/types.ts';
import { GraphFailure } from '../graphFailure.ts';
import type { GraphRequest, GraphServices, Operation } from '../types.ts';
import { namedUser } from './callingUser.ts';

/** Sizes of profile photos, widest last (profilePhoto resource). */
const sizes = [48, 64, 96, 120, 240, 360, 432, 504, 648];

interface Photo {
  readonly bytes: Uint8Array;
  readonly contentType: string;
}

/** `GET /users/{id}/photo`: what there is, without the picture. */
export const getPhoto =
  ({ store }: Pick<GraphServices, 'store'>): Operation =>
  (request) => {
    const { user, photo } = photoOf({ store }, request);
    const size = request.params.size === undefined ? 648 : sizeOf(request.params.size);
    return {
      status: 200,
      body: {
        '@odata.context': `${request.base}/$metadata#users('${user.id}')/photo/$entity`,
        '@odata.mediaContentType': photo.contentType,
        '@odata.mediaEtag': etagOf(photo),
        id: `${size}x${size}`,
        height: size,
        width: size,
      },
    };
  };

/** `GET /users/{id}/photo/$value` and `/photos/{size}/$value`: the picture. The sandbox keeps one, of any size. */
export const getPhotoValue =
  ({ store }: Pick<GraphServices, 'store'>): Operation =>
  (request) => {
    const { photo } = photoOf({ store }, request);
    if (request.params.size !== undefined) sizeOf(request.params.size);
    return {
      status: 200,
      headers: { 'content-type': photo.contentType, etag: etagOf(photo) },
      body: photo.bytes,
    };
  };

/** `GET /users/{id}/photos`. */
export const listPhotos =
  ({ store }: Pick<GraphServices, 'store'>): Operation =>
  (request) => {
    const { user, photo } = photoOf({ store }, request);
    return {
      status: 200,
      body: {
        '@odata.context': `${request.base}/$metadata#users('${user.id}')/photos`,
        value: sizes.map((size) => ({
          '@odata.mediaContentType': photo.contentType,
          id: `${size}x${size}`,
          height: size,
          width: size,
        })),
      },
    };
  };

function photoOf(
  { store }: Pick<GraphServices, 'store'>,
  request: GraphRequest,
): { readonly user: DirectoryUser; readonly photo: Photo } {
  const user = namedUser(store, request.principal, request.params.user ?? 'me');
  if (user.photoBase64 === null) throw imageNotFound();
  const bytes = Buffer.from(user.photoBase64, 'base64');
  return { user, photo: { bytes, contentType: contentTypeOf(bytes) } };
}

function contentTypeOf(bytes: Buffer): string {
  if (bytes.subarray(0, 4).toString('hex') === '89504e47') return 'image/png';
  return bytes.subarray(0, 3).toString('hex') === 'ffd8ff' ? 'image/jpeg' : 'image/svg+xml';
}

function sizeOf(text: string): number {
  const size = Number(/^(\d+)x\1$/i.exec(text)?.[1]);
  if (!sizes.includes(size)) throw imageNotFound();
  return size;
}

function etagOf({ bytes }: Photo): string {
  return `"${bytes.length.toString(16).toUpperCase()}"`;
}

function imageNotFound(): GraphFailure {
  return new GraphFailure(404, 'ImageNotFound', "The photo wasn't found.");
}
