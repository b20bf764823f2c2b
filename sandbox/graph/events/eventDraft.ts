import type { Switches } from '#sandbox/control/switches.ts';
import { badRequest, invalidRequest, zoneNotSupported } from '../graphFailure.ts';
import {
  entitiesOf,
  entityOf,
  flagOf,
  numberOf,
  readEntity,
  textOf,
  textsOf,
  type Entity,
} from '../odata/readEntity.ts';
import { toWall } from '../time/zoneOffsets.ts';
import { findZone, type Zone } from '../time/zones.ts';
import { milliInDay, parseDateTime, type WallMilli } from '../time/wallTime.ts';
import { readExtendedProperties } from './extendedProperties.ts';
import type { AttendeeRecord, EventContent, LocationRecord, OwnState, ShowAs } from './eventRecord.ts';
import { readOpenExtensions } from './openExtensions.ts';

/** What a POST or PATCH of an event says: only what it names. */
export interface EventDraft {
  readonly content: Partial<EventContent>;
  readonly own: Partial<OwnState>;
  /** Checked as an entity; its days need the event's start. `null` makes a series single. */
  readonly recurrence: Entity | null | undefined;
  readonly isOnlineMeeting: boolean | undefined;
  readonly onlineMeetingProvider: string | undefined;
  readonly transactionId: string | undefined;
}

const mostAttendees = 500;

/** Reads the JSON of an event in a request. What only the service sets is checked and then ignored, as Exchange does. */
export function readEventDraft(body: unknown, switches: Switches): EventDraft {
  const { extensions, rest } = withoutExtensions(body);
  const entity = readEntity('event', rest);
  if (entitiesOf(entity, 'attachments')?.length)
    throw badRequest('Attachments are not kept by the sandbox.', 'NotImplemented');
  const recurrence = entity.recurrence === null ? null : entityOf(entity, 'recurrence');
  return {
    content: readContent(entity, switches),
    own: {
      ...given('isReminderOn', flagOf(entity, 'isReminderOn')),
      ...given('reminderMinutes', numberOf(entity, 'reminderMinutesBeforeStart')),
      ...given('categories', textsOf(entity, 'categories')),
      ...given('showAs', showAsOf(entity)),
      ...given('extendedProperties', readExtendedProperties(entity)),
      ...given('extensions', extensions === undefined ? undefined : readOpenExtensions(extensions)),
    },
    recurrence,
    isOnlineMeeting: flagOf(entity, 'isOnlineMeeting'),
    onlineMeetingProvider: textOf(entity, 'onlineMeetingProvider'),
    transactionId: textOf(entity, 'transactionId'),
  };
}

function readContent(entity: Entity, switches: Switches): Partial<EventContent> {
  const start = timeOf(entity, 'start', switches);
  const end = timeOf(entity, 'end', switches);
  const body = entityOf(entity, 'body');
  const locations = readLocations(entity);
  const attendees = entitiesOf(entity, 'attendees')?.map(readAttendee);
  if (attendees && attendees.length > mostAttendees)
    throw badRequest(
      `The number of attendees exceeds the maximum of ${mostAttendees}.`,
      'ErrorExceededMaxRecipientLimit',
    );
  return {
    ...('subject' in entity ? { subject: cleanText(textOf(entity, 'subject') ?? '').slice(0, 255) } : {}),
    ...(body ? { body: readBody(body) } : {}),
    ...(start ? { start: start.wall, startZone: start.zone } : {}),
    ...(end ? { end: end.wall, endZone: end.zone } : {}),
    ...given('isAllDay', flagOf(entity, 'isAllDay')),
    ...given('importance', textOf(entity, 'importance')),
    ...given('sensitivity', textOf(entity, 'sensitivity')),
    ...given('locations', locations),
    ...given('attendees', attendees ?? (entity.attendees === null ? [] : undefined)),
    ...given('allowNewTimeProposals', flagOf(entity, 'allowNewTimeProposals')),
    ...given('hideAttendees', flagOf(entity, 'hideAttendees')),
    ...given('responseRequested', flagOf(entity, 'responseRequested')),
    ...given('intendedShowAs', showAsOf(entity)),
  };
}

