import ICAL from 'ical.js';
import { GraphFailure } from '#sandbox/graph/graphFailure.ts';
import { recurrenceDays } from '#sandbox/graph/recurrenceDays.ts';
import type { Recurrence } from '#sandbox/graph/recurrenceTypes.ts';
import { readRecurrence } from '#sandbox/graph/recurrenceWire.ts';
import { milliInDay, parseDay } from '#sandbox/graph/time/wallTime.ts';
import type { SeedEvent } from '#sandbox/types.ts';
import { Temporal } from 'temporal-polyfill';
import { addToWall, entryTimes, timeValue, wallOf, type EntryTimes } from './entryTimes.ts';
import { expandRule, type Horizon } from './expandRule.ts';
import type { FileZones } from './fileZones.ts';
import { graphRecurrence } from './graphRecurrence.ts';

export interface ReadingRules {
  readonly fileZones: FileZones;
  /** IANA zone of whole days and floating times. */
  readonly ownerZone: string;
  /** What rules without a pattern in Exchange are expanded over. */
  readonly horizon: Horizon;
}

/**
 * The entries of one UID: a single one, a series with what is left out and moved, or, where Exchange has no such pattern, one entry a date. `undefined` for a
 * master means that only changed dates are in the file. Throws RangeError with a reason.
 */
export function seedEventsOf(
  master: ICAL.Component | undefined,
  overrides: readonly ICAL.Component[],
  rules: ReadingRules,
): readonly SeedEvent[] {
  const changed = overrides.filter((component) => !isCancelled(component));
  const changedEntries = changed.map((component) => singleEntry(component, rules));
  if (master === undefined || isCancelled(master)) return changedEntries;

  const times = entryTimes(master, rules.fileZones, rules.ownerZone);
  const leftOut = new Set([
    ...datesOf(master, 'exdate', times, rules),
    ...overrides.map((component) => recurrenceId(component, times, rules)),
  ]);
  const added = datesOf(master, 'rdate', times, rules).filter((wall) => !leftOut.has(wall));
  const rule = ruleOf(master);
  if (rule === undefined) {
    const starts = new Set([times.start, ...added]);
    return [
      ...[...starts]
        .filter((wall) => !leftOut.has(wall))
        .map((wall) => entry(master, { ...times, start: wall })),
      ...changedEntries,
    ];
  }

  const series = seriesOf(rule, times);
  if (series === undefined) {
    const starts = new Set([...expandRule(rule, times.start, times.zone, rules.horizon), ...added]);
    return [
      ...[...starts]
        .filter((wall) => !leftOut.has(wall))
        .map((wall) => entry(master, { ...times, start: wall })),
      ...changedEntries,
    ];
  }
  const cancelledDates = [...leftOut]
    .filter((wall) => wall.slice(10) === times.start.slice(10) && isDateOf(series.read, wall.slice(0, 10)))
    .map((wall) => wall.slice(0, 10));
  return [
    {
      ...entry(master, times),
      recurrence: series.wire,
      ...(cancelledDates.length > 0 ? { cancelledDates } : {}),
    },
    ...added.filter((wall) => wall !== times.start).map((wall) => entry(master, { ...times, start: wall })),
    ...changedEntries,
  ];
}

function singleEntry(component: ICAL.Component, rules: ReadingRules): SeedEvent {
  return entry(component, entryTimes(component, rules.fileZones, rules.ownerZone));
}

function entry(component: ICAL.Component, times: EntryTimes): SeedEvent {
  const place = textOf(component, 'location');
  const sensitivity = sensitivities[textOf(component, 'class').toUpperCase()];
  return {
    subject: textOf(component, 'summary').slice(0, 255),
    start: { dateTime: times.start, timeZone: times.zone },
    end: { dateTime: addToWall(times.start, times.milliseconds), timeZone: times.zone },
    showAs: showAs(component),
    ...(times.isAllDay ? { isAllDay: true } : {}),
    ...(place === '' ? {} : { location: { displayName: place.slice(0, 255) } }),
    ...(sensitivity === undefined ? {} : { sensitivity }),
  };
}

const sensitivities: Readonly<Record<string, SeedEvent['sensitivity']>> = {
  PRIVATE: 'private',
  CONFIDENTIAL: 'confidential',
};

const busyStatus: Readonly<Record<string, SeedEvent['showAs']>> = {
  FREE: 'free',
  TENTATIVE: 'tentative',
  BUSY: 'busy',
  OOF: 'oof',
  WORKINGELSEWHERE: 'workingElsewhere',
};

