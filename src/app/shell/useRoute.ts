import { useCallback, useSyncExternalStore } from 'react';
import { hashOf, parseRoute, type Route } from '../routes.ts';

/** The route of the address, and a way to another one. Back and forward of the browser work as everywhere. */
export function useRoute(): readonly [Route, (route: Route) => void] {
  const hash = useSyncExternalStore(listen, () => location.hash);
  const go = useCallback((route: Route) => {
    location.hash = hashOf(route);
  }, []);
  return [parseRoute(hash), go];
}

function listen(onChange: () => void): () => void {
  window.addEventListener('hashchange', onChange);
  return () => window.removeEventListener('hashchange', onChange);
}
