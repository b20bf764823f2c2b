import { addDays, daysBetween } from '#domain/time/days.ts';
import type { EpochMilli } from '#domain/time/types.ts';
import type { Season, SeasonDate } from './types.ts';

/** How long a first season is tried before a first look is proposed. */
const trialDays = 91;

/**
 * The date of a first season on which the two may look, without blame, whether it helps: the one nearest to three months after its beginning,
 * while it is ahead and not the last one, which is for looking back anyway. Undefined for later seasons.
 */
export function trialDate(
  { number, dates }: Pick<Season, 'number' | 'dates'>,
  now: EpochMilli,
): SeasonDate | undefined {
  const [first] = dates;
  const last = dates.at(-1);
  if (number !== 1 || first === undefined || last === undefined) return undefined;
  const wanted = addDays(first.originalDay, trialDays);
  if (wanted >= last.originalDay) return undefined;
  const distance = (date: SeasonDate): number => Math.abs(daysBetween(wanted, date.originalDay));
  const [nearest] = dates
    .filter(({ standing }) => standing.kind !== 'skipped' && standing.kind !== 'cancelled')
    .toSorted((one, other) => distance(one) - distance(other));
  return nearest !== undefined && nearest !== last && nearest.start > now ? nearest : undefined;
}
