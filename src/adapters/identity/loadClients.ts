import type * as Nested from './createNestedClient.ts';
import type * as Standard from './standardClients.ts';

/** Signing in through the host's bridge: less than half of the library. */
export function loadNestedClient(): Promise<typeof Nested> {
  return import(/* webpackChunkName: 'sign-in-nested' */ './createNestedClient.ts');
}

/** Signing in with a window: the whole library. */
export function loadStandardClients(): Promise<typeof Standard> {
  return import(/* webpackChunkName: 'sign-in-standard' */ './standardClients.ts');
}
