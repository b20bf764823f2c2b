import type { PersonSchedule } from '#domain/availability/types.ts';
import type { EpochMilli, IsoDay, Weekday, ZoneName } from '#domain/time/types.ts';

/** How often a season meets. `ordinal` counts weekdays of a month ("second Thursday"). */
export type Cadence =
  | { readonly kind: 'weekly'; readonly everyWeeks: 1 | 2 | 3 | 4 }
  | { readonly kind: 'monthly'; readonly ordinal: Ordinal; readonly everyMonths: number };

export type Ordinal = 1 | 2 | 3 | 4 | 'last';

/** Hours to stay within, on the wall of the season's zone. Minutes of the day, half-open. */
export interface HoursWithin {
  readonly days: readonly Weekday[];
  readonly earliestMinute: number;
  readonly latestMinute: number;
}

/** What is asked of the engine. Days are inclusive, on the wall of `zone`. At most 52 weeks. */
export interface SeasonQuery {
  readonly zone: ZoneName;
  readonly firstDay: IsoDay;
  readonly lastDay: IsoDay;
  readonly cadence: Cadence;
  /** 15 to 240, a multiple of 15. */
  readonly lengthMinutes: number;
  readonly hours: HoursWithin;
  readonly blackouts: readonly IsoDay[];
  /** All who must be there, the signed-in person first. */
  readonly schedules: readonly PersonSchedule[];
  /** Wall start minute to favour on equal counts (a season's present hour), if any. */
  readonly preferred?: { readonly weekday: Weekday; readonly startMinute: number } | undefined;
  /** Ranked times wanted; 10 unless told. */
  readonly limit?: number;
  /** No move is offered that starts before this instant (now, for a season that runs already). */
  readonly notBefore?: EpochMilli | undefined;
}

/** A recurring time: the weekday and wall start of every date, and which of the weeks. */
export interface SeasonSlot {
  readonly cadence: Cadence;
  readonly weekday: Weekday;
  readonly startMinute: number;
  readonly lengthMinutes: number;
  /** Which of the weeks, counted from the season's first week: 0 to `everyWeeks - 1`. 0 for monthly. */
  readonly phase: number;
}

export type ClashWhy = 'busy' | 'outOfOffice' | 'outsideHours';

export interface Clash {
  readonly personId: string;
  readonly why: ClashWhy;
}

/**
 * The state of one date. `blackout` is nobody's calendar: the day is left out by wish.
 * `openSoFar`: free, but beyond the point to which somebody's calendar looks filled.
 */
export type DateState =
  | { readonly kind: 'free' }
  | { readonly kind: 'openSoFar' }
  | { readonly kind: 'tentative'; readonly who: readonly string[] }
  | { readonly kind: 'unknown'; readonly who: readonly string[] }
  | { readonly kind: 'clash'; readonly clashes: readonly Clash[] }
  | { readonly kind: 'blackout' }
  /** The wall time does not exist on that day (clocks go forward over it). */
  | { readonly kind: 'noSuchTime' };

export type DateStateKind = DateState['kind'];

/** How many dates of a slot are in which state. The parts sum up to `dates`. */
export interface Tally {
  readonly dates: number;
  readonly free: number;
  readonly openSoFar: number;
  readonly tentative: number;
  readonly unknown: number;
  /** clash, blackout and noSuchTime: dates to mend. */
  readonly toMend: number;
}

/** Why a slot stands where it does, as data; words are made elsewhere. Most telling first. */
export type SlotReason =
  | { readonly kind: 'allFree' }
  | { readonly kind: 'preferredHour' }
  | { readonly kind: 'wellInsideHours' }
  | { readonly kind: 'edgeOfHours'; readonly personId: string }
  | { readonly kind: 'personAway'; readonly personId: string; readonly dates: number }
  | { readonly kind: 'mostlyOnePerson'; readonly personId: string; readonly dates: number }
  | { readonly kind: 'clashesInMonths'; readonly months: readonly IsoDay[] }
  | { readonly kind: 'lastDatesOpenSoFar'; readonly dates: number }
  | { readonly kind: 'tentativeDates'; readonly dates: number }
  | { readonly kind: 'unknownCalendar'; readonly personId: string }
  | { readonly kind: 'nearLunch'; readonly personId: string };

