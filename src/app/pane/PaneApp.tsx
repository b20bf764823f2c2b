import { useCallback } from 'react';
import { homeWindow } from '#features/home/homePicture.ts';
import type { AppServices } from '../createServices.ts';
import { AccountGate } from '../shell/AccountGate.tsx';
import { BrokenScreen } from '../shell/BrokenScreen.tsx';
import { OfflineBanner } from '../shell/OfflineBanner.tsx';
import { ScreenBoundary } from '../shell/ScreenBoundary.tsx';
import { loadPane } from './loadPanes.ts';
import { paneFor, paneOf } from './paneRoute.ts';
import { Panes } from './Panes.tsx';

export interface PaneAppProps {
  readonly parts: AppServices;
  /** The first useful picture stands. */
  readonly onFirstScreen: () => void;
}

/** The pane around what it shows: who uses it, what stands when nobody does, and what stands when something breaks. */
export function PaneApp({ parts, onFirstScreen }: PaneAppProps) {
  const { services, readAhead } = parts;
  const { host, clock } = services;
  const asked = paneOf(location.search);
  const onFound = useCallback(() => {
    const opened = host.outlook?.opened();
    if (opened === undefined) return;
    const pane = paneFor(opened, asked);
    // Its code and the calendar it reads come while it is found out who is signed in.
    loadPane(pane);
    if (pane === 'notes') readAhead(homeWindow(clock.now()));
  }, [host, clock, readAhead, asked]);
  return (
    <ScreenBoundary fallback={<BrokenScreen />} onBroken={onFirstScreen}>
      <OfflineBanner />
      <AccountGate services={services} onFound={onFound} onShown={onFirstScreen}>
        {({ account, me }) => (
          <Panes
            // What belongs to one account does not outlive it on the screen.
            key={`${account.tid}.${account.oid}`}
            services={services}
            me={me}
            asked={asked}
            onShown={onFirstScreen}
          />
        )}
      </AccountGate>
    </ScreenBoundary>
  );
}
