import type { BookingPlan } from '#domain/season/bookingPlan.ts';
import type { NewSeries } from '#ports/calendar.ts';

/** Thursdays at 13:00 in London, every other week, four dates over the change of clocks on 28 March 2027. */
export const plan: BookingPlan = {
  version: 1,
  mentorshipId: '3f0c2a9e-77aa-4c1b-9d0e-5b1f6c2d8e90',
  transactionId: '0d6b0f7e-1111-4222-8333-444455556666',
  zone: 'Europe/London',
  slot: {
    cadence: { kind: 'weekly', everyWeeks: 2 },
    weekday: 4,
    startMinute: 780,
    lengthMinutes: 60,
    phase: 0,
  },
  days: ['2027-03-04', '2027-03-18', '2027-04-01', '2027-04-15'],
  decisions: [{ kind: 'skip', day: '2027-03-18' }],
  role: 'mentee',
  seasonNumber: 2,
  closed: false,
};

export const newSeries: NewSeries = {
  plan,
  range: { cadence: plan.slot.cadence, firstDay: '2027-03-04', lastDay: '2027-04-15' },
  subject: 'Mentor meeting',
  words: 'Looking forward to it.',
  linkSentence: 'Prep notes: ',
  attendee: { name: 'Dana Moore', address: 'dana@example.org' },
  place: { kind: 'teams' },
};
