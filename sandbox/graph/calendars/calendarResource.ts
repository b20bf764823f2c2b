import { createHash } from 'node:crypto';
import { restId } from '../ids.ts';
import type { Mailbox } from '../mailbox/openMailbox.ts';
import { roleIn } from './calendarAccess.ts';
import type { CalendarGrant, CalendarGroupRecord, CalendarRecord, CalendarRole } from './calendarRecord.ts';

/** Graph's `calendar`, as the viewer sees it. */
export function calendarResource(
  mailbox: Mailbox,
  calendar: CalendarRecord,
  immutable: boolean,
): Record<string, unknown> {
  const role: CalendarRole = mailbox.isOwn ? 'write' : roleIn(calendar, mailbox.viewer.upn);
  const changeKey = changeKeyOf(calendar.key, calendar.version);
  return {
    id: restId({ kind: 'calendar', mailbox: mailbox.id, key: calendar.key }, immutable),
    name: calendar.name,
    color: calendar.color,
    hexColor: calendar.hexColor,
    isDefaultCalendar: calendar.isDefault,
    changeKey,
    canShare: mailbox.isOwn,
    canViewPrivateItems: mailbox.isOwn || role === 'delegateWithPrivateEventAccess',
    canEdit: mailbox.isOwn || role === 'write' || role.startsWith('delegate'),
    allowedOnlineMeetingProviders: ['teamsForBusiness'],
    defaultOnlineMeetingProvider: 'teamsForBusiness',
    isTallyingResponses: calendar.isDefault,
    isRemovable: !calendar.isDefault,
    owner: { name: mailbox.owner.displayName, address: mailbox.owner.mail },
  };
}

/** Graph's `calendarGroup`. */
export function calendarGroupResource(
  mailbox: Mailbox,
  group: CalendarGroupRecord,
  immutable: boolean,
): Record<string, unknown> {
  return {
    id: restId({ kind: 'calendarGroup', mailbox: mailbox.id, key: group.key }, immutable),
    name: group.name,
    classId: group.classId,
    changeKey: changeKeyOf(group.key, group.version),
  };
}

const grantable: readonly CalendarRole[] = ['freeBusyRead', 'limitedRead', 'read', 'write'];

/** Graph's `calendarPermission`. */
export function calendarPermissionResource(mailbox: Mailbox, grant: CalendarGrant): Record<string, unknown> {
  return {
    id: restId({ kind: 'permission', mailbox: mailbox.id, key: grant.key }, false),
    isRemovable: grant.address !== null,
    isInsideOrganization: true,
    role: grant.role,
    allowedRoles: grant.address === null ? ['none', ...grantable] : grantable,
    emailAddress:
      grant.address === null ? { name: grant.name } : { name: grant.name, address: grant.address },
  };
}

function changeKeyOf(key: string, version: number): string {
  return createHash('sha1').update(`${key} ${version}`).digest().subarray(0, 16).toString('base64');
}
