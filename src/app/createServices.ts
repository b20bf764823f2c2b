import type * as SignIn from '#adapters/identity/connectSignIn.ts';
import { createGraphCalendar } from '#adapters/graph/createGraphCalendar.ts';
import { createGraphClient } from '#adapters/graph/createGraphClient.ts';
import { createGraphPeople } from '#adapters/graph/createGraphPeople.ts';
import { createGraphFiles } from '#adapters/graph/files/createGraphFiles.ts';
import type { ConnectedHost } from '#adapters/host/connectedHost.ts';
import { createIdentity } from '#adapters/identity/createIdentity.ts';
import type { SignInClient } from '#adapters/identity/signInClient.ts';
import { browserStore, createDeviceMemory, createPageStore } from '#adapters/memory/createDeviceMemory.ts';
import { createShelf } from '#adapters/memory/createShelf.ts';
import type { ClockPort } from '#ports/clock.ts';
import type { IdentityPort } from '#ports/identity.ts';
import type { Services } from '#ports/services.ts';
import type { AppConfig } from './config.ts';
import { createReadAhead, type ReadAhead } from './createReadAhead.ts';

export interface ServiceParts {
  readonly config: AppConfig;
  readonly host: ConnectedHost;
  readonly clock: ClockPort;
  /** The sign-in library, fetched apart since it is the largest of all. */
  readonly loadSignIn: () => Promise<typeof SignIn>;
}

/** The services of the features, and what only the shell does with them. */
export interface AppServices {
  readonly services: Services;
  /** Begins to read the mentor meetings for the screen that comes next. */
  readonly readAhead: ReadAhead['begin'];
  /** Forgets what this device remembers of the account. */
  readonly forgetAccount: () => void;
}

/** All that the features may ask of the outside world, made of the real things. */
export function createServices({ config, host, clock, loadSignIn }: ServiceParts): AppServices {
  const connect = once(async (): Promise<SignInClient> => {
    const { connectSignIn } = await loadSignIn();
    const { clientId, authority, knownAuthorities } = config;
    return connectSignIn(
      { clientId, authority, knownAuthorities, redirectPage: pageOf('redirect.html') },
      {
        isHosted: host.port.kind !== 'browser',
        bridge: Reflect.get(window, 'nestedAppAuthBridge'),
        dialogPage: pageOf('dialog.html'),
        openDialog: host.openDialog,
        loginHint: host.person?.loginHint ?? host.loginHint,
        tid: host.person?.tid,
      },
      clock,
    );
  });
  const identity = createIdentity({
    client: connect,
    expected: host.person,
    clock,
    authority: config.authority,
    clientId: config.clientId,
    consentedPage: pageOf('admin-consent.html'),
  });
  const client = createGraphClient({
    graphBaseUrl: config.graphBaseUrl,
    identity,
    clock,
    fetch: (url, init) => fetch(url, init),
    random: Math.random,
    isOnline: () => navigator.onLine,
  });
  const store = browserStore();
  const accountKey = accountKeyOf(identity);
  const memory = createDeviceMemory(store, accountKey);
  const shelf = createShelf(store ?? createPageStore(), store && browserDatabase(), accountKey);
  const readAhead = createReadAhead(
    createGraphCalendar(client, { openPage: pageOf('open'), hostOrigins: config.hostOrigins }),
  );
  const services: Services = {
    calendar: readAhead.calendar,
    people: createGraphPeople(client, (blob) => URL.createObjectURL(blob)),
    identity,
    host: host.port,
    clock,
    memory,
    files: createGraphFiles(
      client,
      { graphOrigin: new URL(config.graphBaseUrl).origin, fetch: (url, init) => fetch(url, init), clock },
      memory,
    ),
    shelf,
  };
  return {
    services,
    readAhead: (window) => readAhead.begin(window),
    forgetAccount: () => {
      memory.forgetAll();
      shelf.forgetAll();
    },
  };
}

/** The browser's database, or undefined where even asking for it is refused. */
function browserDatabase(): IDBFactory | undefined {
  try {
    return indexedDB;
  } catch {
    return undefined;
  }
}

/** Address of a page beside this one. */
function pageOf(name: string): string {
  return new URL(name, document.baseURI).href;
}

/** Whose memory it is, as a key; follows the account. */
function accountKeyOf(identity: IdentityPort): () => string | undefined {
  let key: string | undefined;
  identity.onAccountChange((account) => {
    key = account === undefined ? undefined : `${account.tid}.${account.oid}`;
  });
  return () => key;
}

/** Does the work at the first call and shares it; after a failure the next call tries again. */
function once<T>(work: () => Promise<T>): () => Promise<T> {
  let running: Promise<T> | undefined;
  return () => {
    const started = running ?? work();
    running = started;
    started.catch(() => {
      if (running === started) running = undefined;
    });
    return started;
  };
}
