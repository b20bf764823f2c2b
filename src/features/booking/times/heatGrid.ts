import type { HeatCell } from '#domain/season/types.ts';
import type { Weekday } from '#domain/time/types.ts';

/** The heat map of one phase: weekdays across, starting times down. */
export interface HeatGrid {
  readonly weekdays: readonly Weekday[];
  readonly rows: readonly {
    readonly startMinute: number;
    /** One for each weekday; undefined where the engine gives no cell. */
    readonly cells: readonly (HeatCell | undefined)[];
  }[];
}

/** Minutes between the starting times that are shown. */
export type HeatStep = 15 | 30;

/**
 * The cells of one phase as rows and columns. `kept` are starts that have a row also when the step leaves them out: those of
 * the first ranks, and the chosen one. Rows that nobody is at work in are left out but for one at each end.
 */
export function heatGrid(
  cells: readonly HeatCell[],
  phase: number,
  step: HeatStep,
  kept: readonly number[],
): HeatGrid {
  const shown = cells.filter((cell) => cell.slot.phase === phase);
  const weekdays = distinct(shown.map((cell) => cell.slot.weekday));
  const starts = distinct(shown.map((cell) => cell.slot.startMinute)).filter(
    (start) => start % step === 0 || kept.includes(start),
  );
  const byPlace = new Map(shown.map((cell) => [placeOf(cell.slot.weekday, cell.slot.startMinute), cell]));
  const rows = starts.map((startMinute) => ({
    startMinute,
    cells: weekdays.map((weekday) => byPlace.get(placeOf(weekday, startMinute))),
  }));
  const isOffered = (row: HeatGrid['rows'][number]): boolean =>
    row.cells.some((cell) => cell !== undefined && cell.outsideHoursOf.length === 0);
  const first = rows.findIndex(isOffered);
  const last = rows.findLastIndex(isOffered);
  if (first === -1) return { weekdays, rows };
  return { weekdays, rows: rows.slice(Math.max(first - 1, 0), last + 2) };
}

function placeOf(weekday: number, startMinute: number): number {
  return weekday * 10_000 + startMinute;
}

function distinct<N extends number>(values: readonly N[]): N[] {
  return [...new Set(values)].toSorted((one, other) => one - other);
}
