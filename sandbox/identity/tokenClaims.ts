import { createHash, randomUUID } from 'node:crypto';
import type { DirectoryUser } from '#sandbox/types.ts';
import type { Person } from './directory.ts';
import { graphAudience } from './scopes.ts';

/** Entra's default: between 60 and 90 minutes; the shorter is the stricter. */
export const accessTokenSeconds = 3600;
/** Refresh tokens of a single-page application live for a day, whatever happens. */
export const refreshTokenSeconds = 86_400;

export interface AccessTokenFacts {
  readonly account: DirectoryUser;
  readonly clientId: string;
  readonly scopes: readonly string[];
  /** Authentication contexts that the sign-in satisfied. */
  readonly contexts: readonly string[];
  readonly capabilities: readonly string[];
  readonly nowEpochMilli: number;
}

/** `sub` differs from application to application, as Entra's does. */
export function pairwiseSubject(oid: string, clientId: string): string {
  return createHash('sha256').update(`${oid}/${clientId}`).digest('base64url');
}

/** Claims of an access token for Graph, in the form Graph gets from Entra (version 1). */
export function accessTokenClaims(facts: AccessTokenFacts): Readonly<Record<string, unknown>> {
  const { account, clientId, nowEpochMilli } = facts;
  const now = Math.floor(nowEpochMilli / 1000);
  return {
    aud: graphAudience,
    iss: `https://sts.windows.net/${account.tenantId}/`,
    iat: now,
    nbf: now,
    exp: now + accessTokenSeconds,
    acr: '1',
    ...(facts.contexts.length === 0 ? {} : { acrs: facts.contexts }),
    amr: facts.contexts.length === 0 ? ['pwd'] : ['pwd', 'mfa'],
    app_displayname: 'Mentor Meetings',
    appid: clientId,
    appidacr: '0',
    family_name: account.surname,
    given_name: account.givenName,
    idtyp: 'user',
    name: account.displayName,
    oid: account.id,
    scp: facts.scopes.join(' '),
    sub: pairwiseSubject(account.id, graphAudience),
    tid: account.tenantId,
    unique_name: account.userPrincipalName,
    upn: account.userPrincipalName,
    uti: randomUUID(),
    ver: '1.0',
    ...(facts.capabilities.length === 0 ? {} : { xms_cc: facts.capabilities }),
    // Not Entra's: `iat` in milliseconds, so that what is issued right after a revocation is told from what was before it.
    sandbox_iat_ms: nowEpochMilli,
  };
}

/** When a verified token was issued, epoch milliseconds. */
export function issuedAt(payload: Readonly<Record<string, unknown>>): number {
  const { sandbox_iat_ms: exact, iat } = payload;
  if (typeof exact === 'number') return exact;
  return typeof iat === 'number' ? iat * 1000 : 0;
}

/** Claims about a person in an ID token, version 2, without those of the exchange (nonce, times). */
export function personClaims(
  account: DirectoryUser,
  clientId: string,
): Readonly<Record<string, string>> & { readonly sub: string } {
  return {
    sub: pairwiseSubject(account.id, clientId),
    name: account.displayName,
    oid: account.id,
    // A guest is called by the address at home.
    preferred_username: account.userType === 'Guest' ? account.mail : account.userPrincipalName,
    tid: account.tenantId,
    ver: '2.0',
    ...(account.mail === '' ? {} : { email: account.mail }),
  };
}

/** `client_info` of a token response: the home account, so that a person has one key in every tenant. */
export function clientInfo(person: Person): string {
  return Buffer.from(JSON.stringify({ uid: person.home.id, utid: person.home.tenantId })).toString(
    'base64url',
  );
}
