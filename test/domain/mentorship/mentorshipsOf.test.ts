import { mentorshipsOf, unfinishedBookings } from '../../../src/domain/mentorship/mentorshipsOf.ts';
import type { Mentorship, SeenOccurrence, SeenSeries } from '../../../src/domain/mentorship/types.ts';
import {
  dana,
  daysOf,
  invitation,
  me,
  movedTo,
  now,
  occurrences,
  person,
  plan,
  series,
  window,
} from './seen.ts';

function look(all: readonly SeenSeries[], dates: readonly SeenOccurrence[], at = now): readonly Mentorship[] {
  return mentorshipsOf({ series: all, occurrences: dates, window, now: at, me });
}

function only(all: readonly Mentorship[]): Mentorship {
  const [one, ...others] = all;
  if (one === undefined || others.length > 0) throw new Error(`expected one mentorship, got ${all.length}`);
  return one;
}

/** The stem in short: day of the month and standing. */
function stem({ season }: Mentorship): string {
  return season.dates
    .map((date) => `${date.originalDay.slice(8)} ${date.standing.kind}${date.isMoved ? ' moved' : ''}`)
    .join(', ');
}

describe('a mentorship in the calendar', () => {
  it('tells partner, next date and how many dates are behind', () => {
    const season = series();
    const mentorship = only(look([season], occurrences(season)));
    expect(mentorship.partner).toEqual({ name: 'Dana Mokoena', address: 'dana@northgate.example' });
    expect(mentorship.season.next?.originalDay).toBe('2026-12-03');
    expect(stem(mentorship)).toBe('10 past, 24 past, 08 past, 22 past, 05 past, 19 past, 03 next, 17 toCome');
    expect(mentorship.season.sum).toMatchObject({
      dates: 8,
      past: 6,
      pastMoved: 0,
      met: 0,
      missed: 0,
      toCome: 2,
      skipped: 0,
    });
    expect(mentorship.season.hint).toBeUndefined();
  });

  it('knows a moved date by its day or its hour, and a date that only has another title is not moved', () => {
    const season = series();
    const mentorship = only(
      look(
        [season],
        occurrences(season, {
          '2026-10-08': movedTo('2026-10-07', 14),
          '2026-10-22': movedTo('2026-10-22', 16),
          '2026-11-05': { isException: true },
        }),
      ),
    );
    expect(stem(mentorship)).toContain('08 past moved, 22 past moved, 05 past,');
    expect(mentorship.season.sum.pastMoved).toBe(2);
  });

  it('keeps the hour of a season through a clock change without calling a date moved', () => {
    // 8 October is summer time in London, 5 November is not.
    const season = series();
    expect(stem(only(look([season], occurrences(season))))).not.toContain('moved');
  });

  it('shows a date that was taken out as skipped, by the plan or by the recurrence', () => {
    const byHand = series();
    expect(stem(only(look([byHand], occurrences(byHand, { '2026-11-05': undefined }))))).toContain(
      '22 past, 05 skipped, 19 past',
    );
    const planned = { ...byHand, range: undefined, plan: plan(byHand) };
    const mentorship = only(look([planned], occurrences(byHand, { '2026-12-17': undefined })));
    expect(stem(mentorship)).toContain('03 next, 17 skipped');
    expect(mentorship.season.sum).toMatchObject({ dates: 8, skipped: 1, toCome: 1 });
  });

  it('says nothing of dates that were not read', () => {
    const season = series();
    const narrow = { from: Date.parse('2026-11-01T00:00:00Z'), to: window.to };
    const [mentorship] = mentorshipsOf({
      series: [season],
      occurrences: occurrences(season).filter((date) => date.start >= narrow.from),
      window: narrow,
      now,
      me,
    });
    expect(mentorship?.season.dates.map((date) => date.originalDay)).toEqual([
      '2026-11-05',
      '2026-11-19',
      '2026-12-03',
      '2026-12-17',
    ]);
  });

  it('calls a meeting next until it is over', () => {
    const season = series();
    const during = Date.parse('2026-12-03T14:59:00Z');
    expect(only(look([season], occurrences(season), during)).season.next?.originalDay).toBe('2026-12-03');
    expect(only(look([season], occurrences(season), during + 60_000)).season.next?.originalDay).toBe(
      '2026-12-17',
    );
  });

  it('takes role and number from the plan, and counts on from it', () => {
    const first = series({ id: 's1' });
    const second = invitation({
      id: 's2',
      range: { cadence: { kind: 'weekly', everyWeeks: 2 }, firstDay: '2027-01-07', lastDay: '2027-03-04' },
    });
    const planned = { ...first, plan: plan(first, { seasonNumber: 2 }) };
    const mentorship = only(look([second, planned], [...occurrences(planned), ...occurrences(second)]));
    expect(mentorship).toMatchObject({ role: 'mentee', season: { number: 2, seriesId: 's1' } });
    expect(mentorship.followsFrom).toBe(Date.parse('2027-01-07T14:00:00Z'));
    const later = only(
      look([second, planned], [...occurrences(planned), ...occurrences(second)], Date.parse('2027-01-01')),
    );
    expect(later).toMatchObject({ role: 'mentee', season: { number: 3, seriesId: 's2' }, seasons: 3 });
  });

  it('claims neither role nor number that no copy tells', () => {
    const season = invitation();
    expect(only(look([season], occurrences(season)))).toMatchObject({
      role: undefined,
      season: { number: undefined },
    });
  });

  it('finds the one who invited, and the one invited besides oneself', () => {
    const season = invitation();
    expect(only(look([season], occurrences(season))).partner?.name).toBe('Dana Mokoena');
    const own = series({ attendees: [{ ...dana, name: 'Me', address: me.toUpperCase() }, dana] });
    expect(only(look([own], occurrences(own))).partner?.name).toBe('Dana Mokoena');
    const alone = series({ attendees: [] });
    expect(only(look([alone], occurrences(alone))).partner).toBeUndefined();
  });

  it('keeps two dates of one day apart', () => {
    const season = series();
    const [first] = occurrences(season);
    if (first === undefined) throw new Error('no date');
    const twice = [...occurrences(season), { ...first, id: 'again', ...movedTo('2026-09-10', 16) }];
    const { dates } = only(look([season], twice)).season;
    expect(new Set(dates.map((date) => date.key)).size).toBe(9);
  });
});

