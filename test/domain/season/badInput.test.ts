import type { PersonSchedule, WorkingHours } from '#domain/availability/types.ts';
import { checkDates } from '#domain/season/checkDates.ts';
import { movesFor, previewSeason } from '#domain/season/previewSeason.ts';
import { rankSlots } from '#domain/season/rankSlots.ts';
import { seasonReport } from '#domain/season/seasonReport.ts';
import type { InvalidQuery, SeasonQuery, SeasonSlot } from '#domain/season/types.ts';
import { at, officeHours, person, pinnedZones, seasonQuery, slot, viewOf } from './seasonBuilders.ts';

/** The rows of "What is refused, and how" in docs/engine.md. */

const view = viewOf('2027-02-27T00:00Z', '2027-03-30T00:00Z', []);
type Problem = InvalidQuery['problem'];

function hours(more: Partial<WorkingHours>): Partial<PersonSchedule> {
  return { workingHours: { ...officeHours('Europe/London'), ...more } };
}

const queries: readonly (readonly [string, Problem, Partial<SeasonQuery>])[] = [
  ['nobody', 'no-schedules', { schedules: [] }],
  ['a first day that does not exist', 'bad-day', { firstDay: '2027-02-29' }],
  ['a last day that does not exist', 'bad-day', { lastDay: '2027-04-31' }],
  ['a day left out that does not exist', 'bad-day', { blackouts: ['2027-13-01'] }],
  ['a season that ends before it starts', 'ends-before-start', { lastDay: '2027-02-28' }],
  ['52 weeks and a day', 'longer-than-52-weeks', { lastDay: '2028-02-28' }],
  ['no length', 'bad-length', { lengthMinutes: 0 }],
  ['a length off the quarters', 'bad-length', { lengthMinutes: 50 }],
  ['more than four hours', 'bad-length', { lengthMinutes: 255 }],
  ['a length that is no number', 'bad-length', { lengthMinutes: Number.NaN }],
  [
    'hours that end before they start',
    'bad-hours',
    { hours: { days: [1], earliestMinute: 600, latestMinute: 540 } },
  ],
  ['hours over midnight', 'bad-hours', { hours: { days: [1], earliestMinute: 600, latestMinute: 1500 } }],
  ['no weekday', 'no-days', { hours: { days: [], earliestMinute: 540, latestMinute: 600 } }],
  ['a zone nobody knows', 'unknown-zone', { zone: 'Mars/Olympus' }],
  ['every none weeks', 'bad-cadence', { cadence: { kind: 'weekly', everyWeeks: 0 as 1 } }],
  ['the fifth weekday', 'bad-cadence', { cadence: { kind: 'monthly', ordinal: 5 as 4, everyMonths: 1 } }],
  ['every half month', 'bad-cadence', { cadence: { kind: 'monthly', ordinal: 1, everyMonths: 0.5 } }],
];

const schedules: readonly (readonly [string, Problem, Partial<PersonSchedule>])[] = [
  ['a digit 5', 'bad-view', { views: [{ ...view, view: '0005' }] }],
  ['a letter', 'bad-view', { views: [{ ...view, view: '00x0' }] }],
  ['a letter beyond ASCII', 'bad-view', { views: [{ ...view, view: '00é0' }] }],
  ['a full-width digit', 'bad-view', { views: [{ ...view, view: '0０00' }] }],
  ['a minus', 'bad-view', { views: [{ ...view, view: '-1' }] }],
  ['a digit 9 in half hours', 'bad-view', { views: [{ ...view, intervalMinutes: 30, view: '0090' }] }],
  ['intervals of four minutes', 'bad-view', { views: [{ ...view, intervalMinutes: 4 }] }],
  ['intervals of 61 minutes', 'bad-view', { views: [{ ...view, intervalMinutes: 61 }] }],
  ['intervals of 7.5 minutes', 'bad-view', { views: [{ ...view, intervalMinutes: 7.5 }] }],
  ['a view from nowhere', 'bad-view', { views: [{ ...view, start: Number.NaN }] }],
  ['a view from beyond all dates', 'bad-view', { views: [{ ...view, start: 9e15 }], ...hours({}) }],
  ['an entry that ends before it starts', 'bad-interval', { items: [{ start: 2, end: 1, status: 'busy' }] }],
  ['an entry without end', 'bad-interval', { items: [{ start: 1, end: Infinity, status: 'busy' }] }],
  ['a zone nobody knows', 'unknown-zone', hours({ zone: { kind: 'named', name: 'Customized Time Zone' } })],
  [
    'a zone called like a part of every object',
    'unknown-zone',
    hours({ zone: { kind: 'named', name: 'constructor' } }),
  ],
  [
    'rules that name no day',
    'unknown-zone',
    hours({
      zone: {
        kind: 'custom',
        biasMinutes: 0,
        standard: { biasMinutes: 0, month: 0, dayOccurrence: 1, dayOfWeek: 7, minuteOfDay: 0 },
        daylight: undefined,
      },
    }),
  ],
  ['hours that end before they start', 'bad-working-hours', hours({ startMinute: 600, endMinute: 540 })],
  ['hours that cross midnight', 'bad-working-hours', hours({ startMinute: 1320, endMinute: 360 })],
  ['hours that never begin', 'bad-working-hours', hours({ startMinute: 600, endMinute: 600 })],
  ['hours beyond the day', 'bad-working-hours', hours({ endMinute: 1441 })],
  ['an eighth day', 'bad-working-hours', hours({ days: [8 as 7] })],
  ['no working day', 'no-days', hours({ days: [] })],
];