/** A wall time in a zone that calendar requests may name. A time that ends in Z or an offset is brought onto that wall. */
export function readDateTimeTimeZone(
  entity: Entity | undefined,
  switches: Switches,
): { readonly wall: WallMilli; readonly zone: Zone } | undefined {
  const text = textOf(entity, 'dateTime');
  if (entity === undefined || text === undefined) return undefined;
  const zone = findZone(textOf(entity, 'timeZone') ?? 'UTC', switches.get('ianaNames'));
  if (!zone) throw zoneNotSupported();
  const parsed = parseDateTime(text);
  if (!parsed) throw invalidRequest(`The date and time '${text.slice(0, 60)}' is not valid.`);
  const { wall, offsetMilli } = parsed;
  return { wall: offsetMilli === undefined ? wall : toWall(zone.iana, wall - offsetMilli), zone };
}

function timeOf(
  entity: Entity,
  name: 'start' | 'end',
  switches: Switches,
): { readonly wall: WallMilli; readonly zone: Zone } | undefined {
  if (!(name in entity)) return undefined;
  const read = readDateTimeTimeZone(entityOf(entity, name), switches);
  if (!read) throw invalidRequest(`The property '${name}' needs a dateTime and a timeZone.`);
  return read;
}

/** Start before end; whole days from midnight to midnight for an all-day event. */
export function checkTimes(
  content: EventContent,
  span: { readonly start: number; readonly end: number },
): void {
  if (content.isAllDay) {
    for (const name of ['start', 'end'] as const)
      if (content[name] % milliInDay !== 0)
        throw invalidRequest(
          `The Event.${name === 'start' ? 'Start' : 'End'} property for an all-day event needs to be set to midnight.`,
        );
    if (content.startZone.iana !== content.endZone.iana)
      throw invalidRequest('The start and end of an all-day event need to be in the same time zone.');
    if (content.end - content.start < milliInDay)
      throw invalidRequest('The duration of an event marked as All day must be at least 24 hours.');
  }
  if (span.end < span.start)
    throw badRequest(
      'The end date of the event is earlier than its start date.',
      'ErrorCalendarEndDateIsEarlierThanStartDate',
    );
  if (span.end - span.start > 5 * 366 * milliInDay)
    throw badRequest('The duration of the event is too long.', 'ErrorCalendarDurationIsTooLong');
}

function readBody(body: Entity): EventContent['body'] {
  return {
    contentType: textOf(body, 'contentType') === 'html' ? 'html' : 'text',
    content: textOf(body, 'content') ?? '',
  };
}

/** `locations` wins over `location`; each has a display name. */
function readLocations(entity: Entity): readonly LocationRecord[] | undefined {
  const several = entitiesOf(entity, 'locations');
  const one = entityOf(entity, 'location');
  if (!several && !one) return 'location' in entity || 'locations' in entity ? [] : undefined;
  return (several ?? (one ? [one] : []))
    .map((location) => ({ ...location, displayName: textOf(location, 'displayName') ?? '' }))
    .filter((location) => location.displayName !== '' || Object.keys(location).length > 1);
}

function readAttendee(entity: Entity): AttendeeRecord {
  const address = textOf(entityOf(entity, 'emailAddress'), 'address')?.trim() ?? '';
  if (!/^[^\s@<>]+@[^\s@<>]+$/.test(address) || address.length > 320)
    throw badRequest('At least one recipient is not valid.', 'ErrorInvalidRecipients');
  const type = textOf(entity, 'type');
  return {
    name: textOf(entityOf(entity, 'emailAddress'), 'name') ?? address,
    address,
    type: type === 'optional' || type === 'resource' ? type : 'required',
    response: { kind: 'none', time: 0 },
    proposed: null,
  };
}

const shownAs: readonly ShowAs[] = ['unknown', 'free', 'tentative', 'busy', 'oof', 'workingElsewhere'];

function showAsOf(entity: Entity): ShowAs | undefined {
  const text = textOf(entity, 'showAs');
  return shownAs.find((known) => known === text);
}

/** Control characters do not survive in a subject. */
function cleanText(text: string): string {
  return text.replaceAll(/\p{Cc}+/gu, ' ').trim();
}

/** Open extensions have members of their own making, so they are not read as an entity. */
function withoutExtensions(body: unknown): { readonly extensions: unknown; readonly rest: unknown } {
  if (typeof body !== 'object' || body === null || Array.isArray(body) || !('extensions' in body))
    return { extensions: undefined, rest: body };
  const { extensions, ...rest } = body;
  return { extensions, rest };
}

function given<Name extends string, Value>(
  name: Name,
  value: Value | undefined,
): { readonly [Key in Name]?: Value } {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a computed name is any string to the compiler
  return value === undefined ? {} : ({ [name]: value } as { readonly [Key in Name]?: Value });
}
