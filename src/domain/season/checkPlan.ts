import type { EpochMilli, Interval, IsoDay } from '#domain/time/types.ts';
import type { BookingPlan } from './bookingPlan.ts';

/** A fault of a plan. `day` is the date it concerns, where it is one. */
export interface PlanFault {
  readonly fault:
    | 'no-dates'
    | 'bad-slot'
    | 'bad-day'
    | 'outside-season'
    | 'wrong-weekday'
    | 'wrong-spacing'
    | 'wrong-time'
    | 'decision-without-date'
    | 'decided-twice'
    | 'bad-move'
    | 'move-outside-season'
    | 'move-past-neighbour'
    | 'double-booking';
  readonly day?: IsoDay;
}

/** A date of a plan as it would stand once everything is carried out. */
interface StandingDate extends Interval {
  readonly day: IsoDay;
  readonly dayNow: string;
  readonly change: 'none' | 'moved' | 'skipped';
}

/** What a zone's clocks show at an instant, as `yyyy-MM-dd HH:mm`; empty when it is none. */
type ClockReader = (instant: EpochMilli) => string;

const minuteMilli = 60_000;
const dayMilli = 86_400_000;
/** Beyond this, before or after 1970, there are no dates (ECMA-262, 21.4.1.1). */
const lastInstant = 8.64e15;

/**
 * Looks at a plan before it is shown, without any of the code that made it: days and instants are worked out anew, with
 * `Date` and `Intl` alone. Gives the faults found; none for a sound plan. Total.
 *
 * - Every date lies within the season, on the slot's weekday and as far from the one before as the cadence says; its
 *   instant (`dateStarts`, as shown) is the slot's hour on the clocks of the zone, where they show that hour.
 * - Every moved date stays within the season and strictly between its neighbours, where they were and where they go.
 * - No two dates lie over each other on UTC, nor over anything in `occupied`, such as dates of another season: two seasons
 *   told in different zones may look apart on the wall and meet in the weeks when only one side has changed its clocks.
 */
export function checkPlan(
  plan: BookingPlan,
  season: { readonly firstDay: IsoDay; readonly lastDay: IsoDay },
  dateStarts: readonly EpochMilli[],
  occupied: readonly Interval[] = [],
): readonly PlanFault[] {
  const { days, slot } = plan;
  const clock = clockReader(plan.zone);
  const isSlot =
    slot.lengthMinutes > 0 && slot.startMinute >= 0 && slot.startMinute + slot.lengthMinutes <= 1440;
  if (!isSlot || !clock) return [{ fault: 'bad-slot' }];
  if (days.length === 0 || dateStarts.length !== days.length) return [{ fault: 'no-dates' }];
  const dates = standingDates(plan, dateStarts, clock);
  return [
    ...days.flatMap((day, index) =>
      faultsOfDay(plan, season, index, dateStarts[index] ?? Number.NaN, clock).map((fault): PlanFault => ({
        fault,
        day,
      })),
    ),
    ...faultsOfDecisions(plan),
    ...faultsOfMoves(dates, season, clock),
    ...faultsOfOverlaps(dates, occupied),
  ];
}

function faultsOfDay(
  { days, slot }: BookingPlan,
  season: { readonly firstDay: IsoDay; readonly lastDay: IsoDay },
  index: number,
  start: EpochMilli,
  clock: ClockReader,
): readonly PlanFault['fault'][] {
  const day = days[index] ?? '';
  const noon = new Date(`${day}T12:00:00Z`);
  if (Number.isNaN(noon.getTime()) || noon.toISOString().slice(0, 10) !== day) return ['bad-day'];
  const faults: PlanFault['fault'][] = [];
  if (day < season.firstDay || day > season.lastDay) faults.push('outside-season');
  if (noon.getUTCDay() !== slot.weekday % 7) faults.push('wrong-weekday');
  const before = days[index - 1];
  if (before !== undefined && !isSpaced(before, day, slot.cadence)) faults.push('wrong-spacing');
  if (slot.cadence.kind === 'monthly' && !isNth(noon, slot.cadence.ordinal)) faults.push('wrong-spacing');
  const wanted = `${day} ${two(Math.floor(slot.startMinute / 60))}:${two(slot.startMinute % 60)}`;
  if (!isAtReading(start, wanted, clock)) faults.push('wrong-time');
  return faults;
}

