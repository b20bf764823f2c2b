import type { EpochMilli } from '#domain/time/types.ts';
import type { WaitListener, WaitReason } from '#ports/calendar.ts';
import type { ClockPort } from '#ports/clock.ts';
import { ServiceFailure } from '#ports/failure.ts';
import type { IdentityPort } from '#ports/identity.ts';
import { claimsOf, createGraphSender, type Fetch } from './createGraphSender.ts';
import { createLimiter } from './createLimiter.ts';
import { createWaitBoard } from './createWaitBoard.ts';
import {
  retryAfterSeconds,
  type BatchItem,
  type GraphAnswer,
  type GraphRequest,
  type Tried,
} from './graphRequest.ts';
import { decideRetry, type TryOutcome } from './retryPolicy.ts';
import { mostInBatch, sendBatch } from './sendBatch.ts';

export interface GraphParts {
  /** With the version: `https://graph.microsoft.com/v1.0`. */
  readonly graphBaseUrl: string;
  readonly identity: Pick<IdentityPort, 'token'>;
  readonly clock: Pick<ClockPort, 'now' | 'wait'>;
  readonly fetch: Fetch;
  /** 0 to 1, for the jitter of waits. */
  readonly random: () => number;
  /** What the browser believes of the network. */
  readonly isOnline: () => boolean;
}

/** The one way to Graph. Every call is retried by one policy, can be stopped at once, and at most four are under way. */
export interface GraphClient {
  /**
   * The answer, whatever its status. Throws ServiceFailure when there is none (`offline`, `unavailable`) or no token, and the signal's
   * reason when aborted.
   */
  send(request: GraphRequest, signal: AbortSignal): Promise<GraphAnswer>;
  /** Up to 20 requests in one; answers in the order of the items. Items are retried one by one. */
  batch(items: readonly BatchItem[], signal: AbortSignal): Promise<readonly GraphAnswer[]>;
  /** One read that goes along in a batch sent at the same moment, or alone when there is none. */
  sendAlong(request: GraphRequest, signal: AbortSignal): Promise<GraphAnswer>;
  /** The rest of a list, from its `@odata.nextLink`; throws `unexpected` when that leads anywhere but to Graph. */
  nextPage(nextLink: string, like: GraphRequest, signal: AbortSignal): Promise<GraphAnswer>;
  onWait(listener: WaitListener): () => void;
  now(): EpochMilli;
}

const mostAtATime = 4;
const readLimitMilliseconds = 20_000;
const writeLimitMilliseconds = 45_000;

export function createGraphClient(parts: GraphParts): GraphClient {
  const { clock, identity } = parts;
  const base = new URL(parts.graphBaseUrl);
  const sender = createGraphSender(base, parts.fetch);
  const limit = createLimiter(mostAtATime);
  const board = createWaitBoard();
  /** Until when a workload asked everybody to stay away. */
  const closedUntil = new Map<GraphRequest['workload'], EpochMilli>();

  const pause = async (until: EpochMilli, why: WaitReason, signal: AbortSignal): Promise<void> => {
    const milliseconds = until - clock.now();
    if (milliseconds <= 0) return;
    const end = milliseconds >= 1000 ? board.begin(until, why) : undefined;
    try {
      await clock.wait(milliseconds, signal);
    } finally {
      end?.();
    }
  };

  const untilOpen = async (request: GraphRequest, signal: AbortSignal): Promise<void> => {
    for (;;) {
      const until = closedUntil.get(request.workload);
      if (until === undefined || until <= clock.now()) return;
      // One after the other, since it may be closed again meanwhile.
      // oxlint-disable-next-line no-await-in-loop
      await pause(until, 'asked', signal);
    }
  };

  /** One try, and a second one when the service wants another token: it refused the first unread. */
  const tryOnce = async (request: GraphRequest, signal: AbortSignal): Promise<Tried> => {
    const { scopes, renews } = request;
    const milliseconds = request.method === 'GET' ? readLimitMilliseconds : writeLimitMilliseconds;
    const withToken = async (token: string): Promise<Tried> =>
      withTimeLimit(clock, milliseconds, signal, async (limited) => sender(request, token, limited));
    const first = await withToken(
      renews === undefined
        ? await identity.token(scopes, signal)
        : await identity.token(scopes, signal, renews.claims, { fresh: true }),
    );
    if (first.kind !== 'answered' || first.answer.status !== 401) return first;
    const token = await identity.token(scopes, signal, claimsOf(first.answer), { fresh: true });
    return withToken(token);
  };

  const send = async (request: GraphRequest, signal: AbortSignal): Promise<GraphAnswer> => {
    for (let tries = 1; ; tries += 1) {
      // A retry waits for the outcome of the try before.
      /* oxlint-disable no-await-in-loop */
      await untilOpen(request, signal);
      const tried = await limit(() => tryOnce(request, signal), signal);
      const decision = decideRetry({
        repeatable: request.repeatable,
        tries,
        outcome: outcomeOf(tried, clock.now()),
        random: parts.random(),
      });
      // Someone who reads while offline is told so at once; what is being written holds on.
      const isHopeless = tried.kind === 'lost' && request.method === 'GET' && !parts.isOnline();
      if (decision.kind === 'enough' || isHopeless || request.isTriedOnce === true) {
        if (tried.kind === 'answered') return tried.answer;
        throw noAnswer(request, tried);
      }
      const until = clock.now() + decision.afterMilliseconds;
      if (tried.kind === 'answered' && tried.answer.status === 429) closedUntil.set(request.workload, until);
      await pause(until, reasonToWait(tried), signal);
      /* oxlint-enable no-await-in-loop */
    }
  };

  const sendItems = (items: readonly BatchItem[], signal: AbortSignal): Promise<readonly GraphAnswer[]> =>
    sendBatch(items, signal, {
      send,
      now: () => clock.now(),
      random: parts.random,
      pauseFor: (milliseconds, stop) => pause(clock.now() + milliseconds, 'busy', stop),
    });
  /** Reads that wait for a batch of this moment. */
  let waiting: Passenger[] = [];

  return {
    send,
    async batch(items, signal) {
      const passengers = waiting.slice(0, Math.max(0, mostInBatch - items.length));
      if (passengers.length === 0) return sendItems(items, signal);
      waiting = waiting.filter((passenger) => !passengers.includes(passenger));
      try {
        const answers = await sendItems([...items, ...passengers.map(({ request }) => request)], signal);
        for (const [index, { settle }] of passengers.entries()) settle(answers[items.length + index]);
        return answers.slice(0, items.length);
      } catch (error) {
        // What stopped the batch (a scope not allowed, an abort) is not the passengers' trouble: they go on by themselves.
        for (const { settle } of passengers) settle(undefined);
        // Nor is what is not allowed to a passenger the batch's.
        if (isAboutLeave(error) && asksForMore(passengers, items)) return sendItems(items, signal);
        throw error;
      }
    },
    async sendAlong(request, signal) {
      const leave = (): boolean => {
        const isLeft = waiting.some((passenger) => passenger.request === request);
        waiting = waiting.filter((passenger) => passenger.request !== request);
        return isLeft;
      };
      const taken = new Promise<GraphAnswer | undefined>((settle) => {
        waiting.push({ request, settle });
      });
      try {
        await clock.wait(0, signal);
      } catch (error) {
        leave();
        throw error;
      }
      return (leave() ? undefined : await taken) ?? send(request, signal);
    },
    async nextPage(nextLink, like, signal) {
      return send({ ...like, path: pathBelow(base, nextLink) }, signal);
    },
    onWait: (listener) => board.listen(listener),
    now: () => clock.now(),
  };
}

