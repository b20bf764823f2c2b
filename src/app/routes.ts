/** Where in the app one is. Hash routes only: the app is static files, and Office.js takes the history API away. */
export type Route =
  | { readonly kind: 'home' }
  /** One mentorship on home, by its id; nothing is done to it by opening. */
  | { readonly kind: 'mentorship'; readonly mentorshipId: string }
  | { readonly kind: 'book' }
  | { readonly kind: 'administrator' }
  | { readonly kind: 'settings' };

const id = /^[A-Za-z0-9!_.~-]{1,200}$/;

/** The route of a hash, or of what a link into Teams carries (`subPageId`). Anything unknown is home: links come from outside. */
export function parseRoute(text: string | undefined): Route {
  const path = (text ?? '').slice(0, 1000).replace(/^#/, '').replace(/^\//, '');
  if (path === 'book') return { kind: 'book' };
  if (path === 'administrator' || path === 'settings') return { kind: path };
  const mentorshipId = /^m\/([^/?&#]+)$/.exec(path)?.[1] ?? new URLSearchParams(path).get('m') ?? '';
  return id.test(mentorshipId) ? { kind: 'mentorship', mentorshipId } : { kind: 'home' };
}

/** The hash of a route, with its `#`. */
export function hashOf(route: Route): string {
  if (route.kind === 'mentorship') return `#/m/${route.mentorshipId}`;
  return route.kind === 'home' ? '#/' : `#/${route.kind}`;
}
