import { DateTime, Interval } from 'luxon';
import type { PersonSchedule, WorkingHours } from '#domain/availability/types.ts';
import { reportedCadences } from '#domain/season/seasonReport.ts';
import type { Cadence, DateStateKind } from '#domain/season/types.ts';
import { toIana } from '#domain/time/windowsZones.ts';
import type { ReportQuery } from './engineCase.ts';

/**
 * The peer of the season report: the same answer as one writes it with luxon alone, start by start and date by date, without bits.
 * It is no straw man: calendars are looked up by day, each start is looked at once, what only offered times need is worked out for
 * them only, and moves are looked for from the nearest day outwards.
 */

export interface PeerSlot {
  readonly slot: { readonly weekday: number; readonly startMinute: number; readonly phase: number };
  readonly states: readonly DateStateKind[];
  /** Starts of the new times of each date to mend. */
  readonly moves: readonly (readonly number[])[];
}

interface Person {
  readonly id: string;
  readonly zone: string;
  readonly hours: WorkingHours | undefined;
  readonly entriesByDay: ReadonlyMap<string, readonly Entry[]>;
  readonly filledUntil: string | undefined;
}

interface People {
  readonly all: readonly Person[];
  /** States of starts that were looked at before, by instant. */
  readonly known: Map<number, DateStateKind>;
}

interface Entry {
  readonly at: Interval;
  readonly digit: string;
}

interface Start extends Pick<PeerSlot['slot'], 'weekday' | 'startMinute' | 'phase'> {
  readonly dates: readonly DateTime[];
  readonly states: readonly DateStateKind[];
  readonly order: readonly number[];
}

export function luxonReport(query: ReportQuery): readonly (readonly PeerSlot[])[] {
  const people: People = {
    all: query.schedules.map((schedule) => readPerson(schedule, query.zone)),
    known: new Map(),
  };
  return reportedCadences.map((cadence) =>
    choose(query, cadence, offeredStarts(query, people, cadence)).map((start) => ({
      slot: { weekday: start.weekday, startMinute: start.startMinute, phase: start.phase },
      states: start.states,
      moves: start.states.flatMap((state, index) =>
        isToMend(state) ? [movesOf(query, people, start, index)] : [],
      ),
    })),
  );
}

function readPerson(schedule: PersonSchedule, seasonZone: string): Person {
  const hours = schedule.workingHours;
  const zone = (hours?.zone.kind === 'named' && toIana(hours.zone.name)) || seasonZone;
  const entriesByDay = new Map<string, Entry[]>();
  const taken = new Set<number>();
  const entered: DateTime[] = [];
  for (const { start, intervalMinutes, view } of schedule.views) {
    for (const run of view.matchAll(/([1-4])\1*/g)) {
      const from = DateTime.fromMillis(start, { zone: 'utc' }).plus({ minutes: run.index * intervalMinutes });
      const to = from.plus({ minutes: run[0].length * intervalMinutes });
      const entry = { at: Interval.fromDateTimes(from, to), digit: run[1] ?? '' };
      for (let day = from.startOf('day'); day < to; day = day.plus({ days: 1 })) {
        const key = day.toISODate() ?? '';
        const entries = entriesByDay.get(key);
        if (entries) entries.push(entry);
        else entriesByDay.set(key, [entry]);
      }
      for (let quarter = from; quarter < to; quarter = quarter.plus({ minutes: 15 })) {
        taken.add(quarter.toMillis());
        if (entry.digit !== '3') entered.push(quarter);
      }
    }
  }
  const single = entered.findLast((quarter) => {
    const local = quarter.setZone(zone);
    return ![-5, -4, -3, -2, -1, 1, 2, 3, 4, 5].some((weeks) => taken.has(local.plus({ weeks }).toMillis()));
  });
  const filledUntil = single?.setZone(seasonZone).toISODate() ?? undefined;
  return { id: schedule.personId, zone, hours, entriesByDay, filledUntil };
}

function offeredStarts(query: ReportQuery, people: People, cadence: Cadence): readonly Start[] {
  const { hours, lengthMinutes } = query;
  const starts: Start[] = [];
  const phases = cadence.kind === 'weekly' ? cadence.everyWeeks : 1;
  for (let phase = 0; phase < phases; phase++) {
    for (const weekday of hours.days) {
      const days = daysOf(query, cadence, weekday, phase);
      for (
        let startMinute = hours.earliestMinute;
        startMinute + lengthMinutes <= hours.latestMinute;
        startMinute += 15
      ) {
        const dates = days.map((day) => at(day, startMinute));
        const isOffered = dates.every(
          (date) =>
            isBlackout(query, date) || people.all.every((each) => isInHours(each, date, lengthMinutes, 0)),
        );
        if (!isOffered || dates.length === 0) continue;
        const states = dates.map((date) => stateOf(query, people, date));
        const start = { weekday, startMinute, phase, dates, states };
        starts.push({ ...start, order: orderOf(query, people.all, start) });
      }
    }
  }
  return starts;
}

