import type { SeasonSlot } from './types.ts';

/** Whether two slots are the same recurring time of one query. */
export function isSameTime(one: SeasonSlot | undefined, other: SeasonSlot | undefined): boolean {
  return (
    one !== undefined &&
    other !== undefined &&
    one.weekday === other.weekday &&
    one.startMinute === other.startMinute &&
    one.phase === other.phase &&
    one.lengthMinutes === other.lengthMinutes
  );
}
