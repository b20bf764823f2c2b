import { daysBetween, isIsoDay } from '#domain/time/days.ts';
import { toWall } from '#domain/time/wallClock.ts';
import type { EpochMilli, IsoDay, ZoneName } from '#domain/time/types.ts';
import { boundNote } from './mergeHalves.ts';
import { noteOfDay, noteOfSingle } from './noteId.ts';
import type { NoteId } from './noteId.ts';
import type { CalendarMeeting, Notes } from './notesView.ts';

/** What is known of an event for which a note is wanted. Each member may be missing on some client; `itemId` is never asked. */
export interface EventClues {
  /** unknown: the client tells times and people only. */
  readonly type: 'occurrence' | 'exception' | 'single' | 'unknown';
  readonly start: EpochMilli | undefined;
  /** When the date was before any move (Graph `originalStart`). */
  readonly originalStart: EpochMilli | undefined;
  /** Graph `occurrenceId`, which ends in the original day. */
  readonly occurrenceId: string | undefined;
  readonly iCalUId: string | undefined;
  /** Addresses of all who are in the event, in any order and case. */
  readonly people: readonly string[];
}

/** The series that the event is a date of, where that is known. */
export interface KnownSeries {
  readonly zone: ZoneName;
  /** Every day of the recurrence before any move or skip, in order. */
  readonly days: readonly IsoDay[];
  /** The dates that the calendar has, by their original days. */
  readonly dates: readonly { readonly originalDay: IsoDay; readonly start: EpochMilli }[];
}

/** The mentorship whose notes are open, or that the event's link names. */
export interface KnownMentorship {
  /** Addresses of both. */
  readonly people: readonly string[];
  readonly meetings: readonly CalendarMeeting[];
  readonly bindings: Notes['bindings'];
}

/**
 * bound: this is the note, and how it was told. proposed: it is unsure; the nearest dates with the same people, the likeliest first, and the person decides.
 */
export type Binding =
  | {
      readonly kind: 'bound';
      readonly note: NoteId;
      readonly by: 'originalStart' | 'occurrenceId' | 'recurrence' | 'iCalUId';
    }
  | { readonly kind: 'proposed'; readonly notes: readonly [NoteId, ...NoteId[]] }
  | { readonly kind: 'none' };

/** How many dates are proposed. */
const mostProposed = 3;

/** The note that an event belongs to: the same one for the same meeting, from either calendar, after any move. */
export function bindMeeting(
  clues: EventClues,
  series: KnownSeries | undefined,
  mentorship: KnownMentorship,
): Binding {
  const told = series && toldDay(clues, series);
  if (told !== undefined) {
    return { kind: 'bound', note: boundNote(mentorship.bindings, noteOfDay(told.day)), by: told.by };
  }
  if (series === undefined && clues.type === 'single' && clues.iCalUId !== undefined) {
    const note = boundNote(mentorship.bindings, noteOfSingle(clues.iCalUId));
    // An invitation to one date of a series comes as a single event with an id of its own: then a known date stands at the very same time.
    const isKnown = mentorship.meetings.some((meeting) => meeting.note === note);
    if (isKnown || !isOnKnownDate(clues, mentorship)) return { kind: 'bound', note, by: 'iCalUId' };
  }
  const [nearest, ...others] = nearestDates(clues, mentorship);
  return nearest === undefined ? { kind: 'none' } : { kind: 'proposed', notes: [nearest, ...others] };
}

/** A date of a changed series and the earlier note that it takes over; for `bindNote`. */
export interface DateBinding {
  readonly date: NoteId;
  readonly note: NoteId;
}

/**
 * Ties the dates of a changed series to the notes of the dates that they replace: in order, each to the nearest that leaves room for the others.
 * `earlier` are the notes of the dates that change with their days; `days` the new original days. What keeps its day needs no tie.
 */
