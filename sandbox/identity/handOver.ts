import { IncomingMessage, type ServerResponse } from 'node:http';
import type { default as OpenIdProvider } from 'oidc-provider';
import type { RequestFacts } from './openIdProvider.ts';

/** A request as the provider is to see it. `path` starts below the tenant. */
export interface HandedRequest {
  readonly method: 'GET' | 'POST';
  readonly tenantId: string;
  readonly path: string;
  readonly cookie?: string;
  readonly form?: Readonly<Record<string, string>>;
  readonly facts: RequestFacts;
}

/**
 * Hands a request to the provider after the sandbox has changed it (scopes renamed, prompts answered). The provider reads a stream, so a new request over
 * the same socket is made.
 */
export async function handOver(
  provider: OpenIdProvider,
  facts: WeakMap<IncomingMessage, RequestFacts>,
  original: IncomingMessage,
  response: ServerResponse,
  handed: HandedRequest,
): Promise<void> {
  const request = new IncomingMessage(original.socket);
  request.method = handed.method;
  request.url = handed.path;
  Object.assign(request, { originalUrl: `/${handed.tenantId}${handed.path}` });
  request.httpVersion = original.httpVersion;
  const { host, origin, accept } = original.headers;
  request.headers = {
    ...(host === undefined ? {} : { host }),
    ...(origin === undefined ? {} : { origin }),
    accept: handed.method === 'POST' ? 'application/json' : (accept ?? 'text/html'),
    ...(handed.cookie === undefined ? {} : { cookie: handed.cookie }),
  };
  if (handed.form !== undefined) {
    const body = new URLSearchParams(handed.form).toString();
    request.headers['content-type'] = 'application/x-www-form-urlencoded';
    request.headers['content-length'] = String(Buffer.byteLength(body));
    request.push(body);
  }
  request.push(null);
  // Else Node takes the end of the stream for a broken connection and closes the socket.
  request.complete = true;
  facts.set(request, handed.facts);
  await provider.callback()(request, response);
}
