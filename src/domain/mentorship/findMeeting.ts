import { bindMeeting } from '#domain/notes/bindMeeting.ts';
import { dayOfNote } from '#domain/notes/noteId.ts';
import { datesOf } from '#domain/season/datesOf.ts';
import { weekdayOf } from '#domain/time/days.ts';
import type { EpochMilli, IsoDay } from '#domain/time/types.ts';
import { toWall } from '#domain/time/wallClock.ts';
import type { SeenOccurrence, SeenSeries } from './types.ts';

/** What is known of an event for which the meeting is looked for. Nothing in it is sure: clients tell different parts of it. */
export interface MeetingClues {
  readonly part: 'single' | 'date' | 'series' | 'unknown';
  readonly start: EpochMilli | undefined;
  readonly isAllDay: boolean;
  /** Addresses of all who are in the event, the organiser included. */
  readonly people: readonly string[];
  /** The mentorship that a link in the body names. */
  readonly linkedId: string | undefined;
  /** Ids, for a comparison only. */
  readonly seriesId: string | undefined;
  readonly itemId: string | undefined;
}

/** The mentor meetings of one's own calendar. */
export interface SeenMeetings<Series extends SeenSeries, Occurrence extends SeenOccurrence> {
  readonly series: readonly Series[];
  readonly occurrences: readonly Occurrence[];
}

/** How a meeting was told: by the link in the event, by the series that the calendar service knows, by time and people. */
export type FoundBy = 'link' | 'series' | 'people';

/**
 * What an event is. date: this meeting; with `by: 'people'` it is likely, and the person says so. series: the whole series is opened, or the client does not
 * tell which of its dates; the likeliest date first. single: one meeting outside the season. foreign: the link names a mentorship that is not in this
 * calendar. none: no mentor meeting.
 */
export type FoundMeeting<Series, Occurrence> =
  | { readonly kind: 'date'; readonly by: FoundBy; readonly series: Series; readonly occurrence: Occurrence }
  | {
      readonly kind: 'series';
      readonly by: FoundBy;
      /** opened: the person opened the series. unclear: the client or the calendar leaves it open. */
      readonly why: 'opened' | 'unclear';
      readonly series: Series;
      /** Likeliest first; never empty. */
      readonly occurrences: readonly [Occurrence, ...Occurrence[]];
    }
  | { readonly kind: 'empty'; readonly by: FoundBy; readonly series: Series }
  | { readonly kind: 'single'; readonly mentorshipId: string }
  | { readonly kind: 'foreign' }
  | { readonly kind: 'none' };

/** Finds the meeting of an event. The same answer from both calendars, after any move, and for a series that was made again. */
export function findMeeting<Series extends SeenSeries, Occurrence extends SeenOccurrence>(
  clues: MeetingClues,
  seen: SeenMeetings<Series, Occurrence>,
  now: EpochMilli,
): FoundMeeting<Series, Occurrence> {
  const { linkedId } = clues;
  if (linkedId !== undefined) {
    const ofLink = seen.series.filter(({ link }) => link.mentorshipId === linkedId);
    if (ofLink.length > 0)
      return inSeries(clues, ofLink, seen, 'link', now) ?? { kind: 'single', mentorshipId: linkedId };
    return { kind: 'foreign' };
  }
  const ofIds = seriesOfIds(clues, seen);
  if (ofIds.length > 0) {
    const found = inSeries(clues, ofIds, seen, 'series', now);
    if (found !== undefined) return found;
  }
  return byPeople(clues, seen);
}

/** Series that the ids name. Ids are kept by the service, so a match is one; no match says nothing. */
function seriesOfIds<Series extends SeenSeries, Occurrence extends SeenOccurrence>(
  { seriesId, itemId }: MeetingClues,
  { series, occurrences }: SeenMeetings<Series, Occurrence>,
): readonly Series[] {
  const named = new Set([seriesId, itemId, occurrences.find(({ id }) => id === itemId)?.seriesId]);
  return series.filter(({ id }) => named.has(id));
}

function inSeries<Series extends SeenSeries, Occurrence extends SeenOccurrence>(
  clues: MeetingClues,
  series: readonly Series[],
  seen: SeenMeetings<Series, Occurrence>,
  by: FoundBy,
  now: EpochMilli,
): FoundMeeting<Series, Occurrence> | undefined {
  const { start, part } = clues;
  const own = seen.occurrences.filter(({ seriesId }) => series.some(({ id }) => id === seriesId));
  const seriesOf = (occurrence: Occurrence): Series | undefined =>
    series.find(({ id }) => id === occurrence.seriesId);
  const foundAt = (occurrence: Occurrence): FoundMeeting<Series, Occurrence> | undefined => {
    const ofDate = seriesOf(occurrence);
    return ofDate && { kind: 'date', by, series: ofDate, occurrence };
  };
  const named = mostPresent(series, clues, own);
  // A series is told by the time of its first date, which is a date too: only who opened that date means it.
  const firstStart = own.length === 0 ? undefined : Math.min(...own.map((each) => each.start));
  const isWhole =
    part === 'series' || (part === 'unknown' && start === firstStart && clues.itemId === named?.id);
  if (!isWhole) {
    const there = own.filter((each) => each.start === start).toSorted(uncancelledFirst)[0];
    if (there !== undefined) return foundAt(there);
    if (part === 'single') return undefined;
    const bound = named && boundDate(clues, named, own);
    if (bound !== undefined) return foundAt(bound);
  }
  if (named === undefined) return undefined;
  const near = nearestFirst(
    own.filter(({ seriesId }) => seriesId === named.id),
    isWhole || start === undefined ? { now } : { start },
  );
  const [first, ...others] = near;
  return first === undefined
    ? { kind: 'empty', by, series: named }
    : {
        kind: 'series',
        by,
        why: part === 'series' ? 'opened' : 'unclear',
        series: named,
        occurrences: [first, ...others],
      };
}

