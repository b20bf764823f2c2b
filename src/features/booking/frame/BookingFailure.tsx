import { useEffect, useRef, useState } from 'react';
import { FailureNotice } from '#components/FailureNotice.tsx';
import type { ServiceFailure } from '#ports/failure.ts';
import type { IdentityPort, Scope } from '#ports/identity.ts';
import type { Person } from '#ports/people.ts';
import { asFailure, signInAs } from '../failure.ts';

export interface BookingFailureProps {
  readonly failure: ServiceFailure;
  readonly identity: IdentityPort;
  /** Whose booking it is: somebody else's sign-in does not go on with it. */
  readonly me: Person;
  /** What to ask leave for when that is what is missing. */
  readonly scopes: readonly Scope[];
  /** Said instead of the general sentence, by code. */
  readonly bodies?: Partial<Readonly<Record<ServiceFailure['code'], string>>>;
  /** Goes on once the obstacle is gone. */
  readonly onAgain: () => void;
  readonly onNeedsAdmin?: (() => void) | undefined;
}

/** A failure with the one button that helps: try again, sign in again, allow. What that comes to is shown in its place. */
export function BookingFailure(props: BookingFailureProps) {
  const { failure, identity, me, scopes, bodies, onAgain, onNeedsAdmin } = props;
  const [helped, setHelped] = useState<{ readonly from: ServiceFailure; readonly to: ServiceFailure }>();
  const stop = useRef<AbortController>(undefined);
  useEffect(() => () => stop.current?.abort(), []);
  const shown = helped?.from === failure ? helped.to : failure;

  const help = (act: (signal: AbortSignal) => Promise<void>): void => {
    stop.current?.abort();
    const controller = new AbortController();
    stop.current = controller;
    const goOn = async (): Promise<void> => {
      try {
        await act(controller.signal);
        if (!controller.signal.aborted) onAgain();
      } catch (error) {
        if (!controller.signal.aborted) setHelped({ from: failure, to: asFailure(error) });
      }
    };
    void goOn();
  };

  return (
    <FailureNotice
      code={shown.code}
      body={bodies?.[shown.code]}
      detail={shown.detail}
      onHelp={{
        again: onAgain,
        look: onAgain,
        signIn: () => help((signal) => signInAs(me, identity, signal)),
        allow: () => help((signal) => identity.allow(scopes, signal)),
        ...(onNeedsAdmin === undefined ? {} : { askAdministrator: onNeedsAdmin }),
      }}
    />
  );
}
