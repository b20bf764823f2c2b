import { hasBit, quarterMinutes, quartersADay, type Plane } from '#domain/availability/bits.ts';
import type { PersonGrid } from '#domain/availability/personGrid.ts';
import { isoDay } from '#domain/time/days.ts';
import { clashOf, touchesStart } from './dateStates.ts';
import type { SeasonGrid } from './seasonGrid.ts';
import type { StartGrid } from './startGrid.ts';
import type { DateStateKind, SeasonSlot, SlotReason, Tally } from './types.ts';

/** What is known of a slot when its reasons are told. `days` are day indexes of the season. */
export interface SlotFacts {
  readonly slot: SeasonSlot;
  readonly days: readonly number[];
  readonly states: readonly DateStateKind[];
  readonly tally: Tally;
  /** What holds on at least one date, see `SlotTallies`. */
  readonly isNearEdge: boolean;
  readonly isWellInside: boolean;
  readonly isNearLunch: boolean;
}

const halfHourQuarters = 2;

/** Reasons of a slot, most telling first: what it is good for, what stands in the way, what is not known. */
export function slotReasons(grid: SeasonGrid, starts: StartGrid, facts: SlotFacts): readonly SlotReason[] {
  const { slot, tally, states } = facts;
  const { preferred } = grid.query;
  const reasons: SlotReason[] = [];
  if (tally.free === tally.dates) reasons.push({ kind: 'allFree' });
  if (preferred?.weekday === slot.weekday && preferred.startMinute === slot.startMinute) {
    reasons.push({ kind: 'preferredHour' });
  }
  if (states.includes('clash')) addClashReasons(reasons, grid, starts, facts);
  if (starts.hasUnknown) addUnknownCalendars(reasons, grid, starts, facts);
  if (tally.tentative > 0) reasons.push({ kind: 'tentativeDates', dates: tally.tentative });
  if (tally.openSoFar > 0) reasons.push({ kind: 'lastDatesOpenSoFar', dates: tally.openSoFar });
  if (facts.isNearEdge) {
    const near = peopleTouched(
      grid,
      starts,
      facts,
      starts.outsideByHalf,
      (each) => each.outside,
      halfHourQuarters,
    );
    for (const personId of near) reasons.push({ kind: 'edgeOfHours', personId });
  }
  if (facts.isNearLunch) {
    const near = peopleTouched(grid, starts, facts, starts.lunch, (each) => each.lunch, 0);
    for (const personId of near) reasons.push({ kind: 'nearLunch', personId });
  }
  if (facts.isWellInside && grid.people.every((person) => person.table !== undefined)) {
    reasons.push({ kind: 'wellInsideHours' });
  }
  return reasons;
}

/**
 * `personAway` when somebody is away on half of the clashes or more; `mostlyOnePerson` when two clashes or more, and
 * two thirds of all, are one person's alone; `clashesInMonths` when two clashes or more fall into at most two months
 * of a season that has three.
 */
function addClashReasons(
  reasons: SlotReason[],
  grid: SeasonGrid,
  starts: StartGrid,
  { slot, days, states }: SlotFacts,
): void {
  const { people } = grid;
  const startQuarter = slot.startMinute / quarterMinutes;
  const away = people.map(() => 0);
  const alone = people.map(() => 0);
  // One bit a month: a season touches at most fourteen.
  let months = 0;
  let clashes = 0;
  for (let index = 0; index < days.length; index++) {
    if (states[index] !== 'clash') continue;
    clashes++;
    const day = days[index] ?? 0;
    const quarter = day * quartersADay + startQuarter;
    months |= 1 << (grid.monthOfDay[day] ?? 0);
    let who = -1;
    let count = 0;
    for (let person = 0; person < people.length; person++) {
      const each = people[person];
      const why = each && clashOf(grid, each, quarter, starts.lengthQuarters);
      if (why === undefined) continue;
      if (why === 'outOfOffice') away[person] = (away[person] ?? 0) + 1;
      who = person;
      count++;
    }
    if (count === 1) alone[who] = (alone[who] ?? 0) + 1;
  }
  for (let person = 0; person < people.length; person++) {
    const dates = away[person] ?? 0;
    if (isMostlyAway(dates, clashes))
      reasons.push({ kind: 'personAway', personId: people[person]?.personId ?? '', dates });
  }
  for (let person = 0; person < people.length; person++) {
    const dates = alone[person] ?? 0;
    const isMostly = people.length > 1 && dates >= 2 && dates * 3 >= clashes * 2;
    if (!isMostly || isMostlyAway(away[person] ?? 0, clashes)) continue;
    reasons.push({ kind: 'mostlyOnePerson', personId: people[person]?.personId ?? '', dates });
  }
  // Without its lowest bit twice, nothing is left of two months.
  const third = months & (months - 1) & ((months & (months - 1)) - 1);
  if (clashes >= 2 && third === 0 && grid.dayCount >= 90) {
    const touched = grid.months.filter((_, month) => ((months >>> month) & 1) === 1);
    reasons.push({
      kind: 'clashesInMonths',
      months: touched.map((month) => isoDay(grid.firstDay + month.firstDay)),
    });
  }
}

function isMostlyAway(dates: number, clashes: number): boolean {
  return dates > 0 && dates * 2 >= clashes;
}

/** People of whom more than half of the dates is unknown. */
function addUnknownCalendars(
  reasons: SlotReason[],
  grid: SeasonGrid,
  starts: StartGrid,
  { slot, days }: SlotFacts,
): void {
  const startQuarter = slot.startMinute / quarterMinutes;
  for (const { personId, unknown } of grid.people) {
    const dates = days.filter((day) =>
      touchesStart(grid, unknown, day * quartersADay + startQuarter, starts.lengthQuarters, 0),
    );
    if (dates.length * 2 > days.length) reasons.push({ kind: 'unknownCalendar', personId });
  }
}

/** People whose plane touches a date, looked for only on dates where a mask says that somebody's does. */
function peopleTouched(
  grid: SeasonGrid,
  starts: StartGrid,
  { slot, days, states }: SlotFacts,
  mask: Plane,
  planeOf: (person: PersonGrid) => Plane,
  marginQuarters: number,
): readonly string[] {
  const { people } = grid;
  const startQuarter = slot.startMinute / quarterMinutes;
  const found: boolean[] = [];
  let count = 0;
  for (let index = 0; index < days.length && count < people.length; index++) {
    const quarter = (days[index] ?? 0) * quartersADay + startQuarter;
    if (!hasBit(mask, quarter) || states[index] === 'blackout') continue;
    for (let person = 0; person < people.length; person++) {
      const each = people[person];
      if (
        !each ||
        found[person] === true ||
        !touchesStart(grid, planeOf(each), quarter, starts.lengthQuarters, marginQuarters)
      )
        continue;
      found[person] = true;
      count++;
    }
  }
  const touched: string[] = [];
  for (let person = 0; person < people.length; person++) {
    if (found[person] === true) touched.push(people[person]?.personId ?? '');
  }
  return touched;
}
