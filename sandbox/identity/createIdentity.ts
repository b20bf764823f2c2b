import type { IncomingMessage, ServerResponse } from 'node:http';
import type { default as OpenIdProvider } from 'oidc-provider';
import type { Store } from '#sandbox/store/openStore.ts';
import type { TokenVerifier } from '#sandbox/types.ts';
import { createAdminConsentEndpoint } from './adminConsentEndpoint.ts';
import type { AppRegistration } from './appRegistration.ts';
import { createAuthorizeEndpoint, originOf } from './authorizeEndpoint.ts';
import { createBrowserSessions, sessionCookie, type BrowserSessions } from './browserSessions.ts';
import { createConsents, type Consents } from './consents.ts';
import { accountIn, type Directory, type Person } from './directory.ts';
import { describe, entraErrors, errorBody } from './entraError.ts';
import {
  createHostBroker,
  hostToken,
  signedToken,
  type BrokerAnswer,
  type BrokerRequest,
} from './hostBroker.ts';
import { discoveryDocument, instanceDocument } from './metadata.ts';
import { removeExpired } from './openIdAdapter.ts';
import { createOpenIdProvider, type OpenIdParts } from './openIdProvider.ts';
import { readCookie } from './readForm.ts';
import { html } from './html.ts';
import { errorPage, sendPage } from './signInPages.ts';
import { signingKey } from './signingKeys.ts';
import { findTenant, sharedTenantNames } from './tenants.ts';
import { createTokenEndpoint } from './tokenEndpoint.ts';
import { createTokenRules, type TokenRules } from './tokenRules.ts';
import { createTokenVerifier } from './tokenVerifier.ts';

export interface Identity {
  /** Answers what is under Entra's paths; false for any other path. */
  readonly handle: (request: IncomingMessage, response: ServerResponse) => Promise<boolean>;
  readonly verifier: TokenVerifier;
  readonly consents: Consents;
  readonly rules: TokenRules;
  readonly sessions: BrowserSessions;
  readonly directory: Directory;
  readonly app: AppRegistration;
  readonly broker: (request: BrokerRequest) => Promise<BrokerAnswer>;
  /** A token of the host page's own for a person, by short name. */
  hostToken(key: string): Promise<string>;
  /** A token for Graph with just these scopes, for tools without a browser; undefined where the person has no account in the tenant. */
  issueToken(person: Person, scopes: readonly string[], tenantId: string): Promise<string> | undefined;
}

interface IdentityParts {
  readonly store: Store;
  readonly directory: Directory;
  readonly app: AppRegistration;
  /** File of the signing key. */
  readonly keyFile: string;
  /** The machine's clock, not the sandbox's: browsers compare token times with theirs. */
  readonly now?: () => number;
}

