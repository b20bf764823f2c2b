import { datesOf } from '#domain/season/datesOf.ts';
import { weekdayOf } from '#domain/time/days.ts';
import type { EpochMilli, IsoDay } from '#domain/time/types.ts';
import { toInstant, toWall } from '#domain/time/wallClock.ts';
import type {
  DateStanding,
  Hint,
  Season,
  SeasonDate,
  SeasonSum,
  SeenOccurrence,
  SeenSeries,
  SeenWindow,
} from './types.ts';

const minuteMilli = 60_000;

/** One series as a season: every date of it that lies in the window, how it stands, and what asks for something. */
export function seasonOf(
  series: SeenSeries,
  number: number | undefined,
  partnerAddress: string | undefined,
  seen: {
    readonly occurrences: readonly SeenOccurrence[];
    readonly window: SeenWindow;
    readonly now: EpochMilli;
  },
): Season {
  const { now } = seen;
  const own = seen.occurrences.filter((each) => each.seriesId === series.id);
  const there = new Set(own.map((each) => each.originalDay));
  const dates = [
    ...own.map((each) => dateOf(each, series, partnerAddress, now)),
    ...plannedDays(series).flatMap((day) => {
      if (there.has(day)) return [];
      const date = absentDate(day, series);
      return isWithin(date, seen.window) ? [date] : [];
    }),
  ].toSorted((one, other) => one.start - other.start);
  const next = series.isCancelled ? undefined : dates.find((date) => date.standing.kind === 'toCome');
  const marked = dates.map((date) =>
    date === next ? { ...date, standing: { kind: 'next' } as const } : date,
  );
  return {
    seriesId: series.id,
    number,
    cadence: series.range?.cadence ?? series.plan?.slot.cadence,
    lengthMinutes: series.lengthMinutes,
    isOrganizer: series.isOrganizer,
    dates: marked,
    next: marked.find((date) => date.standing.kind === 'next'),
    sum: seasonSum(marked),
    hint: hintOf(series, marked, own, partnerAddress, now),
    question: undefined,
  };
}

/** How many dates are behind and ahead. */
export function seasonSum(dates: readonly SeasonDate[]): SeasonSum {
  const past = dates.filter((date) => isOver(date.standing));
  const met = past.filter((date) => date.standing.kind === 'met');
  const skipped = dates.filter((date) => isOff(date.standing));
  return {
    dates: dates.length,
    past: past.length,
    met: met.length,
    metMoved: met.filter((date) => date.isMoved).length,
    missed: past.filter((date) => date.standing.kind === 'missed').length,
    pastMoved: past.filter((date) => date.isMoved).length,
    toCome: dates.length - past.length - skipped.length,
    skipped: skipped.length,
  };
}

/** Behind the two, whatever was said of it. */
export function isOver({ kind }: DateStanding): boolean {
  return kind === 'past' || kind === 'met' || kind === 'missed';
}

function isOff({ kind }: DateStanding): boolean {
  return kind === 'skipped' || kind === 'cancelled';
}

/** The days a season was meant to have: by its plan, else by the arithmetic of its recurrence. */
function plannedDays(series: SeenSeries): readonly IsoDay[] {
  if (series.plan !== undefined) return series.plan.days;
  const { range } = series;
  if (range === undefined) return [];
  return datesOf({ cadence: range.cadence, weekday: weekdayOf(range.firstDay), phase: 0 }, range);
}

function dateOf(
  occurrence: SeenOccurrence,
  series: SeenSeries,
  partnerAddress: string | undefined,
  now: EpochMilli,
): SeasonDate {
  const { start, end, originalDay } = occurrence;
  return {
    key: occurrence.id,
    originalDay,
    start,
    end,
    isMoved: occurrence.isException && isElsewhere(occurrence, series),
    standing: standingOf(occurrence, series, partnerAddress, now),
  };
}

