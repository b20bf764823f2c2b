import { randomBytes } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { default as OpenIdProvider } from 'oidc-provider';
import type { BrowserSessions } from './browserSessions.ts';
import { sessionCookie } from './browserSessions.ts';
import {
  decideSignIn,
  type SignInDecision,
  type SignInProgress,
  type SignInRequest,
} from './decideSignIn.ts';
import { accountIn, type Directory, type Person } from './directory.ts';
import { describe, entraErrors, errorParameters, type EntraError } from './entraError.ts';
import { handOver } from './handOver.ts';
import { offlineScope, type OpenIdParts } from './openIdProvider.ts';
import { readCookie, readForm } from './readForm.ts';
import {
  choosePersonPage,
  confirmIdentityPage,
  consentPage,
  errorPage,
  needsAdministratorPage,
  sendPage,
  type FormTarget,
} from './signInPages.ts';
import { findTenant } from './tenants.ts';
import { readClaimsRequest } from './tokenRules.ts';

interface Flow {
  readonly request: SignInRequest;
  readonly progress: SignInProgress;
  readonly pending: SignInDecision;
}

interface AuthorizeParts extends OpenIdParts {
  readonly sessions: BrowserSessions;
  readonly providerFor: (origin: string, tenantId: string) => Promise<OpenIdProvider>;
}

const keptFlows = 200;

/** The authorization endpoint and the pages it leads through. */
export interface AuthorizeEndpoint {
  readonly authorize: (
    request: IncomingMessage,
    response: ServerResponse,
    asked: SignInRequest,
  ) => Promise<void>;
  /** A page's form was sent. */
  readonly answer: (request: IncomingMessage, response: ServerResponse, tenantName: string) => Promise<void>;
}

export function createAuthorizeEndpoint(parts: AuthorizeParts): AuthorizeEndpoint {
  const { app, consents, directory, sessions, now } = parts;
  const flows = new Map<string, Flow>();

  function remember(flow: Flow): string {
    const id = randomBytes(18).toString('base64url');
    flows.set(id, flow);
    const [oldest] = flows.keys();
    if (flows.size > keptFlows && oldest !== undefined) flows.delete(oldest);
    return id;
  }

  async function proceed(
    request: IncomingMessage,
    response: ServerResponse,
    asked: SignInRequest,
    progress: SignInProgress,
    cookie: string | undefined,
  ): Promise<void> {
    const signedIn = sessions.people(cookie);
    const decision = decideSignIn({ app, consents, directory }, asked, signedIn, progress);
    const target = (): FormTarget => ({
      action: `/${asked.tenantName}/sandbox/answer`,
      flow: remember({ request: asked, progress, pending: decision }),
    });
    switch (decision.kind) {
      case 'refuse':
        sendPage(response, 400, 'Sign in', errorPage(describe(decision.error, now()).text));
        return;
      case 'return-error':
        returnToApp(response, asked, decision.error, now());
        return;
      case 'choose-person': {
        const people = peopleOf(directory, asked.tenantName);
        sendPage(response, 200, 'Sign in', choosePersonPage(target(), people, decision.suggested, app.name));
        return;
      }
      case 'confirm-identity':
        sendPage(response, 200, 'Sign in', confirmIdentityPage(target(), decision.person));
        return;
      case 'ask-consent': {
        const forAll = decision.person.isAdministrator ? 'may' : 'no';
        sendPage(
          response,
          200,
          'Permissions',
          consentPage(target(), { ...decision, appName: app.name, forAll }),
        );
        return;
      }
      case 'needs-administrator':
        sendPage(
          response,
          200,
          'Permissions',
          needsAdministratorPage(target(), { ...decision, appName: app.name }),
        );
        return;
      case 'issue':
        await issue(request, response, asked, decision);
    }
  }

  async function issue(
    request: IncomingMessage,
    response: ServerResponse,
    { parameters }: SignInRequest,
    { person, tenantId, contexts, scopes }: Extract<SignInDecision, { kind: 'issue' }>,
  ): Promise<void> {
    const provider = await parts.providerFor(originOf(request), tenantId);
    const session = new provider.Session();
    session.loginAccount({
      accountId: person.home.id,
      loginTs: Math.floor(now() / 1000),
      acr: contexts.join(' '),
    });
    await session.save(60);
    const renamed = scopes.map((scope) => (scope === 'offline_access' ? offlineScope : scope));
    const { prompt: _prompt, claims, ...rest } = parameters;
    const query = new URLSearchParams({ ...rest, scope: renamed.join(' ') });
    await handOver(provider, parts.facts, request, response, {
      method: 'GET',
      tenantId,
      path: `/oauth2/v2.0/authorize?${query.toString()}`,
      cookie: `_session=${session.jti}`,
      facts: {
        wantsClientInfo: parameters.client_info === '1',
        capabilities: readClaimsRequest(claims)?.capabilities ?? [],
      },
    });
    await session.destroy();
  }

  return {
    authorize: (request, response, asked) =>
      proceed(request, response, asked, {}, readCookie(request, sessionCookie)),
    async answer(request, response, tenantName) {
      const form = await readForm(request);
      const flow = flows.get(form?.flow ?? '');
      if (form === undefined || flow === undefined || flow.request.tenantName !== tenantName) {
        sendPage(response, 400, 'Sign in', errorPage(describe(entraErrors.flowGone(), now()).text));
        return;
      }
      flows.delete(form.flow ?? '');
      const { request: asked, pending } = flow;
      let { progress } = flow;
      let cookie = readCookie(request, sessionCookie);
      if (form.answer === 'cancel') {
        returnToApp(response, asked, declined(pending, app.name), now());
        return;
      }
      switch (pending.kind) {
        case 'choose-person': {
          const person = directory.byKey(form.person ?? '');
          if (person !== undefined) {
            cookie = await sessions.signIn(cookie, signedInNow(person, [], now()));
            setSessionCookie(response, cookie);
            progress = { ...progress, chosen: person.home.id };
          }
          break;
        }
        case 'confirm-identity':
          cookie = await sessions.signIn(cookie, signedInNow(pending.person, pending.contexts, now()));
          setSessionCookie(response, cookie);
          progress = { ...progress, chosen: pending.person.home.id };
          break;
        case 'ask-consent': {
          const account = accountIn(pending.person, pending.tenantId);
          if (form.everyone === 'yes' && pending.person.isAdministrator)
            await consents.allowForAll(pending.tenantId, pending.scopes);
          else if (account !== undefined) await consents.allow(pending.tenantId, account.id, pending.scopes);
          progress = { ...progress, chosen: pending.person.home.id, hasConsented: true };
          break;
        }
        case 'needs-administrator':
          // "Have an admin account?": begin again with the choice of a person.
          await proceed(
            request,
            response,
            { ...asked, parameters: { ...asked.parameters, prompt: 'select_account' } },
            {},
            cookie,
          );
          return;
        case 'refuse':
        case 'return-error':
        case 'issue':
        // None of these shows a form.
      }
      await proceed(request, response, asked, progress, cookie);
    },
  };
}

