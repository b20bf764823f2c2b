import { quarterMinutes } from '#domain/availability/bits.ts';
import { subtractOwn } from '#domain/availability/subtractOwn.ts';
import type { PersonSchedule } from '#domain/availability/types.ts';
import { nearestMoves } from '#domain/season/nearestMoves.ts';
import { seasonGrid } from '#domain/season/seasonGrid.ts';
import { startGrid } from '#domain/season/startGrid.ts';
import { stateOfTime } from '#domain/season/stateOfTime.ts';
import type { DateState, HoursWithin, Move, SeasonQuery } from '#domain/season/types.ts';
import { addDays, daysBetween, minuteMilli, weekdayOf } from '#domain/time/days.ts';
import type { EpochMilli, IsoDay, Weekday, ZoneName } from '#domain/time/types.ts';
import { toWall } from '#domain/time/wallClock.ts';
import { sharedZoneTables } from '#domain/time/zoneTable.ts';

/** A date of a series that takes place. */
export interface StandingDate {
  readonly originalDay: IsoDay;
  readonly start: EpochMilli;
  readonly end: EpochMilli;
}

export interface MoveQuestion {
  /** One's own clock, on which the new times are told. */
  readonly zone: ZoneName;
  /** The clock of the series, on which its dates keep their order. */
  readonly seriesZone: ZoneName;
  readonly date: StandingDate;
  /** All dates of the series that take place; the date itself may be among them. */
  readonly dates: readonly StandingDate[];
  /** Free/busy of both with the season's own dates still in it. */
  readonly schedules: readonly PersonSchedule[];
  readonly now: EpochMilli;
  /** Days nobody wants to meet on. */
  readonly blackouts?: readonly IsoDay[];
}

/** Where one date may go. */
export interface MoveLook {
  /** Up to three, nearest first. */
  readonly moves: readonly Move[];
  /** Days strictly between which it may stand: a calendar refuses a date that passes its neighbour. */
  readonly between: { readonly afterDay: IsoDay; readonly beforeDay: IsoDay };
  /** What a time is like; undefined off the quarter-hours. */
  readonly stateAt: (start: EpochMilli) => DateState | undefined;
}

/** How far from where it stands a date is offered new times. */
const mostDaysAway = 28;

/** Working hours count by themselves; these keep the nights out where nobody's are known. */
const dayMinutes = { earliestMinute: 7 * 60, latestMinute: 20 * 60 };

/** The stretch of free/busy that `lookForMoves` wants to see for a date. */
export function moveWindow(
  date: Pick<StandingDate, 'start' | 'end'>,
  now: EpochMilli,
): { readonly from: EpochMilli; readonly to: EpochMilli } {
  const reach = (mostDaysAway + 2) * 1440 * minuteMilli;
  const hour = 60 * minuteMilli;
  return {
    from: Math.floor(Math.max(date.start - reach, now) / hour) * hour,
    to: Math.ceil((date.end + reach) / hour) * hour,
  };
}

/** New times for one date of a season that stands, nearest first, free for both, with the season's own dates taken out of free/busy. */
export function lookForMoves(question: MoveQuestion): MoveLook {
  const { zone, date, dates, schedules, now } = question;
  const between = neighbourDays(question);
  const stands = toWall(date.start, zone);
  const lengthMinutes = roundUp((date.end - date.start) / minuteMilli);
  const query: SeasonQuery = {
    zone,
    firstDay: addDays(between.afterDay, 1),
    lastDay: addDays(between.beforeDay, -1),
    cadence: { kind: 'weekly', everyWeeks: 1 },
    lengthMinutes,
    hours: hoursAround(stands.day, stands.minuteOfDay, lengthMinutes),
    blackouts: question.blackouts ?? [],
    schedules: schedules.map((schedule) => subtractOwn(schedule, dates)),
    notBefore: now,
  };
  return { moves: movesIn(query, date, stands), between, stateAt: (start) => stateOfTime(query, start) };
}

function movesIn(query: SeasonQuery, date: StandingDate, stands: ReturnType<typeof toWall>): readonly Move[] {
  const grid = seasonGrid(query, sharedZoneTables);
  if ('kind' in grid) return [];
  const slot = {
    cadence: query.cadence,
    weekday: weekdayOf(stands.day),
    startMinute: Math.floor(stands.minuteOfDay / quarterMinutes) * quarterMinutes,
    lengthMinutes: query.lengthMinutes,
    phase: 0,
  };
  const dayIndex = daysBetween(query.firstDay, stands.day);
  const moves = nearestMoves(grid, startGrid(grid, query.lengthMinutes), slot, dayIndex, -1, grid.dayCount);
  // The grid counts in quarters; the meeting keeps its length to the minute.
  return moves.map((move) => ({ ...move, end: move.start + (date.end - date.start) }));
}

function neighbourDays({ zone, seriesZone, date, dates, now }: MoveQuestion): MoveLook['between'] {
  const daysOf = (each: StandingDate): readonly IsoDay[] => [
    each.originalDay,
    toWall(each.start, seriesZone).day,
    toWall(each.start, zone).day,
  ];
  const stands = toWall(date.start, zone).day;
  const before = dates.filter((each) => each.originalDay < date.originalDay).flatMap(daysOf);
  const after = dates.filter((each) => each.originalDay > date.originalDay).flatMap(daysOf);
  return {
    afterDay: latest([...before, addDays(toWall(now, zone).day, -1), addDays(stands, -mostDaysAway - 1)]),
    beforeDay: earliest([...after, addDays(stands, mostDaysAway + 1)]),
  };
}

function latest(days: readonly IsoDay[]): IsoDay {
  return days.reduce((one, other) => (one > other ? one : other));
}

function earliest(days: readonly IsoDay[]): IsoDay {
  return days.reduce((one, other) => (one < other ? one : other));
}

function hoursAround(day: IsoDay, startMinute: number, lengthMinutes: number): HoursWithin {
  const working: readonly Weekday[] = [1, 2, 3, 4, 5];
  const own = weekdayOf(day);
  return {
    days: working.includes(own) ? working : [...working, own],
    earliestMinute: Math.min(dayMinutes.earliestMinute, Math.floor(startMinute / 60) * 60),
    latestMinute: Math.min(Math.max(dayMinutes.latestMinute, startMinute + lengthMinutes), 1440),
  };
}

function roundUp(minutes: number): number {
  return Math.max(Math.ceil(minutes / quarterMinutes) * quarterMinutes, quarterMinutes);
}
