import { weekdayOf } from '#domain/time/days.ts';
import type { EpochMilli } from '#domain/time/types.ts';
import { toWall } from '#domain/time/wallClock.ts';
import { previewSeason } from './previewSeason.ts';
import type { DateState, SeasonQuery } from './types.ts';

/**
 * The state of one single time, on the clocks of the query's zone: a season of one date. Undefined where the engine refuses it
 * (a start off the quarter-hours, a meeting over midnight).
 */
export function stateOfTime(query: SeasonQuery, start: EpochMilli): DateState | undefined {
  const { day, minuteOfDay } = toWall(start, query.zone);
  const preview = previewSeason(
    { ...query, firstDay: day, lastDay: day },
    {
      cadence: { kind: 'weekly', everyWeeks: 1 },
      weekday: weekdayOf(day),
      startMinute: minuteOfDay,
      lengthMinutes: query.lengthMinutes,
      phase: 0,
    },
  );
  return preview.kind === 'preview' ? preview.dates[0]?.state : undefined;
}
