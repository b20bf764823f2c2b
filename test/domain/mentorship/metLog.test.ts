import { asOf } from '../../../src/domain/mentorship/asOf.ts';
import { mentorshipsOf } from '../../../src/domain/mentorship/mentorshipsOf.ts';
import {
  answered,
  emptyMetLog,
  leftOpen,
  withMetLog,
  type MetLog,
} from '../../../src/domain/mentorship/metLog.ts';
import type { Mentorship } from '../../../src/domain/mentorship/types.ts';
import type { IsoDay } from '../../../src/domain/time/types.ts';
import { me, now, occurrences, series, window } from './seen.ts';

function mentorship(at = now): Mentorship {
  const season = series();
  const [found] = mentorshipsOf({ series: [season], occurrences: occurrences(season), window, now: at, me });
  if (found === undefined) throw new Error('no mentorship');
  return found;
}

function log(said: MetLog['said'], left: readonly IsoDay[] = []): MetLog {
  return { said, left };
}

const told = (log_: MetLog, at = now) => withMetLog(mentorship(), log_, at).season;

describe('whether a date took place', () => {
  it('is asked of the latest past date alone, when nobody has said', () => {
    const { question } = told(emptyMetLog);
    expect(question).toMatchObject({ kind: 'didYouMeet', date: { originalDay: '2026-11-19' } });
  });

  it('is not asked of a date that was answered, though earlier ones are open', () => {
    expect(told(log({ '2026-11-19': 'met' })).question).toBeUndefined();
  });

  it('is never asked again of a date that was left open', () => {
    expect(told(leftOpen(emptyMetLog, '2026-11-19')).question).toBeUndefined();
  });

  it('is not asked weeks afterwards', () => {
    const later = asOf(mentorship(), now);
    expect(withMetLog(later, emptyMetLog, Date.UTC(2026, 11, 12)).season.question).toBeUndefined();
  });

  it('is shown on the stem and in the sum as it was said, and stays open where nobody said', () => {
    const season = told(log({ '2026-11-19': 'met', '2026-11-05': 'moved', '2026-10-22': 'missed' }));
    const standing = (day: IsoDay) => season.dates.find((date) => date.originalDay === day);
    expect(standing('2026-11-19')?.standing.kind).toBe('met');
    expect(standing('2026-11-05')).toMatchObject({ standing: { kind: 'met' }, isMoved: true });
    expect(standing('2026-10-22')?.standing.kind).toBe('missed');
    expect(standing('2026-10-08')?.standing.kind).toBe('past');
    expect(season.sum).toMatchObject({ past: 6, met: 2, metMoved: 1, missed: 1 });
  });

  it('cannot be said of a date to come, or of a day without a date', () => {
    const season = told(log({ '2026-12-03': 'missed', '2026-11-20': 'met' }));
    expect(season.dates.find((date) => date.originalDay === '2026-12-03')?.standing.kind).toBe('next');
    expect(season.sum.met).toBe(0);
  });

  it('is taken back without being asked again', () => {
    const said = answered(emptyMetLog, '2026-11-19', 'missed');
    expect(answered(said, '2026-11-19', undefined).said).toEqual({});
  });

  it('stays as it was said when time goes on', () => {
    const later = asOf(withMetLog(mentorship(), log({ '2026-11-19': 'missed' }), now), now + 86_400_000 * 30);
    expect(later.season.dates.find((date) => date.originalDay === '2026-11-19')?.standing.kind).toBe(
      'missed',
    );
  });
});

describe('two misses in a row', () => {
  it('lead to a gentle question about the season, of the second one', () => {
    const season = told(log({ '2026-11-19': 'missed', '2026-11-05': 'missed' }));
    expect(season.question).toMatchObject({ kind: 'twoMissed', date: { originalDay: '2026-11-19' } });
  });

  it('lead to nothing when one between them was kept, or when it was answered already', () => {
    expect(told(log({ '2026-11-19': 'missed', '2026-11-05': 'met' })).question).toBeUndefined();
    expect(
      told(log({ '2026-11-19': 'missed', '2026-11-05': 'missed' }, ['2026-11-19'])).question,
    ).toBeUndefined();
  });
});