function daysOf(query: ReportQuery, cadence: Cadence, weekday: number, phase: number): readonly DateTime[] {
  const days: DateTime[] = [];
  const first = DateTime.fromISO(query.firstDay, { zone: query.zone });
  const last = DateTime.fromISO(query.lastDay, { zone: query.zone });
  for (let day = first; day <= last; day = day.plus({ days: 1 })) {
    if (day.weekday !== weekday) continue;
    const isDate =
      cadence.kind === 'weekly'
        ? Math.floor(day.diff(first, 'weeks').weeks + 0.01) % cadence.everyWeeks === phase
        : cadence.ordinal === 'last'
          ? day.plus({ weeks: 1 }).month !== day.month
          : Math.ceil(day.day / 7) === cadence.ordinal;
    if (isDate) days.push(day);
  }
  return days;
}

function at(day: DateTime, startMinute: number): DateTime {
  return day.set({ hour: Math.floor(startMinute / 60), minute: startMinute % 60 });
}

function isBlackout(query: ReportQuery, date: DateTime): boolean {
  const day = date.toISODate();
  return query.blackouts.some((each) => each === day);
}

function isInHours({ hours, zone }: Person, date: DateTime, lengthMinutes: number, margin: number): boolean {
  if (!hours) return true;
  const local = date.setZone(zone).minus({ minutes: margin });
  const minute = local.hour * 60 + local.minute;
  return (
    hours.days.some((day) => day === local.weekday) &&
    minute >= hours.startMinute &&
    minute + lengthMinutes + 2 * margin <= hours.endMinute
  );
}

function stateOf(query: ReportQuery, people: People, date: DateTime): DateStateKind {
  const instant = date.toMillis();
  const known = people.known.get(instant) ?? findState(query, people.all, date);
  people.known.set(instant, known);
  return known;
}

function findState(query: ReportQuery, people: readonly Person[], date: DateTime): DateStateKind {
  if (isBlackout(query, date)) return 'blackout';
  const digits = people.map((person) => digitOf(person, date, query.lengthMinutes));
  const isIn = people.every((person) => isInHours(person, date, query.lengthMinutes, 0));
  if (!isIn || digits.some((digit) => digit === '2' || digit === '3')) return 'clash';
  if (digits.includes('4')) return 'unknown';
  if (digits.includes('1')) return 'tentative';
  const day = date.toISODate() ?? '';
  const isOpen = people.some(({ filledUntil }) => filledUntil !== undefined && day > filledUntil);
  return isOpen ? 'openSoFar' : 'free';
}

/** The weightiest digit that lies over a meeting: 3, 2, 4, 1, 0. */
function digitOf({ entriesByDay }: Person, date: DateTime, lengthMinutes: number): string {
  const meeting = Interval.fromDateTimes(date, date.plus({ minutes: lengthMinutes }));
  const utc = date.toUTC();
  const days = new Set([utc.toISODate() ?? '', utc.plus({ minutes: lengthMinutes - 1 }).toISODate() ?? '']);
  const over = [...days]
    .flatMap((day) => entriesByDay.get(day) ?? [])
    .filter((each) => each.at.overlaps(meeting));
  return ['3', '2', '4', '1'].find((digit) => over.some((each) => each.digit === digit)) ?? '0';
}

function orderOf(
  { preferred, hours, lengthMinutes }: ReportQuery,
  people: readonly Person[],
  { weekday, startMinute, dates, states }: Omit<Start, 'order'>,
): readonly number[] {
  const count = (kind: DateStateKind): number => states.filter((state) => state === kind).length;
  const edge = Math.min(startMinute - hours.earliestMinute, hours.latestMinute - startMinute - lengthMinutes);
  const live = dates.filter((_, index) => states[index] !== 'blackout');
  const isWithin = (margin: number): boolean =>
    edge >= margin &&
    live.every((date) => people.every((each) => isInHours(each, date, lengthMinutes, margin)));
  const isLunch = live.some((date) =>
    people.some((each) => {
      const local = date.setZone(each.zone);
      const minute = local.hour * 60 + local.minute;
      return minute < 780 && minute + lengthMinutes > 720;
    }),
  );
  return [
    count('free') + count('openSoFar'),
    -states.filter(isToMend).length,
    -count('tentative'),
    count('free'),
    preferred?.weekday === weekday && preferred.startMinute === startMinute ? 1 : 0,
    -((isWithin(60) ? 0 : isWithin(30) ? 1 : 2) + (isLunch ? 1 : 0)),
    startMinute % 60 === 0 ? 2 : startMinute % 30 === 0 ? 1 : 0,
  ];
}

