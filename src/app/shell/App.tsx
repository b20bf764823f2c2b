import { lazy, Suspense, useCallback, useEffect } from 'react';
import { homeWindow } from '#features/home/homePicture.ts';
import { reasonOf, type SignInReason } from '#features/home/signInReason.ts';
import type { ServiceFailure } from '#ports/failure.ts';
import { useWords } from '#words/Words.ts';
import type { AppServices } from '../createServices.ts';
import { hashOf, parseRoute } from '../routes.ts';
import { BrokenScreen } from './BrokenScreen.tsx';
import { Loading } from './Loading.tsx';
import { loadHome } from './loadScreens.ts';
import { NotReached } from './NotReached.tsx';
import { OfflineBanner } from './OfflineBanner.tsx';
import { ScreenBoundary } from './ScreenBoundary.tsx';
import { Screens } from './Screens.tsx';
import { Shown } from './Shown.tsx';
import { useSignedIn } from './useSignedIn.ts';

const SignInScreen = lazy(async () => ({ default: (await loadHome()).SignInScreen }));
const AdminConsentScreen = lazy(async () => ({ default: (await loadHome()).AdminConsentScreen }));

export interface AppProps {
  readonly parts: AppServices;
  /** The first useful picture stands. */
  readonly onFirstScreen: () => void;
}

/** The app around its screens: who uses it, what stands when nobody does, and what stands when something breaks. */
export function App({ parts, onFirstScreen }: AppProps) {
  const { services, readAhead } = parts;
  const { host, clock } = services;
  const words = useWords().app;
  const onFound = useCallback(() => {
    openDeepLink(host.deepLink);
    if (isHome(location.hash)) readAhead(homeWindow(clock.now()));
  }, [host, clock, readAhead]);
  const { state, look } = useSignedIn(services, onFound);
  const onShown = useCallback(() => {
    onFirstScreen();
    host.notifyReady();
  }, [host, onFirstScreen]);
  const onBroken = useCallback(() => {
    onFirstScreen();
    host.notifyFailed(words.broken.heading);
  }, [host, onFirstScreen, words]);
  const isSignedOut = state.kind === 'nobody' || state.kind === 'failed';
  useEffect(() => {
    if (isSignedOut) document.title = words.windowTitle({ title: words.titles.signIn });
  }, [isSignedOut, words]);

  return (
    <ScreenBoundary fallback={<BrokenScreen />} onBroken={onBroken}>
      <OfflineBanner />
      {state.kind === 'somebody' && (
        <Screens
          // What belongs to one account does not outlive it on the screen.
          key={`${state.account.tid}.${state.account.oid}`}
          parts={parts}
          me={state.me}
          onSignedOut={look}
          onShown={onShown}
        />
      )}
      {state.kind === 'nobody' && (
        <Suspense fallback={<Loading />}>
          <SignInScreen
            services={services}
            reason={signInReason(state.failure)}
            scopes={[]}
            onSignedIn={look}
          />
          <Shown onShown={onShown} />
        </Suspense>
      )}
      {state.kind === 'failed' && (
        <Suspense fallback={<Loading />}>
          {state.failure.code === 'needs-admin' ? (
            <AdminConsentScreen services={services} name={undefined} onAllowed={look} />
          ) : (
            <NotReached failure={state.failure} onAgain={look} />
          )}
          <Shown onShown={onShown} />
        </Suspense>
      )}
    </ScreenBoundary>
  );
}

/** Nobody who opens the app for the first time has lost anything. */
function signInReason(failure: ServiceFailure | undefined): SignInReason {
  const reason = failure === undefined ? 'first' : reasonOf(failure.code);
  return reason ?? 'first';
}

/** Goes where a link into the host leads, unless the address says something already. Going there does nothing by itself. */
function openDeepLink(deepLink: string | undefined): void {
  if (deepLink === undefined || location.hash.length > 1) return;
  location.replace(hashOf(parseRoute(deepLink)));
}

function isHome(hash: string): boolean {
  const { kind } = parseRoute(hash);
  return kind === 'home' || kind === 'mentorship';
}
