import type { Consents } from './consents.ts';
import { accountIn, type Directory, type Person } from './directory.ts';
import { entraErrors, type EntraError } from './entraError.ts';
import type { AppRegistration } from './appRegistration.ts';
import { readScopes } from './scopes.ts';
import { findTenant, sharedTenantNames } from './tenants.ts';
import { readClaimsRequest } from './tokenRules.ts';

/** The parameters of an authorization request that decide what is shown. */
export interface SignInRequest {
  readonly tenantName: string;
  readonly parameters: Readonly<Record<string, string>>;
}

/** What the person already did in this sign-in. */
export interface SignInProgress {
  readonly chosen?: string;
  readonly hasConsented?: boolean;
}

export interface SignedInPerson {
  readonly oid: string;
  readonly contexts: readonly string[];
}

export type SignInDecision =
  /** To be shown to the person, never sent to the app: the app itself is not to be trusted. */
  | { readonly kind: 'refuse'; readonly error: EntraError }
  | { readonly kind: 'return-error'; readonly error: EntraError }
  | { readonly kind: 'choose-person'; readonly suggested: Person | undefined }
  | { readonly kind: 'confirm-identity'; readonly person: Person; readonly contexts: readonly string[] }
  | {
      readonly kind: 'ask-consent';
      readonly person: Person;
      readonly tenantId: string;
      readonly scopes: readonly string[];
    }
  | {
      readonly kind: 'needs-administrator';
      readonly person: Person;
      readonly tenantId: string;
      readonly scopes: readonly string[];
    }
  | {
      readonly kind: 'issue';
      readonly person: Person;
      readonly tenantId: string;
      readonly contexts: readonly string[];
      /** Scopes of OpenID and of Graph that the code is for. */
      readonly scopes: readonly string[];
    };

interface DecisionParts {
  readonly app: AppRegistration;
  readonly directory: Directory;
  readonly consents: Pick<Consents, 'granted' | 'missing'>;
}

/**
 * What comes next for a sign-in, as Entra decides it: prompts, single sign-on by hint, accounts of the tenant, step-up, consent. Shows nothing and
 * changes nothing.
 */
export function decideSignIn(
  { app, directory, consents }: DecisionParts,
  { tenantName, parameters }: SignInRequest,
  signedIn: readonly SignedInPerson[],
  progress: SignInProgress,
): SignInDecision {
  const { client_id: clientId = '', redirect_uri: redirectUri = '', prompt = '' } = parameters;
  if (clientId !== app.clientId) return { kind: 'refuse', error: entraErrors.invalidClient(clientId) };
  if (!app.redirectUris.includes(redirectUri))
    return { kind: 'refuse', error: entraErrors.redirectMismatch(redirectUri, clientId) };
  const tenant = findTenant(tenantName);
  if (tenant === undefined && !sharedTenantNames.includes(tenantName.toLowerCase()))
    return { kind: 'refuse', error: entraErrors.tenantNotFound(tenantName) };
  if (parameters.response_type !== 'code')
    return returnError({
      error: 'unsupported_response_type',
      number: 700051,
      words: `response_type '${parameters.response_type ?? ''}' is not enabled for the application.`,
    });
  const asked = readScopes(parameters.scope ?? '');
  if (asked.kind === 'unknown') return returnError(entraErrors.unknownScope(asked.scope, clientId));
  if (asked.kind === 'other-resource') return returnError(entraErrors.otherResource(asked.resource));
  const claims = readClaimsRequest(parameters.claims);
  if (claims === undefined)
    return returnError(entraErrors.badRequest('The claims parameter is not valid JSON.'));

  const isSilent = prompt === 'none';
  const person = whoSignsIn({ directory, signedIn, progress, parameters, prompt });
  if (person === 'several' && isSilent) return returnError(entraErrors.chooseAccount());
  if (person === 'nobody' && isSilent) return returnError(entraErrors.noSession());
  if (person === 'several' || person === 'nobody')
    return { kind: 'choose-person', suggested: directory.byName(parameters.login_hint ?? '') };

  const tenantId = tenant?.id ?? person.home.tenantId;
  const account = accountIn(person, tenantId);
  if (account === undefined) {
    const error = entraErrors.notInTenant(person.home.userPrincipalName, tenant?.name ?? tenantName);
    return isSilent ? returnError(error) : { kind: 'refuse', error };
  }
  const held = signedIn.find(({ oid }) => oid === person.home.id)?.contexts ?? [];
  if (claims.contexts.some((context) => !held.includes(context)))
    return isSilent
      ? returnError(entraErrors.stepUp(parameters.claims ?? ''))
      : { kind: 'confirm-identity', person, contexts: claims.contexts };

  const missing = consents.missing(tenantId, account.id, asked.graph);
  const isFirstTime = consents.granted(tenantId, account.id).length === 0;
  const left = [...missing.byPerson, ...missing.byAdministrator];
  const mustAsk = left.length > 0 || isFirstTime || (prompt === 'consent' && progress.hasConsented !== true);
  if (mustAsk && isSilent) return returnError(entraErrors.consentMissing(clientId, app.name));
  if (missing.byAdministrator.length > 0 && !person.isAdministrator)
    return { kind: 'needs-administrator', person, tenantId, scopes: missing.byAdministrator };
  if (mustAsk)
    return {
      kind: 'ask-consent',
      person,
      tenantId,
      // Whoever asks for openid alone is asked for the profile, as Entra does.
      scopes: prompt === 'consent' ? orProfile(asked.graph) : orProfile(left),
    };
  return {
    kind: 'issue',
    person,
    tenantId,
    contexts: held,
    scopes: [...asked.openId, ...(asked.isDefault ? consents.granted(tenantId, account.id) : asked.graph)],
  };
}

function returnError(error: EntraError): SignInDecision {
  return { kind: 'return-error', error };
}

function orProfile(scopes: readonly string[]): readonly string[] {
  return scopes.length === 0 ? ['User.Read'] : scopes;
}

function whoSignsIn({
  directory,
  signedIn,
  progress,
  parameters,
  prompt,
}: {
  readonly directory: Directory;
  readonly signedIn: readonly SignedInPerson[];
  readonly progress: SignInProgress;
  readonly parameters: Readonly<Record<string, string>>;
  readonly prompt: string;
}): Person | 'nobody' | 'several' {
  const isIn = (person: Person): boolean => signedIn.some(({ oid }) => oid === person.home.id);
  const chosen = progress.chosen === undefined ? undefined : directory.byId(progress.chosen);
  if (chosen !== undefined && isIn(chosen)) return chosen;
  if (prompt === 'login' || prompt === 'select_account') return 'several';
  const hint = parameters.login_hint ?? '';
  if (hint !== '') {
    const hinted = directory.byName(hint);
    return hinted !== undefined && isIn(hinted) ? hinted : 'nobody';
  }
  if (signedIn.length > 1) return 'several';
  const [only] = signedIn;
  return (only === undefined ? undefined : directory.byId(only.oid)) ?? 'nobody';
}
