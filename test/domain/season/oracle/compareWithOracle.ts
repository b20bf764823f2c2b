import { movesFor, previewSeason } from '#domain/season/previewSeason.ts';
import { rankSlots } from '#domain/season/rankSlots.ts';
import type { SeasonQuery } from '#domain/season/types.ts';
import { createZoneTables } from '#domain/time/zoneTable.ts';
import { createSeasonOracle, type OracleSlot, type SeasonOracle } from './seasonOracle.ts';

/** What the engine says and what the oracle says, to be held against each other. */
export interface Comparison {
  readonly engine: unknown;
  readonly oracle: unknown;
  /** What was in it, so that a run can tell whether its seasons were worth comparing. */
  readonly outcome: 'ranked' | 'no-common-time' | 'no-dates';
  readonly moves: number;
  readonly states: readonly string[];
}

const tables = createZoneTables();

/** Compares the whole ranking, and the preview of one slot with its moves; `pick` chooses which. */
export function compareWithOracle(query: SeasonQuery, pick: number): Comparison {
  const oracle = createSeasonOracle(query);
  const cells = oracle.cells();
  const ranked = cells.length === 0 ? [] : oracle.ranked();
  const answer = rankSlots(query, tables);
  const outcome = cells.length === 0 ? 'no-dates' : ranked.length === 0 ? 'no-common-time' : 'ranked';
  if (outcome === 'no-dates') {
    // No date falls into the season, or no meeting fits into the hours.
    const isNone =
      answer.kind === 'invalid' ? answer.problem === 'no-dates' : answer.kind === 'no-common-time';
    return { engine: isNone, oracle: true, outcome, moves: 0, states: [] };
  }
  const worst = cells.reduce((a, b) => (b.tally.toMend > a.tally.toMend ? b : a));
  const cell = [ranked[0]?.cell, worst, cells[pick % cells.length]][pick % 3] ?? worst;
  const preview = comparePreview(query, oracle, cell, pick);
  return {
    engine: { answer: answer.kind === 'no-common-time' ? answer.kind : answer, preview: preview.engine },
    oracle: {
      answer: outcome === 'ranked' ? rankingOf(oracle) : outcome,
      preview: preview.oracle,
    },
    outcome,
    moves: preview.moves,
    states: cell.states.map((state) => state.kind),
  };
}

function rankingOf(oracle: SeasonOracle): unknown {
  return {
    kind: 'ranked',
    ranked: oracle.ranked().map(({ cell: { slot, tally, states }, reasons }, index) => ({
      rank: index + 1,
      slot,
      tally,
      reasons,
      states: states.map((state) => state.kind),
    })),
    cells: oracle.cells().map(({ slot, tally, outsideHoursOf }) => ({ slot, tally, outsideHoursOf })),
    filledUntil: oracle.filledUntil(),
  };
}

function comparePreview(
  query: SeasonQuery,
  oracle: SeasonOracle,
  { slot, days, states, tally }: OracleSlot,
  pick: number,
): { readonly engine: unknown; readonly oracle: unknown; readonly moves: number } {
  const preview = previewSeason(query, slot, tables);
  if (preview.kind === 'invalid') return { engine: preview, oracle: 'a preview', moves: 0 };
  const toMend = states.flatMap((state, index) =>
    ['clash', 'blackout', 'noSuchTime'].includes(state.kind) ? [index] : [],
  );
  // Moves are slow to find by brute force: those of three dates to mend, and of any date.
  const mended = toMend.slice(0, 3).map((index) => ({ index, moves: oracle.moves(slot, index) }));
  const other = pick % days.length;
  return {
    engine: {
      days: preview.dates.map((date) => date.day),
      states: preview.dates.map((date) => date.state),
      tally: preview.tally,
      toMend: preview.dates.flatMap((date, index) => (date.moves.length > 0 ? [index] : [])),
      mended: mended.map(({ index }) => ({ index, moves: preview.dates[index]?.moves })),
      other: movesFor(query, slot, other, [], tables),
    },
    oracle: {
      days,
      states,
      tally,
      toMend: toMend.filter((index) => (preview.dates[index]?.moves.length ?? 0) > 0),
      mended,
      other: oracle.moves(slot, other),
    },
    moves: mended.reduce((sum, { moves }) => sum + moves.length, oracle.moves(slot, other).length),
  };
}
