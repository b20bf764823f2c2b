import fc from 'fast-check';
import { DateTime } from 'luxon';
import type { WorkingHours } from '#domain/availability/types.ts';
import { defaultLengths } from '#domain/coffee/defaultHabits.ts';
import { suggestCoffee } from '#domain/coffee/suggestCoffee.ts';
import type { CoffeeKind, CoffeePerson, CoffeeQuery, MealWindow } from '#domain/coffee/types.ts';
import { coffeeKinds } from '#domain/coffee/types.ts';
import { isoDay } from '#domain/time/days.ts';
import type { Weekday } from '#domain/time/types.ts';

const cases = process.env.LONG === undefined ? 60 : 5_000;
const minuteMilli = 60_000;
const quarterMilli = 15 * minuteMilli;
/** Weeks around clock changes on both sides of the Atlantic, in the south, and of half an hour; rules of years long past. */
const beginnings = [
  Date.UTC(2023, 2, 6, 9, 10),
  Date.UTC(2023, 9, 23, 22),
  Date.UTC(2024, 2, 25, 0, 1),
  Date.UTC(2023, 11, 27, 13),
];
const zones = [
  'Europe/London',
  'America/Chicago',
  'Asia/Kathmandu',
  'Australia/Lord_Howe',
  'Pacific/Auckland',
  'Europe/Madrid',
];

const windowOf = (kind: CoffeeKind, low: number, high: number): fc.Arbitrary<MealWindow> =>
  fc
    .tuple(fc.integer({ min: low, max: high }), fc.integer({ min: 20, max: 300 }))
    .map(([startMinute, length]) => ({ kind, startMinute, endMinute: Math.min(startMinute + length, 1440) }));

const weekdays = fc.uniqueArray(fc.constantFrom<Weekday>(1, 2, 3, 4, 5, 6, 7), { minLength: 1 });

const hours: fc.Arbitrary<WorkingHours | undefined> = fc.option(
  fc.record({
    days: weekdays,
    startMinute: fc.integer({ min: 300, max: 700 }),
    endMinute: fc.integer({ min: 800, max: 1300 }),
    zone: fc.constantFrom(...zones).map((name) => ({ kind: 'named' as const, name })),
  }),
  { nil: undefined, freq: 4 },
);

function personOf(index: number, from: number): fc.Arbitrary<CoffeePerson> {
  const firstDay = Math.floor(from / 86_400_000) - 2;
  return fc
    .record({
      runs: fc.array(
        fc.tuple(fc.integer({ min: 1, max: 30 }), fc.constantFrom('0', '0', '0', '1', '2', '3', '4')),
        {
          minLength: 150,
          maxLength: 400,
        },
      ),
      workingHours: hours,
      zone: fc.option(fc.constantFrom(...zones), { nil: undefined }),
      windows: fc
        .tuple(
          windowOf('breakfast', 380, 480),
          windowOf('coffee', 500, 800),
          windowOf('lunch', 650, 760),
          windowOf('dinner', 1000, 1200),
        )
        .map((all): readonly MealWindow[] => all),
      likes: fc.subarray([...coffeeKinds], { minLength: 2 }),
      siteDays: fc.option(weekdays, { nil: undefined, freq: 3 }),
      guardedLunch: fc.option(fc.constant({ startMinute: 725, endMinute: 780 }), { nil: undefined }),
      offDays: fc.uniqueArray(fc.integer({ min: 0, max: 45 }), { maxLength: 3 }),
    })
    .map(({ runs, workingHours, zone, windows, likes, siteDays, guardedLunch, offDays }) => ({
      schedule: {
        personId: `p${index}`,
        views: [
          {
            start: firstDay * 86_400_000,
            intervalMinutes: 15,
            view: runs.map(([count, digit]) => digit.repeat(count)).join(''),
          },
        ],
        items: [],
        workingHours,
        unknownReason: undefined,
      },
      zone,
      habits: {
        windows,
        likes,
        siteDays,
        guardedLunch,
        daysOff: offDays.map((day) => isoDay(firstDay + day)),
      },
    }));
}

const queries: fc.Arbitrary<CoffeeQuery> = fc.constantFrom(...beginnings).chain((from) =>
  fc
    .tuple(
      fc
        .integer({ min: 2, max: 5 })
        .chain((count) => fc.tuple(...Array.from({ length: count }, (_, index) => personOf(index, from)))),
      fc.constantFrom(...zones),
      fc.integer({ min: 1, max: 6 }),
      fc.constantFrom(0, 10, 30),
    )
    .map(([people, zone, weeks, travelMinutes]) => ({
      people,
      zone,
      from,
      weeks,
      lengthMinutes: defaultLengths,
      travelMinutes,
      seasonDays: [],
      turnedDown: [],
      met: [],
      rhythmWeeks: 0,
      restUntil: undefined,
    })),
);

// Reading a clock is the slow part, and the same instants come again and again.
const walls = new Map<string, DateTime>();

