import type { PersonSchedule } from '#domain/availability/types.ts';
import { stateOfTime } from '#domain/season/stateOfTime.ts';
import type { DateState, SeasonQuery } from '#domain/season/types.ts';
import type { IsoDay } from '#domain/time/types.ts';
import type { DateRow } from './dateRows.ts';

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
