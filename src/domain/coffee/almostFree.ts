import { hasBit, quartersADay, type Plane } from '#domain/availability/bits.ts';
import { instantOf, wallQuarterOf, type CoffeeGrid, type GridPerson } from './coffeeGrid.ts';
import { eachBit, erode } from './startsOf.ts';
import { coffeeKinds, type AlmostFree, type CoffeeQuery, type Obstacle } from './types.ts';

/** What an obstacle weighs, for each quarter of an hour that it stands on. A tentative entry may well give way. */
const weights: Readonly<Record<Obstacle['why'], number>> = { tentative: 1, lunch: 4, busy: 10, dayOff: 40 };

interface Almost {
  readonly time: AlmostFree;
  readonly day: number;
  readonly cost: number;
}

/**
 * The times, one a day, with the least in the way: those on which only something tentative stands come first, then those on
 * which the fewest are busy for the shortest. Unknown calendars are no obstacle. Nearest first among equals.
 */
export function almostFree(query: CoffeeQuery, grid: CoffeeGrid, most: number): readonly AlmostFree[] {
  const bestOfDay = new Map<number, Almost>();
  for (const kind of coffeeKinds) {
    const window = grid.windows[kind];
    if (window === undefined) continue;
    const quarters = query.lengthMinutes[kind] / 15;
    const starts = erode(window.slice(), quarters);
    eachBit(starts, grid.firstQuarter, grid.endQuarter - quarters + 1, (quarter) => {
      const isOnSite =
        grid.onSite !== undefined &&
        isAll(grid.onSite, quarter, quarters) &&
        isAll(grid.together, quarter, quarters);
      if (!isOnSite && kind !== 'coffee') return;
      const day = Math.floor(wallQuarterOf(grid, quarter) / quartersADay);
      let cost = 0;
      const obstacles: Obstacle[] = [];
      for (const person of grid.people) {
        const obstacle = obstacleOf(person, quarter, quarters);
        if (obstacle === undefined) continue;
        obstacles.push({ personId: person.personId, why: obstacle.why });
        cost += obstacle.cost;
      }
      const best = bestOfDay.get(day);
      if (best !== undefined && best.cost <= cost) return;
      const start = instantOf(grid, quarter);
      const end = instantOf(grid, quarter + quarters);
      bestOfDay.set(day, {
        time: { kind, start, end, mode: isOnSite ? 'inPerson' : 'video', obstacles },
        day,
        cost,
      });
    });
  }
  return [...bestOfDay.values()]
    .toSorted((one, other) => one.cost - other.cost || one.day - other.day)
    .slice(0, most)
    .map(({ time }) => time);
}

/** The worst that stands in somebody's way, and what all of it weighs. */
function obstacleOf(
  person: GridPerson,
  quarter: number,
  quarters: number,
): { readonly why: Obstacle['why']; readonly cost: number } | undefined {
  let worst: Obstacle['why'] | undefined;
  let cost = 0;
  for (let at = quarter; at < quarter + quarters; at++) {
    const why = whyNot(person, at);
    if (why === undefined) continue;
    cost += weights[why];
    if (worst === undefined || weights[why] > weights[worst]) worst = why;
  }
  return worst && { why: worst, cost };
}

function whyNot(person: GridPerson, quarter: number): Obstacle['why'] | undefined {
  if (hasBit(person.daysOff, quarter)) return 'dayOff';
  if (hasBit(person.taken, quarter)) return hasBit(person.lunch, quarter) ? 'lunch' : 'busy';
  return hasBit(person.tentative, quarter) ? 'tentative' : undefined;
}

function isAll(plane: Plane, from: number, count: number): boolean {
  for (let at = from; at < from + count; at++) if (!hasBit(plane, at)) return false;
  return true;
}
