import { createHash } from 'node:crypto';
import { cleanHtml } from '../body/cleanHtml.ts';
import { htmlToText, previewOf, textToHtml } from '../body/convertBody.ts';
import { restId } from '../ids.ts';
import type { Mailbox } from '../mailbox/openMailbox.ts';
import { writeRecurrence } from '../recurrenceWire.ts';
import { formatDay, formatInstant, formatWall, type EpochDay } from '../time/wallTime.ts';
import { toWall } from '../time/zoneOffsets.ts';
import { utc, windowsNameOf, type Zone } from '../time/zones.ts';
import {
  isSeries,
  type AttendeeRecord,
  type BodyRecord,
  type EventContent,
  type EventRecord,
  type EventSpan,
  type LocationRecord,
  type MailAddress,
  type OwnState,
  type ResponseRecord,
} from './eventRecord.ts';
import { expandEvent } from './expandEvent.ts';
import type { EventView } from './eventView.ts';
import { iCalUIdOf, ownUid } from './iCalUId.ts';
import { contentOn, ownOn, plannedSpan, spanOf } from './occurrences.ts';

/** An event to be written: a record, or with `day` one date of it. */
export interface EventSource {
  readonly mailbox: Mailbox;
  readonly record: EventRecord;
  readonly day: EpochDay | undefined;
  /** Instants, where they are known already. */
  readonly span?: EventSpan;
  /** Whether what a private entry is about is left out. */
  readonly hidden: boolean;
}

interface Writing extends EventSource {
  readonly content: EventContent;
  readonly own: OwnState;
  readonly span: EventSpan;
  readonly view: EventView;
}

const nullTime = '0001-01-01T00:00:00Z';

/** Members in the order in which Graph sends them. Those that return undefined are left out. */
const writers: Readonly<Record<string, (event: Writing) => unknown>> = {
  id: ({ mailbox, record, day, view }) => eventId(mailbox, record, day, view.immutable),
  createdDateTime: ({ record, day }) =>
    formatInstant((day !== undefined && record.exceptions[day]?.created) || record.created),
  lastModifiedDateTime: ({ record, day }) =>
    formatInstant((day !== undefined && record.exceptions[day]?.modified) || record.modified),
  changeKey: ({ record, day }) => changeKeyOf(record, day),
  categories: ({ own }) => own.categories,
  transactionId: ({ record, day }) => (day === undefined ? (record.transactionId ?? undefined) : undefined),
  originalStartTimeZone: ({ content, view }) => zoneName(content.startZone, view),
  originalEndTimeZone: ({ content, view }) => zoneName(content.endZone, view),
  iCalUId: ({ record, day, view }) =>
    iCalUIdOf(
      record.isOrganizer || view.switches.get('attendeeICalUId') === 'same' ? record : ownUid(record),
      day,
    ),
  uid: ({ record, view }) =>
    view.switches.get('occurrenceId') === 'present'
      ? iCalUIdOf({ ...record, originalDay: null }, undefined)
      : undefined,
  reminderMinutesBeforeStart: ({ own }) => own.reminderMinutes,
  isReminderOn: ({ own }) => own.isReminderOn,
  hasAttachments: () => false,
  subject: ({ content, own, hidden }) =>
    hidden
      ? 'Private Appointment'
      : own.isCancelled && !content.subject.startsWith('Canceled: ')
        ? `Canceled: ${content.subject}`
        : content.subject,
  bodyPreview: ({ content, hidden, view }) => (hidden || view.basic ? '' : previewOf(bodyText(content.body))),
  importance: ({ content }) => content.importance,
  sensitivity: ({ content }) => content.sensitivity,
  isAllDay: ({ content }) => content.isAllDay,
  isCancelled: ({ own }) => own.isCancelled,
  isOrganizer: ({ record }) => record.isOrganizer,
  responseRequested: ({ content }) => content.responseRequested,
  seriesMasterId: ({ mailbox, record, day, view }) =>
    day === undefined ? null : eventId(mailbox, record, undefined, view.immutable),
  showAs: ({ own }) => own.showAs,
  type: ({ record, day }) =>
    day === undefined
      ? isSeries(record)
        ? 'seriesMaster'
        : 'singleInstance'
      : day in record.exceptions
        ? 'exception'
        : 'occurrence',
  webLink: ({ mailbox, record, day }) =>
    `https://outlook.office365.com/owa/?itemid=${encodeURIComponent(eventId(mailbox, record, day, false))}&exvsurl=1&path=/calendar/item`,
  onlineMeetingUrl: () => null,
  isOnlineMeeting: ({ content }) => content.onlineMeeting !== null,
  onlineMeetingProvider: ({ content }) => (content.onlineMeeting ? 'teamsForBusiness' : 'unknown'),
  allowNewTimeProposals: ({ content }) => content.allowNewTimeProposals,
  occurrenceId: ({ mailbox, record, day, view }) =>
    view.switches.get('occurrenceId') === 'present' && day !== undefined
      ? occurrenceId(mailbox, record, day, view.immutable)
      : undefined,
  isDraft: () => false,
  hideAttendees: ({ content }) => content.hideAttendees,
  responseStatus: ({ own }) => writeResponse(own.response),
  body: ({ content, hidden, view }) =>
    view.basic
      ? undefined
      : hidden
        ? { contentType: 'html', content: '' }
        : writeBody(content.body, view.asText),
  start: ({ content, span, view }) => writeTime(span.start, content.isAllDay, view.zone),
  end: ({ content, span, view }) => writeTime(span.end, content.isAllDay, view.zone),
  originalStart: ({ record, day, view }) => {
    const shown = view.switches.get('originalStart');
    if (day === undefined || shown === 'absent') return undefined;
    return shown === 'null' ? null : formatInstant(plannedSpan(record, day).start);
  },
  location: ({ content, hidden }) => writeLocation(hidden ? [] : content.locations),
  locations: ({ content, hidden }) => (hidden ? [] : content.locations.map(writeOneOfSeveral)),
  recurrence: ({ record, day, view }) =>
    day === undefined && isSeries(record)
      ? writeRecurrence(record.recurrence, zoneName(record.content.startZone, view))
      : null,
  attendees: ({ content, hidden, view }) =>
    hidden ? [] : content.attendees.map((attendee) => writeAttendee(attendee, view.zone)),
  organizer: ({ record }) => ({ emailAddress: writeAddress(record.organizer) }),
  onlineMeeting: ({ content, hidden, view }) =>
    content.onlineMeeting && !hidden && sendsMeeting(view)
      ? { joinUrl: content.onlineMeeting.joinUrl }
      : null,
};

