import type { EpochMilli, IsoDay, ZoneName } from '#domain/time/types.ts';
import type { Cadence, DateDecision, SeasonSlot } from './types.ts';

/** Everything needed to make a season, and to finish or undo it on another device. Travels inside the creating POST. */
export interface BookingPlan {
  readonly version: 1;
  readonly mentorshipId: string;
  /** Made once per click; makes the creating POST safe to repeat. */
  readonly transactionId: string;
  readonly zone: ZoneName;
  readonly slot: SeasonSlot;
  /** Local days of all dates of the series before any change, in order. */
  readonly days: readonly IsoDay[];
  /** Moves and skips only. */
  readonly decisions: readonly DateDecision[];
  /** The signed-in person's part in the mentorship. */
  readonly role: 'mentor' | 'mentee';
  readonly seasonNumber: number;
  /** False until every step is done. */
  readonly closed: boolean;
}

/** What the calendar holds of a series, as far as reconciling needs it. */
export interface SeriesOnCalendar {
  readonly seriesId: string;
  readonly isCancelled: boolean;
  /** Dates that are there; `originalDay` is the local day the date had before any move. */
  readonly dates: readonly {
    readonly occurrenceId: string;
    readonly originalDay: IsoDay;
    readonly start: EpochMilli;
    readonly end: EpochMilli;
    readonly isCancelled: boolean;
  }[];
}

/** One operation still missing between the plan and the calendar. */
export type MissingOperation =
  | { readonly kind: 'create' }
  | {
      readonly kind: 'move';
      readonly occurrenceId: string;
      readonly day: IsoDay;
      readonly start: EpochMilli;
      readonly end: EpochMilli;
    }
  | { readonly kind: 'skip'; readonly occurrenceId: string; readonly day: IsoDay }
  | { readonly kind: 'close' };

/** A planned change that can no longer be made, and why. */
export interface LostChange {
  readonly day: IsoDay;
  /** gone: the date is no longer there. movedByHand: it stands at a time nobody planned. */
  readonly why: 'gone' | 'movedByHand';
}

export interface Reconciliation {
  readonly missing: readonly MissingOperation[];
  readonly lost: readonly LostChange[];
  readonly done: readonly IsoDay[];
}

/** The recurrence of a slot, as every calendar knows it. */
export interface SeriesRange {
  readonly cadence: Cadence;
  readonly firstDay: IsoDay;
  readonly lastDay: IsoDay;
}
