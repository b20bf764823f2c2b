import { importJWK, SignJWT } from 'jose';
import type { DirectoryUser } from '#sandbox/types.ts';
import type { AppRegistration } from './appRegistration.ts';
import type { Consents } from './consents.ts';
import { accountIn, type Person } from './directory.ts';
import { describe, entraErrors, type EntraError } from './entraError.ts';
import { readScopes, scopeTitle } from './scopes.ts';
import type { SigningKey } from './signingKeys.ts';
import { accessTokenClaims, accessTokenSeconds, personClaims, type AccessTokenFacts } from './tokenClaims.ts';
import { readClaimsRequest } from './tokenRules.ts';

/** What an app in a host page asks the host's broker for (nested app authentication). */
export interface BrokerRequest {
  readonly person: Person;
  /** Origin of the frame that asks; has to be registered as `brk-multihub://…`. */
  readonly appOrigin: string;
  readonly clientId: string;
  readonly scope: string;
  readonly claims: string | undefined;
  /** Whether the person may be asked something now. */
  readonly isInteractive: boolean;
  /** What the person just did in the host's dialog. */
  readonly answer: 'none' | 'accept' | 'confirm';
  /** Origin of the sign-in service, for issuer and authority. */
  readonly authorityOrigin: string;
}

export type BrokerAnswer =
  | { readonly kind: 'token'; readonly token: BrokerToken; readonly account: BrokerAccount }
  | {
      readonly kind: 'failed';
      readonly status: string;
      readonly code: string;
      readonly subError?: string;
      readonly description: string;
    }
  /** The host shows a dialog and asks again with the answer. */
  | {
      readonly kind: 'ask';
      readonly what: 'consent' | 'administrator' | 'confirm';
      readonly appName: string;
      readonly scopes: readonly { readonly name: string; readonly title: string }[];
    };

interface BrokerToken {
  readonly access_token: string;
  readonly id_token: string;
  readonly expires_in: number;
  readonly scope: string;
  readonly authority: string;
  readonly properties: null;
}

interface BrokerAccount {
  readonly homeAccountId: string;
  readonly environment: string;
  readonly tenantId: string;
  readonly username: string;
  readonly localAccountId: string;
  readonly name: string;
}

interface BrokerParts {
  readonly app: AppRegistration;
  readonly consents: Consents;
  readonly key: SigningKey;
  readonly now: () => number;
}

/** How msal-browser knows the account: `accountContext` of the bridge's first answer and `account` of every token. */
export function brokerAccount(person: Person, authorityOrigin: string): BrokerAccount {
  const { home } = person;
  return {
    homeAccountId: `${home.id}.${home.tenantId}`,
    environment: new URL(authorityOrigin).host,
    tenantId: home.tenantId,
    username: home.userPrincipalName,
    localAccountId: home.id,
    name: home.displayName,
  };
}

