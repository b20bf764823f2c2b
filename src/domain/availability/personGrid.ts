import { dayMilli, weekdayOfNumber } from '#domain/time/days.ts';
import type { EpochMilli } from '#domain/time/types.ts';
import type { ZoneTable, ZoneTables } from '#domain/time/zoneTable.ts';
import { planeWords, quarterMilli, quartersADay, setRange, type Plane } from './bits.ts';
import { readViews, type BusyPlanes } from './viewPlanes.ts';
import { tileWeeks, wallSegments, type UtcFrame, type WallSegment } from './wallGrid.ts';
import { tableOfRules } from './zoneRules.ts';
import type { PersonSchedule, ScheduleItem, WorkingHours } from './types.ts';

/** One person over a UTC frame: six planes, one bit a quarter each. */
export interface PersonGrid extends BusyPlanes {
  readonly personId: string;
  /** Outside of working hours; empty when none are known. */
  readonly outside: Plane;
  /** Noon to one on the person's own clocks; empty when those are not known. */
  readonly lunch: Plane;
  /** Clocks of the person's working hours. */
  readonly table: ZoneTable | undefined;
  /** The frame on those clocks, see `mondayBefore`. */
  readonly segments: readonly WallSegment[] | undefined;
}

/** What is wrong with what was said of a person. */
export type ScheduleProblem = 'bad-view' | 'bad-interval' | 'bad-working-hours' | 'no-days' | 'unknown-zone';

const planesAPerson = 6;
const everyDay = [1, 2, 3, 4, 5, 6, 7] as const;
const lunchStartMinute = 12 * 60;
const lunchEndMinute = 13 * 60;

/** Turns what is known of a person into planes. Allocates one buffer for all of them. */
export function personGrid(
  schedule: PersonSchedule,
  frame: UtcFrame,
  tables: ZoneTables,
): PersonGrid | ScheduleProblem {
  const words = planeWords(frame.days);
  const buffer = new Int32Array(words * planesAPerson);
  const plane = (index: number): Plane => buffer.subarray(index * words, (index + 1) * words);
  const planes = { taken: plane(0), away: plane(1), tentative: plane(2), unknown: plane(3) };
  const outside = plane(4);
  const lunch = plane(5);

  setRange(planes.unknown, 0, frame.days * quartersADay);
  if (schedule.unknownReason === undefined) {
    if (!schedule.items.every(isInterval)) return 'bad-interval';
    if (!readViews(planes, schedule.views, frame.origin)) return 'bad-view';
    readItems(planes, schedule.items, frame.origin);
  }

  const hours = schedule.workingHours;
  const { personId } = schedule;
  if (!hours) return { personId, ...planes, outside, lunch, table: undefined, segments: undefined };
  const problem = problemOfHours(hours);
  if (problem) return problem;
  const table = tableOfRules(hours.zone, frame.origin, frame.origin + frame.days * dayMilli, tables);
  const segments = table && wallSegments(frame, table, mondayBefore(frame));
  if (!table || !segments) return 'unknown-zone';
  const inside = weekOf(hours.days, Math.ceil(hours.startMinute / 15), Math.floor(hours.endMinute / 15));
  for (let word = 0; word < inside.length - 1; word++) inside[word] = ~(inside[word] ?? 0);
  tileWeeks(outside, inside, segments);
  tileWeeks(lunch, weekOf(everyDay, lunchStartMinute / 15, lunchEndMinute / 15), segments);
  return { personId, ...planes, outside, lunch, table, segments };
}

/** Day number of a Monday that has begun in every zone when the frame begins. */
export function mondayBefore(frame: UtcFrame): number {
  const dayNumber = Math.floor(frame.origin / dayMilli) - 2;
  return dayNumber - weekdayOfNumber(dayNumber) + 1;
}

// The week at hand; used up at once.
const week = new Int32Array(planeWords(7));

/** A week from Monday midnight on with `[from, to)` of some of its days set, in quarters of the day. */
function weekOf(days: readonly number[], from: number, to: number): Plane {
  week.fill(0);
  for (const day of days) setRange(week, (day - 1) * quartersADay + from, (day - 1) * quartersADay + to);
  return week;
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

function isInterval({ start, end }: ScheduleItem): boolean {
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
