import type { PersonSchedule } from '#domain/availability/types.ts';
import { previewSeason } from '#domain/season/previewSeason.ts';
import type { DateState, SeasonQuery } from '#domain/season/types.ts';
import { weekdayOf } from '#domain/time/days.ts';
import type { EpochMilli, IsoDay } from '#domain/time/types.ts';
import { toWall } from '#domain/time/wallClock.ts';
import type { DateRow } from './dateRows.ts';

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

/**
 * Days whose time got worse between looking and looking again: the state is another, and not a free one. `rows` are the dates as the
 * person saw them.
 */
export function changedDays(
  rows: readonly DateRow[],
  query: SeasonQuery,
  schedules: readonly PersonSchedule[],
): readonly IsoDay[] {
  const now = { ...query, schedules };
  return rows.flatMap(({ date, stands }) => {
    if (stands === undefined) return [];
    const before = stateOfTime(query, stands.start);
    const after = stateOfTime(now, stands.start);
    return isWorse(before, after) ? [date.day] : [];
  });
}

function isWorse(before: DateState | undefined, after: DateState | undefined): boolean {
  if (after === undefined || after.kind === 'free' || after.kind === 'openSoFar') return false;
  return JSON.stringify(before) !== JSON.stringify(after);
}
