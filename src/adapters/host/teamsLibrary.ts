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
    notifyFailure(failure: { readonly reason: string; readonly message?: string }): void;
    registerOnThemeChangeHandler(handler: (theme: string) => void): void;
    openLink(url: string): Promise<void>;
  };
  readonly authentication: {
    authenticate(request: { url: string; width?: number; height?: number }): Promise<string>;
    notifySuccess(result: string): void;
    notifyFailure(reason: string): void;
  };
  readonly clipboard: { isSupported(): boolean; write(blob: Blob): Promise<void> };
}

/** The real teams-js. Importing this module starts it: it asks Microsoft's CDN for its list of hosts. */
export const teamsLibrary: TeamsLibrary = { app, authentication, clipboard };
