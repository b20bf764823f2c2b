import type { EpochDay } from './time/wallTime.ts';

/** 0 Sunday to 6 Saturday. */
export type Weekday = 0 | 1 | 2 | 3 | 4 | 5 | 6;
/** 1 to 4, or -1 for the last. */
export type WeekIndex = 1 | 2 | 3 | 4 | -1;

/** Graph's recurrencePattern without the members that a type does not use. */
export type RecurrencePattern =
  | { readonly type: 'daily'; readonly interval: number }
  | {
      readonly type: 'weekly';
      readonly interval: number;
      readonly days: readonly Weekday[];
      readonly firstDay: Weekday;
    }
  | { readonly type: 'absoluteMonthly'; readonly interval: number; readonly dayOfMonth: number }
  | {
      readonly type: 'relativeMonthly';
      readonly interval: number;
      readonly days: readonly Weekday[];
      readonly index: WeekIndex;
    }
  | {
      readonly type: 'absoluteYearly';
      readonly interval: number;
      /** 1 to 12. */
      readonly month: number;
      readonly dayOfMonth: number;
    }
  | {
      readonly type: 'relativeYearly';
      readonly interval: number;
      readonly month: number;
      readonly days: readonly Weekday[];
      readonly index: WeekIndex;
    };

/** Days are local days of the series' zone. */
export interface RecurrenceRange {
  readonly startDay: EpochDay;
  readonly end:
    | { readonly type: 'noEnd' }
    | { readonly type: 'endDate'; readonly day: EpochDay }
    | { readonly type: 'numbered'; readonly count: number };
}

export interface Recurrence {
  readonly pattern: RecurrencePattern;
  readonly range: RecurrenceRange;
}
