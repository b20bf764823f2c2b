import type { Cadence } from '#domain/season/types.ts';
import type { IsoDay } from '#domain/time/types.ts';

/** What a next season is to be like; everything else is chosen while booking. */
export interface SeasonWish {
  /** The first day on which it may begin. */
  readonly startDay: IsoDay;
  readonly cadence: Cadence | undefined;
}
