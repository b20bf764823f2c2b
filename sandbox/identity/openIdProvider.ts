import type { IncomingMessage } from 'node:http';
import type { Configuration, default as OpenIdProvider, KoaContextWithOIDC } from 'oidc-provider';
import type { Store } from '#sandbox/store/openStore.ts';
import type { AppRegistration } from './appRegistration.ts';
import type { Consents } from './consents.ts';
import { accountIn, type Directory, type Person } from './directory.ts';
import { errorBody, entraErrors } from './entraError.ts';
import { createOpenIdAdapter } from './openIdAdapter.ts';
import { findScope, graphAudience, graphScopes } from './scopes.ts';
import type { SigningKey } from './signingKeys.ts';
import {
  accessTokenClaims,
  accessTokenSeconds,
  clientInfo,
  pairwiseSubject,
  personClaims,
  refreshTokenSeconds,
} from './tokenClaims.ts';

/**
 * `offline_access` under another name: oidc-provider drops the real one from a request without `prompt=consent`, Entra does not.
 */
export const offlineScope = 'sandbox_offline';

/** What the sandbox found out about a request before the provider gets it. */
export interface RequestFacts {
  readonly wantsClientInfo: boolean;
  readonly capabilities: readonly string[];
}

export interface OpenIdParts {
  readonly store: Store;
  readonly directory: Directory;
  readonly consents: Consents;
  readonly app: AppRegistration;
  readonly key: SigningKey;
  readonly now: () => number;
  /** Filled before a request is handed over. */
  readonly facts: WeakMap<IncomingMessage, RequestFacts>;
}

type OpenIdModule = typeof import('oidc-provider');

let loading: Promise<OpenIdModule> | undefined;

/** Loads oidc-provider when it is first needed. It warns about Node 20 although it runs there: one line, kept from whoever starts the sandbox. */
async function loadProvider(): Promise<OpenIdModule> {
  loading ??= (async () => {
    const { warn } = console;
    console.warn = (...words: unknown[]) => {
      if (!String(words[0]).includes('Unsupported runtime')) warn(...words);
    };
    try {
      return await import('oidc-provider');
    } finally {
      console.warn = warn;
    }
  })();
  return loading;
}

/** One grant a person, tenant and app: what was consented to, renewed whenever it is looked at. */
export function grantId(person: Person, tenantId: string): string {
  return `grant.${person.home.id}.${tenantId}`;
}

/** Writes the grant as consents stand now. */
export async function renewGrant(
  provider: OpenIdProvider,
  { app, consents }: Pick<OpenIdParts, 'app' | 'consents'>,
  person: Person,
  tenantId: string,
): Promise<InstanceType<OpenIdProvider['Grant']>> {
  const account = accountIn(person, tenantId);
  const grant = new provider.Grant({ accountId: person.home.id, clientId: app.clientId });
  grant.jti = grantId(person, tenantId);
  grant.addOIDCScope(`openid profile email ${offlineScope}`);
  const scopes = account === undefined ? [] : consents.granted(tenantId, account.id);
  if (scopes.length > 0) grant.addResourceScope(graphAudience, scopes.join(' '));
  await grant.save();
  return grant;
}

/**
 * The OpenID provider of one tenant at one origin (the issuer is part of every token). It checks redirect, PKCE and codes, and signs tokens; who signs
 * in and what is consented is decided before.
 */
