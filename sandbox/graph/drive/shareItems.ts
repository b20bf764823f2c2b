import { randomBytes } from 'node:crypto';
import { findByAddress, findUser } from '../directory/findUser.ts';
import { GraphFailure, driveAccessDenied, driveInvalid, driveItemNotFound } from '../graphFailure.ts';
import { sendMessage } from '../mail/sendMessage.ts';
import type { GraphRequest, GraphServices, Operation } from '../types.ts';
import { membersOf, textIn } from './changeItems.ts';
import type { Drive, DriveItemRecord, ItemGrant } from './driveItemRecord.ts';
import { webUrlOf } from './driveItemResource.ts';
import { findDriveItem } from './findDriveItem.ts';
import { permissionResource, permissionsOf } from './permissionResource.ts';
import { putItem } from './writeItems.ts';

/** `POST …/invite`: shares an item with colleagues. People outside the directory are refused, as reported of Graph. */
export const inviteToItem =
  (parts: GraphServices): Operation =>
  async (request) => {
    const { store, clock } = parts;
    const { drive, item } = findDriveItem(parts, request, 'write');
    requireOwner(drive, request);
    const body = membersOf(request.body);
    const role = roleIn(body.roles);
    const people = readRecipients(parts, request, body.recipients);
    const message = textIn(body, 'message') ?? '';
    if (message.length > 2000) throw driveInvalid('The message is longer than 2000 characters.');
    if (body.requireSignIn !== true && body.sendInvitation !== true)
      throw driveInvalid('requireSignIn, sendInvitation or both must be true.');
    const grants = people.map((person): ItemGrant => ({
      key: Buffer.from(`${role} ${person.id} ${item.key}`).toString('base64url'),
      role,
      userId: person.id,
      link: null,
    }));
    await store.write((writer) => {
      const others = item.grants.filter(({ userId }) => !grants.some((grant) => grant.userId === userId));
      putItem(writer, drive, { ...item, grants: [...others, ...grants], version: item.version + 1 });
      if (body.sendInvitation === true)
        for (const person of people)
          sendMessage(
            writer,
            clock.now(),
            {
              subject: `${drive.owner.displayName} shared "${item.name}" with you`,
              body: { contentType: 'text', content: `${message}\n\n${webUrlOf(writer, drive, item)}` },
              from: drive.owner,
              to: [{ name: person.displayName, address: person.mail }],
              meeting: null,
              saveToSent: false,
            },
            { kind: 'mail', text: message },
          );
    });
    return {
      status: 200,
      body: {
        '@odata.context': `${request.base}/$metadata#Collection(permission)`,
        value: grants.map((grant) => permissionResource(store, drive, grant)),
      },
    };
  };

/** `POST …/createLink`: a link for the organization. Links for anybody are switched off, as in careful tenants. */
export const createLink =
  (parts: GraphServices): Operation =>
  async (request) => {
    const { drive, item } = findDriveItem(parts, request, 'write');
    requireOwner(drive, request);
    const body = membersOf(request.body);
    const type = textIn(body, 'type') ?? 'view';
    if (type !== 'view' && type !== 'edit') throw driveInvalid('The type of the link is not supported.');
    if ((textIn(body, 'scope') ?? 'anonymous') !== 'organization')
      throw new GraphFailure(
        403,
        'accessDenied',
        'The feature has been disabled. Please contact your admin.',
      );
    const known = item.grants.find(({ link }) => link?.type === type);
    const grant: ItemGrant = known ?? {
      key: randomBytes(18).toString('base64url'),
      role: type === 'edit' ? 'write' : 'read',
      userId: null,
      link: { type, token: `E${randomBytes(24).toString('base64url')}` },
    };
    if (!known)
      await parts.store.write((writer) =>
        putItem(writer, drive, { ...item, grants: [...item.grants, grant], version: item.version + 1 }),
      );
    return { status: known ? 200 : 201, body: permissionResource(parts.store, drive, grant) };
  };

/** `GET …/permissions`. */
export const listPermissions =
  (parts: GraphServices): Operation =>
  (request) => {
    const { drive, item } = findDriveItem(parts, request, 'read');
    return {
      status: 200,
      body: {
        '@odata.context': `${request.base}/$metadata#drives('${drive.id}')/items('${item.key}')/permissions`,
        value: permissionsOf(parts.store, drive, item, request.principal),
      },
    };
  };

/** `PATCH …/permissions/{id}`: other roles. */
export const updatePermission =
  (parts: GraphServices): Operation =>
  async (request) => {
    const { drive, item } = findDriveItem(parts, request, 'write');
    requireOwner(drive, request);
    const grant = { ...grantOf(item, request), role: roleIn(membersOf(request.body).roles) };
    await save(
      parts,
      drive,
      item,
      item.grants.map((other) => (other.key === grant.key ? grant : other)),
    );
    return { status: 200, body: permissionResource(parts.store, drive, grant) };
  };

/** `DELETE …/permissions/{id}`. */
export const deletePermission =
  (parts: GraphServices): Operation =>
  async (request) => {
    const { drive, item } = findDriveItem(parts, request, 'write');
    requireOwner(drive, request);
    const grant = grantOf(item, request);
    await save(
      parts,
      drive,
      item,
      item.grants.filter(({ key }) => key !== grant.key),
    );
    return { status: 204 };
  };

function save(
  { store }: Pick<GraphServices, 'store'>,
  drive: Drive,
  item: DriveItemRecord,
  grants: readonly ItemGrant[],
): Promise<DriveItemRecord> {
  return store.write((writer) => putItem(writer, drive, { ...item, grants, version: item.version + 1 }));
}

function requireOwner(drive: Drive, request: GraphRequest): void {
  if (drive.owner.id !== request.principal.oid) throw driveAccessDenied();
}

function grantOf(item: DriveItemRecord, request: GraphRequest): ItemGrant {
  const grant = item.grants.find(({ key }) => key === request.params.permission);
  if (!grant) throw driveItemNotFound();
  return grant;
}

function roleIn(roles: unknown): 'read' | 'write' {
  const [role, ...more]: unknown[] = Array.isArray(roles) ? roles : [];
  if (more.length > 0 || (role !== 'read' && role !== 'write'))
    throw driveInvalid('The roles of the permission must be read or write.');
  return role;
}

function readRecipients(
  { store }: Pick<GraphServices, 'store'>,
  request: GraphRequest,
  value: unknown,
): { readonly id: string; readonly displayName: string; readonly mail: string }[] {
  if (!Array.isArray(value) || value.length === 0)
    throw driveInvalid('The request needs at least one recipient.');
  return value.map((entry: unknown) => {
    const recipient = membersOf(entry);
    const objectId = textIn(recipient, 'objectId');
    const email = textIn(recipient, 'email') ?? textIn(recipient, 'alias');
    const { tid } = request.principal;
    const person =
      objectId === undefined
        ? email === undefined
          ? undefined
          : (findUser(store, tid, email) ?? findByAddress(store, email))
        : findUser(store, tid, objectId);
    if (person?.tenantId !== tid)
      throw new GraphFailure(400, 'invalidRequest', 'Some users in the request cannot be invited securely.', {
        more: { innerError: { code: 'secureSharingInvalidRequest' } },
      });
    return person;
  });
}
