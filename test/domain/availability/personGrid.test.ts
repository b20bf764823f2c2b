import fc from 'fast-check';
import { hasBit, type Plane } from '#domain/availability/bits.ts';
import { personGrid, type PersonGrid } from '#domain/availability/personGrid.ts';
import type { AvailabilityView, PersonSchedule } from '#domain/availability/types.ts';
import { sharedZoneTables, type ZoneTables } from '#domain/time/zoneTable.ts';
import { at, officeHours, person, pinnedZones, viewOf } from '../season/seasonBuilders.ts';

const origin = at('2027-03-01T00:00Z');

function gridOf(schedule: PersonSchedule, days = 1, tables: ZoneTables = sharedZoneTables): PersonGrid {
  const grid = personGrid(schedule, { origin, days }, tables);
  if (typeof grid === 'string') throw new Error(grid);
  return grid;
}

/** Quarters of the day that are set, as the clock shows them in UTC. */
function quarters(plane: Plane, from = 0, to = 96): readonly string[] {
  const set: string[] = [];
  for (let quarter = from; quarter < to; quarter++) {
    if (hasBit(plane, quarter)) set.push(new Date(origin + quarter * 900_000).toISOString().slice(11, 16));
  }
  return set;
}

function stateOfView(view: AvailabilityView): Readonly<Record<string, readonly string[]>> {
  const { taken, away, tentative, unknown } = gridOf(person('x', [view]));
  return {
    taken: quarters(taken),
    away: quarters(away),
    tentative: quarters(tentative),
    unknown: quarters(unknown),
  };
}

describe('a view', () => {
  const hour = { start: at('2027-03-01T10:00Z'), intervalMinutes: 15, view: '0123' };

  it('is read digit by digit; what it does not cover is unknown', () => {
    const state = stateOfView(hour);
    expect(state['tentative']).toEqual(['10:15']);
    expect(state['taken']).toEqual(['10:30', '10:45']);
    expect(state['away']).toEqual(['10:45']);
    expect(state['unknown']).toHaveLength(92);
    expect(state['unknown']).not.toContain('10:00');
  });

  it('has quarters without data, which are unknown', () => {
    expect(stateOfView({ ...hour, view: '0404' })['unknown']).toEqual(
      expect.arrayContaining(['10:15', '10:45']),
    );
  });

  it.each<[number, string, readonly string[]]>([
    [5, '002000', ['10:00']],
    [5, '000200', ['10:15']],
    [10, '0200', ['10:00', '10:15']],
    [20, '020', ['10:15', '10:30']],
    [30, '020', ['10:30', '10:45']],
    [45, '02', ['10:45', '11:00', '11:15']],
    [60, '20', ['10:00', '10:15', '10:30', '10:45']],
    [7, '0020', ['10:00', '10:15']],
  ])('of %d minutes marks each quarter that an interval touches', (intervalMinutes, view, expected) => {
    expect(stateOfView({ ...hour, intervalMinutes, view })['taken']).toEqual(expected);
  });

  it('may begin off the quarters: those that it covers in part are unknown', () => {
    const state = stateOfView({ start: at('2027-03-01T10:05Z'), intervalMinutes: 15, view: '0000' });
    const known = ['10:15', '10:30', '10:45'];
    expect(state['unknown']?.filter((quarter) => quarter >= '10:00' && quarter < '11:15')).toEqual([
      '10:00',
      '11:00',
    ]);
    expect(state['unknown']).toHaveLength(96 - known.length);
  });

  it('may be told in parts that meet inside a quarter', () => {
    const parts = [
      { start: at('2027-03-01T10:00Z'), intervalMinutes: 5, view: '00' },
      { start: at('2027-03-01T10:10Z'), intervalMinutes: 5, view: '0' },
    ];
    expect(quarters(gridOf(person('x', parts)).unknown)).not.toContain('10:00');
  });

  it('reads the same, whatever the intervals it is told in, wherever it begins', () => {
    const states = fc.array(fc.constantFrom('0', '0', '0', '1', '2', '3', '4'), {
      minLength: 1,
      maxLength: 150,
    });
    fc.assert(
      fc.property(states, fc.integer({ min: -40, max: 80 }), (digits, shift) => {
        const start = origin + shift * 900_000;
        const whole = stateOfView({ start, intervalMinutes: 15, view: digits.join('') });
        const fine = digits.flatMap((digit) => [digit, digit, digit]).join('');
        expect(stateOfView({ start, intervalMinutes: 5, view: fine })).toEqual(whole);
      }),
    );
  });
});

