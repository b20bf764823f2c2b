import { createSeason } from '#sandbox/people/season.ts';

describe('a season', () => {
  it('counts from the Monday of the week it begins in, also on a Sunday', () => {
    expect(createSeason(Date.UTC(2026, 10, 23)).day(0, 0)).toBe('2026-11-23');
    expect(createSeason(Date.UTC(2026, 10, 29, 23, 59)).day(0, 0)).toBe('2026-11-23');
    expect(createSeason(Date.UTC(2026, 10, 30)).day(0, 0)).toBe('2026-11-30');
  });

  it('begins a monthly series on the n-th weekday, the last one included', () => {
    const season = createSeason(Date.UTC(2026, 10, 23));
    const first = (nth: 1 | 2 | 3 | 4 | 5, weekday: number): string =>
      season.monthly('Europe/London', 'x', nth, weekday, '09:00', '10:00').start.dateTime.slice(0, 10);
    expect(first(1, 2)).toBe('2026-10-07');
    expect(first(3, 3)).toBe('2026-09-17');
    expect(first(5, 3)).toBe('2026-09-24');
    expect(first(5, 0)).toBe('2026-09-28');
  });

  it('keeps December holidays where they are in the year', () => {
    const [only, ...more] = createSeason(Date.UTC(2026, 10, 23)).yearEnd('Europe/London', 'Closed');
    expect([only?.start.dateTime, only?.end.dateTime, more.length]).toEqual([
      '2026-12-24T00:00:00',
      '2027-01-03T00:00:00',
      0,
    ]);
    expect(createSeason(Date.UTC(2027, 3, 5)).yearEnd('Europe/London', 'Closed')).toEqual([]);
  });
});