export function bindChangedDates(
  earlier: readonly { readonly note: NoteId; readonly day: IsoDay }[],
  days: readonly IsoDay[],
): readonly DateBinding[] {
  const before = earlier.toSorted((a, b) => daysBetween(b.day, a.day));
  const after = days.toSorted((a, b) => daysBetween(b, a));
  const pairs =
    before.length <= after.length
      ? pairInOrder(before, after, (one, day) => Math.abs(daysBetween(one.day, day)))
      : pairInOrder(after, before, (day, one) => Math.abs(daysBetween(one.day, day))).map(
          ([day, one]) => [one, day] as const,
        );
  return pairs.flatMap(([{ note }, day]) =>
    note === noteOfDay(day) ? [] : [{ date: noteOfDay(day), note }],
  );
}

interface ToldDay {
  readonly day: IsoDay;
  readonly by: 'originalStart' | 'occurrenceId' | 'recurrence';
}

function toldDay(clues: EventClues, series: KnownSeries): ToldDay | undefined {
  if (clues.originalStart !== undefined) {
    return { day: toWall(clues.originalStart, series.zone).day, by: 'originalStart' };
  }
  const ending = clues.occurrenceId?.slice(-10);
  if (ending !== undefined && isIsoDay(ending)) return { day: ending, by: 'occurrenceId' };
  const day = clues.start === undefined ? undefined : dayByRecurrence(clues.start, clues.type, series);
  return day && { day, by: 'recurrence' };
}

/**
 * The original day by what the recurrence allows. Exchange lets no date pass its neighbours, so a moved one comes from a day between them that no other
 * date has; more than one such day is no answer.
 */
function dayByRecurrence(
  start: EpochMilli,
  type: EventClues['type'],
  { zone, days, dates }: KnownSeries,
): IsoDay | undefined {
  const known = dates.find((date) => date.start === start);
  if (known !== undefined) return known.originalDay;
  const day = toWall(start, zone).day;
  const isTaken = (each: IsoDay): boolean => dates.some(({ originalDay }) => originalDay === each);
  if (type === 'occurrence' && days.includes(day)) return day;
  const before = dates.filter((date) => date.start < start).map(({ originalDay }) => originalDay);
  const after = dates.filter((date) => date.start > start).map(({ originalDay }) => originalDay);
  const free = days.filter(
    (each) => !isTaken(each) && before.every((other) => other < each) && after.every((other) => each < other),
  );
  return free.length === 1 ? free[0] : undefined;
}

function isOnKnownDate(clues: EventClues, { meetings, people }: KnownMentorship): boolean {
  return hasPeople(clues, people) && meetings.some(({ start }) => start === clues.start);
}

/** The dates nearest in time, those that stand before those that are called off; none when other people are meant. */
function nearestDates(clues: EventClues, mentorship: KnownMentorship): readonly NoteId[] {
  const { start } = clues;
  if (start === undefined || !hasPeople(clues, mentorship.people)) return [];
  const byDistance = mentorship.meetings.toSorted(
    (a, b) =>
      Number(a.isCancelled) - Number(b.isCancelled) ||
      Math.abs(a.start - start) - Math.abs(b.start - start) ||
      a.start - b.start,
  );
  const notes = byDistance.map(({ note }) => boundNote(mentorship.bindings, note));
  return [...new Set(notes)].slice(0, mostProposed);
}

function hasPeople(clues: EventClues, people: readonly string[]): boolean {
  const present = new Set(clues.people.map((address) => address.toLowerCase()));
  return people.length > 0 && people.every((address) => present.has(address.toLowerCase()));
}

/** Each of the fewer with one of the more, none crossing another. */
function pairInOrder<One, Other>(
  fewer: readonly One[],
  more: readonly Other[],
  distance: (one: One, other: Other) => number,
): readonly (readonly [One, Other])[] {
  const pairs: (readonly [One, Other])[] = [];
  let from = 0;
  for (const [index, one] of fewer.entries()) {
    // Room is left for those that follow.
    const last = more.length - (fewer.length - index);
    let best = from;
    for (let at = from; at <= last; at += 1) {
      if (distanceAt(at) < distanceAt(best)) best = at;
    }
    const other = more[best];
    if (other !== undefined) pairs.push([one, other]);
    from = best + 1;

    function distanceAt(at: number): number {
      const candidate = more[at];
      return candidate === undefined ? Number.POSITIVE_INFINITY : distance(one, candidate);
    }
  }
  return pairs;
}
