import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import type { BookingPlan } from '#domain/season/bookingPlan.ts';
import { checkPlan } from '#domain/season/checkPlan.ts';
import { previewSeason } from '#domain/season/previewSeason.ts';
import type { DateDecision } from '#domain/season/types.ts';
import type { Interval, IsoDay } from '#domain/time/types.ts';
import { seasonQueries } from './oracle/arbitraries.ts';
import { at, slot } from './seasonBuilders.ts';

const season = { firstDay: '2027-03-01', lastDay: '2027-03-28' } as const;
const days: readonly IsoDay[] = ['2027-03-02', '2027-03-09', '2027-03-16', '2027-03-23'];
const starts = days.map((day) => at(`${day}T10:00Z`));

function plan(more: Partial<BookingPlan> = {}): BookingPlan {
  return {
    version: 1,
    mentorshipId: 'm',
    transactionId: 't',
    zone: 'Europe/London',
    slot: slot(2, 600),
    days,
    decisions: [],
    role: 'mentee',
    seasonNumber: 1,
    closed: false,
    ...more,
  };
}

function moved(day: IsoDay, to: string, minutes = 60): DateDecision {
  return { kind: 'move', day, to: { start: at(to), end: at(to) + minutes * 60_000 } };
}

function faults(
  more: Partial<BookingPlan>,
  dateStarts: readonly number[] = starts,
  occupied: readonly Interval[] = [],
): readonly string[] {
  return checkPlan(plan(more), season, dateStarts, occupied).map((each) =>
    `${each.fault} ${each.day ?? ''}`.trim(),
  );
}

