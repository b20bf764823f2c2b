import fc from 'fast-check';
import { movesFor, previewSeason } from '#domain/season/previewSeason.ts';
import type { DateDecision, Move, SeasonPreview, SeasonQuery, SeasonSlot } from '#domain/season/types.ts';
import type { ZoneTables } from '#domain/time/zoneTable.ts';
import { seasonQueries } from './oracle/arbitraries.ts';
import {
  at,
  clock,
  officeHours,
  person,
  pinnedZones,
  seasonQuery,
  slot,
  viewOf,
  type Entry,
} from './seasonBuilders.ts';

function preview(query: SeasonQuery, chosen: SeasonSlot, tables?: ZoneTables): SeasonPreview {
  const answer = previewSeason(query, chosen, tables);
  if (answer.kind !== 'preview') throw new Error(answer.problem);
  return answer;
}

function withEntries(entries: readonly Entry[], more: Partial<SeasonQuery> = {}): SeasonQuery {
  const view = viewOf('2027-02-27T00:00Z', '2027-03-30T00:00Z', entries);
  return seasonQuery({
    schedules: [person('dana', [view], { workingHours: officeHours('Europe/London') })],
    ...more,
  });
}

function written(moves: readonly Move[] | undefined): readonly string[] | undefined {
  return moves?.map(({ day, startMinute, state }) => `${day} ${clock(startMinute)} ${state}`);
}

describe('the moves of a clash', () => {
  const tuesdayClash: Entry = ['2027-03-09T10:00Z', '2027-03-09T11:00Z', '2'];

  it('are the nearest free times, first on the same day, then the days beside it at the same hour', () => {
    const { dates } = preview(withEntries([tuesdayClash]), slot(2, 600));
    expect(dates[1]?.state).toEqual({ kind: 'clash', clashes: [{ personId: 'dana', why: 'busy' }] });
    expect(written(dates[1]?.moves)).toEqual([
      '2027-03-09 11:00 free',
      '2027-03-08 10:00 free',
      '2027-03-10 10:00 openSoFar',
    ]);
    expect(dates[0]?.moves).toEqual([]);
  });

  it('stay strictly between the neighbouring dates', () => {
    // Everything from the Wednesday before to the Monday after is busy: the neighbours' own Tuesdays are no way out.
    const { dates } = preview(withEntries([['2027-03-03T00:00Z', '2027-03-16T00:00Z', '2']]), slot(2, 600));
    expect(dates[1]?.state.kind).toBe('clash');
    expect(dates[1]?.moves).toEqual([]);
  });

  it('keep to the weekdays and hours asked for and to working hours', () => {
    const query = withEntries([tuesdayClash], {
      hours: { days: [2, 4], earliestMinute: 540, latestMinute: 690 },
    });
    expect(written(preview(query, slot(2, 600)).dates[1]?.moves)).toEqual([
      '2027-03-09 09:00 free',
      '2027-03-11 10:00 openSoFar',
      '2027-03-04 10:00 free',
    ]);
  });

  it('keep the third place for the nearest with the same weekday and hour, where a season leaves room', () => {
    const busyTens: Entry[] = ['08', '09', '10', '11', '12'].map((day) => [
      `2027-03-${day}T10:00Z`,
      `2027-03-${day}T11:00Z`,
      '2',
    ]);
    const monthly = slot(2, 600, { cadence: { kind: 'monthly', ordinal: 2, everyMonths: 1 } });
    const { dates } = preview(withEntries(busyTens), monthly);
    expect(dates.map((date) => date.day)).toEqual(['2027-03-09']);
    expect(written(dates[0]?.moves)).toEqual([
      '2027-03-09 11:00 free',
      '2027-03-08 11:00 free',
      '2027-03-02 10:00 free',
    ]);
  });

  it('are tentative or unknown times only where nothing is free, and say so', () => {
    const { dates } = preview(
      withEntries([
        tuesdayClash,
        ['2027-03-03T00:00Z', '2027-03-09T10:00Z', '1'],
        ['2027-03-09T11:00Z', '2027-03-16T00:00Z', '1'],
      ]),
      slot(2, 600),
    );
    expect(written(dates[1]?.moves)).toEqual([
      '2027-03-09 11:00 tentative',
      '2027-03-08 10:00 tentative',
      '2027-03-10 10:00 tentative',
    ]);
  });

  it('do not begin before now', () => {
    const query = withEntries([tuesdayClash], { notBefore: at('2027-03-09T12:10Z') });
    expect(written(preview(query, slot(2, 600)).dates[1]?.moves)).toEqual([
      '2027-03-09 12:15 free',
      '2027-03-10 10:00 openSoFar',
      '2027-03-11 10:00 openSoFar',
    ]);
  });

  it('count a neighbour that was moved where it stands, and where it was', () => {
    const query = withEntries([['2027-03-16T10:00Z', '2027-03-16T11:00Z', '2']]);
    const decisions: DateDecision[] = [
      {
        kind: 'move',
        day: '2027-03-09',
        to: { start: at('2027-03-15T10:00Z'), end: at('2027-03-15T11:00Z') },
      },
    ];
    expect(written(movesFor(query, slot(2, 600), 2))?.[1]).toBe('2027-03-15 10:00 free');
    const after = movesFor(query, slot(2, 600), 2, decisions);
    expect(after.map((move) => move.day)).toEqual(['2027-03-16', '2027-03-17', '2027-03-18']);
  });

  it('stay before the next date where that was moved nearer', () => {
    const query = withEntries([tuesdayClash], {
      hours: { days: [2, 3, 4, 5], earliestMinute: 540, latestMinute: 1020 },
    });
    const to = { start: at('2027-03-11T10:00Z'), end: at('2027-03-11T11:00Z') };
    const daysOf = (decisions: readonly DateDecision[]): readonly string[] =>
      movesFor(query, slot(2, 600), 1, decisions).map((move) => move.day);
    expect(daysOf([])).toEqual(['2027-03-09', '2027-03-10', '2027-03-11']);
    expect(daysOf([{ kind: 'move', day: '2027-03-16', to }])).toEqual([
      '2027-03-09',
      '2027-03-10',
      '2027-03-05',
    ]);
  });

  it('are sound for random seasons: between neighbours, at most three, one a day, free unless marked', () => {
    fc.assert(
      fc.property(seasonQueries, fc.nat(), (query, pick) => {
        const weekday = query.hours.days[pick % query.hours.days.length] ?? 1;
        const startMinute = Math.ceil(query.hours.earliestMinute / 15) * 15;
        const { cadence, lengthMinutes } = query;
        const answer = previewSeason(query, { cadence, weekday, startMinute, lengthMinutes, phase: 0 });
        if (answer.kind !== 'preview') return;
        for (const [index, { day, moves }] of answer.dates.entries()) {
          expect(moves.length).toBeLessThanOrEqual(3);
          expect(new Set(moves.map((move) => move.day)).size).toBe(moves.length);
          for (const move of moves) {
            expect(move.day > (answer.dates[index - 1]?.day ?? '')).toBe(true);
            expect(move.day < (answer.dates[index + 1]?.day ?? '9999')).toBe(true);
            expect(move.day >= query.firstDay && move.day <= query.lastDay).toBe(true);
            expect(move.end - move.start).toBe(lengthMinutes * 60_000);
            expect(`${move.day} ${move.startMinute}`).not.toBe(`${day} ${startMinute}`);
          }
        }
      }),
      { numRuns: 60 },
    );
  });
});

