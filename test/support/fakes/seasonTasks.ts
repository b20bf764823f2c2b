import type { BookingPlan } from '../../../src/domain/season/bookingPlan.ts';
import type { DateDecision, SeasonSlot } from '../../../src/domain/season/types.ts';
import { addDays } from '../../../src/domain/time/days.ts';
import type { IsoDay } from '../../../src/domain/time/types.ts';
import { toInstant } from '../../../src/domain/time/wallClock.ts';
import type { SeasonTask } from '../../../src/features/booking/run/seasonTask.ts';
import type { NewSeries } from '../../../src/ports/calendar.ts';
import { account, dana, leeds } from './story.ts';

/** Every second Thursday at one, from 14 January to 1 July 2027. */
export const thursdays: SeasonSlot = {
  cadence: { kind: 'weekly', everyWeeks: 2 },
  weekday: 4,
  startMinute: 780,
  lengthMinutes: 60,
  phase: 0,
};
export const thursdayDays: readonly IsoDay[] = Array.from({ length: 13 }, (_, index) =>
  addDays('2027-01-14', index * 14),
);

/** A move of a Thursday to the day before, same hour. */
export function moveBack(day: IsoDay): DateDecision {
  const start = toInstant({ day: addDays(day, -1), minuteOfDay: thursdays.startMinute }, leeds);
  return { kind: 'move', day, to: { start, end: start + 3_600_000 } };
}

/** Morgan's season with Dana as one click makes it. */
export function taskWith(
  decisions: readonly DateDecision[],
  transactionId = 'click-1',
): SeasonTask & { readonly newSeries: NewSeries } {
  const plan: BookingPlan = {
    version: 1,
    mentorshipId: 'mentorship-1',
    transactionId,
    zone: leeds,
    slot: thursdays,
    days: thursdayDays,
    decisions,
    role: 'mentee',
    seasonNumber: 1,
    closed: false,
  };
  return {
    owner: account.oid,
    plan,
    newSeries: {
      plan,
      range: { cadence: thursdays.cadence, firstDay: '2027-01-14', lastDay: '2027-07-01' },
      subject: 'Mentor meeting: Morgan and Dana',
      words: 'Every second Thursday',
      linkSentence: 'Notes: ',
      attendee: dana,
      place: { kind: 'teams' },
    },
    partnerAddress: dana.address,
    window: { from: Date.UTC(2027, 0, 1), to: Date.UTC(2027, 7, 1) },
    knownSeriesIds: [],
  };
}