interface Passenger {
  readonly request: GraphRequest;
  /** With the answer, or without one when the batch came to nothing. */
  readonly settle: (answer: GraphAnswer | undefined) => void;
}

function isAboutLeave(error: unknown): boolean {
  return error instanceof ServiceFailure && ['needs-consent', 'needs-admin'].includes(error.code);
}

function asksForMore(passengers: readonly Passenger[], items: readonly BatchItem[]): boolean {
  // What is allowed at sign-in never stands in the way.
  const asked = new Set<string>(['User.Read', ...items.flatMap(({ scopes }) => scopes)]);
  return passengers.some(({ request }) => request.scopes.some((scope) => !asked.has(scope)));
}

function outcomeOf(tried: Tried, nowEpochMilli: number): TryOutcome {
  if (tried.kind !== 'answered') return { kind: tried.kind };
  const { status, headers } = tried.answer;
  return { kind: 'answered', status, retryAfterSeconds: retryAfterSeconds(headers, nowEpochMilli) };
}

function reasonToWait(tried: Tried): WaitReason {
  if (tried.kind !== 'answered') return 'lost';
  return tried.answer.status === 429 || tried.answer.headers['retry-after'] !== undefined ? 'asked' : 'busy';
}

function noAnswer(
  request: GraphRequest,
  tried: Exclude<Tried, { readonly kind: 'answered' }>,
): ServiceFailure {
  const isWrite = request.method !== 'GET';
  return tried.kind === 'lost'
    ? new ServiceFailure('offline', 'no connection', { cause: tried.cause, mayHaveActed: isWrite })
    : new ServiceFailure('unavailable', 'no answer in time', { mayHaveActed: isWrite });
}

/** Runs work with a signal that also ends after a time; says `silent` when it was the time. */
async function withTimeLimit(
  clock: Pick<ClockPort, 'wait'>,
  milliseconds: number,
  signal: AbortSignal,
  work: (limited: AbortSignal) => Promise<Tried>,
): Promise<Tried> {
  const stop = new AbortController();
  const timer = new AbortController();
  const passOn = (): void => stop.abort(signal.reason);
  signal.addEventListener('abort', passOn, { once: true });
  const silence = clock.wait(milliseconds, timer.signal).then(
    (): Tried => {
      stop.abort(new DOMException('No answer in time.', 'TimeoutError'));
      return { kind: 'silent' };
    },
    // Stopped since the answer came first: then this promise is no longer looked at.
    (): Tried => ({ kind: 'silent' }),
  );
  try {
    signal.throwIfAborted();
    return await Promise.race([work(stop.signal), silence]);
  } finally {
    signal.removeEventListener('abort', passOn);
    timer.abort();
  }
}

/** The path, from the version on, of an address that Graph itself handed out. */
function pathBelow(base: URL, link: string): string {
  const url = URL.canParse(link) ? new URL(link) : undefined;
  const start = `${base.pathname.replace(/\/$/, '')}/`;
  if (
    url?.origin !== base.origin ||
    !url.pathname.startsWith(start) ||
    url.username !== '' ||
    url.password !== ''
  )
    throw new ServiceFailure('unexpected', 'a list goes on outside of Microsoft Graph');
  return `/${url.pathname.slice(start.length)}${url.search}`;
}
