import { createNestablePublicClientApplication, type IPublicClientApplication } from '@azure/msal-browser';
import {
  accountIn,
  msalConfiguration,
  personOf,
  tokenResultOf,
  type SignInSettings,
} from './msalConfiguration.ts';
import type { SignInClient } from './signInClient.ts';

/**
 * Signing in through the host (nested app authentication): the host knows the person already and shows its own dialogs. Only for pages in
 * which the bridge was seen to answer (`probeBridge`); without one MSAL would quietly become another client.
 */
export async function createNestedClient(settings: SignInSettings): Promise<SignInClient> {
  const msal = await createNestablePublicClientApplication(msalConfiguration(settings));
  return nestedClientOf(msal);
}

export function nestedClientOf(
  msal: Pick<IPublicClientApplication, 'acquireTokenSilent' | 'acquireTokenPopup' | 'getAllAccounts'>,
): SignInClient {
  return {
    // The host may have changed the account since the page was loaded, so what the page remembers is not asked.
    known: () => [],
    async find() {
      const { account } = await msal.acquireTokenSilent({ scopes: ['User.Read'] });
      return personOf(account);
    },
    async silent({ scopes, person, claims, isFresh }) {
      const account = accountIn(msal.getAllAccounts(), person);
      return tokenResultOf(
        await msal.acquireTokenSilent({
          scopes: [...scopes],
          ...(account === undefined ? {} : { account }),
          ...(claims === undefined ? {} : { claims }),
          forceRefresh: isFresh,
        }),
      );
    },
    async interactive({ scopes, claims }) {
      return tokenResultOf(
        await msal.acquireTokenPopup({ scopes: [...scopes], ...(claims === undefined ? {} : { claims }) }),
      );
    },
    // The host owns the session.
    signOut: () => Promise.resolve(),
  };
}
