import type { IsoDay } from '#domain/time/types.ts';
import { withMetLog, type MetLog } from './metLog.ts';
import { mentorshipsOf, type CalendarSeen } from './mentorshipsOf.ts';
import type { Season, SeenSeries } from './types.ts';

/** One season of a mentorship in its history. */
export interface PastSeason {
  readonly season: Season;
  readonly isCancelled: boolean;
  /** Days of its first and last date; undefined when it has none. */
  readonly firstDay: IsoDay | undefined;
  readonly lastDay: IsoDay | undefined;
}

/** All seasons of one mentorship, the earliest first, each with what was said of its dates. Series that were called off before any date are left out. */
export function allSeasons(mentorshipId: string, seen: CalendarSeen, log: MetLog): readonly PastSeason[] {
  const own = seen.series.filter((each) => each.link.mentorshipId === mentorshipId);
  const numbers = numbersOf(own);
  return own
    .flatMap((series): PastSeason[] => {
      const [alone] = mentorshipsOf({ ...seen, series: [series] });
      if (alone === undefined) return [];
      const { season } = withMetLog(alone, log, seen.now);
      return [
        {
          season: { ...season, number: season.number ?? numbers.get(series.id) },
          isCancelled: series.isCancelled,
          firstDay: season.dates[0]?.originalDay,
          lastDay: season.dates.at(-1)?.originalDay,
        },
      ];
    })
    .filter(({ season, isCancelled }) => !isCancelled || season.sum.past > 0)
    .toSorted((one, other) => (one.season.dates[0]?.start ?? 0) - (other.season.dates[0]?.start ?? 0));
}

/** Numbers by order, where no copy tells them. */
function numbersOf(series: readonly SeenSeries[]): ReadonlyMap<string, number> {
  const inOrder = series.toSorted((one, other) =>
    (one.range?.firstDay ?? '').localeCompare(other.range?.firstDay ?? ''),
  );
  return new Map(inOrder.map((each, index) => [each.id, index + 1]));
}
