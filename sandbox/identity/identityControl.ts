import type { IncomingMessage, ServerResponse } from 'node:http';
import { allTenantIds, unknownScopeIn } from './consents.ts';
import type { Identity } from './createIdentity.ts';
import { findTenant } from './tenants.ts';
import { accessTokenSeconds } from './tokenClaims.ts';

interface Answer {
  readonly status: number;
  readonly body?: unknown;
}

class ControlError extends Error {
  override readonly name = 'ControlError';
}

/**
 * The part of the control interface that is about signing in: `POST /sandbox/consent`, `GET /sandbox/consent`, `POST /sandbox/tokens`. Answers false for
 * any other path. Like the rest of the control interface it takes no token and refuses pages of other origins.
 */
export function createIdentityControl(
  identity: Identity,
  now: () => number = Date.now,
): (request: IncomingMessage, response: ServerResponse) => Promise<boolean> {
  return async (request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'https://localhost');
    const operation = `${request.method ?? ''} ${pathname}`;
    if (pathname !== '/sandbox/consent' && pathname !== '/sandbox/tokens') return false;
    let answer: Answer;
    try {
      answer = isForeign(request)
        ? { status: 403, body: { error: 'Not from a page of another origin.' } }
        : await answerTo(identity, operation, request, now);
    } catch (error) {
      if (!(error instanceof ControlError)) throw error;
      answer = { status: 400, body: { error: error.message } };
    }
    response
      .writeHead(answer.status, { 'Content-Type': 'application/json', 'Cache-Control': 'no-store' })
      .end(answer.body === undefined ? undefined : `${JSON.stringify(answer.body)}\n`);
    return true;
  };
}

async function answerTo(
  identity: Identity,
  operation: string,
  request: IncomingMessage,
  now: () => number,
): Promise<Answer> {
  switch (operation) {
    case 'GET /sandbox/consent':
      return { status: 200, body: policies(identity) };
    case 'POST /sandbox/consent':
      await changeConsent(identity, await readObject(request));
      return { status: 200, body: policies(identity) };
    case 'POST /sandbox/tokens':
      return changeTokens(identity, await readObject(request), now());
    default:
      return { status: 405, body: { error: 'Not with this method.' } };
  }
}

function policies(identity: Identity): Readonly<Record<string, unknown>> {
  return Object.fromEntries(allTenantIds.map((id) => [id, identity.consents.policy(id)]));
}

/** A tool or the sandbox's own pages may; a page of another origin may not use somebody's browser. */
export function isForeign(request: IncomingMessage): boolean {
  const { origin, host } = request.headers;
  if (origin === undefined) return request.headers['sec-fetch-site'] === 'cross-site';
  return !URL.canParse(origin) || new URL(origin).host !== host;
}

async function readObject(request: IncomingMessage): Promise<ReadonlyMap<string, unknown>> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(Buffer.from(part));
  const text = Buffer.concat(parts).toString('utf8');
  let value: unknown;
  try {
    value = JSON.parse(text === '' ? '{}' : text);
  } catch {
    throw new ControlError('The body is not JSON.');
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new ControlError('The body is an object.');
  return new Map(Object.entries(value));
}

function scopesOf(value: unknown, name: string): readonly string[] | undefined {
  if (value === undefined) return undefined;
  if (!Array.isArray(value)) throw new ControlError(`${name} is a list of scopes.`);
  const scopes = value.filter((entry): entry is string => typeof entry === 'string');
  const problem = unknownScopeIn(scopes);
  if (scopes.length !== value.length || problem !== undefined)
    throw new ControlError(problem ?? `${name} is a list of scopes.`);
  return scopes;
}

/** `{tenant?, allowed?, adminOnly?, forget?}`: tenant by id or domain (all when absent); forget `"everyone"` or a person. */
async function changeConsent(identity: Identity, body: ReadonlyMap<string, unknown>): Promise<void> {
  for (const name of body.keys())
    if (!['tenant', 'allowed', 'adminOnly', 'forget'].includes(name))
      throw new ControlError(`There is no member ${name}.`);
  const tenant = body.get('tenant');
  const found = typeof tenant === 'string' ? findTenant(tenant) : undefined;
  if (tenant !== undefined && found === undefined) throw new ControlError('There is no such tenant.');
  const allowed = scopesOf(body.get('allowed'), 'allowed');
  const adminOnly = scopesOf(body.get('adminOnly'), 'adminOnly');
  const forget = body.get('forget');
  const forgotten = forget === undefined || forget === 'everyone' ? undefined : personOf(identity, forget);
  for (const id of found === undefined ? allTenantIds : [found.id])
    await identity.consents.setPolicy(id, {
      ...(allowed === undefined ? {} : { allowed }),
      ...(adminOnly === undefined ? {} : { adminOnly }),
    });
  if (forget === 'everyone') await identity.consents.forget();
  for (const account of forgotten === undefined ? [] : [forgotten.home, ...forgotten.guestAccounts])
    await identity.consents.forget(account.id);
}

function personOf(identity: Identity, value: unknown): Identity['directory']['people'][number] {
  const text = typeof value === 'string' ? value : '';
  const person =
    identity.directory.byKey(text) ?? identity.directory.byId(text) ?? identity.directory.byName(text);
  if (person === undefined) throw new ControlError('There is no such person.');
  return person;
}

/**
 * `{person, action: "issue", scopes, tenant?}`: a token with just these scopes, as a person without a browser would need a sign-in for.
 * `{person, action}`: `expireAccess`, `expireRefresh`, `revoke` (refresh tokens and every sign-in), `challenge` (Graph asks for a newer token), `stepUp`
 * (Graph asks for authentication context `c1`), `clear`.
 */
async function changeTokens(
  identity: Identity,
  body: ReadonlyMap<string, unknown>,
  now: number,
): Promise<Answer> {
  const person = personOf(identity, body.get('person'));
  const { id } = person.home;
  switch (body.get('action')) {
    case 'issue':
      return { status: 200, body: await issued(identity, person, body) };
    case 'expireAccess':
      await identity.rules.change(id, { accessExpiredBefore: now });
      break;
    case 'expireRefresh':
      await identity.rules.change(id, { refreshExpiredBefore: now });
      break;
    case 'revoke':
      await identity.sessions.signOutEverywhere(id);
      await identity.rules.change(id, { accessExpiredBefore: now, refreshRevokedBefore: now });
      break;
    case 'challenge':
      await identity.rules.change(id, { sessionFrom: now });
      break;
    case 'stepUp':
      await identity.rules.change(id, { context: 'c1' });
      break;
    case 'clear':
      await identity.rules.clear(id);
      break;
    default:
      throw new ControlError(
        'action is issue, expireAccess, expireRefresh, revoke, challenge, stepUp or clear.',
      );
  }
  return { status: 204 };
}

async function issued(
  identity: Identity,
  person: Identity['directory']['people'][number],
  body: ReadonlyMap<string, unknown>,
): Promise<unknown> {
  const scopes = scopesOf(body.get('scopes'), 'scopes') ?? ['User.Read'];
  const tenant = body.get('tenant');
  const found = typeof tenant === 'string' ? findTenant(tenant) : undefined;
  if (tenant !== undefined && found === undefined) throw new ControlError('There is no such tenant.');
  const token = identity.issueToken(person, scopes, found?.id ?? person.home.tenantId);
  if (token === undefined) throw new ControlError('The person has no account in this tenant.');
  return {
    token_type: 'Bearer',
    scope: scopes.join(' '),
    expires_in: accessTokenSeconds,
    access_token: await token,
  };
}
