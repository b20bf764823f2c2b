import { minuteMilli } from '#domain/time/days.ts';
import { isIsoDay } from '#domain/time/days.ts';
import { toInstant } from '#domain/time/wallClock.ts';
import { isZone } from '#domain/time/zoneTable.ts';
import type { IsoDay } from '#domain/time/types.ts';
import type {
  BookingPlan,
  LostChange,
  MissingOperation,
  Reconciliation,
  SeriesOnCalendar,
} from './bookingPlan.ts';
import type { DateDecision } from './types.ts';

type DateOnCalendar = SeriesOnCalendar['dates'][number];
type Change = Exclude<DateDecision, { readonly kind: 'keep' }>;

/** Calendars' own zone data may differ from this device's by an hour, for all dates of a stretch alike. */
const mostZoneDifference = 60 * minuteMilli;

/**
 * What is still to be done so that the calendar holds what was planned. Total: it answers for any plan and anything
 * that is there. Safe to repeat: carried out, each operation vanishes from the next answer, and nothing is ever
 * named twice.
 *
 * Without a series there is only `create`; once it stands, moves and skips in the order of their days, then `close`.
 * A date that somebody moved or deleted by hand is left as it is, and the change that was planned for it is `lost`.
 * A closed plan, or a cancelled series, has nothing missing: what changed since is somebody's wish.
 */
export function reconcile(plan: BookingPlan, onCalendar: SeriesOnCalendar | undefined): Reconciliation {
  if (onCalendar === undefined) {
    return { missing: plan.closed ? [] : [{ kind: 'create' }], lost: [], done: [] };
  }
  const missing: MissingOperation[] = [];
  const lost: LostChange[] = [];
  const done: IsoDay[] = [];
  const untouched = untouchedStarts(plan, onCalendar);
  for (const change of changesOf(plan)) {
    const { day } = change;
    const date = onCalendar.dates.find((each) => each.originalDay === day && !each.isCancelled);
    if (onCalendar.isCancelled) lost.push({ day, why: 'gone' });
    else if (isDone(change, date)) done.push(day);
    else if (date === undefined) lost.push({ day, why: 'gone' });
    else if (!untouched(date)) lost.push({ day, why: 'movedByHand' });
    else missing.push(operationFor(change, date));
  }
  if (plan.closed || onCalendar.isCancelled) return { missing: [], lost, done };
  return { missing: [...missing, { kind: 'close' }], lost, done };
}

/** Moves and skips by day; of several decisions for one day the last one counts. */
function changesOf(plan: BookingPlan): readonly Change[] {
  const changes = new Map<IsoDay, Change>();
  for (const decision of plan.decisions) {
    if (decision.kind === 'keep') changes.delete(decision.day);
    else changes.set(decision.day, decision);
  }
  return [...changes.values()].toSorted((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
}

function isDone(change: Change, date: DateOnCalendar | undefined): boolean {
  if (change.kind === 'skip') return date === undefined;
  return date?.start === change.to.start && date.end === change.to.end;
}

function operationFor(change: Change, { occurrenceId }: DateOnCalendar): MissingOperation {
  return change.kind === 'skip'
    ? { kind: 'skip', occurrenceId, day: change.day }
    : { kind: 'move', occurrenceId, day: change.day, start: change.to.start, end: change.to.end };
}

/** Tells whether a date still stands where the series put it. */
function untouchedStarts(plan: BookingPlan, { dates }: SeriesOnCalendar): (date: DateOnCalendar) => boolean {
  const lengthMilli = plan.slot.lengthMinutes * minuteMilli;
  const changed = new Set(changesOf(plan).map((change) => change.day));
  // How far the calendar is from this device's idea of the zone, told by dates that nobody meant to change.
  const drifts = new Set(
    dates
      .filter((date) => !changed.has(date.originalDay))
      .map((date) => driftOf(plan, date))
      .filter((drift) => Math.abs(drift) <= mostZoneDifference),
  );
  return (date) => {
    if (date.end - date.start !== lengthMilli) return false;
    const drift = driftOf(plan, date);
    return drift === 0 || Number.isNaN(drift) || drifts.has(drift);
  };
}

/** Milliseconds from where this device expects a date to where it stands; NaN where it cannot tell. */
function driftOf({ slot, zone }: BookingPlan, { originalDay, start }: DateOnCalendar): number {
  const isMinute = slot.startMinute >= 0 && slot.startMinute < 1440;
  if (!isIsoDay(originalDay) || !isMinute || !isZone(zone)) return Number.NaN;
  return start - toInstant({ day: originalDay, minuteOfDay: slot.startMinute }, zone);
}

/** Messages that go to the partner. */
export interface MessageCount {
  readonly invitations: number;
  readonly moved: number;
  readonly cancelled: number;
  readonly total: number;
}

/** What booking a plan sends: the invitation, one message for each moved and one for each skipped date. */
export function countMessages(plan: Pick<BookingPlan, 'decisions'>): MessageCount {
  return countOf(1, plan.decisions);
}

/**
 * What undoing a booking sends: one cancellation of the series, and one for each of its dates that stands elsewhere
 * than the series put it, since Exchange tells attendees of those one by one ([MS-OXOCAL] 3.1.4.9.1.2).
 */
export function countUndoMessages(plan: BookingPlan, onCalendar: SeriesOnCalendar | undefined): MessageCount {
  if (onCalendar === undefined || onCalendar.isCancelled)
    return { invitations: 0, moved: 0, cancelled: 0, total: 0 };
  const isUntouched = untouchedStarts(plan, onCalendar);
  const elsewhere = onCalendar.dates.filter((date) => !date.isCancelled && !isUntouched(date)).length;
  return { invitations: 0, moved: 0, cancelled: 1 + elsewhere, total: 1 + elsewhere };
}

function countOf(invitations: number, changes: readonly { readonly kind: string }[]): MessageCount {
  const moved = changes.filter((change) => change.kind === 'move').length;
  const cancelled = changes.filter((change) => change.kind === 'skip').length;
  return { invitations, moved, cancelled, total: invitations + moved + cancelled };
}
