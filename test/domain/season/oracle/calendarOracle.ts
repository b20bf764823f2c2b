import { DateTime } from 'luxon';
import type { PersonSchedule, WorkingHours, ZoneTransitionRule } from '#domain/availability/types.ts';
import type { SeasonQuery } from '#domain/season/types.ts';
import type { EpochMilli, IsoDay } from '#domain/time/types.ts';
import { asDay } from './asDay.ts';

/**
 * What people's calendars say, worked out the slow way: minute by minute, on luxon. It shares no code with the
 * engine; the rules are those of docs/engine.md. Windows names are told by the few that the tests use.
 */

export const minute = 60_000;
export const quarter = 15 * minute;
const day = 86_400_000;

const windowsNames: Readonly<Record<string, string>> = {
  'Central Standard Time': 'America/Chicago',
  'GMT Standard Time': 'Europe/London',
  'India Standard Time': 'Asia/Kolkata',
  'Nepal Standard Time': 'Asia/Kathmandu',
  'Lord Howe Standard Time': 'Australia/Lord_Howe',
  'Chatham Islands Standard Time': 'Pacific/Chatham',
  'Morocco Standard Time': 'Africa/Casablanca',
  'E. South America Standard Time': 'America/Sao_Paulo',
};

/** What one quarter of an hour is to one person. */
export interface QuarterState {
  readonly taken: boolean;
  readonly away: boolean;
  readonly tentative: boolean;
  readonly unknown: boolean;
  readonly outside: boolean;
  readonly lunch: boolean;
}

export interface CalendarOracle {
  /** Instants at which the season's clocks show a minute of a day: none in a hole, two in a fold. */
  instantsOf(date: IsoDay, minuteOfDay: number): readonly EpochMilli[];
  quarterAt(person: number, instant: EpochMilli): QuarterState;
  /** The day, on the season's clocks, after which a calendar holds repeating entries only. */
  filledUntil(person: number): IsoDay | undefined;
}

export function createCalendarOracle(query: SeasonQuery): CalendarOracle {
  const frameStart = Date.parse(`${query.firstDay}T00:00:00Z`) - day;
  const frameEnd = Date.parse(`${query.lastDay}T00:00:00Z`) + 2 * day;
  const people = query.schedules.map((schedule) => {
    const { workingHours } = schedule;
    const clock = workingHours && clockOf(workingHours);
    return {
      clock: clock ?? zoneClock(query.zone),
      busyAt: busyReader(schedule),
      hoursAt:
        workingHours && clock ? hoursReader(workingHours, clock) : () => ({ outside: false, lunch: false }),
      known: new Map<EpochMilli, QuarterState>(),
    };
  });
  const personAt = (index: number): (typeof people)[number] => {
    const person = people[index];
    if (!person) throw new RangeError('no such person');
    return person;
  };

  const quarterAt = (index: number, instant: EpochMilli): QuarterState => {
    const { known, busyAt, hoursAt } = personAt(index);
    let state = known.get(instant);
    if (!state) {
      state = { ...busyAt(instant), ...hoursAt(instant) };
      known.set(instant, state);
    }
    return state;
  };

  const filledUntil = (index: number): IsoDay | undefined => {
    const { clock, busyAt } = personAt(index);
    const quarters: EpochMilli[] = [];
    for (let at = frameStart; at < frameEnd; at += quarter) quarters.push(at);
    const first = quarters.find((at) => !busyAt(at).unknown);
    const last = quarters.findLast((at) => !busyAt(at).unknown);
    if (first === undefined || last === undefined || last + quarter - first < 28 * day) return undefined;
    const stands = (at: EpochMilli): boolean =>
      at >= frameStart && at < frameEnd && (busyAt(at).taken || busyAt(at).tentative);
    const single = quarters.findLast((at) => {
      const state = busyAt(at);
      if (!(state.tentative || (state.taken && !state.away))) return false;
      const reading = at + clock(at) * minute;
      return ![-5, -4, -3, -2, -1, 1, 2, 3, 4, 5].some((weeks) =>
        instantsOfReading(clock, reading + weeks * 7 * day).some(stands),
      );
    });
    return single === undefined
      ? undefined
      : asDay(DateTime.fromMillis(single, { zone: query.zone }).toISODate());
  };

  return {
    instantsOf: (date, minuteOfDay) =>
      instantsOfReading(zoneClock(query.zone), Date.parse(`${date}T00:00:00Z`) + minuteOfDay * minute),
    quarterAt,
    filledUntil,
  };
}

/** Minutes that a clock is ahead of UTC at an instant. */
type Clock = (instant: EpochMilli) => number;

const zoneClocks = new Map<string, Clock>();

function zoneClock(zone: string): Clock {
  const found = zoneClocks.get(zone);
  if (found) return found;
  // Offsets change at quarters of an hour at most, so one reading serves the whole quarter.
  const known = new Map<EpochMilli, number>();
  const clock = (instant: EpochMilli): number => {
    const at = Math.floor(instant / quarter) * quarter;
    let offset = known.get(at);
    if (offset === undefined) {
      offset = DateTime.fromMillis(at, { zone }).offset;
      known.set(at, offset);
    }
    return offset;
  };
  zoneClocks.set(zone, clock);
  return clock;
}

