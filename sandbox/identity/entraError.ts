import { randomUUID } from 'node:crypto';

/** An error as Entra's endpoints tell it: OAuth code, AADSTS number, words. */
export interface EntraError {
  readonly error: string;
  readonly number: number;
  readonly words: string;
  readonly suberror?: string;
  readonly errorSubcode?: string;
  /** Claims that the next request has to carry. */
  readonly claims?: string;
}

const texts = {
  invalidClient: (id: string) => ({
    error: 'unauthorized_client',
    number: 700016,
    words: `Application with identifier '${id}' was not found in the directory. This can happen if the application has not been installed by the administrator of the tenant or consented to by any user in the tenant.`,
  }),
  redirectMismatch: (uri: string, id: string) => ({
    error: 'invalid_request',
    number: 50011,
    words: `The redirect URI '${uri}' specified in the request does not match the redirect URIs configured for the application '${id}'.`,
  }),
  tenantNotFound: (name: string) => ({
    error: 'invalid_tenant',
    number: 90002,
    words: `Tenant '${name}' not found. Check to make sure you have the correct tenant ID and are signing into the correct cloud.`,
  }),
  noSession: () => ({
    error: 'login_required',
    number: 50058,
    words: 'A silent sign-in request was sent but no user is signed in.',
  }),
  chooseAccount: () => ({
    error: 'interaction_required',
    number: 16000,
    words:
      'Either multiple user identities are available for the current request or selected account is not supported for the scenario.',
  }),
  notInTenant: (upn: string, tenant: string) => ({
    error: 'interaction_required',
    number: 50020,
    words: `User account '${upn}' from identity provider does not exist in tenant '${tenant}' and cannot access the application in that tenant.`,
  }),
  consentMissing: (id: string, name: string) => ({
    error: 'consent_required',
    number: 65001,
    words: `The user or administrator has not consented to use the application with ID '${id}' named '${name}'. Send an interactive authorization request for this user and resource.`,
    suberror: 'consent_required',
  }),
  consentDeclined: () => ({
    error: 'access_denied',
    number: 65004,
    words: 'User declined to consent to access the app.',
    errorSubcode: 'cancel',
  }),
  adminRequired: (name: string) => ({
    error: 'access_denied',
    number: 90094,
    words: `${name} needs permission to access resources in your organization that only an admin can grant. Please ask an admin to grant permission to this app before you can use it.`,
  }),
  unknownScope: (scope: string, id: string) => ({
    error: 'invalid_client',
    number: 650053,
    words: `The application '${id}' asked for scope '${scope}' that doesn't exist on the resource '00000003-0000-0000-c000-000000000000'. Contact the app vendor.`,
  }),
  otherResource: (resource: string) => ({
    error: 'invalid_resource',
    number: 500011,
    words: `The resource principal named ${resource} was not found in the tenant.`,
  }),
  cancelled: () => ({
    error: 'access_denied',
    number: 65004,
    words: 'The user cancelled the sign-in.',
    errorSubcode: 'cancel',
  }),
  badGrant: () => ({
    error: 'invalid_grant',
    number: 70000,
    words: 'Provided grant is invalid or malformed.',
    suberror: 'bad_token',
  }),
  codeUsed: () => ({
    error: 'invalid_grant',
    number: 54005,
    words:
      'OAuth2 Authorization code was already redeemed, please retry with a new valid code or use an existing refresh token.',
  }),
  grantRevoked: () => ({
    error: 'invalid_grant',
    number: 50173,
    words: 'The provided grant has expired due to it being revoked, a fresh auth token is needed.',
    suberror: 'bad_token',
  }),
  refreshExpired: () => ({
    error: 'invalid_grant',
    number: 700084,
    words:
      'The refresh token was issued to a single page app (SPA), and therefore has a fixed, limited lifetime of 1.00:00:00, which cannot be extended. It is now expired and a new sign in request must be sent by the SPA to the sign in page.',
    suberror: 'bad_token',
  }),
  stepUp: (claims: string) => ({
    error: 'interaction_required',
    number: 50076,
    words:
      'Due to a configuration change made by your administrator, or because you moved to a new location, you must use multi-factor authentication to access the resource.',
    suberror: 'basic_action',
    claims,
  }),
  notCrossOrigin: () => ({
    error: 'invalid_request',
    number: 9002327,
    words:
      "Tokens issued for the 'Single-Page Application' client-type may only be redeemed via cross-origin requests.",
  }),
  missing: (name: string) => ({
    error: 'invalid_request',
    number: 900144,
    words: `The request body must contain the following parameter: '${name}'.`,
  }),
  badRequest: (words: string) => ({ error: 'invalid_request', number: 900561, words }),
  flowGone: () => ({
    error: 'invalid_request',
    number: 165000,
    words:
      'This sign-in was left or the sandbox was started again in the meantime. Close this page and sign in once more from the app.',
  }),
} satisfies Record<string, (...values: string[]) => EntraError>;

/** The errors the sandbox answers with; numbers and words from Microsoft's list of AADSTS codes. */
export const entraErrors = texts;

/** `AADSTS…` with the ids and the time that Entra appends. */
export function describe(error: EntraError, now: number): { readonly text: string; readonly trace: string } {
  const trace = randomUUID();
  const stamp = `${new Date(now).toISOString().slice(0, 19).replace('T', ' ')}Z`;
  const text = `AADSTS${error.number}: ${error.words} Trace ID: ${trace} Correlation ID: ${randomUUID()} Timestamp: ${stamp}`;
  return { text, trace };
}

/** The JSON body of the token endpoint. */
export function errorBody(error: EntraError, now: number): Readonly<Record<string, unknown>> {
  const { text, trace } = describe(error, now);
  return {
    error: error.error,
    error_description: text,
    error_codes: [error.number],
    timestamp: `${new Date(now).toISOString().slice(0, 19).replace('T', ' ')}Z`,
    trace_id: trace,
    correlation_id: randomUUID(),
    ...(error.suberror === undefined ? {} : { suberror: error.suberror }),
    ...(error.claims === undefined ? {} : { claims: error.claims }),
  };
}

/** The parameters that a redirect URI gets. */
export function errorParameters(error: EntraError, now: number): Readonly<Record<string, string>> {
  return {
    error: error.error,
    error_description: describe(error, now).text,
    ...(error.errorSubcode === undefined ? {} : { error_subcode: error.errorSubcode }),
    ...(error.suberror === undefined ? {} : { suberror: error.suberror }),
    ...(error.claims === undefined ? {} : { claims: error.claims }),
  };
}
