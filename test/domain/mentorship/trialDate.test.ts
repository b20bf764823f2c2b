import { mentorshipsOf } from '../../../src/domain/mentorship/mentorshipsOf.ts';
import { trialDate } from '../../../src/domain/mentorship/trialDate.ts';
import { me, occurrences, plan, series, window } from './seen.ts';

function season(number: number, at: number) {
  const bare = series();
  const booked = series({ plan: plan(bare, { seasonNumber: number, closed: true }) });
  const [found] = mentorshipsOf({ series: [booked], occurrences: occurrences(booked), window, now: at, me });
  if (found === undefined) throw new Error('no mentorship');
  return found.season;
}

const early = Date.UTC(2026, 8, 20);

it('proposes a first look at the date nearest to three months after the beginning', () => {
  expect(trialDate(season(1, early), early)?.originalDay).toBe('2026-12-03');
});

it('proposes none in later seasons, or when that date is past', () => {
  expect(trialDate(season(2, early), early)).toBeUndefined();
  const late = Date.UTC(2026, 11, 10);
  expect(trialDate(season(1, late), late)).toBeUndefined();
});
