import type { BookingPlan } from './bookingPlan.ts';
import type { EpochMilli, IsoDay } from '#domain/time/types.ts';

/** A fault of a plan. `day` is the date it concerns, where it is one. */
export interface PlanFault {
  readonly fault:
    | 'no-dates'
    | 'bad-day'
    | 'days-out-of-order'
    | 'outside-season'
    | 'wrong-weekday'
    | 'bad-slot'
    | 'decision-without-date'
    | 'decided-twice'
    | 'bad-move'
    | 'move-outside-season'
    | 'move-past-neighbour'
    | 'double-booking';
  readonly day?: IsoDay;
}

/** Reads the calendar day of an instant in the plan's zone, from a source of its own. */
export type DayReader = (instant: EpochMilli) => string;

/** A stretch that somebody's calendar holds already, or another season's date. */
export interface Occupied {
  readonly start: EpochMilli;
  readonly end: EpochMilli;
}

/**
 * Looks at a plan before it is shown, without any of the code that made it: its days and instants are worked out
 * anew, with Intl alone. Faults found; empty for a sound plan.
 *
 * - every date within the season, on the slot's weekday, in order, none twice;
 * - every moved date within the season, strictly between where its neighbours were and where they now stand;
 * - no two dates over each other on UTC, and none moved over what `occupied` holds: seasons with different zones
 *   that look apart on the wall may meet in the weeks when only one side has changed its clocks.
 *
 * `dateStarts` are the instants of the plan's days as they were shown.
 */
export function checkPlan(
  plan: BookingPlan,
  season: { readonly firstDay: IsoDay; readonly lastDay: IsoDay },
  dateStarts: readonly EpochMilli[],
  occupied: readonly Occupied[] = [],
): readonly PlanFault[] {
  const faults: PlanFault[] = [];
  const { days, slot } = plan;
  if (days.length === 0 || dateStarts.length !== days.length) return [{ fault: 'no-dates' }];
  const dayOf = dayReader(plan.zone);
  if (
    !(slot.lengthMinutes > 0 && slot.startMinute >= 0 && slot.startMinute + slot.lengthMinutes <= 1440) ||
    dayOf === undefined
  ) {
    return [{ fault: 'bad-slot' }];
  }

  for (const [index, day] of days.entries()) {
    const before = days[index - 1];
    if (new Date(`${day}T12:00:00Z`).toJSON()?.slice(0, 10) !== day) faults.push({ fault: 'bad-day', day });
    else if (new Date(`${day}T12:00:00Z`).getUTCDay() !== slot.weekday % 7)
      faults.push({ fault: 'wrong-weekday', day });
    if (before !== undefined && before >= day) faults.push({ fault: 'days-out-of-order', day });
    if (day < season.firstDay || day > season.lastDay) faults.push({ fault: 'outside-season', day });
    const start = dateStarts[index] ?? Number.NaN;
    // A start in an hour left out at midnight may show the next day: then the reading before it is the date's own.
    if (dayOf(start) !== day && dayOf(start - 86_400_000 / 2) !== day) faults.push({ fault: 'bad-day', day });
  }

  const stands = days.map((day, index) => ({
    day,
    start: dateStarts[index] ?? Number.NaN,
    end: (dateStarts[index] ?? Number.NaN) + slot.lengthMinutes * 60_000,
    nowOn: day as string,
    isMoved: false,
    isSkipped: false,
  }));
  const decided = new Set<IsoDay>();
  for (const decision of plan.decisions) {
    const { day } = decision;
    const date = stands.find((each) => each.day === day);
    if (!date) {
      faults.push({ fault: 'decision-without-date', day });
      continue;
    }
    if (decided.has(day)) faults.push({ fault: 'decided-twice', day });
    decided.add(day);
    if (decision.kind === 'skip') date.isSkipped = true;
    if (decision.kind !== 'move') continue;
    const { start, end } = decision.to;
    if (!(Number.isFinite(start) && end - start === slot.lengthMinutes * 60_000)) {
      faults.push({ fault: 'bad-move', day });
      continue;
    }
    date.start = start;
    date.end = end;
    date.nowOn = dayOf(start);
    date.isMoved = true;
    if (date.nowOn < season.firstDay || dayOf(end - 1) > season.lastDay)
      faults.push({ fault: 'move-outside-season', day });
  }

  for (const [index, date] of stands.entries()) {
    if (!date.isMoved) continue;
    const passes = stands.some(
      (other, at) =>
        (at < index && (other.day >= date.nowOn || other.nowOn >= date.nowOn)) ||
        (at > index && (other.day <= date.nowOn || other.nowOn <= date.nowOn)),
    );
    if (passes) faults.push({ fault: 'move-past-neighbour', day: date.day });
  }
  const live = stands.filter((date) => !date.isSkipped);
  for (const [index, date] of live.entries()) {
    const others = [...live.slice(index + 1), ...(date.isMoved ? occupied : [])];
    if (others.some((other) => date.start < other.end && other.start < date.end)) {
      faults.push({ fault: 'double-booking', day: date.day });
    }
  }
  return faults;
}

/** Days by the `sv-SE` locale, whose dates are ISO 8601; undefined for an unknown zone. */
function dayReader(zone: string): DayReader | undefined {
  try {
    const format = new Intl.DateTimeFormat('sv-SE', {
      timeZone: zone,
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
    });
    return (instant) => (Number.isFinite(instant) ? format.format(instant) : '');
  } catch {
    return undefined;
  }
}
