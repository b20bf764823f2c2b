import { PublicClientApplication } from '@azure/msal-browser';
import { ServiceFailure } from '#ports/failure.ts';
import { dialogAddress, readDialogMessage, stateOf } from './dialogMessages.ts';
import { accountIn, msalConfiguration, tokenResultOf, type SignInSettings } from './msalConfiguration.ts';
import type { SignInClient } from './signInClient.ts';
import { standardClient } from './standardClient.ts';

export interface DialogParts {
  /** The page of ours that the host opens; the sign-in service sends the window back to it. */
  readonly dialogPage: string;
  /** Opens it and resolves with what it hands back through the host. */
  readonly openDialog: (url: string) => Promise<string>;
  readonly loginHint: string | undefined;
}

/**
 * Signing in with a window of the host's, for hosts without a bridge. MSAL's redirect flow runs in two windows: this frame makes the request and
 * keeps its secret (the PKCE verifier), the host's window makes the journey to the sign-in service and hands back the code, this frame redeems
 * it. A code without the verifier is of no use to anybody, and no token passes through an address or through the host.
 */
export async function createDialogClient(
  settings: SignInSettings,
  parts: DialogParts,
): Promise<SignInClient> {
  let requested: string | undefined;
  const configuration = msalConfiguration(settings);
  const msal = new PublicClientApplication({
    ...configuration,
    auth: {
      ...configuration.auth,
      onRedirectNavigate: (url) => {
        requested = url;
        // Not here: the sign-in service cannot be framed.
        return false;
      },
    },
    system: { ...configuration.system, allowRedirectInIframe: true },
  });
  await msal.initialize();
  // A reload in mid-sign-in leaves a request behind that nobody will answer.
  await msal.handleRedirectPromise();

  return {
    ...standardClient(msal, { loginHint: parts.loginHint }),
    async interactive({ scopes, person, claims, mustChoose }) {
      const account = person === undefined ? undefined : accountIn(msal.getAllAccounts(), person);
      requested = undefined;
      await msal.acquireTokenRedirect({
        scopes: [...scopes],
        redirectUri: parts.dialogPage,
        ...(account === undefined ? {} : { account }),
        ...(account === undefined && parts.loginHint !== undefined && !mustChoose
          ? { loginHint: parts.loginHint }
          : {}),
        ...(claims === undefined ? {} : { claims }),
        ...(mustChoose ? { prompt: 'select_account' } : {}),
      });
      const state = requested === undefined ? undefined : stateOf(new URL(requested).searchParams);
      if (requested === undefined || state === undefined)
        throw new ServiceFailure('unexpected', 'sign-in made no request');
      const answer = await askInDialog(parts, requested, state);
      const result = await msal.handleRedirectPromise({ hash: answer, navigateToLoginRequestUrl: false });
      if (result === null) throw new ServiceFailure('unexpected', 'sign-in gave no answer');
      return tokenResultOf(result);
    },
    async signOut(person) {
      const account = accountIn(msal.getAllAccounts(), person);
      // The session belongs to the host; what this frame holds is forgotten.
      await msal.clearCache(account === undefined ? {} : { account });
    },
  };
}

/** The answer of the sign-in service, as the fragment it came in; a closed window becomes the answer "declined", which ends MSAL's request. */
async function askInDialog(parts: DialogParts, authorizeUrl: string, state: string): Promise<string> {
  const vouch = (event: MessageEvent<unknown>): void => {
    const message = readDialogMessage(event, location.origin);
    if (message?.kind !== 'mentor-meetings/is-this-yours' || message.state !== state) return;
    event.source?.postMessage({ kind: 'mentor-meetings/it-is', state }, { targetOrigin: location.origin });
  };
  window.addEventListener('message', vouch);
  try {
    const answer = await parts.openDialog(dialogAddress(parts.dialogPage, authorizeUrl));
    const fragment = answer.replace(/^#/, '');
    return stateOf(new URLSearchParams(fragment)) === state ? `#${fragment}` : declined(state);
  } catch {
    return declined(state);
  } finally {
    window.removeEventListener('message', vouch);
  }
}

function declined(state: string): string {
  return `#${new URLSearchParams({ error: 'access_denied', state }).toString()}`;
}
