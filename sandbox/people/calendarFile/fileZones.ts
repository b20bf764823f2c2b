import ICAL from 'ical.js';
import { findZone } from '#sandbox/graph/time/zones.ts';
import { Temporal } from 'temporal-polyfill';
import type { TextComponent } from './splitComponents.ts';

/** Turns a TZID of a file into an IANA name; undefined when nothing tells its rules. */
export type FileZones = (tzid: string) => string | undefined;

/**
 * The zones of a file: a name that is known (IANA, Windows, or an IANA name at the end of a path, as several programs write it), else the place that
 * the VTIMEZONE names (X-LIC-LOCATION), else the first zone with the same offsets over two years.
 */
export function createFileZones(components: readonly TextComponent[], firstYear: number): FileZones {
  const definitions = new Map<string, ICAL.Component>();
  for (const { name, text } of components) {
    if (name !== 'VTIMEZONE') continue;
    const component = ICAL.Component.fromString(text);
    const tzid = component.getFirstPropertyValue('tzid');
    if (typeof tzid === 'string') definitions.set(tzid, component);
  }
  const known = new Map<string, string | undefined>();
  return (tzid) => {
    if (!known.has(tzid)) known.set(tzid, resolve(tzid, definitions.get(tzid), firstYear));
    return known.get(tzid);
  };
}

function resolve(
  tzid: string,
  definition: ICAL.Component | undefined,
  firstYear: number,
): string | undefined {
  const plain = tzid.replace(/^"|"$/g, '');
  const segments = plain.split('/');
  const ends = [segments.slice(-3).join('/'), segments.slice(-2).join('/')];
  const place = definition?.getFirstPropertyValue('x-lic-location');
  for (const name of [plain, ...ends, typeof place === 'string' ? place : undefined]) {
    const zone = name === undefined ? undefined : findZone(name, 'all');
    if (zone !== undefined) return zone.iana;
  }
  return definition === undefined ? undefined : withSameOffsets(definition, firstYear);
}

const minutesInDay = 1440;

/** Offsets in minutes at noon UTC of every tenth day of two years. */
function samples(firstYear: number): readonly Date[] {
  return Array.from({ length: 73 }, (_, index) => new Date(Date.UTC(firstYear, 0, 1 + index * 10, 12)));
}

function withSameOffsets(definition: ICAL.Component, firstYear: number): string | undefined {
  const zone = new ICAL.Timezone(definition);
  const days = samples(firstYear);
  const wanted = days.map((day) => {
    const local = ICAL.Time.fromJSDate(day, true).convertToZone(zone);
    const wall = Date.UTC(local.year, local.month - 1, local.day, local.hour, local.minute);
    return Math.round((wall - day.getTime()) / 60_000) % minutesInDay;
  });
  return Intl.supportedValuesOf('timeZone').find((name) =>
    days.every((day, index) => {
      const at = Temporal.Instant.fromEpochMilliseconds(day.getTime()).toZonedDateTimeISO(name);
      return at.offsetNanoseconds / 60_000_000_000 === wanted[index];
    }),
  );
}
