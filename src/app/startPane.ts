import { createBrowserClock } from '#adapters/clock/createBrowserClock.ts';
import { connectOutlook } from '#adapters/host/connectOutlook.ts';
import { isInOutlook } from '#adapters/host/office/loadOffice.ts';
import { app as words } from '#words/en/app.ts';
import { readConfig } from './config.ts';
import type { PaneContent } from './pane/mountPane.tsx';

/**
 * Starts the pane of Outlook. The page already shows its skeleton, as plain HTML; everything of size is fetched at once, while Office.js shakes hands
 * with the host.
 */
export function startPane(): void {
  const status = document.querySelector('#status');
  if (status !== null) status.textContent = words.starting;
  const pane = import(/* webpackChunkName: 'pane' */ './pane/mountPane.tsx');
  gatherContent()
    .then(
      async (content) => (await pane).mountPane(content),
      async (cause: unknown) => (await pane).mountPane({ kind: 'failed', cause }),
    )
    .catch(() => {
      // The pane itself is missing: words in the page are all that is left.
      if (status !== null) status.textContent = words.notLoaded;
    });
}

async function gatherContent(): Promise<PaneContent> {
  // Read before Office.js comes, which takes them away.
  if (!isInOutlook(window)) return { kind: 'elsewhere' };
  const signIn = import(/* webpackChunkName: 'services' */ '#adapters/identity/connectSignIn.ts');
  const creation = import(/* webpackChunkName: 'services' */ './createServices.ts');
  // Awaited below; until then a failure has nobody to tell.
  signIn.catch(() => {});
  creation.catch(() => {});
  const clock = createBrowserClock();
  const config = await readConfig((url, init) => fetch(url, init));
  const openPage = new URL('open', document.baseURI).href;
  const scripts = [...config.officeJsBefore, config.officeJsUrl];
  const host = await connectOutlook(scripts, window, clock, openPage);
  const { createServices } = await creation;
  return { kind: 'ready', ...createServices({ config, host, clock, loadSignIn: () => signIn }) };
}
