import type { PersonSchedule } from '#domain/availability/types.ts';
import type { BookingPlan } from '#domain/season/bookingPlan.ts';
import type { SeriesRange } from '#domain/season/bookingPlan.ts';
import type { EpochMilli, IsoDay, ZoneName } from '#domain/time/types.ts';

export type Response = 'none' | 'organizer' | 'tentative' | 'accepted' | 'declined' | 'notResponded';

export interface Attendee {
  readonly name: string;
  readonly address: string;
  readonly response: Response;
  /** A new time the attendee proposed, where the calendar tells it. */
  readonly proposedStart: EpochMilli | undefined;
  readonly proposedEnd: EpochMilli | undefined;
}

/** The link in the body that ties an event to a mentorship. */
export interface MentorLink {
  readonly mentorshipId: string;
  readonly driveId: string | undefined;
  readonly folderId: string | undefined;
  /** The organiser's part in the mentorship and the season's number; links made earlier do not tell them. */
  readonly organizerRole?: 'mentor' | 'mentee' | undefined;
  readonly seasonNumber?: number | undefined;
}

/** A season's series as it stands in the signed-in person's calendar. */
export interface SeriesRecord {
  readonly id: string;
  readonly iCalUId: string;
  readonly etag: string;
  readonly subject: string;
  readonly isOrganizer: boolean;
  readonly organizer: Attendee;
  readonly attendees: readonly Attendee[];
  readonly ownResponse: Response;
  readonly isCancelled: boolean;
  readonly link: MentorLink;
  readonly zone: ZoneName;
  readonly range: SeriesRange | undefined;
  readonly startMinute: number;
  readonly lengthMinutes: number;
  readonly place: string | undefined;
  readonly joinUrl: string | undefined;
  readonly webLink: string | undefined;
  /** Present in the organiser's own copy only. */
  readonly plan: BookingPlan | undefined;
}

/** One date of a series. */
export interface OccurrenceRecord {
  readonly id: string;
  readonly seriesId: string;
  readonly originalDay: IsoDay;
  readonly start: EpochMilli;
  readonly end: EpochMilli;
  readonly isException: boolean;
  readonly isCancelled: boolean;
  readonly ownResponse: Response;
  readonly attendees: readonly Attendee[];
}

export interface MentorMeetings {
  readonly series: readonly SeriesRecord[];
  readonly occurrences: readonly OccurrenceRecord[];
}

/** What one wishes to book; `plan` holds the times. */
export interface NewSeries {
  readonly plan: BookingPlan;
  /** Where the shared notes are, for the link; undefined while there are none. */
  readonly notes?: { readonly driveId: string; readonly folderId: string } | undefined;
  readonly range: SeriesRange;
  readonly subject: string;
  /** The words of the invitation, plain text; the link's sentence is added by the adapter. */
  readonly words: string;
  /** The sentence before the link, in the language of the person ("Prep notes: "). */
  readonly linkSentence: string;
  readonly attendee: { readonly name: string; readonly address: string };
  readonly place: MeetingPlace;
}

/** Where one meets: online, at a place in words, or still to be agreed. */
export type MeetingPlace =
  { readonly kind: 'teams' } | { readonly kind: 'words'; readonly text: string } | { readonly kind: 'open' };

/** One meeting outside of a series, with up to four others: a coffee, a lunch. */
export interface NewSingle {
  /** Whose notes the meeting belongs to. */
  readonly mentorshipId: string;
  /** Made once per click: with it the call may be repeated without making a second meeting. */
  readonly transactionId: string;
  readonly start: EpochMilli;
  readonly end: EpochMilli;
  /** The zone that the meeting is written in. */
  readonly zone: ZoneName;
  readonly subject: string;
  /** Plain text; the link's sentence is added by the adapter. */
  readonly words: string;
  readonly linkSentence: string;
  readonly attendees: readonly { readonly name: string; readonly address: string }[];
  readonly place: MeetingPlace;
}

/** A single meeting as it stands. */
export interface SingleRecord {
  readonly id: string;
  readonly iCalUId: string;
  readonly mentorshipId: string;
  readonly isOrganizer: boolean;
  readonly organizerAddress: string;
  readonly start: EpochMilli;
  readonly end: EpochMilli;
  readonly joinUrl: string | undefined;
  readonly webLink: string | undefined;
}

