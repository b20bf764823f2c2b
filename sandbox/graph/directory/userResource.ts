import type { DirectoryUser, Principal } from '#sandbox/types.ts';
import { selectMembers } from '../odata/selectMembers.ts';

/** What Graph returns of a user without `$select`. */
const defaultMembers = new Set([
  'businessPhones',
  'displayName',
  'givenName',
  'jobTitle',
  'mail',
  'mobilePhone',
  'officeLocation',
  'preferredLanguage',
  'surname',
  'userPrincipalName',
]);
/** What `User.ReadBasic.All` shows of others. */
const basicMembers = new Set(['id', 'displayName', 'givenName', 'surname', 'mail', 'userPrincipalName']);
const allUsersScopes = [
  'User.Read.All',
  'User.ReadWrite.All',
  'Directory.Read.All',
  'Directory.ReadWrite.All',
];

/** Members that only a request for one user returns (user resource: "returned only on $select", single user). */
export const singleUserMembers: readonly string[] = [
  'aboutMe',
  'interests',
  'pastProjects',
  'responsibilities',
  'schools',
  'skills',
];

/** Graph's `user`, as far as the caller's scopes show it. */
export function userResource(
  user: DirectoryUser,
  principal: Principal,
  selected: ReadonlySet<string> | undefined,
): Record<string, unknown> {
  const full = isFullyVisible(user, principal);
  const whole: Record<string, unknown> = {
    businessPhones: [],
    displayName: user.displayName,
    givenName: user.givenName,
    jobTitle: user.jobTitle,
    mail: user.mail,
    mobilePhone: null,
    officeLocation: user.officeLocation,
    preferredLanguage: null,
    surname: user.surname,
    userPrincipalName: user.userPrincipalName,
    id: user.id,
    department: user.department,
    userType: user.userType,
    accountEnabled: true,
    otherMails: [],
    proxyAddresses: [`SMTP:${user.mail}`],
  };
  for (const name of selected ?? []) if (!(name in whole)) whole[name] = listMembers.has(name) ? [] : null;
  const visible = full
    ? whole
    : Object.fromEntries(
        Object.entries(whole).map(([name, value]) => [
          name,
          basicMembers.has(name) ? value : Array.isArray(value) ? [] : null,
        ]),
      );
  return selectMembers(visible, selected ?? defaultMembers);
}

function isFullyVisible(user: DirectoryUser, principal: Principal): boolean {
  return user.id === principal.oid || allUsersScopes.some((scope) => principal.scopes.includes(scope));
}

const listMembers = new Set([
  'interests',
  'pastProjects',
  'responsibilities',
  'schools',
  'skills',
  'businessPhones',
  'otherMails',
  'proxyAddresses',
]);
