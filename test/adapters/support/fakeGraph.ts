import { createGraphClient, type GraphClient } from '#adapters/graph/createGraphClient.ts';
import type { Fetch } from '#adapters/graph/createGraphSender.ts';
import { createFakeClock, type FakeClock } from './fakeClock.ts';

/** What a request looked like on the wire. */
export interface SeenRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: Headers;
  readonly body: unknown;
}

export interface FakeAnswer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

/** How a request is met: with an answer, by a broken connection, or by silence. */
export type Reaction = FakeAnswer | 'cut' | 'silent';

/** A network with Graph at its end, as told by `react`; remembers what came. */
export function createFakeFetch(react: (request: SeenRequest, count: number) => Reaction): {
  readonly fetch: Fetch;
  readonly seen: SeenRequest[];
} {
  const seen: SeenRequest[] = [];
  return {
    seen,
    fetch: (url, init) =>
      new Promise((resolve, reject) => {
        const text: unknown = init.body;
        const request: SeenRequest = {
          method: init.method ?? 'GET',
          url,
          headers: new Headers(init.headers),
          body: typeof text === 'string' && text !== '' ? JSON.parse(text) : undefined,
        };
        seen.push(request);
        const reaction = react(request, seen.length);
        if (reaction === 'cut') {
          reject(new TypeError('fetch failed'));
        } else if (reaction === 'silent') {
          init.signal?.addEventListener('abort', () => reject(new DOMException('Stopped.', 'AbortError')));
        } else {
          const { status, headers, body } = reaction;
          const isEmpty = status === 204 || body === undefined;
          const content = isEmpty ? null : typeof body === 'string' ? body : JSON.stringify(body);
          resolve(
            new Response(content, { status, headers: { 'content-type': 'application/json', ...headers } }),
          );
        }
      }),
  };
}

/** The real client over a fake network and clock. Waits have no jitter (`random` is 0.5). */
export function createTestClient(
  react: (request: SeenRequest, count: number) => Reaction,
  options: {
    readonly clock?: FakeClock;
    readonly token?: (count: number, claims: string | undefined, isFresh: boolean) => Promise<string>;
    readonly isOnline?: boolean;
  } = {},
): { readonly client: GraphClient; readonly seen: SeenRequest[]; readonly clock: FakeClock } {
  const { fetch, seen } = createFakeFetch(react);
  const clock = options.clock ?? createFakeClock();
  let tokens = 0;
  const client = createGraphClient({
    graphBaseUrl: 'https://graph.example/v1.0',
    identity: {
      token: (_scopes, _signal, claims, asked) => {
        tokens += 1;
        return options.token?.(tokens, claims, asked?.fresh === true) ?? Promise.resolve(`token-${tokens}`);
      },
    },
    clock,
    fetch,
    random: () => 0.5,
    isOnline: () => options.isOnline ?? true,
  });
  return { client, seen, clock };
}

export interface BatchRequestItem {
  readonly id: string;
  readonly method: string;
  readonly url: string;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  readonly dependsOn?: readonly string[];
}

/** The requests inside a `$batch`; none for any other request. */
export function itemsOf(request: SeenRequest | undefined): readonly BatchRequestItem[] {
  const requests: unknown = memberOf(request?.body, 'requests');
  return Array.isArray(requests) ? requests : [];
}

/** A member of a JSON body. */
export function memberOf(body: unknown, name: string): unknown {
  return typeof body === 'object' && body !== null
    ? Object.entries(body).find(([key]) => key === name)?.[1]
    : undefined;
}

/** Answers a `$batch` item by item, refusing with 424 what depends on a failure, as the service does. */
export function answerBatch(request: SeenRequest, react: (item: BatchRequestItem) => FakeAnswer): FakeAnswer {
  const failed = new Set<string>();
  const responses = itemsOf(request).map((item) => {
    const isBlocked = item.dependsOn?.some((id) => failed.has(id)) === true;
    const answer = isBlocked ? { status: 424, body: { error: { code: 'FailedDependency' } } } : react(item);
    if (answer.status >= 400) failed.add(item.id);
    return { id: item.id, headers: {}, ...answer };
  });
  // The service answers in no particular order.
  return { status: 200, body: { responses: responses.toReversed() } };
}

export const noSignal = new AbortController().signal;