/** Reading a clock costs more than all else here, so it is asked for exceptions alone. */
function isElsewhere({ start, originalDay }: SeenOccurrence, series: SeenSeries): boolean {
  const wall = toWall(start, series.zone);
  return wall.day !== originalDay || wall.minuteOfDay !== series.startMinute;
}

function standingOf(
  occurrence: SeenOccurrence,
  series: SeenSeries,
  partnerAddress: string | undefined,
  now: EpochMilli,
): DateStanding {
  if (occurrence.isCancelled || series.isCancelled) return { kind: 'cancelled' };
  if (occurrence.end <= now) return { kind: 'past' };
  if (!series.isOrganizer && occurrence.ownResponse === 'declined') return { kind: 'declined', by: 'me' };
  if (answerOf(occurrence.attendees, partnerAddress) === 'declined')
    return { kind: 'declined', by: 'partner' };
  return { kind: 'toCome' };
}

/** A date that was planned and is not in the calendar. */
function absentDate(day: IsoDay, series: SeenSeries): SeasonDate {
  const start = toInstant({ day, minuteOfDay: series.startMinute }, series.zone);
  return {
    key: day,
    originalDay: day,
    start,
    end: start + series.lengthMinutes * minuteMilli,
    isMoved: false,
    standing: { kind: 'skipped' },
  };
}

function isWithin(date: SeasonDate, window: SeenWindow): boolean {
  return date.start >= window.from && date.end <= window.to;
}

function hintOf(
  series: SeenSeries,
  dates: readonly SeasonDate[],
  occurrences: readonly SeenOccurrence[],
  partnerAddress: string | undefined,
  now: EpochMilli,
): Hint | undefined {
  const hasFuture = dates.some((date) => date.end > now && date.standing.kind !== 'skipped');
  if (!hasFuture) return { kind: 'ended' };
  if (series.isCancelled) return { kind: 'cancelledByPartner' };
  const partnerAnswer = answerOf(series.attendees, partnerAddress);
  if (series.isOrganizer && partnerAnswer === 'declined') return { kind: 'declinedByPartner' };
  const proposal = proposalOf(dates, occurrences, partnerAddress, now);
  if (series.isOrganizer && proposal !== undefined) return proposal;
  const declined = dates.find((date) => date.standing.kind === 'declined' && date.standing.by === 'partner');
  if (series.isOrganizer && declined !== undefined) return { kind: 'dateDeclined', date: declined };
  if (!series.isOrganizer && isOpen(series.ownResponse)) return { kind: 'unanswered' };
  if (!series.isOrganizer && series.ownResponse === 'declined') return { kind: 'declinedByMe' };
  if (series.isOrganizer && partnerAnswer !== undefined && isOpen(partnerAnswer))
    return { kind: 'partnerUnanswered' };
  return undefined;
}

/** A new time that the partner proposes for a date that is still to come. */
function proposalOf(
  dates: readonly SeasonDate[],
  occurrences: readonly SeenOccurrence[],
  partnerAddress: string | undefined,
  now: EpochMilli,
): Hint | undefined {
  for (const occurrence of occurrences) {
    const partner = personOf(occurrence.attendees, partnerAddress);
    const date = dates.find((each) => each.key === occurrence.id);
    if (partner?.proposedStart === undefined || partner.proposedEnd === undefined || date === undefined)
      continue;
    if (partner.proposedStart === occurrence.start || partner.proposedStart <= now || date.end <= now)
      continue;
    return { kind: 'proposed', date, start: partner.proposedStart, end: partner.proposedEnd };
  }
  return undefined;
}

function isOpen(answer: SeenSeries['ownResponse']): boolean {
  return answer === 'none' || answer === 'notResponded';
}

function answerOf(people: SeenSeries['attendees'], address: string | undefined) {
  return personOf(people, address)?.response;
}

function personOf(people: SeenSeries['attendees'], address: string | undefined) {
  return address === undefined
    ? undefined
    : people.find((person) => person.address.toLowerCase() === address.toLowerCase());
}
