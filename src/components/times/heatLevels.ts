import type { Tally } from '#domain/season/types.ts';

/**
 * How a cell of the heat map is drawn, by how many of its dates are free: `all` of them; `few` missing; `half` or more;
 * about a `third` or more; `poor`, at least one; `none`.
 */
export type HeatLevel = 'all' | 'few' | 'half' | 'third' | 'poor' | 'none';

/** The counts that a level stands for, both inclusive. */
export interface HeatBand {
  readonly level: HeatLevel;
  readonly from: number;
  readonly to: number;
}

/**
 * The bands for `dates` dates, best first; a band that no count falls into is left out. For 13 dates: 13, 10 to 12, 7 to 9,
 * 4 to 6, 1 to 3. Few missing means three at most, and never more than a third.
 */
export function heatBands(dates: number): readonly HeatBand[] {
  if (dates < 1) return [];
  const lowest: readonly (readonly [HeatLevel, number])[] = [
    ['all', dates],
    ['few', Math.max(dates - 3, Math.ceil((dates * 2) / 3))],
    ['half', Math.ceil(dates / 2)],
    ['third', Math.max(Math.round(dates / 3), 1)],
    ['poor', 1],
  ];
  const bands: HeatBand[] = [];
  let above = dates + 1;
  for (const [level, from] of lowest) {
    if (from < above) {
      bands.push({ level, from, to: above - 1 });
      above = from;
    }
  }
  return bands;
}

/** The level of a cell with `free` of `dates` dates free. */
export function heatLevelOf(free: number, dates: number): HeatLevel {
  return heatBands(dates).find((band) => free >= band.from)?.level ?? 'none';
}

/**
 * Whose free dates are counted: both people's, or one's own alone where the partner's calendar cannot be seen at all.
 * Tentative and unknown dates never count as free for both.
 */
export type Counting = 'both' | 'mineOnly';

/**
 * Dates on which nothing stands against a slot. `openSoFar` is among them: nothing is there yet, and the table counts it
 * apart. With `mineOnly`, a date on which only the partner is unknown is free for oneself.
 */
export function freeCount(tally: Tally, counting: Counting): number {
  const free = tally.free + tally.openSoFar;
  return counting === 'mineOnly' ? free + tally.unknown : free;
}
