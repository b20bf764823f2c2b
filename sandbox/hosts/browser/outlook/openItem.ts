import { listIn, membersIn, membersOf, textIn, type Members } from '../members.ts';
import type { EventForm } from './form/createForm.ts';
import type { FormRecurrence } from './form/formRecurrence.ts';

/** Somebody on an item. */
export interface ItemPerson {
  readonly name: string;
  readonly address: string;
  /** As Graph says it: none, organizer, tentativelyAccepted, accepted, declined, notResponded. */
  readonly response: string;
}

/** A message that is open for reading. */
export interface MessageItem {
  readonly kind: 'message';
  /** Graph's id. */
  readonly id: string;
  readonly subject: string;
  readonly from: ItemPerson;
  readonly to: readonly ItemPerson[];
  readonly cc: readonly ItemPerson[];
  /** ISO 8601. */
  readonly created: string;
  readonly modified: string;
  readonly received: string;
  readonly conversationId: string;
  readonly internetMessageId: string;
  readonly isRead: boolean;
  /** Graph's `meetingMessageType`; empty for plain mail. */
  readonly meetingKind: string;
  readonly bodyText: string;
  readonly preview: string;
  readonly categories: readonly string[];
}

/** An event that is open for reading. */
export interface EventItem {
  readonly kind: 'event';
  readonly id: string;
  /** Graph's id of the series; undefined for a single event and for the series itself. */
  readonly seriesId: string | undefined;
  readonly type: string;
  readonly subject: string;
  /** ISO 8601, in UTC. */
  readonly start: string;
  readonly end: string;
  readonly created: string;
  readonly modified: string;
  readonly isAllDay: boolean;
  readonly isOrganizer: boolean;
  readonly sensitivity: string;
  readonly location: string;
  readonly organizer: ItemPerson;
  readonly required: readonly ItemPerson[];
  readonly optional: readonly ItemPerson[];
  /** Recurrence of the series that it is or belongs to. */
  readonly recurrence: FormRecurrence | null;
  /** As Office.js gives enhanced locations. */
  readonly places: readonly Readonly<Record<string, unknown>>[];
  readonly categories: readonly string[];
}

export function readPerson(value: unknown): ItemPerson {
  const members = membersOf(value);
  const address = membersIn(members, 'emailAddress');
  return {
    name: textIn(address, 'name') || textIn(address, 'address'),
    address: textIn(address, 'address'),
    response: textIn(membersIn(members, 'status'), 'response') || 'none',
  };
}

export function readMessage(value: unknown): MessageItem {
  const members = membersOf(value);
  const text = (name: string): string => textIn(members, name);
  const people = (name: string): readonly ItemPerson[] => listIn(members, name).map(readPerson);
  return {
    kind: 'message',
    id: text('id'),
    subject: text('subject'),
    from: readPerson(members.get('from')),
    to: people('toRecipients'),
    cc: people('ccRecipients'),
    created: text('createdDateTime'),
    modified: text('lastModifiedDateTime'),
    received: text('receivedDateTime'),
    conversationId: text('conversationId'),
    internetMessageId: text('internetMessageId'),
    isRead: members.get('isRead') === true,
    meetingKind: text('meetingMessageType'),
    bodyText: textIn(membersIn(members, 'body'), 'content').trim(),
    preview: text('bodyPreview'),
    categories: listIn(members, 'categories').map(String),
  };
}

/** Reads an event that Graph gave in UTC. */
export function readEventItem(members: Members, recurrence: FormRecurrence | null): EventItem {
  const text = (name: string): string => textIn(members, name);
  const instant = (name: string): string => `${textIn(membersIn(members, name), 'dateTime').slice(0, 19)}Z`;
  const people = (type: string): readonly ItemPerson[] =>
    listIn(members, 'attendees')
      .filter((entry) => (textIn(membersOf(entry), 'type') === 'optional') === (type === 'optional'))
      .map(readPerson);
  const organizer = readPerson(members.get('organizer'));
  return {
    kind: 'event',
    id: text('id'),
    seriesId: text('seriesMasterId') || undefined,
    type: text('type'),
    subject: text('subject'),
    start: instant('start'),
    end: instant('end'),
    created: text('createdDateTime'),
    modified: text('lastModifiedDateTime'),
    isAllDay: members.get('isAllDay') === true,
    isOrganizer: members.get('isOrganizer') === true,
    sensitivity: text('sensitivity') || 'normal',
    location: textIn(membersIn(members, 'location'), 'displayName'),
    organizer: { ...organizer, response: 'organizer' },
    required: people('required'),
    optional: people('optional'),
    recurrence,
    places: listIn(members, 'locations').map((entry) => placeData(membersOf(entry))),
    categories: listIn(members, 'categories').map(String),
  };
}

function placeData(place: Members): Readonly<Record<string, unknown>> {
  const [name, room] = [textIn(place, 'displayName'), textIn(place, 'locationEmailAddress')];
  return {
    locationIdentifier: { id: room || name, type: room === '' ? 'custom' : 'room' },
    displayName: name,
    ...(room === '' ? {} : { emailAddress: room }),
  };
}

/** Whatever is open in Outlook. */
export type OpenItem = MessageItem | EventItem | EventForm;
