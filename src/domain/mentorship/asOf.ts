import type { EpochMilli } from '#domain/time/types.ts';
import { seasonSum } from './seasonOf.ts';
import type { Mentorship, SeasonDate } from './types.ts';

/**
 * A mentorship as it stands at a later moment than the calendar was read: what was to come may be past by now, and the
 * next date another. Nothing else changes.
 */
export function asOf(mentorship: Mentorship, now: EpochMilli): Mentorship {
  const { season } = mentorship;
  if (!season.dates.some((date) => isOver(date, now))) return mentorship;
  const passed = season.dates.map((date): SeasonDate =>
    isOver(date, now) ? { ...date, standing: { kind: 'past' } } : date,
  );
  const isNextPast = season.next === undefined || season.next.end <= now;
  const follower = isNextPast ? passed.find((date) => date.standing.kind === 'toCome') : undefined;
  const dates = passed.map((date): SeasonDate =>
    date === follower ? { ...date, standing: { kind: 'next' } } : date,
  );
  const key = isNextPast ? follower?.key : season.next?.key;
  return {
    ...mentorship,
    season: {
      ...season,
      dates,
      next: dates.find((date) => date.key === key),
      sum: seasonSum(dates),
      hint: dates.some((date) => date.end > now) ? season.hint : { kind: 'ended' },
    },
  };
}

function isOver({ end, standing }: SeasonDate, now: EpochMilli): boolean {
  return end <= now && !settled.has(standing.kind);
}

/** What time alone does not change any more. */
const settled: ReadonlySet<SeasonDate['standing']['kind']> = new Set([
  'past',
  'met',
  'missed',
  'skipped',
  'cancelled',
]);
