import { useSyncExternalStore } from 'react';
import type { OpenedItem, OutlookPort } from '#ports/outlook.ts';

/** What is opened beside the pane, as it changes. */
export function useOpened(outlook: OutlookPort): OpenedItem {
  return useSyncExternalStore(outlook.onItemChange, outlook.opened);
}
