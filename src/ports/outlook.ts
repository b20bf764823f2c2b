import type { EpochMilli, IsoDay, ZoneName } from '#domain/time/types.ts';
import type { Cadence } from '#domain/season/types.ts';
import type { MentorLink } from './calendar.ts';

/** Somebody as a mail item names them. Names come from outside: cleaned, but never to be believed. */
export interface MailPerson {
  readonly name: string;
  readonly address: string;
}

/** A received message: who sent it, and everybody else on it without doubles and without oneself. */
export interface OpenedMessage {
  readonly kind: 'message';
  /** Undefined where the message names nobody: a draft of the system's, a report. */
  readonly sender: MailPerson | undefined;
  readonly others: readonly MailPerson[];
}

/** An event, read or in a form of its own; what it holds is asked for with `readEvent`. */
export interface OpenedEvent {
  readonly kind: 'event';
  readonly mode: 'read' | 'compose';
}

/**
 * What is opened beside the pane. nothing: no item is chosen, or several are. other: an item the add-in has nothing to offer for, as a message being written.
 */
export type OpenedItem =
  OpenedMessage | OpenedEvent | { readonly kind: 'nothing' } | { readonly kind: 'other' };

/** What an event tells of itself through Outlook. Each member may be missing on some client. */
export interface MailEvent {
  readonly mode: 'read' | 'compose';
  readonly subject: string;
  readonly start: EpochMilli | undefined;
  readonly end: EpochMilli | undefined;
  /** series: the whole series is opened. unknown: the client does not tell, as those that give the series' id for each of its dates. */
  readonly part: 'single' | 'date' | 'series' | 'unknown';
  readonly isAllDay: boolean;
  readonly organizer: MailPerson | undefined;
  readonly people: readonly MailPerson[];
  /** How many are invited; `people` holds the first of them only. */
  readonly peopleCount: number;
  /** Ids as Graph writes them; hints, since clients disagree about them. */
  readonly seriesId: string | undefined;
  readonly itemId: string | undefined;
  /** The link of ours in its body, if there is one. */
  readonly link: MentorLink | undefined;
  /** False for a form that was never saved, which has no place in any calendar; undefined where the client cannot tell. */
  readonly isSaved: boolean | undefined;
  /** Whose calendar it stands in, when it is somebody else's. */
  readonly sharedFrom: string | undefined;
}

/** What is written into a form. */
export interface FormFields {
  readonly subject: string;
  readonly start: EpochMilli;
  readonly end: EpochMilli;
  readonly recurrence: FormRecurrence;
  /** Undefined leaves the place as it is. */
  readonly place: string | undefined;
  readonly link: MentorLink;
  /** The sentence before the link. */
  readonly linkSentence: string;
}

export interface FormRecurrence {
  readonly cadence: Cadence;
  readonly firstDay: IsoDay;
  readonly lastDay: IsoDay;
  /** Minute of the day, on the wall of `zone`. */
  readonly startMinute: number;
  readonly lengthMinutes: number;
  readonly zone: ZoneName;
}

export type FormField = 'subject' | 'time' | 'recurrence' | 'place' | 'text';

/**
 * What became of one field. written: it holds what was wanted. kept: what the person had typed stays. unsupported: this Outlook has no way to set it.
 * failed: Outlook refused.
 */
export interface FieldOutcome {
  readonly field: FormField;
  readonly outcome: 'written' | 'kept' | 'unsupported' | 'failed';
}

/** A filled form, and the way back. */
export interface FilledForm {
  readonly fields: readonly FieldOutcome[];
  /** Puts back what was there before; what was changed by hand since is left alone and named. */
  readonly putBack: (signal: AbortSignal) => Promise<readonly FormField[]>;
}

/** What is opened, and a number that is another one for each item that is chosen. */
export type OpenedNow = OpenedItem & { readonly turn: number };

/** What Outlook offers a pane beside the one item that is opened. Every call ends within a time limit: a host may never answer. */
export interface OutlookPort {
  readonly opened: () => OpenedNow;
  /** Called when another item is chosen while the pane stays (pinned). Returns the way to stop listening. */
  readonly onItemChange: (listener: () => void) => () => void;
  /** Throws HostFailure. */
  readonly readEvent: (signal: AbortSignal) => Promise<MailEvent>;
  /** Throws HostFailure before anything is written; later troubles are outcomes of their fields. */
  readonly fillForm: (fields: FormFields, signal: AbortSignal) => Promise<FilledForm>;
  /** Calls back when people or time of the form change; where the client cannot tell, never. */
  readonly onFormChange: (listener: () => void) => () => void;
}

/**
 * Outlook could not do what it was asked.
 * - `silent`: no answer within the time limit
 * - `refused`: it answered with an error of its own, `detail` names it
 * - `gone`: another item was chosen meanwhile
 */
export class HostFailure extends Error {
  override readonly name = 'HostFailure';
  readonly code: 'silent' | 'refused' | 'gone';
  readonly detail: string;

  constructor(code: HostFailure['code'], detail: string, options: { readonly cause?: unknown } = {}) {
    super(`${code}: ${detail}`, options);
    this.code = code;
    this.detail = detail;
  }
}
