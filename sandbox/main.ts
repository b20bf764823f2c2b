import { existsSync, rmSync } from 'node:fs';
import { createServer } from 'node:https';
import { join } from 'node:path';
import { certificates } from '../scripts/certificates.mjs';
import { createAppHandler } from '../scripts/serveApp.mjs';
import { createClock } from './control/createClock.ts';
import { createControl } from './control/createControl.ts';
import { createFaults } from './control/createFaults.ts';
import { createSwitches } from './control/switches.ts';
import { createTraffic } from './control/createTraffic.ts';
import { takeDataFolder } from './dataFolder.ts';
import { createGraph } from './graph/createGraph.ts';
import { createHosts } from './hosts/createHosts.ts';
import { registerApp, sandboxClientId } from './identity/appRegistration.ts';
import { createIdentity } from './identity/createIdentity.ts';
import { createIdentityControl } from './identity/identityControl.ts';
import { createCloser, listen } from './listen.ts';
import { directoryOfCast } from './people/directoryOfCast.ts';
import { readCalendarFiles } from './people/readCalendarFiles.ts';
import { replaceCalendars, seedCast, seedNote } from './people/seedCast.ts';
import { createSandboxHandler } from './server.ts';
import { StartFailure } from './startFailure.ts';
import { openStore } from './store/openStore.ts';

export interface StartOptions {
  readonly port: number;
  readonly sandboxPort: number;
  readonly calendars: readonly { readonly person: string; readonly file: string }[];
  /** Further origins the app is known under. */
  readonly appOrigins: readonly string[];
  /** Folder of the state; `.sandbox` when absent. */
  readonly data: string | undefined;
  readonly reset: boolean;
  /** The project's folder. */
  readonly root: string;
  readonly say: (line: string) => void;
}

export interface Serving {
  readonly appUrl: string;
  readonly sandboxUrl: string;
  close(): Promise<void>;
}

/** Starts the app's server and the sandbox. Throws a StartFailure for whatever a person can mend. */
export async function serveAll(options: StartOptions): Promise<Serving> {
  const { port, sandboxPort, root, say } = options;
  for (const built of ['dist/app/index.html', 'dist/hosts/teams.js'])
    if (!existsSync(join(root, built)))
      throw new StartFailure(`${built} is missing: start without --no-build, or run npm run build.`);
  const imported = readCalendarFiles(options.calendars, Date.now(), say);
  const kept = join(root, '.sandbox');
  const folder = options.data ?? kept;
  const storeFolder = join(folder, 'store');
  const tls = await certificates(join(kept, 'ca'));
  const appUrl = `https://localhost:${port}`;
  const sandboxUrl = `https://localhost:${sandboxPort}`;
  const config = {
    clientId: sandboxClientId,
    authority: `${sandboxUrl}/organizations`,
    knownAuthorities: [`localhost:${sandboxPort}`],
    graphBaseUrl: `${sandboxUrl}/v1.0`,
    officeJsUrl: `${sandboxUrl}/office-js/office.js`,
    officeJsBefore: [`${sandboxUrl}/hosts/officeBefore.js`],
    hostOrigins: [sandboxUrl],
  };
  // Under another name the app is what a release is: it knows Microsoft's own hosts, which tests map to the sandbox.
  const released = {
    clientId: sandboxClientId,
    authority: 'https://login.microsoftonline.com/organizations',
    knownAuthorities: [],
    graphBaseUrl: 'https://graph.microsoft.com/v1.0',
    officeJsUrl: 'https://appsforoffice.microsoft.com/lib/1/hosted/office.js',
    hostOrigins: [],
  };
  const configByHost = Object.fromEntries(
    options.appOrigins.map((origin) => [new URL(origin).host, released]),
  );
  const app = createServer(tls, createAppHandler({ folder: join(root, 'dist/app'), config, configByHost }));
  const sandbox = createServer(tls);
  // Ports first: a start that cannot have them touches nothing that is kept.
  const closeApp = createCloser(app);
  const closeSandbox = createCloser(sandbox);
  try {
    await listen(app, port, 'the app', '--port');
    await listen(sandbox, sandboxPort, 'the sandbox', '--sandbox-port');
  } catch (error) {
    await closeApp();
    throw error;
  }
  const data = await takeDataFolder(folder);
  if (options.reset) rmSync(storeFolder, { recursive: true, force: true });

  const store = await openStore({ folder: storeFolder });
  const clock = createClock();
  const traffic = createTraffic();
  const faults = createFaults();
  const switches = createSwitches();
  if (seedNote(store) === undefined) {
    await store.reset();
    await seedCast(store, clock.now(), imported);
  } else {
    await replaceCalendars(store, imported);
  }
  const identity = await createIdentity({
    store,
    directory: directoryOfCast(),
    app: registerApp([appUrl, ...options.appOrigins]),
    keyFile: join(folder, 'keys', 'tokens.json'),
  });
  const hosts = createHosts({ identity, clock, store, appUrl, root, caFile: tls.caFile });
  const handler = createSandboxHandler({
    graph: createGraph({
      store,
      clock,
      switches,
      faults,
      traffic,
      tokens: identity.verifier,
      origin: sandboxUrl,
    }),
    control: createControl({
      store,
      clock,
      faults,
      traffic,
      switches,
      onReset: () => seedCast(store, clock.now(), imported),
    }),
    identityControl: createIdentityControl(identity),
    hosts,
    identity: identity.handle,
  });
  sandbox.on('request', handler);

  return {
    appUrl,
    sandboxUrl,
    async close() {
      await Promise.all([closeApp(), closeSandbox()]);
      await store.close();
      await data.release();
    },
  };
}
