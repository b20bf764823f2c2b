import type { Mentorship } from '#domain/mentorship/types.ts';
import { boundNote } from '#domain/notes/mergeHalves.ts';
import { noteOfDay } from '#domain/notes/noteId.ts';
import type { MeetingNotes } from '#domain/notes/notesView.ts';
import { toWall } from '#domain/time/wallClock.ts';
import type { NotesContext } from './notesContext.ts';

export interface NotesHeading {
  readonly eyebrow: string;
  readonly heading: string;
  readonly sentence: string | undefined;
}

/** "Thursday 3 December, with Dana", where it stands in the season, and when that is. */
export function headingOf(
  meeting: MeetingNotes | undefined,
  mentorship: Mentorship | undefined,
  context: NotesContext,
): NotesHeading {
  const { words, format, partner, zone, now } = context;
  const heading =
    meeting === undefined
      ? words.headingNoDate({ partner })
      : words.heading({ day: format.day(meeting.day, 'long'), partner });
  const when = meeting && format.relativeDay(meeting.day, toWall(now, zone).day);
  const state =
    meeting === undefined || meeting.state === 'past' || meeting.state === 'to-come'
      ? undefined
      : words.states[meeting.state];
  return {
    heading,
    eyebrow: eyebrowOf(meeting, mentorship, context),
    sentence: [timesOf(meeting, context), when, state].filter((part) => part !== undefined).join(' · '),
  };
}

/** "14:00 – 15:00" on one's own clock. */
export function timesOf(
  meeting: MeetingNotes | undefined,
  { format, zone }: NotesContext,
): string | undefined {
  if (meeting?.start === undefined || meeting.end === undefined) return undefined;
  const from = toWall(meeting.start, zone).minuteOfDay;
  return format.timeRange(from, from + (meeting.end - meeting.start) / 60_000);
}

function eyebrowOf(
  meeting: MeetingNotes | undefined,
  mentorship: Mentorship | undefined,
  { words, state }: NotesContext,
): string {
  if (meeting === undefined || mentorship === undefined) return words.eyebrowPlain;
  const { season } = mentorship;
  const dates = season.dates.filter(({ standing }) => standing.kind !== 'skipped');
  const index = dates.findIndex(
    ({ originalDay }) => boundNote(state.notes.bindings, noteOfDay(originalDay)) === meeting.note,
  );
  if (index === -1) return words.eyebrowPlain;
  const name = season.number === undefined ? words.seasonUnknown : words.season({ number: season.number });
  return words.eyebrow({ season: name, index: index + 1, count: dates.length });
}
