import { isId } from '#domain/notes/isId.ts';

/** Where in the app one is. Hash routes only: the app is static files, and Office.js takes the history API away. */
export type Route =
  | { readonly kind: 'home' }
  /** One mentorship on home, by its id; nothing is done to it by opening. */
  | { readonly kind: 'mentorship'; readonly mentorshipId: string }
  /** The prep notes of a mentorship: of one meeting, or of the next. */
  | { readonly kind: 'notes'; readonly mentorshipId: string; readonly note: string | undefined }
  /** Coffee chats with the partner of a mentorship. */
  | { readonly kind: 'coffee'; readonly mentorshipId: string }
  /** A mentorship's own page: its seasons, and how it goes on. */
  | { readonly kind: 'seasons'; readonly mentorshipId: string }
  | { readonly kind: 'guide'; readonly page: (typeof guidePages)[number] }
  /** The tab of a meeting in Teams: the meeting that is nearest. */
  | { readonly kind: 'meeting' }
  | { readonly kind: 'book' }
  | { readonly kind: 'administrator' }
  | { readonly kind: 'settings' };

const id = /^[A-Za-z0-9!_.~-]{1,200}$/;

/** Pages of the guidance. */
const guidePages = ['time', 'expectations', 'no-fit', 'seasons'] as const;

/** The route of a hash, or of what a link into Teams carries (`subPageId`). Anything unknown is home: links come from outside. */
export function parseRoute(text: string | undefined): Route {
  const path = (text ?? '').slice(0, 1000).replace(/^#/, '').replace(/^\//, '');
  if (path === 'book') return { kind: 'book' };
  if (path === 'meeting') return { kind: 'meeting' };
  if (path === 'administrator' || path === 'settings') return { kind: path };
  const notes = /^m\/([^/?&#]+)\/notes(?:\/([^/?&#]+))?$/.exec(path);
  if (notes?.[1] !== undefined && id.test(notes[1]))
    return {
      kind: 'notes',
      mentorshipId: notes[1],
      note: notes[2] !== undefined && isId(notes[2]) ? notes[2] : undefined,
    };
  const coffee = /^m\/([^/?&#]+)\/coffee$/.exec(path)?.[1];
  if (coffee !== undefined && id.test(coffee)) return { kind: 'coffee', mentorshipId: coffee };
  const seasonsOf = /^m\/([^/?&#]+)\/seasons$/.exec(path)?.[1];
  if (seasonsOf !== undefined && id.test(seasonsOf)) return { kind: 'seasons', mentorshipId: seasonsOf };
  const page = guidePages.find((each) => path === `guide/${each}`);
  if (page !== undefined) return { kind: 'guide', page };
  const mentorshipId = /^m\/([^/?&#]+)$/.exec(path)?.[1] ?? new URLSearchParams(path).get('m') ?? '';
  return id.test(mentorshipId) ? { kind: 'mentorship', mentorshipId } : { kind: 'home' };
}

/** The hash of a route, with its `#`. */
export function hashOf(route: Route): string {
  if (route.kind === 'notes')
    return `#/m/${route.mentorshipId}/notes${route.note === undefined ? '' : `/${route.note}`}`;
  if (route.kind === 'coffee') return `#/m/${route.mentorshipId}/coffee`;
  if (route.kind === 'seasons') return `#/m/${route.mentorshipId}/seasons`;
  if (route.kind === 'guide') return `#/guide/${route.page}`;
  if (route.kind === 'mentorship') return `#/m/${route.mentorshipId}`;
  return route.kind === 'home' ? '#/' : `#/${route.kind}`;
}
