import { app, authentication, clipboard } from '@microsoft/teams-js';

/** The parts of teams-js that are used. Importing this module starts the library: it asks Microsoft's CDN for its list of hosts. */
export const teamsLibrary = { app, authentication, clipboard };
export type TeamsLibrary = typeof teamsLibrary;