function wallAt(instant: number, zone: string): DateTime {
  const key = `${instant} ${zone}`;
  const known = walls.get(key);
  if (known !== undefined) return known;
  if (walls.size > 200_000) walls.clear();
  const wall = DateTime.fromMillis(instant, { zone });
  walls.set(key, wall);
  return wall;
}

type State = 'free' | 'tentative' | 'unknown' | 'taken';

/** What one person's calendar and habits say of a quarter of an hour, read minute by minute on that person's clocks. */
function stateAt({ schedule, habits }: CoffeePerson, wall: DateTime, instant: number): State {
  const { start, view } = schedule.views[0] ?? { start: 0, view: '' };
  if (habits.daysOff.some((day) => day === wall.toISODate())) return 'taken';
  const minute = wall.hour * 60 + wall.minute;
  const { guardedLunch } = habits;
  // A guarded lunch counts where it fills the quarter.
  if (
    guardedLunch !== undefined &&
    minute >= guardedLunch.startMinute &&
    minute + 15 <= guardedLunch.endMinute
  )
    return 'taken';
  const digit = view[Math.floor((instant - start) / quarterMilli)] ?? '4';
  return digit === '0' ? 'free' : digit === '1' ? 'tentative' : digit === '4' ? 'unknown' : 'taken';
}

interface Found {
  readonly isFree: boolean;
  readonly isKnown: boolean;
  readonly isOnSite: boolean;
}

/** Whether a kind could begin at an instant, or undefined where it never may. */
function oracleAt(query: CoffeeQuery, kind: CoffeeKind, start: number): Found | undefined {
  const quarters = query.lengthMinutes[kind] / 15;
  const offsets = new Set<number>();
  let isOnSite = true;
  let isFree = true;
  let isKnown = true;
  for (const person of query.people) {
    if (!person.habits.likes.includes(kind)) return undefined;
    const { workingHours } = person.schedule;
    const zone = workingHours?.zone.kind === 'named' ? workingHours.zone.name : (person.zone ?? query.zone);
    for (let index = 0; index < quarters; index += 1) {
      const instant = start + index * quarterMilli;
      const wall = wallAt(instant, zone);
      offsets.add(wall.offset);
      const minute = wall.hour * 60 + wall.minute;
      const isIn = (from: number, to: number): boolean => minute >= from && minute + 15 <= to;
      if (
        !person.habits.windows.some(
          (window) => window.kind === kind && isIn(window.startMinute, window.endMinute),
        )
      )
        return undefined;
      if (kind === 'coffee' && workingHours !== undefined) {
        const works = workingHours.days.some((day) => day === wall.weekday);
        if (!works || !isIn(workingHours.startMinute, workingHours.endMinute)) return undefined;
      }
      if (person.habits.siteDays?.some((day) => day === wall.weekday) !== true) isOnSite = false;
      const state = stateAt(person, wall, instant);
      if (state === 'taken' || state === 'tentative') isFree = false;
      if (state === 'unknown') isKnown = false;
    }
    if (offsets.size > 1) isOnSite = false;
    const travel = Math.ceil(query.travelMinutes / 15);
    for (let index = -travel; index < quarters + travel; index += 1) {
      const instant = start + index * quarterMilli;
      if (stateAt(person, wallAt(instant, zone), instant) !== 'free') isOnSite = false;
    }
  }
  return { isFree, isKnown, isOnSite };
}

it(`agrees with a slow reading of the same calendars, in ${cases} random cases`, () => {
  fc.assert(
    fc.property(queries, (query) => {
      const answer = suggestCoffee(query);
      const free: string[] = [];
      const end = query.from + query.weeks * 7 * 86_400_000;
      for (
        let start = Math.ceil(query.from / quarterMilli) * quarterMilli;
        start < end;
        start += quarterMilli
      ) {
        for (const kind of coffeeKinds) {
          if (start + query.lengthMinutes[kind] * minuteMilli > Math.floor(end / quarterMilli) * quarterMilli)
            continue;
          const found = oracleAt(query, kind, start);
          if (found?.isFree !== true || !found.isKnown) continue;
          if (kind === 'coffee' || found.isOnSite)
            free.push(`${start} ${kind} ${found.isOnSite ? 'inPerson' : 'video'}`);
        }
      }
      if (answer.kind === 'suggestions') {
        const known = answer.suggestions.filter(({ state }) => state === 'free');
        for (const { start, kind, mode } of known) expect(free).toContain(`${start} ${kind} ${mode}`);
        // What is free for all is never passed over for what is not known.
        const days = new Set(
          free.map((text) =>
            DateTime.fromMillis(Number(text.split(' ')[0]), { zone: query.zone }).toISODate(),
          ),
        );
        expect(known.length).toBe(Math.min(3, days.size));
        for (const { start, kind, state } of answer.suggestions) {
          const found = oracleAt(query, kind, start);
          expect(found?.isFree).toBe(true);
          expect(found?.isKnown).toBe(state === 'free');
        }
      } else {
        expect(answer.kind).toBe('almost');
        expect(free).toEqual([]);
      }
    }),
    { numRuns: cases },
  );
}, 3_600_000);