/** Entra as the app meets it: OpenID Connect under Entra's paths, consent, and the checks of tokens for Graph. */
export async function createIdentity(given: IdentityParts): Promise<Identity> {
  const now = given.now ?? Date.now;
  const { store, directory, app } = given;
  const key = signingKey(given.keyFile);
  const consents = createConsents(store);
  const rules = createTokenRules(store);
  const sessions = createBrowserSessions(store);
  await removeExpired(store, now());
  const parts: OpenIdParts = { store, directory, app, key, consents, now, facts: new WeakMap() };
  const providers = new Map<string, Promise<OpenIdProvider>>();
  const providerFor = (origin: string, tenantId: string): Promise<OpenIdProvider> => {
    const name = `${origin}/${tenantId}`;
    const known = providers.get(name) ?? createOpenIdProvider(parts, { origin, tenantId });
    providers.set(name, known);
    return known;
  };
  const authorization = createAuthorizeEndpoint({ ...parts, sessions, providerFor });
  const token = createTokenEndpoint({ ...parts, rules, providerFor });
  const adminConsent = createAdminConsentEndpoint({ app, consents, directory, sessions, now });

  async function logout(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { searchParams } = new URL(request.url ?? '/', 'https://localhost');
    const hinted = directory.byName(searchParams.get('logout_hint') ?? '');
    await sessions.signOut(readCookie(request, sessionCookie), hinted?.home.id);
    const back = searchParams.get('post_logout_redirect_uri') ?? '';
    if (app.redirectUris.includes(back)) {
      const url = new URL(back);
      const state = searchParams.get('state');
      if (state !== null) url.searchParams.set('state', state);
      response.writeHead(302, { Location: url.href, 'Cache-Control': 'no-store' }).end();
      return;
    }
    sendPage(
      response,
      200,
      'Signed out',
      html`<h1>You signed out of your account</h1>
        <p>It’s a good idea to close all browser windows.</p>`,
    );
  }

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<boolean> {
    const url = new URL(request.url ?? '/', 'https://localhost');
    const [, tenantName = '', rest = ''] = /^\/([^/]+)\/(.+)$/.exec(url.pathname) ?? [];
    const operation = operations[rest];
    if (operation === undefined) return false;
    const isKnown =
      findTenant(tenantName) !== undefined || sharedTenantNames.includes(tenantName.toLowerCase());
    const method = request.method ?? 'GET';
    if (!operation.methods.includes(method)) {
      response.writeHead(405, { Allow: operation.methods.join(', ') }).end();
      return true;
    }
    if (!isKnown) {
      const error = entraErrors.tenantNotFound(tenantName);
      if (operation.isPage) sendPage(response, 400, 'Sign in', errorPage(describe(error, now()).text));
      else sendJson(response, 400, errorBody(error, now()));
      return true;
    }
    await operation.run(request, response, tenantName, url);
    return true;
  }

  const operations: Readonly<Record<string, IdentityOperation>> = {
    'v2.0/.well-known/openid-configuration': {
      methods: ['GET', 'HEAD'],
      run: (request, response, tenantName) =>
        sendJson(response, 200, discoveryDocument(originOf(request), tenantName, findTenant(tenantName)?.id)),
    },
    'discovery/v2.0/keys': {
      methods: ['GET', 'HEAD'],
      run: (_request, response) => sendJson(response, 200, { keys: [key.publicJwk] }),
    },
    'discovery/instance': {
      methods: ['GET', 'HEAD'],
      run: (request, response) => sendJson(response, 200, instanceDocument(originOf(request))),
    },
    'oauth2/v2.0/authorize': {
      methods: ['GET'],
      isPage: true,
      run: (request, response, tenantName, url) =>
        authorization.authorize(request, response, {
          tenantName,
          parameters: Object.fromEntries(url.searchParams),
        }),
    },
    'oauth2/v2.0/token': { methods: ['POST', 'OPTIONS'], run: token },
    'oauth2/v2.0/logout': { methods: ['GET'], isPage: true, run: logout },
    'v2.0/adminconsent': { methods: ['GET'], isPage: true, run: adminConsent.ask },
    'sandbox/answer': { methods: ['POST'], isPage: true, run: authorization.answer },
    'sandbox/admin-answer': { methods: ['POST'], isPage: true, run: adminConsent.answer },
  };

  return {
    handle,
    verifier: createTokenVerifier({ key, directory, rules }),
    consents,
    rules,
    sessions,
    directory,
    app,
    broker: createHostBroker({ app, consents, key, now }),
    async hostToken(personKey) {
      const person = directory.byKey(personKey);
      if (person === undefined) throw new Error(`nobody called ${personKey}`);
      return hostToken({ key, now }, person);
    },
    issueToken(person, scopes, tenantId) {
      const account = accountIn(person, tenantId);
      if (account === undefined) return undefined;
      return signedToken({ key, now }, account, { clientId: app.clientId, scopes, contexts: [] });
    },
  };
}

interface IdentityOperation {
  readonly methods: readonly string[];
  readonly isPage?: boolean;
  readonly run: (
    request: IncomingMessage,
    response: ServerResponse,
    tenantName: string,
    url: URL,
  ) => Promise<void> | void;
}

function sendJson(response: ServerResponse, status: number, body: unknown): void {
  response
    .writeHead(status, {
      'Content-Type': 'application/json',
      'Access-Control-Allow-Origin': '*',
      'Cache-Control': status === 200 ? 'max-age=86400, private' : 'no-store',
      'X-Content-Type-Options': 'nosniff',
    })
    .end(JSON.stringify(body));
}