/** Gives out tokens to apps inside a host page, as Teams and Outlook do: the host's own sign-in, the app's own consents. */
export function createHostBroker({
  app,
  consents,
  key,
  now,
}: BrokerParts): (request: BrokerRequest) => Promise<BrokerAnswer> {
  const stepUps = new Map<string, readonly string[]>();

  function failed(status: string, error: EntraError): BrokerAnswer {
    return {
      kind: 'failed',
      status,
      code: error.error,
      ...(error.suberror === undefined ? {} : { subError: error.suberror }),
      description: describe(error, now()).text,
    };
  }

  async function sign(claims: Readonly<Record<string, unknown>>): Promise<string> {
    return new SignJWT({ ...claims })
      .setProtectedHeader({ alg: 'RS256', kid: key.kid, typ: 'JWT' })
      .sign(await importJWK({ ...key.privateJwk }, 'RS256'));
  }

  return async (request) => {
    const { person, isInteractive, answer } = request;
    if (!app.brokerOrigins.includes(request.appOrigin))
      return failed('PERSISTENT_ERROR', {
        error: 'invalid_request',
        number: 700046,
        words: `Invalid Reply Address. Reply Address must have scheme brk-multihub:// and be of the form brk-multihub://${new URL(request.appOrigin).host}.`,
      });
    if (request.clientId !== app.clientId)
      return failed('PERSISTENT_ERROR', entraErrors.invalidClient(request.clientId));
    const asked = readScopes(request.scope);
    if (asked.kind === 'unknown')
      return failed('PERSISTENT_ERROR', entraErrors.unknownScope(asked.scope, app.clientId));
    if (asked.kind === 'other-resource')
      return failed('PERSISTENT_ERROR', entraErrors.otherResource(asked.resource));
    const claims = readClaimsRequest(request.claims);
    if (claims === undefined)
      return failed('PERSISTENT_ERROR', entraErrors.badRequest('The claims parameter is not valid JSON.'));

    const tenantId = person.home.tenantId;
    const oid = person.home.id;
    const account = accountIn(person, tenantId) ?? person.home;
    const held = stepUps.get(oid) ?? [];
    if (claims.contexts.some((context) => !held.includes(context))) {
      if (!isInteractive)
        return failed('USER_INTERACTION_REQUIRED', entraErrors.stepUp(request.claims ?? ''));
      if (answer !== 'confirm') return { kind: 'ask', what: 'confirm', appName: app.name, scopes: [] };
      stepUps.set(oid, [...new Set([...held, ...claims.contexts])]);
    }
    const { byPerson, byAdministrator } = consents.missing(tenantId, oid, asked.graph);
    const left = [...byPerson, ...byAdministrator];
    const isFirstTime = consents.granted(tenantId, oid).length === 0;
    if (left.length > 0 || isFirstTime) {
      const scopes = (left.length > 0 ? left : ['User.Read']).map((name) => ({
        name,
        title: scopeTitle(name),
      }));
      if (!isInteractive)
        return failed('USER_INTERACTION_REQUIRED', entraErrors.consentMissing(app.clientId, app.name));
      if (byAdministrator.length > 0 && !person.isAdministrator)
        return {
          kind: 'ask',
          what: 'administrator',
          appName: app.name,
          scopes: scopes.filter(({ name }) => byAdministrator.includes(name)),
        };
      if (answer !== 'accept') return { kind: 'ask', what: 'consent', appName: app.name, scopes };
      await consents.allow(
        tenantId,
        oid,
        scopes.map(({ name }) => name),
      );
    }
    const granted = consents.granted(tenantId, oid);
    const nowEpochMilli = now();
    const issued = Math.floor(nowEpochMilli / 1000);
    const issuer = `${request.authorityOrigin}/${tenantId}/v2.0`;
    const [accessToken, idToken] = await Promise.all([
      sign(
        accessTokenClaims({
          account,
          clientId: app.clientId,
          scopes: granted,
          contexts: stepUps.get(oid) ?? [],
          capabilities: claims.capabilities,
          nowEpochMilli,
        }),
      ),
      sign({
        ...personClaims(account, app.clientId),
        iss: issuer,
        aud: app.clientId,
        iat: issued,
        nbf: issued,
        exp: issued + accessTokenSeconds,
      }),
    ]);
    return {
      kind: 'token',
      token: {
        access_token: accessToken,
        id_token: idToken,
        expires_in: accessTokenSeconds,
        scope: [...granted, 'openid', 'profile', 'email'].join(' '),
        authority: `${request.authorityOrigin}/${tenantId}`,
        properties: null,
      },
      account: brokerAccount(person, request.authorityOrigin),
    };
  };
}

/** A token for the host page itself, which shows the person's calendar as Teams and Outlook do without asking. */
export function hostToken(parts: Pick<BrokerParts, 'key' | 'now'>, person: Person): Promise<string> {
  return signedToken(parts, person.home, {
    clientId: hostClientId,
    scopes: [
      'User.Read',
      'User.ReadBasic.All',
      'Calendars.ReadWrite',
      'Mail.ReadWrite',
      'Mail.Send',
      'MailboxSettings.Read',
    ],
    contexts: ['c1'],
  });
}

/** An access token for Graph that nobody had to be asked for. */
export async function signedToken(
  { key, now }: Pick<BrokerParts, 'key' | 'now'>,
  account: DirectoryUser,
  facts: Pick<AccessTokenFacts, 'clientId' | 'scopes' | 'contexts'>,
): Promise<string> {
  const claims = accessTokenClaims({ ...facts, account, capabilities: [], nowEpochMilli: now() });
  return new SignJWT({ ...claims })
    .setProtectedHeader({ alg: 'RS256', kid: key.kid, typ: 'JWT' })
    .sign(await importJWK({ ...key.privateJwk }, 'RS256'));
}

/** Client id of the host pages, the sandbox's own. */
const hostClientId = '1d0f4d0b-93a7-4b3c-8e62-aa50b1c7d9e8';