describe('what is asked', () => {
  it.each(queries)('is refused by name with %s', (_, problem, more) => {
    const query = seasonQuery(more);
    expect(rankSlots(query)).toEqual({ kind: 'invalid', problem });
    if (problem !== 'bad-cadence') expect(seasonReport(query)).toEqual({ kind: 'invalid', problem });
  });

  it('may be 52 weeks long', () => {
    expect(rankSlots(seasonQuery({ lastDay: '2028-02-27' })).kind).toBe('ranked');
  });

  it('has no dates where the cadence falls outside', () => {
    const cadence = { kind: 'monthly', ordinal: 'last', everyMonths: 1 } as const;
    expect(rankSlots(seasonQuery({ cadence, lastDay: '2027-03-07' }))).toEqual({
      kind: 'invalid',
      problem: 'no-dates',
    });
  });

  it('is refused in a zone whose clocks are off the quarter-hours', () => {
    const tables = pinnedZones({ 'Test/Odd': { offsetMinutes: 20, changes: [] } });
    expect(rankSlots(seasonQuery({ zone: 'Test/Odd' }), tables)).toEqual({
      kind: 'invalid',
      problem: 'unknown-zone',
    });
  });
});

describe('what is said of somebody', () => {
  it.each(schedules)('is refused by name and person with %s', (_, problem, more) => {
    const wrong = [person('fine', [view]), person('wrong', [view], more)];
    const query = seasonQuery({ schedules: wrong });
    const invalid = { kind: 'invalid', problem, personId: 'wrong' };
    expect(rankSlots(query)).toEqual(invalid);
    expect(seasonReport(query)).toEqual(invalid);
    expect(previewSeason(query, slot(1, 600))).toEqual(invalid);
    expect(movesFor(query, slot(1, 600), 0)).toEqual([]);
    const date = { start: at('2027-03-01T10:00Z'), end: at('2027-03-01T11:00Z') };
    expect(checkDates(wrong, [date], 'Europe/London')).toEqual(invalid);
  });

  it('may cover different stretches: what is not covered is unknown, not free', () => {
    const short = person('short', [viewOf('2027-03-08T00:00Z', '2027-03-15T00:00Z', [])]);
    const query = seasonQuery({ schedules: [person('whole', [view]), short] });
    const preview = previewSeason(query, slot(1, 600));
    expect(preview.kind === 'preview' && preview.dates.map((date) => date.state)).toEqual([
      { kind: 'unknown', who: ['short'] },
      { kind: 'free' },
      { kind: 'unknown', who: ['short'] },
      { kind: 'unknown', who: ['short'] },
    ]);
  });

  it('may overlap itself: the worst counts', () => {
    const overlapping = person('twice', [
      viewOf('2027-02-27T00:00Z', '2027-03-20T00:00Z', [['2027-03-01T10:00Z', '2027-03-01T11:00Z', '1']]),
      viewOf('2027-02-28T00:00Z', '2027-03-30T00:00Z', [['2027-03-01T10:30Z', '2027-03-01T10:45Z', '3']]),
    ]);
    const preview = previewSeason(seasonQuery({ schedules: [overlapping] }), slot(1, 600));
    expect(preview.kind === 'preview' && preview.dates[0]?.state).toEqual({
      kind: 'clash',
      clashes: [{ personId: 'twice', why: 'outOfOffice' }],
    });
  });
});

describe('a slot', () => {
  const slots: readonly (readonly [string, Problem, Partial<SeasonSlot>])[] = [
    ['an eighth weekday', 'bad-cadence', { weekday: 8 as 7 }],
    ['a phase that its cadence has not', 'bad-cadence', { phase: 1 }],
    ['half a phase', 'bad-cadence', { phase: 0.5 }],
    ['a length off the quarters', 'bad-length', { lengthMinutes: 20 }],
    ['a start off the quarters', 'bad-hours', { startMinute: 605 }],
    ['a meeting over midnight', 'bad-hours', { startMinute: 1425 }],
    ['a start before the day', 'bad-hours', { startMinute: -15 }],
  ];

  it.each(slots)('is refused by name with %s', (_, problem, more) => {
    expect(previewSeason(seasonQuery(), slot(1, 600, more))).toEqual({ kind: 'invalid', problem });
  });
});

describe('dates that stand', () => {
  it.each([
    ['ends before it starts', { start: 2, end: 1 }],
    ['takes no time', { start: 1, end: 1 }],
    ['has no instant', { start: Number.NaN, end: 1 }],
  ])('are refused by name where one %s', (_, date) => {
    expect(checkDates([person('x', [view])], [date], 'UTC')).toEqual({
      kind: 'invalid',
      problem: 'bad-interval',
    });
  });

  it('are unknown where nothing is known of somebody, whatever the views hold', () => {
    const views = [{ ...view, start: 9e15, view: 'x' }];
    const workingHours = officeHours('Europe/London');
    const date = { start: at('2027-03-01T10:00Z'), end: at('2027-03-01T11:00Z') };
    expect(
      checkDates([person('x', views, { unknownReason: 'refused', workingHours })], [date], 'UTC'),
    ).toEqual([{ kind: 'unknown', who: ['x'] }]);
  });

  it('are refused without anybody, or in a zone nobody knows', () => {
    expect(checkDates([], [], 'UTC')).toEqual({ kind: 'invalid', problem: 'no-schedules' });
    expect(checkDates([person('x', [view])], [], 'Mars/Olympus')).toEqual({
      kind: 'invalid',
      problem: 'unknown-zone',
    });
  });
});
