import { dayMilli, dayNumberOf } from '#domain/time/days.ts';
import type { EpochMilli, IsoDay } from '#domain/time/types.ts';
import { dayOfNote } from './noteId.ts';
import type { NoteId } from './noteId.ts';
import { compareText } from './json.ts';
import type { CalendarMeeting, KnownCalendar, MeetingState } from './notesView.ts';

/** A meeting's place in time. */
export interface TimelineMeeting {
  readonly note: NoteId;
  readonly day: IsoDay;
  readonly start: EpochMilli | undefined;
  readonly end: EpochMilli | undefined;
  readonly state: MeetingState;
  /** Where it stands in the order of time. */
  readonly at: EpochMilli;
}

/** The meetings in the order of time, and where things go that are left over. */
export interface Timeline {
  readonly meetings: readonly TimelineMeeting[];
  readonly next: NoteId | undefined;
  /** The meeting that something "for next time" lands on: the first that starts after it was written. */
  landingOf(writtenAt: EpochMilli): NoteId | undefined;
  /** Where an open thing of this meeting stands now: here, on a later one, or nowhere. */
  targetOf(home: NoteId): NoteId | undefined;
}

/** When a day is over everywhere on earth, counted from its beginning in UTC. */
const dayIsOver = 1.5 * dayMilli;
const noon = dayMilli / 2;

/**
 * Puts all meetings in order: those of the calendar and those that only the notes know. Without a calendar, or outside what is known of it, a note's date is
 * taken to stand. `dayOf` tells the day of a note that the calendar does not have.
 */
export function buildTimeline(
  notes: Iterable<NoteId>,
  calendar: KnownCalendar | undefined,
  dayOf: (note: NoteId) => IsoDay,
  now: EpochMilli,
): Timeline {
  const inCalendar = new Map<NoteId, CalendarMeeting>();
  for (const meeting of calendar?.meetings ?? []) {
    const known = inCalendar.get(meeting.note);
    if (known === undefined || isBetter(meeting, known)) inCalendar.set(meeting.note, meeting);
  }
  const meetings = [...new Set([...inCalendar.keys(), ...notes])]
    .map((note) => {
      const meeting = inCalendar.get(note);
      return meeting === undefined ? knownByNotes(note, dayOf(note), calendar, now) : inTime(meeting, now);
    })
    .toSorted((a, b) => a.at - b.at || compareText(a.note, b.note));
  const position = new Map(meetings.map(({ note }, index) => [note, index]));
  const nextIndex = meetings.findIndex(({ state }) => state === 'to-come');
  const toComeFrom = firstFrom(meetings, ({ state }) => state === 'to-come');
  const standsFrom = firstFrom(meetings, ({ state }) => state === 'to-come' || state === 'past');
  const next = meetings[nextIndex]?.note;
  return {
    meetings,
    next,
    landingOf: (writtenAt) => standsFrom[firstAfter(meetings, Math.min(writtenAt, now))],
    targetOf: (home) => {
      const index = position.get(home);
      if (index === undefined || index < nextIndex) return next;
      return toComeFrom[index] ?? next;
    },
  };
}

/** Of two dates of one note the one that stands, then the later one: a series that was made again has cancelled dates beside new ones. */
function isBetter(meeting: CalendarMeeting, than: CalendarMeeting): boolean {
  if (meeting.isCancelled !== than.isCancelled) return than.isCancelled;
  return meeting.start > than.start;
}

function inTime({ note, day, start, end, isCancelled }: CalendarMeeting, now: EpochMilli): TimelineMeeting {
  const state = isCancelled ? 'cancelled' : end > now ? 'to-come' : 'past';
  return { note, day, start, end, state, at: start };
}

function knownByNotes(
  note: NoteId,
  day: IsoDay,
  calendar: KnownCalendar | undefined,
  now: EpochMilli,
): TimelineMeeting {
  const begins = dayNumberOf(day) * dayMilli;
  const isPast = begins + dayIsOver <= now;
  const isMissing = calendar !== undefined && calendar.from <= day && day <= calendar.to;
  const state =
    isMissing || (!isPast && dayOfNote(note) === undefined) ? 'gone' : isPast ? 'past' : 'to-come';
  return { note, day, start: undefined, end: undefined, state, at: begins + noon };
}

/** For each index the first of the meetings from there on that is wanted. */
function firstFrom(
  meetings: readonly TimelineMeeting[],
  isWanted: (meeting: TimelineMeeting) => boolean,
): readonly (NoteId | undefined)[] {
  const first: (NoteId | undefined)[] = [];
  for (let index = meetings.length - 1; index >= 0; index -= 1) {
    const meeting = meetings[index];
    first[index] = meeting !== undefined && isWanted(meeting) ? meeting.note : first[index + 1];
  }
  return first;
}

/** Index of the first meeting that starts after the instant; the list is in order. */
function firstAfter(meetings: readonly TimelineMeeting[], instant: EpochMilli): number {
  let low = 0;
  let high = meetings.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((meetings[middle]?.at ?? Infinity) > instant) high = middle;
    else low = middle + 1;
  }
  return low;
}
