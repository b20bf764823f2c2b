import type { HostPort, HostTheme } from '#ports/host.ts';
import type { ConnectedHost } from './connectedHost.ts';
import { copyText } from './copyText.ts';
import { openInNewWindow } from './externalLink.ts';

/** The part of a window that the browser host reads. */
export type BrowserWindow = Pick<Window, 'matchMedia' | 'location' | 'navigator'>;

const forcedColors = '(forced-colors: active)';
const darkScheme = '(prefers-color-scheme: dark)';

/** A plain browser tab: theme and language as the person set them for all pages. */
export function createBrowserHost(page: BrowserWindow): ConnectedHost {
  const theme = (): HostTheme => {
    if (page.matchMedia(forcedColors).matches) return 'contrast';
    return page.matchMedia(darkScheme).matches ? 'dark' : 'light';
  };
  const port: HostPort = {
    kind: 'browser',
    locale: page.navigator.language,
    theme,
    onThemeChange(listener) {
      const tell = (): void => listener(theme());
      const queries = [page.matchMedia(forcedColors), page.matchMedia(darkScheme)];
      for (const query of queries) query.addEventListener('change', tell);
      return () => {
        for (const query of queries) query.removeEventListener('change', tell);
      };
    },
    deepLink: page.location.hash === '' ? undefined : page.location.hash.slice(1),
    // Nobody around the page waits to be told.
    notifyReady: () => {},
    notifyFailed: () => {},
    openLink: async (url) => openInNewWindow(url),
    copyText: (text) => copyText(text),
  };
  return { port, person: undefined, openDialog: undefined };
}
