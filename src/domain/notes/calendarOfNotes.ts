import type { SeenOccurrence, SeenSeries, SeenWindow } from '#domain/mentorship/types.ts';
import type { ZoneName } from '#domain/time/types.ts';
import { toWall } from '#domain/time/wallClock.ts';
import { noteOfDay } from './noteId.ts';
import type { KnownCalendar } from './notesView.ts';

/** The dates of one mentorship as its notes see them: every series of it, cancelled ones too, for a note may stand on their dates. */
export function calendarOfNotes(
  seen: { readonly series: readonly SeenSeries[]; readonly occurrences: readonly SeenOccurrence[] },
  mentorshipId: string,
  window: SeenWindow,
  zone: ZoneName,
): KnownCalendar {
  const own = new Map(
    seen.series.filter(({ link }) => link.mentorshipId === mentorshipId).map((series) => [series.id, series]),
  );
  return {
    from: toWall(window.from, zone).day,
    to: toWall(window.to, zone).day,
    meetings: seen.occurrences.flatMap((date) => {
      const series = own.get(date.seriesId);
      if (series === undefined) return [];
      const { originalDay, start, end } = date;
      return [
        {
          note: noteOfDay(originalDay),
          day: toWall(start, zone).day,
          start,
          end,
          isCancelled: date.isCancelled || series.isCancelled,
        },
      ];
    }),
  };
}
