import { randomBytes } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AppRegistration } from './appRegistration.ts';
import { peopleOf, setSessionCookie } from './authorizeEndpoint.ts';
import { sessionCookie, type BrowserSessions } from './browserSessions.ts';
import type { Consents } from './consents.ts';
import type { Directory, Person } from './directory.ts';
import { describe, entraErrors, errorParameters, type EntraError } from './entraError.ts';
import { readCookie, readForm } from './readForm.ts';
import { readScopes } from './scopes.ts';
import { choosePersonPage, consentPage, errorPage, sendPage } from './signInPages.ts';
import { findTenant, sharedTenantNames } from './tenants.ts';

interface AdminConsentParts {
  readonly app: AppRegistration;
  readonly consents: Consents;
  readonly directory: Directory;
  readonly sessions: BrowserSessions;
  readonly now: () => number;
}

interface Asked {
  readonly tenantName: string;
  readonly redirectUri: string;
  readonly state: string | undefined;
  readonly scopes: readonly string[];
}

interface Flow extends Asked {
  readonly administrator: Person | undefined;
}

/** `/{tenant}/v2.0/adminconsent`: an administrator allows the app for everyone in the organisation. */
export interface AdminConsentEndpoint {
  readonly ask: (request: IncomingMessage, response: ServerResponse, tenantName: string) => void;
  readonly answer: (request: IncomingMessage, response: ServerResponse, tenantName: string) => Promise<void>;
}

export function createAdminConsentEndpoint(parts: AdminConsentParts): AdminConsentEndpoint {
  const { app, consents, directory, sessions, now } = parts;
  const flows = new Map<string, Flow>();
  const refuse = (response: ServerResponse, error: EntraError): void =>
    sendPage(response, 400, 'Permissions', errorPage(describe(error, now()).text));

  function show(response: ServerResponse, flow: Flow): void {
    const id = randomBytes(18).toString('base64url');
    flows.set(id, flow);
    const target = { action: `/${flow.tenantName}/sandbox/admin-answer`, flow: id };
    const { administrator } = flow;
    if (administrator === undefined) {
      const people = peopleOf(directory, flow.tenantName);
      const suggested = people.find(({ isAdministrator }) => isAdministrator);
      sendPage(response, 200, 'Sign in', choosePersonPage(target, people, suggested, app.name));
      return;
    }
    const page = consentPage(target, {
      person: administrator,
      appName: app.name,
      scopes: flow.scopes,
      forAll: 'must',
    });
    sendPage(response, 200, 'Permissions', page);
  }

  function goBack(response: ServerResponse, flow: Flow, answer: Readonly<Record<string, string>>): void {
    const url = new URL(flow.redirectUri);
    for (const [name, value] of Object.entries(answer)) url.searchParams.set(name, value);
    if (flow.state !== undefined) url.searchParams.set('state', flow.state);
    response.writeHead(302, { Location: url.href, 'Cache-Control': 'no-store' }).end();
  }

  return {
    ask(request, response, tenantName) {
      const { searchParams } = new URL(request.url ?? '/', 'https://localhost');
      const clientId = searchParams.get('client_id') ?? '';
      const redirectUri = searchParams.get('redirect_uri') ?? '';
      if (clientId !== app.clientId) return refuse(response, entraErrors.invalidClient(clientId));
      if (!app.redirectUris.includes(redirectUri))
        return refuse(response, entraErrors.redirectMismatch(redirectUri, clientId));
      if (findTenant(tenantName) === undefined && !sharedTenantNames.includes(tenantName.toLowerCase()))
        return refuse(response, entraErrors.tenantNotFound(tenantName));
      const asked = readScopes(searchParams.get('scope') ?? '');
      if (asked.kind === 'unknown') return refuse(response, entraErrors.unknownScope(asked.scope, clientId));
      if (asked.kind === 'other-resource') return refuse(response, entraErrors.otherResource(asked.resource));
      const scopes = asked.graph.length > 0 ? asked.graph : requiredOfEveryone;
      return show(response, {
        tenantName,
        redirectUri,
        state: searchParams.get('state') ?? undefined,
        scopes,
        administrator: undefined,
      });
    },
    async answer(request, response, tenantName) {
      const form = await readForm(request);
      const flow = flows.get(form?.flow ?? '');
      if (form === undefined || flow === undefined || flow.tenantName !== tenantName)
        return refuse(response, entraErrors.flowGone());
      flows.delete(form.flow ?? '');
      const { administrator } = flow;
      if (form.answer === 'cancel')
        return goBack(response, flow, errorParameters(entraErrors.consentDeclined(), now()));
      if (administrator === undefined) {
        const person = directory.byKey(form.person ?? '');
        if (person === undefined) return show(response, flow);
        const cookie = await sessions.signIn(readCookie(request, sessionCookie), {
          oid: person.home.id,
          sinceEpochMilli: now(),
          contexts: [],
        });
        setSessionCookie(response, cookie);
        if (!person.isAdministrator) return refuse(response, entraErrors.adminRequired(app.name));
        return show(response, { ...flow, administrator: person });
      }
      const tenantId = findTenant(tenantName)?.id ?? administrator.home.tenantId;
      await consents.allowForAll(tenantId, flow.scopes);
      return goBack(response, flow, {
        admin_consent: 'True',
        tenant: tenantId,
        scope: flow.scopes.map((scope) => `https://graph.microsoft.com/${scope}`).join(' '),
      });
    },
  };
}

/** What the app's registration lists: asked for when the address names no scopes (`.default`). */
const requiredOfEveryone: readonly string[] = [
  'User.Read',
  'User.ReadBasic.All',
  'Calendars.ReadWrite',
  'Files.ReadWrite',
];
