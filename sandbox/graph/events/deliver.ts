import type { Switches } from '#sandbox/control/switches.ts';
import type { Reader, Writer } from '#sandbox/store/table.ts';
import type { DirectoryUser } from '#sandbox/types.ts';
import { defaultCalendar } from '../calendars/calendarRecord.ts';
import { findByAddress } from '../directory/findUser.ts';
import type { SentMail } from '../mail/mailLog.ts';
import type { MeetingPart } from '../mail/messageRecord.ts';
import { sendMessage } from '../mail/sendMessage.ts';
import { formatDay, formatInstant, type EpochDay } from '../time/wallTime.ts';
import { copyOfDate, copyOfMeeting, withDate, type CopyMaker } from './attendeeCopy.ts';
import { bodyText } from './eventResource.ts';
import {
  events,
  isSeries,
  type AttendeeRecord,
  type EventContent,
  type EventRecord,
  type MailAddress,
  type ResponseRecord,
} from './eventRecord.ts';
import { iCalUIdOf } from './iCalUId.ts';
import { contentOn, spanOf } from './occurrences.ts';

/** Who sends, and with what. */
export interface Delivery {
  readonly writer: Writer;
  readonly sender: DirectoryUser;
  readonly now: number;
  readonly switches: Switches;
}

/** An organizer's request (a new one or an update) to some attendees, for the whole meeting or for one date of it. */
export function sendRequest(
  delivery: Delivery,
  meeting: EventRecord,
  day: EpochDay | undefined,
  attendees: readonly AttendeeRecord[],
  kind: 'invitation' | 'update',
  /** Whether the time changed, so that earlier answers no longer hold. */
  resets: boolean,
): void {
  const content = day === undefined ? meeting.content : contentOn(meeting, day);
  for (const attendee of recipientsOf(meeting, attendees)) {
    const person = findByAddress(delivery.writer, attendee.address);
    if (person?.hasMailbox) receiveRequest(delivery, meeting, day, person, resets);
    sendMessage(
      delivery.writer,
      delivery.now,
      {
        subject: content.subject,
        body: content.body,
        from: delivery.sender,
        to: [attendee],
        meeting: meetingPart(meeting, day, 'meetingRequest', kindOfRequest(kind, resets)),
        saveToSent: false,
      },
      logEntry(meeting, day, kind, bodyText(content.body)),
    );
  }
}

function receiveRequest(
  { writer, now, switches }: Delivery,
  meeting: EventRecord,
  day: EpochDay | undefined,
  attendee: DirectoryUser,
  resets: boolean,
): void {
  const maker: CopyMaker = {
    attendee,
    calendar: defaultCalendar(writer, attendee.id).key,
    now,
    switches,
  };
  const copies = copiesOf(writer, attendee.id, meeting.uid);
  const whole = copies.find(({ originalDay }) => originalDay === meeting.originalDay);
  if (day === undefined) {
    const copy = copyOfMeeting(meeting, whole, resets, maker);
    // A date that was changed before this person was invited does not carry them [MS-OXOCAL 3.1.4.6.2].
    const missing = whole ? [] : Object.keys(meeting.exceptions).map(Number);
    writer.put(events, attendee.id, copy.key, { ...copy, removed: [...copy.removed, ...missing] });
    return;
  }
  if (whole && isSeries(whole)) {
    writer.put(events, attendee.id, whole.key, withDate(whole, meeting, day, resets, maker));
    return;
  }
  const single = copies.find(({ originalDay }) => originalDay === day);
  const copy = copyOfDate(meeting, day, single, resets, maker);
  writer.put(events, attendee.id, copy.key, copy);
}

/** An organizer's cancellation to some attendees. Their copies stay, marked, until they remove them. */
export function sendCancellation(
  delivery: Delivery,
  meeting: EventRecord,
  day: EpochDay | undefined,
  attendees: readonly AttendeeRecord[],
  comment: string,
): void {
  const content = day === undefined ? meeting.content : contentOn(meeting, day);
  for (const attendee of recipientsOf(meeting, attendees)) {
    const person = findByAddress(delivery.writer, attendee.address);
    if (person?.hasMailbox) receiveCancellation(delivery, meeting, day, person);
    sendMessage(
      delivery.writer,
      delivery.now,
      {
        subject: `Canceled: ${content.subject}`,
        body: { contentType: 'text', content: comment },
        from: delivery.sender,
        to: [attendee],
        importance: 'high',
        meeting: meetingPart(meeting, day, 'meetingCancelled', 'none'),
        saveToSent: false,
      },
      logEntry(meeting, day, 'cancellation', comment),
    );
  }
}

function receiveCancellation(
  { writer, now }: Delivery,
  meeting: EventRecord,
  day: EpochDay | undefined,
  attendee: DirectoryUser,
): void {
  const cancelled = { isCancelled: true, showAs: 'free' as const, isReminderOn: false };
  for (const copy of copiesOf(writer, attendee.id, meeting.uid)) {
    const concernsAll = day === undefined || copy.originalDay === day;
    if (!concernsAll && (!isSeries(copy) || copy.removed.includes(day))) continue;
    const changed: EventRecord = concernsAll
      ? { ...copy, own: { ...copy.own, ...cancelled } }
      : {
          ...copy,
          exceptions: {
            ...copy.exceptions,
            [day]: {
              content: copy.exceptions[day]?.content ?? {},
              own: { ...copy.exceptions[day]?.own, ...cancelled },
              sent: false,
              created: copy.exceptions[day]?.created ?? now,
              modified: now,
            },
          },
        };
    writer.put(events, attendee.id, copy.key, { ...changed, modified: now, version: copy.version + 1 });
  }
}

