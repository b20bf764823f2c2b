import type { EpochMilli, IsoDay } from '#domain/time/types.ts';
import type { Marked } from './editMarks.ts';
import type { NoteId } from './noteId.ts';
import type { Place } from './place.ts';
import type { Stamp } from './stamp.ts';
import type { AgendaType, FirstQuestion, Half, MeetingKind, Met, SourceLink } from './types.ts';

export type Who = 'mine' | 'partner';

/** The halves of one person, one for each season, in any order. `person` is who wrote the files, as the drive tells it. */
export interface Side {
  readonly person: string;
  readonly halves: readonly Half[];
}

/** A date of the mentorship as the calendar has it. */
export interface CalendarMeeting {
  /** From `noteOfDay` with the original day in the series' zone, or `noteOfSingle`. */
  readonly note: NoteId;
  /** The day it is on now, on the reader's clock. */
  readonly day: IsoDay;
  readonly start: EpochMilli;
  readonly end: EpochMilli;
  readonly isCancelled: boolean;
}

/** What is known of the calendar: all its dates from `from` to `to`, both included. */
export interface KnownCalendar {
  readonly from: IsoDay;
  readonly to: IsoDay;
  readonly meetings: readonly CalendarMeeting[];
}

/** Somebody's text. `also` are others of the same entry, written on another device that did not know of this one; its author may choose. */
export interface Words {
  readonly id: string;
  readonly by: Who;
  readonly text: string;
  /** Names the version that is shown; an edit starts from it. */
  readonly stamp: Stamp;
  readonly also: readonly { readonly text: string; readonly stamp: Stamp }[];
  /** When it was first written, `yyyy-MM-ddTHH:mm:ss.sssZ`. */
  readonly addedAt: string;
}

/** What items and actions share. */
export interface Carriable extends Words, Marked {
  /** Unlike `id`, never the same for two entries of the view. */
  readonly key: string;
  /** The meeting it was written for, or landed on; undefined while there is none. */
  readonly home: NoteId | undefined;
  /** The meeting it now stands on instead, if it was carried on. */
  readonly carriedTo: NoteId | undefined;
  /** Open, with no meeting ahead to stand on. */
  readonly isWaiting: boolean;
  readonly place: Place;
  readonly isLetGo: boolean;
  readonly remarks: readonly Words[];
}

export interface AgendaItem extends Carriable {
  readonly type: AgendaType;
  /** Only https. */
  readonly link: SourceLink | undefined;
  /** The note of the meeting on which it was talked about. */
  readonly talked: NoteId | undefined;
}

export interface ActionItem extends Carriable {
  /** Directory ids. */
  readonly who: readonly string[];
  readonly due: IsoDay | undefined;
  readonly isDone: boolean;
  /** The note on whose page it was ticked, if it was on one. */
  readonly doneOn: NoteId | undefined;
  /** When it was ticked. */
  readonly doneAt: string | undefined;
}

/**
 * to-come: not over yet. past: over. cancelled: the calendar has it as cancelled. gone: the calendar does not have it (skipped, or its series deleted).
 */
export type MeetingState = 'to-come' | 'past' | 'cancelled' | 'gone';

/** What the latest mark says of a meeting, who said it and when. */
export interface Said<Value> {
  readonly is: Value;
  readonly by: Who;
  readonly stamp: Stamp;
}

/** All shared notes of one meeting. */
export interface MeetingNotes {
  readonly note: NoteId;
  readonly day: IsoDay;
  readonly start: EpochMilli | undefined;
  readonly end: EpochMilli | undefined;
  readonly state: MeetingState;
  readonly kind: Said<MeetingKind | undefined> | undefined;
  readonly met: Said<Met | undefined> | undefined;
  /** Written for this meeting, in order. Those with `carriedTo` have moved on. */
  readonly agenda: readonly AgendaItem[];
  /** Left over from earlier meetings (`home`), in order. */
  readonly carried: readonly AgendaItem[];
  readonly actions: readonly ActionItem[];
  readonly carriedActions: readonly ActionItem[];
  /** Usually one each; more where a date was bound to an earlier note after something was written for both. */
  readonly summaries: { readonly mine: readonly Summary[]; readonly partner: readonly Summary[] };
}

export interface Summary extends Words {
  /** The note it was written for, which an edit names. */
  readonly writtenFor: NoteId;
}

/** The same thing by each, side by side. */
export interface Pair<Value> {
  readonly mine: Value | undefined;
  readonly partner: Value | undefined;
}

export interface Helper extends Words {
  readonly name: string;
  readonly address: string | undefined;
  readonly day: IsoDay | undefined;
}

/** One question of the first conversation. The partner's words are shown once both have shared theirs. */
export interface SharedAnswer extends Pair<Words> {
  readonly question: FirstQuestion;
  readonly hasPartnerShared: boolean;
}

/**
 * The agreement. `mine` and `partner` are the wordings as each has them now. `agreed` is the last text that both had, with the time of the second yes; it stands while
 * one of them proposes another.
 */
export interface Agreement extends Pair<Words> {
  readonly agreed: { readonly text: string; readonly at: string } | undefined;
  readonly state: 'none' | 'proposed' | 'differs' | 'agreed';
}

/** Both halves as one, as the screen shows them. */
export interface Notes {
  /** Every meeting with notes or in the calendar, in the order of time. */
  readonly meetings: readonly MeetingNotes[];
  readonly byNote: ReadonlyMap<NoteId, MeetingNotes>;
  /** The first meeting that is not over. */
  readonly next: NoteId | undefined;
  /** Every item of every meeting and of none, in the order of their places. */
  readonly items: readonly AgendaItem[];
  /** Every action, likewise. */
  readonly actions: readonly ActionItem[];
  /** The items that are open, with no meeting ahead to stand on. */
  readonly waiting: readonly AgendaItem[];
  /** The actions that are neither done nor let go, by due day. */
  readonly openActions: readonly ActionItem[];
  readonly asking: Pair<Words>;
  readonly learn: readonly Words[];
  readonly help: readonly Words[];
  readonly helpers: readonly Helper[];
  readonly answers: readonly SharedAnswer[];
  readonly agreement: Agreement;
  /** Prompts in the pair's own words, one to a line, for kinds where they changed them. */
  readonly prompts: ReadonlyMap<MeetingKind, Words>;
  /** Remarks whose entry its author has removed. */
  readonly looseRemarks: readonly Words[];
  /** Dates that belong to an earlier note. */
  readonly bindings: ReadonlyMap<NoteId, Said<NoteId>>;
  /** Entries that only a newer version of the app can show. */
  readonly unknownEntries: number;
  /** When each last wrote, as their files say. */
  readonly lastWrote: Pair<string>;
}
