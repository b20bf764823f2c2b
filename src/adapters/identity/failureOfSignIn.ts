import { cleanLine } from '#domain/text/cleanLine.ts';
import { ServiceFailure, type FailureCode } from '#ports/failure.ts';

/** Whether somebody was asked. The same code means "not asked yet" when nobody was, and "may not decide" when somebody was. */
export type SignInPhase = 'silent' | 'interactive';

/** Entra's numbers for "only an administrator can allow this". */
const administratorNumbers = new Set(['90093', '90094', '90095', '90097', '900941', '900981']);
/** Entra's numbers for accounts that this organisation, or this app in it, does not take. */
const accountNumbers = new Set(['50020', '50034', '50105', '50177', '51004', '16003', '90072', '53003']);
const consentNumbers = new Set(['65001', '65005']);

const codes: Readonly<Record<string, FailureCode>> = {
  popup_window_error: 'popup-blocked',
  empty_window_error: 'popup-blocked',
  user_cancelled: 'cancelled',
  user_canceled: 'cancelled',
  interaction_in_progress_cancelled: 'cancelled',
  access_denied: 'cancelled',
  no_network_connectivity: 'offline',
  network_error: 'offline',
  get_request_failed: 'offline',
  post_request_failed: 'offline',
  endpoints_resolution_error: 'offline',
  openid_config_error: 'offline',
  timed_out: 'unavailable',
  redirect_bridge_timeout: 'unavailable',
  temporarily_unavailable: 'unavailable',
  server_error: 'unavailable',
  interaction_in_progress: 'unavailable',
  nested_app_auth_bridge_disabled: 'unavailable',
  NESTED_APP_AUTH_UNAVAILABLE: 'unavailable',
  login_required: 'signed-out',
  interaction_required: 'signed-out',
  invalid_grant: 'signed-out',
  refresh_token_expired: 'signed-out',
  no_tokens_found: 'signed-out',
  no_account_error: 'signed-out',
  no_account_found: 'signed-out',
  no_account_in_silent_request: 'signed-out',
  native_account_unavailable: 'signed-out',
  ui_not_allowed: 'signed-out',
  interrupted_user: 'signed-out',
  bad_token: 'signed-out',
};

/** What the errors of MSAL have in common, read without trusting that they have it. */
interface SignInError {
  readonly errorCode: string;
  readonly subError: string;
  readonly text: string;
  readonly name: string;
  readonly status: number | undefined;
}

/**
 * What an error of the sign-in library means for the app. Detail is its code and Entra's number; the long texts, which may hold names and
 * addresses, stay in `cause`.
 */
export function failureOfSignIn(error: unknown, phase: SignInPhase): ServiceFailure {
  if (error instanceof ServiceFailure) return error;
  const read = readError(error);
  const numbers = [...read.text.matchAll(/AADSTS(\d{5,7})/g)].map((match) => match[1] ?? '');
  const detail = [read.errorCode, ...numbers.slice(0, 1).map((number) => `AADSTS${number}`)].join(' ').trim();
  const code = codeOf(read, numbers, phase);
  return new ServiceFailure(code, detail === '' ? 'sign-in' : detail, {
    cause: error,
    // After 429 or a server error the library refuses to ask for a minute.
    ...(code === 'throttled' ? { retryAfterSeconds: 60 } : {}),
  });
}

function codeOf(error: SignInError, numbers: readonly string[], phase: SignInPhase): FailureCode {
  const has = (known: ReadonlySet<string>): boolean => numbers.some((number) => known.has(number));
  if (has(administratorNumbers)) return 'needs-admin';
  if (has(accountNumbers)) return 'wrong-account';
  const isConsent =
    has(consentNumbers) || error.errorCode === 'consent_required' || error.subError === 'consent_required';
  // Whoever was asked and still lacks the consent may not give it.
  if (isConsent) return phase === 'silent' ? 'needs-consent' : 'needs-admin';
  if (error.status === 429) return 'throttled';
  const known = codes[error.errorCode];
  if (known !== undefined) return known;
  if (error.name === 'InteractionRequiredAuthError') return 'signed-out';
  if (error.name === 'TimeoutError') return 'unavailable';
  if (error.name === 'ServerError') return 'unavailable';
  return 'unexpected';
}

function readError(error: unknown): SignInError {
  const members = new Map<string, unknown>(
    typeof error === 'object' && error !== null ? Object.entries(error) : [],
  );
  const status = members.get('status');
  const message = error instanceof Error ? error.message : '';
  return {
    errorCode: cleanLine(asText(members.get('errorCode')), 80),
    subError: asText(members.get('subError')),
    text: `${asText(members.get('errorMessage'))} ${message}`,
    name: error instanceof Error ? error.name : '',
    status: typeof status === 'number' ? status : undefined,
  };
}

function asText(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