export type DateChange =
  | {
      readonly kind: 'move';
      readonly occurrenceId: string;
      readonly start: EpochMilli;
      readonly end: EpochMilli;
    }
  | { readonly kind: 'skip'; readonly occurrenceId: string };

/** What became of one change. `again` may be tried once more. */
export type ChangeOutcome =
  | { readonly occurrenceId: string; readonly kind: 'done' }
  | { readonly occurrenceId: string; readonly kind: 'again'; readonly retryAfterSeconds: number | undefined }
  | { readonly occurrenceId: string; readonly kind: 'gone' }
  | { readonly occurrenceId: string; readonly kind: 'refused'; readonly detail: string };

/**
 * Why the next try waits. `asked`: the service said how long; `busy`: it did not answer as it should; `lost`: no connection, or no answer.
 */
export type WaitReason = 'asked' | 'busy' | 'lost';

/** Tells the screen that something waits before it is tried again. `untilEpochMilli` is undefined when the wait is over. */
export type WaitListener = (untilEpochMilli: EpochMilli | undefined, why: WaitReason) => void;

export interface CalendarPort {
  /**
   * Free/busy of people over a horizon, in one HTTP request (a batch of getSchedule windows).
   * `personId` of each answer is the address asked for. Somebody who cannot be seen comes back unknown, never free.
   */
  schedules(
    query: { readonly addresses: readonly string[]; readonly from: EpochMilli; readonly to: EpochMilli },
    signal: AbortSignal,
  ): Promise<readonly PersonSchedule[]>;
  /** All mentor meetings whose dates touch the window, in at most one HTTP request. */
  mentorMeetings(
    window: { readonly from: EpochMilli; readonly to: EpochMilli },
    signal: AbortSignal,
  ): Promise<MentorMeetings>;
  /** Makes the series; safe to repeat with the same plan (`transactionId`). Sends the invitation. */
  createSeries(series: NewSeries, signal: AbortSignal): Promise<SeriesRecord>;
  /** Makes one meeting and sends its invitations; safe to repeat with the same `transactionId`. */
  createSingle(meeting: NewSingle, signal: AbortSignal): Promise<SingleRecord>;
  /** Single meetings of mentorships within the window, those called off left out. Reads the bodies of all that stands there. */
  singles(
    window: { readonly from: EpochMilli; readonly to: EpochMilli },
    signal: AbortSignal,
  ): Promise<readonly SingleRecord[]>;
  /** The series with all its dates from the window, or undefined when it is gone. */
  series(
    seriesId: string,
    window: { readonly from: EpochMilli; readonly to: EpochMilli },
    signal: AbortSignal,
  ): Promise<
    { readonly series: SeriesRecord; readonly occurrences: readonly OccurrenceRecord[] } | undefined
  >;
  /** Moves and skips dates of one series, chained in batches; one outcome each, in order. */
  changeDates(
    seriesId: string,
    changes: readonly DateChange[],
    signal: AbortSignal,
  ): Promise<readonly ChangeOutcome[]>;
  /** Writes the plan back as closed, into one's own copy; sends nothing. */
  closePlan(seriesId: string, plan: BookingPlan, signal: AbortSignal): Promise<void>;
  /**
   * Completes the link in the invitation of a series of one's own with the place of the notes. Everybody invited gets the updated invitation, once for the series and once for
   * each date that was moved or skipped.
   */
  completeLink(
    seriesId: string,
    notes: { readonly driveId: string; readonly folderId: string },
    signal: AbortSignal,
  ): Promise<void>;
  /**
   * Ends a series after a day (organiser only): later dates go, earlier ones stay, and the partner is told. A later day than its end
   * brings dates back. `words` stand on top of the invitation then.
   */
  endSeries(
    seriesId: string,
    end: { readonly lastDay: IsoDay; readonly words: string | undefined },
    signal: AbortSignal,
  ): Promise<void>;
  /** Cancels a whole series, or a single meeting, with a line to those invited (organiser only). */
  cancelSeries(eventId: string, comment: string, signal: AbortSignal): Promise<void>;
  /** Answers as attendee, a series or one date. */
  respond(
    eventId: string,
    answer: {
      readonly kind: 'accept' | 'tentative' | 'decline';
      readonly comment: string | undefined;
      readonly proposed: { readonly start: EpochMilli; readonly end: EpochMilli } | undefined;
    },
    signal: AbortSignal,
  ): Promise<void>;
  onWait(listener: WaitListener): () => void;
}
