import type { Switches } from '#sandbox/control/switches.ts';
import type { DirectoryUser } from '#sandbox/types.ts';
import { wrapLinks } from '../body/safeLinks.ts';
import { newKey } from '../ids.ts';
import type { EpochDay } from '../time/wallTime.ts';
import type {
  AttendeeRecord,
  EventContent,
  EventRecord,
  ExceptionRecord,
  OwnState,
  ResponseRecord,
  ShowAs,
} from './eventRecord.ts';
import { contentOn } from './occurrences.ts';

/** What makes an attendee's copy. */
export interface CopyMaker {
  readonly attendee: DirectoryUser;
  /** Key of the attendee's own calendar. */
  readonly calendar: string;
  readonly now: number;
  readonly switches: Switches;
}

const notAnswered: ResponseRecord = { kind: 'notResponded', time: 0 };

/**
 * An attendee's copy of a meeting after a request for the whole of it: the organizer's content over the attendee's own
 * state. `existing` is the copy there was; `resets` says that an answer given before no longer holds (the time changed).
 */
export function copyOfMeeting(
  meeting: EventRecord,
  existing: EventRecord | undefined,
  resets: boolean,
  maker: CopyMaker,
): EventRecord {
  const content = contentFor(meeting, meeting.content, maker);
  const response = existing && !resets ? existing.own.response : notAnswered;
  // After a change of the time only what the organizer's series still has remains; else also the attendee's own answers and removals.
  const exceptions = Object.fromEntries(
    Object.entries(existing?.exceptions ?? {}).filter(([day]) => !resets || day in meeting.exceptions),
  );
  // A date that the organizer cancelled stays, marked, until the attendee removes it.
  const removed = [...new Set([...meeting.removed, ...(resets ? [] : (existing?.removed ?? []))])].filter(
    (day) => !(day in exceptions),
  );
  return {
    key: existing?.key ?? newKey(),
    calendar: existing?.calendar ?? maker.calendar,
    uid: meeting.uid,
    uidTime: meeting.uidTime,
    organizer: meeting.organizer,
    isOrganizer: false,
    content,
    own: {
      ...ownOfCopy(existing?.own, meeting, maker.switches),
      response,
      isCancelled: false,
      showAs: shownFor(response, content.intendedShowAs),
    },
    recurrence: meeting.recurrence,
    exceptions,
    removed,
    originalDay: meeting.originalDay,
    transactionId: null,
    transactionDigest: null,
    created: existing?.created ?? maker.now,
    modified: maker.now,
    version: (existing?.version ?? 0) + 1,
  };
}

/** A copy of one date only, for somebody who was not invited to the series. */
export function copyOfDate(
  meeting: EventRecord,
  day: EpochDay,
  existing: EventRecord | undefined,
  resets: boolean,
  maker: CopyMaker,
): EventRecord {
  const single: EventRecord = {
    ...meeting,
    content: contentOn(meeting, day),
    recurrence: null,
    exceptions: {},
    removed: [],
    originalDay: day,
  };
  return copyOfMeeting(single, existing, resets, maker);
}

/** A copy of the series after a request for one of its dates. */
export function withDate(
  copy: EventRecord,
  meeting: EventRecord,
  day: EpochDay,
  resets: boolean,
  maker: CopyMaker,
): EventRecord {
  const before = copy.exceptions[day];
  const changed = meeting.exceptions[day]?.content ?? {};
  const content = contentFor(meeting, { ...contentOn(meeting, day) }, maker);
  const response = resets ? notAnswered : (before?.own.response ?? copy.own.response);
  const exception: ExceptionRecord = {
    content: {
      ...pick(content, Object.keys(changed)),
      attendees: content.attendees,
      intendedShowAs: content.intendedShowAs,
    },
    own: {
      ...before?.own,
      response,
      isCancelled: false,
      showAs: shownFor(response, content.intendedShowAs),
    },
    sent: false,
    created: before?.created ?? maker.now,
    modified: maker.now,
  };
  return {
    ...copy,
    exceptions: { ...copy.exceptions, [day]: exception },
    removed: copy.removed.filter((other) => other !== day),
    modified: maker.now,
    version: copy.version + 1,
  };
}

/** What an attendee's calendar shows: tentative until the answer, then what the organizer meant. */
export function shownFor(response: ResponseRecord, intended: ShowAs): ShowAs {
  if (intended === 'free' || response.kind === 'declined') return 'free';
  return response.kind === 'accepted' ? intended : 'tentative';
}

/** Attendees as an attendee sees them: the organizer first, nobody's answer (seen in attendees' and rooms' copies). */
function contentFor(meeting: EventRecord, content: EventContent, maker: CopyMaker): EventContent {
  const organizer: AttendeeRecord = {
    ...meeting.organizer,
    type: 'required',
    response: { kind: 'none', time: 0 },
    proposed: null,
  };
  const others = content.attendees
    .filter(
      ({ address }) => !content.hideAttendees || address.toLowerCase() === maker.attendee.mail.toLowerCase(),
    )
    .map((attendee): AttendeeRecord => ({
      ...attendee,
      response: { kind: 'none', time: 0 },
      proposed: null,
    }));
  const body =
    maker.switches.get('safeLinks') === 'on'
      ? { ...content.body, content: wrapLinks(content.body, maker.attendee.mail) }
      : content.body;
  return { ...content, attendees: [organizer, ...others], body };
}

function ownOfCopy(existing: OwnState | undefined, meeting: EventRecord, switches: Switches): OwnState {
  const travels = switches.get('extensionsTravel') === 'always';
  return {
    showAs: 'tentative',
    response: notAnswered,
    isCancelled: false,
    isReminderOn: true,
    reminderMinutes: 15,
    categories: [],
    extendedProperties: {},
    extensions: {},
    ...existing,
    ...(travels
      ? { extendedProperties: meeting.own.extendedProperties, extensions: meeting.own.extensions }
      : {}),
  };
}

function pick(content: EventContent, names: readonly string[]): Partial<EventContent> {
  return Object.fromEntries(Object.entries(content).filter(([name]) => names.includes(name)));
}