describe('the checker of plans', () => {
  it('shares no code with the engine', () => {
    const source = readFileSync('src/domain/season/checkPlan.ts', 'utf8');
    const imports = source.match(/^import .*$/gm) ?? [];
    expect(imports.length).toBeGreaterThan(0);
    expect(imports.filter((line) => !line.startsWith('import type'))).toEqual([]);
  });

  it('finds nothing in a sound plan, with a move and a skip', () => {
    const decisions: DateDecision[] = [
      moved('2027-03-09', '2027-03-11T14:00Z'),
      { kind: 'skip', day: '2027-03-23' },
    ];
    expect(faults({ decisions })).toEqual([]);
  });

  it.each<readonly [string, readonly string[], Partial<BookingPlan>, readonly number[]]>([
    ['no dates', ['no-dates'], { days: [] }, starts],
    ['fewer instants than days', ['no-dates'], {}, starts.slice(1)],
    ['a zone nobody knows', ['bad-slot'], { zone: 'Mars/Olympus' }, starts],
    ['a meeting over midnight', ['bad-slot'], { slot: slot(2, 1410) }, starts],
    [
      'another weekday',
      ['wrong-weekday', 'wrong-time']
        .map((fault) => `${fault} 2027-03-03`)
        .concat('wrong-spacing 2027-03-09'),
      { days: ['2027-03-03', ...days.slice(1)] },
      starts,
    ],
    [
      'a week left out',
      ['wrong-spacing 2027-03-16'],
      { days: [days[0] ?? season.firstDay, ...days.slice(2)] },
      [starts[0] ?? 0, ...starts.slice(2)],
    ],
    ['an hour beside the slot', ['wrong-time 2027-03-02'], {}, [at('2027-03-02T11:00Z'), ...starts.slice(1)]],
    ['no instant', ['wrong-time 2027-03-02'], {}, [Number.NaN, ...starts.slice(1)]],
    // Such a one was once taken for an hour that the clocks leave out.
    [
      'an instant a week late',
      ['wrong-time 2027-03-02', 'double-booking 2027-03-02'],
      {},
      [starts[1] ?? 0, ...starts.slice(1)],
    ],
    ['an instant beyond all dates', ['wrong-time 2027-03-02'], {}, [9e15, ...starts.slice(1)]],
    ['an instant at the end of all dates', ['wrong-time 2027-03-02'], {}, [8.64e15, ...starts.slice(1)]],
    [
      'a decision for no date',
      ['decision-without-date 2027-03-03'],
      { decisions: [{ kind: 'skip', day: '2027-03-03' }] },
      starts,
    ],
    [
      'two decisions',
      ['decided-twice 2027-03-09'],
      {
        decisions: [
          { kind: 'skip', day: '2027-03-09' },
          { kind: 'skip', day: '2027-03-09' },
        ],
      },
      starts,
    ],
    [
      'a move to another length',
      ['bad-move 2027-03-09'],
      { decisions: [moved('2027-03-09', '2027-03-10T10:00Z', 45)] },
      starts,
    ],
    [
      'a move out of the season',
      ['move-outside-season 2027-03-02'],
      { decisions: [moved('2027-03-02', '2027-02-26T10:00Z')] },
      starts,
    ],
    [
      "a move onto the next date's day",
      ['move-past-neighbour 2027-03-09'],
      { decisions: [moved('2027-03-09', '2027-03-16T14:00Z')] },
      starts,
    ],
    [
      'a move past the date before',
      ['move-past-neighbour 2027-03-09'],
      { decisions: [moved('2027-03-09', '2027-03-01T10:00Z')] },
      starts,
    ],
  ])('finds %s', (_, expected, more, dateStarts) => {
    expect(faults(more, dateStarts)).toEqual(expected);
  });

  it('takes an hour that the clocks leave out where they go on, and nowhere else', () => {
    const sundays: IsoDay[] = ['2027-03-21', '2027-03-28'];
    const night = plan({ slot: slot(7, 75), days: sundays });
    const first = at('2027-03-21T01:15Z');
    const check = (second: string): readonly unknown[] =>
      checkPlan(night, { firstDay: '2027-03-01', lastDay: '2027-03-28' }, [first, at(second)]);
    expect(check('2027-03-28T01:15Z')).toEqual([]);
    const wrong = [{ fault: 'wrong-time', day: '2027-03-28' }];
    expect([check('2027-03-28T00:45Z'), check('2027-03-30T01:15Z')]).toEqual([wrong, wrong]);
  });

  it('finds dates outside of the season', () => {
    const early = checkPlan(plan(), { firstDay: '2027-03-03', lastDay: '2027-03-22' }, starts);
    expect(early).toEqual([
      { fault: 'outside-season', day: '2027-03-02' },
      { fault: 'outside-season', day: '2027-03-23' },
    ]);
  });

  it('finds two moves that pass each other, though neither passes a date of the series', () => {
    const decisions = [moved('2027-03-09', '2027-03-12T10:00Z'), moved('2027-03-16', '2027-03-11T10:00Z')];
    expect(faults({ decisions })).toEqual([
      'move-past-neighbour 2027-03-09',
      'move-past-neighbour 2027-03-16',
    ]);
  });

  it('finds a double booking on UTC with a season told in another zone, though the hours look apart', () => {
    // 6:00 in New York is 11:00 in London, but 10:00 in the weeks between the two changes of clocks.
    const york = ['2027-03-02T11:00Z', '2027-03-09T11:00Z', '2027-03-16T10:00Z', '2027-03-23T10:00Z'].map(
      (text) => ({ start: at(text), end: at(text) + 3_600_000 }),
    );
    expect(faults({}, starts, york)).toEqual(['double-booking 2027-03-16', 'double-booking 2027-03-23']);
    expect(faults({ decisions: [{ kind: 'skip', day: '2027-03-16' }] }, starts, york)).toEqual([
      'double-booking 2027-03-23',
    ]);
  });

  it('finds nothing in any plan that the engine makes, whatever moves are taken', () => {
    fc.assert(
      fc.property(seasonQueries, fc.nat(), (query, pick) => {
        const weekday = query.hours.days[pick % query.hours.days.length] ?? 1;
        const startMinute = Math.ceil(query.hours.earliestMinute / 15) * 15;
        const { cadence, lengthMinutes, zone } = query;
        const chosen = { cadence, weekday, startMinute, lengthMinutes, phase: 0 } as const;
        const preview = previewSeason(query, chosen);
        if (preview.kind !== 'preview') return;
        // Every second date: two neighbours that both move are looked at by `movesFor`, which knows of the decisions.
        const decisions = preview.dates.flatMap(({ day, moves }, index): DateDecision[] => {
          const move = moves[pick % 3] ?? moves[0];
          return move && index % 2 === 0
            ? [{ kind: 'move', day, to: { start: move.start, end: move.end } }]
            : [];
        });
        const made = plan({ zone, slot: chosen, days: preview.dates.map((date) => date.day), decisions });
        const found = checkPlan(
          made,
          query,
          preview.dates.map((date) => date.start),
        );
        expect(found).toEqual([]);
      }),
      { numRuns: 80 },
    );
  });
});