describe('dates at odd places of the calendar', () => {
  const days = (query: Partial<SeasonQuery>, chosen: SeasonSlot): readonly string[] =>
    preview(
      seasonQuery({ schedules: [person('x', [], { unknownReason: 'outside' })], ...query }),
      chosen,
    ).dates.map((date) => date.day);

  it('meet on the leap day', () => {
    expect(days({ firstDay: '2028-02-15', lastDay: '2028-03-14' }, slot(2, 600))).toEqual([
      '2028-02-15',
      '2028-02-22',
      '2028-02-29',
      '2028-03-07',
      '2028-03-14',
    ]);
  });

  it("go over the year's end", () => {
    const everyTwo = slot(5, 600, { cadence: { kind: 'weekly', everyWeeks: 2 }, phase: 1 });
    expect(days({ firstDay: '2026-12-14', lastDay: '2027-01-24' }, everyTwo)).toEqual([
      '2026-12-25',
      '2027-01-08',
      '2027-01-22',
    ]);
  });

  it('take the last weekday, the fourth or the fifth as the month has it', () => {
    const last = slot(1, 600, { cadence: { kind: 'monthly', ordinal: 'last', everyMonths: 1 } });
    expect(days({ firstDay: '2027-03-01', lastDay: '2027-06-30' }, last)).toEqual([
      '2027-03-29',
      '2027-04-26',
      '2027-05-31',
      '2027-06-28',
    ]);
  });
});

