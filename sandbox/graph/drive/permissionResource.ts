import type { Reader } from '#sandbox/store/table.ts';
import type { Principal } from '#sandbox/types.ts';
import { directory, users } from '../directory/users.ts';
import { withParents, type Drive, type DriveItemRecord, type ItemGrant } from './driveItemRecord.ts';
import { identity, siteOf } from './driveItemResource.ts';

/** Graph's `permission` list of an item: the owner's, those of the item, those that come from folders above. Others see their own only. */
export function permissionsOf(
  store: Reader,
  drive: Drive,
  item: DriveItemRecord,
  viewer: Principal,
): readonly unknown[] {
  const isOwner = viewer.oid === drive.owner.id;
  const grants = withParents(store, drive, item).flatMap((holder) =>
    holder.grants
      .filter(({ userId }) => isOwner || userId === viewer.oid)
      .map((grant) => permissionResource(store, drive, grant, holder.key === item.key ? undefined : holder)),
  );
  if (!isOwner) return grants;
  return [
    {
      id: Buffer.from(`owner ${drive.owner.id}`).toString('base64url'),
      roles: ['owner'],
      grantedTo: identity(store, drive.owner.id),
      grantedToV2: identity(store, drive.owner.id),
    },
    ...grants,
  ];
}

/** Graph's `permission`. `holder` is the folder it is inherited from. */
export function permissionResource(
  store: Reader,
  drive: Drive,
  grant: ItemGrant,
  holder?: DriveItemRecord,
): Record<string, unknown> {
  const person = grant.userId === null ? undefined : store.get(users, directory, grant.userId);
  return {
    id: grant.key,
    roles: [grant.role],
    ...(grant.link
      ? {
          shareId: shareIdOf(linkUrl(drive, grant.link)),
          hasPassword: false,
          grantedToIdentities: [],
          grantedToIdentitiesV2: [],
          link: {
            type: grant.link.type,
            scope: 'organization',
            webUrl: linkUrl(drive, grant.link),
            preventsDownload: false,
          },
        }
      : {}),
    ...(person
      ? {
          grantedTo: identity(store, person.id),
          grantedToV2: {
            user: { id: person.id, displayName: person.displayName },
            siteUser: {
              id: '12',
              displayName: person.displayName,
              loginName: `i:0#.f|membership|${person.userPrincipalName}`,
            },
          },
        }
      : {}),
    ...(holder ? { inheritedFrom: { driveId: drive.id, id: holder.key } } : {}),
  };
}

/** The address of a sharing link. */
export function linkUrl(drive: Drive, link: NonNullable<ItemGrant['link']>): string {
  const site = new URL(siteOf(drive));
  return `${site.origin}/:u:/g${site.pathname}/${link.token}`;
}

/** A URL as `/shares/` takes it. */
export function shareIdOf(url: string): string {
  return `u!${Buffer.from(url).toString('base64url')}`;
}
