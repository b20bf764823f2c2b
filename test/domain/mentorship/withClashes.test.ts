import type { PersonSchedule, ScheduleItem } from '../../../src/domain/availability/types.ts';
import { mentorshipsOf } from '../../../src/domain/mentorship/mentorshipsOf.ts';
import type { Mentorship, SeenSeries } from '../../../src/domain/mentorship/types.ts';
import { withClashes } from '../../../src/domain/mentorship/withClashes.ts';
import { invitation, me, now, occurrences, series, window } from './seen.ts';

const hourMilli = 3_600_000;
const until = now + 56 * 24 * hourMilli;
const danaAddress = 'dana@northgate.example';

function mentorshipOf(season: SeenSeries): Mentorship {
  const [one] = mentorshipsOf({
    series: [season],
    occurrences: occurrences(season),
    window,
    now,
    me,
  });
  if (one === undefined) throw new Error('no mentorship');
  return one;
}

/** Free/busy of eight weeks in which the season's own dates stand, and `more` besides. */
function scheduleOf(personId: string, own: Mentorship, more: readonly ScheduleItem[] = []): PersonSchedule {
  const start = Date.parse('2026-11-23T00:00:00Z');
  const items: readonly ScheduleItem[] = [
    ...own.season.dates.map((date) => ({ start: date.start, end: date.end, status: 'busy' as const })),
    ...more,
  ];
  const view = Array.from({ length: 57 * 96 }, (_, index) => {
    const at = start + index * 900_000;
    return items.some((item) => item.start < at + 900_000 && item.end > at) ? '2' : '0';
  }).join('');
  return {
    personId,
    views: [{ start, intervalMinutes: 15, view }],
    items,
    workingHours: undefined,
    unknownReason: undefined,
  };
}

const december17 = {
  start: Date.parse('2026-12-17T14:30:00Z'),
  end: Date.parse('2026-12-17T15:30:00Z'),
};

describe('looking at the coming dates again', () => {
  const before = mentorshipOf(series());
  const look = (schedules: readonly PersonSchedule[], mentorship = before) =>
    withClashes(mentorship, { schedules, me, zone: 'Europe/London', until });

  it('does not take the dates themselves for clashes', () => {
    expect(look([scheduleOf(me, before), scheduleOf(danaAddress, before)])).toBe(before);
  });

  it('finds what was put on top of a date, and whose it is', () => {
    const after = look([
      scheduleOf(me, before),
      scheduleOf(danaAddress, before, [{ ...december17, status: 'busy' }]),
    ]);
    expect(after.season.dates.at(-1)?.standing).toEqual({ kind: 'clash', who: 'partner', why: 'busy' });
    expect(after.season.hint).toMatchObject({ kind: 'clash', date: { originalDay: '2026-12-17' } });
    expect(after.season.next?.originalDay).toBe('2026-12-03');
  });

  it('says when it is oneself, or both, or leave', () => {
    const away = { ...december17, status: 'outOfOffice' as const };
    const mine = look([scheduleOf(me, before, [away]), scheduleOf(danaAddress, before)]);
    expect(mine.season.dates.at(-1)?.standing).toEqual({ kind: 'clash', who: 'me', why: 'outOfOffice' });
    const both = look([scheduleOf(me, before, [away]), scheduleOf(danaAddress, before, [away])]);
    expect(both.season.dates.at(-1)?.standing).toMatchObject({ kind: 'clash', who: 'both' });
  });

  it('tells tentative from a clash, without asking for anything', () => {
    const after = look([
      scheduleOf(me, before),
      scheduleOf(danaAddress, before, [{ ...december17, status: 'tentative' }]),
    ]);
    expect(after.season.dates.at(-1)?.standing).toEqual({ kind: 'tentative', who: 'partner' });
    expect(after.season.hint).toBeUndefined();
  });

  it('calls nothing a clash of a partner who cannot be seen', () => {
    const unseen = {
      ...scheduleOf(danaAddress, before),
      views: [],
      items: [],
      unknownReason: 'outside' as const,
    };
    expect(look([scheduleOf(me, before), unseen])).toBe(before);
  });

  it('leaves dates beyond the weeks that were read', () => {
    const after = withClashes(before, {
      schedules: [scheduleOf(danaAddress, before, [{ ...december17, status: 'busy' }])],
      me,
      zone: 'Europe/London',
      until: Date.parse('2026-12-10T00:00:00Z'),
    });
    expect(after).toBe(before);
  });

  it('puts a clash before an open answer, and a season called off before a clash', () => {
    const busy = [{ ...december17, status: 'busy' as const }];
    const open = mentorshipOf(invitation({ ownResponse: 'notResponded' }));
    expect(look([scheduleOf(danaAddress, open, busy)], open).season.hint?.kind).toBe('clash');
    const off = mentorshipOf(invitation({ isCancelled: true }));
    expect(look([scheduleOf(danaAddress, off, busy)], off).season.hint?.kind).toBe('cancelledByPartner');
  });
});