describe('several mentorships', () => {
  it('stand by their next date, and those without one last', () => {
    const withDana = series({ id: 'a', link: { mentorshipId: 'dana' } });
    const withTomas = series({
      id: 'b',
      link: { mentorshipId: 'tomas' },
      attendees: [person('Tomás Vidal')],
      range: { cadence: { kind: 'weekly', everyWeeks: 1 }, firstDay: '2026-09-15', lastDay: '2026-12-15' },
    });
    const over = series({
      id: 'c',
      link: { mentorshipId: 'femi' },
      attendees: [person('Femi Ade')],
      range: { cadence: { kind: 'weekly', everyWeeks: 1 }, firstDay: '2026-09-01', lastDay: '2026-09-29' },
    });
    const all = [over, withDana, withTomas];
    const found = look(
      all,
      all.flatMap((each) => occurrences(each)),
    );
    expect(found.map((each) => each.id)).toEqual(['tomas', 'dana', 'femi']);
    expect(found[2]?.season.hint).toEqual({ kind: 'ended' });
  });
});

describe('what asks for something', () => {
  it('is an invitation not yet answered', () => {
    const season = invitation({ ownResponse: 'notResponded' });
    expect(only(look([season], occurrences(season))).season.hint).toEqual({ kind: 'unanswered' });
  });

  it('is a partner who has not answered, or who has declined', () => {
    const open = series({ attendees: [{ ...dana, response: 'none' }] });
    expect(only(look([open], occurrences(open))).season.hint).toEqual({ kind: 'partnerUnanswered' });
    const declined = series({ attendees: [{ ...dana, response: 'declined' }] });
    expect(only(look([declined], occurrences(declined))).season.hint).toEqual({ kind: 'declinedByPartner' });
  });

  it('is a date that the partner has declined, which is no next date any more', () => {
    const season = series();
    const mentorship = only(
      look(
        [season],
        occurrences(season, { '2026-12-03': { attendees: [{ ...dana, response: 'declined' }] } }),
      ),
    );
    expect(mentorship.season.hint).toMatchObject({
      kind: 'dateDeclined',
      date: { originalDay: '2026-12-03' },
    });
    expect(mentorship.season.next?.originalDay).toBe('2026-12-17');
  });

  it('is a new time that the partner proposes, unless it has passed', () => {
    const season = series();
    const friday = Date.parse('2026-12-18T14:00:00Z');
    expect(only(look([season], occurrences(season, proposing(friday)))).season.hint).toMatchObject({
      kind: 'proposed',
      start: friday,
      date: { originalDay: '2026-12-17' },
    });
    const passed = Date.parse('2026-11-20T14:00:00Z');
    expect(only(look([season], occurrences(season, proposing(passed)))).season.hint).toBeUndefined();
  });

  it('is a season that the partner has called off while dates were to come', () => {
    const season = invitation({ isCancelled: true });
    const mentorship = only(look([season], occurrences(season)));
    expect(mentorship.season.hint).toEqual({ kind: 'cancelledByPartner' });
    expect(mentorship.season.next).toBeUndefined();
  });

  it('leaves out a season that was called off and is over', () => {
    const season = invitation({ isCancelled: true });
    expect(look([season], occurrences(season), Date.parse('2027-02-01T00:00:00Z'))).toEqual([]);
  });
});

describe('a booking that stopped on the way', () => {
  const season = series();
  const open = { ...season, plan: plan(season, { closed: false }) };

  it('is no mentorship yet but an unfinished booking', () => {
    expect(look([open], occurrences(open))).toEqual([]);
    expect(unfinishedBookings({ series: [open], me })).toMatchObject([
      { seriesId: 'series-1', partner: { name: 'Dana Mokoena' }, plan: { days: daysOf(season) } },
    ]);
  });

  it('is none once its plan is closed or the series is cancelled', () => {
    const closed = { ...season, plan: plan(season) };
    const cancelled = { ...open, isCancelled: true };
    expect(unfinishedBookings({ series: [closed, cancelled, season], me })).toEqual([]);
  });
});

/** Dana proposes another time for 17 December. */
function proposing(start: number) {
  return {
    '2026-12-17': {
      attendees: [
        { ...dana, response: 'tentative' as const, proposedStart: start, proposedEnd: start + 3_600_000 },
      ],
    },
  };
}
