import { openIdScopes } from './scopes.ts';

/** The discovery document of a tenant, in Entra's form: a shared name has the tenant's id as a placeholder in its issuer. */
export function discoveryDocument(
  origin: string,
  tenantName: string,
  tenantId: string | undefined,
): Readonly<Record<string, unknown>> {
  const base = `${origin}/${tenantName}`;
  return {
    token_endpoint: `${base}/oauth2/v2.0/token`,
    token_endpoint_auth_methods_supported: ['none'],
    jwks_uri: `${base}/discovery/v2.0/keys`,
    response_modes_supported: ['query', 'fragment', 'form_post'],
    subject_types_supported: ['pairwise'],
    id_token_signing_alg_values_supported: ['RS256'],
    response_types_supported: ['code'],
    scopes_supported: openIdScopes,
    issuer: `${origin}/${tenantId ?? '{tenantid}'}/v2.0`,
    request_uri_parameter_supported: false,
    authorization_endpoint: `${base}/oauth2/v2.0/authorize`,
    end_session_endpoint: `${base}/oauth2/v2.0/logout`,
    code_challenge_methods_supported: ['S256'],
    claims_supported: [
      'sub',
      'iss',
      'aud',
      'exp',
      'iat',
      'nonce',
      'preferred_username',
      'name',
      'tid',
      'oid',
      'ver',
      'email',
    ],
    tenant_region_scope: null,
    cloud_instance_name: new URL(origin).host,
    msgraph_host: 'graph.microsoft.com',
  };
}

/** `/common/discovery/instance`: which hosts stand for one cloud. */
export function instanceDocument(origin: string): Readonly<Record<string, unknown>> {
  const { host } = new URL(origin);
  return {
    tenant_discovery_endpoint: `${origin}/common/v2.0/.well-known/openid-configuration`,
    'api-version': '1.1',
    metadata: [{ preferred_network: host, preferred_cache: host, aliases: [host] }],
  };
}
