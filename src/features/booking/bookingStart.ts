import type { Cadence } from '#domain/season/types.ts';
import type { IsoDay } from '#domain/time/types.ts';
import type { MemoryPort } from '#ports/memory.ts';
import type { Person } from '#ports/people.ts';
import type { Choices } from './bookingState.ts';
import { choicesToBeginWith } from './draft.ts';

/** What a booking begins with, where the caller knows it. */
export interface BookingStart {
  readonly partner?: Person | undefined;
  /** How the season is to be: a wish stands before a draft. */
  readonly wish?: { readonly startDay: IsoDay; readonly cadence: Cadence | undefined } | undefined;
}

/** The choices that a wish comes to; undefined where there is none. A day that is past gives way to the first one on offer. */
export function choicesAsWished(
  memory: MemoryPort,
  { partner, wish }: BookingStart,
  today: IsoDay,
): Choices | undefined {
  if (wish === undefined || partner === undefined) return undefined;
  const choices = choicesToBeginWith(memory, partner, today);
  const { season } = choices;
  return {
    ...choices,
    season: {
      ...season,
      start: wish.startDay > today ? wish.startDay : season.start,
      cadence: wish.cadence ?? season.cadence,
    },
  };
}
