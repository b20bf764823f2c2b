import type { AvailabilityView, PersonSchedule, WorkingHours } from '#domain/availability/types.ts';
import type { SeasonQuery, SeasonSlot } from '#domain/season/types.ts';
import { tableOfOffsets, type ZoneTables } from '#domain/time/zoneTable.ts';

/** Builders for seasons that a person can check by hand. Instants are written as ISO texts with their offset. */

export function at(text: string): number {
  const instant = Date.parse(text);
  if (Number.isNaN(instant)) throw new RangeError(`no instant: ${text}`);
  return instant;
}

/** An entry of a calendar: from, to, and the digit of `availabilityView`. */
export type Entry = readonly [from: string, to: string, digit: '1' | '2' | '3' | '4'];

/** A view that is free but for the entries, in intervals of a quarter of an hour unless told. */
export function viewOf(
  from: string,
  to: string,
  entries: readonly Entry[],
  intervalMinutes = 15,
): AvailabilityView {
  const start = at(from);
  const intervalMilli = intervalMinutes * 60_000;
  const digits: string[] = Array.from({ length: Math.round((at(to) - start) / intervalMilli) }, () => '0');
  for (const [begin, end, digit] of entries) {
    const first = Math.max(Math.floor((at(begin) - start) / intervalMilli), 0);
    const last = Math.min(Math.ceil((at(end) - start) / intervalMilli), digits.length);
    for (let index = first; index < last; index++) {
      if (Number(digit) > Number(digits[index])) digits[index] = digit;
    }
  }
  return { start, intervalMinutes, view: digits.join('') };
}

export function person(
  personId: string,
  views: readonly AvailabilityView[],
  more: Partial<PersonSchedule> = {},
): PersonSchedule {
  return { personId, views, items: [], workingHours: undefined, unknownReason: undefined, ...more };
}

/** Working hours from Monday to Friday, nine to five unless told. */
export function officeHours(zone: string, startMinute = 9 * 60, endMinute = 17 * 60): WorkingHours {
  return { days: [1, 2, 3, 4, 5], startMinute, endMinute, zone: { kind: 'named', name: zone } };
}

/** Four weeks of March 2027 in London, Monday to Friday, an hour each week. */
export function seasonQuery(more: Partial<SeasonQuery> = {}): SeasonQuery {
  return {
    zone: 'Europe/London',
    firstDay: '2027-03-01',
    lastDay: '2027-03-28',
    cadence: { kind: 'weekly', everyWeeks: 1 },
    lengthMinutes: 60,
    hours: { days: [1, 2, 3, 4, 5], earliestMinute: 9 * 60, latestMinute: 17 * 60 },
    blackouts: [],
    schedules: [person('dana', [viewOf('2027-02-27T00:00Z', '2027-03-30T00:00Z', [])])],
    ...more,
  };
}

export function slot(
  weekday: SeasonSlot['weekday'],
  startMinute: number,
  more: Partial<SeasonSlot> = {},
): SeasonSlot {
  return {
    cadence: { kind: 'weekly', everyWeeks: 1 },
    weekday,
    startMinute,
    lengthMinutes: 60,
    phase: 0,
    ...more,
  };
}

/** A minute of the day as people write it. */
export function clock(minuteOfDay: number): string {
  return `${String(Math.floor(minuteOfDay / 60)).padStart(2, '0')}:${String(minuteOfDay % 60).padStart(2, '0')}`;
}

export interface PinnedZone {
  /** Minutes ahead of UTC before the first change. */
  readonly offsetMinutes: number;
  /** From each of these instants on, so many minutes ahead of UTC. */
  readonly changes: readonly (readonly [instant: string, offsetMinutes: number])[];
}

/** Zone tables with rules of the test's own, because machines differ in what they know of zones. */
export function pinnedZones(zones: Readonly<Record<string, PinnedZone>>): ZoneTables {
  return (zone, from, to) => {
    const pinned = zones[zone];
    if (!pinned) return undefined;
    const offsetAt = (instant: number): number =>
      60_000 * (pinned.changes.findLast(([since]) => at(since) <= instant)?.[1] ?? pinned.offsetMinutes);
    return tableOfOffsets(offsetAt, from, to);
  };
}
