import * as fc from 'fast-check';
import * as v from 'valibot';
import { encodeInstant, encodeWall, offsetInstant, wireInstant } from '#adapters/graph/wire/dateTime.ts';
import { exchangeZoneOf, ianaZoneOf } from '#adapters/graph/wire/zoneNames.ts';
import { addDays } from '#domain/time/days.ts';
import { toInstant } from '#domain/time/wallClock.ts';

const read = (dateTime: string, timeZone?: string | null) => v.safeParse(wireInstant, { dateTime, timeZone });

describe('times on the wire', () => {
  it.each([
    ['2026-12-03T14:00:00.0000000', 'UTC', '2026-12-03T14:00:00Z'],
    ['2026-12-03T14:00:00', null, '2026-12-03T14:00:00Z'],
    ['2026-12-03T14:00:00Z', 'UTC', '2026-12-03T14:00:00Z'],
    ['2026-12-03T14:00:00.0000000', 'tzone://Microsoft/Utc', '2026-12-03T14:00:00Z'],
    ['2026-07-03T14:00:00.0000000', 'GMT Standard Time', '2026-07-03T13:00:00Z'],
    ['2026-07-03T14:00:00.0000000', 'Asia/Kolkata', '2026-07-03T08:30:00Z'],
    ['2026-12-03T14:00:00+02:00', 'Pacific Standard Time', '2026-12-03T12:00:00Z'],
  ])('%s in %s is %s', (dateTime, zone, instant) => {
    expect(read(dateTime, zone)).toMatchObject({ success: true, output: Date.parse(instant) });
  });

  it.each([
    ['tomorrow', 'UTC'],
    ['2026-13-03T14:00:00', 'UTC'],
    ['2026-12-03', 'UTC'],
    ['2026-12-03T14:00:00', 'Customized Time Zone'],
    ['', 'UTC'],
  ])('%s in %s is no time', (dateTime, zone) => {
    expect(read(dateTime, zone).success).toBe(false);
  });

  it('come back as they were', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4_000_000_000 }), (second) => {
        expect(v.parse(wireInstant, encodeInstant(second * 1000))).toBe(second * 1000);
      }),
    );
  });

  it('of a wall come back as the instant that this wall shows', () => {
    const zones = [
      'Europe/London',
      'America/New_York',
      'Asia/Kathmandu',
      'Australia/Lord_Howe',
      'Europe/Kyiv',
    ];
    fc.assert(
      fc.property(
        fc.constantFrom(...zones),
        fc.integer({ min: 1, max: 28 }),
        fc.integer({ min: 240, max: 1439 }),
        (zone, day, minuteOfDay) => {
          const wall = { day: addDays('2027-06-01', day), minuteOfDay };
          expect(v.parse(wireInstant, encodeWall(wall, zone))).toBe(toInstant(wall, zone));
        },
      ),
    );
  });

  it('with an offset are read', () => {
    expect(v.parse(offsetInstant, '2026-12-03T14:00:00.1234567Z')).toBe(
      Date.parse('2026-12-03T14:00:00.123Z'),
    );
    expect(v.safeParse(offsetInstant, 'soon').success).toBe(false);
  });
});

describe('the name of a zone', () => {
  it.each([
    ['Europe/London', 'GMT Standard Time'],
    ['Africa/Johannesburg', 'South Africa Standard Time'],
    ['Asia/Calcutta', 'India Standard Time'],
    ['Europe/Kyiv', 'FLE Standard Time'],
    ['UTC', 'UTC'],
    ['Etc/UTC', 'UTC'],
  ])('%s is %s to Exchange', (zone, name) => {
    expect(exchangeZoneOf(zone)).toBe(name);
  });

  it('is one that Exchange knows, for every zone of this device but Troll', () => {
    const unknown = Intl.supportedValuesOf('timeZone').filter((zone) => exchangeZoneOf(zone).includes('/'));
    expect(unknown).toEqual(['Antarctica/Troll']);
  });

  it.each([
    ['GMT Standard Time', 'Europe/London'],
    ['Europe/Dublin', 'Europe/Dublin'],
    ['tzone://Microsoft/Utc', 'UTC'],
    ['Customized Time Zone', undefined],
    ['tzone://Microsoft/Custom', undefined],
    ['', undefined],
  ])('%s is read as %s', (name, zone) => {
    expect(ianaZoneOf(name)).toBe(zone);
  });
});
