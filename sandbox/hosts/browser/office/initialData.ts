import type { EventItem, ItemPerson, MessageItem } from '../outlook/openItem.ts';
import type { PersonFacts } from '../pageFacts.ts';
import { ewsIdOf } from './itemIds.ts';

/** Office.js' numbers for kinds of items. */
const itemTypes = { message: 1, appointment: 2, meetingMessage: 3, appointmentCompose: 5 } as const;
/** Read and write the item: what the add-in's manifest asks for, on the scale that hosts use. */
const readWriteItem = 3;
const exchangeUser = 2;
const outsider = 3;

const responseNumbers: Readonly<Record<string, number>> = {
  none: 0,
  notResponded: 0,
  organizer: 1,
  tentativelyAccepted: 2,
  accepted: 3,
  declined: 4,
};

export type InitialData = Readonly<Record<string, unknown>>;

/** What is known of the mailbox, whatever item is open. */
export function mailboxData(person: PersonFacts, nowEpochMilli: number): InitialData {
  return {
    permissionLevel: readWriteItem,
    userDisplayName: person.name,
    userEmailAddress: person.mail,
    userTimeZone: person.zone,
    userProfileType: 'enterprise',
    hostVersion: '20261127.5',
    owaView: window.innerWidth < 700 ? 'OneColumn' : 'ThreeColumns',
    ewsUrl: `${location.origin}/EWS/Exchange.asmx`,
    restUrl: `${location.origin}/api`,
    isRestIdSupported: true,
    isFromSharedFolder: false,
    timeZoneOffsets: zoneStretches(person.placeZone, nowEpochMilli),
  };
}

/** Somebody as Office.js is told of them. */
export function personData(person: ItemPerson, ownDomain: string): InitialData {
  return {
    name: person.name,
    address: person.address,
    recipientType: person.address.toLowerCase().endsWith(`@${ownDomain}`) ? exchangeUser : outsider,
    appointmentResponse: responseNumbers[person.response] ?? 0,
  };
}

export function domainOf(address: string): string {
  return address.split('@')[1]?.toLowerCase() ?? '';
}

const replyPrefix = /^((re|fw|fwd|aw|wg):\s*)+/i;

export function messageData(message: MessageItem, domain: string): InitialData {
  const isMeeting = message.meetingKind !== '' && message.meetingKind !== 'none';
  const people = (list: readonly ItemPerson[]): readonly InitialData[] =>
    list.map((person) => personData(person, domain));
  return {
    itemType: isMeeting ? itemTypes.meetingMessage : itemTypes.message,
    id: ewsIdOf(message.id),
    itemClass: meetingClasses[message.meetingKind] ?? 'IPM.Note',
    subject: message.subject,
    normalizedSubject: message.subject.replace(replyPrefix, ''),
    from: personData(message.from, domain),
    sender: personData(message.from, domain),
    to: people(message.to),
    cc: people(message.cc),
    bcc: [],
    conversationId: ewsIdOf(message.conversationId),
    internetMessageId: message.internetMessageId,
    dateTimeCreated: message.created,
    dateTimeModified: message.modified,
    dateTimeSent: message.received,
    attachments: [],
    isRead: message.isRead,
    ...(isMeeting ? { seriesId: null, recurrence: null } : {}),
  };
}

const meetingClasses: Readonly<Record<string, string>> = {
  meetingRequest: 'IPM.Schedule.Meeting.Request',
  meetingCancelled: 'IPM.Schedule.Meeting.Canceled',
  meetingAccepted: 'IPM.Schedule.Meeting.Resp.Pos',
  meetingTenativelyAccepted: 'IPM.Schedule.Meeting.Resp.Tent',
  meetingDeclined: 'IPM.Schedule.Meeting.Resp.Neg',
};

export function eventData(event: EventItem, domain: string, recurrence: InitialData | null): InitialData {
  const people = (list: readonly ItemPerson[]): readonly InitialData[] =>
    list.map((person) => personData(person, domain));
  return {
    itemType: itemTypes.appointment,
    id: ewsIdOf(event.id),
    itemClass: event.seriesId === undefined ? 'IPM.Appointment' : 'IPM.Appointment.Occurrence',
    subject: event.subject,
    normalizedSubject: event.subject.replace(replyPrefix, ''),
    location: event.location,
    start: event.start,
    end: event.end,
    dateTimeCreated: event.created,
    dateTimeModified: event.modified,
    organizer: personData(event.organizer, domain),
    to: people(event.required),
    cc: people(event.optional),
    seriesId: event.seriesId === undefined ? null : ewsIdOf(event.seriesId),
    recurrence,
    attachments: [],
    isAllDayEvent: event.isAllDay,
    sensitivity: event.sensitivity,
  };
}

/** The item of a form: Office.js asks for its fields, so only what does not change stands here. */
export function formData(seriesId: string | undefined): InitialData {
  return {
    itemType: itemTypes.appointmentCompose,
    seriesId: seriesId === undefined ? null : ewsIdOf(seriesId),
    conversationId: null,
  };
}

const weekMilli = 7 * 86_400_000;

/** Minutes from UTC in a zone, at an instant. */
function offsetsOf(zone: string): (epochMilli: number) => number {
  const format = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
  });
  return (epochMilli) => {
    const parts = format.formatToParts(epochMilli);
    const value = (type: string): number => Number(parts.find((part) => part.type === type)?.value ?? 0);
    const wall = Date.UTC(value('year'), value('month') - 1, value('day'), value('hour'), value('minute'));
    return Math.round(wall / 60_000) - Math.floor(epochMilli / 60_000);
  };
}

/** Stretches of one offset each, two years around now, as Office.js wants them: epoch milliseconds and minutes, as texts. */
export function zoneStretches(
  zone: string,
  now: number,
): readonly { readonly start: string; readonly end: string; readonly offset: string }[] {
  const offsetAt = offsetsOf(zone);
  const [from, to] = [now - 104 * weekMilli, now + 104 * weekMilli];
  const found: { start: string; end: string; offset: string }[] = [];
  let [start, offset] = [from, offsetAt(from)];
  for (let week = from; week < to; week += weekMilli) {
    const next = offsetAt(week + weekMilli);
    if (next === offset) continue;
    let [low, high] = [week, week + weekMilli];
    while (high - low > 1) {
      const middle = Math.floor((low + high) / 2);
      if (offsetAt(middle) === offset) low = middle;
      else high = middle;
    }
    found.push({ start: String(start), end: String(high), offset: String(offset) });
    [start, offset] = [high, next];
  }
  return [...found, { start: String(start), end: String(to), offset: String(offset) }];
}
