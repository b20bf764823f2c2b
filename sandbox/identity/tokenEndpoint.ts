import type { IncomingMessage, ServerResponse } from 'node:http';
import type { default as OpenIdProvider } from 'oidc-provider';
import { originOf } from './authorizeEndpoint.ts';
import { accountIn, type Person } from './directory.ts';
import { entraErrors, errorBody, type EntraError } from './entraError.ts';
import { handOver } from './handOver.ts';
import { changeArtifact, findArtifact, type KeptArtifact } from './openIdAdapter.ts';
import { offlineScope, renewGrant, type OpenIdParts } from './openIdProvider.ts';
import { readForm } from './readForm.ts';
import { readScopes } from './scopes.ts';
import { findTenant, sharedTenantNames } from './tenants.ts';
import { readClaimsRequest, type TokenRules } from './tokenRules.ts';

interface TokenParts extends OpenIdParts {
  readonly rules: TokenRules;
  readonly providerFor: (origin: string, tenantId: string) => Promise<OpenIdProvider>;
}

interface Exchange {
  readonly person: Person;
  readonly tenantId: string;
  readonly kept: KeptArtifact;
}

/** The token endpoint: what Entra decides is decided here, the exchange itself is the provider's. */
export function createTokenEndpoint(
  parts: TokenParts,
): (request: IncomingMessage, response: ServerResponse, tenantName: string) => Promise<void> {
  const { app, now } = parts;
  return async (request, response, tenantName) => {
    const { origin } = request.headers;
    if (request.method === 'OPTIONS') {
      response
        .writeHead(200, {
          'Access-Control-Allow-Origin': '*',
          'Access-Control-Allow-Methods': 'GET, POST, OPTIONS',
          'Access-Control-Allow-Headers': request.headers['access-control-request-headers'] ?? '*',
          'Access-Control-Max-Age': '3600',
        })
        .end();
      return;
    }
    const isKnownOrigin = origin !== undefined && app.brokerOrigins.includes(origin);
    if (isKnownOrigin) response.setHeader('Access-Control-Allow-Origin', origin);
    const form = await readForm(request);
    const refuse = (error: EntraError, status = 400): void => {
      response
        .writeHead(status, {
          'Content-Type': 'application/json',
          'Cache-Control': 'no-store',
          Vary: 'Origin',
        })
        .end(JSON.stringify(errorBody(error, now())));
    };
    if (form === undefined) return refuse(entraErrors.badRequest('The request is too long.'), 413);
    const clientId = form.client_id ?? '';
    if (clientId === '') return refuse(entraErrors.missing('client_id'));
    if (clientId !== app.clientId) return refuse(entraErrors.invalidClient(clientId));
    if (!isKnownOrigin) return refuse(entraErrors.notCrossOrigin());
    const found = findExchange(parts, tenantName, form);
    if ('error' in found) return refuse(found.error);
    const prepared = await prepare(parts, found, form, originOf(request));
    if ('error' in prepared) return refuse(prepared.error);
    return handOver(prepared.provider, parts.facts, request, response, {
      method: 'POST',
      tenantId: found.tenantId,
      path: '/oauth2/v2.0/token',
      form: prepared.form,
      facts: {
        wantsClientInfo: form.client_info === '1',
        capabilities: readClaimsRequest(form.claims)?.capabilities ?? [],
      },
    });
  };
}

type Refusal = { readonly error: EntraError };

const artifactOf: Readonly<Record<string, readonly [model: string, parameter: string]>> = {
  authorization_code: ['AuthorizationCode', 'code'],
  refresh_token: ['RefreshToken', 'refresh_token'],
};

function findExchange(
  { store, directory, rules, now }: TokenParts,
  tenantName: string,
  form: Readonly<Record<string, string>>,
): Exchange | Refusal {
  const tenant = findTenant(tenantName);
  if (tenant === undefined && !sharedTenantNames.includes(tenantName.toLowerCase()))
    return { error: entraErrors.tenantNotFound(tenantName) };
  const grantType = form.grant_type ?? '';
  if (grantType === '') return { error: entraErrors.missing('grant_type') };
  const artifact = artifactOf[grantType];
  if (artifact === undefined)
    return {
      error: {
        error: 'unsupported_grant_type',
        number: 70003,
        words: `The app requested an unsupported grant type '${grantType}'.`,
      },
    };
  const [model, parameter] = artifact;
  const value = form[parameter] ?? '';
  if (value === '') return { error: entraErrors.missing(parameter) };
  const kept = findArtifact(store, model, value);
  const person = directory.byId(kept?.payload.accountId ?? '');
  if (kept === undefined || person === undefined) return { error: entraErrors.badGrant() };
  const rule = rules.of(person.home.id);
  if (kept.storedAt < (rule.refreshRevokedBefore ?? 0)) return { error: entraErrors.grantRevoked() };
  if (kept.expiresAt <= now() || kept.storedAt < (rule.refreshExpiredBefore ?? 0))
    return { error: entraErrors.refreshExpired() };
  if (model === 'AuthorizationCode' && Boolean(kept.payload.consumed))
    return { error: entraErrors.codeUsed() };
  const tenantId = tenant?.id ?? person.home.tenantId;
  if (accountIn(person, tenantId) === undefined)
    return {
      error: {
        ...entraErrors.notInTenant(person.home.userPrincipalName, tenantName),
        error: 'invalid_grant',
      },
    };
  return { person, tenantId, kept };
}

async function prepare(
  parts: TokenParts,
  { person, tenantId, kept }: Exchange,
  form: Readonly<Record<string, string>>,
  origin: string,
): Promise<Refusal | { readonly provider: OpenIdProvider; readonly form: Readonly<Record<string, string>> }> {
  const { app, consents } = parts;
  const claims = readClaimsRequest(form.claims);
  if (claims === undefined)
    return { error: entraErrors.badRequest('The claims parameter is not valid JSON.') };
  const held = (kept.payload.acr ?? '').split(' ');
  if (claims.contexts.some((context) => !held.includes(context)))
    return { error: entraErrors.stepUp(form.claims ?? '') };
  const asked = readScopes(form.scope ?? '');
  if (asked.kind === 'unknown') return { error: entraErrors.unknownScope(asked.scope, app.clientId) };
  if (asked.kind === 'other-resource') return { error: entraErrors.otherResource(asked.resource) };
  const oid = accountIn(person, tenantId)?.id ?? '';
  const { byPerson, byAdministrator } = consents.missing(tenantId, oid, asked.graph);
  if (byPerson.length + byAdministrator.length > 0)
    return { error: { ...entraErrors.consentMissing(app.clientId, app.name), error: 'invalid_grant' } };
  const provider = await parts.providerFor(origin, tenantId);
  const { claims: _claims, client_info: _info, scope: _scope, ...rest } = form;
  if (form.grant_type === 'authorization_code') return { provider, form: rest };
  await renewGrant(provider, parts, person, tenantId);
  const graph = asked.isDefault ? consents.granted(tenantId, oid) : asked.graph;
  const openId = asked.openId.map((scope) => (scope === 'offline_access' ? offlineScope : scope));
  const before = (kept.payload.scope ?? '').split(' ');
  // Entra's refresh token is good for every scope that is consented by now, not only for those it came with.
  const requested = [...new Set(['openid', 'profile', ...openId, ...graph])];
  const scope = [...new Set([...before, ...requested])].join(' ');
  await changeArtifact(parts.store, 'RefreshToken', form.refresh_token ?? '', { scope });
  return { provider, form: { ...rest, scope: requested.join(' ') } };
}
