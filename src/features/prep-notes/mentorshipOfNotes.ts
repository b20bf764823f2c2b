import { calendarOfNotes } from '#domain/notes/calendarOfNotes.ts';
import { mentorshipsOf } from '#domain/mentorship/mentorshipsOf.ts';
import type { Mentorship, SeenWindow } from '#domain/mentorship/types.ts';
import type { KnownCalendar } from '#domain/notes/notesView.ts';
import type { EpochMilli, ZoneName } from '#domain/time/types.ts';
import type { MentorMeetings, SeriesRecord } from '#ports/calendar.ts';
import type { NotesPlace } from '#ports/files.ts';
import type { KnownAbout } from './session/knownNotes.ts';

/** What the calendar tells of a mentorship whose notes are open. */
export interface NotesMentorship {
  readonly mentorship: Mentorship | undefined;
  /** The series of the present season. */
  readonly series: SeriesRecord | undefined;
  readonly calendar: KnownCalendar;
  readonly place: NotesPlace | undefined;
  readonly about: KnownAbout | undefined;
}

const weekMilli = 604_800_000;

/** The stretch of the calendar that notes are put in order by: the same that home reads. */
export function notesWindow(now: EpochMilli): SeenWindow {
  return { from: now - 26 * weekMilli, to: now + 52 * weekMilli };
}

/** The mentorship as the calendar shows it now. */
export function mentorshipOfNotes(
  meetings: MentorMeetings,
  mentorshipId: string,
  me: string,
  now: EpochMilli,
  zone: ZoneName,
): NotesMentorship {
  const window = notesWindow(now);
  const mentorship = mentorshipsOf({ ...meetings, window, now, me }).find(({ id }) => id === mentorshipId);
  const own = meetings.series.filter(({ link }) => link.mentorshipId === mentorshipId);
  const series = own.find(({ id }) => id === mentorship?.season.seriesId) ?? own.at(-1);
  const linked = [...(series === undefined ? [] : [series]), ...own].find(
    ({ link }) => link.driveId !== undefined && link.folderId !== undefined,
  )?.link;
  const partner = mentorship?.partner;
  return {
    mentorship,
    series,
    calendar: calendarOfNotes(meetings, mentorshipId, window, zone),
    place:
      linked?.driveId === undefined || linked.folderId === undefined
        ? undefined
        : { driveId: linked.driveId, folderId: linked.folderId },
    about:
      series === undefined
        ? undefined
        : {
            partnerName: partner?.name ?? '',
            partnerAddress: partner?.address,
            season: mentorship?.season.number,
            mayStart: series.isOrganizer,
          },
  };
}
