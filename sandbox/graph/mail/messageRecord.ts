import { table } from '#sandbox/store/table.ts';
import type { BodyRecord, MailAddress } from '../events/eventRecord.ts';
import type { EpochDay } from '../time/wallTime.ts';

export type MeetingMessageKind =
  'meetingRequest' | 'meetingCancelled' | 'meetingAccepted' | 'meetingTenativelyAccepted' | 'meetingDeclined';

/** What ties a message to a meeting. */
export interface MeetingPart {
  readonly kind: MeetingMessageKind;
  readonly requestKind: 'newMeetingRequest' | 'fullUpdate' | 'informationalUpdate' | 'none';
  /** `uid` of the meeting's records. */
  readonly uid: string;
  readonly day: EpochDay | null;
  readonly isSeries: boolean;
  /** Epoch milliseconds (an all-day event's as if in UTC). */
  readonly start: number;
  readonly end: number;
  readonly isAllDay: boolean;
  readonly location: string;
}

/** A message in a mailbox. */
export interface MessageRecord {
  readonly key: string;
  /** Key of its folder. */
  readonly folder: string;
  readonly subject: string;
  readonly body: BodyRecord;
  readonly from: MailAddress;
  readonly to: readonly MailAddress[];
  readonly cc: readonly MailAddress[];
  readonly bcc: readonly MailAddress[];
  readonly importance: string;
  readonly isRead: boolean;
  readonly isDraft: boolean;
  readonly categories: readonly string[];
  /** Epoch milliseconds. */
  readonly sent: number;
  readonly received: number;
  readonly conversation: string;
  readonly internetMessageId: string;
  readonly meeting: MeetingPart | null;
  readonly version: number;
}

/** Owner: the mailbox, by object id of its person. */
export const messages = table<MessageRecord>('messages');
