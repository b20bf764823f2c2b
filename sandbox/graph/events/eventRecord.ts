import { table } from '#sandbox/store/table.ts';
import type { Recurrence } from '../recurrenceTypes.ts';
import type { Zone } from '../time/zones.ts';
import type { EpochDay, WallMilli } from '../time/wallTime.ts';

export type ShowAs = 'unknown' | 'free' | 'tentative' | 'busy' | 'oof' | 'workingElsewhere';
export type ResponseKind =
  'none' | 'organizer' | 'tentativelyAccepted' | 'accepted' | 'declined' | 'notResponded';

export interface MailAddress {
  readonly name: string;
  readonly address: string;
}

/** `time` in epoch milliseconds; 0 for Graph's year 1. */
export interface ResponseRecord {
  readonly kind: ResponseKind;
  readonly time: number;
}

export interface AttendeeRecord extends MailAddress {
  readonly type: 'required' | 'optional' | 'resource';
  readonly response: ResponseRecord;
  /** Epoch milliseconds. */
  readonly proposed: { readonly start: number; readonly end: number } | null;
}

export interface BodyRecord {
  readonly contentType: 'text' | 'html';
  readonly content: string;
}

/** Graph's `location`, as it was written and checked. */
export type LocationRecord = Readonly<Record<string, unknown>> & { readonly displayName: string };

export interface OnlineMeetingRecord {
  readonly joinUrl: string;
  readonly conferenceId: string;
}

/** What a meeting message carries to attendees. Times are readings of each zone's wall. */
export interface EventContent {
  readonly subject: string;
  readonly body: BodyRecord;
  readonly start: WallMilli;
  readonly startZone: Zone;
  readonly end: WallMilli;
  readonly endZone: Zone;
  readonly isAllDay: boolean;
  readonly importance: string;
  readonly sensitivity: string;
  readonly locations: readonly LocationRecord[];
  readonly attendees: readonly AttendeeRecord[];
  readonly allowNewTimeProposals: boolean;
  readonly hideAttendees: boolean;
  readonly responseRequested: boolean;
  readonly onlineMeeting: OnlineMeetingRecord | null;
  /** What the organizer shows, and an attendee who accepts. */
  readonly intendedShowAs: ShowAs;
}

/** What stays in one's own mailbox. */
export interface OwnState {
  readonly showAs: ShowAs;
  readonly response: ResponseRecord;
  readonly isCancelled: boolean;
  readonly isReminderOn: boolean;
  readonly reminderMinutes: number;
  readonly categories: readonly string[];
  /** Single-value and multi-value extended properties, by canonical id. */
  readonly extendedProperties: Readonly<Record<string, string | readonly string[]>>;
  /** Open extensions by name. */
  readonly extensions: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

/** A date of a series that differs: what differs. */
export interface ExceptionRecord {
  readonly content: Partial<EventContent>;
  readonly own: Partial<OwnState>;
  /** Whether the organizer changed it, so that an update of the series sends it along. */
  readonly sent: boolean;
  readonly created: number;
  readonly modified: number;
}

/** One entry of a mailbox: a single event or a whole series with its exceptions, which lie inside it as in Exchange. */
export interface EventRecord {
  /** 32 hexadecimal digits; part of the id. */
  readonly key: string;
  /** Key of the calendar it lies in. */
  readonly calendar: string;
  /** Shared by all copies of a meeting: 32 hexadecimal digits and the time of creation. */
  readonly uid: string;
  readonly uidTime: number;
  readonly organizer: MailAddress;
  readonly isOrganizer: boolean;
  readonly content: EventContent;
  readonly own: OwnState;
  /** Its days are read in `content.startZone`. */
  readonly recurrence: Recurrence | null;
  /** By original local day. */
  readonly exceptions: Readonly<Record<string, ExceptionRecord>>;
  /** Original local days that do not take place. */
  readonly removed: readonly EpochDay[];
  /** For a copy of one date of somebody's series: that date. */
  readonly originalDay: EpochDay | null;
  readonly transactionId: string | null;
  /** Digest of the creating request, to tell a repeated one from a changed one. */
  readonly transactionDigest: string | null;
  readonly created: number;
  readonly modified: number;
  /** Counts changes; the change key is made of it. */
  readonly version: number;
}

/** Owner: the mailbox, by object id of its person. */
export const events = table<EventRecord>('events');

export const isSeries = (record: EventRecord): record is EventRecord & { readonly recurrence: Recurrence } =>
  record.recurrence !== null;

/** Times as instants in epoch milliseconds; an all-day event's as if its wall were UTC's: it floats. */
export interface EventSpan {
  readonly start: number;
  readonly end: number;
}
