import type { Plane } from '#domain/availability/bits.ts';
import { hasBit, quartersADay } from '#domain/availability/bits.ts';
import { sharedZoneTables, type ZoneTables } from '#domain/time/zoneTable.ts';
import { chooseSlots } from './chooseSlots.ts';
import { stateKindAt } from './dateStates.ts';
import { helpsFor } from './helpsFor.ts';
import { seasonGrid, type SeasonGrid } from './seasonGrid.ts';
import { slotReasons, type SlotFacts } from './slotReasons.ts';
import { columnsOf, slotTallies, tallyAt, type SlotTallies } from './slotTallies.ts';
import { startRange } from './startRange.ts';
import { startGrid, startsOutside, type StartGrid } from './startGrid.ts';
import type {
  DateStateKind,
  HeatCell,
  InvalidQuery,
  NoCommonTime,
  RankedSlot,
  SeasonQuery,
  SeasonSlot,
  SlotRanking,
} from './types.ts';

/**
 * The best recurring times of a season for everyone, and the counts of every start within the hours asked for.
 * How slots are ordered is told at `chooseSlots` and, with an example, in docs/engine.md. Pure: the same query
 * and tables give the same answer. `tables` is where zone offsets come from; kept by the caller, it saves working
 * them out again.
 */
export function rankSlots(
  query: SeasonQuery,
  tables: ZoneTables = sharedZoneTables,
): SlotRanking | NoCommonTime | InvalidQuery {
  const grid = seasonGrid(query, tables);
  if ('kind' in grid) return grid;
  const columns = columnsOf(grid, query.cadence);
  if (columns.length === 0) return { kind: 'invalid', problem: 'no-dates' };
  const range = startRange(query.hours, query.lengthMinutes);
  if (!range) return { kind: 'no-common-time', helps: helpsFor(grid) };
  const starts = startGrid(grid, query.lengthMinutes, range);
  const tallies = slotTallies(grid, starts, columns, range, 'all');
  const chosen = chooseSlots(tallies, query, 0, columns.length);
  if (chosen.length === 0) return { kind: 'no-common-time', helps: helpsFor(grid) };
  return {
    kind: 'ranked',
    ranked: chosen.map((index, place) => rankedSlot(grid, starts, tallies, index, place + 1)),
    cells: heatCells(grid, starts, tallies),
    filledUntil: grid.filledUntil,
  };
}

/** One chosen slot with its counts, its reasons and the state of each date. */
export function rankedSlot(
  grid: SeasonGrid,
  starts: StartGrid,
  tallies: SlotTallies,
  index: number,
  rank: number,
): RankedSlot {
  const slot = slotAt(tallies, grid.query.lengthMinutes, index);
  const days = tallies.columns[Math.floor(index / quartersADay)]?.days ?? [];
  const startQuarter = slot.startMinute / 15;
  const states = days.map((day): DateStateKind =>
    stateKindAt(grid, starts, day, day * quartersADay + startQuarter),
  );
  const tally = tallyAt(tallies, index);
  const facts: SlotFacts = {
    slot,
    days,
    states,
    tally,
    isNearEdge: hasBit(tallies.outsideByHalf, index),
    isWellInside: !hasBit(tallies.outsideByHour, index),
    isNearLunch: hasBit(tallies.lunch, index),
  };
  return { rank, slot, tally, reasons: slotReasons(grid, starts, facts), states };
}

function slotAt(tallies: SlotTallies, lengthMinutes: number, index: number): SeasonSlot {
  const column = tallies.columns[Math.floor(index / quartersADay)];
  return {
    cadence: column?.cadence ?? { kind: 'weekly', everyWeeks: 1 },
    weekday: column?.weekday ?? 1,
    startMinute: (index % quartersADay) * 15,
    lengthMinutes,
    phase: column?.phase ?? 0,
  };
}

function heatCells(grid: SeasonGrid, starts: StartGrid, tallies: SlotTallies): readonly HeatCell[] {
  const { query } = grid;
  const outsidePlanes = grid.people.map((_, index) => startsOutside(grid, index, starts.lengthQuarters));
  const cells: HeatCell[] = [];
  for (const [column, { days }] of tallies.columns.entries()) {
    for (let quarter = tallies.range.first; quarter <= tallies.range.last; quarter++) {
      const index = column * quartersADay + quarter;
      cells.push({
        slot: slotAt(tallies, query.lengthMinutes, index),
        tally: tallyAt(tallies, index),
        outsideHoursOf: hasBit(tallies.outside, index) ? whoseHours(grid, outsidePlanes, days, quarter) : [],
      });
    }
  }
  return cells;
}

function whoseHours(
  grid: SeasonGrid,
  outsidePlanes: readonly Plane[],
  days: readonly number[],
  startQuarter: number,
): readonly string[] {
  return grid.people
    .filter((_, person) => {
      const plane = outsidePlanes[person];
      return (
        plane &&
        days.some((day) => grid.blackouts[day] !== 1 && hasBit(plane, day * quartersADay + startQuarter))
      );
    })
    .map((person) => person.personId);
}
