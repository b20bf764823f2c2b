import { freeCount, heatBands, heatLevelOf, type HeatLevel } from '#components/times/heatLevels.ts';

function written(dates: number): string {
  return heatBands(dates)
    .map(({ level, from, to }) => `${level} ${from === to ? from : `${from}-${to}`}`)
    .join(', ');
}

describe('the bands of the heat map', () => {
  it.each([
    [13, 'all 13, few 10-12, half 7-9, third 4-6, poor 1-3'],
    [26, 'all 26, few 23-25, half 13-22, third 9-12, poor 1-8'],
    [6, 'all 6, few 4-5, half 3, third 2, poor 1'],
    [4, 'all 4, few 3, half 2, third 1'],
    [2, 'all 2, half 1'],
    [1, 'all 1'],
    [0, ''],
  ])('for %i dates are %s', (dates, expected) => {
    expect(written(dates)).toBe(expected);
  });

  it('leave no count out and overlap nowhere', () => {
    for (let dates = 1; dates <= 53; dates++) {
      const bands = heatBands(dates);
      expect(bands[0]?.to).toBe(dates);
      expect(bands.at(-1)?.from).toBe(1);
      for (const band of bands) expect(band.to).toBeGreaterThanOrEqual(band.from);
      for (const [index, band] of bands.slice(1).entries())
        expect(band.to).toBe((bands[index]?.from ?? 0) - 1);
    }
  });
});

describe('the level of a cell', () => {
  it.each<[number, number, HeatLevel]>([
    [13, 13, 'all'],
    [10, 13, 'few'],
    [9, 13, 'half'],
    [4, 13, 'third'],
    [3, 13, 'poor'],
    [0, 13, 'none'],
    [0, 0, 'none'],
  ])('with %i of %i free is %s', (free, dates, level) => {
    expect(heatLevelOf(free, dates)).toBe(level);
  });
});

describe('the number in a cell', () => {
  const tally = { dates: 13, free: 6, openSoFar: 2, tentative: 1, unknown: 3, toMend: 1 };

  it('counts what is free and open so far, never tentative or unknown', () => {
    expect(freeCount(tally, 'both')).toBe(8);
  });

  it('counts the dates on which only the partner is unknown when nothing is seen of the partner', () => {
    expect(freeCount(tally, 'mineOnly')).toBe(11);
  });
});