export interface RankedSlot {
  /** 1 is best. */
  readonly rank: number;
  readonly slot: SeasonSlot;
  readonly tally: Tally;
  readonly reasons: readonly SlotReason[];
  /** State of each date in order, for the small stem. */
  readonly states: readonly DateStateKind[];
}

/** One cell of the heat map: a weekly start within the common hours. */
export interface HeatCell {
  readonly slot: SeasonSlot;
  readonly tally: Tally;
  /** Whose working hours it leaves on some date; empty when offered. */
  readonly outsideHoursOf: readonly string[];
}

export interface SlotRanking {
  readonly kind: 'ranked';
  readonly ranked: readonly RankedSlot[];
  /** Every 15-minute start that lies within `hours`, by weekday, then start, for each phase. */
  readonly cells: readonly HeatCell[];
  /** Per person: the day after which only repeating entries are left; undefined when not known. */
  readonly filledUntil: readonly { readonly personId: string; readonly day: IsoDay | undefined }[];
}

/** Something in the query that the engine refuses, by name. */
export interface InvalidQuery {
  readonly kind: 'invalid';
  readonly problem:
    | 'no-schedules'
    | 'bad-day'
    | 'ends-before-start'
    | 'longer-than-52-weeks'
    | 'bad-length'
    | 'bad-hours'
    | 'no-days'
    | 'unknown-zone'
    | 'bad-view'
    | 'bad-interval'
    | 'bad-working-hours'
    | 'bad-cadence'
    | 'no-dates';
  /** Whose data it was, where it was somebody's. */
  readonly personId?: string;
}

/** No start lies inside everyone's working hours. What would help is counted for the screen. */
export interface NoCommonTime {
  readonly kind: 'no-common-time';
  readonly helps: readonly Help[];
}

/** A change of the query that would bring times, with the best it would bring. */
export interface Help {
  readonly change:
    | { readonly kind: 'shorter'; readonly lengthMinutes: number }
    | { readonly kind: 'cadence'; readonly cadence: Cadence }
    | { readonly kind: 'widerHours'; readonly hours: HoursWithin };
  readonly best: Tally;
}

/** A new time for one date. */
export interface Move {
  readonly start: EpochMilli;
  readonly end: EpochMilli;
  readonly day: IsoDay;
  readonly startMinute: number;
  /** Days from the date it replaces; negative is earlier. */
  readonly dayShift: number;
  /** Minutes of the wall from the hour it replaces; 0 is the same hour. */
  readonly minuteShift: number;
  readonly state: 'free' | 'openSoFar' | 'tentative' | 'unknown';
}

export interface DatePreview {
  readonly day: IsoDay;
  readonly start: EpochMilli;
  readonly end: EpochMilli;
  readonly state: DateState;
  /** Up to three, nearest first; given for dates that need mending, and by `movesFor` for any other. */
  readonly moves: readonly Move[];
}

/** Between two dates, a clock change that alters the partner's (or, in their zone, one's own) wall time. */
export interface ClockChange {
  /** It falls before the date with this index. */
  readonly beforeDate: number;
  readonly personId: string;
  readonly zone: ZoneName;
  readonly day: IsoDay;
  readonly partnerMinuteBefore: number;
  readonly partnerMinuteAfter: number;
}

export interface SeasonPreview {
  readonly kind: 'preview';
  readonly slot: SeasonSlot;
  readonly dates: readonly DatePreview[];
  readonly clockChanges: readonly ClockChange[];
  readonly tally: Tally;
}

/** What the person decided for a date. Without a decision the date is kept as it is. */
export type DateDecision =
  | { readonly kind: 'keep'; readonly day: IsoDay }
  | { readonly kind: 'skip'; readonly day: IsoDay }
  | {
      readonly kind: 'move';
      readonly day: IsoDay;
      readonly to: { readonly start: EpochMilli; readonly end: EpochMilli };
    };
