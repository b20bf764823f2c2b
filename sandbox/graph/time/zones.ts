import { Temporal } from 'temporal-polyfill';
import { findIana, findWindows, getWindowsTimeZones } from './windowsZones.ts';

/** A zone by the name it was written with, and by the IANA name its rules come from. */
export interface Zone {
  readonly name: string;
  readonly iana: string;
}

export const utc: Zone = { name: 'UTC', iana: 'UTC' };

/** Names beside Windows' own that the calendar API documents (dateTimeTimeZone resource page). */
export const documentedIanaNames: readonly string[] = (
  'Etc/GMT+12 Etc/GMT+11 Pacific/Honolulu America/Anchorage America/Santa_Isabel America/Los_Angeles America/Phoenix America/Chihuahua ' +
  'America/Denver America/Guatemala America/Chicago America/Mexico_City America/Regina America/Bogota America/New_York ' +
  'America/Indiana/Indianapolis America/Caracas America/Asuncion America/Halifax America/Cuiaba America/La_Paz America/Santiago ' +
  'America/St_Johns America/Sao_Paulo America/Argentina/Buenos_Aires America/Cayenne America/Godthab America/Montevideo America/Bahia ' +
  'Etc/GMT+2 Atlantic/Azores Atlantic/Cape_Verde Africa/Casablanca Etc/GMT Europe/London Atlantic/Reykjavik Europe/Berlin Europe/Budapest ' +
  'Europe/Paris Europe/Warsaw Africa/Lagos Africa/Windhoek Europe/Bucharest Asia/Beirut Africa/Cairo Asia/Damascus Africa/Johannesburg ' +
  'Europe/Kyiv Europe/Istanbul Asia/Jerusalem Asia/Amman Asia/Baghdad Europe/Kaliningrad Asia/Riyadh Africa/Nairobi Asia/Tehran Asia/Dubai ' +
  'Asia/Baku Europe/Moscow Indian/Mauritius Asia/Tbilisi Asia/Yerevan Asia/Kabul Asia/Karachi Asia/Tashkent Asia/Kolkata Asia/Colombo ' +
  'Asia/Kathmandu Asia/Almaty Asia/Dhaka Asia/Yekaterinburg Asia/Yangon Asia/Bangkok Asia/Novosibirsk Asia/Shanghai Asia/Krasnoyarsk ' +
  'Asia/Singapore Australia/Perth Asia/Taipei Asia/Ulaanbaatar Asia/Irkutsk Asia/Tokyo Asia/Seoul Australia/Adelaide Australia/Darwin ' +
  'Australia/Brisbane Australia/Sydney Pacific/Port_Moresby Australia/Hobart Asia/Yakutsk Pacific/Guadalcanal Asia/Vladivostok ' +
  'Pacific/Auckland Etc/GMT-12 Pacific/Fiji Asia/Magadan Pacific/Tongatapu Pacific/Apia Pacific/Kiritimati'
).split(' ');

const documented = new Map(documentedIanaNames.map((name) => [name.toLowerCase(), name]));
const windows = new Map(getWindowsTimeZones().map((name) => [name.toLowerCase(), name]));
const resolved = new Map<string, Zone | undefined>();

/** The zone of a name as a calendar request may write it: Windows, documented IANA, or (with `all`) any IANA name. */
export function findZone(name: string, ianaNames: 'documented' | 'all'): Zone | undefined {
  const key = `${ianaNames} ${name}`;
  if (!resolved.has(key)) {
    if (resolved.size > 5000) resolved.clear();
    resolved.set(key, resolveZone(name, ianaNames));
  }
  return resolved.get(key);
}

function resolveZone(name: string, ianaNames: 'documented' | 'all'): Zone | undefined {
  const lower = name.trim().toLowerCase();
  // Exchange's own address of UTC, met in answers of older mailboxes.
  if (lower === 'utc' || lower === 'tzone://microsoft/utc') return utc;
  const windowsName = windows.get(lower);
  if (windowsName !== undefined) {
    const iana = findIana(windowsName);
    return iana === undefined ? undefined : { name: windowsName, iana };
  }
  const documentedName = documented.get(lower);
  if (documentedName !== undefined) return { name: documentedName, iana: documentedName };
  return ianaNames === 'all' ? findAnyIana(name.trim()) : undefined;
}

/** Any name the time zone database knows; not an offset such as `+02:00`. */
export function findAnyIana(name: string): Zone | undefined {
  if (!/^[A-Za-z][A-Za-z0-9_+\-/]*$/.test(name)) return undefined;
  try {
    const { timeZoneId } = Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(name);
    return { name: timeZoneId, iana: timeZoneId };
  } catch {
    return undefined;
  }
}

const windowsNames = new Map<string, string>();

/** The Windows name of a zone, or the name it has where Windows has none. */
export function windowsNameOf(zone: Zone): string {
  if (zone.iana === 'UTC') return 'UTC';
  let name = windowsNames.get(zone.name);
  if (name === undefined) {
    name = windows.has(zone.name.toLowerCase()) ? zone.name : (findWindows(zone.iana) ?? zone.name);
    windowsNames.set(zone.name, name);
  }
  return name;
}

/** Every Windows name, sorted. */
export function windowsZoneNames(): readonly string[] {
  return [...windows.values()].toSorted();
}
