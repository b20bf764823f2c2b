import { asOf } from '../../../src/domain/mentorship/asOf.ts';
import { mentorshipsOf } from '../../../src/domain/mentorship/mentorshipsOf.ts';
import type { Mentorship } from '../../../src/domain/mentorship/types.ts';
import { me, now, occurrences, series, window } from './seen.ts';

function read(at: number): Mentorship {
  const season = series();
  const [one] = mentorshipsOf({ series: [season], occurrences: occurrences(season), window, now: at, me });
  if (one === undefined) throw new Error('no mentorship');
  return one;
}

describe('a mentorship some time after it was read', () => {
  it.each(['2026-11-23T13:06:00Z', '2026-12-03T14:30:00Z', '2026-12-03T15:00:00Z', '2026-12-20T00:00:00Z'])(
    'stands at %s as if it had been read then',
    (text) => {
      const then = Date.parse(text);
      expect(asOf(read(now), then)).toEqual(read(then));
    },
  );

  it('is the same when nothing has passed', () => {
    const before = read(now);
    expect(asOf(before, now + 60_000)).toBe(before);
  });
});
