import * as v from 'valibot';
import type { ClockPort } from '#ports/clock.ts';
import { readClaimsChallenge } from './claimsChallenge.ts';
import { decode, failureOf } from './failures.ts';
import { retryAfterSeconds, type BatchItem, type GraphAnswer, type GraphRequest } from './graphRequest.ts';
import { decideRetry } from './retryPolicy.ts';

interface BatchMeans {
  readonly send: (request: GraphRequest, signal: AbortSignal) => Promise<GraphAnswer>;
  readonly now: ClockPort['now'];
  readonly random: () => number;
  readonly pauseFor: (milliseconds: number, signal: AbortSignal) => Promise<void>;
}

/** Graph takes at most 20 requests in a batch (JSON batching, limits). */
export const mostInBatch = 20;

const batchBody = v.object({
  responses: v.array(
    v.object({
      id: v.string(),
      status: v.pipe(v.number(), v.integer(), v.minValue(100), v.maxValue(599)),
      headers: v.optional(v.nullable(v.record(v.string(), v.unknown())), {}),
      body: v.optional(v.unknown()),
    }),
  ),
});

/**
 * Sends items as one batch and takes up again, in further batches, those that the policy says to retry and those that were refused only
 * because an item before them failed (424). Answers stand in the order of the items. An item without an answer counts as 504.
 * Throws ServiceFailure when the batch as a whole failed.
 */
export async function sendBatch(
  items: readonly BatchItem[],
  signal: AbortSignal,
  means: BatchMeans,
): Promise<readonly GraphAnswer[]> {
  if (items.length > mostInBatch) throw new RangeError(`${items.length} requests do not fit into one batch`);
  const answers = new Map<number, GraphAnswer>();
  const tries = new Map<number, number>();
  let open = items.map((_, index) => index);
  let renews: GraphRequest['renews'];
  let mayRenew = true;

  while (open.length > 0) {
    // Each round is made of what the round before left.
    /* oxlint-disable no-await-in-loop */
    const round = await sendRound(items, open, renews, signal, means);
    renews = undefined;
    const left: number[] = [];
    let waitMilliseconds = 0;
    let isDependencyToBlame = false;
    for (const index of open) {
      const item = items[index];
      const answer = round.get(index) ?? noAnswerInBatch;
      answers.set(index, answer);
      if (item === undefined || item.isTriedOnce === true) continue;
      if (answer.status === 424 && item.after !== undefined) {
        // Not looked at. It goes again, without what failed before it if that failed for good.
        isDependencyToBlame = true;
        left.push(index);
        continue;
      }
      if (answer.status === 401 && mayRenew) {
        // The token was refused for this item, unread: once, all that were refused so go again with a new one.
        renews = { claims: readClaimsChallenge(answer.headers['www-authenticate']) };
        left.push(index);
        continue;
      }
      const made = (tries.get(index) ?? 0) + 1;
      tries.set(index, made);
      const decision = decideRetry({
        repeatable: item.repeatable,
        tries: made,
        outcome: {
          kind: 'answered',
          status: answer.status,
          retryAfterSeconds: retryAfterSeconds(answer.headers, means.now()),
        },
        random: means.random(),
      });
      if (decision.kind === 'enough') continue;
      left.push(index);
      waitMilliseconds = Math.max(waitMilliseconds, decision.afterMilliseconds);
    }
    if (renews !== undefined) mayRenew = false;
    // Everything blamed on something before, and nothing before it failed: the service contradicts itself, so stop asking.
    if (isDependencyToBlame && left.length === open.length && waitMilliseconds === 0 && renews === undefined)
      break;
    open = left;
    if (open.length > 0 && waitMilliseconds > 0) await means.pauseFor(waitMilliseconds, signal);
    /* oxlint-enable no-await-in-loop */
  }
  return items.map((_, index) => answers.get(index) ?? noAnswerInBatch);
}

const noAnswerInBatch: GraphAnswer = { status: 504, headers: {}, body: undefined };

async function sendRound(
  items: readonly BatchItem[],
  open: readonly number[],
  renews: GraphRequest['renews'],
  signal: AbortSignal,
  { send, now }: Pick<BatchMeans, 'send' | 'now'>,
): Promise<ReadonlyMap<number, GraphAnswer>> {
  const chosen = open.flatMap((index) => {
    const item = items[index];
    return item === undefined ? [] : [{ index, item }];
  });
  const request: GraphRequest = {
    method: 'POST',
    path: '/$batch',
    scopes: [...new Set(chosen.flatMap(({ item }) => item.scopes))],
    workload: chosen[0]?.item.workload ?? 'calendar',
    repeatable: chosen.every(({ item }) => item.repeatable),
    renews,
    body: {
      requests: chosen.map(({ index, item }) => ({
        id: String(index + 1),
        method: item.method,
        url: item.path,
        // An item that was left out has failed for good or is done: then there is nothing to wait for.
        ...(item.after !== undefined && open.includes(item.after)
          ? { dependsOn: [String(item.after + 1)] }
          : {}),
        headers: {
          ...item.headers,
          ...(item.body === undefined ? {} : { 'Content-Type': 'application/json' }),
        },
        ...(item.body === undefined ? {} : { body: item.body }),
      })),
    },
  };
  const answer = await send(request, signal);
  if (answer.status !== 200) throw failureOf(request, answer, now());
  const { responses } = decode(batchBody, answer.body, 'batch');
  return new Map(
    responses.map((response): [number, GraphAnswer] => [
      Number(response.id) - 1,
      { status: response.status, headers: lowerCase(response.headers ?? {}), body: response.body },
    ]),
  );
}

function lowerCase(headers: Readonly<Record<string, unknown>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) =>
      typeof value === 'string' || typeof value === 'number' ? [[name.toLowerCase(), String(value)]] : [],
    ),
  );
}
