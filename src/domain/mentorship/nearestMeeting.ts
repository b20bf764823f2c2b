import { noteOfDay } from '#domain/notes/noteId.ts';
import type { EpochMilli } from '#domain/time/types.ts';
import type { SeenOccurrence, SeenSeries } from './types.ts';

/** A meeting by its mentorship and its note. */
export interface MeetingPlace {
  readonly mentorshipId: string;
  readonly note: string;
}

/** Whoever comes a little late, or stays a little longer, still means this meeting. */
const lateMilli = 15 * 60_000;

/** The meeting that goes on now or was over a moment ago, else the next one, else the last. Undefined where there is none. */
export function nearestMeeting(
  seen: { readonly series: readonly SeenSeries[]; readonly occurrences: readonly SeenOccurrence[] },
  now: EpochMilli,
): MeetingPlace | undefined {
  const standing = seen.occurrences
    .filter((each) => !each.isCancelled)
    .toSorted((one, other) => one.start - other.start);
  const found = standing.find((each) => each.end + lateMilli > now) ?? standing.at(-1);
  const series = seen.series.find(({ id }) => id === found?.seriesId);
  return found === undefined || series === undefined
    ? undefined
    : { mentorshipId: series.link.mentorshipId, note: noteOfDay(found.originalDay) };
}