function isSpaced(before: string, day: string, cadence: BookingPlan['slot']['cadence']): boolean {
  if (cadence.kind === 'weekly') {
    return (
      Date.parse(`${day}T00:00:00Z`) - Date.parse(`${before}T00:00:00Z`) === cadence.everyWeeks * 7 * dayMilli
    );
  }
  return monthCount(day) - monthCount(before) === cadence.everyMonths;
}

function monthCount(day: string): number {
  return Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7));
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}

function isNth(noon: Date, ordinal: number | 'last'): boolean {
  if (ordinal !== 'last') return Math.ceil(noon.getUTCDate() / 7) === ordinal;
  return new Date(noon.getTime() + 7 * dayMilli).getUTCMonth() !== noon.getUTCMonth();
}

/** Whether an instant shows a reading; where the clocks leave the reading out, one that they show up to a day later. */
function isAtReading(start: EpochMilli, wanted: string, clock: ClockReader): boolean {
  const shown = clock(start);
  if (shown === wanted) return true;
  if (shown === '' || isEverShown(wanted, clock)) return false;
  const later = readingMilli(shown) - readingMilli(wanted);
  return later > 0 && later <= dayMilli;
}

function isEverShown(wanted: string, clock: ClockReader): boolean {
  // Clocks are at most 14 hours from UTC, by whole quarters.
  for (let shift = -15 * 60; shift <= 15 * 60; shift += 15) {
    if (clock(readingMilli(wanted) + shift * minuteMilli) === wanted) return true;
  }
  return false;
}

function readingMilli(reading: string): number {
  return Date.parse(`${reading.replace(' ', 'T')}Z`);
}

function faultsOfDecisions({ days, decisions, slot }: BookingPlan): readonly PlanFault[] {
  const faults: PlanFault[] = [];
  const decided = new Set<IsoDay>();
  for (const decision of decisions) {
    const { day } = decision;
    if (!days.includes(day)) faults.push({ fault: 'decision-without-date', day });
    if (decided.has(day)) faults.push({ fault: 'decided-twice', day });
    decided.add(day);
    if (
      decision.kind === 'move' &&
      decision.to.end - decision.to.start !== slot.lengthMinutes * minuteMilli
    ) {
      faults.push({ fault: 'bad-move', day });
    }
  }
  return faults;
}

function standingDates(
  { days, decisions, slot }: BookingPlan,
  dateStarts: readonly EpochMilli[],
  clock: ClockReader,
): readonly StandingDate[] {
  return days.map((day, index) => {
    const start = dateStarts[index] ?? Number.NaN;
    const decision = decisions.findLast((each) => each.day === day);
    if (decision?.kind === 'move') {
      return { ...decision.to, day, dayNow: clock(decision.to.start).slice(0, 10), change: 'moved' };
    }
    const end = start + slot.lengthMinutes * minuteMilli;
    return { start, end, day, dayNow: day, change: decision?.kind === 'skip' ? 'skipped' : 'none' };
  });
}

function faultsOfMoves(
  dates: readonly StandingDate[],
  season: { readonly firstDay: IsoDay; readonly lastDay: IsoDay },
  clock: ClockReader,
): readonly PlanFault[] {
  const faults: PlanFault[] = [];
  for (const [index, { day, dayNow, end, change }] of dates.entries()) {
    if (change !== 'moved') continue;
    const lastDay = clock(end - 1).slice(0, 10);
    if (dayNow < season.firstDay || lastDay > season.lastDay || dayNow === '') {
      faults.push({ fault: 'move-outside-season', day });
    }
    const isPast = dates.some(
      (other, at) =>
        (at < index && (other.day >= dayNow || other.dayNow >= dayNow)) ||
        (at > index && (other.day <= lastDay || other.dayNow <= lastDay)),
    );
    if (isPast) faults.push({ fault: 'move-past-neighbour', day });
  }
  return faults;
}

function faultsOfOverlaps(
  dates: readonly StandingDate[],
  occupied: readonly Interval[],
): readonly PlanFault[] {
  const live = dates.filter((date) => date.change !== 'skipped');
  return live.flatMap((date, index): readonly PlanFault[] => {
    const others = [...live.slice(index + 1), ...occupied];
    const isOver = others.some((other) => date.start < other.end && other.start < date.end);
    return isOver ? [{ fault: 'double-booking', day: date.day }] : [];
  });
}

/** Swedish dates are ISO 8601. Undefined for an unknown zone. */
function clockReader(zone: string): ClockReader | undefined {
  try {
    const format = new Intl.DateTimeFormat('sv-SE', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
    });
    return (instant) => (Math.abs(instant) <= lastInstant ? format.format(instant) : '');
  } catch {
    return undefined;
  }
}
