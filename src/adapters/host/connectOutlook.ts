import type { ClockPort } from '#ports/clock.ts';
import type { ConnectedHost } from './connectedHost.ts';
import { createOutlookHost } from './office/createOutlookHost.ts';
import { loadOffice } from './office/loadOffice.ts';

/**
 * Loads Office.js, the last of the scripts, and connects to the Outlook that opened this pane. `openPage` is the page that the link in an event leads to.
 * Throws HostFailure.
 */
export async function connectOutlook(
  scripts: readonly string[],
  page: Window,
  clock: Pick<ClockPort, 'wait'>,
  openPage: string,
): Promise<ConnectedHost> {
  return createOutlookHost(await loadOffice(scripts, page, clock), { page, clock, openPage });
}
