import fc from 'fast-check';
import {
  addDays,
  civilOf,
  dayNumberOf,
  daysBetween,
  dayWriter,
  firstDayOfMonth,
  isIsoDay,
  isoDay,
  weekdayOf,
} from '#domain/time/days.ts';

describe('days', () => {
  it.each([
    ['2028-02-29', 1, '2028-03-01'],
    ['2027-02-28', 1, '2027-03-01'],
    ['2100-02-28', 1, '2100-03-01'],
    ['2000-02-28', 1, '2000-02-29'],
    ['2026-12-31', 1, '2027-01-01'],
    ['2027-01-01', -1, '2026-12-31'],
    ['1970-01-01', -1, '1969-12-31'],
    ['2028-01-01', 366, '2029-01-01'],
  ] as const)('%s and %d days is %s', (day, days, expected) => {
    expect(addDays(day, days)).toBe(expected);
    expect(daysBetween(day, expected)).toBe(days);
  });

  it.each([
    '2027-02-29',
    '2027-04-31',
    '2027-13-01',
    '2027-00-10',
    '2027-1-1',
    '1899-12-31',
    'someday',
    '2027-01-01T',
    '',
  ])('%j is no day', (text) => {
    expect(isIsoDay(text)).toBe(false);
    expect(dayNumberOf(text)).toBeNaN();
  });

  it.each([
    ['2027-03-01', 1],
    ['2028-02-29', 2],
    ['1970-01-01', 4],
    ['1969-12-28', 7],
  ] as const)('%s is weekday %d', (day, weekday) => {
    expect(weekdayOf(day)).toBe(weekday);
  });

  it('are those of the calendar over eleven centuries', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: dayNumberOf('1900-01-01'), max: dayNumberOf('2999-12-31') }),
        (dayNumber) => {
          const date = new Date(dayNumber * 86_400_000);
          const text = date.toISOString().slice(0, 10);
          expect(isoDay(dayNumber)).toBe(text);
          expect(dayNumberOf(text)).toBe(dayNumber);
          expect(dayWriter(dayNumber)(date.getUTCDate())).toBe(text);
          expect(civilOf(dayNumber)).toEqual({
            year: date.getUTCFullYear(),
            month: date.getUTCMonth() + 1,
            day: date.getUTCDate(),
          });
        },
      ),
    );
  });

  it('begin months, also over the end of the year', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1900, max: 2900 }), fc.integer({ min: -11, max: 30 }), (year, month) => {
        expect(firstDayOfMonth(year, month)).toBe(Date.UTC(year, month - 1, 1) / 86_400_000);
      }),
    );
  });
});
