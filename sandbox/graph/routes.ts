import { calendarRoutes } from './calendars/routes.ts';
import { directoryRoutes } from './directory/routes.ts';
import { eventRoutes } from './events/routes.ts';
import type { GraphServices, Route } from './types.ts';

/** Every operation that the sandbox knows. */
export function allRoutes(services: GraphServices): readonly Route[] {
  return [...directoryRoutes(services), ...calendarRoutes(services), ...eventRoutes(services)];
}
