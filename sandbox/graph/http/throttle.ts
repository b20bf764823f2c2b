import { GraphFailure } from '../graphFailure.ts';
import type { Workload } from '../types.ts';

/** Documented limits. Durations in milliseconds. Source: Graph throttling limits; SharePoint "avoid getting throttled". */
export interface ThrottleLimits {
  /** Outlook, per app and mailbox. */
  readonly outlookAtOnce: number;
  readonly outlookRequests: number;
  readonly outlookWindow: number;
  /** OneDrive and SharePoint, per user. */
  readonly driveRequests: number;
  readonly driveWindow: number;
}

export const documentedLimits: ThrottleLimits = {
  outlookAtOnce: 4,
  outlookRequests: 10_000,
  outlookWindow: 600_000,
  driveRequests: 3_000,
  driveWindow: 300_000,
};

/** Seconds a refused client is told to stay away. */
const retryAfterBusy = 2;
const retryAfterRate = 10;

interface Budget {
  running: number;
  /** Requests in the present window and when it began. */
  used: number;
  windowStart: number;
  /** Nobody is let in before; 0 for never refused. */
  closedUntil: number;
  lastRefusal: number;
}

export interface Throttle {
  /**
   * Lets a request in and returns what to call when it is done, or throws 429 with `Retry-After`. Who comes back before
   * the time has passed is refused again, and the time starts anew.
   */
  enter(workload: Workload, appId: string, owner: string): () => void;
  reset(): void;
}

/** Counts the requests of each app to each mailbox and of each user to OneDrive. `now` in epoch milliseconds. */
export function createThrottle(now: () => number, limits: ThrottleLimits = documentedLimits): Throttle {
  const budgets = new Map<string, Budget>();

  function budgetOf(key: string, window: number): Budget {
    const time = now();
    let budget = budgets.get(key);
    if (!budget)
      budgets.set(key, (budget = { running: 0, used: 0, windowStart: time, closedUntil: 0, lastRefusal: 0 }));
    // Also when the clock was set back: a refusal must not last for ever.
    if (time - budget.windowStart >= window || time < budget.windowStart) {
      budget.used = 0;
      budget.windowStart = time;
    }
    if (time < budget.lastRefusal) budget.closedUntil = 0;
    return budget;
  }

  function refuse(budget: Budget, seconds: number, message: string): never {
    budget.lastRefusal = now();
    budget.closedUntil = budget.lastRefusal + seconds * 1000;
    throw tooMany(seconds, message);
  }

  return {
    enter(workload, appId, owner) {
      if (workload !== 'outlook' && workload !== 'drive') return () => undefined;
      const outlook = workload === 'outlook';
      const window = outlook ? limits.outlookWindow : limits.driveWindow;
      const budget = budgetOf(`${workload} ${appId} ${owner}`, window);
      if (budget.closedUntil > now())
        refuse(budget, retryAfterOf(budget), 'Too many requests: wait as long as Retry-After says.');
      if (outlook && budget.running >= limits.outlookAtOnce)
        refuse(budget, retryAfterBusy, 'Application is over its MailboxConcurrency limit.');
      if (budget.used >= (outlook ? limits.outlookRequests : limits.driveRequests))
        refuse(
          budget,
          retryAfterRate,
          outlook
            ? 'Application is over its request rate limit for this mailbox.'
            : 'The app or user has been throttled.',
        );
      budget.used += 1;
      budget.running += 1;
      let left = false;
      return () => {
        if (!left) budget.running -= 1;
        left = true;
      };
    },
    reset: () => budgets.clear(),
  };
}

/** As long as it was told at first: the time starts anew. */
function retryAfterOf(budget: Budget): number {
  return Math.max(1, Math.round((budget.closedUntil - budget.lastRefusal) / 1000));
}

function tooMany(seconds: number, message: string): GraphFailure {
  return new GraphFailure(429, 'ApplicationThrottled', message, {
    headers: { 'Retry-After': String(seconds) },
  });
}
