import { partnerOf } from './partnerOf.ts';
import { seasonOf } from './seasonOf.ts';
import type {
  Mentorship,
  Season,
  SeenOccurrence,
  SeenSeries,
  SeenWindow,
  UnfinishedBooking,
} from './types.ts';

/** What was read of the calendar, and when. */
export interface CalendarSeen {
  readonly series: readonly SeenSeries[];
  readonly occurrences: readonly SeenOccurrence[];
  readonly window: SeenWindow;
  /** The moment that divides past from to come. */
  readonly now: number;
  /** The signed-in person's address. */
  readonly me: string;
}

/**
 * The mentorships in a calendar, by their next date; those without one come last, the latest first. A booking that is not
 * finished is not among them (`unfinishedBookings`), and neither is a season called off when none of its dates is still to
 * come.
 */
export function mentorshipsOf(seen: CalendarSeen): readonly Mentorship[] {
  const byMentorship = new Map<string, SeenSeries[]>();
  for (const series of seen.series) {
    if (isUnfinished(series)) continue;
    const { mentorshipId } = series.link;
    byMentorship.set(mentorshipId, [...(byMentorship.get(mentorshipId) ?? []), series]);
  }
  return [...byMentorship]
    .flatMap(([id, series]) => mentorshipOf(id, series, seen) ?? [])
    .toSorted((one, other) => orderOf(one) - orderOf(other));
}

/** Bookings that stopped on the way, as the organiser's own copies tell it. */
export function unfinishedBookings(seen: Pick<CalendarSeen, 'series' | 'me'>): readonly UnfinishedBooking[] {
  return seen.series.flatMap((series) =>
    isUnfinished(series) && series.plan !== undefined
      ? [{ seriesId: series.id, partner: partnerOf(series, seen.me), plan: series.plan }]
      : [],
  );
}

function mentorshipOf(id: string, series: readonly SeenSeries[], seen: CalendarSeen): Mentorship | undefined {
  const plans = series.flatMap((each) => each.plan ?? []);
  const numbered = [...series].toSorted((one, other) => firstDayOf(one).localeCompare(firstDayOf(other)));
  const seasons = series.map((each) => ({
    series: each,
    season: seasonOf(each, numberOf(each, numbered), partnerOf(each, seen.me)?.address, seen),
  }));
  const live = seasons.filter(
    ({ series: each, season }) => !each.isCancelled || season.dates.some((date) => date.end > seen.now),
  );
  const upright = live.filter(({ series: each }) => !each.isCancelled);
  const current = mostPresent(upright.length > 0 ? upright : live);
  if (current === undefined) return undefined;
  const following = upright
    .flatMap(({ season }) => (season === current.season ? [] : (season.dates[0]?.start ?? [])))
    .filter((start) => start > (current.season.dates.at(-1)?.start ?? seen.now));
  return {
    id,
    partner: partnerOf(current.series, seen.me),
    role: plans[0]?.role ?? roleByLink(current.series),
    seasons: Math.max(current.season.number ?? 1, upright.length, 1),
    season: current.season,
    followsFrom: following.length > 0 ? Math.min(...following) : undefined,
  };
}

interface SeasonOfSeries {
  readonly series: SeenSeries;
  readonly season: Season;
}

/** The season with the nearest next date; without one, the season whose last date is the latest. */
function mostPresent(seasons: readonly SeasonOfSeries[]): SeasonOfSeries | undefined {
  const ahead = seasons
    .flatMap((each) => (each.season.next === undefined ? [] : [{ each, start: each.season.next.start }]))
    .toSorted((one, other) => one.start - other.start);
  if (ahead[0] !== undefined) return ahead[0].each;
  return seasons.toSorted((one, other) => lastEnd(other.season) - lastEnd(one.season))[0];
}

function orderOf(mentorship: Mentorship): number {
  const { next } = mentorship.season;
  // Those without a next date follow all that have one, the latest first.
  return next === undefined ? Number.MAX_SAFE_INTEGER - lastEnd(mentorship.season) : next.start;
}

function lastEnd(season: Season): number {
  return season.dates.at(-1)?.end ?? 0;
}

/** One's own part as the link tells it, which names the organiser's. */
function roleByLink({ link, isOrganizer }: SeenSeries): Mentorship['role'] {
  const { organizerRole } = link;
  if (organizerRole === undefined || isOrganizer) return organizerRole;
  return organizerRole === 'mentor' ? 'mentee' : 'mentor';
}

/** A season's number: its own, or counted from another season of the mentorship that tells its number. */
function numberOf(series: SeenSeries, inOrder: readonly SeenSeries[]): number | undefined {
  if (series.plan !== undefined) return series.plan.seasonNumber;
  if (series.link.seasonNumber !== undefined) return series.link.seasonNumber;
  const place = inOrder.indexOf(series);
  const known = inOrder.findIndex((each) => each.plan !== undefined);
  const from = inOrder[known]?.plan?.seasonNumber;
  if (from === undefined) return undefined;
  const number = from + place - known;
  return number >= 1 ? number : undefined;
}

function firstDayOf(series: SeenSeries): string {
  return series.range?.firstDay ?? series.plan?.days[0] ?? '';
}

function isUnfinished(series: SeenSeries): boolean {
  return series.isOrganizer && !series.isCancelled && series.plan !== undefined && !series.plan.closed;
}
