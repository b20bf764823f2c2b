import { quarterMilli, quartersADay } from '#domain/availability/bits.ts';
import { filledUntil } from '#domain/availability/filledUntil.ts';
import { mondayBefore, personGrid, type PersonGrid } from '#domain/availability/personGrid.ts';
import { firstPass, wallSegments, type UtcFrame, type WallSegment } from '#domain/availability/wallGrid.ts';
import { dayMilli, dayNumberOf, isoDay, weekdayOfNumber } from '#domain/time/days.ts';
import type { EpochMilli, IsoDay } from '#domain/time/types.ts';
import { instantOfReading } from '#domain/time/wallClock.ts';
import { offsetIn, type ZoneTable, type ZoneTables } from '#domain/time/zoneTable.ts';
import { checkQuery } from './checkQuery.ts';
import { daysOfMonths, seasonMonths, type SeasonMonth } from './datesOf.ts';
import type { InvalidQuery, SeasonQuery, SlotRanking } from './types.ts';

/**
 * A season as bits: everybody's planes on UTC, and how the season's own clocks lie over them. Days and quarters
 * "of the season" count from midnight of its first day on those clocks.
 */
export interface SeasonGrid {
  readonly query: SeasonQuery;
  readonly frame: UtcFrame;
  readonly table: ZoneTable;
  readonly segments: readonly WallSegment[];
  /** Day number of the season's first day. */
  readonly firstDay: number;
  readonly dayCount: number;
  /** The days of the season, written out. */
  readonly days: readonly IsoDay[];
  readonly people: readonly PersonGrid[];
  /** Of each day, the weekday, 1 to 7. */
  readonly weekdays: Uint8Array;
  /** Of each day, the `delta` of its segment, or `mixedDay` when the clocks change on it. */
  readonly deltas: Int32Array;
  readonly months: readonly SeasonMonth[];
  /** Of each day, which of the months it lies in. */
  readonly monthOfDay: Uint8Array;
  /** 1 for each day left out by wish. */
  readonly blackouts: Uint8Array;
  /** The first day of the season beyond what looks filled; `dayCount` when there is none. */
  readonly openFrom: number;
  readonly filledUntil: SlotRanking['filledUntil'];
}

/** Days around the season: offsets reach 14 hours, and what stands just before and after a meeting counts too. */
const marginDays = 1;

/** Checks a query and turns it into bits. */
export function seasonGrid(query: SeasonQuery, tables: ZoneTables): SeasonGrid | InvalidQuery {
  const invalid = checkQuery(query);
  if (invalid) return invalid;
  const firstDay = dayNumberOf(query.firstDay);
  const dayCount = dayNumberOf(query.lastDay) - firstDay + 1;
  // UTC days that hold the season in any zone.
  const frame = { origin: (firstDay - marginDays) * dayMilli, days: dayCount + 2 * marginDays };
  const table = tables(query.zone, frame.origin, frame.origin + frame.days * dayMilli);
  const segments = table && wallSegments(frame, table, firstDay);
  if (!table || !segments) return { kind: 'invalid', problem: 'unknown-zone' };

  const people: PersonGrid[] = [];
  for (const schedule of query.schedules) {
    const person = personGrid(schedule, frame, tables);
    if (typeof person === 'string') {
      return { kind: 'invalid', problem: person, personId: schedule.personId };
    }
    people.push(person);
  }
  const blackouts = new Uint8Array(dayCount);
  for (const day of query.blackouts) {
    const index = dayNumberOf(day) - firstDay;
    if (index >= 0 && index < dayCount) blackouts[index] = 1;
  }
  const weekdays = new Uint8Array(dayCount);
  for (let day = 0, weekday = weekdayOfNumber(firstDay) as number; day < dayCount; day++) {
    weekdays[day] = weekday;
    weekday = weekday === 7 ? 1 : weekday + 1;
  }
  const months = seasonMonths(firstDay, dayCount);
  const monthOfDay = new Uint8Array(dayCount);
  for (let month = 1; month < months.length; month++) monthOfDay.fill(month, months[month]?.firstDay);
  let openFrom = dayCount;
  const filled = people.map((person) => {
    const clocks = person.segments ?? wallSegments(frame, table, mondayBefore(frame)) ?? [];
    const quarter = filledUntil(person, frame, clocks);
    if (quarter === undefined) return { personId: person.personId, day: undefined };
    const instant = frame.origin + quarter * quarterMilli;
    const dayNumber = Math.floor((instant + offsetIn(table, instant)) / dayMilli);
    openFrom = Math.min(openFrom, Math.max(dayNumber + 1 - firstDay, 0));
    return { personId: person.personId, day: isoDay(dayNumber) };
  });
  return {
    query,
    frame,
    table,
    segments,
    firstDay,
    dayCount,
    days: daysOfMonths(months, firstDay, dayCount),
    people,
    months,
    monthOfDay,
    weekdays,
    deltas: deltasOf(segments, dayCount),
    blackouts,
    openFrom,
    filledUntil: filled,
  };
}

/** Day of the season as a date. */
export function dayAt(grid: SeasonGrid, dayIndex: number): IsoDay {
  return grid.days[dayIndex] ?? isoDay(grid.firstDay + dayIndex);
}

/** Stands for a day on which the clocks change. */
export const mixedDay = 0x7fffffff;

function deltasOf(segments: readonly WallSegment[], dayCount: number): Int32Array {
  const deltas = new Int32Array(dayCount).fill(mixedDay);
  for (const { fromQuarter, toQuarter, delta } of segments) {
    const first = Math.max(Math.ceil((fromQuarter + delta) / quartersADay), 0);
    const end = Math.min(Math.floor((toQuarter + delta) / quartersADay), dayCount);
    if (first < end) deltas.fill(delta, first, end);
  }
  // The hour that comes twice reaches over midnight where clocks change at night: such days belong to two segments.
  for (let index = 1; index < segments.length; index++) {
    const from = (segments[index]?.fromQuarter ?? 0) + (segments[index]?.delta ?? 0);
    const to = (segments[index - 1]?.toQuarter ?? 0) + (segments[index - 1]?.delta ?? 0);
    for (
      let day = Math.floor(Math.min(from, to) / quartersADay);
      day * quartersADay < Math.max(from, to);
      day++
    ) {
      if (day >= 0 && day < dayCount) deltas[day] = mixedDay;
    }
  }
  return deltas;
}

/** Instant of a quarter of the season, by the policy for readings shown twice or never. */
export function instantAt(grid: SeasonGrid, wallQuarter: number): EpochMilli {
  const delta = grid.deltas[(wallQuarter / quartersADay) | 0] ?? mixedDay;
  const quarter = delta === mixedDay ? firstPass(grid.segments, wallQuarter) : wallQuarter - delta;
  if (quarter >= 0) return grid.frame.origin + quarter * quarterMilli;
  const reading = grid.firstDay * dayMilli + wallQuarter * quarterMilli;
  return instantOfReading(reading, (instant) => offsetIn(grid.table, instant));
}
