import { findIana, findWindows, WINDOWS_TO_IANA_MAP } from 'windows-iana';
import { ianaOfWindows, windowsOfIana } from '#domain/time/windowsZoneTable.ts';

const windowsNames = [...new Set(WINDOWS_TO_IANA_MAP.map(({ windowsName }) => windowsName))];

describe('the table of Windows zones', () => {
  it('says what CLDR says of every Windows zone', () => {
    expect(windowsNames.length).toBeGreaterThan(130);
    for (const name of windowsNames) expect([name, ianaOfWindows(name)]).toEqual([name, findIana(name)]);
  });

  it('says what CLDR says of every IANA zone', () => {
    const zones = new Set([
      ...windowsNames.flatMap((name) => findIana(name)),
      ...Intl.supportedValuesOf('timeZone'),
    ]);
    for (const zone of zones) expect([zone, windowsOfIana(zone)]).toEqual([zone, findWindows(zone)[0]]);
  });

  it('knows nothing else', () => {
    expect(ianaOfWindows('Customized Time Zone')).toEqual([]);
    expect(windowsOfIana('Mars/Olympus')).toBeUndefined();
  });
});
