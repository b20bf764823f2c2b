import fc from 'fast-check';
import { previewSeason } from '#domain/season/previewSeason.ts';
import { rankSlots } from '#domain/season/rankSlots.ts';
import { reportedCadences, seasonReport } from '#domain/season/seasonReport.ts';
import { seasonQueries } from './oracle/arbitraries.ts';
import { officeHours, person, seasonQuery, viewOf } from './seasonBuilders.ts';

describe('the report for every cadence at once', () => {
  it('knows weekly, every two weeks, and each weekday of the month', () => {
    const told = reportedCadences.map((each) =>
      each.kind === 'weekly' ? `every ${each.everyWeeks}` : `monthly ${each.ordinal}`,
    );
    expect(told).toEqual([
      'every 1',
      'every 2',
      ...[1, 2, 3, 4, 'last'].map((ordinal) => `monthly ${ordinal}`),
    ]);
  });

  it('ranks both phases of every two weeks together', () => {
    const view = viewOf('2027-02-27T00:00Z', '2027-03-30T00:00Z', [
      ['2027-03-01T00:00Z', '2027-03-02T00:00Z', '2'],
    ]);
    const report = seasonReport(
      seasonQuery({
        hours: { days: [1], earliestMinute: 9 * 60, latestMinute: 17 * 60 },
        schedules: [person('x', [view], { workingHours: officeHours('Europe/London') })],
      }),
    );
    const slots = report.kind === 'report' ? (report.cadences[1]?.slots ?? []) : [];
    // The first Monday is full, so the Mondays of the other phase come first.
    const phases = slots.map((each) => each.ranked.slot.phase);
    expect(phases).toEqual(phases.toSorted((a, b) => b - a));
    expect(new Set(phases)).toEqual(new Set([1, 0]));
    expect(slots.at(-1)?.ranked.states[0]).toBe('clash');
  });

  it('says of each cadence what ranking and previewing it alone say', () => {
    let moves = 0;
    fc.assert(
      fc.property(seasonQueries, (query) => {
        const report = seasonReport(query);
        if (report.kind !== 'report') throw new Error(report.problem);
        for (const { cadence, slots } of report.cadences) {
          const alone = rankSlots({ ...query, cadence });
          expect(slots.map((each) => each.ranked)).toEqual(alone.kind === 'ranked' ? alone.ranked : []);
          for (const { ranked, mends } of slots) {
            const preview = previewSeason({ ...query, cadence }, ranked.slot);
            const dates = preview.kind === 'preview' ? preview.dates : [];
            expect(dates.map((date) => date.state.kind)).toEqual(ranked.states);
            const toMend = dates.flatMap(({ state, moves: ways }, dateIndex) =>
              ['clash', 'blackout', 'noSuchTime'].includes(state.kind) ? [{ dateIndex, moves: ways }] : [],
            );
            expect(mends).toEqual(toMend);
            moves += mends.flatMap((mend) => mend.moves).length;
          }
        }
      }),
      { numRuns: 40 },
    );
    expect(moves).toBeGreaterThan(0);
  });
});
