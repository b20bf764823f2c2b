import { quartersADay } from '#domain/availability/bits.ts';
import { sharedZoneTables, type ZoneTables } from '#domain/time/zoneTable.ts';
import { chooseSlots } from './chooseSlots.ts';
import { nearestMoves } from './nearestMoves.ts';
import { dayAfter, dayBefore, needsMending } from './previewSeason.ts';
import { rankedSlot } from './rankSlots.ts';
import { seasonGrid, type SeasonGrid } from './seasonGrid.ts';
import { columnsOf, slotTallies, type Column, type SlotTallies } from './slotTallies.ts';
import { startRange } from './startRange.ts';
import { startGrid, type StartGrid } from './startGrid.ts';
import type { Cadence, InvalidQuery, Move, RankedSlot, SeasonQuery, SlotRanking } from './types.ts';

/** A date to mend, by its place among the dates of its slot. */
export interface MendedDate {
  readonly dateIndex: number;
  readonly moves: readonly Move[];
}

/** A ranked slot with the ways out of its clashes. */
export interface ReportedSlot {
  readonly ranked: RankedSlot;
  readonly mends: readonly MendedDate[];
}

export interface CadenceReport {
  readonly cadence: Cadence;
  /** Best first, at most as many as the query's limit; empty when none is offered. */
  readonly slots: readonly ReportedSlot[];
}

/** The best times of two or more people for every cadence, looked up in one go. */
export interface SeasonReport {
  readonly kind: 'report';
  readonly cadences: readonly CadenceReport[];
  readonly filledUntil: SlotRanking['filledUntil'];
}

/** Weekly, every two weeks (both phases are ranked together), and each weekday-of-the-month. */
export const reportedCadences: readonly Cadence[] = [
  { kind: 'weekly', everyWeeks: 1 },
  { kind: 'weekly', everyWeeks: 2 },
  { kind: 'monthly', ordinal: 1, everyMonths: 1 },
  { kind: 'monthly', ordinal: 2, everyMonths: 1 },
  { kind: 'monthly', ordinal: 3, everyMonths: 1 },
  { kind: 'monthly', ordinal: 4, everyMonths: 1 },
  { kind: 'monthly', ordinal: 'last', everyMonths: 1 },
];

/**
 * For each cadence what `rankSlots` ranks, with the moves that `previewSeason` gives for every date to mend. The
 * calendars are turned into bits once for all of them. The query's own cadence is not used.
 */
export function seasonReport(
  query: Omit<SeasonQuery, 'cadence'>,
  tables: ZoneTables = sharedZoneTables,
): SeasonReport | InvalidQuery {
  const whole: SeasonQuery = { ...query, cadence: { kind: 'weekly', everyWeeks: 1 } };
  const grid = seasonGrid(whole, tables);
  if ('kind' in grid) return grid;
  const range = startRange(query.hours, query.lengthMinutes);
  const starts = startGrid(grid, query.lengthMinutes, range);
  const columns: Column[] = [];
  const firstColumns: number[] = [];
  for (const cadence of reportedCadences) {
    firstColumns.push(columns.length);
    for (const column of columnsOf(grid, cadence)) columns.push(column);
  }
  firstColumns.push(columns.length);
  const tallies = range && slotTallies(grid, starts, columns, range, 'offered');
  const cadences: CadenceReport[] = [];
  for (let index = 0; index < reportedCadences.length; index++) {
    const cadence = reportedCadences[index];
    const [from = 0, to = 0] = [firstColumns[index], firstColumns[index + 1]];
    if (cadence)
      cadences.push({ cadence, slots: tallies ? reportSlots(grid, starts, tallies, from, to) : [] });
  }
  return { kind: 'report', cadences, filledUntil: grid.filledUntil };
}

/** The best slots of some columns, with their moves. */
function reportSlots(
  grid: SeasonGrid,
  starts: StartGrid,
  tallies: SlotTallies,
  fromColumn: number,
  toColumn: number,
): readonly ReportedSlot[] {
  const slots: ReportedSlot[] = [];
  for (const index of chooseSlots(tallies, grid.query, fromColumn, toColumn)) {
    const ranked = rankedSlot(grid, starts, tallies, index, slots.length + 1);
    const days = tallies.columns[Math.floor(index / quartersADay)]?.days ?? [];
    const mends: MendedDate[] = [];
    for (let dateIndex = 0; dateIndex < days.length; dateIndex++) {
      const state = ranked.states[dateIndex];
      if (state === undefined || !needsMending(state)) continue;
      const day = days[dateIndex] ?? 0;
      const after = dayBefore(days, dateIndex);
      const moves = nearestMoves(grid, starts, ranked.slot, day, after, dayAfter(days, dateIndex));
      mends.push({ dateIndex, moves });
    }
    slots.push({ ranked, mends });
  }
  return slots;
}