/** The series among those of one mentorship that the event belongs to: by id, else by its time, the one that stands before those called off. */
function mostPresent<Series extends SeenSeries>(
  series: readonly Series[],
  { seriesId, itemId, start }: MeetingClues,
  own: readonly SeenOccurrence[],
): Series | undefined {
  const byId = series.find(({ id }) => id === seriesId || id === itemId);
  if (byId !== undefined) return byId;
  const distance = ({ id }: Series): number =>
    Math.min(
      ...own
        .filter((each) => each.seriesId === id)
        .map((each) => Math.abs(each.start - (start ?? each.start))),
      Number.MAX_SAFE_INTEGER,
    );
  return series.toSorted(
    (one, other) => Number(one.isCancelled) - Number(other.isCancelled) || distance(one) - distance(other),
  )[0];
}

/** The date by the arithmetic of the series, for an event whose time in this client is an earlier or a later one than the calendar's. */
function boundDate<Occurrence extends SeenOccurrence>(
  clues: MeetingClues,
  series: SeenSeries,
  own: readonly Occurrence[],
): Occurrence | undefined {
  const dates = own.filter(({ seriesId }) => seriesId === series.id);
  const days = daysOf(series);
  const binding = bindMeeting(
    {
      type: 'unknown',
      start: clues.start,
      originalStart: undefined,
      occurrenceId: undefined,
      iCalUId: undefined,
      people: clues.people,
    },
    { zone: series.zone, days, dates },
    { people: [], meetings: [], bindings: new Map() },
  );
  const told = binding.kind === 'bound' ? dayOfNote(binding.note) : undefined;
  // The client still shows the date where it was before it was moved.
  const before = clues.start === undefined ? undefined : toWall(clues.start, series.zone);
  const isOriginal = before?.minuteOfDay === series.startMinute && days.includes(before.day);
  const day = isOriginal ? before.day : told;
  return dates.find(({ originalDay }) => originalDay === day);
}

/** The days of a series before any change. */
function daysOf({ range, plan }: SeenSeries): readonly IsoDay[] {
  if (plan !== undefined) return plan.days;
  if (range === undefined) return [];
  return datesOf({ cadence: range.cadence, weekday: weekdayOf(range.firstDay), phase: 0 }, range);
}

/** Without a link and without ids: the date at that very time with the same two people. */
function byPeople<Series extends SeenSeries, Occurrence extends SeenOccurrence>(
  { start, people, isAllDay, part }: MeetingClues,
  seen: SeenMeetings<Series, Occurrence>,
): FoundMeeting<Series, Occurrence> {
  if (isAllDay || part === 'series' || start === undefined) return { kind: 'none' };
  const present = new Set(people.map((address) => address.toLowerCase()));
  const there = seen.occurrences.filter((each) => each.start === start).toSorted(uncancelledFirst);
  for (const occurrence of there) {
    const series = seen.series.find(({ id }) => id === occurrence.seriesId);
    if (series === undefined) continue;
    const pair = [series.organizer, ...series.attendees].map(({ address }) => address.toLowerCase());
    if (pair.length > 1 && pair.every((address) => present.has(address)))
      return { kind: 'date', by: 'people', series, occurrence };
  }
  return { kind: 'none' };
}

function uncancelledFirst(one: SeenOccurrence, other: SeenOccurrence): number {
  return Number(one.isCancelled) - Number(other.isCancelled);
}

/** Dates by how near they are to a time; to now, those that are still to come before those that are over. */
function nearestFirst<Occurrence extends SeenOccurrence>(
  dates: readonly Occurrence[],
  moment: { readonly now: EpochMilli } | { readonly start: EpochMilli },
): readonly Occurrence[] {
  const to = 'now' in moment ? moment.now : moment.start;
  const isBehind = (each: Occurrence): boolean =>
    each.isCancelled || ('now' in moment && each.end <= moment.now);
  return dates.toSorted(
    (one, other) =>
      Number(isBehind(one)) - Number(isBehind(other)) ||
      Math.abs(one.start - to) - Math.abs(other.start - to),
  );
}
