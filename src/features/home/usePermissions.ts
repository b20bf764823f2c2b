import { useCallback, useEffect, useRef, useState } from 'react';
import { ServiceFailure } from '#ports/failure.ts';
import type { IdentityPort, Scope } from '#ports/identity.ts';

/** The permissions that are told about, in their order. */
export const toldScopes = ['User.ReadBasic.All', 'Calendars.ReadWrite', 'Files.ReadWrite'] as const;
export type ToldScope = (typeof toldScopes)[number] & Scope;

/** `later`: the person is asked when it is first needed. */
export type Allowed = 'reading' | 'yes' | 'waiting' | 'later' | 'unknown';

export interface PermissionLook {
  readonly permissions: Readonly<Record<ToldScope, Allowed>>;
  /** Looks again, with a click behind it: where the person may allow it, they are asked. */
  readonly look: () => void;
  readonly looking: 'idle' | 'looking' | 'stillWaiting';
  readonly failure: ServiceFailure | undefined;
}

const nothingRead: Readonly<Record<ToldScope, Allowed>> = {
  'User.ReadBasic.All': 'reading',
  'Calendars.ReadWrite': 'reading',
  'Files.ReadWrite': 'reading',
};

/** What is allowed by now, asked silently at opening and again on wish. `onAllowed` is called when a second look finds the calendar allowed. */
export function usePermissions(identity: IdentityPort, onAllowed: () => void): PermissionLook {
  const [permissions, setPermissions] = useState(nothingRead);
  const [looking, setLooking] = useState<PermissionLook['looking']>('idle');
  const [failure, setFailure] = useState<ServiceFailure>();
  const running = useRef<AbortController>(undefined);

  useEffect(() => {
    const stop = new AbortController();
    const ask = async (scope: ToldScope): Promise<void> => {
      const allowed = await allowedOf(identity, scope, stop.signal);
      if (!stop.signal.aborted) setPermissions((before) => ({ ...before, [scope]: allowed }));
    };
    for (const scope of toldScopes) void ask(scope);
    return () => {
      stop.abort();
      running.current?.abort();
    };
  }, [identity]);

  const lookNow = useCallback(async (): Promise<void> => {
    const stop = new AbortController();
    running.current = stop;
    setLooking('looking');
    setFailure(undefined);
    const outcome = await lookAgain(identity, stop.signal);
    if (stop.signal.aborted) return;
    if (outcome === 'yes') {
      onAllowed();
      return;
    }
    setLooking(outcome === 'waiting' ? 'stillWaiting' : 'idle');
    if (outcome !== 'waiting') setFailure(outcome);
  }, [identity, onAllowed]);

  return { permissions, look: () => void lookNow(), looking, failure };
}

/** Silently: never asks the person anything. */
async function allowedOf(identity: IdentityPort, scope: ToldScope, signal: AbortSignal): Promise<Allowed> {
  try {
    await identity.token([scope], signal);
    return 'yes';
  } catch (error) {
    if (!(error instanceof ServiceFailure)) return 'unknown';
    if (error.code === 'needs-admin') return 'waiting';
    return error.code === 'needs-consent' ? 'later' : 'unknown';
  }
}

/** Silently first; where that cannot tell, by asking: a yes of the administrator may only show then. */
async function lookAgain(
  identity: IdentityPort,
  signal: AbortSignal,
): Promise<'yes' | 'waiting' | ServiceFailure> {
  try {
    await identity.token(['Calendars.ReadWrite'], signal);
    return 'yes';
  } catch {
    // What a silent answer says of consent is remembered from before the administrator decided.
  }
  try {
    await identity.allow(['Calendars.ReadWrite'], signal);
    return 'yes';
  } catch (error) {
    if (!(error instanceof ServiceFailure))
      return new ServiceFailure('unexpected', 'allow', { cause: error });
    return error.code === 'needs-admin' || error.code === 'cancelled' ? 'waiting' : error;
  }
}
