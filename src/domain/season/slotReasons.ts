import { hasBit } from '#domain/availability/bits.ts';
import { monthOf } from '#domain/time/days.ts';
import type { IsoDay, Weekday } from '#domain/time/types.ts';
import { clashOf, touchesStart } from './dateStates.ts';
import type { SeasonGrid } from './seasonGrid.ts';
import { slotFlag } from './slotTallies.ts';
import type { StartGrid } from './startGrid.ts';
import type { DateStateKind, SlotReason, Tally } from './types.ts';

/** What is known of a slot when its reasons are told. `quarters` are the starts of its dates in the season. */
export interface SlotFacts {
  readonly weekday: Weekday;
  readonly startMinute: number;
  readonly days: readonly number[];
  readonly quarters: readonly number[];
  readonly states: readonly DateStateKind[];
  readonly tally: Tally;
  /** See `slotFlag`. */
  readonly flags: number;
}

/** Reasons of a slot, most telling first: what it is good for, what stands in the way, what is not known. */
export function slotReasons(grid: SeasonGrid, starts: StartGrid, facts: SlotFacts): readonly SlotReason[] {
  const { tally, flags } = facts;
  const { preferred } = grid.query;
  const reasons: SlotReason[] = [];
  if (tally.free === tally.dates) reasons.push({ kind: 'allFree' });
  if (preferred?.weekday === facts.weekday && preferred.startMinute === facts.startMinute) {
    reasons.push({ kind: 'preferredHour' });
  }
  if (tally.toMend > 0) addClashReasons(reasons, grid, starts, facts);
  addUnknownCalendars(reasons, grid, starts, facts);
  if (tally.tentative > 0) reasons.push({ kind: 'tentativeDates', dates: tally.tentative });
  if (tally.openSoFar > 0) reasons.push({ kind: 'lastDatesOpenSoFar', dates: tally.openSoFar });
  if ((flags & slotFlag.outsideByHalf) !== 0) addEdges(reasons, grid, starts, facts);
  if ((flags & slotFlag.lunch) !== 0) addLunches(reasons, grid, starts, facts);
  if ((flags & slotFlag.outsideByHour) === 0 && grid.people.every((person) => person.table !== undefined)) {
    reasons.push({ kind: 'wellInsideHours' });
  }
  return reasons;
}

/** Who is away, whose clashes they mostly are, and whether they fall into a month or two. */
function addClashReasons(reasons: SlotReason[], grid: SeasonGrid, starts: StartGrid, facts: SlotFacts): void {
  const away = grid.people.map(() => 0);
  const alone = grid.people.map(() => 0);
  const months = new Set<IsoDay>();
  let clashes = 0;
  for (let index = 0; index < facts.quarters.length; index++) {
    if (facts.states[index] !== 'clash') continue;
    clashes++;
    months.add(monthOf(grid.firstDay + (facts.days[index] ?? 0)));
    let who = -1;
    let count = 0;
    for (let person = 0; person < grid.people.length; person++) {
      const each = grid.people[person];
      const why = each && clashOf(grid, each, facts.quarters[index] ?? 0, starts.lengthQuarters);
      if (why === undefined) continue;
      if (why === 'outOfOffice') away[person] = (away[person] ?? 0) + 1;
      who = person;
      count++;
    }
    if (count === 1) alone[who] = (alone[who] ?? 0) + 1;
  }
  if (clashes === 0) return;
  for (let person = 0; person < grid.people.length; person++) {
    const personId = grid.people[person]?.personId ?? '';
    const dates = away[person] ?? 0;
    if (dates * 2 >= clashes) reasons.push({ kind: 'personAway', personId, dates });
  }
  for (let person = 0; person < grid.people.length; person++) {
    const personId = grid.people[person]?.personId ?? '';
    const dates = alone[person] ?? 0;
    const isTold = (away[person] ?? 0) * 2 >= clashes;
    if (!isTold && dates >= 2 && dates * 3 >= clashes * 2)
      reasons.push({ kind: 'mostlyOnePerson', personId, dates });
  }
  // Telling only where the season has more months than the clashes fall into.
  const span = grid.dayCount / 30;
  if (clashes >= 2 && months.size <= 2 && span >= 3) {
    reasons.push({ kind: 'clashesInMonths', months: [...months].toSorted() });
  }
}

function addUnknownCalendars(
  reasons: SlotReason[],
  grid: SeasonGrid,
  starts: StartGrid,
  facts: SlotFacts,
): void {
  if (!starts.hasUnknown) return;
  for (const person of grid.people) {
    const dates = facts.quarters.filter((quarter) =>
      touchesStart(grid, person.unknown, quarter, starts.lengthQuarters),
    );
    if (dates.length * 2 > facts.quarters.length) {
      reasons.push({ kind: 'unknownCalendar', personId: person.personId });
    }
  }
}

/** Whose working day begins or ends within half an hour of the meeting on some date. */
function addEdges(reasons: SlotReason[], grid: SeasonGrid, starts: StartGrid, facts: SlotFacts): void {
  const nearDates = facts.quarters.filter(
    (quarter, index) => facts.states[index] !== 'blackout' && hasBit(starts.outsideByHalf, quarter),
  );
  for (const person of grid.people) {
    if (nearDates.some((quarter) => touchesStart(grid, person.outside, quarter, starts.lengthQuarters, 2))) {
      reasons.push({ kind: 'edgeOfHours', personId: person.personId });
    }
  }
}

function addLunches(reasons: SlotReason[], grid: SeasonGrid, starts: StartGrid, facts: SlotFacts): void {
  const nearDates = facts.quarters.filter(
    (quarter, index) => facts.states[index] !== 'blackout' && hasBit(starts.lunch, quarter),
  );
  for (const person of grid.people) {
    if (nearDates.some((quarter) => touchesStart(grid, person.lunch, quarter, starts.lengthQuarters))) {
      reasons.push({ kind: 'nearLunch', personId: person.personId });
    }
  }
}
