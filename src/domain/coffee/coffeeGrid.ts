import {
  clearRange,
  planeWords,
  quarterMilli,
  quartersADay,
  setRange,
  uniteInto,
  type Plane,
} from '#domain/availability/bits.ts';
import { mondayBefore, personGrid } from '#domain/availability/personGrid.ts';
import { tileWeeks, wallSegments, type UtcFrame, type WallSegment } from '#domain/availability/wallGrid.ts';
import { dayMilli, dayNumberOf } from '#domain/time/days.ts';
import type { EpochMilli, IsoDay } from '#domain/time/types.ts';
import type { ZoneTables } from '#domain/time/zoneTable.ts';
import {
  coffeeKinds,
  type CoffeeKind,
  type CoffeePerson,
  type CoffeeProblem,
  type CoffeeQuery,
} from './types.ts';

/** One person over the frame, a bit a quarter of UTC. */
export interface GridPerson {
  readonly personId: string;
  /** Busy, away, a day off, or a guarded lunch. */
  readonly taken: Plane;
  readonly tentative: Plane;
  readonly unknown: Plane;
  readonly daysOff: Plane;
  readonly lunch: Plane;
}

/** Everybody's calendars and habits as bits, and how they lie on the asking person's clocks. */
export interface CoffeeGrid {
  readonly frame: UtcFrame;
  readonly people: readonly GridPerson[];
  /** The first quarter that may be offered, and the one behind the last. */
  readonly firstQuarter: number;
  readonly endQuarter: number;
  readonly taken: Plane;
  readonly tentative: Plane;
  readonly unknown: Plane;
  /** For each kind the quarters that lie in a window of everybody, inside working hours where they count; undefined for a kind that is not for all. */
  readonly windows: Readonly<Partial<Record<CoffeeKind, Plane>>>;
  /** Quarters of days on which all are on site; undefined when somebody never said. */
  readonly onSite: Plane | undefined;
  /** Quarters at which everybody's clocks show the same. */
  readonly together: Plane;
  /** Outside of somebody's working hours. */
  readonly outside: Plane;
  /** The asking person's clocks: quarter 0 is midnight of the Monday `firstMonday` (day number). */
  readonly segments: readonly WallSegment[];
  readonly firstMonday: number;
}

/** Zones reach 14 hours to either side. */
const marginDays = 1;

/** Turns a query that was checked into bits; says what is wrong with a schedule or a zone. */
export function coffeeGrid(
  query: CoffeeQuery,
  tables: ZoneTables,
): CoffeeGrid | { readonly kind: 'invalid'; readonly problem: CoffeeProblem; readonly personId?: string } {
  const firstDay = Math.floor(query.from / dayMilli) - marginDays;
  const frame = { origin: firstDay * dayMilli, days: query.weeks * 7 + 1 + 2 * marginDays };
  const firstMonday = mondayBefore(frame);
  const segments = segmentsIn(query.zone, frame, tables);
  if (segments === undefined) return { kind: 'invalid', problem: 'bad-zone' };

  const people: GridPerson[] = [];
  const clocks: (readonly WallSegment[])[] = [];
  const outside: Plane[] = [];
  for (const { schedule, habits, zone } of query.people) {
    const person = personGrid(schedule, frame, tables);
    const { personId } = schedule;
    if (typeof person === 'string') return { kind: 'invalid', problem: 'bad-schedule', personId };
    const own = person.segments ?? (zone === undefined ? segments : segmentsIn(zone, frame, tables));
    if (own === undefined) return { kind: 'invalid', problem: 'bad-zone', personId };
    const daysOff = planeOfDays(habits.daysOff, own, firstMonday, frame);
    const { guardedLunch } = habits;
    const lunch =
      guardedLunch === undefined ? noPlane(frame) : planeOfWindows([guardedLunch], everyDay, own, frame);
    for (const plane of [daysOff, lunch])
      for (let word = 0; word < plane.length; word++) orWord(person.taken, word, plane[word]);
    people.push({
      personId,
      taken: person.taken,
      tentative: person.tentative,
      unknown: person.unknown,
      daysOff,
      lunch,
    });
    clocks.push(own);
    outside.push(person.outside);
  }
  const unite = (planes: readonly Plane[]): Plane => {
    const united = noPlane(frame);
    uniteInto(united, planes);
    return united;
  };
  const outsideAny = unite(outside);
  const firstQuarter = Math.ceil((query.from - frame.origin) / quarterMilli);
  return {
    frame,
    people,
    firstQuarter,
    endQuarter: firstQuarter + query.weeks * 7 * quartersADay,
    taken: unite(people.map((person) => person.taken)),
    tentative: unite(people.map((person) => person.tentative)),
    unknown: unite(people.map((person) => person.unknown)),
    windows: windowsOfAll(query.people, clocks, outsideAny, frame),
    onSite: siteOfAll(query.people, clocks, frame),
    together: togetherOf(clocks, frame),
    outside: outsideAny,
    segments,
    firstMonday,
  };
}

