import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, request as httpsRequest, type Server } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client, type Context, type Middleware } from '@microsoft/microsoft-graph-client';
// oxlint-disable-next-line import/no-unassigned-import -- what x509 asks for
import 'reflect-metadata';
import * as x509 from '@peculiar/x509';
import { createClock } from '#sandbox/control/createClock.ts';
import { createControl } from '#sandbox/control/createControl.ts';
import { createFaults, type Faults } from '#sandbox/control/createFaults.ts';
import { createSwitches, type Switches, type SwitchSettings } from '#sandbox/control/switches.ts';
import { createTraffic, type Traffic } from '#sandbox/control/createTraffic.ts';
import { createGraph } from '#sandbox/graph/createGraph.ts';
import { seedUser } from '#sandbox/graph/seed.ts';
import { documentedLimits, type ThrottleLimits } from '#sandbox/graph/http/throttle.ts';
import { openStore, type Store } from '#sandbox/store/openStore.ts';
import type { Clock, DirectoryUser, Principal, TokenVerifier } from '#sandbox/types.ts';

/** A plain answer, as it came over the wire. */
export interface WireAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly text: string;
  /** Parsed, where it was JSON; what a test expects of it is its own business. */
  readonly body: ReturnType<typeof JSON.parse>;
}

export interface WireRequest {
  readonly method?: string;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  readonly scopes?: readonly string[];
  /** Hangs up when it is aborted. */
  readonly signal?: AbortSignal;
}

/** The sandbox's Graph on a TLS port of its own, with a test's own token verifier. */
export interface RunningGraph {
  readonly origin: string;
  readonly store: Store;
  readonly clock: Clock;
  readonly faults: Faults;
  readonly traffic: Traffic;
  readonly switches: Switches;
  /** The vendor's client, signed in as a person. */
  client(person: DirectoryUser, scopes?: readonly string[]): Client;
  /** A request without the vendor's client. `path` starts after the origin. */
  ask(person: DirectoryUser | undefined, path: string, request?: WireRequest): Promise<WireAnswer>;
  stop(): Promise<void>;
}

export const allScopes: readonly string[] = [
  'User.Read',
  'User.ReadBasic.All',
  'Calendars.Read',
  'Calendars.ReadWrite',
  'Files.ReadWrite',
  'Files.ReadWrite.All',
  'Mail.Read',
  'Mail.ReadWrite',
  'Mail.Send',
  'MailboxSettings.ReadWrite',
];

/** A token as the tests' verifier reads it: the principal itself. */
export function tokenOf(person: DirectoryUser, scopes: readonly string[] = allScopes): string {
  const principal: Principal = {
    oid: person.id,
    tid: person.tenantId,
    upn: person.userPrincipalName,
    appId: '6f3c1b52-8a0e-4d57-9b1e-2c7a5d9e4f10',
    scopes,
  };
  return Buffer.from(JSON.stringify(principal)).toString('base64url');
}

const verifier: TokenVerifier = {
  async verify(bearer) {
    try {
      const principal: Principal = JSON.parse(Buffer.from(bearer, 'base64url').toString());
      return { kind: 'ok', principal };
    } catch {
      return {
        kind: 'refused',
        code: 'InvalidAuthenticationToken',
        message: 'IDX14100: JWT is not well formed.',
        wwwAuthenticate: 'Bearer realm="", error="invalid_token"',
      };
    }
  },
};

