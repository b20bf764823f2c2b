import type { WorkingHours } from '#domain/availability/types.ts';
import type { Cadence, HoursWithin } from '#domain/season/types.ts';
import type { Format } from '#words/format.ts';
import type { Words } from '#words/Words.ts';

/** "every 2 weeks", "in each month’s second week". */
export function cadenceText(cadence: Cadence, words: Words['booking']): string {
  const { cadenceInSentence, ordinals } = words.season;
  return cadence.kind === 'weekly'
    ? cadenceInSentence.weekly({ weeks: cadence.everyWeeks })
    : cadenceInSentence.monthly({ ordinal: ordinals[cadence.ordinal], months: cadence.everyMonths });
}

/** The hours to stay within: those chosen, or both people's working hours, each on their own clock. */
export function hoursText(
  facts: {
    readonly chosen: HoursWithin | undefined;
    readonly inForce: HoursWithin;
    readonly mine: WorkingHours | undefined;
    readonly theirs: WorkingHours | undefined;
    readonly partner: string;
  },
  words: Words['booking'],
  format: Format,
): string {
  const { chosen, inForce, mine, theirs, partner } = facts;
  const { hours } = words.season;
  if (chosen !== undefined)
    return hours.chosen({
      days: format.list(chosen.days.map((day) => format.weekday(day, 'short'))),
      hours: format.timeRange(chosen.earliestMinute, chosen.latestMinute),
    });
  const own =
    mine === undefined
      ? format.timeRange(inForce.earliestMinute, inForce.latestMinute)
      : format.timeRange(mine.startMinute, mine.endMinute);
  return theirs === undefined
    ? hours.mine({ hours: own })
    : hours.both({ mine: own, theirs: format.timeRange(theirs.startMinute, theirs.endMinute), partner });
}
