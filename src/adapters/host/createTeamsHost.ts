import type { HostKind, HostPort, HostTheme } from '#ports/host.ts';
import type { ConnectedHost, HostPerson } from './connectedHost.ts';
import { copyText } from './copyText.ts';
import { externalLink, openInNewWindow } from './externalLink.ts';
import type { TeamsContext, TeamsLibrary } from './teamsLibrary.ts';

const dialogSize = { width: 600, height: 700 };

/**
 * Shakes hands with the Teams page (or Outlook, which speaks the same) around us. `hostOrigins` are trusted beside those that teams-js knows.
 * Rejects when the page around us does not speak teams-js; teams-js itself waits a minute for that, so put a time limit around it.
 */
export async function createTeamsHost(
  teams: TeamsLibrary,
  hostOrigins: readonly string[],
): Promise<ConnectedHost> {
  const { app, authentication, clipboard } = teams;
  await app.initialize([...hostOrigins]);
  // The frame answers and shows its skeleton: from here on the host waits for the first useful picture.
  app.notifyAppLoaded();
  const context = await app.getContext();
  let theme = themeOf(context.app.theme);
  const listeners = new Set<(theme: HostTheme) => void>();
  app.registerOnThemeChangeHandler((name) => {
    theme = themeOf(name);
    for (const listener of listeners) listener(theme);
  });

  const port: HostPort = {
    kind: kindOf(context),
    locale: context.app.locale,
    theme: () => theme,
    onThemeChange(listener) {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
    deepLink: context.page.subPageId ?? undefined,
    notifyReady: () => void tell(() => app.notifySuccess()),
    notifyFailed: (message) => void tell(() => app.notifyFailure({ message })),
    async openLink(text) {
      const url = externalLink(text);
      if (url === undefined) throw new TypeError('not an address to be opened');
      if (!url.startsWith('https:')) {
        openInNewWindow(url);
        return;
      }
      try {
        await app.openLink(url);
      } catch {
        // Some hosts open only addresses of their own.
        openInNewWindow(url);
      }
    },
    copyText: (text) =>
      copyText(
        text,
        clipboard.isSupported()
          ? (copied) => clipboard.write(new Blob([copied], { type: 'text/plain' }))
          : undefined,
      ),
  };
  return {
    port,
    person: personOf(context),
    openDialog: (url) => authentication.authenticate({ url, ...dialogSize }),
  };
}

/** Theme names of Teams: `default`, `dark`, `contrast`, and `glass` of its headset, which is dark. */
export function themeOf(name: string | undefined): HostTheme {
  if (name === 'contrast') return 'contrast';
  return name === 'dark' || name === 'glass' ? 'dark' : 'light';
}

function kindOf(context: TeamsContext): HostKind {
  return context.app.host.name.startsWith('Outlook') ? 'outlook' : 'teams';
}

function personOf({ user }: TeamsContext): HostPerson | undefined {
  const tid = user?.tenant?.id;
  return user === undefined || user.id === '' || tid === undefined
    ? undefined
    : { oid: user.id, tid, loginHint: user.loginHint ?? user.userPrincipalName };
}

/** Tells the host something it may not want to hear any more; whether it does changes nothing for the person. */
async function tell(say: () => unknown): Promise<void> {
  try {
    await say();
  } catch {
    // The host took the frame for gone.
  }
}
