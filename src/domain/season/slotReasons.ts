import { hasBit, type Plane } from '#domain/availability/bits.ts';
import type { PersonGrid } from '#domain/availability/personGrid.ts';
import { monthOf } from '#domain/time/days.ts';
import type { IsoDay } from '#domain/time/types.ts';
import { clashOf, meetingAt, touches } from './dateStates.ts';
import type { SeasonGrid } from './seasonGrid.ts';
import type { StartGrid } from './startGrid.ts';
import type { DateStateKind, SeasonSlot, SlotReason, Tally } from './types.ts';

/** What is known of a slot when its reasons are told. `quarters` are the starts of its dates in the season. */
export interface SlotFacts {
  readonly slot: SeasonSlot;
  readonly quarters: readonly number[];
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
  { quarters, states }: SlotFacts,
): void {
  const away = grid.people.map(() => 0);
  const alone = grid.people.map(() => 0);
  const months = new Set<IsoDay>();
  let clashes = 0;
  for (let index = 0; index < quarters.length; index++) {
    if (states[index] !== 'clash') continue;
    clashes++;
    const quarter = quarters[index] ?? 0;
    if (months.size <= 2) months.add(monthOf(grid.firstDay + Math.floor(quarter / 96)));
    const meeting = meetingAt(grid, quarter, starts.lengthQuarters);
    let who = -1;
    let count = 0;
    for (let person = 0; person < grid.people.length; person++) {
      const each = grid.people[person];
      const why = each && clashOf(each, meeting);
      if (why === undefined) continue;
      if (why === 'outOfOffice') away[person] = (away[person] ?? 0) + 1;
      who = person;
      count++;
    }
    if (count === 1) alone[who] = (alone[who] ?? 0) + 1;
  }
  const told = away.map((dates) => dates > 0 && dates * 2 >= clashes);
  for (const [index, { personId }] of grid.people.entries()) {
    if (told[index]) reasons.push({ kind: 'personAway', personId, dates: away[index] ?? 0 });
  }
  for (const [index, { personId }] of grid.people.entries()) {
    const dates = alone[index] ?? 0;
    const isMostly = grid.people.length > 1 && dates >= 2 && dates * 3 >= clashes * 2;
    if (isMostly && !told[index]) reasons.push({ kind: 'mostlyOnePerson', personId, dates });
  }
  if (clashes >= 2 && months.size <= 2 && grid.dayCount >= 90) {
    reasons.push({ kind: 'clashesInMonths', months: [...months] });
  }
}

/** People of whom more than half of the dates is unknown. */
function addUnknownCalendars(
  reasons: SlotReason[],
  grid: SeasonGrid,
  starts: StartGrid,
  { quarters }: SlotFacts,
): void {
  for (const { personId, unknown } of grid.people) {
    const dates = quarters.filter((quarter) =>
      touches(unknown, meetingAt(grid, quarter, starts.lengthQuarters)),
    );
    if (dates.length * 2 > quarters.length) reasons.push({ kind: 'unknownCalendar', personId });
  }
}

/** People whose plane touches a date, looked for only on dates where a mask says that somebody's does. */
function peopleTouched(
  grid: SeasonGrid,
  starts: StartGrid,
  { quarters, states }: SlotFacts,
  mask: Plane,
  planeOf: (person: PersonGrid) => Plane,
  marginQuarters: number,
): readonly string[] {
  const found = new Set<string>();
  for (let index = 0; index < quarters.length && found.size < grid.people.length; index++) {
    const quarter = quarters[index] ?? 0;
    if (states[index] === 'blackout' || !hasBit(mask, quarter)) continue;
    const meeting = meetingAt(grid, quarter, starts.lengthQuarters);
    for (const person of grid.people) {
      if (touches(planeOf(person), meeting, marginQuarters)) found.add(person.personId);
    }
  }
  return grid.people.map((person) => person.personId).filter((personId) => found.has(personId));
}
