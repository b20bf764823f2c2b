import { addDays } from '#domain/time/days.ts';
import type { Person } from '#ports/people.ts';
import { useFormat } from '#words/FormatContext.ts';
import { useWords } from '#words/Words.ts';
import { changedDays } from './dates/timeStates.ts';
import { newSeries, proposedWords, subjectOf } from './invitation.ts';
import type { LookAgain } from './run/bookSeason.ts';
import type { SeasonTask } from './run/seasonTask.ts';
import { utcMidnight } from '#domain/time/calendarDays.ts';
import type { Booking } from './useBooking.ts';

/** Days around the season whose calendars are read again: offsets of zones, and the neighbours of what stands at its ends. */
const marginDays = 2;

/**
 * Turns what stands on the screen into one task, with ids of its own for this click. Undefined while something is missing.
 * `acceptsTwin` books although the two have such a season already.
 */
export function useClick(
  booking: Booking,
  me: Person,
  partner: Person | undefined,
): (acceptsTwin: boolean) => { readonly task: SeasonTask; readonly look: LookAgain } | undefined {
  const words = useWords().booking;
  const format = useFormat();
  return (acceptsTwin) => {
    const { query, rows, state, known } = booking;
    const plan = booking.makePlan();
    if (plan === undefined || query === undefined || partner === undefined) return undefined;
    const context = { words, format };
    const texts = {
      subject: subjectOf(me, partner, context),
      words: state.choices.words ?? proposedWords(plan.slot, plan.days, context),
    };
    const task: SeasonTask = {
      owner: me.id,
      plan,
      newSeries: newSeries(plan, texts, partner, state.choices.season.place, context),
      partnerAddress: partner.address,
      window: {
        from: utcMidnight(addDays(query.firstDay, -marginDays)),
        to: utcMidnight(addDays(query.lastDay, marginDays)),
      },
      knownSeriesIds: known?.seriesIds ?? [],
    };
    return {
      task,
      look: {
        addresses: [me.address, partner.address],
        acceptsTwin,
        changedDays: (schedules) => changedDays(rows, query, schedules),
      },
    };
  };
}
