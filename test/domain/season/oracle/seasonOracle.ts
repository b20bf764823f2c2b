import type {
  Cadence,
  Clash,
  DateState,
  Move,
  SeasonQuery,
  SeasonSlot,
  SlotReason,
  Tally,
} from '#domain/season/types.ts';
import type { IsoDay, Weekday } from '#domain/time/types.ts';
import { asDay } from './asDay.ts';
import { createCalendarOracle, minute, quarter, type QuarterState } from './calendarOracle.ts';

/** The answers of the engine by brute force, from the words of docs/engine.md. Shares no code with it. */

export interface OracleSlot {
  readonly slot: SeasonSlot;
  readonly days: readonly IsoDay[];
  readonly states: readonly DateState[];
  readonly tally: Tally;
  readonly outsideHoursOf: readonly string[];
}

export interface SeasonOracle {
  /** All starts within the hours, phase by phase, by weekday and start. */
  cells(): readonly OracleSlot[];
  ranked(): readonly { readonly cell: OracleSlot; readonly reasons: readonly SlotReason[] }[];
  cell(slot: SeasonSlot): OracleSlot;
  moves(slot: SeasonSlot, dateIndex: number): readonly Move[];
  filledUntil(): readonly { readonly personId: string; readonly day: IsoDay | undefined }[];
}

