import type { ClockPort } from '#ports/clock.ts';

/** The clock, zone and random ids of this device. */
export function createBrowserClock(): ClockPort {
  return {
    now: () => Date.now(),
    zone: () => new Intl.DateTimeFormat().resolvedOptions().timeZone,
    newId: () => crypto.randomUUID(),
    wait,
  };
}

function wait(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    if (signal.aborted) {
      reject(abortReason(signal));
      return;
    }
    const stop = (): void => {
      clearTimeout(timer);
      reject(abortReason(signal));
    };
    const timer = setTimeout(() => {
      signal.removeEventListener('abort', stop);
      resolve();
    }, milliseconds);
    signal.addEventListener('abort', stop, { once: true });
  });
}

/** What to throw for an aborted signal: its reason, which is a DOMException unless somebody gave another. */
function abortReason(signal: AbortSignal): Error {
  const { reason }: { reason: unknown } = signal;
  return reason instanceof Error ? reason : new DOMException('The work was stopped.', 'AbortError');
}
