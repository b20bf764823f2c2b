import * as v from 'valibot';
import { ServiceFailure } from '#ports/failure.ts';
import type { GraphClient } from './createGraphClient.ts';
import { failureOf } from './failures.ts';
import type { GraphAnswer, GraphRequest } from './graphRequest.ts';

/** How often a message is tried whose sending was not confirmed; it is looked for before each further try. */
const mostTries = 4;

/**
 * Sends a request that writes to somebody (a cancellation, an answer) once: when its own answer is lost, looks whether it was carried out before
 * it is sent again. `isDone` judges what reading the event gave. Throws ServiceFailure.
 */
export async function settleOnce(
  client: GraphClient,
  request: GraphRequest,
  look: GraphRequest,
  isDone: (event: GraphAnswer) => boolean,
  signal: AbortSignal,
): Promise<void> {
  for (let tries = 1; ; tries += 1) {
    /* oxlint-disable no-await-in-loop */
    const failure = await trySending(client, request, signal);
    if (failure === undefined) return;
    const isUnsure = failure.mayHaveActed || (tries > 1 && failure.code === 'not-found');
    if (!isUnsure) throw failure;
    const event = await client.send(look, signal);
    if (isDone(event)) return;
    if (tries >= mostTries) throw failure;
    /* oxlint-enable no-await-in-loop */
  }
}

async function trySending(
  client: GraphClient,
  request: GraphRequest,
  signal: AbortSignal,
): Promise<ServiceFailure | undefined> {
  try {
    const answer = await client.send(request, signal);
    return answer.status >= 200 && answer.status < 300 ? undefined : failureOf(request, answer, client.now());
  } catch (error) {
    if (error instanceof ServiceFailure) return error;
    throw error;
  }
}

const state = v.object({
  isCancelled: v.optional(v.nullable(v.boolean())),
  responseStatus: v.optional(v.nullable(v.object({ response: v.optional(v.nullable(v.string())) }))),
});

/** Whether an event is no longer there, or there as cancelled. */
export function isGoneOrCancelled(event: GraphAnswer): boolean {
  if (event.status === 404 || event.status === 410) return true;
  const read = v.safeParse(state, event.body);
  return event.status === 200 && read.success && read.output.isCancelled === true;
}

/** One's own answer to an invitation, as Graph names it; undefined when the event is not there or does not say. */
export function ownResponseOf(event: GraphAnswer): string | undefined {
  const read = v.safeParse(state, event.body);
  return event.status === 200 && read.success
    ? (read.output.responseStatus?.response ?? undefined)
    : undefined;
}
