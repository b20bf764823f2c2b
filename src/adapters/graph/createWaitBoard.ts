import type { WaitListener } from '#ports/calendar.ts';
import type { EpochMilli } from '#domain/time/types.ts';

/** Tells listeners how long the longest of all present waits lasts. */
export interface WaitBoard {
  /** Begins a wait; call what it returns when the wait is over, however it ends. */
  begin(until: EpochMilli): () => void;
  listen(listener: WaitListener): () => void;
}

export function createWaitBoard(): WaitBoard {
  const waits = new Set<{ readonly until: EpochMilli }>();
  const listeners = new Set<WaitListener>();
  let told: EpochMilli | undefined;

  const tell = (): void => {
    const until = waits.size === 0 ? undefined : Math.max(...Array.from(waits, (wait) => wait.until));
    if (until === told) return;
    told = until;
    for (const listener of listeners) listener(until);
  };

  return {
    begin(until) {
      const wait = { until };
      waits.add(wait);
      tell();
      return () => {
        waits.delete(wait);
        tell();
      };
    },
    listen(listener) {
      listeners.add(listener);
      if (told !== undefined) listener(told);
      return () => {
        listeners.delete(listener);
      };
    },
  };
}
