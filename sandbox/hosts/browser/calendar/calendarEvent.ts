import { listIn, membersIn, membersOf, textIn, type Members } from '../members.ts';
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

function nameOf(recipient: Members): string {
  const address = membersIn(recipient, 'emailAddress');
  return textIn(address, 'name') || textIn(address, 'address');
}

/** Reads one event of Graph's; the sandbox answers itself here, so a wrong shape shows as empty text. */
export function readEvent(value: unknown): CalendarEvent {
  const members = membersOf(value);
  const seriesId = textIn(members, 'seriesMasterId');
  return {
    id: textIn(members, 'id'),
    seriesId: seriesId === '' ? undefined : seriesId,
    subject: textIn(members, 'subject') || '(no subject)',
    start: readWall(textIn(membersIn(members, 'start'), 'dateTime')),
    end: readWall(textIn(membersIn(members, 'end'), 'dateTime')),
    isAllDay: members.get('isAllDay') === true,
    isCancelled: members.get('isCancelled') === true,
    isOrganizer: members.get('isOrganizer') === true,
    isException: textIn(members, 'type') === 'exception',
    showAs: textIn(members, 'showAs'),
    place: textIn(membersIn(members, 'location'), 'displayName'),
    organizer: nameOf(membersIn(members, 'organizer')),
    response: textIn(membersIn(members, 'responseStatus'), 'response'),
    attendees: listIn(members, 'attendees').map((entry) => {
      const attendee = membersOf(entry);
      return { name: nameOf(attendee), response: textIn(membersIn(attendee, 'status'), 'response') };
    }),
    bodyText: textIn(membersIn(members, 'body'), 'content').trim(),
    joinUrl: textIn(membersIn(members, 'onlineMeeting'), 'joinUrl'),
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
