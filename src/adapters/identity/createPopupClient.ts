import { EventType, PublicClientApplication, type EventMessage } from '@azure/msal-browser';
import type { ClockPort } from '#ports/clock.ts';
import { ServiceFailure } from '#ports/failure.ts';
import { accountIn, msalConfiguration, tokenResultOf, type SignInSettings } from './msalConfiguration.ts';
import type { SignInClient } from './signInClient.ts';
import { standardClient } from './standardClient.ts';

const lookMilliseconds = 500;
/** How long a closed popup's answer may still be on its way. */
const graceMilliseconds = 3000;

/** Signing in with a popup, in a tab of the browser's own; the popup comes back to MSAL's redirect bridge. */
export async function createPopupClient(
  settings: SignInSettings,
  clock: Pick<ClockPort, 'wait'>,
): Promise<SignInClient> {
  const msal = new PublicClientApplication(msalConfiguration(settings));
  await msal.initialize();
  return {
    ...standardClient(msal, { loginHint: undefined }),
    async interactive({ scopes, person, claims, mustChoose }) {
      const account = person === undefined ? undefined : accountIn(msal.getAllAccounts(), person);
      const stop = new AbortController();
      const closed = rejectWhenClosed(msal, clock, stop.signal);
      try {
        const answer = msal.acquireTokenPopup({
          scopes: [...scopes],
          ...(account === undefined ? {} : { account }),
          ...(claims === undefined ? {} : { claims }),
          ...(mustChoose ? { prompt: 'select_account' } : {}),
          // A popup that was closed leaves its mark for ten minutes; the next click is meant.
          overrideInteractionInProgress: true,
        });
        return tokenResultOf(await Promise.race([answer, closed]));
      } finally {
        stop.abort();
      }
    },
    async signOut(person) {
      const account = accountIn(msal.getAllAccounts(), person);
      await msal.logoutRedirect({
        ...(account === undefined ? {} : { account }),
        postLogoutRedirectUri: settings.redirectPage,
      });
    },
  };
}

/** Rejects when the popup that MSAL opens next is closed without an answer; never resolves. */
function rejectWhenClosed(
  msal: PublicClientApplication,
  clock: Pick<ClockPort, 'wait'>,
  signal: AbortSignal,
): Promise<never> {
  return new Promise((_, reject) => {
    const listener = msal.addEventCallback((event) => {
      const popup = popupOf(event);
      if (popup === undefined) return;
      untilClosed(popup, clock, signal).then(
        () => reject(new ServiceFailure('cancelled', 'the window was closed')),
        // Stopped, since the answer came.
        () => {},
      );
    });
    signal.addEventListener('abort', () => {
      if (listener !== null) msal.removeEventCallback(listener);
    });
  });
}

function popupOf({ eventType, payload }: EventMessage): Window | undefined {
  if (eventType !== EventType.POPUP_OPENED || payload === null || !('popupWindow' in payload))
    return undefined;
  const { popupWindow } = payload;
  return typeof popupWindow === 'object' && popupWindow !== null && 'closed' in popupWindow
    ? popupWindow
    : undefined;
}

/**
 * Resolves when the popup is closed. A sign-in page that isolates itself (COOP) also looks closed from here, so it only counts once the
 * person is back in this window.
 */
async function untilClosed(
  popup: Window,
  clock: Pick<ClockPort, 'wait'>,
  signal: AbortSignal,
): Promise<void> {
  while (!popup.closed || !document.hasFocus()) {
    // Looking is all one can do.
    // oxlint-disable-next-line no-await-in-loop
    await clock.wait(lookMilliseconds, signal);
  }
  await clock.wait(graceMilliseconds, signal);
}
