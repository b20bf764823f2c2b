import type { AccountInfo, AuthenticationResult, Configuration } from '@azure/msal-browser';
import type { SignedIn, TokenResult } from './signInClient.ts';

/** What every way of signing in needs to know. */
export interface SignInSettings {
  readonly clientId: string;
  readonly authority: string;
  readonly knownAuthorities: readonly string[];
  /** The page that holds MSAL's redirect bridge. */
  readonly redirectPage: string;
}

/** How long somebody may take to type a password and find their phone. */
const popupMilliseconds = 600_000;
/** The hidden frame answers within two seconds or is blocked by the browser. */
const frameMilliseconds = 6000;

/** Tokens live in the session storage of the tab: gone with it, and out of reach of other tabs. Nothing is logged. */
export function msalConfiguration(settings: SignInSettings): Configuration {
  return {
    auth: {
      clientId: settings.clientId,
      authority: settings.authority,
      knownAuthorities: [...settings.knownAuthorities],
      redirectUri: settings.redirectPage,
      // Declares that claims challenges are understood, so that a revoked session ends at once and not with its token.
      clientCapabilities: ['CP1'],
    },
    cache: { cacheLocation: 'sessionStorage' },
    system: {
      popupBridgeTimeout: popupMilliseconds,
      iframeBridgeTimeout: frameMilliseconds,
      loggerOptions: { loggerCallback: () => {}, piiLoggingEnabled: false },
    },
  };
}

/** A person with the account that the library needs back to ask for their tokens. */
export interface MsalPerson extends SignedIn {
  readonly account: AccountInfo;
}

export function personOf(account: AccountInfo): MsalPerson {
  const claims: Record<string, unknown> = { ...account.idTokenClaims };
  const claim = (name: string): string | undefined => {
    const value = claims[name];
    return typeof value === 'string' && value !== '' ? value : undefined;
  };
  return {
    oid: claim('oid') ?? account.localAccountId,
    tid: claim('tid') ?? account.tenantId,
    name: account.name ?? claim('name') ?? '',
    username: account.username,
    account,
  };
}

export function tokenResultOf(result: AuthenticationResult): TokenResult & { readonly person: MsalPerson } {
  return { accessToken: result.accessToken, person: personOf(result.account) };
}

/** The library's account of a person, or undefined when this page does not know them. */
export function accountIn(accounts: readonly AccountInfo[], person: SignedIn): AccountInfo | undefined {
  return accounts.find((account) => {
    const known = personOf(account);
    return known.oid === person.oid && known.tid === person.tid;
  });
}
