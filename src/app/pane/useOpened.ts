import { useSyncExternalStore } from 'react';
import type { OpenedNow, OutlookPort } from '#ports/outlook.ts';

/** What is opened beside the pane, as it changes. */
export function useOpened(outlook: OutlookPort): OpenedNow {
  return useSyncExternalStore(outlook.onItemChange, outlook.opened);
}
