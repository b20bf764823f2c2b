import { rankSlots } from '../../../../src/domain/season/rankSlots.ts';
import type { HeatCell, SeasonQuery } from '../../../../src/domain/season/types.ts';
import { heatGrid } from '../../../../src/features/booking/times/heatGrid.ts';
import { dana, morgan, schedule, seasonQuery } from './seasonQueries.ts';

function cellsOf(query: SeasonQuery): readonly HeatCell[] {
  const ranking = rankSlots(query);
  if (ranking.kind !== 'ranked') throw new Error(`expected a ranking, got ${ranking.kind}`);
  return ranking.cells;
}

describe('the grid of the heat map', () => {
  it('has a row for every half hour and a column for every weekday', () => {
    const grid = heatGrid(cellsOf(seasonQuery()), 0, 30, []);
    expect(grid.weekdays).toEqual([1, 2, 3, 4, 5]);
    expect(grid.rows.slice(0, 3).map((row) => row.startMinute)).toEqual([540, 570, 600]);
    expect(grid.rows.every((row) => row.cells.length === 5)).toBe(true);
  });

  it('has a row for every quarter when it is finer', () => {
    const grid = heatGrid(cellsOf(seasonQuery()), 0, 15, []);
    expect(grid.rows.slice(0, 3).map((row) => row.startMinute)).toEqual([540, 555, 570]);
  });

  it('keeps the row of a time that the half hours leave out', () => {
    const grid = heatGrid(cellsOf(seasonQuery()), 0, 30, [615]);
    expect(grid.rows.map((row) => row.startMinute).slice(0, 5)).toEqual([540, 570, 600, 615, 630]);
  });

  it('shows one row only of the hours in which nobody can meet', () => {
    // Dana's day in Cape Town ends at 15:00 in London: a meeting of an hour starts at 14:00 at the latest.
    const grid = heatGrid(cellsOf(seasonQuery()), 0, 30, []);
    expect(grid.rows.at(-1)?.startMinute).toBe(870);
    expect(grid.rows.at(-1)?.cells.every((cell) => cell?.outsideHoursOf.includes(dana.address))).toBe(true);
    expect(grid.rows.at(-2)?.cells.some((cell) => cell?.outsideHoursOf.length === 0)).toBe(true);
  });

  it('tells the two phases of a two-week season apart', () => {
    const query = seasonQuery({
      cadence: { kind: 'weekly', everyWeeks: 2 },
      schedules: [
        schedule(morgan, { zone: 'Europe/London', taken: [{ day: 0, from: 600, to: 660 }] }),
        schedule(dana, { zone: 'Europe/London' }),
      ],
    });
    const tenOnMondays = (phase: number) =>
      heatGrid(cellsOf(query), phase, 30, []).rows.find((row) => row.startMinute === 600)?.cells[0]?.tally;
    expect(tenOnMondays(0)?.toMend).toBe(1);
    expect(tenOnMondays(1)?.toMend).toBe(0);
  });
});
