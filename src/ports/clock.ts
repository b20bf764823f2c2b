import type { EpochMilli, ZoneName } from '#domain/time/types.ts';

/** Now, the person's zone, and fresh ids: the only way they come in. */
export interface ClockPort {
  now(): EpochMilli;
  /** The zone of this device, IANA. */
  zone(): ZoneName;
  newId(): string;
  /** Resolves after `milliseconds`; rejects with the signal's reason when aborted. */
  wait(milliseconds: number, signal: AbortSignal): Promise<void>;
}
