import type { ZoneName } from '#domain/time/types.ts';
import { toIana } from '#domain/time/windowsZones.ts';
import { windowsOfIana } from '#domain/time/windowsZoneTable.ts';

/**
 * The name under which Exchange surely knows a zone. Windows names are the ones that every Exchange accepts; of IANA names Graph documents
 * only a list of about a hundred (resource dateTimeTimeZone), so one without a Windows name is sent as it is.
 */
export function exchangeZoneOf(zone: ZoneName): string {
  if (utcNames.has(zone.toLowerCase())) return 'UTC';
  return windowsOfIana(zone) ?? newerZones.get(zone) ?? zone;
}

/** The IANA name of a zone that Exchange names; undefined for custom zones and names nobody knows. */
export function ianaZoneOf(name: string): ZoneName | undefined {
  return utcNames.has(name.toLowerCase()) ? 'UTC' : toIana(name);
}

const utcNames = new Set([
  'utc',
  'etc/utc',
  'etc/gmt',
  'gmt',
  'coordinated universal time',
  'tzone://microsoft/utc',
]);

/** Zones and spellings younger than CLDR's table, with the Windows zone of the same clocks. */
const newerZones = new Map([
  ['Europe/Kyiv', 'FLE Standard Time'],
  ['America/Ciudad_Juarez', 'Mountain Standard Time'],
  ['America/Coyhaique', 'Magallanes Standard Time'],
  ['Pacific/Kanton', 'UTC+13'],
]);
