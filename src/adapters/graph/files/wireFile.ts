import * as v from 'valibot';
import { cleanLine } from '#domain/text/cleanLine.ts';
import type { StoredFile } from '#ports/files.ts';

const optional = <Schema extends v.GenericSchema>(schema: Schema) => v.optional(v.nullable(schema));
const text = v.pipe(v.string(), v.minLength(1), v.maxLength(4000));
const identity = optional(v.object({ user: optional(v.object({ id: optional(text) })) }));

/** Graph's driveItem, as far as it is needed. Names, hashes and tags are compared, never shown. */
const wireItem = v.object({
  id: text,
  name: v.string(),
  size: optional(v.number()),
  eTag: optional(text),
  cTag: optional(text),
  lastModifiedDateTime: optional(v.string()),
  lastModifiedBy: identity,
  parentReference: optional(v.object({ driveId: optional(text), id: optional(text) })),
  file: optional(v.object({ hashes: optional(v.object({ quickXorHash: optional(v.string()) })) })),
  '@microsoft.graph.downloadUrl': optional(v.string()),
});

export const wireFolder = v.object({
  id: text,
  parentReference: optional(v.object({ driveId: optional(text) })),
});

export const wireList = v.object({
  value: v.array(v.unknown()),
  '@odata.nextLink': optional(v.string()),
});

const permission = v.object({
  id: text,
  roles: optional(v.array(v.string())),
  grantedToV2: optional(v.object({ user: optional(v.object({ id: optional(text) })) })),
  inheritedFrom: optional(v.object({ id: optional(text) })),
});

/** A right to the folder. */
export interface FolderPermission {
  readonly id: string;
  /** Undefined for a link. */
  readonly personId: string | undefined;
  readonly isOwner: boolean;
  readonly canWrite: boolean;
}

/** A file of a folder's list; undefined for folders and for what is no item. */
export function readFile(item: unknown, driveId: string | undefined): StoredFile | undefined {
  const read = v.safeParse(wireItem, item);
  if (!read.success) return undefined;
  const { output: wire } = read;
  const drive = wire.parentReference?.driveId ?? driveId;
  if (wire.file === undefined || wire.file === null || drive === undefined) return undefined;
  const modifiedAt = Date.parse(wire.lastModifiedDateTime ?? '');
  return {
    driveId: drive,
    id: wire.id,
    name: cleanLine(wire.name, 255),
    sizeBytes: wire.size ?? 0,
    contentTag: wire.cTag ?? wire.eTag ?? '',
    changeTag: wire.eTag ?? wire.cTag ?? '',
    hash: wire.file.hashes?.quickXorHash ?? undefined,
    modifiedAt: Number.isFinite(modifiedAt) ? modifiedAt : 0,
    modifiedBy: wire.lastModifiedBy?.user?.id ?? undefined,
    downloadUrl: wire['@microsoft.graph.downloadUrl'] ?? undefined,
  };
}

/** The folder that a file lies in. */
export function parentOf(item: unknown): { readonly driveId: string; readonly folderId: string } | undefined {
  const read = v.safeParse(wireItem, item);
  const parent = read.success ? read.output.parentReference : undefined;
  return parent?.driveId && parent.id ? { driveId: parent.driveId, folderId: parent.id } : undefined;
}

export function readPermission(value: unknown): FolderPermission | undefined {
  const read = v.safeParse(permission, value);
  if (!read.success) return undefined;
  const { id, roles, grantedToV2, inheritedFrom } = read.output;
  // What comes from a folder above is not ours to take away.
  if (inheritedFrom?.id) return undefined;
  return {
    id,
    personId: grantedToV2?.user?.id ?? undefined,
    isOwner: roles?.includes('owner') === true,
    canWrite: roles?.includes('write') === true,
  };
}

const wireDrive = v.object({
  owner: optional(v.object({ user: optional(v.object({ id: optional(text) })) })),
});

/** Directory id of the person whose drive it is. */
export function driveOwner(body: unknown): string | undefined {
  const read = v.safeParse(wireDrive, body);
  return read.success ? (read.output.owner?.user?.id ?? undefined) : undefined;
}