function clockOf({ zone }: WorkingHours): Clock {
  if (zone.kind === 'named') return zoneClock(windowsNames[zone.name] ?? zone.name);
  const { biasMinutes, standard, daylight } = zone;
  const changesOf = new Map<number, readonly { at: EpochMilli; offset: number }[]>();
  return (instant) => {
    if (!standard || !daylight) return -(biasMinutes + (standard?.biasMinutes ?? 0));
    const standardOffset = -(biasMinutes + standard.biasMinutes);
    const daylightOffset = -(biasMinutes + daylight.biasMinutes);
    const year = new Date(instant).getUTCFullYear();
    let changes = changesOf.get(year);
    if (!changes) {
      changes = [year - 2, year - 1, year, year + 1]
        .flatMap((each) => [
          { at: wallOf(standard, each) - daylightOffset * minute, offset: standardOffset },
          { at: wallOf(daylight, each) - standardOffset * minute, offset: daylightOffset },
        ])
        .toSorted((a, b) => a.at - b.at);
      changesOf.set(year, changes);
    }
    return changes.findLast((change) => change.at <= instant)?.offset ?? standardOffset;
  };
}

function wallOf(rule: ZoneTransitionRule, year: number): number {
  const days: DateTime[] = [];
  let each = DateTime.utc(year, rule.month, 1);
  for (; each.month === rule.month; each = each.plus({ days: 1 })) {
    if (each.weekday === rule.dayOfWeek) days.push(each);
  }
  const chosen = days[Math.min(rule.dayOccurrence, days.length) - 1];
  if (!chosen) throw new RangeError('a month without such a weekday');
  return chosen.toMillis() + rule.minuteOfDay * minute;
}

/** Every instant at which a clock shows a reading (milliseconds as if on UTC), earliest first. */
function instantsOfReading(clock: Clock, reading: number): readonly EpochMilli[] {
  const offsets = new Set<number>();
  for (let at = reading - 26 * 60 * minute; at <= reading + 26 * 60 * minute; at += 13 * 60 * minute) {
    offsets.add(clock(at));
  }
  return [...offsets]
    .map((offset) => reading - offset * minute)
    .filter((instant) => clock(instant) * minute === reading - instant)
    .toSorted((a, b) => a - b);
}

type BusyState = Pick<QuarterState, 'taken' | 'away' | 'tentative' | 'unknown'>;

/** Everything that touches a quarter, and which of its fifteen minutes are covered by a view. */
function busyReader({ views, items, unknownReason }: PersonSchedule): (instant: EpochMilli) => BusyState {
  const touched = new Map<EpochMilli, { digits: string; minutes: number }>();
  const touch = (start: EpochMilli, end: EpochMilli, digit: string, covers: boolean): void => {
    for (let at = Math.floor(start / quarter) * quarter; at < end; at += quarter) {
      const found = touched.get(at) ?? { digits: '', minutes: 0 };
      if (!found.digits.includes(digit)) found.digits += digit;
      for (let each = 0; each < 15; each++) {
        if (covers && at + each * minute >= start && at + each * minute < end) found.minutes |= 1 << each;
      }
      touched.set(at, found);
    }
  };
  for (const { start, intervalMinutes, view } of views) {
    for (let index = 0; index < view.length; index++) {
      const from = start + index * intervalMinutes * minute;
      touch(from, from + intervalMinutes * minute, view.charAt(index), true);
    }
  }
  const digits = {
    free: '0',
    workingElsewhere: '0',
    tentative: '1',
    busy: '2',
    outOfOffice: '3',
    unknown: '4',
  };
  // An entry without length takes no time.
  for (const { start, end, status } of items) if (end > start) touch(start, end, digits[status], false);
  const nothing = { taken: false, away: false, tentative: false, unknown: true };
  return (instant) => {
    const found = touched.get(instant);
    if (unknownReason !== undefined || !found) return nothing;
    return {
      taken: found.digits.includes('2') || found.digits.includes('3'),
      away: found.digits.includes('3'),
      tentative: found.digits.includes('1'),
      unknown: found.digits.includes('4') || found.minutes !== 0x7fff,
    };
  };
}

/** Whether a quarter, which is a whole one on those clocks too, lies outside of working hours, and in lunch. */
function hoursReader(
  { days, startMinute, endMinute }: WorkingHours,
  clock: Clock,
): (instant: EpochMilli) => Pick<QuarterState, 'outside' | 'lunch'> {
  return (instant) => {
    const wall = new Date(instant + clock(instant) * minute);
    const weekday = wall.getUTCDay() === 0 ? 7 : wall.getUTCDay();
    const minuteOfDay = wall.getUTCHours() * 60 + wall.getUTCMinutes();
    const isInside =
      days.some((each) => each === weekday) && minuteOfDay >= startMinute && minuteOfDay + 15 <= endMinute;
    return { outside: !isInside, lunch: minuteOfDay >= 720 && minuteOfDay < 780 };
  };
}
