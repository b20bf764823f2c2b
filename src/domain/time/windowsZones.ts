import { windowsDisplayNames } from './windowsDisplayNames.ts';
import { ianaOfWindows } from './windowsZoneTable.ts';
import { isZone } from './zoneTable.ts';
import type { ZoneName } from './types.ts';

/**
 * The IANA name of a zone as Microsoft 365 may write it: a Windows name ("GMT Standard Time"), an IANA name,
 * `UTC`, `tzone://Microsoft/Utc`, or the name that Windows shows ("(UTC-05:00) Eastern Time (US & Canada)").
 * Undefined for anything else, also for "Customized Time Zone" and `tzone://Microsoft/Custom`, which have
 * rules instead of a name. Source: CLDR windowsZones.xml.
 */
export function toIana(name: string): ZoneName | undefined {
  if (!known.has(name)) known.set(name, findZone(name.trim()));
  return known.get(name);
}

// Finding a name means searching CLDR's table and asking Intl, a thousand times slower than looking it up here.
const known = new Map<string, ZoneName | undefined>();

function findZone(trimmed: string): ZoneName | undefined {
  if (/^(utc|gmt|z|tzone:\/\/microsoft\/utc)$/i.test(trimmed)) return 'UTC';
  return ofWindows(trimmed) ?? ofDisplayName(trimmed) ?? ofIana(trimmed);
}

function ofWindows(name: string): ZoneName | undefined {
  // Mail headers and old exports write the summer name of a Windows zone.
  const zones = [
    ...ianaOfWindows(name),
    ...ianaOfWindows(name.replace(/ (Daylight|Summer) Time$/, ' Standard Time')),
  ];
  const zone = zones.find((each) => isZone(each));
  return zone === 'Etc/UTC' ? 'UTC' : zone && modernName(zone);
}

function ofDisplayName(name: string): ZoneName | undefined {
  const shown = name.replace(/^\((UTC|GMT)([+-]\d\d:\d\d)?\)\s*/, '');
  // A zone may be called anything, `constructor` too.
  const windows = Object.hasOwn(windowsDisplayNames, shown) ? windowsDisplayNames[shown] : undefined;
  return windows === undefined ? undefined : ofWindows(windows);
}

function ofIana(name: string): ZoneName | undefined {
  // Abbreviations (EST, CST, IST) are known to Intl, but mean different zones to different people.
  const isPlain = name.includes('/') || name === 'Zulu' || name === 'Universal';
  return isPlain && isZone(name) ? modernName(name) : undefined;
}

/** CLDR keeps the oldest spelling of a zone; people know the present one, and labels are made of it. */
const modernNames: Readonly<Record<string, ZoneName>> = {
  'Asia/Calcutta': 'Asia/Kolkata',
  'Asia/Katmandu': 'Asia/Kathmandu',
  'Asia/Rangoon': 'Asia/Yangon',
  'Asia/Saigon': 'Asia/Ho_Chi_Minh',
  'Europe/Kiev': 'Europe/Kyiv',
  'America/Godthab': 'America/Nuuk',
  'America/Buenos_Aires': 'America/Argentina/Buenos_Aires',
  'America/Indianapolis': 'America/Indiana/Indianapolis',
};

function modernName(zone: ZoneName): ZoneName {
  const modern = modernNames[zone];
  return modern !== undefined && isZone(modern) ? modern : zone;
}
