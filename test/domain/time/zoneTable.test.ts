import fc from 'fast-check';
import { DateTime } from 'luxon';
import { instantOfReading, toInstant, toWall } from '#domain/time/wallClock.ts';
import {
  createZoneTables,
  isZone,
  offsetIn,
  tableOfOffsets,
  zoneTable,
  type ZoneTable,
} from '#domain/time/zoneTable.ts';

const hour = 3_600_000;
const day = 24 * hour;

/** Past years, on which all machines agree. */
const zones = [
  'America/Chicago',
  'Europe/London',
  'Asia/Kolkata',
  'Asia/Kathmandu',
  'Australia/Lord_Howe',
  'Pacific/Chatham',
  'Africa/Casablanca',
  'America/Sao_Paulo',
  'Pacific/Apia',
] as const;

describe('a table of offsets', () => {
  it.each(zones)('gives what luxon gives, at any instant of 2011 to 2019, in %s', (zone) => {
    const [from, to] = [Date.UTC(2011, 0, 1), Date.UTC(2019, 11, 31)];
    const table = zoneTable(zone, from, to);
    if (!table) throw new Error('unknown');
    const near = fc.oneof(
      fc.integer({ min: from, max: to - 1 }),
      fc
        .tuple(fc.constantFrom(...table.starts), fc.integer({ min: -1, max: 1 }))
        .map(([start, add]) => start + add),
    );
    fc.assert(
      fc.property(near, (instant) => {
        expect(offsetIn(table, instant) / 60_000).toBe(DateTime.fromMillis(instant, { zone }).offset);
      }),
      { numRuns: 60 },
    );
  });

  it('finds changes to the second, several of them, and a whole day that was left out', () => {
    const changes = [
      [Date.UTC(2027, 2, 1, 3, 59, 59), 1],
      [Date.UTC(2027, 2, 9, 12), 25],
      [Date.UTC(2027, 5, 1), -2],
    ] as const;
    const offsetAt = (instant: number): number =>
      (changes.findLast(([at]) => at <= instant)?.[1] ?? 0) * hour;
    const table = tableOfOffsets(offsetAt, Date.UTC(2027, 0, 1), Date.UTC(2028, 0, 1));
    expect(table).toEqual({
      starts: [Date.UTC(2027, 0, 1), ...changes.map(([at]) => at)],
      offsetsMilli: [0, hour, 25 * hour, -2 * hour],
    });
  });

  it('knows names only, no abbreviated offsets', () => {
    expect(['Europe/London', 'UTC', 'America/Argentina/Buenos_Aires'].every(isZone)).toBe(true);
    expect(['+02:00', '', 'Mars/Olympus', 'Customized Time Zone'].some(isZone)).toBe(false);
    expect(zoneTable('Mars/Olympus', 0, day)).toBeUndefined();
  });
});

describe('kept tables', () => {
  it('are worked out once for the years asked for, and again only when a season reaches further', () => {
    const asked: string[] = [];
    const read = (zone: string, from: number, to: number): ZoneTable => {
      asked.push(
        `${zone} ${new Date(from).toISOString().slice(0, 10)} ${new Date(to).toISOString().slice(0, 10)}`,
      );
      return { starts: [from], offsetsMilli: [0] };
    };
    const tables = createZoneTables(read);
    tables('A', Date.UTC(2027, 3, 1), Date.UTC(2027, 8, 1));
    tables('A', Date.UTC(2027, 0, 1), Date.UTC(2027, 11, 31));
    tables('B', Date.UTC(2027, 3, 1), Date.UTC(2028, 1, 1));
    tables('A', Date.UTC(2027, 8, 1), Date.UTC(2028, 2, 1));
    tables('A', Date.UTC(2027, 1, 1), Date.UTC(2027, 2, 1));
    tables('A', Date.UTC(1995, 1, 1), Date.UTC(1995, 2, 1));
    expect(asked).toEqual([
      'A 2027-01-01 2028-01-01',
      'B 2027-01-01 2029-01-01',
      'A 2027-01-01 2029-01-01',
      'A 1995-01-01 1996-01-01',
    ]);
  });
});

describe('a reading of the clock', () => {
  // Forward an hour at 100 h, back at 200 h of UTC; the rules are the test's own.
  const offsetAt = (instant: number): number => (instant >= 100 * hour && instant < 200 * hour ? hour : 0);

  it.each([
    ['before', 99.75, 99.75],
    ['in the hole: as if not yet gone forward', 100.5, 100.5],
    ['after the hole', 101, 100],
    ['in the fold: the first pass', 200.5, 199.5],
    ['after the fold', 201, 201],
  ])('%s', (_, reading, expected) => {
    expect(instantOfReading(reading * hour, offsetAt)).toBe(expected * hour);
  });

  it('is found again at every instant, but in the second pass of a fold', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...zones),
        fc.integer({ min: Date.UTC(2012, 0, 2), max: Date.UTC(2019, 0, 1) }),
        (zone, instant) => {
          const minute = Math.floor(instant / 60_000) * 60_000;
          const wall = toWall(minute, zone);
          const local = DateTime.fromMillis(minute, { zone });
          expect(wall).toEqual({ day: local.toISODate(), minuteOfDay: local.hour * 60 + local.minute });
          const back = toInstant(wall, zone);
          expect(toWall(back, zone)).toEqual(wall);
          expect(back).toBeLessThanOrEqual(minute);
        },
      ),
    );
  });

  it('cannot be of a day that does not exist, or of a zone nobody knows', () => {
    expect(() => toInstant({ day: '2027-02-30', minuteOfDay: 0 }, 'UTC')).toThrow(RangeError);
    expect(() => toWall(0, 'Mars/Olympus')).toThrow(RangeError);
  });
});
