import type { EpochMilli, Weekday } from '#domain/time/types.ts';

/** When a clock changes in a zone that is given by rules only (Graph `customTimeZone`). */
export interface ZoneTransitionRule {
  /** Minutes to add to the standard bias while this rule holds: 0 for standard, usually -60 for daylight. */
  readonly biasMinutes: number;
  /** 1 to 12. */
  readonly month: number;
  /** 1 to 4, or 5 for the last one of the month. */
  readonly dayOccurrence: 1 | 2 | 3 | 4 | 5;
  readonly dayOfWeek: Weekday;
  /** Wall minute at which the change happens, read on the clock that ends. */
  readonly minuteOfDay: number;
}

/**
 * The zone that working hours are told in: a name (IANA or Windows), or rules without a name.
 * `biasMinutes` is Windows' sign: UTC = wall + bias, so New York in winter is 300.
 */
export type ZoneRules =
  | { readonly kind: 'named'; readonly name: string }
  | {
      readonly kind: 'custom';
      readonly biasMinutes: number;
      readonly standard: ZoneTransitionRule | undefined;
      readonly daylight: ZoneTransitionRule | undefined;
    };

/** Working hours as `getSchedule` tells them. Minutes of the day, half-open. */
export interface WorkingHours {
  readonly days: readonly Weekday[];
  readonly startMinute: number;
  readonly endMinute: number;
  readonly zone: ZoneRules;
}

/**
 * One answer of `getSchedule`: one digit for each interval from `start`.
 * 0 free or working elsewhere, 1 tentative, 2 busy, 3 out of office, 4 no data (never free).
 */
export interface AvailabilityView {
  readonly start: EpochMilli;
  readonly intervalMinutes: number;
  readonly view: string;
}

export type BusyStatus = 'tentative' | 'busy' | 'outOfOffice' | 'unknown';

/** One entry of a calendar, without title or place: those are dropped at the boundary. */
export interface ScheduleItem {
  readonly start: EpochMilli;
  readonly end: EpochMilli;
  readonly status: BusyStatus | 'free' | 'workingElsewhere';
}

/** Why nothing is known of a person's calendar. */
export type UnknownReason = 'outside' | 'refused' | 'not-found' | 'not-answered';

/**
 * What free/busy says of one person. Stretches that no view covers are unknown, never free.
 * With `reason`, nothing is known at all.
 */
export interface PersonSchedule {
  /** The caller's own key for the person; the engine only hands it back. */
  readonly personId: string;
  readonly views: readonly AvailabilityView[];
  /** Single entries, where they were read (later checks, and how far a calendar looks filled). */
  readonly items: readonly ScheduleItem[];
  readonly workingHours: WorkingHours | undefined;
  readonly unknownReason: UnknownReason | undefined;
}
