import * as v from 'valibot';
import type { GraphClient } from './createGraphClient.ts';
import { decode, failureOf } from './failures.ts';
import type { GraphAnswer, GraphRequest } from './graphRequest.ts';

const withEtag = v.object({ '@odata.etag': v.string() });

/**
 * Sends a change and, when somebody was first (412, which Exchange also says of itself now and then), reads what is there, builds the change
 * anew upon that, and sends it once more, bound to what was read. A second 412 is the caller's. Throws ServiceFailure otherwise.
 */
export async function patchFresh(
  client: GraphClient,
  request: GraphRequest,
  fresh: { readonly read: GraphRequest; readonly rebuild: (current: unknown) => unknown },
  signal: AbortSignal,
): Promise<GraphAnswer> {
  const first = await client.send(request, signal);
  if (first.status !== 412) return accepted(client, request, first);
  const current = accepted(client, fresh.read, await client.send(fresh.read, signal));
  const { '@odata.etag': etag } = decode(withEtag, current.body, 'event');
  const second: GraphRequest = {
    ...request,
    headers: { ...request.headers, 'If-Match': etag },
    body: fresh.rebuild(current.body),
  };
  return accepted(client, second, await client.send(second, signal));
}

/** The answer of a request that went well; throws ServiceFailure for any other. */
export function accepted(client: GraphClient, request: GraphRequest, answer: GraphAnswer): GraphAnswer {
  if (answer.status >= 200 && answer.status < 300) return answer;
  throw failureOf(request, answer, client.now());
}
