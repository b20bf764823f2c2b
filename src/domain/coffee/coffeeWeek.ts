import { hasBit, quartersADay } from '#domain/availability/bits.ts';
import { addDays, dayMilli, dayNumberOf, weekdayOf } from '#domain/time/days.ts';
import type { IsoDay } from '#domain/time/types.ts';
import { toInstant } from '#domain/time/wallClock.ts';
import { sharedZoneTables, type ZoneTables } from '#domain/time/zoneTable.ts';
import { checkCoffee } from './checkCoffee.ts';
import { coffeeGrid, quarterOf, type CoffeeGrid } from './coffeeGrid.ts';
import { freePlane } from './startsOf.ts';
import type { CoffeeQuery, DayStretch } from './types.ts';

/** Why a day holds nothing, told without what stands in anybody's calendar. */
export type EmptyDay =
  | { readonly kind: 'dayOff'; readonly who: readonly string[] }
  | { readonly kind: 'unknown'; readonly who: readonly string[] }
  | { readonly kind: 'noneFree' };

/** One day of the week strip, on the asking person's clocks. */
export interface StripDay {
  readonly day: IsoDay;
  /** Stretches of at least half an hour in which all are free, inside everybody's working hours. */
  readonly free: readonly DayStretch[];
  /** Those who said that they are not on site on that day. */
  readonly notOnSite: readonly string[];
  readonly empty: EmptyDay | undefined;
}

/** Shorter than this is no time for a chat. */
const leastQuarters = 2;

/**
 * Five days from a Monday on: when all are free between two minutes of the day. Undefined for a query that `suggestCoffee` refuses.
 * On a day on which the asking person's clocks change, the hours after the change are told as the clocks show them.
 */
export function coffeeWeek(
  query: CoffeeQuery,
  monday: IsoDay,
  hours: DayStretch,
  tables: ZoneTables = sharedZoneTables,
): readonly StripDay[] | undefined {
  if (checkCoffee(query) !== undefined) return undefined;
  const from = (dayNumberOf(monday) - 1) * dayMilli;
  const grid = coffeeGrid({ ...query, from, weeks: 2 }, tables);
  if ('kind' in grid) return undefined;
  const free = freePlane(grid, { tentative: false, unknown: false });
  return [0, 1, 2, 3, 4].map((shift): StripDay => {
    const day = addDays(monday, shift);
    const quarters = quartersOf(grid, query, day, hours);
    const stretches = stretchesOf(
      quarters,
      ({ quarter }) => hasBit(free, quarter) && !hasBit(grid.outside, quarter),
    );
    return {
      day,
      free: stretches,
      notOnSite: query.people.flatMap(({ schedule, habits }) =>
        habits.siteDays === undefined || habits.siteDays.includes(weekdayOf(day)) ? [] : [schedule.personId],
      ),
      empty: stretches.length > 0 ? undefined : emptyDay(grid, quarters),
    };
  });
}

interface WallQuarter {
  readonly minute: number;
  readonly quarter: number;
}

function quartersOf(
  grid: CoffeeGrid,
  query: CoffeeQuery,
  day: IsoDay,
  { startMinute, endMinute }: DayStretch,
): readonly WallQuarter[] {
  const quarters: WallQuarter[] = [];
  for (let minute = startMinute; minute < endMinute && minute < quartersADay * 15; minute += 15)
    quarters.push({ minute, quarter: quarterOf(grid, toInstant({ day, minuteOfDay: minute }, query.zone)) });
  return quarters;
}

function stretchesOf(
  quarters: readonly WallQuarter[],
  isFree: (each: WallQuarter) => boolean,
): readonly DayStretch[] {
  const stretches: DayStretch[] = [];
  let from: number | undefined;
  for (const each of [...quarters, undefined]) {
    const goesOn = each !== undefined && isFree(each);
    if (goesOn) from ??= each.minute;
    if (goesOn || from === undefined) continue;
    const end = each?.minute ?? (quarters.at(-1)?.minute ?? from) + 15;
    if (end - from >= leastQuarters * 15) stretches.push({ startMinute: from, endMinute: end });
    from = undefined;
  }
  return stretches;
}

function emptyDay({ people }: CoffeeGrid, quarters: readonly WallQuarter[]): EmptyDay {
  const all = (plane: Int32Array): boolean => quarters.every(({ quarter }) => hasBit(plane, quarter));
  const off = people.filter((person) => all(person.daysOff)).map((person) => person.personId);
  if (off.length > 0) return { kind: 'dayOff', who: off };
  const hidden = people.filter((person) => all(person.unknown)).map((person) => person.personId);
  return hidden.length > 0 ? { kind: 'unknown', who: hidden } : { kind: 'noneFree' };
}