export function createSeasonOracle(query: SeasonQuery): SeasonOracle {
  const calendar = createCalendarOracle(query);
  const people = query.schedules.map((schedule, index) => ({ personId: schedule.personId, index }));
  const foundCells = new Map<string, OracleSlot>();
  const filled = people.map(({ personId, index }) => ({ personId, day: calendar.filledUntil(index) }));
  const states = new Map<string, DateState>();

  /** Whether something holds for a person in any quarter of a meeting, in either pass, widened by a margin. */
  const meets = (
    person: number,
    day: IsoDay,
    startMinute: number,
    lengthMinutes: number,
    what: (state: QuarterState) => boolean,
    margin = 0,
  ): boolean =>
    calendar.instantsOf(day, startMinute).some((start) => {
      for (let at = start - margin * minute; at < start + (lengthMinutes + margin) * minute; at += quarter) {
        if (what(calendar.quarterAt(person, at))) return true;
      }
      return false;
    });

  const stateOf = (day: IsoDay, startMinute: number, lengthMinutes: number): DateState => {
    const key = `${day} ${startMinute} ${lengthMinutes}`;
    const known = states.get(key);
    if (known) return known;
    const state = findState(day, startMinute, lengthMinutes);
    states.set(key, state);
    return state;
  };
  const findState = (day: IsoDay, startMinute: number, lengthMinutes: number): DateState => {
    if (query.blackouts.includes(day)) return { kind: 'blackout' };
    if (calendar.instantsOf(day, startMinute).length === 0) return { kind: 'noSuchTime' };
    const who = (what: (state: QuarterState) => boolean): string[] =>
      people
        .filter(({ index }) => meets(index, day, startMinute, lengthMinutes, what))
        .map((person) => person.personId);
    const clashes = people.flatMap(({ personId, index }): Clash[] => {
      const is = (what: (state: QuarterState) => boolean): boolean =>
        meets(index, day, startMinute, lengthMinutes, what);
      if (is((state) => state.away)) return [{ personId, why: 'outOfOffice' }];
      if (is((state) => state.taken)) return [{ personId, why: 'busy' }];
      return is((state) => state.outside) ? [{ personId, why: 'outsideHours' }] : [];
    });
    if (clashes.length > 0) return { kind: 'clash', clashes };
    const unknown = who((state) => state.unknown);
    if (unknown.length > 0) return { kind: 'unknown', who: unknown };
    const tentative = who((state) => state.tentative);
    if (tentative.length > 0) return { kind: 'tentative', who: tentative };
    return { kind: filled.some((each) => each.day !== undefined && day > each.day) ? 'openSoFar' : 'free' };
  };

  const cell = (slot: SeasonSlot): OracleSlot => {
    const key = JSON.stringify(slot);
    const found = foundCells.get(key) ?? findCell(slot);
    foundCells.set(key, found);
    return found;
  };
  const findCell = (slot: SeasonSlot): OracleSlot => {
    const days = oracleDays(query, slot);
    const dateStates = days.map((day) => stateOf(day, slot.startMinute, slot.lengthMinutes));
    const outsideHoursOf = people
      .filter(({ index }) =>
        days.some(
          (day) =>
            !query.blackouts.includes(day) &&
            meets(index, day, slot.startMinute, slot.lengthMinutes, (state) => state.outside),
        ),
      )
      .map((person) => person.personId);
    return { slot, days, states: dateStates, tally: tallyOf(dateStates), outsideHoursOf };
  };

  const cells = (): readonly OracleSlot[] => {
    const { hours, lengthMinutes, cadence } = query;
    const found: OracleSlot[] = [];
    for (let phase = 0; phase < (cadence.kind === 'weekly' ? cadence.everyWeeks : 1); phase++) {
      for (const weekday of [1, 2, 3, 4, 5, 6, 7] as const) {
        if (!hours.days.includes(weekday)) continue;
        for (let startMinute = 0; startMinute < 1440; startMinute += 15) {
          if (startMinute < hours.earliestMinute || startMinute + lengthMinutes > hours.latestMinute)
            continue;
          const each = cell({ cadence, weekday, startMinute, lengthMinutes, phase });
          if (each.days.length > 0) found.push(each);
        }
      }
    }
    return found;
  };

  const anyDate = (
    each: OracleSlot,
    persons: readonly number[],
    what: (state: QuarterState) => boolean,
    margin: number,
  ): boolean =>
    each.days.some(
      (day) =>
        !query.blackouts.includes(day) &&
        persons.some((person) =>
          meets(person, day, each.slot.startMinute, each.slot.lengthMinutes, what, margin),
        ),
    );
  const everyone = people.map((person) => person.index);

  const orderOf = (each: OracleSlot): readonly number[] => {
    const { slot, tally } = each;
    const { hours, preferred } = query;
    const tentativeDates = each.days.filter(
      (day, index) =>
        !isToMend(each.states[index]) &&
        everyone.some((person) =>
          meets(person, day, slot.startMinute, slot.lengthMinutes, (state) => state.tentative),
        ),
    ).length;
    const margin = Math.min(
      slot.startMinute - hours.earliestMinute,
      hours.latestMinute - slot.startMinute - slot.lengthMinutes,
    );
    const isOutside = (state: QuarterState): boolean => state.outside;
    const edge =
      margin < 30 || anyDate(each, everyone, isOutside, 30)
        ? 2
        : margin < 60 || anyDate(each, everyone, isOutside, 60)
          ? 1
          : 0;
    const lunch = anyDate(each, everyone, (state) => state.lunch, 0) ? 1 : 0;
    const isPreferred = preferred?.weekday === slot.weekday && preferred.startMinute === slot.startMinute;
    return [
      tally.free + tally.openSoFar,
      -tally.toMend,
      -tentativeDates,
      tally.free,
      isPreferred ? 1 : 0,
      -(edge + lunch),
      slot.startMinute % 60 === 0 ? 2 : slot.startMinute % 30 === 0 ? 1 : 0,
    ];
  };

  const ranked = (): readonly { readonly cell: OracleSlot; readonly reasons: readonly SlotReason[] }[] => {
    const offered = cells()
      .filter((each) => each.outsideHoursOf.length === 0)
      .map((each) => ({ each, order: orderOf(each) }));
    const [best] = offered.toSorted((a, b) => compare(b.order, a.order));
    if (!best) return [];
    const kept = ({ tally }: OracleSlot): number => tally.dates - tally.toMend;
    const good = ({ tally }: OracleSlot): number => tally.free + tally.openSoFar;
    const worthy = offered.filter(
      ({ each }) => good(each) * 2 >= good(best.each) && kept(each) * 2 >= kept(best.each),
    );
    const limit = query.limit ?? 10;
    // The share of a weekday is told by the weekdays that have dates at all, offered or not.
    const weekdays = new Set(cells().map((each) => each.slot.weekday)).size;
    const chosen: typeof worthy = [];
    const walks = [
      { distance: Math.max(120, query.lengthMinutes), anyPhase: true, share: Math.ceil(limit / weekdays) },
      { distance: Math.max(60, query.lengthMinutes), anyPhase: false, share: Infinity },
      { distance: 30, anyPhase: false, share: Infinity },
    ];
    const countOn = (weekday: Weekday): number =>
      chosen.filter((other) => other.each.slot.weekday === weekday).length;
    for (const { distance, anyPhase, share } of walks) {
      while (chosen.length < limit) {
        const open = worthy.filter(
          ({ each: { slot } }) =>
            countOn(slot.weekday) < share &&
            !chosen.some(
              ({ each: { slot: other } }) =>
                other.weekday === slot.weekday &&
                (anyPhase || other.phase === slot.phase) &&
                Math.abs(other.startMinute - slot.startMinute) < distance,
            ),
        );
        // Stable: among equals the weekday with fewer chosen, then the order of the cells.
        const [next] = open.toSorted(
          (a, b) => compare(b.order, a.order) || countOn(a.each.slot.weekday) - countOn(b.each.slot.weekday),
        );
        if (!next) break;
        chosen.push(next);
      }
    }
    return chosen
      .toSorted((a, b) => compare(b.order, a.order))
      .map(({ each }) => ({ cell: each, reasons: reasonsOf(each) }));
  };

  const reasonsOf = (each: OracleSlot): readonly SlotReason[] => {
    const { slot, tally, days } = each;
    const { preferred } = query;
    const reasons: SlotReason[] = [];
    if (tally.free === tally.dates) reasons.push({ kind: 'allFree' });
    if (preferred?.weekday === slot.weekday && preferred.startMinute === slot.startMinute) {
      reasons.push({ kind: 'preferredHour' });
    }
    const clashing = days.flatMap((day, index) => {
      const state = each.states[index];
      return state?.kind === 'clash' ? [{ day, clashes: state.clashes }] : [];
    });
    const awayDates = (personId: string): number =>
      clashing.filter(({ clashes }) =>
        clashes.some((clash) => clash.personId === personId && clash.why === 'outOfOffice'),
      ).length;
    const isAway = (personId: string): boolean =>
      awayDates(personId) > 0 && awayDates(personId) >= clashing.length / 2;
    for (const { personId } of people) {
      if (isAway(personId)) reasons.push({ kind: 'personAway', personId, dates: awayDates(personId) });
    }
    for (const { personId } of people) {
      const alone = clashing.filter(
        ({ clashes }) => clashes.length === 1 && clashes[0]?.personId === personId,
      ).length;
      if (people.length > 1 && alone >= 2 && alone >= (clashing.length * 2) / 3 && !isAway(personId)) {
        reasons.push({ kind: 'mostlyOnePerson', personId, dates: alone });
      }
    }
    const months = [...new Set(clashing.map(({ day }) => asDay(`${day.slice(0, 7)}-01`)))];
    const seasonDays = daysFrom(query.firstDay, query.lastDay) + 1;
    if (clashing.length >= 2 && months.length <= 2 && seasonDays >= 90) {
      reasons.push({ kind: 'clashesInMonths', months });
    }
    for (const { personId, index } of people) {
      const unknown = days.filter((day) =>
        meets(index, day, slot.startMinute, slot.lengthMinutes, (state) => state.unknown),
      ).length;
      if (unknown > days.length / 2) reasons.push({ kind: 'unknownCalendar', personId });
    }
    if (tally.tentative > 0) reasons.push({ kind: 'tentativeDates', dates: tally.tentative });
    if (tally.openSoFar > 0) reasons.push({ kind: 'lastDatesOpenSoFar', dates: tally.openSoFar });
    for (const { personId, index } of people) {
      if (anyDate(each, [index], (state) => state.outside, 30))
        reasons.push({ kind: 'edgeOfHours', personId });
    }
    for (const { personId, index } of people) {
      if (anyDate(each, [index], (state) => state.lunch, 0)) reasons.push({ kind: 'nearLunch', personId });
    }
    const allHours = query.schedules.every((schedule) => schedule.workingHours !== undefined);
    if (allHours && !anyDate(each, everyone, (state) => state.outside, 60)) {
      reasons.push({ kind: 'wellInsideHours' });
    }
    return reasons;
  };

  const moves = (slot: SeasonSlot, dateIndex: number): readonly Move[] => {
    const days = oracleDays(query, slot);
    const own = days[dateIndex];
    if (own === undefined) return [];
    const after = days[dateIndex - 1];
    const before = days[dateIndex + 1];
    const find = (kinds: readonly Move['state'][]): readonly Move[] => {
      const candidates: Move[] = [];
      for (let day = query.firstDay; day <= query.lastDay; day = plusDays(day, 1)) {
        if ((after !== undefined && day <= after) || (before !== undefined && day >= before)) continue;
        const weekday = weekdayOf(day);
        if (!query.hours.days.some((each) => each === weekday)) continue;
        const ofDay: Move[] = [];
        for (let startMinute = 0; startMinute < 1440; startMinute += 15) {
          if (startMinute < query.hours.earliestMinute) continue;
          if (startMinute + slot.lengthMinutes > query.hours.latestMinute) continue;
          if (day === own && startMinute === slot.startMinute) continue;
          const { kind } = stateOf(day, startMinute, slot.lengthMinutes);
          const state = kinds.find((each) => each === kind);
          const [start] = calendar.instantsOf(day, startMinute);
          if (state === undefined || start === undefined) continue;
          if (query.notBefore !== undefined && start < query.notBefore) continue;
          ofDay.push({
            start,
            end: start + slot.lengthMinutes * minute,
            day,
            startMinute,
            dayShift: daysFrom(own, day),
            minuteShift: startMinute - slot.startMinute,
            state,
          });
        }
        // Nearest hour of the day, the later of two.
        const [best] = ofDay.toSorted(
          (a, b) => Math.abs(a.minuteShift) - Math.abs(b.minuteShift) || b.minuteShift - a.minuteShift,
        );
        if (best) candidates.push(best);
      }
      const ordered = candidates.toSorted(
        (a, b) =>
          Math.abs(a.dayShift) - Math.abs(b.dayShift) ||
          Math.abs(a.minuteShift) - Math.abs(b.minuteShift) ||
          a.dayShift - b.dayShift,
      );
      const nearest = ordered.slice(0, 3);
      const isSame = (move: Move): boolean => move.dayShift % 7 === 0 && move.minuteShift === 0;
      const same = ordered.find(isSame);
      if (nearest.length < 3 || !same || nearest.some(isSame)) return nearest;
      return [...nearest.slice(0, 2), same];
    };
    const free = find(['free', 'openSoFar']);
    return free.length > 0 ? free : find(['tentative', 'unknown']);
  };

  return { cells, ranked, cell, moves, filledUntil: () => filled };
}

