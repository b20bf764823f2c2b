import type { ConnectedHost } from './connectedHost.ts';
import { createTeamsHost } from './createTeamsHost.ts';
import { teamsLibrary } from './teamsLibrary.ts';

/** Handshake with the real teams-js. A module of its own, so that it can be loaded when needed and unused parts of teams-js stay out. */
export function startTeams(hostOrigins: readonly string[]): Promise<ConnectedHost> {
  return createTeamsHost(teamsLibrary, hostOrigins);
}
