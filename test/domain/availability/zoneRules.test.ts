import type { ZoneRules, ZoneTransitionRule } from '#domain/availability/types.ts';
import { tableOfRules, wallByRules } from '#domain/availability/zoneRules.ts';
import { sharedZoneTables, zoneTable } from '#domain/time/zoneTable.ts';
import { at } from '../season/seasonBuilders.ts';

const [from, to] = [at('2015-01-01T00:00Z'), at('2019-01-01T00:00Z')];

function rule(more: Partial<ZoneTransitionRule>): ZoneTransitionRule {
  return { biasMinutes: 0, month: 11, dayOccurrence: 1, dayOfWeek: 7, minuteOfDay: 120, ...more };
}

function custom(
  biasMinutes: number,
  standard?: ZoneTransitionRule,
  daylight?: ZoneTransitionRule,
): ZoneRules {
  return { kind: 'custom', biasMinutes, standard, daylight };
}

function changes(rules: ZoneRules): unknown {
  return tableOfRules(rules, from, to, sharedZoneTables);
}

describe('a zone of rules without a name', () => {
  // Rules of these zones have been the same since 2007, 1996 and 2008.
  it.each([
    ['America/New_York', custom(300, rule({}), rule({ biasMinutes: -60, month: 3, dayOccurrence: 2 }))],
    [
      'Europe/London',
      custom(
        0,
        rule({ month: 10, dayOccurrence: 5, minuteOfDay: 120 }),
        rule({ biasMinutes: -60, month: 3, dayOccurrence: 5, minuteOfDay: 60 }),
      ),
    ],
    [
      'Australia/Lord_Howe',
      custom(
        -630,
        rule({ month: 4, dayOccurrence: 1 }),
        rule({ biasMinutes: -30, month: 10, dayOccurrence: 1 }),
      ),
    ],
    ['Asia/Kathmandu', custom(-345)],
  ])('has the clocks of %s when it has its rules', (zone, rules) => {
    expect(changes(rules)).toEqual(zoneTable(zone, from, to));
  });

  it('changes nothing with one rule alone', () => {
    expect(changes(custom(60, undefined, rule({ biasMinutes: -60 })))).toEqual({
      starts: [from],
      offsetsMilli: [-3_600_000],
    });
  });

  it('takes the last weekday of a month that has four', () => {
    const rules = custom(
      0,
      rule({ month: 2, dayOccurrence: 5, dayOfWeek: 1, minuteOfDay: 0 }),
      rule({ month: 8, biasMinutes: -60, minuteOfDay: 0 }),
    );
    const table = tableOfRules(rules, at('2027-01-15T00:00Z'), at('2027-06-01T00:00Z'), sharedZoneTables);
    // 22 February 2027, midnight on the clock that ends, an hour ahead.
    expect(table?.starts[1]).toBe(at('2027-02-21T23:00Z'));
  });

  it.each([
    ['a bias of a day', custom(1440)],
    ['half a minute', custom(0.5)],
    ['a thirteenth month', custom(0, rule({ month: 13 }))],
    ['a sixth weekday of the month', custom(0, rule({ dayOccurrence: 6 as 5 }))],
    ['an eighth weekday', custom(0, rule({}), rule({ dayOfWeek: 8 as 7 }))],
    ['a minute beyond the day', custom(0, rule({ minuteOfDay: 1441 }))],
    ['a name nobody knows', { kind: 'named', name: 'Customized Time Zone' } as const],
  ])('is none with %s', (_, rules) => {
    expect(changes(rules)).toBeUndefined();
    expect(wallByRules(rules, from, sharedZoneTables)).toBeUndefined();
  });

  it('tells what its clocks show', () => {
    const rules = custom(300, rule({}), rule({ biasMinutes: -60, month: 3, dayOccurrence: 2 }));
    expect(wallByRules(rules, at('2027-03-14T06:59Z'), sharedZoneTables)).toEqual({
      day: '2027-03-14',
      minuteOfDay: 119,
    });
    expect(wallByRules(rules, at('2027-03-14T07:00Z'), sharedZoneTables)).toEqual({
      day: '2027-03-14',
      minuteOfDay: 180,
    });
  });
});
