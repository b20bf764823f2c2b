import type { BookingPlan, SeriesRange } from '#domain/season/bookingPlan.ts';
import type { Cadence, ClashWhy } from '#domain/season/types.ts';
import type { EpochMilli, IsoDay, ZoneName } from '#domain/time/types.ts';

/** How somebody has answered an invitation. */
export type Answer = 'none' | 'organizer' | 'tentative' | 'accepted' | 'declined' | 'notResponded';

/** Somebody invited, as a calendar tells it. */
export interface SeenPerson {
  readonly name: string;
  readonly address: string;
  readonly response: Answer;
  readonly proposedStart: EpochMilli | undefined;
  readonly proposedEnd: EpochMilli | undefined;
}

/** What must be known of a series to say how the mentorship stands. */
export interface SeenSeries {
  readonly id: string;
  readonly isOrganizer: boolean;
  readonly organizer: SeenPerson;
  readonly attendees: readonly SeenPerson[];
  readonly ownResponse: Answer;
  readonly isCancelled: boolean;
  /** What the link in the body tells; both people can read it. */
  readonly link: {
    readonly mentorshipId: string;
    readonly organizerRole?: 'mentor' | 'mentee' | undefined;
    readonly seasonNumber?: number | undefined;
  };
  readonly zone: ZoneName;
  readonly range: SeriesRange | undefined;
  readonly startMinute: number;
  readonly lengthMinutes: number;
  /** In the organiser's own copy only. */
  readonly plan: BookingPlan | undefined;
}

/** One date of a series as it stands. */
export interface SeenOccurrence {
  readonly id: string;
  readonly seriesId: string;
  readonly originalDay: IsoDay;
  readonly start: EpochMilli;
  readonly end: EpochMilli;
  readonly isException: boolean;
  readonly isCancelled: boolean;
  readonly ownResponse: Answer;
  readonly attendees: readonly SeenPerson[];
}

/** A stretch of the calendar that was read; what lies outside is not known. */
export interface SeenWindow {
  readonly from: EpochMilli;
  readonly to: EpochMilli;
}

/**
 * How one date stands. Whether a past one took place is not in any calendar, so `past` says no more than that it is over;
 * `met` and `missed` are what one of the two has said. `skipped`: it was planned and is not there. `cancelled`: it is there and was called off.
 */
export type DateStanding =
  | { readonly kind: 'past' }
  | { readonly kind: 'met' }
  | { readonly kind: 'missed' }
  | { readonly kind: 'next' }
  | { readonly kind: 'toCome' }
  | { readonly kind: 'skipped' }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'declined'; readonly by: 'me' | 'partner' }
  | { readonly kind: 'clash'; readonly who: 'me' | 'partner' | 'both'; readonly why: ClashWhy }
  | { readonly kind: 'tentative'; readonly who: 'me' | 'partner' | 'both' };

/** One date of a season on the stem. */
export interface SeasonDate {
  /** The occurrence's id; for a date that is not there, its original day. */
  readonly key: string;
  readonly originalDay: IsoDay;
  readonly start: EpochMilli;
  readonly end: EpochMilli;
  /** Stands at another day or hour than the season's. */
  readonly isMoved: boolean;
  readonly standing: DateStanding;
}

/** How many dates of a season are behind, ahead, moved and skipped. */
export interface SeasonSum {
  readonly dates: number;
  /** Over, whatever was said of them. */
  readonly past: number;
  /** Of the past ones: said to have been met, with those of them that were moved, and missed. */
  readonly met: number;
  readonly metMoved: number;
  readonly missed: number;
  /** Of the past ones. */
  readonly pastMoved: number;
  readonly toCome: number;
  /** Skipped and cancelled. */
  readonly skipped: number;
}

/** What asks for something, the most pressing only. */
export type Hint =
  | { readonly kind: 'cancelledByPartner' }
  | { readonly kind: 'declinedByPartner' }
  | { readonly kind: 'clash'; readonly date: SeasonDate }
  | { readonly kind: 'dateDeclined'; readonly date: SeasonDate }
  | {
      readonly kind: 'proposed';
      readonly date: SeasonDate;
      readonly start: EpochMilli;
      readonly end: EpochMilli;
    }
  | { readonly kind: 'unanswered' }
  | { readonly kind: 'declinedByMe' }
  | { readonly kind: 'partnerUnanswered' }
  | { readonly kind: 'ended' };

/**
 * What is asked kindly, when nothing else asks for something. `didYouMeet`: of the latest date that is over, once.
 * `twoMissed`: whether the season still suits both, after two dates in a row that did not take place.
 */
export type Question =
  | { readonly kind: 'didYouMeet'; readonly date: SeasonDate }
  | { readonly kind: 'twoMissed'; readonly date: SeasonDate };

/** A bounded stretch of a mentorship. */
export interface Season {
  readonly seriesId: string;
  /** Undefined where no calendar copy tells it. */
  readonly number: number | undefined;
  readonly cadence: Cadence | undefined;
  readonly lengthMinutes: number;
  readonly isOrganizer: boolean;
  readonly dates: readonly SeasonDate[];
  readonly next: SeasonDate | undefined;
  readonly sum: SeasonSum;
  readonly hint: Hint | undefined;
  readonly question: Question | undefined;
}

/** One mentor and one mentee, as the signed-in person's calendar shows it. Plain data: it can be kept and shown again. */
export interface Mentorship {
  readonly id: string;
  /** Undefined where nobody is invited any more. */
  readonly partner: { readonly name: string; readonly address: string } | undefined;
  /** One's own part; undefined where no copy tells it. */
  readonly role: 'mentor' | 'mentee' | undefined;
  /** Seasons seen, for the emblem; at least 1. */
  readonly seasons: number;
  /** The season that counts now: the one with the nearest date, else the last. */
  readonly season: Season;
  /** First date of a season that is booked to follow. */
  readonly followsFrom: EpochMilli | undefined;
}

/** A booking that stopped on the way: its plan is not closed. */
export interface UnfinishedBooking {
  readonly seriesId: string;
  readonly partner: { readonly name: string; readonly address: string } | undefined;
  readonly plan: BookingPlan;
}
