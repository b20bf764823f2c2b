/** What one try came to, as far as trying again is concerned. */
export type TryOutcome =
  | { readonly kind: 'answered'; readonly status: number; readonly retryAfterSeconds: number | undefined }
  /** The connection broke, or there was none. */
  | { readonly kind: 'lost' }
  /** No answer within the time limit. */
  | { readonly kind: 'silent' };

export interface Trial {
  /** See `GraphRequest.repeatable`. */
  readonly repeatable: boolean;
  /** Tries made, 1 after the first. */
  readonly tries: number;
  readonly outcome: TryOutcome;
  /** 0 to 1, for the jitter. */
  readonly random: number;
}

export type RetryDecision =
  { readonly kind: 'again'; readonly afterMilliseconds: number } | { readonly kind: 'enough' };

const mostTries = 6;
/** After that many unanswered tries, waiting longer will not help. */
const mostSilentTries = 3;
/** Longer than this nobody watches a countdown: the failure says how long, and the person decides. */
const longestWaitSeconds = 120;
const firstBackoffMilliseconds = 1000;
/** A network that comes back does so at once, so the first look is early. */
const firstBackoffLostMilliseconds = 500;
const longestBackoffMilliseconds = 30_000;

const enough: RetryDecision = { kind: 'enough' };

/**
 * The one retry policy of the app. Repeats what may be done twice after 429, 503, 504 and a lost network, and anything after 429, which says
 * that the request was not looked at. Waits as long as the service says, else backs off exponentially, half of each wait being jitter so
 * that two devices do not come back together.
 */
export function decideRetry({ repeatable, tries, outcome, random }: Trial): RetryDecision {
  if (tries >= mostTries) return enough;
  if (outcome.kind !== 'answered') {
    const most = outcome.kind === 'silent' ? mostSilentTries : mostTries;
    return repeatable && tries < most ? again(backoff(firstBackoffLostMilliseconds, tries, random)) : enough;
  }
  const { status, retryAfterSeconds } = outcome;
  const mayRepeat = status === 429 || (repeatable && (status === 503 || status === 504));
  if (!mayRepeat) return enough;
  if (retryAfterSeconds === undefined) return again(backoff(firstBackoffMilliseconds, tries, random));
  return retryAfterSeconds > longestWaitSeconds
    ? enough
    : // A little later than told, not earlier: who comes back too soon is refused again.
      again(retryAfterSeconds * 1000 + Math.round(random * 250));
}

function again(afterMilliseconds: number): RetryDecision {
  return { kind: 'again', afterMilliseconds };
}

function backoff(first: number, tries: number, random: number): number {
  const whole = Math.min(longestBackoffMilliseconds, first * 2 ** (tries - 1));
  return Math.round(whole / 2 + (whole / 2) * random);
}