function isToMend(state: DateStateKind): boolean {
  return state === 'clash' || state === 'blackout' || state === 'noSuchTime';
}

function compare(a: Start, b: Start): number {
  for (const [index, value] of a.order.entries()) {
    const difference = (b.order[index] ?? 0) - value;
    if (difference !== 0) return difference;
  }
  return 0;
}

/** The spread list of docs/engine.md: three walks down the order. */
function choose(query: ReportQuery, cadence: Cadence, offered: readonly Start[]): readonly Start[] {
  const sorted = offered.toSorted(compare);
  const [best] = sorted;
  if (!best) return [];
  const good = ({ order: [value = 0] }: Start): number => value;
  const kept = ({ states }: Start): number => states.filter((state) => !isToMend(state)).length;
  const worthy = sorted.filter((each) => good(each) * 2 >= good(best) && kept(each) * 2 >= kept(best));
  const limit = query.limit ?? 10;
  const weekdays = query.hours.days.filter((weekday) =>
    [0, 1, 2, 3].some((phase) => daysOf(query, cadence, weekday, phase).length > 0),
  );
  const chosen: Start[] = [];
  const countOn = (weekday: number): number => chosen.filter((each) => each.weekday === weekday).length;
  for (const [distance, share, anyPhase] of [
    [Math.max(120, query.lengthMinutes), Math.ceil(limit / weekdays.length), true],
    [Math.max(60, query.lengthMinutes), Infinity, false],
    [30, Infinity, false],
  ] as const) {
    while (chosen.length < limit) {
      const open = worthy.filter(
        (each) =>
          countOn(each.weekday) < share &&
          !chosen.some(
            (other) =>
              other.weekday === each.weekday &&
              (anyPhase || other.phase === each.phase) &&
              Math.abs(other.startMinute - each.startMinute) < distance,
          ),
      );
      const [first] = open;
      if (!first) break;
      const equals = open.filter((each) => compare(each, first) === 0);
      const least = Math.min(...equals.map((each) => countOn(each.weekday)));
      chosen.push(equals.find((each) => countOn(each.weekday) === least) ?? first);
    }
  }
  return chosen.toSorted(compare);
}

interface FoundMove {
  readonly at: DateTime;
  readonly days: number;
  readonly minutes: number;
}

/** New times for a date, nearest day first; the third keeps weekday and hour where the first two do not. */
function movesOf(
  query: ReportQuery,
  people: People,
  { dates, startMinute }: Start,
  index: number,
): readonly number[] {
  const own = dates[index]?.startOf('day');
  if (!own) return [];
  const first =
    dates[index - 1]?.startOf('day').plus({ days: 1 }) ??
    DateTime.fromISO(query.firstDay, { zone: query.zone });
  const last =
    dates[index + 1]?.startOf('day').minus({ days: 1 }) ??
    DateTime.fromISO(query.lastDay, { zone: query.zone });
  const before = Math.round(own.diff(first, 'days').days);
  const after = Math.round(last.diff(own, 'days').days);
  const isFree = (date: DateTime): boolean => ['free', 'openSoFar'].includes(stateOf(query, people, date));
  const nearestOn = (days: number): FoundMove | undefined => {
    const day = own.plus({ days });
    if (days < -before || days > after || !query.hours.days.some((each) => each === day.weekday))
      return undefined;
    const { lengthMinutes } = query;
    const { earliestMinute, latestMinute } = query.hours;
    // The later of two as near; the date's own start is no move.
    for (let shift = days === 0 ? 15 : 0; shift < 1440; shift += 15) {
      for (const minutes of [shift, -shift]) {
        const minute = startMinute + minutes;
        if (minute < earliestMinute || minute + lengthMinutes > latestMinute) continue;
        const date = at(day, minute);
        if (isFree(date)) return { at: date, days, minutes };
      }
    }
    return undefined;
  };
  const isSame = (move: FoundMove): boolean => move.days % 7 === 0 && move.minutes === 0;
  const found: FoundMove[] = [];
  const furthest = Math.max(before, after);
  for (let distance = 0; distance <= furthest && found.length < 3; distance++) {
    const both = distance === 0 ? [nearestOn(0)] : [nearestOn(-distance), nearestOn(distance)];
    found.push(
      ...both
        .filter((move) => move !== undefined)
        .toSorted((a, b) => Math.abs(a.minutes) - Math.abs(b.minutes) || a.days - b.days),
    );
  }
  const three = found.slice(0, 3);
  if (three.length === 3 && !three.some(isSame)) {
    for (let weeks = 7; weeks <= furthest; weeks += 7) {
      const same = [nearestOn(-weeks), nearestOn(weeks)].find((move) => move?.minutes === 0);
      if (!same) continue;
      three[2] = same;
      break;
    }
  }
  return three.map((move) => move.at.toMillis());
}
