import { toIana } from '#domain/time/windowsZones.ts';

describe('the name of a zone as Microsoft 365 writes it', () => {
  it.each([
    ['GMT Standard Time', 'Europe/London'],
    ['Central Standard Time', 'America/Chicago'],
    ['Central Daylight Time', 'America/Chicago'],
    ['India Standard Time', 'Asia/Kolkata'],
    ['Nepal Standard Time', 'Asia/Kathmandu'],
    ['(UTC-05:00) Eastern Time (US & Canada)', 'America/New_York'],
    ['Europe/Berlin', 'Europe/Berlin'],
    ['Asia/Calcutta', 'Asia/Kolkata'],
    ['tzone://Microsoft/Utc', 'UTC'],
    ['UTC', 'UTC'],
    [' GMT Standard Time ', 'Europe/London'],
    ['Customized Time Zone', undefined],
    ['tzone://Microsoft/Custom', undefined],
    ['EST', undefined],
    ['Mars/Olympus', undefined],
    ['', undefined],
    // Names that every object has were once taken for names of zones.
    ['constructor', undefined],
    ['__proto__', undefined],
    ['toString', undefined],
  ])('%j is %s', (name, zone) => {
    expect(toIana(name)).toBe(zone);
  });
});