export async function createOpenIdProvider(
  parts: OpenIdParts,
  { origin, tenantId }: { readonly origin: string; readonly tenantId: string },
): Promise<OpenIdProvider> {
  const { default: Provider, interactionPolicy } = await loadProvider();
  const noQuestions = interactionPolicy.base();
  noQuestions.clear();
  const { store, directory, app, key, now } = parts;
  const accountOf = (oid: string): ReturnType<typeof accountIn> => {
    const person = directory.byId(oid);
    return person === undefined ? undefined : accountIn(person, tenantId);
  };
  const configuration: Configuration = {
    adapter: createOpenIdAdapter(store, now),
    clients: [
      {
        client_id: app.clientId,
        redirect_uris: [...app.redirectUris],
        grant_types: ['authorization_code', 'refresh_token'],
        response_types: ['code'],
        token_endpoint_auth_method: 'none',
        subject_type: 'pairwise',
        // Needed where redirects go to several hosts; never fetched.
        sector_identifier_uri: `${app.brokerOrigins[0] ?? origin}/`,
      },
    ],
    claims: {
      openid: ['sub', 'oid', 'tid', 'ver'],
      profile: ['name', 'preferred_username'],
      email: ['email'],
    },
    clientBasedCORS: (_context, from) => app.brokerOrigins.includes(from ?? ''),
    conformIdTokenClaims: false,
    cookies: { long: { signed: false }, short: { signed: false } },
    enableHttpPostMethods: false,
    expiresWithSession: () => false,
    features: {
      claimsParameter: { enabled: false },
      devInteractions: { enabled: false },
      introspection: { enabled: false },
      resourceIndicators: {
        enabled: true,
        defaultResource: () => graphAudience,
        useGrantedResource: () => true,
        getResourceServerInfo: () => ({
          scope: graphScopes.map(({ name }) => name).join(' '),
          audience: graphAudience,
          accessTokenFormat: 'jwt',
          accessTokenTTL: accessTokenSeconds,
          jwt: { sign: { alg: 'RS256' } },
        }),
      },
      revocation: { enabled: false },
      rpInitiatedLogout: { enabled: false },
      userinfo: { enabled: false },
    },
    findAccount: (_context, oid) => {
      const account = accountOf(oid);
      if (account === undefined) return undefined;
      return { accountId: oid, claims: () => ({ ...personClaims(account, app.clientId) }) };
    },
    formats: {
      customizers: {
        jwt(context, token, jwt) {
          const account = accountOf('accountId' in token ? token.accountId : '');
          if (account === undefined) throw new Error('a token for nobody');
          const facts = parts.facts.get(context.req);
          const source = context.oidc.entities.AuthorizationCode ?? context.oidc.entities.RefreshToken;
          jwt.payload = {
            ...accessTokenClaims({
              account,
              clientId: app.clientId,
              scopes: parts.consents.granted(tenantId, account.id),
              contexts: (source?.acr ?? '').split(' ').filter(Boolean),
              capabilities: facts?.capabilities ?? [],
              nowEpochMilli: now(),
            }),
          };
        },
      },
    },
    interactions: { policy: noQuestions, url: () => '/' },
    issueRefreshToken: (_context, _client, code) => code.scopes.has(offlineScope),
    jwks: { keys: [key.privateJwk] },
    loadExistingGrant: async (context) => {
      const person = directory.byId(context.oidc.account?.accountId ?? '');
      return person === undefined ? undefined : renewGrant(context.oidc.provider, parts, person, tenantId);
    },
    pairwiseIdentifier: (_context, oid, client) =>
      pairwiseSubject(accountOf(oid)?.id ?? oid, client.clientId),
    pkce: { required: () => true },
    renderError: (context, out) => {
      context.type = 'text/plain';
      context.body = `${out.error}: ${out.error_description ?? ''}\n`;
    },
    responseTypes: ['code'],
    rotateRefreshToken: false,
    routes: {
      authorization: '/oauth2/v2.0/authorize',
      token: '/oauth2/v2.0/token',
      jwks: '/discovery/v2.0/keys',
    },
    scopes: ['openid', 'profile', 'email', offlineScope],
    sectorIdentifierUriValidate: () => false,
    subjectTypes: ['pairwise'],
    ttl: {
      AccessToken: accessTokenSeconds,
      AuthorizationCode: 600,
      Grant: 90 * 86_400,
      IdToken: 3600,
      Interaction: 60,
      RefreshToken: refreshTokenSeconds,
      Session: 60,
    },
  };
  const provider = new Provider(`${origin}/${tenantId}/v2.0`, configuration);
  provider.use(async (context, next) => {
    // The provider's session is made for one request; only the sandbox's own cookie goes to the browser.
    const cookies = context.res.getHeader('set-cookie');
    await next();
    if (cookies === undefined) context.res.removeHeader('set-cookie');
    else context.res.setHeader('set-cookie', cookies);
    // `oidc` is there on the provider's own routes only.
    const { oidc } = context as Partial<KoaContextWithOIDC>;
    if (oidc === undefined) return;
    const person = directory.byId(oidc.account?.accountId ?? '');
    const info =
      person !== undefined && parts.facts.get(context.req)?.wantsClientInfo === true
        ? { client_info: clientInfo(person) }
        : {};
    if (oidc.route === 'token') {
      context.body =
        context.status === 200
          ? { ...grantedBody(parts, context.body, person, tenantId), ...info }
          : refusedBody(context.body, now());
      return;
    }
    const location = context.res.getHeader('location');
    if (typeof location === 'string') context.set('Location', entraLocation(location, info));
  });
  return provider;
}

/** Entra tells all scopes that the token is good for, not only those asked for. */
function grantedBody(
  { consents }: OpenIdParts,
  body: unknown,
  person: Person | undefined,
  tenantId: string,
): Readonly<Record<string, unknown>> {
  const account = person === undefined ? undefined : accountIn(person, tenantId);
  const scopes = account === undefined ? [] : consents.granted(tenantId, account.id);
  return {
    ...(typeof body === 'object' ? body : {}),
    scope: [...scopes.filter((scope) => findScope(scope)), 'openid', 'profile', 'email'].join(' '),
    ext_expires_in: accessTokenSeconds,
  };
}

function refusedBody(body: unknown, now: number): Readonly<Record<string, unknown>> {
  const { error, error_description: words } = {
    error: undefined,
    error_description: undefined,
    ...(typeof body === 'object' ? body : {}),
  } as { readonly error: unknown; readonly error_description: unknown };
  const known = error === 'invalid_grant' ? entraErrors.badGrant() : entraErrors.badRequest('');
  return errorBody(
    {
      ...known,
      error: typeof error === 'string' ? error : 'server_error',
      words: `${known.words} ${typeof words === 'string' ? words : ''}`.trim(),
    },
    now,
  );
}

/** Entra sends no `iss`, but `client_info` and `session_state`, back to the app. */
function entraLocation(location: string, more: Readonly<Record<string, string>>): string {
  const url = new URL(location);
  const inFragment = url.hash.length > 1;
  const parameters = new URLSearchParams(inFragment ? url.hash.slice(1) : url.search);
  parameters.delete('iss');
  for (const [name, value] of Object.entries(more)) parameters.set(name, value);
  if (inFragment) url.hash = parameters.toString();
  else url.search = parameters.toString();
  return url.href;
}
