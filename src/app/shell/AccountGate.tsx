import { Suspense, useEffect, type ReactNode } from 'react';
import { reasonOf, type SignInReason } from '#features/home/signInReason.ts';
import type { ServiceFailure } from '#ports/failure.ts';
import type { Account } from '#ports/identity.ts';
import type { Person } from '#ports/people.ts';
import type { Services } from '#ports/services.ts';
import { useWords } from '#words/Words.ts';
import { Loading } from './Loading.tsx';
import { lazyScreen } from './lazyScreen.tsx';
import { loadAccount } from './loadScreens.ts';
import { NotReached } from './NotReached.tsx';
import { Shown } from './Shown.tsx';
import { useSignedIn } from './useSignedIn.ts';

const SignInScreen = lazyScreen(loadAccount, (code) => code.SignInScreen);
const AdminConsentScreen = lazyScreen(loadAccount, (code) => code.AdminConsentScreen);

export interface AccountGateProps {
  readonly services: Services;
  /** An account is known; who it is is being read. */
  readonly onFound: (account: Account) => void;
  /** Something to look at stands where nobody is signed in. */
  readonly onShown: () => void;
  /** What somebody who is signed in sees; `look` finds out again who that is. */
  readonly children: (somebody: {
    readonly account: Account;
    readonly me: Person;
    readonly look: () => void;
  }) => ReactNode;
}

/** Lets in whoever is signed in, and offers to sign in where nobody is. */
export function AccountGate({ services, onFound, onShown, children }: AccountGateProps) {
  const words = useWords().app;
  const { state, look } = useSignedIn(services, onFound);
  const isSignedOut = state.kind === 'nobody' || state.kind === 'failed';
  useEffect(() => {
    if (isSignedOut) document.title = words.windowTitle({ title: words.titles.signIn });
  }, [isSignedOut, words]);

  if (state.kind === 'finding') return null;
  if (state.kind === 'somebody') return children({ account: state.account, me: state.me, look });
  return (
    <Suspense fallback={<Loading />}>
      {state.kind === 'nobody' ? (
        <SignInScreen
          services={services}
          reason={signInReason(state.failure)}
          scopes={[]}
          onSignedIn={look}
        />
      ) : state.failure.code === 'needs-admin' ? (
        <AdminConsentScreen services={services} name={undefined} onAllowed={look} />
      ) : (
        <NotReached failure={state.failure} onAgain={look} />
      )}
      <Shown onShown={onShown} />
    </Suspense>
  );
}

/** Nobody who opens the app for the first time has lost anything. */
function signInReason(failure: ServiceFailure | undefined): SignInReason {
  const reason = failure === undefined ? 'first' : reasonOf(failure.code);
  return reason ?? 'first';
}