const defaultWriters = Object.entries(writers);
/** Only when selected (event resource). */
const onDemand: Readonly<Record<string, (event: Writing) => unknown>> = {
  cancelledOccurrences: ({ mailbox, record, day, view }) =>
    day === undefined && isSeries(record)
      ? record.removed.map((removed) => occurrenceId(mailbox, record, removed, view.immutable))
      : [],
};

/** Graph's `event`. */
export function eventResource(source: EventSource, view: EventView): Record<string, unknown> {
  const { record, day } = source;
  const content = day === undefined ? record.content : contentOn(record, day);
  const event: Writing = {
    ...source,
    content,
    own: day === undefined ? record.own : ownOn(record, day),
    span: source.span ?? spanOf(content),
    view,
  };
  const written: Record<string, unknown> = { '@odata.etag': etagOf(record, day) };
  const isLeftOut = (name: string): boolean =>
    // Not given on calendarView with $select (calendar: list calendarView).
    view.isCalendarView &&
    view.selected !== undefined &&
    (name === 'createdDateTime' || name === 'lastModifiedDateTime');
  for (const [name, write] of defaultWriters) {
    if (view.selected && name !== 'id' && !view.selected.has(name)) continue;
    const value = isLeftOut(name) ? undefined : write(event);
    if (value !== undefined) written[name] = value;
  }
  for (const [name, write] of Object.entries(onDemand))
    if (view.selected?.has(name)) written[name] = write(event);
  return Object.assign(written, expandEvent(source, view, eventResource));
}

const ids = new WeakMap<object, Map<EpochDay | undefined, string>>();

export function eventId(
  mailbox: Mailbox,
  record: Pick<EventRecord, 'key'>,
  day: EpochDay | undefined,
  immutable: boolean,
): string {
  if (immutable) return restId({ kind: 'event', mailbox: mailbox.id, key: record.key, day }, true);
  let known = ids.get(record);
  if (!known) ids.set(record, (known = new Map()));
  let id = known.get(day);
  if (id === undefined) {
    id = restId({ kind: 'event', mailbox: mailbox.id, key: record.key, day }, false);
    known.set(day, id);
  }
  return id;
}

