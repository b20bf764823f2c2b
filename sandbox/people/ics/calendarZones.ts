import ICAL from 'ical.js';
import { offsetAt } from '#sandbox/graph/time/zoneOffsets.ts';
import { findAnyIana, findZone, windowsZoneNames, type Zone } from '#sandbox/graph/time/zones.ts';
import { CalendarError } from './calendarError.ts';
import type { CalendarComponent } from './readComponents.ts';
import { textOf, type WrittenTime } from './readValues.ts';

/** Finds the zone that a TZID of the file means. Throws a CalendarError at the line that uses an unknown one. */
export interface CalendarZones {
  find(time: WrittenTime): Zone;
}

/** Summer and winter of the years in which dates matter, on the half hour, epoch milliseconds. */
function sampleInstants(aroundEpochMilli: number): readonly number[] {
  const year = new Date(aroundEpochMilli).getUTCFullYear();
  const week = 7 * 86_400_000;
  return Array.from({ length: 160 }, (_, index) => Date.UTC(year - 1, 0, 1, 12, 30) + index * week);
}

/**
 * The zones of one file. A TZID is taken for an IANA or Windows name; with a prefix such as `/citadel.org/20210210_1/Europe/Berlin` by its end; else its
 * VTIMEZONE is compared with the zones that Exchange knows, and has to behave as one of them.
 */
export function createCalendarZones(
  calendars: readonly CalendarComponent[],
  nowEpochMilli: number,
): CalendarZones {
  const definitions = new Map<string, CalendarComponent>();
  for (const { components } of calendars)
    for (const component of components)
      if (component.name === 'VTIMEZONE') definitions.set(textOf(component, 'TZID'), component);
  const known = new Map<string, Zone | undefined>();

  function resolve(zoneId: string): Zone | undefined {
    const named = byName(zoneId);
    if (named !== undefined) return named;
    const definition = definitions.get(zoneId);
    if (definition === undefined) return undefined;
    const place = textOf(definition, 'X-LIC-LOCATION');
    return byName(place) ?? byBehaviour(definition, nowEpochMilli);
  }

  return {
    find({ zoneId, line }) {
      const id = zoneId ?? '';
      if (!known.has(id)) known.set(id, resolve(id));
      const zone = known.get(id);
      if (zone === undefined)
        throw new CalendarError(
          line,
          definitions.has(id)
            ? `the time zone "${id}" changes its clocks as no zone that Exchange knows.`
            : `the time zone "${id}" is neither known nor defined in the file.`,
        );
      return zone;
    },
  };
}

function byName(name: string): Zone | undefined {
  if (name === '') return undefined;
  const whole = findZone(name, 'all');
  if (whole !== undefined) return whole;
  const parts = name.split('/');
  for (const count of [3, 2])
    if (parts.length > count) {
      const end = findAnyIana(parts.slice(-count).join('/'));
      if (end !== undefined) return end;
    }
  return undefined;
}

function plainText(component: CalendarComponent): string {
  return [
    `BEGIN:${component.name}`,
    ...component.properties.map(({ text }) => text),
    ...component.components.map((inner) => plainText(inner)),
    `END:${component.name}`,
  ].join('\r\n');
}

function byBehaviour(definition: CalendarComponent, nowEpochMilli: number): Zone | undefined {
  let zone: InstanceType<typeof ICAL.Timezone>;
  try {
    zone = new ICAL.Timezone(ICAL.Component.fromString(plainText(definition)));
  } catch (cause) {
    throw new CalendarError(definition.line, 'this time zone cannot be read.', { cause });
  }
  const samples = sampleInstants(nowEpochMilli).map((instant) => ({
    instant,
    offset: offsetOfDefinition(zone, instant),
  }));
  return windowsZoneNames()
    .map((name) => findZone(name, 'all'))
    .find(
      (candidate) =>
        candidate !== undefined &&
        samples.every(({ instant, offset }) => offsetAt(candidate.iana, instant) === offset),
    );
}

/** Offset of a VTIMEZONE at an instant, milliseconds. ical.js tells offsets by wall time, so the wall time is found first. */
function offsetOfDefinition(zone: InstanceType<typeof ICAL.Timezone>, instant: number): number {
  let offset = 0;
  for (let round = 0; round < 3; round += 1) {
    const wall = new Date(instant + offset);
    const time = new ICAL.Time(
      {
        year: wall.getUTCFullYear(),
        month: wall.getUTCMonth() + 1,
        day: wall.getUTCDate(),
        hour: wall.getUTCHours(),
        minute: wall.getUTCMinutes(),
        second: 0,
      },
      zone,
    );
    offset = zone.utcOffset(time) * 1000;
  }
  return offset;
}
