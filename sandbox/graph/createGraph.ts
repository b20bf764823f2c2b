import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import type { Faults } from '#sandbox/control/createFaults.ts';
import type { Traffic } from '#sandbox/control/createTraffic.ts';
import type { TokenVerifier } from '#sandbox/types.ts';
import { createDispatch, CutSignal, type AskedRequest } from './dispatch.ts';
import { answerFile } from './drive/answerFile.ts';
import { createDriveLinks } from './drive/driveLinks.ts';
import { corsHeaders, preflightHeaders } from './http/cors.ts';
import { failureReply } from './http/failureReply.ts';
import { injectedFailure, isRefusal } from './http/injectedFailure.ts';
import { isUpload, longestJson, longestUpload, readBytes } from './http/readBody.ts';
import type { ThrottleLimits } from './http/throttle.ts';
import type { GraphReply, GraphServices } from './types.ts';

interface GraphParts extends Omit<GraphServices, 'links'> {
  readonly tokens: TokenVerifier;
  readonly faults: Faults;
  readonly traffic: Traffic;
  readonly limits?: ThrottleLimits;
}

/**
 * Microsoft Graph v1.0 over Node's http: everything below `/v1.0`, `/beta` (501) and `/files` (download and upload
 * addresses, which need no token). CORS as Microsoft's. Never throws; every answer is Graph's JSON.
 */
export function createGraph(
  parts: GraphParts,
): (request: IncomingMessage, response: ServerResponse) => Promise<void> {
  const services = { ...parts, links: createDriveLinks(parts.origin, parts.store) };
  const dispatch = createDispatch(services);
  return async (request, response) => {
    const method = request.method ?? 'GET';
    if (method === 'OPTIONS') {
      // Download addresses are for simple requests only ("prohibited when CORS preflight is required").
      if (request.url?.startsWith('/files/download/') === true) {
        response.writeHead(405).end();
        return;
      }
      response.writeHead(200, preflightHeaders(request.headers['access-control-request-headers'])).end();
      return;
    }
    const ids = {
      requestId: randomUUID(),
      clientRequestId: headerOf(request, 'client-request-id') ?? randomUUID(),
      epochMilli: parts.clock.now(),
    };
    let reply: GraphReply;
    try {
      const asked = await readRequest(request, method);
      reply = asked.path.startsWith('/files/')
        ? await faultyFile(services, asked)
        : await dispatch(asked, ids);
    } catch (error) {
      // A client that hung up while it was sending waits for no answer.
      if (error instanceof CutSignal || !request.complete) {
        request.socket.destroy();
        return;
      }
      reply = failureReply(error, ids);
    }
    send(response, reply, {
      ...corsHeaders(parts.switches),
      'request-id': ids.requestId,
      'client-request-id': ids.clientRequestId,
      'strict-transport-security': 'max-age=31536000',
      'cache-control': 'private',
    });
  };
}

/** Download and upload addresses meet faults as well; whose request it is they do not know. */
async function faultyFile(parts: GraphParts & GraphServices, asked: AskedRequest): Promise<GraphReply> {
  const met = parts.faults.meet({ method: asked.method, path: asked.path, people: [] });
  if (met.delay > 0) await wait(met.delay);
  if (met.cut === 'before') throw new CutSignal();
  if (isRefusal(met)) throw injectedFailure(met, 'drive');
  const reply = await answerFile(parts, asked);
  if (met.cut === 'after') throw new CutSignal();
  return reply;
}

async function readRequest(request: IncomingMessage, method: string): Promise<AskedRequest> {
  const headers = Object.fromEntries(
    Object.entries(request.headers).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.join(', ') : value,
    ]),
  );
  const path = request.url ?? '/';
  const upload = method === 'PUT' && isUpload(path);
  return {
    method,
    path,
    headers,
    bytes: await readBytes(request, upload ? longestUpload : longestJson),
    origin: `https://${headers.host ?? 'localhost'}`,
  };
}

function headerOf(request: IncomingMessage, name: string): string | undefined {
  const value = request.headers[name];
  return Array.isArray(value) ? value[0] : value;
}

function send(response: ServerResponse, reply: GraphReply, common: Readonly<Record<string, string>>): void {
  if (response.destroyed) return;
  const isBytes = reply.body instanceof Uint8Array;
  const content =
    reply.body instanceof Uint8Array
      ? reply.body
      : reply.text === undefined && reply.body === undefined
        ? undefined
        : Buffer.from(reply.text ?? JSON.stringify(reply.body));
  response.writeHead(reply.status, {
    ...common,
    ...(content !== undefined && !isBytes
      ? {
          'content-type':
            'application/json;odata.metadata=minimal;odata.streaming=true;IEEE754Compatible=false;charset=utf-8',
        }
      : {}),
    ...(content === undefined ? {} : { 'content-length': String(content.length) }),
    ...reply.headers,
  });
  response.end(content);
}