/** `OID.{id of the series}.{original date}`. */
function occurrenceId(mailbox: Mailbox, record: EventRecord, day: EpochDay, immutable: boolean): string {
  return `OID.${eventId(mailbox, record, undefined, immutable)}.${formatDay(day)}`;
}

const changeKeys = new WeakMap<EventRecord, Buffer>();

/** Changes with every change of the item; a date shares its series' item. */
export function changeKeyOf(record: EventRecord, day: EpochDay | undefined): string {
  let bytes = changeKeys.get(record);
  if (!bytes) {
    bytes = createHash('sha1').update(`${record.key} ${record.version}`).digest().subarray(0, 16);
    changeKeys.set(record, bytes);
  }
  bytes.writeInt32BE(day ?? 0x7fffffff, 12);
  return bytes.toString('base64');
}

export function etagOf(record: EventRecord, day: EpochDay | undefined): string {
  return `W/"${changeKeyOf(record, day)}"`;
}

export function writeResponse({ kind, time }: ResponseRecord): unknown {
  return { response: kind, time: time === 0 ? nullTime : formatInstant(time) };
}

export function writeAddress({ name, address }: MailAddress): unknown {
  return { name, address };
}

/** Start or end as Graph writes it; an all-day event floats: its dates are the same in every zone (seen live). */
export function writeTime(
  instant: number,
  isAllDay: boolean,
  zone: Zone,
): { dateTime: string; timeZone: string } {
  return {
    dateTime: formatWall(isAllDay ? instant : toWall(zone.iana, instant)),
    timeZone: zone.name,
  };
}

function writeAttendee(attendee: AttendeeRecord, zone: Zone): unknown {
  return {
    type: attendee.type,
    status: writeResponse(attendee.response),
    emailAddress: writeAddress(attendee),
    ...(attendee.proposed
      ? {
          proposedNewTime: {
            start: writeTime(attendee.proposed.start, false, zone),
            end: writeTime(attendee.proposed.end, false, zone),
          },
        }
      : {}),
  };
}

/** One place; of several their names in a row. */
function writeLocation(locations: readonly LocationRecord[]): unknown {
  const [first, ...more] = locations;
  if (!first)
    return {
      displayName: '',
      locationType: 'default',
      uniqueIdType: 'unknown',
      address: {},
      coordinates: {},
    };
  const displayName = locations.map((location) => location.displayName).join('; ');
  return {
    locationType: 'default',
    uniqueId: displayName,
    uniqueIdType: 'private',
    ...(more.length === 0 ? first : {}),
    displayName,
  };
}

/** In the list a place has a unique id only where more than its name is known (event: create, examples 1 and 2). */
function writeOneOfSeveral(location: LocationRecord): unknown {
  const isKnown = 'address' in location || 'coordinates' in location;
  return {
    locationType: 'default',
    uniqueIdType: isKnown ? 'private' : 'unknown',
    ...(isKnown ? { uniqueId: location.displayName } : {}),
    ...location,
  };
}

export function writeBody(body: BodyRecord, asText: boolean): { contentType: string; content: string } {
  if (asText) return { contentType: 'text', content: bodyText(body) };
  return {
    contentType: 'html',
    content:
      body.contentType === 'text'
        ? textToHtml(body.content)
        : body.content.startsWith('<html>')
          ? body.content
          : cleanHtml(body.content, false),
  };
}

const texts = new WeakMap<BodyRecord, string>();

export function bodyText(body: BodyRecord): string {
  if (body.contentType === 'text') return body.content;
  let text = texts.get(body);
  if (text === undefined) texts.set(body, (text = htmlToText(body.content)));
  return text;
}

/** Seen live: calendarView gives the join address only when `isOnlineMeeting` is selected too. */
function sendsMeeting({ isCalendarView, selected }: EventView): boolean {
  return !isCalendarView || !selected || selected.has('isOnlineMeeting');
}

function zoneName(zone: Zone, { switches }: EventView): string {
  if (zone.iana === utc.iana) return 'UTC';
  return switches.get('zoneNames') === 'windows' ? windowsNameOf(zone) : zone.name;
}