function signedInNow(
  person: Person,
  contexts: readonly string[],
  now: number,
): Parameters<BrowserSessions['signIn']>[1] {
  return { oid: person.home.id, sinceEpochMilli: now, contexts };
}

/** The origin that the browser asked for: part of every issuer. */
export function originOf(request: IncomingMessage): string {
  return `https://${request.headers.host ?? 'localhost'}`;
}

/** Entra's sign-in cookies are sent from a silent frame of another site too. */
export function setSessionCookie(response: ServerResponse, value: string): void {
  response.setHeader(
    'Set-Cookie',
    `${sessionCookie}=${value}; Path=/; Secure; HttpOnly; SameSite=None; Max-Age=7776000`,
  );
}

/** People with an account in the tenant asked for; all for a shared name. */
export function peopleOf(directory: Directory, tenantName: string): readonly Person[] {
  const tenant = findTenant(tenantName);
  return tenant === undefined
    ? directory.people
    : directory.people.filter((person) => accountIn(person, tenant.id) !== undefined);
}

function declined(pending: SignInDecision, appName: string): EntraError {
  if (pending.kind === 'needs-administrator') return entraErrors.adminRequired(appName);
  return pending.kind === 'ask-consent' ? entraErrors.consentDeclined() : entraErrors.cancelled();
}

function returnToApp(
  response: ServerResponse,
  { parameters }: SignInRequest,
  error: EntraError,
  now: number,
): void {
  const url = new URL(parameters.redirect_uri ?? '');
  const answer = new URLSearchParams({
    ...errorParameters(error, now),
    ...(parameters.state === undefined ? {} : { state: parameters.state }),
  });
  if (parameters.response_mode === 'fragment') url.hash = answer.toString();
  else url.search = answer.toString();
  response
    .writeHead(302, { Location: url.href, 'Cache-Control': 'no-store', 'Referrer-Policy': 'no-referrer' })
    .end();
}
