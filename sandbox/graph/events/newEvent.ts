import type { Switches } from '#sandbox/control/switches.ts';
import type { DirectoryUser } from '#sandbox/types.ts';
import { cleanHtml } from '../body/cleanHtml.ts';
import { badRequest, zoneNotSupported } from '../graphFailure.ts';
import { newKey } from '../ids.ts';
import type { Entity } from '../odata/readEntity.ts';
import { readRecurrence, recurrenceZoneName } from '../recurrenceWire.ts';
import type { Recurrence } from '../recurrenceTypes.ts';
import { toInstant, toWall } from '../time/zoneOffsets.ts';
import { findZone, type Zone } from '../time/zones.ts';
import { dayOfWall } from '../time/wallTime.ts';
import { checkTimes, type EventDraft } from './eventDraft.ts';
import type { BodyRecord, EventContent, EventRecord, OwnState } from './eventRecord.ts';
import { spanOf } from './occurrences.ts';
import { newTeamsMeeting, withMeetingBlob } from './teamsMeeting.ts';

interface EventMaker {
  readonly owner: DirectoryUser;
  /** Key of the calendar. */
  readonly calendar: string;
  readonly now: number;
  readonly switches: Switches;
}

const emptyContent: Omit<EventContent, 'start' | 'end' | 'startZone' | 'endZone'> = {
  subject: '',
  body: { contentType: 'html', content: '' },
  isAllDay: false,
  importance: 'normal',
  sensitivity: 'normal',
  locations: [],
  attendees: [],
  allowNewTimeProposals: true,
  hideAttendees: false,
  responseRequested: true,
  onlineMeeting: null,
  intendedShowAs: 'busy',
};

const organizersOwn: OwnState = {
  showAs: 'busy',
  response: { kind: 'organizer', time: 0 },
  isCancelled: false,
  isReminderOn: true,
  reminderMinutes: 15,
  categories: [],
  extendedProperties: {},
  extensions: {},
};

/** The record of an event as its owner creates it, or a refusal. Sends nothing. */
export function newEvent(draft: EventDraft, { owner, calendar, now, switches }: EventMaker): EventRecord {
  const { start, end, startZone, endZone } = draft.content;
  if (start === undefined || end === undefined || !startZone || !endZone)
    throw badRequest(
      'At least one property failed validation: start and end are required.',
      'ErrorPropertyValidationFailure',
    );
  const isTeams =
    draft.isOnlineMeeting === true &&
    (draft.onlineMeetingProvider ?? 'teamsForBusiness') === 'teamsForBusiness';
  const onlineMeeting = isTeams ? newTeamsMeeting(owner.tenantId, owner.id) : null;
  const intendedShowAs = draft.content.intendedShowAs ?? (draft.content.isAllDay === true ? 'free' : 'busy');
  const written: EventContent = {
    ...emptyContent,
    start,
    end,
    startZone,
    endZone,
    ...draft.content,
    body: cleanBody(draft.content.body ?? emptyContent.body, switches),
    intendedShowAs,
  };
  const content = onlineMeeting
    ? { ...written, onlineMeeting, body: withMeetingBlob(written.body, onlineMeeting) }
    : written;
  checkTimes(content, spanOf(content));
  const series = draft.recurrence ? readSeries(draft.recurrence, content, switches) : undefined;
  return {
    key: newKey(),
    calendar,
    uid: newKey(),
    uidTime: now,
    organizer: { name: owner.displayName, address: owner.mail },
    isOrganizer: true,
    content: series?.content ?? content,
    own: { ...organizersOwn, showAs: intendedShowAs, ...draft.own },
    recurrence: series?.recurrence ?? null,
    exceptions: {},
    removed: [],
    originalDay: null,
    transactionId: draft.transactionId ?? null,
    transactionDigest: null,
    created: now,
    modified: now,
    version: 1,
  };
}

/** A recurrence with the event's times brought into its zone. */
export function readSeries(
  entity: Entity,
  content: EventContent,
  switches: Switches,
): { readonly recurrence: Recurrence; readonly content: EventContent } {
  const name = recurrenceZoneName(entity);
  const zone =
    name === undefined || name === '' ? content.startZone : findZone(name, switches.get('ianaNames'));
  if (!zone) throw zoneNotSupported();
  const moved = content.isAllDay ? content : inZone(content, zone);
  const length = Math.max(0, moved.end - moved.start);
  return { recurrence: readRecurrence(entity, dayOfWall(moved.start), length), content: moved };
}

function inZone(content: EventContent, zone: Zone): EventContent {
  const wall = (from: Zone, time: number): number =>
    from.iana === zone.iana ? time : toWall(zone.iana, toInstant(from.iana, time));
  return {
    ...content,
    start: wall(content.startZone, content.start),
    end: wall(content.endZone, content.end),
    startZone: zone,
    endZone: zone,
  };
}

/** A body as Exchange stores it. */
export function cleanBody(body: BodyRecord, switches: Switches): BodyRecord {
  return body.contentType === 'html'
    ? { contentType: 'html', content: cleanHtml(body.content, switches.get('htmlRewriting') === 'on') }
    : body;
}
