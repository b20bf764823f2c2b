import type { MarkState } from '#components/markState.ts';
import type { Mentorship, SeasonDate } from '#domain/mentorship/types.ts';
import { boundNote } from '#domain/notes/mergeHalves.ts';
import { noteOfDay } from '#domain/notes/noteId.ts';
import type { MeetingNotes, Notes } from '#domain/notes/notesView.ts';
import type { MeetingKind } from '#domain/notes/types.ts';

/** The note to show: the one asked for, else the next meeting's, else the last one there is. */
export function noteToShow(notes: Notes, asked: string | undefined): string | undefined {
  if (asked !== undefined) return boundNote(notes.bindings, asked);
  return notes.next ?? notes.meetings.at(-1)?.note;
}

/** The kind that the pair gave a meeting, else what its place in the season says. */
export function kindOf(
  meeting: MeetingNotes | undefined,
  mentorship: Mentorship | undefined,
  bindings: Notes['bindings'],
): MeetingKind {
  const said = meeting?.kind?.is;
  if (said !== undefined) return said;
  if (meeting === undefined || mentorship === undefined) return 'regular';
  const dates = mentorship.season.dates.filter(
    ({ standing }) => standing.kind !== 'skipped' && standing.kind !== 'cancelled',
  );
  const index = dates.findIndex((date) => boundNote(bindings, noteOfDay(date.originalDay)) === meeting.note);
  if (index === 0 && mentorship.season.number === 1) return 'first';
  return dates.length > 1 && index === dates.length - 1 ? 'review' : 'regular';
}

/** The mark of a date in the small stem; a past one is met, moved or missed where somebody has said so. */
export function markOfDate(date: SeasonDate, notes: Notes): MarkState {
  const { standing, isMoved } = date;
  switch (standing.kind) {
    case 'past': {
      const met = notes.byNote.get(boundNote(notes.bindings, noteOfDay(date.originalDay)))?.met?.is;
      if (met === 'missed') return 'missed';
      if (met !== undefined) return isMoved || met === 'moved' ? 'movedMet' : 'met';
      return isMoved ? 'movedPast' : 'past';
    }
    case 'met':
      return isMoved ? 'movedMet' : 'met';
    case 'missed':
    case 'next':
    case 'declined':
    case 'clash':
    case 'tentative':
      return standing.kind;
    case 'toCome':
      return isMoved ? 'movedToCome' : 'toCome';
    case 'skipped':
    case 'cancelled':
      return 'skipped';
    default:
      return standing satisfies never;
  }
}
