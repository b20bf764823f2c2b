import { dayMilli, minuteMilli, weekdayOfNumber } from '#domain/time/days.ts';
import type { EpochMilli } from '#domain/time/types.ts';
import type { ZoneTable, ZoneTables } from '#domain/time/zoneTable.ts';
import { clearRange, planeWords, quarterMilli, setRange, type Plane } from './bits.ts';
import { readViews, type BusyPlanes } from './viewPlanes.ts';
import { tableOfRules } from './zoneRules.ts';
import type { PersonSchedule, ScheduleItem, WorkingHours } from './types.ts';

/** A stretch of UTC on the 15-minute grid: `days` times 24 hours from `origin`, a whole quarter. */
export interface UtcFrame {
  readonly origin: EpochMilli;
  readonly days: number;
}

/** One person over a UTC frame: six planes, one bit a quarter each. */
export interface PersonGrid extends BusyPlanes {
  readonly personId: string;
  /** Outside of working hours; empty when none are known. */
  readonly outside: Plane;
  /** Noon to one on the person's own clocks; empty when those are not known. */
  readonly lunch: Plane;
  /** Clocks of the person's working hours. */
  readonly table: ZoneTable | undefined;
}

/** What is wrong with what was said of a person. */
export type ScheduleProblem = 'bad-view' | 'bad-interval' | 'bad-working-hours' | 'no-days' | 'unknown-zone';

const planesAPerson = 6;
const lunchStartMinute = 12 * 60;
const lunchEndMinute = 13 * 60;

/** Turns what is known of a person into planes. Allocates one buffer for all of them. */
export function personGrid(
  schedule: PersonSchedule,
  frame: UtcFrame,
  tables: ZoneTables,
): PersonGrid | ScheduleProblem {
  const words = planeWords(frame.days);
  const buffer = new Uint32Array(words * planesAPerson);
  const plane = (index: number): Plane => buffer.subarray(index * words, (index + 1) * words);
  const planes = { taken: plane(0), away: plane(1), tentative: plane(2), unknown: plane(3) };
  const outside = plane(4);
  const lunch = plane(5);

  setRange(planes.unknown, 0, frame.days * 96);
  if (schedule.unknownReason === undefined) {
    if (!schedule.items.every(isInterval)) return 'bad-interval';
    if (!readViews(planes, schedule.views, frame.origin)) return 'bad-view';
    readItems(planes, schedule.items, frame.origin);
  }

  const hours = schedule.workingHours;
  if (!hours) return { personId: schedule.personId, ...planes, outside, lunch, table: undefined };
  const problem = problemOfHours(hours);
  if (problem) return problem;
  const table = tableOfRules(hours.zone, frame.origin, frame.origin + frame.days * dayMilli, tables);
  if (!table) return 'unknown-zone';
  setRange(outside, 0, frame.days * 96);
  forEachStretch(frame, table, hours.startMinute, hours.endMinute, (dayNumber, from, to) => {
    // A quarter is inside only when all of it is.
    if (hours.days.includes(weekdayOfNumber(dayNumber))) clearRange(outside, Math.ceil(from), Math.floor(to));
  });
  forEachStretch(frame, table, lunchStartMinute, lunchEndMinute, (_, from, to) => {
    setRange(lunch, Math.floor(from), Math.ceil(to));
  });
  return { personId: schedule.personId, ...planes, outside, lunch, table };
}

/** Hours must lie within one day: a shift over midnight is nothing that `getSchedule` can say. */
function problemOfHours({ days, startMinute, endMinute }: WorkingHours): ScheduleProblem | undefined {
  if (days.length === 0) return 'no-days';
  const isSound =
    days.every((day) => Number.isInteger(day) && day >= 1 && day <= 7) &&
    Number.isInteger(startMinute) &&
    Number.isInteger(endMinute) &&
    startMinute >= 0 &&
    startMinute < endMinute &&
    endMinute <= 1440;
  return isSound ? undefined : 'bad-working-hours';
}

export function isInterval({ start, end }: ScheduleItem): boolean {
  return Number.isSafeInteger(start) && Number.isSafeInteger(end) && start <= end;
}

function readItems(planes: BusyPlanes, items: readonly ScheduleItem[], origin: EpochMilli): void {
  for (const { start, end, status } of items) {
    if (status === 'free' || status === 'workingElsewhere' || start === end) continue;
    const from = Math.floor((start - origin) / quarterMilli);
    const to = Math.ceil((end - origin) / quarterMilli);
    if (status === 'tentative') setRange(planes.tentative, from, to);
    else if (status === 'unknown') setRange(planes.unknown, from, to);
    else setRange(planes.taken, from, to);
    if (status === 'outOfOffice') setRange(planes.away, from, to);
  }
}

/**
 * Calls back with every stretch of instants at which a zone's clocks show `[startMinute, endMinute)` of a day, in
 * quarters from the frame's origin. A change of the clocks inside cuts a stretch in two, so that an hour that comes
 * twice is met twice and one that is left out never.
 */
function forEachStretch(
  frame: UtcFrame,
  table: ZoneTable,
  startMinute: number,
  endMinute: number,
  visit: (dayNumber: number, fromQuarter: number, toQuarter: number) => void,
): void {
  const frameEnd = frame.origin + frame.days * dayMilli;
  for (let index = 0; index < table.starts.length; index++) {
    const since = index === 0 ? frame.origin : Math.max(table.starts[index] ?? 0, frame.origin);
    const until = Math.min(table.starts[index + 1] ?? frameEnd, frameEnd);
    if (since >= until) continue;
    const offset = table.offsetsMilli[index] ?? 0;
    const lastDay = Math.floor((until + offset) / dayMilli);
    for (let dayNumber = Math.floor((since + offset) / dayMilli); dayNumber <= lastDay; dayNumber++) {
      const midnight = dayNumber * dayMilli - offset;
      const from = Math.max(midnight + startMinute * minuteMilli, since);
      const to = Math.min(midnight + endMinute * minuteMilli, until);
      if (from < to) {
        visit(dayNumber, (from - frame.origin) / quarterMilli, (to - frame.origin) / quarterMilli);
      }
    }
  }
}
