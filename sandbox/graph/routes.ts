import { calendarRoutes } from './calendars/routes.ts';
import { directoryRoutes } from './directory/routes.ts';
import { driveRoutes } from './drive/routes.ts';
import { eventRoutes } from './events/routes.ts';
import { mailRoutes } from './mail/routes.ts';
import { settingsRoutes } from './settings/routes.ts';
import type { GraphServices, Route } from './types.ts';

/** Every operation that the sandbox knows. */
export function allRoutes(services: GraphServices): readonly Route[] {
  return [directoryRoutes, calendarRoutes, eventRoutes, driveRoutes, mailRoutes, settingsRoutes].flatMap(
    (routes) => routes(services),
  );
}
