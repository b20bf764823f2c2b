import type { Cadence } from '#domain/season/types.ts';
import type { Words } from '#words/Words.ts';

/** The rhythms on offer for fewer meetings. */
export type RhythmId = keyof Words['seasons']['goOn']['rhythms'];

export const rhythms: Readonly<Record<RhythmId, Cadence>> = {
  two: { kind: 'weekly', everyWeeks: 2 },
  four: { kind: 'weekly', everyWeeks: 4 },
  monthly: { kind: 'monthly', ordinal: 1, everyMonths: 1 },
  twoMonths: { kind: 'monthly', ordinal: 1, everyMonths: 2 },
  threeMonths: { kind: 'monthly', ordinal: 1, everyMonths: 3 },
};

export const rhythmIds: readonly RhythmId[] = ['two', 'four', 'monthly', 'twoMonths', 'threeMonths'];
