import {
  Client,
  ResponseType,
  TelemetryHandler,
  type Context,
  type Middleware,
} from '@microsoft/microsoft-graph-client';
import { readClaimsChallenge } from './claimsChallenge.ts';
import type { GraphAnswer, GraphRequest, Tried } from './graphRequest.ts';

export type Fetch = (url: string, init: RequestInit) => Promise<Response>;

/** Makes one try over the Graph library: a token, its telemetry headers, the network; no retry and no redirect. */
export type GraphSender = (request: GraphRequest, token: string, signal: AbortSignal) => Promise<Tried>;

/**
 * A sender for one Graph. The library's own retry repeats any POST after a 504 and cannot be stopped, so it is not in the chain; the
 * token goes to the host of `base` and to no other.
 */
export function createGraphSender(base: URL, fetch: Fetch): GraphSender {
  const version = base.pathname.replaceAll('/', '');
  const customHosts = new Set([base.hostname]);
  return async (request, token, signal) => {
    // The library wraps whatever a middleware throws, so the reason is kept beside it.
    let cause: unknown;
    const network: Middleware = {
      async execute(context) {
        try {
          const url = addressOf(context);
          if (new URL(url).origin !== base.origin) throw new TypeError('not an address of Microsoft Graph');
          const { options = {} } = context;
          const headers = new Headers(options.headers);
          headers.set('Authorization', `Bearer ${token}`);
          context.response = await fetch(url, { ...options, headers });
        } catch (error) {
          cause = error;
          throw error;
        }
      },
    };
    const client = Client.initWithMiddleware({
      baseUrl: `${base.origin}/`,
      defaultVersion: version,
      customHosts,
      middleware: [new TelemetryHandler(), network],
    });
    const call = client
      .api(request.path)
      .responseType(ResponseType.RAW)
      .headers({ Accept: request.reads === 'blob' ? 'image/*' : 'application/json', ...request.headers })
      .options({
        signal,
        redirect: 'error',
        credentials: 'omit',
        cache: 'no-store',
        referrerPolicy: 'no-referrer',
      });
    try {
      const response: unknown = await start(call, request);
      if (!(response instanceof Response)) throw new TypeError('the library gave no response');
      return { kind: 'answered', answer: await readAnswer(response, request.reads ?? 'json') };
    } catch (error) {
      signal.throwIfAborted();
      return { kind: 'lost', cause: cause ?? error };
    }
  };
}

/** The claims that a 401 asks for, where the browser lets us see them. */
export function claimsOf(answer: GraphAnswer): string | undefined {
  return readClaimsChallenge(answer.headers['www-authenticate']);
}

type Call = ReturnType<Client['api']>;

function start(call: Call, { method, body = {} }: GraphRequest): Promise<unknown> {
  const starts: Readonly<Record<GraphRequest['method'], () => Promise<unknown>>> = {
    GET: () => call.get(),
    POST: () => call.post(body),
    PUT: () => call.put(body),
    PATCH: () => call.patch(body),
    DELETE: () => call.delete(),
  };
  return starts[method]();
}

function addressOf(context: Context): string {
  return typeof context.request === 'string' ? context.request : context.request.url;
}

/** Reads the whole body, so that a connection that breaks in the middle of it counts as lost. */
async function readAnswer(response: Response, reads: 'json' | 'blob'): Promise<GraphAnswer> {
  const headers = Object.fromEntries(response.headers);
  if (reads === 'blob' && response.ok)
    return { status: response.status, headers, body: await response.blob() };
  return { status: response.status, headers, body: parseJson(await response.text()) };
}

/** Undefined when empty or no JSON: a proxy's HTML page, say. Whoever needs a body finds it missing when decoding. */
function parseJson(text: string): unknown {
  if (text.trim() === '') return undefined;
  try {
    const value: unknown = JSON.parse(text);
    return value;
  } catch {
    return undefined;
  }
}
