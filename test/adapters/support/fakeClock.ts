import type { ClockPort } from '#ports/clock.ts';

/** A clock whose time passes only while somebody waits: the earliest wait ends as soon as nothing else can go on. */
export interface FakeClock extends ClockPort {
  /** Every wait that was asked for, in milliseconds, time limits aside. */
  readonly waits: readonly number[];
}

/** Waits longer than this are time limits: they end only when `runOut` is on. */
const limitMilliseconds = 15_000;

export function createFakeClock(
  start = Date.parse('2026-11-23T10:00:00Z'),
  { runOut = false }: { readonly runOut?: boolean } = {},
): FakeClock {
  let now = start;
  let ids = 0;
  const waits: number[] = [];
  return {
    waits,
    now: () => now,
    zone: () => 'Europe/London',
    newId: () => {
      ids += 1;
      return `00000000-0000-4000-8000-${String(ids).padStart(12, '0')}`;
    },
    wait: (milliseconds, signal) =>
      new Promise((resolve, reject) => {
        const stop = (): void => {
          const { reason }: { reason: unknown } = signal;
          reject(reason instanceof Error ? reason : new DOMException('Stopped.', 'AbortError'));
        };
        if (signal.aborted) {
          stop();
          return;
        }
        signal.addEventListener('abort', stop, { once: true });
        const isLimit = milliseconds === 20_000 || milliseconds === 45_000;
        if (!isLimit) waits.push(milliseconds);
        if (isLimit && !runOut) return;
        setTimeout(
          () => {
            if (signal.aborted) return;
            signal.removeEventListener('abort', stop);
            now += milliseconds;
            resolve();
          },
          milliseconds > limitMilliseconds ? 2 : 0,
        );
      }),
  };
}
