import type { WaitListener, WaitReason } from '#ports/calendar.ts';
import type { EpochMilli } from '#domain/time/types.ts';

/** Tells listeners how long the longest of all present waits lasts. */
export interface WaitBoard {
  /** Begins a wait; call what it returns when the wait is over, however it ends. */
  begin(until: EpochMilli, why: WaitReason): () => void;
  listen(listener: WaitListener): () => void;
}

export function createWaitBoard(): WaitBoard {
  const waits = new Set<{ readonly until: EpochMilli; readonly why: WaitReason }>();
  const listeners = new Set<WaitListener>();
  let told: EpochMilli | undefined;

  const longest = (): { readonly until: EpochMilli; readonly why: WaitReason } | undefined =>
    [...waits].toSorted((one, other) => other.until - one.until)[0];

  const tell = (): void => {
    const wait = longest();
    if (wait?.until === told) return;
    told = wait?.until;
    for (const listener of listeners) listener(wait?.until, wait?.why ?? 'asked');
  };

  return {
    begin(until, why) {
      const wait = { until, why };
      waits.add(wait);
      tell();
      return () => {
        waits.delete(wait);
        tell();
      };
    },
    listen(listener) {
      listeners.add(listener);
      const wait = longest();
      if (wait !== undefined) listener(wait.until, wait.why);
      return () => {
        listeners.delete(listener);
      };
    },
  };
}
