/** Lets at most `most` pieces of work run at a time; the others wait in the order they came. */
export function createLimiter(most: number): <T>(work: () => Promise<T>, signal: AbortSignal) => Promise<T> {
  let running = 0;
  const waiting: (() => void)[] = [];

  const enter = async (signal: AbortSignal): Promise<void> => {
    signal.throwIfAborted();
    if (running < most) {
      running += 1;
      return;
    }
    await new Promise<void>((resolve, reject) => {
      const admit = (): void => {
        signal.removeEventListener('abort', leave);
        resolve();
      };
      const leave = (): void => {
        waiting.splice(waiting.indexOf(admit), 1);
        const { reason }: { reason: unknown } = signal;
        reject(reason instanceof Error ? reason : new DOMException('The work was stopped.', 'AbortError'));
      };
      waiting.push(admit);
      signal.addEventListener('abort', leave, { once: true });
    });
  };

  return async (work, signal) => {
    await enter(signal);
    try {
      return await work();
    } finally {
      // The place is handed on, so `running` stays as it is when somebody waits.
      const next = waiting.shift();
      if (next === undefined) running -= 1;
      else next();
    }
  };
}
