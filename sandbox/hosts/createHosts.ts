import { readFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import sirv from 'sirv';
import type { Identity } from '#sandbox/identity/createIdentity.ts';
import type { Person } from '#sandbox/identity/directory.ts';
import { brokerAccount } from '#sandbox/identity/hostBroker.ts';
import { isForeign } from '#sandbox/identity/identityControl.ts';
import { findCastMember } from '#sandbox/people/cast.ts';
import { seedNote } from '#sandbox/people/seedCast.ts';
import type { Handler } from '#sandbox/server.ts';
import type { Store } from '#sandbox/store/openStore.ts';
import type { Clock } from '#sandbox/types.ts';
import { frontPageBody } from './frontPage.ts';
import { keepSetting } from './addInSettings.ts';
import { createHostSessions } from './hostSessions.ts';
import { sendHostPage } from './hostShell.ts';
import { createOfficeFiles } from './officeFiles.ts';
import { outlookPageBody, readOutlookQuery } from './outlookPage.ts';
import { ribbonOfProject } from './ribbonManifest.ts';
import { readTeamsQuery, teamsPageBody } from './teamsPage.ts';

interface HostParts {
  readonly identity: Identity;
  readonly clock: Clock;
  readonly store: Store;
  /** Where the app is served; the first of the registered origins. */
  readonly appUrl: string;
  readonly root: string;
  readonly caFile: string;
}

const microsoftHostNames =
  /(^|\.)(microsoft\.com|office\.com|cloud\.microsoft|microsoft365\.com|office365\.com|live\.com)$/;

/** Which sign-in service belongs to a host page: Entra's own name when the page is shown under one of Microsoft's, else the same origin. */
export function authorityOrigin(host: string): string {
  return microsoftHostNames.test(host.split(':')[0] ?? '')
    ? 'https://login.microsoftonline.com'
    : `https://${host}`;
}

type HostKind = 'Teams' | 'Outlook';

const longestBody = 100_000;

/** The front page, the Teams page, the Outlook page, and what their scripts ask the server for. */
export function createHosts(parts: HostParts): Handler {
  const { identity, clock, store, appUrl, root, caFile } = parts;
  const sessions = createHostSessions();
  const scripts = sirv(join(root, 'dist/hosts'), { dev: false, etag: true });
  const styles = sirv(join(root, 'sandbox/hosts/styles'), { dev: true, etag: true });
  const icons = sirv(join(root, 'assets/icons'), { dev: true, etag: true });
  const sendOffice = createOfficeFiles(root);

  function sendFile(request: IncomingMessage, response: ServerResponse): void {
    const path = (request.url ?? '').replace(/^\/hosts/, '');
    const folder = /^\/(styles|icons)(?=\/)/.exec(path)?.[1];
    const serve = folder === 'styles' ? styles : folder === 'icons' ? icons : scripts;
    response.setHeader('X-Content-Type-Options', 'nosniff');
    response.setHeader('Cache-Control', 'no-cache');
    request.url = folder === undefined ? path : path.slice(folder.length + 1);
    serve(request, response, () => {
      response.writeHead(404, { 'Content-Type': 'text/plain' }).end('Not found\n');
    });
  }

  function front(response: ServerResponse): void {
    const note = seedNote(store);
    const now = clock.now();
    sendHostPage(response, {
      title: 'Local Microsoft 365, Sandbox',
      script: 'front',
      facts: { now },
      body: frontPageBody({
        now,
        machineNow: Date.now(),
        madeAt: note?.madeAt ?? now,
        entryCounts: note?.entryCounts ?? {},
        caFile,
        appUrl,
      }),
    });
  }

  /** The page of a person in Teams or in Outlook; whoever nobody knows is led to the front page. */
  function hostPage(request: IncomingMessage, response: ServerResponse, url: URL, kind: HostKind): void {
    const person = identity.directory.byKey(url.searchParams.get('person') ?? '');
    if (person === undefined) {
      response.writeHead(302, { Location: '/' }).end();
      return;
    }
    const appOrigin =
      identity.app.brokerOrigins.find((origin) => origin === url.searchParams.get('app')) ?? appUrl;
    const facts = {
      appOrigin,
      hostKey: sessions.open(person),
      person: factsOf(person),
      account: brokerAccount(person, authorityOrigin(request.headers.host ?? 'localhost')),
      appId: identity.app.clientId,
    };
    const shell = { title: `${person.home.givenName}, ${kind} page`, frames: [appOrigin] };
    if (kind === 'Teams') {
      const query = readTeamsQuery(url.searchParams);
      const body = teamsPageBody(identity.directory.people, person, query);
      sendHostPage(response, { ...shell, script: 'teams', facts: { ...query, ...facts }, body });
    } else {
      const query = readOutlookQuery(url.searchParams);
      const ribbon = ribbonOfProject(root, appOrigin, identity.app.clientId);
      const people = identity.directory.people.map(({ home }) => ({
        name: home.displayName,
        address: home.mail,
      }));
      const body = outlookPageBody(identity.directory.people, person, query);
      sendHostPage(response, {
        ...shell,
        script: 'outlook',
        facts: { ...query, ...facts, ribbon, people },
        body,
      });
    }
  }

  async function call(request: IncomingMessage, response: ServerResponse, what: string): Promise<void> {
    const key = request.headers['x-host-session'];
    const person = sessions.personOf(Array.isArray(key) ? key[0] : key);
    if (isForeign(request) || request.method !== 'POST' || person === undefined)
      return sendJson(response, 403, { error: 'Only the host page itself may ask.' });
    if (what === 'graph-token')
      return sendJson(response, 200, { token: await identity.hostToken(person.key) });
    if (what !== 'broker' && what !== 'settings') return sendJson(response, 404, { error: 'unknown' });
    const asked = await readBody(request);
    const text = (name: string): string | undefined => {
      const value = asked.get(name);
      return typeof value === 'string' ? value : undefined;
    };
    if (what === 'settings') {
      const value = await keepSetting(store, person.home.id, text('key') ?? '', text('value'));
      return sendJson(response, 200, { value });
    }
    const answer = text('answer');
    return sendJson(
      response,
      200,
      await identity.broker({
        person,
        appOrigin: text('appOrigin') ?? '',
        clientId: text('clientId') ?? '',
        scope: text('scope') ?? '',
        claims: text('claims'),
        isInteractive: asked.get('isInteractive') === true,
        answer: answer === 'accept' || answer === 'confirm' ? answer : 'none',
        authorityOrigin: authorityOrigin(request.headers.host ?? 'localhost'),
      }),
    );
  }

  return async (request, response) => {
    const url = new URL(request.url ?? '/', 'https://localhost');
    const { pathname } = url;
    if (await sendOffice(request, response)) return true;
    if (pathname.startsWith('/hosts/')) {
      sendFile(request, response);
      return true;
    }
    if (pathname.startsWith('/host/')) {
      await call(request, response, pathname.slice('/host/'.length));
      return true;
    }
    if (request.method !== 'GET' && request.method !== 'HEAD') return false;
    switch (pathname) {
      case '/':
        front(response);
        return true;
      case '/teams':
        hostPage(request, response, url, 'Teams');
        return true;
      case '/outlook':
        hostPage(request, response, url, 'Outlook');
        return true;
      case '/ca.crt':
        response.writeHead(200, { 'Content-Type': 'application/x-x509-ca-cert' }).end(readFileSync(caFile));
        return true;
      case '/favicon.ico':
        response.writeHead(302, { Location: '/hosts/styles/mark.svg' }).end();
        return true;
      default:
        return false;
    }
  };
}

function factsOf({ key, home, locale }: Person): Readonly<Record<string, string>> {
  return {
    key,
    oid: home.id,
    tid: home.tenantId,
    upn: home.userPrincipalName,
    mail: home.mail,
    name: home.displayName,
    givenName: home.givenName,
    zone: home.timeZone,
    placeZone: findCastMember(key)?.placeZone ?? 'UTC',
    locale,
  };
}

function sendJson(response: ServerResponse, status: number, body: unknown): void {
  response
    .writeHead(status, { 'Content-Type': 'application/json', 'Cache-Control': 'no-store' })
    .end(JSON.stringify(body));
}

async function readBody(request: IncomingMessage): Promise<ReadonlyMap<string, unknown>> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const part of request) {
    const chunk = Buffer.from(part);
    length += chunk.length;
    if (length > longestBody) return new Map();
    chunks.push(chunk);
  }
  try {
    const value: unknown = JSON.parse(Buffer.concat(chunks).toString('utf8'));
    return typeof value === 'object' && value !== null ? new Map(Object.entries(value)) : new Map();
  } catch {
    return new Map();
  }
}
