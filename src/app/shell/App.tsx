import { useCallback } from 'react';
import { homeWindow } from '#features/home/homePicture.ts';
import { useWords } from '#words/Words.ts';
import type { AppServices } from '../createServices.ts';
import { hashOf, parseRoute } from '../routes.ts';
import { AccountGate } from './AccountGate.tsx';
import { BrokenScreen } from './BrokenScreen.tsx';
import { OfflineBanner } from './OfflineBanner.tsx';
import { ScreenBoundary } from './ScreenBoundary.tsx';
import { Screens } from './Screens.tsx';

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
  const onShown = useCallback(() => {
    onFirstScreen();
    host.notifyReady();
  }, [host, onFirstScreen]);
  const onBroken = useCallback(() => {
    onFirstScreen();
    host.notifyFailed(words.broken.heading);
  }, [host, onFirstScreen, words]);

  return (
    <ScreenBoundary fallback={<BrokenScreen />} onBroken={onBroken}>
      <OfflineBanner />
      <AccountGate services={services} onFound={onFound} onShown={onShown}>
        {({ account, me, look }) => (
          <Screens
            // What belongs to one account does not outlive it on the screen.
            key={`${account.tid}.${account.oid}`}
            parts={parts}
            me={me}
            onSignedOut={look}
            onShown={onShown}
          />
        )}
      </AccountGate>
    </ScreenBoundary>
  );
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
