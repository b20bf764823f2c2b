import { useEffect, useRef, useState } from 'react';
import { FailureNotice } from '#components/FailureNotice.tsx';
import { ServiceFailure } from '#ports/failure.ts';
import type { Scope } from '#ports/identity.ts';
import type { Services } from '#ports/services.ts';

export interface PaneFailureProps {
  readonly services: Services;
  readonly failure: ServiceFailure;
  /** What to ask leave for when that is what is missing. */
  readonly scopes: readonly Scope[];
  readonly onAgain: () => void;
  readonly onNeedsAdmin?: (() => void) | undefined;
}

/** A failure of Microsoft 365 in a pane, with the one button that helps. */
export function PaneFailure({ services, failure, scopes, onAgain, onNeedsAdmin }: PaneFailureProps) {
  const [helped, setHelped] = useState<{ readonly from: ServiceFailure; readonly to: ServiceFailure }>();
  const running = useRef<AbortController>(undefined);
  useEffect(() => () => running.current?.abort(), []);
  const shown = helped?.from === failure ? helped.to : failure;
  const help = (act: (signal: AbortSignal) => Promise<unknown>): void => {
    const stop = new AbortController();
    running.current = stop;
    const goOn = async (): Promise<void> => {
      try {
        await act(stop.signal);
        if (!stop.signal.aborted) onAgain();
      } catch (error) {
        if (!stop.signal.aborted && error instanceof ServiceFailure) setHelped({ from: failure, to: error });
      }
    };
    void goOn();
  };
  return (
    <FailureNotice
      code={shown.code}
      detail={shown.detail}
      onHelp={{
        again: onAgain,
        look: onAgain,
        signIn: () => help((signal) => services.identity.signIn(signal)),
        allow: () => help((signal) => services.identity.allow(scopes, signal)),
        ...(onNeedsAdmin === undefined ? {} : { askAdministrator: onNeedsAdmin }),
      }}
    />
  );
}