describe('clock changes', () => {
  const tables = pinnedZones({
    'Europe/London': {
      offsetMinutes: 0,
      changes: [
        ['2027-03-28T01:00Z', 60],
        ['2027-10-31T01:00Z', 0],
      ],
    },
    'America/New_York': { offsetMinutes: -300, changes: [['2027-03-14T07:00Z', -240]] },
  });
  const view = [viewOf('2027-02-27T00:00Z', '2027-04-20T00:00Z', [])];

  it('are told between the dates whose hour they change for the partner, with whose clocks and when', () => {
    const query = seasonQuery({
      lastDay: '2027-04-11',
      schedules: [
        person('london', view, { workingHours: officeHours('Europe/London') }),
        person('york', view, { workingHours: officeHours('America/New_York', 540, 1020) }),
      ],
    });
    expect(preview(query, slot(3, 15 * 60), tables).clockChanges).toEqual([
      {
        beforeDate: 2,
        personId: 'york',
        zone: 'America/New_York',
        day: '2027-03-14',
        partnerMinuteBefore: 10 * 60,
        partnerMinuteAfter: 11 * 60,
      },
      {
        beforeDate: 4,
        personId: 'york',
        zone: 'Europe/London',
        day: '2027-03-28',
        partnerMinuteBefore: 11 * 60,
        partnerMinuteAfter: 10 * 60,
      },
    ]);
  });

  it("are the season's own where both clocks change at once by different steps", () => {
    const both = pinnedZones({
      'Europe/London': { offsetMinutes: 0, changes: [['2027-03-28T01:00Z', 60]] },
      'America/New_York': { offsetMinutes: -300, changes: [['2027-03-28T01:00Z', -180]] },
    });
    const york = person('york', view, { workingHours: officeHours('America/New_York') });
    const query = seasonQuery({ lastDay: '2027-04-04', schedules: [york] });
    expect(preview(query, slot(3, 15 * 60), both).clockChanges).toMatchObject([
      {
        beforeDate: 4,
        zone: 'Europe/London',
        day: '2027-03-28',
        partnerMinuteBefore: 600,
        partnerMinuteAfter: 660,
      },
    ]);
  });

  it('make a season that starts in the hole begin with a time that does not exist', () => {
    const query = seasonQuery({
      firstDay: '2027-03-28',
      lastDay: '2027-04-11',
      hours: { days: [7], earliestMinute: 0, latestMinute: 300 },
      schedules: [person('x', view)],
    });
    const { dates } = preview(query, slot(7, 60), tables);
    expect(dates.map((date) => date.state.kind)).toEqual(['noSuchTime', 'free', 'free']);
    // The instant is the one that a clock not yet changed would show.
    expect(dates[0]?.start).toBe(at('2027-03-28T01:00Z'));
    expect(written(dates[0]?.moves)?.[0]).toBe('2027-03-28 00:45 free');
  });

  it('make a season that starts in the fold take the first pass, and see what stands in either', () => {
    const october = (from: string, to: string): SeasonQuery =>
      seasonQuery({
        firstDay: '2027-10-31',
        lastDay: '2027-11-14',
        hours: { days: [7], earliestMinute: 0, latestMinute: 300 },
        schedules: [person('x', [viewOf('2027-10-30T00:00Z', '2027-11-16T00:00Z', [[from, to, '2']])])],
      });
    const chosen = slot(7, 60, { lengthMinutes: 15 });
    const first = preview(october('2027-10-31T00:00Z', '2027-10-31T00:15Z'), chosen, tables).dates[0];
    expect(first?.start).toBe(at('2027-10-31T00:00Z'));
    expect(first?.state.kind).toBe('clash');
    const second = preview(october('2027-10-31T01:00Z', '2027-10-31T01:15Z'), chosen, tables).dates[0];
    expect(second?.state.kind).toBe('clash');
    const neither = preview(october('2027-10-31T02:00Z', '2027-10-31T02:15Z'), chosen, tables).dates[0];
    expect(neither?.state.kind).toBe('free');
  });

  it('show the hour of somebody whose zone has rules but no name', () => {
    const eastern = {
      kind: 'custom' as const,
      biasMinutes: 300,
      standard: { biasMinutes: 0, month: 11, dayOccurrence: 1, dayOfWeek: 7, minuteOfDay: 120 } as const,
      daylight: { biasMinutes: -60, month: 3, dayOccurrence: 2, dayOfWeek: 7, minuteOfDay: 120 } as const,
    };
    const query = seasonQuery({
      lastDay: '2027-03-21',
      schedules: [
        person('east', view, { workingHours: { ...officeHours(''), zone: eastern } }),
        person('london', view),
      ],
    });
    expect(preview(query, slot(3, 15 * 60), tables).clockChanges).toMatchObject([
      {
        beforeDate: 2,
        personId: 'east',
        day: '2027-03-14',
        partnerMinuteBefore: 600,
        partnerMinuteAfter: 660,
      },
    ]);
  });
});
