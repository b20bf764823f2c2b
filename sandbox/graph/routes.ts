import { directoryRoutes } from './directory/routes.ts';
import type { GraphServices, Route } from './types.ts';

/** Every operation that the sandbox knows. */
export function allRoutes(services: GraphServices): readonly Route[] {
  return [...directoryRoutes(services)];
}