function compare(a: readonly number[], b: readonly number[]): number {
  for (const [index, value] of a.entries()) {
    const difference = value - (b[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

function isToMend(state: DateState | undefined): boolean {
  return state?.kind === 'clash' || state?.kind === 'blackout' || state?.kind === 'noSuchTime';
}

function tallyOf(states: readonly DateState[]): Tally {
  const count = (kind: DateState['kind']): number => states.filter((state) => state.kind === kind).length;
  return {
    dates: states.length,
    free: count('free'),
    openSoFar: count('openSoFar'),
    tentative: count('tentative'),
    unknown: count('unknown'),
    toMend: states.filter(isToMend).length,
  };
}

/** Days of a slot, by walking over every day of the season. */
function oracleDays(query: SeasonQuery, { cadence, weekday, phase }: SeasonSlot): readonly IsoDay[] {
  const days: IsoDay[] = [];
  let firstMonth: number | undefined;
  for (let day = query.firstDay; day <= query.lastDay; day = plusDays(day, 1)) {
    if (weekdayOf(day) !== weekday) continue;
    if (cadence.kind === 'weekly') {
      if (Math.floor(daysFrom(query.firstDay, day) / 7) % cadence.everyWeeks === phase) days.push(day);
      continue;
    }
    if (!isNth(day, cadence)) continue;
    const month = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7));
    firstMonth ??= month;
    if ((month - firstMonth) % cadence.everyMonths === 0) days.push(day);
  }
  return days;
}

function isNth(day: IsoDay, { ordinal }: Extract<Cadence, { kind: 'monthly' }>): boolean {
  if (ordinal === 'last') return plusDays(day, 7).slice(5, 7) !== day.slice(5, 7);
  return Math.ceil(Number(day.slice(8)) / 7) === ordinal;
}

function weekdayOf(day: IsoDay): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay() || 7;
}

function plusDays(day: IsoDay, days: number): IsoDay {
  return asDay(new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10));
}

function daysFrom(from: IsoDay, to: IsoDay): number {
  return (Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000;
}
