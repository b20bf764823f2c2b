import type { IncomingMessage, ServerResponse } from 'node:http';

/** Answers a request it knows and says whether it did. */
export type Handler = (request: IncomingMessage, response: ServerResponse) => Promise<boolean> | boolean;

interface SandboxParts {
  readonly graph: (request: IncomingMessage, response: ServerResponse) => Promise<void>;
  readonly control: (request: IncomingMessage, response: ServerResponse) => Promise<void>;
  readonly identityControl: Handler;
  readonly hosts: Handler;
  readonly identity: Handler;
}

const graphPaths = /^\/(v1\.0|beta|files)(\/|$|\?)/;

/** Everything that stands in for Microsoft 365 on one origin, told apart by path and never by the Host header. */
export function createSandboxHandler(
  parts: SandboxParts,
): (request: IncomingMessage, response: ServerResponse) => void {
  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = request.url ?? '/';
    if (!URL.canParse(url, 'https://localhost')) {
      response.writeHead(400, { 'Content-Type': 'text/plain' }).end('Bad request\n');
      return;
    }
    if (graphPaths.test(url)) return parts.graph(request, response);
    if (url.startsWith('/sandbox/')) {
      if (await parts.identityControl(request, response)) return undefined;
      return parts.control(request, response);
    }
    if (await parts.hosts(request, response)) return undefined;
    if (await parts.identity(request, response)) return undefined;
    const line = `${request.method ?? ''} ${url.split('?')[0] ?? ''}`;
    console.warn(`not answered: ${line}`);
    response
      .writeHead(501, { 'Content-Type': 'application/json' })
      .end(
        JSON.stringify({ error: { code: 'notImplemented', message: `The sandbox does not know ${line}.` } }),
      );
    return undefined;
  }

  return (request, response) => {
    answer(request, response).catch((error: unknown) => {
      console.error(error);
      if (response.headersSent) response.destroy();
      else
        response
          .writeHead(500, { 'Content-Type': 'text/plain' })
          .end('The sandbox itself failed; its output says why.\n');
    });
  };
}
