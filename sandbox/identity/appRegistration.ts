/** What an administrator of the app's own tenant would have registered for it. */
export interface AppRegistration {
  readonly clientId: string;
  readonly name: string;
  readonly publisher: string;
  /** Redirect URIs of the single-page application, compared letter by letter. */
  readonly redirectUris: readonly string[];
  /** Origins that may ask a host's broker: `brk-multihub://<host>`. */
  readonly brokerOrigins: readonly string[];
}

export const sandboxClientId = '6f3c1b52-8a0e-4d57-9b1e-2c7a5d9e4f10';

/** Pages of the app that Entra may send people back to. */
const redirectPages = ['/redirect.html', '/dialog.html', '/admin-consent.html'] as const;

/** The app's registration for the origins it is served from. */
export function registerApp(appOrigins: readonly string[]): AppRegistration {
  return {
    clientId: sandboxClientId,
    name: 'Mentor Meetings',
    publisher: 'Unverified',
    redirectUris: appOrigins.flatMap((origin) => redirectPages.map((page) => `${origin}${page}`)),
    brokerOrigins: appOrigins,
  };
}
