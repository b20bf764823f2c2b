import { useCallback, useEffect, useRef, useState } from 'react';
import { metKey, metLogOf, readMetLogs } from '#components/metLogs.ts';
import { allSeasons, type PastSeason } from '#domain/mentorship/allSeasons.ts';
import { mentorshipsOf } from '#domain/mentorship/mentorshipsOf.ts';
import type { Mentorship } from '#domain/mentorship/types.ts';
import { addDays } from '#domain/time/days.ts';
import type { EpochMilli, IsoDay } from '#domain/time/types.ts';
import { toInstant } from '#domain/time/wallClock.ts';
import type { MentorMeetings, OccurrenceRecord, SeriesRecord } from '#ports/calendar.ts';
import type { ServiceFailure } from '#ports/failure.ts';
import type { Person } from '#ports/people.ts';
import type { Services } from '#ports/services.ts';
import { failureOf } from '../useMoveLook.ts';

/** All that the page shows of a mentorship. */
export interface SeasonsSeen {
  /** Undefined where the calendar holds nothing of it any more. */
  readonly mentorship: Mentorship | undefined;
  readonly seasons: readonly PastSeason[];
  readonly meetings: MentorMeetings;
  readonly at: EpochMilli;
}

export type SeasonsState =
  | { readonly kind: 'reading' }
  | ({ readonly kind: 'ready' } & SeasonsSeen)
  | { readonly kind: 'failed'; readonly failure: ServiceFailure };

const weekMilli = 604_800_000;
/** Seasons that are read at one moment. */
const mostAtOnce = 4;

/** Reads a mentorship with all its seasons, however long ago; `reload` reads again and keeps what stands until it is there. */
export function useSeasons(
  services: Services,
  me: Pick<Person, 'address'>,
  mentorshipId: string,
): { readonly state: SeasonsState; readonly reload: () => void } {
  const [state, setState] = useState<SeasonsState>({ kind: 'reading' });
  const looking = useRef<AbortController>(undefined);
  const look = useCallback(() => {
    looking.current?.abort();
    const stop = new AbortController();
    looking.current = stop;
    const read = async (): Promise<void> => {
      try {
        const seen = await readSeasons(services, me.address, mentorshipId, stop.signal);
        if (!stop.signal.aborted) setState({ kind: 'ready', ...seen });
      } catch (error) {
        if (!stop.signal.aborted) setState({ kind: 'failed', failure: failureOf(error) });
      }
    };
    void read();
  }, [services, me.address, mentorshipId]);
  useEffect(() => {
    look();
    return () => looking.current?.abort();
  }, [look]);
  return { state, reload: look };
}

async function readSeasons(
  { calendar, clock, memory }: Services,
  me: string,
  mentorshipId: string,
  signal: AbortSignal,
): Promise<SeasonsSeen> {
  const now = clock.now();
  const near = { from: now - 26 * weekMilli, to: now + 52 * weekMilli };
  const meetings = await calendar.mentorMeetings(near, signal);
  const own = meetings.series.filter((each) => each.link.mentorshipId === mentorshipId);
  const read: { readonly series: SeriesRecord; readonly occurrences: readonly OccurrenceRecord[] }[] = [];
  for (let index = 0; index < own.length; index += mostAtOnce) {
    // A few at a time: a mailbox answers four requests at once.
    // oxlint-disable-next-line no-await-in-loop
    const some = await Promise.all(
      own
        .slice(index, index + mostAtOnce)
        .map((series) => calendar.series(series.id, wholeOf(series, near), signal)),
    );
    read.push(...some.flatMap((each) => each ?? []));
  }
  const series = read.map((each) => each.series);
  const occurrences = read.flatMap((each) => each.occurrences);
  const window = {
    from: Math.min(near.from, ...occurrences.map((each) => each.start)),
    to: Math.max(near.to, ...occurrences.map((each) => each.end)),
  };
  const log = metLogOf(readMetLogs(memory.read(metKey)), mentorshipId);
  const seen = { series, occurrences, window, now, me };
  return {
    mentorship: mentorshipsOf(seen).find((each) => each.id === mentorshipId),
    seasons: allSeasons(mentorshipId, seen, log),
    meetings: { series, occurrences },
    at: now,
  };
}

/** The whole of a series, with room for a date that was moved out of it. */
function wholeOf(
  { range, zone }: SeriesRecord,
  otherwise: { readonly from: EpochMilli; readonly to: EpochMilli },
): { readonly from: EpochMilli; readonly to: EpochMilli } {
  if (range === undefined) return otherwise;
  const at = (day: IsoDay): EpochMilli => toInstant({ day, minuteOfDay: 0 }, zone);
  return { from: at(addDays(range.firstDay, -31)), to: at(addDays(range.lastDay, 31)) };
}
