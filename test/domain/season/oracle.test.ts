import fc from 'fast-check';
import { seasonQueries } from './oracle/arbitraries.ts';
import { compareWithOracle } from './oracle/compareWithOracle.ts';

/** A few hundred seasons in the usual run, 20,000 with `LONG=1`; `LONG=<number>` for another number. */
const asked = Number(process.env['LONG'] ?? 0);
const numRuns = asked > 1 ? asked : asked === 1 ? 20_000 : 200;

describe(`the engine and an oracle on luxon, over ${numRuns} random seasons`, () => {
  it('agree on every count, state, reason, rank and move', () => {
    const outcomes = new Map<string, number>();
    const states = new Set<string>();
    let moves = 0;
    fc.assert(
      fc.property(seasonQueries, fc.nat(), (query, pick) => {
        const comparison = compareWithOracle(query, pick);
        outcomes.set(comparison.outcome, (outcomes.get(comparison.outcome) ?? 0) + 1);
        for (const state of comparison.states) states.add(state);
        moves += comparison.moves;
        expect(comparison.engine).toEqual(comparison.oracle);
      }),
      { numRuns, endOnFailure: asked > 1 },
    );
    // The seasons must have been worth comparing.
    expect(outcomes.get('ranked')).toBeGreaterThan(numRuns / 4);
    expect(moves).toBeGreaterThan(numRuns / 4);
    expect([...states]).toEqual(
      expect.arrayContaining(['free', 'clash', 'tentative', 'unknown', 'blackout']),
    );
  }, 7_200_000);
});