export async function startGraph(
  people: readonly DirectoryUser[],
  options: {
    readonly switches?: SwitchSettings;
    readonly limits?: ThrottleLimits;
    readonly folder?: string;
  } = {},
): Promise<RunningGraph> {
  const folder = options.folder ?? mkdtempSync(join(tmpdir(), 'sandbox-graph-'));
  const store = await openStore({ folder });
  const [clock, faults, traffic] = [createClock(), createFaults(), createTraffic()];
  const switches = createSwitches(options.switches);
  const { key, cert } = await certificate();
  const server = createServer({ key, cert });
  const port = await listen(server);
  const origin = `https://localhost:${port}`;
  // One client at a time is measured here, not Microsoft's patience: tests of the limits bring their own.
  const limits = options.limits ?? { ...documentedLimits, outlookAtOnce: 1000, outlookRequests: 1e6 };
  const graph = createGraph({
    store,
    clock,
    faults,
    traffic,
    switches,
    origin,
    tokens: verifier,
    limits,
  });
  const seed = async (): Promise<void> => {
    for (const person of people) await seedUser(store, person);
  };
  const control = createControl({ store, clock, faults, traffic, switches, onReset: seed });
  server.on('request', (request, response) => {
    void (request.url?.startsWith('/sandbox/') === true ? control : graph)(request, response);
  });
  await seed();

  return {
    origin,
    store,
    clock,
    faults,
    traffic,
    switches,
    client: (person, scopes) =>
      Client.initWithMiddleware({
        baseUrl: `${origin}/`,
        customHosts: new Set(['localhost']),
        middleware: new Transport(cert, tokenOf(person, scopes)),
      }),
    ask: (person, path, request = {}) => ask(origin, cert, person, path, request),
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await store.close();
      if (options.folder === undefined) rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** The vendor's pipeline ends in a fetch that cannot be told to trust one certificate: this end can. */
class Transport implements Middleware {
  readonly #trusted: string;
  readonly #token: string;

  constructor(trusted: string, token: string) {
    this.#trusted = trusted;
    this.#token = token;
  }

  async execute(context: Context): Promise<void> {
    const { options } = context;
    const url = new URL(typeof context.request === 'string' ? context.request : context.request.url);
    const headers = Object.fromEntries(new Request(url, { ...options, body: null }).headers.entries());
    const answer = await exchange(
      url,
      this.#trusted,
      options?.method ?? 'GET',
      { ...headers, authorization: `Bearer ${this.#token}` },
      await bytesOf(options?.body),
    );
    const emptyStatus = [204, 205, 304].includes(answer.status);
    context.response = new Response(emptyStatus ? null : new Uint8Array(answer.bytes), {
      status: answer.status,
      headers: Object.entries(answer.headers).flatMap(([name, value]) =>
        value === undefined ? [] : [[name, String(value)] as [string, string]],
      ),
    });
  }
}

async function ask(
  origin: string,
  trusted: string,
  person: DirectoryUser | undefined,
  path: string,
  { method = 'GET', body, headers = {}, scopes, signal }: WireRequest,
): Promise<WireAnswer> {
  const raw = typeof body === 'string' || body instanceof Uint8Array ? Buffer.from(body) : undefined;
  const answer = await exchange(
    new URL(path, origin),
    trusted,
    method,
    {
      ...(person ? { authorization: `Bearer ${tokenOf(person, scopes)}` } : {}),
      ...(body === undefined || raw ? {} : { 'content-type': 'application/json' }),
      ...headers,
    },
    raw ?? (body === undefined ? undefined : Buffer.from(JSON.stringify(body))),
    path.startsWith('/') ? path.replaceAll(' ', '%20') : undefined,
    signal,
  );
  const text = answer.bytes.toString('utf8');
  return { status: answer.status, headers: answer.headers, text, body: jsonOf(text) };
}

function jsonOf(text: string): ReturnType<typeof JSON.parse> {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function exchange(
  url: URL,
  trusted: string,
  method: string,
  headers: Readonly<Record<string, string>>,
  body: Buffer | undefined,
  /** As it goes over the wire: an URL would straighten a path that climbs. */
  path = `${url.pathname}${url.search}`,
  signal?: AbortSignal,
): Promise<{
  readonly status: number;
  readonly headers: WireAnswer['headers'];
  readonly bytes: Buffer;
}> {
  return new Promise((resolve, reject) => {
    const request = httpsRequest(
      url,
      {
        method,
        path,
        ca: trusted,
        ...(signal === undefined ? {} : { signal }),
        headers: { ...headers, ...(body ? { 'content-length': String(body.length) } : {}) },
      },
      (response) => {
        const parts: Buffer[] = [];
        response.on('data', (part: Buffer) => parts.push(part));
        response.on('end', () =>
          resolve({
            status: response.statusCode ?? 0,
            headers: response.headers,
            bytes: Buffer.concat(parts),
          }),
        );
        response.on('error', reject);
      },
    );
    request.on('error', reject);
    request.end(body);
  });
}

async function bytesOf(body: BodyInit | null | undefined): Promise<Buffer | undefined> {
  if (body === undefined || body === null) return undefined;
  return Buffer.from(await new Response(body).arrayBuffer());
}

async function listen(server: Server): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}

let made: Promise<{ readonly key: string; readonly cert: string }> | undefined;

/** One self-signed certificate for localhost in each test process. */
function certificate(): Promise<{ readonly key: string; readonly cert: string }> {
  made ??= (async () => {
    x509.cryptoProvider.set(globalThis.crypto);
    const algorithm = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' };
    const keys = await globalThis.crypto.subtle.generateKey(algorithm, true, ['sign', 'verify']);
    const cert = await x509.X509CertificateGenerator.createSelfSigned({
      name: 'CN=localhost',
      keys,
      signingAlgorithm: algorithm,
      extensions: [
        new x509.SubjectAlternativeNameExtension([
          { type: 'dns', value: 'localhost' },
          { type: 'ip', value: '127.0.0.1' },
        ]),
      ],
    });
    const key = await globalThis.crypto.subtle.exportKey('pkcs8', keys.privateKey);
    const pem = Buffer.from(key).toString('base64').replaceAll(/.{64}/g, '$&\n');
    return {
      key: `-----BEGIN PRIVATE KEY-----\n${pem}\n-----END PRIVATE KEY-----\n`,
      cert: cert.toString('pem'),
    };
  })();
  return made;
}