/** An attendee's answer to the organizer: a message, and the organizer's copy tells it. */
export function sendResponse(
  delivery: Delivery,
  copy: EventRecord,
  day: EpochDay | undefined,
  response: 'accepted' | 'tentativelyAccepted' | 'declined',
  comment: string,
  proposed: { readonly start: number; readonly end: number } | null,
): void {
  const { writer, sender, now } = delivery;
  const content = day === undefined ? copy.content : contentOn(copy, day);
  const organizer = findByAddress(writer, copy.organizer.address);
  const about = day ?? copy.originalDay ?? undefined;
  if (organizer?.hasMailbox) {
    const original = copiesOf(writer, organizer.id, copy.uid).find(({ isOrganizer }) => isOrganizer);
    if (original)
      writer.put(
        events,
        organizer.id,
        original.key,
        withResponse(original, about, sender, { kind: response, time: now }, proposed, now),
      );
  }
  const word = { accepted: 'Accepted', tentativelyAccepted: 'Tentative', declined: 'Declined' }[response];
  sendMessage(
    writer,
    now,
    {
      subject: `${proposed ? 'New Time Proposed' : word}: ${content.subject}`,
      body: { contentType: 'text', content: comment },
      from: sender,
      to: [copy.organizer],
      meeting: meetingPart(copy, day, messageKinds[response], 'none'),
      saveToSent: true,
    },
    {
      ...logEntry(copy, day, 'response', comment),
      response,
      ...(proposed
        ? {
            proposedStart: formatInstant(proposed.start),
            proposedEnd: formatInstant(proposed.end),
          }
        : {}),
    },
  );
}

const messageKinds = {
  accepted: 'meetingAccepted',
  tentativelyAccepted: 'meetingTenativelyAccepted',
  declined: 'meetingDeclined',
} as const;

/** The organizer's record with somebody's answer; an answer to one date makes that date an exception with its own list. */
function withResponse(
  record: EventRecord,
  day: EpochDay | undefined,
  from: DirectoryUser,
  response: ResponseRecord,
  proposed: AttendeeRecord['proposed'],
  now: number,
): EventRecord {
  const answered = (attendees: readonly AttendeeRecord[]): readonly AttendeeRecord[] =>
    attendees.map((attendee) =>
      isSame(attendee, { name: '', address: from.mail }) ||
      isSame(attendee, { name: '', address: from.userPrincipalName })
        ? { ...attendee, response, proposed }
        : attendee,
    );
  if (day === undefined || !isSeries(record))
    return {
      ...record,
      content: { ...record.content, attendees: answered(record.content.attendees) },
      modified: now,
      version: record.version + 1,
    };
  if (record.removed.includes(day)) return record;
  const before = record.exceptions[day];
  return {
    ...record,
    exceptions: {
      ...record.exceptions,
      [day]: {
        content: { ...before?.content, attendees: answered(contentOn(record, day).attendees) },
        own: before?.own ?? {},
        sent: before?.sent ?? false,
        created: before?.created ?? now,
        modified: now,
      },
    },
    modified: now,
    version: record.version + 1,
  };
}

/** Every copy of a meeting in a mailbox: the series, or single dates of it. */
export function copiesOf(store: Reader, ownerId: string, uid: string): readonly EventRecord[] {
  return [...store.all(events, ownerId).values()].filter((record) => record.uid === uid);
}

function recipientsOf(meeting: EventRecord, attendees: readonly AttendeeRecord[]): readonly AttendeeRecord[] {
  return attendees.filter((attendee) => !isSame(attendee, meeting.organizer));
}

export function isSame(one: MailAddress, other: MailAddress): boolean {
  return one.address.toLowerCase() === other.address.toLowerCase();
}

function kindOfRequest(kind: 'invitation' | 'update', resets: boolean): MeetingPart['requestKind'] {
  if (kind === 'invitation') return 'newMeetingRequest';
  return resets ? 'fullUpdate' : 'informationalUpdate';
}

function meetingPart(
  meeting: EventRecord,
  day: EpochDay | undefined,
  kind: MeetingPart['kind'],
  requestKind: MeetingPart['requestKind'],
): MeetingPart {
  const content: EventContent = day === undefined ? meeting.content : contentOn(meeting, day);
  return {
    kind,
    requestKind,
    uid: meeting.uid,
    day: day ?? meeting.originalDay,
    isSeries: day === undefined && isSeries(meeting),
    ...spanOf(content),
    isAllDay: content.isAllDay,
    location: content.locations.map(({ displayName }) => displayName).join('; '),
  };
}

function logEntry(
  meeting: EventRecord,
  day: EpochDay | undefined,
  kind: SentMail['kind'],
  text: string,
): Omit<SentMail, 'id' | 'sent' | 'from' | 'to' | 'subject'> {
  const content = day === undefined ? meeting.content : contentOn(meeting, day);
  const date = day ?? meeting.originalDay ?? undefined;
  return {
    kind,
    text,
    iCalUId: iCalUIdOf(meeting, day),
    about: date !== undefined ? 'occurrence' : isSeries(meeting) ? 'series' : 'single',
    ...(date === undefined ? {} : { date: formatDay(date) }),
    start: formatInstant(spanOf(content).start),
  };
}