/** Microsoft's own property first, then transparency and status. */
function showAs(component: ICAL.Component): NonNullable<SeedEvent['showAs']> {
  const microsoft = busyStatus[textOf(component, 'x-microsoft-cdo-busystatus').toUpperCase()];
  if (microsoft !== undefined) return microsoft;
  if (textOf(component, 'transp').toUpperCase() === 'TRANSPARENT') return 'free';
  return textOf(component, 'status').toUpperCase() === 'TENTATIVE' ? 'tentative' : 'busy';
}

function isCancelled(component: ICAL.Component): boolean {
  return textOf(component, 'status').toUpperCase() === 'CANCELLED';
}

function textOf(component: ICAL.Component, name: string): string {
  const value: unknown = component.getFirstPropertyValue(name);
  return typeof value === 'string' ? value : '';
}

function ruleOf(component: ICAL.Component): ICAL.Recur | undefined {
  if (component.getAllProperties('rrule').length > 1) throw new RangeError('it has more than one RRULE');
  const value: unknown = component.getFirstPropertyValue('rrule');
  if (value === null || value === undefined) return undefined;
  if (!(value instanceof ICAL.Recur) || value.freq === undefined)
    throw new RangeError('RRULE cannot be read');
  return value;
}

/** All walls of EXDATE or RDATE in the zone of the series; a whole-day value stands for that day's date of the series. */
function datesOf(
  component: ICAL.Component,
  name: string,
  times: EntryTimes,
  rules: ReadingRules,
): readonly string[] {
  return component.getAllProperties(name).flatMap((property) =>
    property.getValues().map((value: unknown) => {
      const time = value instanceof ICAL.Period ? value.start : value;
      if (!(time instanceof ICAL.Time)) throw new RangeError(`${name.toUpperCase()} is no date or time`);
      return onWallOf(times, property, time, rules);
    }),
  );
}

function recurrenceId(component: ICAL.Component, times: EntryTimes, rules: ReadingRules): string {
  const found = timeValue(component, 'recurrence-id');
  if (found === undefined) throw new RangeError('RECURRENCE-ID is missing');
  return onWallOf(times, ...found, rules);
}

function onWallOf(times: EntryTimes, property: ICAL.Property, time: ICAL.Time, rules: ReadingRules): string {
  const { wall, zone } = wallOf(property, time, rules.fileZones, rules.ownerZone);
  if (time.isDate) return `${wall.slice(0, 10)}${times.start.slice(10)}`;
  if (zone === times.zone) return wall;
  return Temporal.PlainDateTime.from(wall)
    .toZonedDateTime(zone)
    .withTimeZone(times.zone)
    .toPlainDateTime()
    .toString({ smallestUnit: 'second' });
}

/** The series as Exchange has it, read back by the calendar's own reader, or undefined where it has no such series. */
function seriesOf(
  rule: ICAL.Recur,
  times: EntryTimes,
): { readonly wire: NonNullable<SeedEvent['recurrence']>; readonly read: Recurrence } | undefined {
  const day = times.start.slice(0, 10);
  const wire = graphRecurrence(rule, { day, zone: times.zone, lastDay: lastDayOf(rule, times) });
  const startDay = parseDay(day);
  if (wire === undefined || startDay === undefined) return undefined;
  try {
    return { wire, read: readRecurrence(wire, startDay, times.milliseconds) };
  } catch (error) {
    if (error instanceof GraphFailure) return undefined;
    throw error;
  }
}

/** The last local day on which a date at the series' hour is not after UNTIL. */
function lastDayOf(rule: ICAL.Recur, times: EntryTimes): string | undefined {
  const until: ICAL.Time | null = rule.until;
  if (until === null) return undefined;
  const digits = until.toString().slice(0, 19);
  if (until.isDate || times.isAllDay) return digits.slice(0, 10);
  const wall =
    until.zone === ICAL.Timezone.utcTimezone
      ? Temporal.PlainDateTime.from(digits.replace('Z', ''))
          .toZonedDateTime('UTC')
          .withTimeZone(times.zone)
          .toPlainDateTime()
          .toString({ smallestUnit: 'second' })
      : digits;
  const day = wall.slice(0, 10);
  return wall.slice(10) >= times.start.slice(10)
    ? day
    : addToWall(`${day}T00:00:00`, -milliInDay).slice(0, 10);
}

function isDateOf(recurrence: Recurrence, date: string): boolean {
  const day = parseDay(date);
  return day !== undefined && recurrenceDays(recurrence, day, day + 1).length === 1;
}
