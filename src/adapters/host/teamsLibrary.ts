import { app, authentication, clipboard } from '@microsoft/teams-js';

/** What the host tells of itself and of the person, as far as it is used. */
export interface TeamsContext {
  readonly app: {
    readonly locale: string;
    readonly theme: string;
    readonly host: { readonly name: string };
  };
  readonly page: { readonly subPageId?: string };
  readonly user?: {
    readonly id: string;
    readonly loginHint?: string;
    readonly userPrincipalName?: string;
    readonly tenant?: { readonly id: string };
  };
}

/** The parts of teams-js that are used. */
export interface TeamsLibrary {
  readonly app: {
    initialize(validMessageOrigins: string[]): Promise<void>;
    getContext(): Promise<TeamsContext>;
    notifyAppLoaded(): void;
    notifySuccess(): Promise<unknown>;
    notifyFailure(failure: { readonly message?: string }): void;
    registerOnThemeChangeHandler(handler: (theme: string) => void): void;
    openLink(url: string): Promise<void>;
  };
  readonly authentication: {
    authenticate(request: { url: string; width?: number; height?: number }): Promise<string>;
  };
  readonly clipboard: { isSupported(): boolean; write(blob: Blob): Promise<void> };
}

/**
 * The real teams-js. Importing this module starts it: it asks Microsoft's CDN for its list of hosts. Each member is named by itself, so that
 * the rest of the library stays out of the bundle.
 */
export const teamsLibrary: TeamsLibrary = {
  app: {
    initialize: (origins) => app.initialize(origins),
    getContext: () => app.getContext(),
    notifyAppLoaded: () => app.notifyAppLoaded(),
    notifySuccess: () => app.notifySuccess(),
    notifyFailure: ({ message }) =>
      app.notifyFailure({ reason: app.FailedReason.Other, ...(message === undefined ? {} : { message }) }),
    registerOnThemeChangeHandler: (handler) => app.registerOnThemeChangeHandler(handler),
    openLink: (url) => app.openLink(url),
  },
  authentication: { authenticate: (request) => authentication.authenticate(request) },
  clipboard: { isSupported: () => clipboard.isSupported(), write: (blob) => clipboard.write(blob) },
};
