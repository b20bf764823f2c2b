import { findIana, findWindows } from 'windows-iana';
import type { ZoneName } from '#domain/time/types.ts';

/**
 * The name under which Exchange surely knows a zone. Windows names are the ones that every Exchange accepts; of IANA names Graph documents
 * only a list of about a hundred (resource dateTimeTimeZone), so one without a Windows name is sent as it is.
 */
export function exchangeZoneOf(zone: ZoneName): string {
  if (utcNames.has(zone.toLowerCase())) return 'UTC';
  return findWindows(zone)[0] ?? findWindows(canonicalZone(zone) ?? zone)[0] ?? zone;
}

/** The IANA name of a zone that Exchange names; undefined for custom zones and names nobody knows. */
export function ianaZoneOf(name: string): ZoneName | undefined {
  if (utcNames.has(name.toLowerCase())) return 'UTC';
  return findIana(name)[0] ?? canonicalZone(name);
}

const utcNames = new Set([
  'utc',
  'etc/utc',
  'etc/gmt',
  'gmt',
  'coordinated universal time',
  'tzone://microsoft/utc',
]);

/** The name as this device spells it, or undefined when it does not know the zone. */
function canonicalZone(zone: string): ZoneName | undefined {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone;
  } catch {
    return undefined;
  }
}
