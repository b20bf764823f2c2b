import { useCallback } from 'react';
import type { AppServices } from '../createServices.ts';
import { AccountGate } from '../shell/AccountGate.tsx';
import { BrokenScreen } from '../shell/BrokenScreen.tsx';
import { OfflineBanner } from '../shell/OfflineBanner.tsx';
import { ScreenBoundary } from '../shell/ScreenBoundary.tsx';
import { Panes } from './Panes.tsx';

export interface PaneAppProps {
  readonly parts: AppServices;
  /** The first useful picture stands. */
  readonly onFirstScreen: () => void;
}

/** The pane around what it shows: who uses it, what stands when nobody does, and what stands when something breaks. */
export function PaneApp({ parts, onFirstScreen }: PaneAppProps) {
  const { services } = parts;
  return (
    <ScreenBoundary fallback={<BrokenScreen />} onBroken={onFirstScreen}>
      <OfflineBanner />
      <AccountGate services={services} onFound={useCallback(() => {}, [])} onShown={onFirstScreen}>
        {({ account, me }) => (
          <Panes
            // What belongs to one account does not outlive it on the screen.
            key={`${account.tid}.${account.oid}`}
            services={services}
            me={me}
            onShown={onFirstScreen}
          />
        )}
      </AccountGate>
    </ScreenBoundary>
  );
}
