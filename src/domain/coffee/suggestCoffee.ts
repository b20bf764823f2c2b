import { sharedZoneTables, type ZoneTables } from '#domain/time/zoneTable.ts';
import { almostFree } from './almostFree.ts';
import { checkCoffee } from './checkCoffee.ts';
import { coffeeCandidates, type Candidate } from './coffeeCandidates.ts';
import { coffeeGrid, instantOf, quarterOf } from './coffeeGrid.ts';
import { coffeeReasons } from './coffeeReasons.ts';
import type { CoffeeAnswer, CoffeeQuery, CoffeeSuggestion } from './types.ts';

const usualMost = 3;
const weekMilli = 604_800_000;

/**
 * The best times for a coffee, a lunch, a breakfast or a dinner together. What must hold: all free in all of it, inside the
 * window of each on the own clocks (coffee inside working hours too), at a table only where all are on site and the way is
 * free, nothing before the pair's rhythm allows. What is wished is weighed in `coffeeCandidates`; after the best one, others
 * are preferred that differ in kind, weekday and week. The same query gives the same answer.
 */
export function suggestCoffee(query: CoffeeQuery, tables: ZoneTables = sharedZoneTables): CoffeeAnswer {
  const problem = checkCoffee(query);
  if (problem !== undefined) return problem;
  const resting = restOf(query);
  const end = query.from + query.weeks * weekMilli;
  if (resting !== undefined && resting.until >= end) return { kind: 'resting', ...resting };
  const open = resting === undefined ? query : { ...query, from: resting.until };
  const weeks = Math.min(query.weeks, Math.ceil((end - open.from) / weekMilli));
  const grid = coffeeGrid({ ...open, weeks }, tables);
  if ('kind' in grid) return grid;
  const bounded = { ...grid, endQuarter: Math.min(grid.endQuarter, quarterOf(grid, end)) };
  const most = query.most ?? usualMost;
  const free = pick(coffeeCandidates(open, bounded, { tentative: false, unknown: false }), most);
  const more =
    free.length < most
      ? pick(
          coffeeCandidates(open, bounded, { tentative: false, unknown: true }).filter(
            (each) => each.isUnknown,
          ),
          most - free.length,
          free,
        )
      : [];
  const [first, ...rest] = [...free, ...more].map((each): CoffeeSuggestion => ({
    kind: each.kind,
    start: instantOf(bounded, each.quarter),
    end: instantOf(bounded, each.quarter + each.quarters),
    mode: each.mode,
    state: each.isUnknown ? 'unknown' : 'free',
    reasons: coffeeReasons(each, open, bounded),
  }));
  if (first !== undefined) return { kind: 'suggestions', suggestions: [first, ...rest] };
  return { kind: 'almost', almost: almostFree(open, bounded, most) };
}

/** Until when nothing is offered, and why: the later of "not now" and the pair's rhythm. */
function restOf(
  query: CoffeeQuery,
): { readonly until: number; readonly why: 'notNow' | 'rhythm' } | undefined {
  const last = Math.max(...query.met.map(({ start }) => start));
  const rhythm =
    query.rhythmWeeks > 0 && Number.isFinite(last) ? last + query.rhythmWeeks * weekMilli : -Infinity;
  const notNow = query.restUntil ?? -Infinity;
  const until = Math.max(rhythm, notNow);
  if (until <= query.from) return undefined;
  return { until, why: notNow >= rhythm ? 'notNow' : 'rhythm' };
}

/** What a suggestion costs more when another one, already picked, is like it. */
const likeness = { sameDay: 1000, sameKind: 25, sameWeekday: 12, sameWeek: 4 } as const;

/** The cheapest, one after the other, each dearer for what it shares with those before it. */
function pick(
  candidates: readonly Candidate[],
  most: number,
  before: readonly Candidate[] = [],
): readonly Candidate[] {
  const picked: Candidate[] = [];
  while (picked.length < most) {
    let best: Candidate | undefined;
    let least = Number.POSITIVE_INFINITY;
    for (const candidate of candidates) {
      if (candidate.cost >= least) continue;
      let cost = candidate.cost;
      for (const other of before) cost += likenessOf(candidate, other);
      for (const other of picked) cost += likenessOf(candidate, other);
      if (cost >= least) continue;
      best = candidate;
      least = cost;
    }
    if (best === undefined) break;
    // One a day: two offers for the same Tuesday are one question.
    if ([...before, ...picked].some((other) => other.day === best.day)) break;
    picked.push(best);
  }
  return picked;
}

function likenessOf(one: Candidate, other: Candidate): number {
  if (one.day === other.day) return likeness.sameDay;
  return (
    (one.kind === other.kind ? likeness.sameKind : 0) +
    (one.weekday === other.weekday ? likeness.sameWeekday : 0) +
    (Math.floor(one.day / 7) === Math.floor(other.day / 7) ? likeness.sameWeek : 0)
  );
}
