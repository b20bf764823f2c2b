import {
  AuthError,
  BrowserAuthError,
  ClientAuthError,
  InteractionRequiredAuthError,
  ServerError,
} from '@azure/msal-browser';
import { failureOfSignIn } from '#adapters/identity/failureOfSignIn.ts';
import { ServiceFailure, type FailureCode } from '#ports/failure.ts';

const interaction = (code: string, text: string, sub?: string) =>
  new InteractionRequiredAuthError(code, 'id', text, sub);
const consentMissing = interaction(
  'invalid_grant',
  'AADSTS65001: The user or administrator has not consented to use the application',
  'consent_required',
);

describe('an error of signing in', () => {
  it.each<[string, unknown, FailureCode]>([
    ['consent not given yet', consentMissing, 'needs-consent'],
    ['consent not given yet, through a bridge', interaction('consent_required', 'x'), 'needs-consent'],
    [
      'an administrator needed',
      interaction('invalid_grant', 'AADSTS90094: needs permission that only an admin can grant.'),
      'needs-admin',
    ],
    [
      'nobody signed in',
      interaction(
        'login_required',
        'AADSTS50058: A silent sign-in request was sent but no user is signed in.',
      ),
      'signed-out',
    ],
    [
      'a revoked sign-in',
      interaction(
        'invalid_grant',
        'AADSTS50173: The provided grant has expired due to it being revoked',
        'bad_token',
      ),
      'signed-out',
    ],
    [
      'an expired sign-in',
      interaction('invalid_grant', 'AADSTS700084: The refresh token was issued to a single page app'),
      'signed-out',
    ],
    [
      'a step up',
      interaction(
        'interaction_required',
        'AADSTS50076: you must use multi-factor authentication',
        'basic_action',
      ),
      'signed-out',
    ],
    ['no account', new BrowserAuthError('no_account_error', 'id'), 'signed-out'],
    [
      'an account of another organisation',
      interaction('interaction_required', "AADSTS50020: User account 'x' does not exist in tenant"),
      'wrong-account',
    ],
    ['no network', new BrowserAuthError('no_network_connectivity', 'id'), 'offline'],
    ['a failed request', new BrowserAuthError('post_request_failed', 'id'), 'offline'],
    ['authority unreachable', new ClientAuthError('endpoints_resolution_error', 'id'), 'offline'],
    ['silence', new BrowserAuthError('timed_out', 'id', 'redirect_bridge_timeout'), 'unavailable'],
    ['a server error', new ServerError('server_error', 'id', 'AADSTS90033: transient'), 'unavailable'],
    ['a broken bridge', new ClientAuthError('nested_app_auth_bridge_disabled', 'id'), 'unavailable'],
    [
      'too many requests',
      Object.assign(new ServerError('too_many', 'id', 'x'), { status: 429 }),
      'throttled',
    ],
    ['an error nobody documents', new AuthError('something_new', 'id', 'x'), 'unexpected'],
    ['no error at all', 'x', 'unexpected'],
    ['nothing', undefined, 'unexpected'],
  ])('silently: %s', (_, error, code) => {
    expect(failureOfSignIn(error, 'silent').code).toBe(code);
  });

  it.each<[string, unknown, FailureCode]>([
    ['the consent that was asked for is still missing', consentMissing, 'needs-admin'],
    [
      'only an administrator may',
      new ServerError('access_denied', 'id', 'AADSTS90094: only an admin can grant'),
      'needs-admin',
    ],
    [
      'the person said no',
      new ServerError('access_denied', 'id', 'AADSTS65004: User declined to consent to access the app.'),
      'cancelled',
    ],
    ['the window was closed', new BrowserAuthError('user_cancelled', 'id'), 'cancelled'],
    ['the host’s window was closed', new ClientAuthError('user_canceled', 'id'), 'cancelled'],
    ['the window was blocked', new BrowserAuthError('popup_window_error', 'id'), 'popup-blocked'],
    [
      'the window was blocked, in another way',
      new BrowserAuthError('empty_window_error', 'id'),
      'popup-blocked',
    ],
  ])('with a window: %s', (_, error, code) => {
    expect(failureOfSignIn(error, 'interactive').code).toBe(code);
  });

  it('keeps codes and numbers for whoever helps, and the long texts for nobody', () => {
    const failure = failureOfSignIn(
      interaction(
        'invalid_grant',
        "AADSTS50020: User account 'dana@example.org' does not exist. Trace ID: 1",
      ),
      'silent',
    );
    expect(failure.detail).toBe('invalid_grant AADSTS50020');
    expect(failure.message).not.toContain('dana');
    expect(failure.cause).toBeInstanceOf(InteractionRequiredAuthError);
  });

  it('leaves a failure of ours as it is', () => {
    const failure = new ServiceFailure('cancelled', 'x');
    expect(failureOfSignIn(failure, 'silent')).toBe(failure);
  });
});
