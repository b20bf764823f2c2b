import type { ReactNode } from 'react';
import type { PersonSchedule } from '#domain/availability/types.ts';
import type { BookingPlan } from '#domain/season/bookingPlan.ts';
import type { EpochMilli, IsoDay } from '#domain/time/types.ts';
import type { MentorMeetings, OccurrenceRecord, SeriesRecord } from '#ports/calendar.ts';
import type { Person } from '#ports/people.ts';
import type { Services } from '#ports/services.ts';
import type { HomePicture } from './homePicture.ts';

/** A series whose plan is not closed, as `ResumeScreen` takes it. */
export type UnfinishedSeries = SeriesRecord & { readonly plan: BookingPlan };

/** What home knows when it draws its side column. */
export interface HomeSide {
  readonly picture: HomePicture;
  /** Undefined where an earlier picture is shown: then there is nothing to act upon. */
  readonly meetings: MentorMeetings | undefined;
  /** Free/busy of the weeks ahead, for oneself and every partner, once it was read; nobody needs to ask for it again. */
  readonly schedules: readonly PersonSchedule[] | undefined;
  readonly now: EpochMilli;
}

/** One date that is still to come, with what acts upon it. */
export interface HomeDate {
  readonly series: SeriesRecord;
  readonly occurrence: OccurrenceRecord;
  /** What is open from the beginning; another value makes it another element. */
  readonly opened: 'move' | undefined;
  /** Reads home again. */
  readonly onChanged: () => void;
}

/** One date that asks to be mended at once. */
export interface HomeMend {
  readonly day: IsoDay;
  /** A new time that the partner proposes, where that is what it is about. */
  readonly proposed: { readonly start: EpochMilli; readonly end: EpochMilli } | undefined;
  /** Opens the date with all its new times. */
  readonly onOtherTimes: () => void;
  /** Something was sent: what became of it is told in place of the question. */
  readonly onActed: () => void;
}

/** The same with what is known of the date. */
export interface HomeMendDate extends HomeMend {
  readonly series: SeriesRecord;
  readonly occurrence: OccurrenceRecord;
  /** All dates of the series. */
  readonly occurrences: readonly OccurrenceRecord[];
  readonly schedules: readonly PersonSchedule[] | undefined;
  readonly onChanged: () => void;
}

export interface HomeScreenProps {
  readonly services: Services;
  readonly me: Person;
  /** Books a season, with somebody or with anybody. `meetings` is what home has read, so that nobody reads it twice. */
  readonly onBook: (partner: Person | undefined, meetings: MentorMeetings | undefined) => void;
  /** Takes up a booking that stopped: `intent` is which of the two buttons was pressed. */
  readonly onResume: (
    series: UnfinishedSeries,
    occurrences: readonly OccurrenceRecord[],
    intent: 'finish' | 'undo',
  ) => void;
  readonly onSettings?: (() => void) | undefined;
  /** The prep notes of a mentorship: of its next meeting, or of the one with the note's id. No button without it. */
  readonly onNotes?: ((mentorshipId: string, meetings: MentorMeetings, note?: string) => void) | undefined;
  /** A coffee in between. No button without it. */
  readonly onCoffee?: ((mentorshipId: string, meetings: MentorMeetings) => void) | undefined;
  /** The mentorship's own page: its seasons, and how it goes on. No button without it. */
  readonly onSeasons?: ((mentorshipId: string, meetings: MentorMeetings) => void) | undefined;
  /** Moves, skips and proposals for one date. No such buttons without it. */
  readonly dateActions?: ((date: HomeDate) => ReactNode) | undefined;
  /** Mends one date at once. Without it a date is mended in its details alone. */
  readonly quickMend?: ((mend: HomeMendDate) => ReactNode) | undefined;
  /** The column beside the cards, below them where there is no room. */
  readonly side?: ((home: HomeSide) => ReactNode) | undefined;
  /** The mentorship that a link asked for: its card is brought into view. */
  readonly openedId?: string | undefined;
}
