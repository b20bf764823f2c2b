import type { OutlookPort } from './outlook.ts';

export type HostTheme = 'light' | 'dark' | 'contrast';
export type HostKind = 'teams' | 'outlook' | 'browser';

/** Where the app stands: what surrounds it and what that offers. */
export interface HostPort {
  readonly kind: HostKind;
  readonly locale: string;
  theme(): HostTheme;
  onThemeChange(listener: (theme: HostTheme) => void): () => void;
  /** What a link to the app asked for (Teams `subPageId`, hash of the page), unchecked. */
  readonly deepLink: string | undefined;
  /** Tells the host that the first useful picture stands, or that the app could not start. */
  notifyReady(): void;
  notifyFailed(message: string): void;
  /** Opens an https address outside the app (a calendar entry, a mail, a sign-in page). */
  openLink(url: string): Promise<void>;
  copyText(text: string): Promise<void>;
  /** What Outlook has opened beside a task pane; undefined everywhere else. */
  readonly outlook?: OutlookPort;
}
