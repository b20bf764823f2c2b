import { quarterMilli } from '#domain/availability/bits.ts';
import { filledUntil } from '#domain/availability/filledUntil.ts';
import { mondayBefore, personGrid } from '#domain/availability/personGrid.ts';
import type { AvailabilityView, PersonSchedule, ScheduleItem } from '#domain/availability/types.ts';
import { wallSegments } from '#domain/availability/wallGrid.ts';
import { dayMilli, minuteMilli } from '#domain/time/days.ts';
import type { EpochMilli, Interval, ZoneName } from '#domain/time/types.ts';
import { sharedZoneTables, type ZoneTables } from '#domain/time/zoneTable.ts';
import { longestSeasonDays } from './checkQuery.ts';
import type { Clash, DateState, InvalidQuery } from './types.ts';

/** What one calendar says of a stretch, from nothing to the worst. */
type Finding = 'free' | 'tentative' | 'unknown' | 'busy' | 'outOfOffice';

const byWeight: readonly Finding[] = ['free', 'tentative', 'unknown', 'busy', 'outOfOffice'];

/**
 * The states of dates that stand, to the minute: moved ones and ones off the quarter-hours too. `schedules` are
 * those of `subtractOwn`, or every date would clash with itself. Working hours count no more: the dates were agreed on.
 * Dates beyond the point to which somebody's calendar looks filled are `openSoFar`; `zone` serves for that where
 * a person's own is not known. Refuses what `rankSlots` refuses in a schedule, and dates that end before they start
 * (`bad-interval`).
 */
export function checkDates(
  schedules: readonly PersonSchedule[],
  dates: readonly Interval[],
  zone: ZoneName,
  tables: ZoneTables = sharedZoneTables,
): readonly DateState[] | InvalidQuery {
  if (schedules.length === 0) return { kind: 'invalid', problem: 'no-schedules' };
  if (!dates.every(isDate)) return { kind: 'invalid', problem: 'bad-interval' };
  const filled: EpochMilli[] = [];
  for (const schedule of schedules) {
    const until = filledUntilInstant(schedule, zone, tables);
    if (typeof until === 'object') return until;
    if (until !== undefined) filled.push(until);
  }
  const openFrom = Math.min(...filled);
  return dates.map((date) => stateOf(schedules, date, openFrom));
}

function isDate({ start, end }: Interval): boolean {
  return Number.isSafeInteger(start) && Number.isSafeInteger(end) && start < end;
}

function stateOf(schedules: readonly PersonSchedule[], date: Interval, openFrom: EpochMilli): DateState {
  const findings = schedules.map((schedule) => ({
    personId: schedule.personId,
    finding: findingOf(schedule, date),
  }));
  const clashes = findings.flatMap(({ personId, finding }): readonly Clash[] =>
    finding === 'busy' || finding === 'outOfOffice' ? [{ personId, why: finding }] : [],
  );
  if (clashes.length > 0) return { kind: 'clash', clashes };
  for (const kind of ['unknown', 'tentative'] as const) {
    const who = findings.filter((each) => each.finding === kind).map((each) => each.personId);
    if (who.length > 0) return { kind, who };
  }
  return { kind: date.start >= openFrom ? 'openSoFar' : 'free' };
}

function findingOf({ items, views, unknownReason }: PersonSchedule, date: Interval): Finding {
  if (unknownReason !== undefined) return 'unknown';
  let worst: Finding = 'free';
  const meet = (finding: Finding): void => {
    if (byWeight.indexOf(finding) > byWeight.indexOf(worst)) worst = finding;
  };
  for (const item of items) {
    if (item.start < date.end && item.end > date.start) meet(findingOfItem(item));
  }
  let known: EpochMilli = date.start;
  for (const view of views.toSorted((a, b) => a.start - b.start)) {
    const intervalMilli = view.intervalMinutes * minuteMilli;
    const viewEnd = view.start + view.view.length * intervalMilli;
    if (view.start <= known) known = Math.max(known, viewEnd);
    const first = Math.max(Math.floor((date.start - view.start) / intervalMilli), 0);
    const end = Math.min(Math.ceil((date.end - view.start) / intervalMilli), view.view.length);
    for (let index = first; index < end; index++) meet(findingOfDigit(view, index));
  }
  if (known < date.end) meet('unknown');
  return worst;
}

function findingOfItem({ status }: ScheduleItem): Finding {
  return status === 'workingElsewhere' ? 'free' : status;
}

function findingOfDigit({ view }: AvailabilityView, index: number): Finding {
  const findings: readonly Finding[] = ['free', 'tentative', 'busy', 'outOfOffice'];
  return findings[view.charCodeAt(index) - 48] ?? 'unknown';
}

/** The instant after which a calendar has only repeating entries left, or what is wrong with the schedule. */
function filledUntilInstant(
  schedule: PersonSchedule,
  zone: ZoneName,
  tables: ZoneTables,
): EpochMilli | undefined | InvalidQuery {
  // Where nothing is known the views are not looked at, whatever is in them.
  const views = schedule.unknownReason === undefined ? schedule.views : [];
  const spans = views.map((view) => ({
    start: view.start,
    end: view.start + view.view.length * view.intervalMinutes * minuteMilli,
  }));
  const from = Math.floor(Math.min(...spans.map((span) => span.start)) / dayMilli) * dayMilli;
  const to = Math.max(...spans.map((span) => span.end));
  const days = Math.min(Math.ceil((to - from) / dayMilli), longestSeasonDays + 7);
  const frame = Number.isFinite(days) && days > 0 ? { origin: from, days } : { origin: 0, days: 1 };
  const person = personGrid(schedule, frame, tables);
  if (typeof person === 'string') return { kind: 'invalid', problem: person, personId: schedule.personId };
  const table = tables(zone, frame.origin, frame.origin + frame.days * dayMilli);
  const segments = person.segments ?? (table && wallSegments(frame, table, mondayBefore(frame)));
  if (!segments) return { kind: 'invalid', problem: 'unknown-zone' };
  const quarter = filledUntil(person, frame, segments);
  return quarter === undefined ? undefined : frame.origin + (quarter + 1) * quarterMilli;
}
