import * as fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { formatWall, milliInDay, parseDateTime, parseDay } from '#sandbox/graph/time/wallTime.ts';
import { offsetAt, toInstant, toWall } from '#sandbox/graph/time/zoneOffsets.ts';
import { documentedIanaNames, findZone, windowsNameOf, windowsZoneNames } from '#sandbox/graph/time/zones.ts';

const zones = fc.constantFrom(
  'UTC',
  'Europe/Berlin',
  'America/New_York',
  'Australia/Lord_Howe',
  'Asia/Kolkata',
  'Africa/Casablanca',
  'America/St_Johns',
  'Pacific/Chatham',
);
const walls = fc
  .integer({ min: Date.UTC(2015, 0, 1) / 60_000, max: Date.UTC(2035, 0, 1) / 60_000 })
  .map((minutes) => minutes * 60_000);

describe('zone offsets', () => {
  it('are Temporal’s, also at clock changes', () => {
    fc.assert(
      fc.property(zones, walls, (zone, wall) => {
        const plain = Temporal.PlainDateTime.from(new Date(wall).toISOString().slice(0, 19));
        const zoned = plain.toZonedDateTime(zone, { disambiguation: 'compatible' });
        expect(toInstant(zone, wall)).toBe(zoned.epochMilliseconds);
        expect(offsetAt(zone, wall)).toBe(
          Temporal.Instant.fromEpochMilliseconds(wall).toZonedDateTimeISO(zone).offsetNanoseconds / 1e6,
        );
      }),
      { numRuns: 500 },
    );
  });

  it('are Temporal’s in the very hours of a change', () => {
    for (const zone of ['Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe'])
      for (let wall = Date.UTC(2027, 0, 1); wall < Date.UTC(2028, 0, 1); wall += 30 * 60_000) {
        const plain = Temporal.PlainDateTime.from(new Date(wall).toISOString().slice(0, 19));
        const day = new Date(wall).getUTCDate();
        if (new Date(wall).getUTCDay() !== 0 || (day > 14 && day < 25)) continue;
        expect([zone, wall, toInstant(zone, wall)]).toEqual([
          zone,
          wall,
          plain.toZonedDateTime(zone).epochMilliseconds,
        ]);
      }
  });

  it('bring an instant to the wall and back', () => {
    fc.assert(
      fc.property(zones, walls, (zone, instant) => {
        const back = toInstant(zone, toWall(zone, instant));
        // A time shown twice is the earlier one.
        expect([0, 3_600_000, 1_800_000]).toContain(instant - back);
      }),
    );
  });
});

describe('times as clients write them', () => {
  it('are read with and without seconds, fractions and offsets', () => {
    const wall = Date.UTC(2027, 0, 7, 10, 30);
    expect(parseDateTime('2027-01-07T10:30')).toEqual({ wall, offsetMilli: undefined });
    expect(parseDateTime('2027-01-07T10:30:00.0000000Z')).toEqual({ wall, offsetMilli: 0 });
    expect(parseDateTime('2027-1-7T10:30:00+05:30')).toEqual({ wall, offsetMilli: 19_800_000 });
    expect(parseDateTime('2027-01-07')).toEqual({ wall: Date.UTC(2027, 0, 7), offsetMilli: undefined });
    for (const wrong of [
      '',
      'tomorrow',
      '2027-02-30T10:00',
      '2027-13-01',
      '2027-01-07T24:00',
      '2027-01-07T10:60',
      '10:00',
    ])
      expect(parseDateTime(wrong)).toBeUndefined();
    expect(formatWall(wall)).toBe('2027-01-07T10:30:00.0000000');
    expect((parseDay('2027-1-7') ?? 0) * milliInDay).toBe(Date.UTC(2027, 0, 7));
    expect(parseDay('2027-02-29')).toBeUndefined();
  });
});

describe('zone names', () => {
  it('are Windows’, the documented IANA ones, and others only on demand', () => {
    expect(findZone('Pacific Standard Time', 'documented')).toEqual({
      name: 'Pacific Standard Time',
      iana: 'America/Los_Angeles',
    });
    expect(findZone('w. europe standard time', 'documented')?.iana).toBe('Europe/Berlin');
    expect(findZone('Europe/Berlin', 'documented')?.iana).toBe('Europe/Berlin');
    expect(findZone('Europe/Vienna', 'documented')).toBeUndefined();
    expect(findZone('Europe/Vienna', 'all')?.iana).toBe('Europe/Vienna');
    expect(findZone('tzone://Microsoft/Utc', 'documented')?.iana).toBe('UTC');
    for (const wrong of ['', '+02:00', 'Customized Time Zone', 'Mars/Olympus', '../etc', '__proto__'])
      expect(findZone(wrong, 'all')).toBeUndefined();
  });

  it('all have rules that Temporal knows, and a Windows name', () => {
    for (const name of [...documentedIanaNames, ...windowsZoneNames()]) {
      const zone = findZone(name, 'documented');
      expect([name, zone && offsetAt(zone.iana, 0) !== undefined]).toEqual([name, true]);
    }
    expect(windowsNameOf({ name: 'Asia/Calcutta', iana: 'Asia/Calcutta' })).toBe('India Standard Time');
    expect(windowsNameOf({ name: 'Europe/Paris', iana: 'Europe/Paris' })).toBe('Romance Standard Time');
  });
});