describe('entries', () => {
  it('take every quarter that they touch, by their state; free ones and those without length take none', () => {
    const items = [
      { start: at('2027-03-01T10:10Z'), end: at('2027-03-01T10:20Z'), status: 'busy' },
      { start: at('2027-03-01T11:00Z'), end: at('2027-03-01T11:15Z'), status: 'outOfOffice' },
      { start: at('2027-03-01T12:00Z'), end: at('2027-03-01T12:15Z'), status: 'tentative' },
      { start: at('2027-03-01T13:00Z'), end: at('2027-03-01T13:15Z'), status: 'unknown' },
      { start: at('2027-03-01T14:00Z'), end: at('2027-03-01T15:00Z'), status: 'free' },
      { start: at('2027-03-01T14:00Z'), end: at('2027-03-01T15:00Z'), status: 'workingElsewhere' },
      { start: at('2027-03-01T16:00Z'), end: at('2027-03-01T16:00Z'), status: 'busy' },
    ] as const;
    const view = viewOf('2027-03-01T00:00Z', '2027-03-02T00:00Z', []);
    const { taken, away, tentative, unknown } = gridOf(person('x', [view], { items }));
    expect([quarters(taken), quarters(away), quarters(tentative), quarters(unknown)]).toEqual([
      ['10:00', '10:15', '11:00'],
      ['11:00'],
      ['12:00'],
      ['13:00'],
    ]);
  });

  it('count for nothing where nothing is known', () => {
    const view = viewOf('2027-03-01T00:00Z', '2027-03-02T00:00Z', []);
    const grid = gridOf(person('x', [view], { unknownReason: 'not-answered' }));
    expect(quarters(grid.unknown)).toHaveLength(96);
  });
});

describe('working hours', () => {
  it('are read on the clocks of their zone, before and after a change, and stop for the weekend', () => {
    const tables = pinnedZones({
      'America/New_York': { offsetMinutes: -300, changes: [['2027-03-14T07:00Z', -240]] },
    });
    const grid = gridOf(person('x', [], { workingHours: officeHours('Eastern Standard Time') }), 21, tables);
    const insideOn = (day: number): readonly string[] => {
      const outside = quarters(grid.outside, day * 96, (day + 1) * 96);
      const all = Array.from({ length: 96 }, (_, quarter) =>
        new Date(quarter * 900_000).toISOString().slice(11, 16),
      );
      return all.filter((quarter) => !outside.includes(quarter));
    };
    const ends = (day: number): readonly (string | undefined)[] => [insideOn(day)[0], insideOn(day).at(-1)];
    expect(ends(0)).toEqual(['14:00', '21:45']);
    expect(ends(5)).toEqual([undefined, undefined]);
    expect(ends(14)).toEqual(['13:00', '20:45']);
    expect(quarters(grid.lunch, 0, 96)).toEqual(['17:00', '17:15', '17:30', '17:45']);
    expect(quarters(grid.lunch, 14 * 96, 15 * 96)).toEqual(['16:00', '16:15', '16:30', '16:45']);
  });

  it('leave out a quarter that they cover in part', () => {
    const workingHours = officeHours('UTC', 9 * 60 + 5, 17 * 60 - 5);
    const { outside } = gridOf(person('x', [], { workingHours }));
    expect([hasBit(outside, 36), hasBit(outside, 37), hasBit(outside, 66), hasBit(outside, 67)]).toEqual([
      true,
      false,
      false,
      true,
    ]);
  });

  it('are nobody’s limit where none are known', () => {
    expect(quarters(gridOf(person('x', [])).outside)).toEqual([]);
  });
});
