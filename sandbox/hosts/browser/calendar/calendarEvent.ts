import { readWall, type Wall } from './wallClock.ts';

/** An event as the calendar shows it. */
export interface CalendarEvent {
  readonly id: string;
  readonly seriesId: string | undefined;
  readonly subject: string;
  readonly start: Wall;
  readonly end: Wall;
  readonly isAllDay: boolean;
  readonly isCancelled: boolean;
  readonly isOrganizer: boolean;
  readonly isException: boolean;
  readonly showAs: string;
  readonly place: string;
  readonly organizer: string;
  /** none, organizer, tentativelyAccepted, accepted, declined, notResponded. */
  readonly response: string;
  readonly attendees: readonly { readonly name: string; readonly response: string }[];
  readonly bodyText: string;
  readonly joinUrl: string;
}

/** What is asked for of each event. */
export const eventFields =
  'id,seriesMasterId,type,subject,start,end,isAllDay,isCancelled,isOrganizer,showAs,location,organizer,responseStatus,attendees,body,onlineMeeting';

type Members = ReadonlyMap<string, unknown>;

function membersOf(value: unknown): Members {
  return new Map<string, unknown>(typeof value === 'object' && value !== null ? Object.entries(value) : []);
}

function text(members: Members, name: string): string {
  const value = members.get(name);
  return typeof value === 'string' ? value : '';
}

function inside(members: Members, name: string): Members {
  return membersOf(members.get(name));
}

function nameOf(recipient: Members): string {
  const address = inside(recipient, 'emailAddress');
  return text(address, 'name') || text(address, 'address');
}

/** Reads one event of Graph's; the sandbox answers itself here, so a wrong shape shows as empty text. */
export function readEvent(value: unknown): CalendarEvent {
  const members = membersOf(value);
  const attendees = members.get('attendees');
  const seriesId = text(members, 'seriesMasterId');
  return {
    id: text(members, 'id'),
    seriesId: seriesId === '' ? undefined : seriesId,
    subject: text(members, 'subject') || '(no subject)',
    start: readWall(text(inside(members, 'start'), 'dateTime')),
    end: readWall(text(inside(members, 'end'), 'dateTime')),
    isAllDay: members.get('isAllDay') === true,
    isCancelled: members.get('isCancelled') === true,
    isOrganizer: members.get('isOrganizer') === true,
    isException: text(members, 'type') === 'exception',
    showAs: text(members, 'showAs'),
    place: text(inside(members, 'location'), 'displayName'),
    organizer: nameOf(inside(members, 'organizer')),
    response: text(inside(members, 'responseStatus'), 'response'),
    attendees: (Array.isArray(attendees) ? attendees : []).map((entry: unknown) => {
      const attendee = membersOf(entry);
      return { name: nameOf(attendee), response: text(inside(attendee, 'status'), 'response') };
    }),
    bodyText: text(inside(members, 'body'), 'content').trim(),
    joinUrl: text(inside(members, 'onlineMeeting'), 'joinUrl'),
  };
}

const stateWords: Readonly<Record<string, string>> = {
  free: 'shown as free',
  tentative: 'tentative',
  busy: 'busy',
  oof: 'away',
  workingElsewhere: 'working elsewhere',
};
const responseWords: Readonly<Record<string, string>> = {
  none: 'not answered',
  notResponded: 'not answered',
  organizer: 'organiser',
  tentativelyAccepted: 'tentative',
  accepted: 'accepted',
  declined: 'declined',
};

/** How the time is shown to others, in words. */
export function stateOf({ isCancelled, showAs }: CalendarEvent): string {
  return isCancelled ? 'cancelled' : (stateWords[showAs] ?? showAs);
}

export function responseInWords(response: string): string {
  return responseWords[response] ?? response;
}
