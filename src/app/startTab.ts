import { createBrowserClock } from '#adapters/clock/createBrowserClock.ts';
import { connectHost } from '#adapters/host/connectHost.ts';
import { app as words } from '#words/en/app.ts';
import { loadNestedClient, loadStandardClients } from '#adapters/identity/loadClients.ts';
import { readConfig } from './config.ts';
import { parseRoute } from './routes.ts';
import { loadBooking, loadHome } from './shell/loadScreens.ts';
import type { ShellContent } from './shell/mountShell.tsx';

/**
 * Starts the tab. The page already shows its skeleton, as plain HTML; this script is small, fetches everything of size at once, and meanwhile finds out how
 * this copy of the app is set up and where it stands.
 */
export function startTab(): void {
  const status = document.querySelector('#status');
  if (status !== null) status.textContent = words.starting;
  showTheme(new URLSearchParams(location.search).get('theme'));
  // The screen that comes first, at the same time as what carries it.
  (isBooking(location.hash) ? loadBooking() : loadHome()).catch(() => {});
  const shell = import(/* webpackChunkName: 'shell' */ './shell/mountShell.tsx');
  gatherContent()
    .then(
      async (content) => (await shell).mountShell(content),
      async (cause: unknown) => (await shell).mountShell({ kind: 'failed', cause }),
    )
    .catch(() => {
      // The shell itself is missing: words in the page are all that is left.
      if (status !== null) status.textContent = words.notLoaded;
    });
}

function isBooking(hash: string): boolean {
  return parseRoute(hash).kind === 'book';
}

async function gatherContent(): Promise<ShellContent> {
  const signIn = import(/* webpackChunkName: 'services' */ '#adapters/identity/connectSignIn.ts');
  const creation = import(/* webpackChunkName: 'services' */ './createServices.ts');
  // Awaited below; until then a failure has nobody to tell.
  signIn.catch(() => {});
  // Inside a page the host's bridge is to be expected; where there is none, the other one follows.
  (window.parent === window ? loadStandardClients() : loadNestedClient()).catch(() => {});
  creation.catch(() => {});
  const clock = createBrowserClock();
  const config = await readConfig((url, init) => fetch(url, init));
  const host = await connectHost(config.hostOrigins, clock);
  showTheme(host.port.theme());
  const { createServices } = await creation;
  return { kind: 'ready', ...createServices({ config, host, clock, loadSignIn: () => signIn }) };
}

/** Colours the skeleton; `default` is what Teams calls its light theme when it writes it into the address. */
function showTheme(name: string | null): void {
  const themes: Readonly<Record<string, string>> = {
    default: 'light',
    light: 'light',
    dark: 'dark',
    contrast: 'contrast',
  };
  const theme = themes[name ?? ''];
  if (theme !== undefined) document.documentElement.dataset.theme = theme;
}
