import { minuteMilli } from '#domain/time/days.ts';
import type { Interval } from '#domain/time/types.ts';
import type { AvailabilityView, PersonSchedule, ScheduleItem } from './types.ts';

/**
 * A schedule as it would be without the season's own dates, for checks of a season that stands: its dates are in
 * everybody's free/busy themselves. Each own date takes out one entry of exactly its start and end, once; a second
 * entry underneath is seen. Of several alike the least binding goes (an invitation not yet answered before a busy
 * hour). An own date without such an entry takes out nothing: the person declined it, or moved it.
 *
 * The views of the answer keep what no entry explains: digits under entries are cleared, because the entries that are
 * left speak for themselves; the others stay, so that nothing that was seen is lost. 4 stays 4.
 */
export function subtractOwn(schedule: PersonSchedule, own: readonly Interval[]): PersonSchedule {
  const left = [...schedule.items];
  for (const { start, end } of own) {
    let taken = -1;
    for (const [index, item] of left.entries()) {
      if (item.start !== start || item.end !== end) continue;
      if (taken < 0 || weightOf(item) < weightOf(left[taken])) taken = index;
    }
    if (taken >= 0) left.splice(taken, 1);
  }
  return {
    ...schedule,
    items: left,
    views: schedule.views.map((view) => withoutExplained(view, schedule.items)),
  };
}

const weights = ['free', 'workingElsewhere', 'tentative', 'unknown', 'busy', 'outOfOffice'] as const;

function weightOf(item: ScheduleItem | undefined): number {
  return item ? weights.indexOf(item.status) : -1;
}

function withoutExplained(view: AvailabilityView, items: readonly ScheduleItem[]): AvailabilityView {
  const intervalMilli = view.intervalMinutes * minuteMilli;
  const digits = view.view.split('');
  for (const item of items) {
    const from = Math.max(Math.floor((item.start - view.start) / intervalMilli), 0);
    const to = Math.min(Math.ceil((item.end - view.start) / intervalMilli), digits.length);
    for (let index = from; index < to; index++) {
      if (/[123]/.test(digits[index] ?? '')) digits[index] = '0';
    }
  }
  return { ...view, view: digits.join('') };
}
