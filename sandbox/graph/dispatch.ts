import { setTimeout as wait } from 'node:timers/promises';
import type { Faults, Meeting } from '#sandbox/control/createFaults.ts';
import type { Traffic } from '#sandbox/control/createTraffic.ts';
import type { Principal, TokenVerifier } from '#sandbox/types.ts';
import { runBatch } from './batch/runBatch.ts';
import { findUser } from './directory/findUser.ts';
import { GraphFailure } from './graphFailure.ts';
import { authenticate, requireScope } from './http/authorize.ts';
import { failureReply, type RequestIds } from './http/failureReply.ts';
import { createRouter, type FoundRoute } from './http/findRoute.ts';
import { injectedFailure, isRefusal } from './http/injectedFailure.ts';
import { pathSegments } from './http/pathSegments.ts';
import { isJson, isTooDeep, isUpload, parseJsonBody } from './http/readBody.ts';
import { createThrottle, type ThrottleLimits } from './http/throttle.ts';
import { parseQuery } from './odata/parseQuery.ts';
import { allRoutes } from './routes.ts';
import type { GraphReply, GraphServices, Workload } from './types.ts';

/** A request before it is looked at. */
export interface AskedRequest {
  readonly method: string;
  /** With version and query. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly bytes: Uint8Array;
  /** `https://<host>` it was asked of. */
  readonly origin: string;
}

/** Thrown where the connection is to be closed without an answer. */
export class CutSignal extends Error {
  override readonly name = 'CutSignal';
}

interface DispatchParts extends GraphServices {
  readonly tokens: TokenVerifier;
  readonly faults: Faults;
  readonly traffic: Traffic;
  readonly limits?: ThrottleLimits;
}

/** What becomes of a request: token, faults, route, scopes, limits, operation; and a line of traffic for each. */
export function createDispatch(
  parts: DispatchParts,
): (asked: AskedRequest, ids: RequestIds) => Promise<GraphReply> {
  const { store, clock, faults, traffic } = parts;
  const route = createRouter(allRoutes(parts));
  const throttle = createThrottle(() => clock.now(), parts.limits);
  store.onReset(() => throttle.reset());

  async function answer(
    asked: AskedRequest,
    ids: RequestIds,
    known: Principal | undefined,
  ): Promise<GraphReply> {
    const line: { principal: Principal | undefined; lost: boolean } = { principal: known, lost: false };
    let reply: GraphReply;
    try {
      line.principal ??= await authenticate(parts.tokens, asked.headers.authorization);
      const { principal } = line;
      const met = faults.meet({
        method: asked.method,
        path: asked.path,
        people: [principal.oid, principal.upn],
      });
      reply = await act(asked, ids, principal, met);
      line.lost = met.cut === 'after';
      if (isRefusal(met) && met.acts)
        throw injectedFailure(met, workloadOf(asked.method, versionOf(asked.path).rest));
    } catch (error) {
      if (error instanceof CutSignal) throw error;
      reply = failureReply(error, ids);
    }
    const text =
      reply.text ??
      (reply.body === undefined || reply.body instanceof Uint8Array ? undefined : JSON.stringify(reply.body));
    traffic.add(
      {
        method: asked.method,
        path: asked.path,
        ...(line.principal ? { scopes: line.principal.scopes } : {}),
        ...recorded('requestBody', asked.bytes, asked.headers['content-type']),
        status: reply.status,
        ...(line.lost ? { cut: 'after' as const } : {}),
      },
      text,
    );
    if (line.lost) throw new CutSignal();
    return text === undefined ? reply : { ...reply, text };
  }

  async function act(
    asked: AskedRequest,
    ids: RequestIds,
    principal: Principal,
    met: Meeting,
  ): Promise<GraphReply> {
    const [pathname = '', queryText = ''] = splitOnce(asked.path, '?');
    const { version, rest } = versionOf(pathname);
    const segments = pathSegments(rest);
    const found = version === 'v1.0' ? route(asked.method, segments) : 'noSuchPath';
    const workload = isFound(found) ? found.route.workload : 'gateway';
    const leave = throttle.enter(workload, principal.appId, ownerOf(found, principal));
    try {
      if (met.delay > 0) await wait(met.delay);
      if (met.cut === 'before') throw new CutSignal();
      if (isRefusal(met) && !met.acts) throw injectedFailure(met, workload);
      const body = isUpload(asked.path)
        ? undefined
        : parseJsonBody(asked.bytes, asked.headers['content-type']);
      const base = `${asked.origin}/v1.0`;
      if (version === 'v1.0' && asked.method === 'POST' && segments.join('/').toLowerCase() === '$batch')
        return await runBatch(body, {
          workloadOf,
          answer: (inner) =>
            answer(
              {
                ...inner,
                path: `/v1.0${inner.path.startsWith('/') ? '' : '/'}${inner.path}`,
                origin: asked.origin,
              },
              ids,
              principal,
            ),
        });
      if (!isFound(found)) throw notSupported(asked);
      requireScope(principal, found.route.scopes, found.route.workload);
      return await found.route.operation({
        method: asked.method,
        path: asked.path,
        params: found.params,
        query: parseQuery(queryText),
        headers: asked.headers,
        principal,
        body,
        bytes: asked.bytes,
        base,
      });
    } finally {
      leave();
    }
  }

  function workloadOf(method: string, path: string): Workload {
    const [pathname = ''] = splitOnce(path, '?');
    const found = route(method, pathSegments(pathname));
    return isFound(found) ? found.route.workload : 'gateway';
  }

  /** Whose limits a request counts against: the mailbox asked for, or the caller's own drive. */
  function ownerOf(found: Found, principal: Principal): string {
    if (!isFound(found) || found.route.workload !== 'outlook') return principal.oid;
    const name = found.params.user ?? 'me';
    return name.toLowerCase() === 'me' ? principal.oid : (findUser(store, principal.tid, name)?.id ?? name);
  }

  return (asked, ids) => answer(asked, ids, undefined);
}

type Found = ReturnType<ReturnType<typeof createRouter>>;

function isFound(found: Found): found is FoundRoute {
  return typeof found === 'object' && 'route' in found;
}

function versionOf(pathname: string): { readonly version: string; readonly rest: string } {
  const match = /^\/(v1\.0|beta)(\/.*)?$/i.exec(pathname);
  return match
    ? { version: (match[1] ?? '').toLowerCase(), rest: match[2] ?? '/' }
    : { version: 'none', rest: pathname };
}

/** 501 with the request line: the sandbox does not know whether Graph would answer. */
function notSupported(asked: AskedRequest): GraphFailure {
  const requestLine = `${asked.method} ${asked.path}`;
  console.warn(`Not supported by the sandbox: ${requestLine}`);
  return new GraphFailure(501, 'NotImplemented', `The sandbox does not know this call: ${requestLine}`);
}

function recorded(name: 'requestBody', bytes: Uint8Array, contentType: string | undefined): object {
  if (bytes.length === 0 || contentType === undefined) return {};
  const text = (): string => new TextDecoder().decode(bytes);
  if (isJson(contentType) && !isTooDeep(bytes)) {
    try {
      return { [name]: JSON.parse(text()) as unknown };
    } catch {
      return { [name]: text() };
    }
  }
  return /^text\//i.test(contentType) ? { [name]: text() } : {};
}

function splitOnce(text: string, at: string): string[] {
  const index = text.indexOf(at);
  return index < 0 ? [text] : [text.slice(0, index), text.slice(index + 1)];
}
