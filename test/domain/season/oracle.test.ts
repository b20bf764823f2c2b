import fc from 'fast-check';
import { movesFor, previewSeason } from '#domain/season/previewSeason.ts';
import { rankSlots } from '#domain/season/rankSlots.ts';
import { createZoneTables } from '#domain/time/zoneTable.ts';
import { seasonQueries } from './oracle/arbitraries.ts';
import { createSeasonOracle } from './oracle/seasonOracle.ts';

/** 250 seasons in the usual run, 20,000 with `LONG=1`; `LONG=<number>` for another number. */
const asked = Number(process.env['LONG'] ?? 0);
const numRuns = asked > 1 ? asked : asked === 1 ? 20_000 : 250;

const tables = createZoneTables();

describe(`the engine and an oracle on luxon, over ${numRuns} random seasons`, () => {
  it('agree on every count, state, reason, rank and move', () => {
    const seen = { ranked: 0, none: 0, moves: 0, states: new Set<string>() };
    fc.assert(
      fc.property(seasonQueries, fc.nat(), (query, pick) => {
        const oracle = createSeasonOracle(query);
        const cells = oracle.cells();
        const answer = rankSlots(query, tables);
        if (cells.length === 0) {
          // Either no date falls into the season, or no meeting fits into the hours.
          expect(['invalid', 'no-common-time']).toContain(answer.kind);
          return;
        }
        const ranked = oracle.ranked();
        if (ranked.length === 0) {
          seen.none++;
          expect(answer.kind).toBe('no-common-time');
        } else {
          seen.ranked++;
          if (answer.kind !== 'ranked') throw new Error(`expected a ranking, not ${JSON.stringify(answer)}`);
          expect(answer.filledUntil).toEqual(oracle.filledUntil());
          expect(answer.cells).toEqual(
            cells.map(({ slot, tally, outsideHoursOf }) => ({ slot, tally, outsideHoursOf })),
          );
          expect(answer.ranked).toEqual(
            ranked.map(({ cell: { slot, tally, states }, reasons }, index) => ({
              rank: index + 1,
              slot,
              tally,
              reasons,
              states: states.map((state) => state.kind),
            })),
          );
        }
        const cell = ranked[0] && pick % 2 === 0 ? ranked[0].cell : cells[pick % cells.length];
        if (!cell) return;
        const preview = previewSeason(query, cell.slot, tables);
        if (preview.kind !== 'preview') throw new Error(JSON.stringify(preview));
        expect(preview.dates.map((date) => date.day)).toEqual(cell.days);
        expect(preview.dates.map((date) => date.state)).toEqual(cell.states);
        expect(preview.tally).toEqual(cell.tally);
        const toMend = preview.dates.flatMap((date, index) => (date.moves.length > 0 ? [index] : []));
        for (const index of [...toMend.slice(0, 3), pick % cell.days.length]) {
          const moves = oracle.moves(cell.slot, index);
          expect(movesFor(query, cell.slot, index, [], tables)).toEqual(moves);
          if (toMend.includes(index)) expect(preview.dates[index]?.moves).toEqual(moves);
          seen.moves += moves.length;
        }
        for (const state of cell.states) seen.states.add(state.kind);
      }),
      { numRuns, ...(process.env['SEED'] ? { seed: Number(process.env['SEED']) } : {}) },
    );
    // The seasons must have been worth comparing.
    expect(seen.ranked).toBeGreaterThan(numRuns / 4);
    expect(seen.none).toBeGreaterThan(0);
    expect(seen.moves).toBeGreaterThan(numRuns / 2);
    expect([...seen.states].toSorted()).toEqual(
      ['blackout', 'clash', 'free', 'noSuchTime', 'openSoFar', 'tentative', 'unknown'].filter(
        (kind) =>
          numRuns >= 1000 || !['noSuchTime', 'openSoFar'].includes(kind) || seen.states.has(kind as never),
      ),
    );
  }, 3_600_000);
});
