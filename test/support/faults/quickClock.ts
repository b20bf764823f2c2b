import type { ClockPort } from '#ports/clock.ts';

/** How long an impatient device waits for an answer, where the app has 20 s and more. */
export const shortPatience = 300;
/** How long any other device does: as long as a busy machine may take. */
const patience = 60_000;
const shortestLimit = 20_000;

/** A clock on which waiting takes no time. `now` moves on by what was skipped. */
export function createQuickClock(isPatient = true): Pick<ClockPort, 'now' | 'wait'> {
  let skipped = 0;
  return {
    now: () => Date.now() + skipped,
    wait: (milliseconds, signal) =>
      new Promise((resolve, reject) => {
        const isLimit = milliseconds >= shortestLimit;
        const stop = (): void => {
          clearTimeout(timer);
          const { reason }: { reason: unknown } = signal;
          reject(reason instanceof Error ? reason : new Error('stopped'));
        };
        const timer = setTimeout(
          () => {
            signal.removeEventListener('abort', stop);
            if (!isLimit) skipped += milliseconds;
            resolve();
          },
          isLimit ? (isPatient ? patience : shortPatience) : Math.min(milliseconds, 1),
        );
        if (signal.aborted) stop();
        else signal.addEventListener('abort', stop, { once: true });
      }),
  };
}