/** The instant at which a quarter begins. */
export function instantOf({ frame }: CoffeeGrid, quarter: number): EpochMilli {
  return frame.origin + quarter * quarterMilli;
}

/** The quarter that an instant lies in. */
export function quarterOf({ frame }: CoffeeGrid, instant: EpochMilli): number {
  return Math.floor((instant - frame.origin) / quarterMilli);
}

/** What the asking person's clocks show at a quarter, in quarters from midnight of `firstMonday`. */
export function wallQuarterOf({ segments }: CoffeeGrid, quarter: number): number {
  for (const { fromQuarter, toQuarter, delta } of segments)
    if (quarter >= fromQuarter && quarter < toQuarter) return quarter + delta;
  return Number.NaN;
}

const everyDay = [1, 2, 3, 4, 5, 6, 7] as const;

function segmentsIn(zone: string, frame: UtcFrame, tables: ZoneTables): readonly WallSegment[] | undefined {
  const table = tables(zone, frame.origin, frame.origin + frame.days * dayMilli);
  return table && wallSegments(frame, table, mondayBefore(frame));
}

function noPlane(frame: UtcFrame): Plane {
  return new Int32Array(planeWords(frame.days));
}

// The week at hand; used up at once.
const week = new Int32Array(planeWords(7));

/** Stretches of some weekdays, week after week on somebody's clocks. Only whole quarters that lie inside of a stretch. */
function planeOfWindows(
  stretches: readonly { readonly startMinute: number; readonly endMinute: number }[],
  days: readonly number[],
  clocks: readonly WallSegment[],
  frame: UtcFrame,
): Plane {
  week.fill(0);
  for (const day of days)
    for (const { startMinute, endMinute } of stretches)
      setRange(
        week,
        (day - 1) * quartersADay + Math.ceil(startMinute / 15),
        (day - 1) * quartersADay + Math.floor(endMinute / 15),
      );
  const plane = noPlane(frame);
  tileWeeks(plane, week, clocks);
  return plane;
}

/** Whole days on somebody's clocks; an hour that comes twice counts both times. */
function planeOfDays(
  days: readonly IsoDay[],
  clocks: readonly WallSegment[],
  firstMonday: number,
  frame: UtcFrame,
): Plane {
  const plane = noPlane(frame);
  for (const day of days) {
    const from = (dayNumberOf(day) - firstMonday) * quartersADay;
    for (const { fromQuarter, toQuarter, delta } of clocks)
      setRange(plane, Math.max(from - delta, fromQuarter), Math.min(from + quartersADay - delta, toQuarter));
  }
  return plane;
}

function windowsOfAll(
  people: readonly CoffeePerson[],
  clocks: readonly (readonly WallSegment[])[],
  outside: Plane,
  frame: UtcFrame,
): CoffeeGrid['windows'] {
  const windows: Partial<Record<CoffeeKind, Plane>> = {};
  for (const kind of coffeeKinds) {
    if (!people.every(({ habits }) => habits.likes.includes(kind))) continue;
    const all = commonPlane(people.length, (index) => {
      const stretches = people[index]?.habits.windows.filter((window) => window.kind === kind) ?? [];
      return planeOfWindows(stretches, everyDay, clocks[index] ?? [], frame);
    });
    // Lunch may cross the edge of working hours, breakfast and dinner lie outside of them.
    if (kind === 'coffee')
      for (let word = 0; word < all.length; word++) all[word] = (all[word] ?? 0) & ~(outside[word] ?? 0);
    windows[kind] = all;
  }
  return windows;
}

function siteOfAll(
  people: readonly CoffeePerson[],
  clocks: readonly (readonly WallSegment[])[],
  frame: UtcFrame,
): Plane | undefined {
  if (people.some(({ habits }) => habits.siteDays === undefined)) return undefined;
  return commonPlane(people.length, (index) =>
    planeOfWindows(
      [{ startMinute: 0, endMinute: 1440 }],
      people[index]?.habits.siteDays ?? [],
      clocks[index] ?? [],
      frame,
    ),
  );
}

/** Quarters at which everybody's clocks show the same: where they do not, nobody sits at one table. */
function togetherOf(clocks: readonly (readonly WallSegment[])[], frame: UtcFrame): Plane {
  const [first = [], ...others] = clocks;
  const together = noPlane(frame);
  setRange(together, 0, frame.days * quartersADay);
  for (const other of others)
    for (const mine of first)
      for (const theirs of other)
        if (mine.delta !== theirs.delta)
          clearRange(
            together,
            Math.max(mine.fromQuarter, theirs.fromQuarter),
            Math.min(mine.toQuarter, theirs.toQuarter),
          );
  return together;
}

/** What is set for everybody. */
function commonPlane(count: number, planeOf: (index: number) => Plane): Plane {
  const common = planeOf(0);
  for (let index = 1; index < count; index++) {
    const plane = planeOf(index);
    for (let word = 0; word < common.length; word++) common[word] = (common[word] ?? 0) & (plane[word] ?? 0);
  }
  return common;
}

function orWord(plane: Plane, word: number, bits = 0): void {
  plane[word] = (plane[word] ?? 0) | bits;
}
