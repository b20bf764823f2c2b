import type { PublicClientApplication } from '@azure/msal-browser';
import { accountIn, personOf, tokenResultOf } from './msalConfiguration.ts';
import type { SignInClient } from './signInClient.ts';

/** The half of a client that a popup and a host's window have in common: what is known, what is found silently, tokens. */
export function standardClient(
  msal: PublicClientApplication,
  options: { readonly loginHint: string | undefined },
): Pick<SignInClient, 'known' | 'find' | 'silent'> {
  return {
    known: () => msal.getAllAccounts().map((account) => personOf(account)),
    async find() {
      const { loginHint } = options;
      const { account } = await msal.ssoSilent({
        scopes: ['User.Read'],
        ...(loginHint === undefined ? {} : { loginHint }),
      });
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
  };
}
