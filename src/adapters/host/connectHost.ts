import type { ClockPort } from '#ports/clock.ts';
import type { ConnectedHost } from './connectedHost.ts';
import { createBrowserHost } from './createBrowserHost.ts';

/** How long the page around us may take for the handshake, in milliseconds; it takes some 30. */
const handshakeLimitMilliseconds = 5000;

/**
 * Finds out where the app stands: inside a page that speaks teams-js (Teams, Outlook, Microsoft 365), or in a tab of its own. A frame whose
 * surroundings stay silent is treated as a tab.
 */
export async function connectHost(
  hostOrigins: readonly string[],
  clock: Pick<ClockPort, 'wait'>,
): Promise<ConnectedHost> {
  const isFramed = window.parent !== window || 'nativeInterface' in window;
  if (!isFramed) return createBrowserHost(window);
  const stop = new AbortController();
  try {
    return await Promise.race([connectTeams(hostOrigins), silence(clock, stop.signal)]);
  } catch {
    return createBrowserHost(window);
  } finally {
    stop.abort();
  }
}

async function connectTeams(hostOrigins: readonly string[]): Promise<ConnectedHost> {
  // Loaded only inside a frame: a plain tab never needs it.
  const { startTeams } = await import(/* webpackChunkName: 'teams' */ './startTeams.ts');
  return startTeams(hostOrigins);
}

async function silence(clock: Pick<ClockPort, 'wait'>, signal: AbortSignal): Promise<never> {
  await clock.wait(handshakeLimitMilliseconds, signal);
  throw new Error('the page around the app did not answer');
}
