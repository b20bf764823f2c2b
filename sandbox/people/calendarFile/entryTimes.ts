import ICAL from 'ical.js';
import type { FileZones } from './fileZones.ts';

/** Start and end of an entry on one wall. Wall times are `yyyy-MM-ddTHH:mm:ss`. */
export interface EntryTimes {
  readonly start: string;
  readonly milliseconds: number;
  /** IANA. */
  readonly zone: string;
  readonly isAllDay: boolean;
}

const secondsInDay = 86_400;

/** Reads a date or date-time property on the wall of the zone it names; floating times and whole days are on the owner's wall. Throws RangeError. */
export function wallOf(
  property: ICAL.Property,
  value: ICAL.Time,
  fileZones: FileZones,
  ownerZone: string,
): { readonly wall: string; readonly zone: string } {
  const digits = (number: number, width = 2): string => String(number).padStart(width, '0');
  const time = value.isDate
    ? '00:00:00'
    : `${digits(value.hour)}:${digits(value.minute)}:${digits(value.second)}`;
  const wall = `${digits(value.year, 4)}-${digits(value.month)}-${digits(value.day)}T${time}`;
  if (value.isDate) return { wall, zone: ownerZone };
  const tzid: unknown = property.getParameter('tzid');
  if (typeof tzid === 'string') {
    const zone = fileZones(tzid);
    if (zone === undefined)
      throw new RangeError(`the time zone "${tzid}" is not known and not defined in the file`);
    return { wall, zone };
  }
  return { wall, zone: value.zone === ICAL.Timezone.utcTimezone ? 'UTC' : ownerZone };
}

/** The only value of a property as a time; throws RangeError when it is missing or of another kind. */
export function timeValue(component: ICAL.Component, name: string): [ICAL.Property, ICAL.Time] | undefined {
  const property = component.getFirstProperty(name);
  if (property === null) return undefined;
  const value: unknown = property.getFirstValue();
  if (!(value instanceof ICAL.Time) || Number.isNaN(value.toUnixTime()))
    throw new RangeError(`${name.toUpperCase()} is no date or time`);
  return [property, value];
}

/** Reads DTSTART with DTEND or DURATION. Throws RangeError with a reason. */
export function entryTimes(component: ICAL.Component, fileZones: FileZones, ownerZone: string): EntryTimes {
  const from = timeValue(component, 'dtstart');
  if (from === undefined) throw new RangeError('DTSTART is missing');
  const [property, value] = from;
  const { wall, zone } = wallOf(property, value, fileZones, ownerZone);
  const isAllDay = value.isDate;
  return { start: wall, zone, isAllDay, milliseconds: lengthOf(component, value, isAllDay) };
}

function lengthOf(component: ICAL.Component, start: ICAL.Time, isAllDay: boolean): number {
  const end = timeValue(component, 'dtend');
  const duration: unknown = component.getFirstPropertyValue('duration');
  let seconds = isAllDay ? secondsInDay : 0;
  if (end !== undefined) {
    // Both on the same wall: the calendar difference is what an entry keeps when clocks change.
    const sameZone =
      String(component.getFirstProperty('dtstart')?.getParameter('tzid')) ===
      String(end[0].getParameter('tzid'));
    seconds = sameZone ? end[1].subtractDate(start).toSeconds() : end[1].subtractDateTz(start).toSeconds();
  } else if (duration instanceof ICAL.Duration) {
    seconds = duration.toSeconds();
  }
  if (isAllDay && seconds === 0) seconds = secondsInDay;
  if (seconds < 0) throw new RangeError('it ends before it starts');
  return seconds * 1000;
}

/** Adds to a wall time as if the wall had no clock changes. */
export function addToWall(wall: string, milliseconds: number): string {
  return new Date(Date.parse(`${wall}Z`) + milliseconds).toISOString().slice(0, 19);
}
