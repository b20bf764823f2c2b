import { datesOf } from './datesOf.ts';
import { previewSeason } from './previewSeason.ts';
import type { DateState, SeasonQuery, SeasonSlot } from './types.ts';
import type { IsoDay } from '#domain/time/types.ts';

/** Reads the dates of slots of one query; each is worked out once. */
export interface SlotReader {
  daysOf(slot: SeasonSlot): readonly IsoDay[];
  /** The state of each date, in order. Empty for a slot the engine refuses. */
  statesOf(slot: SeasonSlot): readonly DateState[];
}

export function slotReader(query: SeasonQuery): SlotReader {
  const known = new Map<string, readonly DateState[]>();
  return {
    daysOf: (slot) => datesOf(slot, query),
    statesOf: (slot) => {
      const key = `${slot.phase}-${slot.weekday}-${slot.startMinute}-${slot.lengthMinutes}`;
      const before = known.get(key);
      if (before !== undefined) return before;
      const preview = previewSeason(query, slot);
      const states = preview.kind === 'preview' ? preview.dates.map((date) => date.state) : [];
      known.set(key, states);
      return states;
    },
  };
}
