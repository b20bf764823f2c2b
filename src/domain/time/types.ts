/**
 * The three kinds of time. They are told apart by their shape, so that one is never passed for another.
 * Intervals are half-open: `[start, end)`.
 */

/** An instant: milliseconds since 1970-01-01T00:00:00Z. */
export type EpochMilli = number;

/** A day on some zone's calendar, `yyyy-MM-dd` (ISO 8601). The zone is named by whoever holds it. */
export type IsoDay = `${number}-${number}-${number}`;

/** A reading of some zone's wall clock. `minuteOfDay` is 0 to 1439. */
export interface WallTime {
  readonly day: IsoDay;
  readonly minuteOfDay: number;
}

/** ISO 8601 weekday: 1 Monday to 7 Sunday. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

/** An IANA zone name, for example `Europe/London`. */
export type ZoneName = string;

/** A half-open stretch of instants. */
export interface Interval {
  readonly start: EpochMilli;
  readonly end: EpochMilli;
}
