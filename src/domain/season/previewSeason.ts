import { quarterMinutes, quartersADay } from '#domain/availability/bits.ts';
import { minuteMilli } from '#domain/time/days.ts';
import { wallOfReading } from '#domain/time/wallClock.ts';
import { dayNumberOf } from '#domain/time/days.ts';
import { offsetIn, sharedZoneTables, type ZoneTables } from '#domain/time/zoneTable.ts';
import { isLength, longestSeasonDays } from './checkQuery.ts';
import { clockChanges } from './clockChanges.ts';
import { stateAt } from './dateStates.ts';
import { dayIndexes, isSlot } from './datesOf.ts';
import { nearestMoves } from './nearestMoves.ts';
import { dayAt, instantAt, seasonGrid, type SeasonGrid } from './seasonGrid.ts';
import { startGrid } from './startGrid.ts';
import type {
  DateDecision,
  DatePreview,
  DateStateKind,
  InvalidQuery,
  Move,
  SeasonPreview,
  SeasonQuery,
  SeasonSlot,
  Tally,
} from './types.ts';

/**
 * Every date of a slot with its state, up to three moves for each that needs mending, and the clock changes that
 * alter somebody's wall time. The slot's own cadence and length count, not the query's. A slot that is none is
 * `bad-cadence`, `bad-length` or `bad-hours` (a start off the quarter-hours or a meeting over midnight); one without
 * a date in the season `no-dates`.
 */
export function previewSeason(
  query: SeasonQuery,
  slot: SeasonSlot,
  tables: ZoneTables = sharedZoneTables,
): SeasonPreview | InvalidQuery {
  const grid = slotGrid(query, slot, tables);
  if (grid.kind === 'invalid') return grid;
  const { season, days } = grid;
  const starts = startGrid(season, slot.lengthMinutes);
  const dates = days.map((dayIndex, index): DatePreview => {
    const quarter = dayIndex * quartersADay + slot.startMinute / quarterMinutes;
    const start = instantAt(season, quarter);
    const state = stateAt(season, starts, dayIndex, quarter);
    return {
      day: dayAt(season, dayIndex),
      start,
      end: start + slot.lengthMinutes * minuteMilli,
      state,
      moves: needsMending(state.kind)
        ? nearestMoves(season, starts, slot, dayIndex, dayBefore(days, index), dayAfter(days, index))
        : [],
    };
  });
  return {
    kind: 'preview',
    slot,
    dates,
    clockChanges: clockChanges(
      season,
      dates.map((date) => date.start),
    ),
    tally: tallyOf(dates.map((date) => date.state.kind)),
  };
}

/**
 * New times for any date of a slot, as wished. `dayIndex` counts the dates of `previewSeason`. With decisions, a
 * neighbour that was moved counts as where it now stands, and its first day stays taken too: a calendar refuses a
 * date that passes its neighbour, so a move must hold whichever of the two is made first. Empty for a bad query, too.
 */
export function movesFor(
  query: SeasonQuery,
  slot: SeasonSlot,
  dayIndex: number,
  decisions: readonly DateDecision[] = [],
  tables: ZoneTables = sharedZoneTables,
): readonly Move[] {
  const grid = slotGrid(query, slot, tables);
  if (grid.kind === 'invalid') return [];
  const { season, days } = grid;
  const day = days[dayIndex];
  if (day === undefined) return [];
  let afterDay = dayBefore(days, dayIndex);
  let beforeDay = dayAfter(days, dayIndex);
  for (const decision of decisions) {
    if (decision.kind !== 'move') continue;
    const index = days.indexOf(dayNumberOf(decision.day) - season.firstDay);
    const { start } = decision.to;
    const movedTo = dayNumberOf(wallOfReading(start + offsetIn(season.table, start)).day) - season.firstDay;
    if (index >= 0 && index < dayIndex) afterDay = Math.max(afterDay, movedTo);
    if (index > dayIndex) beforeDay = Math.min(beforeDay, movedTo);
  }
  return nearestMoves(season, startGrid(season, slot.lengthMinutes), slot, day, afterDay, beforeDay);
}

export function needsMending(kind: DateStateKind): boolean {
  return kind === 'clash' || kind === 'blackout' || kind === 'noSuchTime';
}

/** The day of the date before, or the one before the season begins. */
export function dayBefore(days: readonly number[], index: number): number {
  return index > 0 ? (days[index - 1] ?? -1) : -1;
}

/** The day of the next date, or one after every season's end. */
export function dayAfter(days: readonly number[], index: number): number {
  return index + 1 < days.length ? (days[index + 1] ?? longestSeasonDays) : longestSeasonDays;
}

interface SlotGrid {
  readonly kind: 'ready';
  readonly season: SeasonGrid;
  readonly days: readonly number[];
}

function slotGrid(query: SeasonQuery, slot: SeasonSlot, tables: ZoneTables): SlotGrid | InvalidQuery {
  const problem = problemOfSlot(slot);
  if (problem) return { kind: 'invalid', problem };
  const season = seasonGrid({ ...query, cadence: slot.cadence, lengthMinutes: slot.lengthMinutes }, tables);
  if ('kind' in season) return season;
  const days = dayIndexes(slot.cadence, slot.weekday, slot.phase, season.firstDay, season.dayCount);
  return days.length === 0 ? { kind: 'invalid', problem: 'no-dates' } : { kind: 'ready', season, days };
}

function problemOfSlot(slot: SeasonSlot): InvalidQuery['problem'] | undefined {
  if (!isSlot(slot)) return 'bad-cadence';
  if (!isLength(slot.lengthMinutes)) return 'bad-length';
  const isOnGrid = Number.isInteger(slot.startMinute / 15) && slot.startMinute >= 0;
  return isOnGrid && slot.startMinute + slot.lengthMinutes <= 1440 ? undefined : 'bad-hours';
}

/** Counts the states of dates. */
export function tallyOf(kinds: readonly DateStateKind[]): Tally {
  const count = (wanted: DateStateKind): number => kinds.filter((kind) => kind === wanted).length;
  return {
    dates: kinds.length,
    free: count('free'),
    openSoFar: count('openSoFar'),
    tentative: count('tentative'),
    unknown: count('unknown'),
    toMend: kinds.filter(needsMending).length,
  };
}
