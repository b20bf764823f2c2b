import { rankSlots } from '#domain/season/rankSlots.ts';
import type { RankedSlot, SeasonQuery, SlotReason } from '#domain/season/types.ts';
import {
  clock,
  officeHours,
  person,
  pinnedZones,
  seasonQuery,
  viewOf,
  type Entry,
} from './seasonBuilders.ts';

const weekdays = ['', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];

function ranked(query: SeasonQuery, tables?: Parameters<typeof rankSlots>[1]): readonly RankedSlot[] {
  const answer = rankSlots(query, tables);
  if (answer.kind !== 'ranked') throw new Error(JSON.stringify(answer));
  return answer.ranked;
}

function times(slots: readonly RankedSlot[]): readonly string[] {
  return slots.map(({ slot }) => `${weekdays[slot.weekday]} ${clock(slot.startMinute)}`);
}

function march(entries: readonly Entry[]): ReturnType<typeof viewOf>[] {
  return [viewOf('2027-02-27T00:00Z', '2027-03-30T00:00Z', entries)];
}

const dana = person(
  'dana',
  march([
    ['2027-03-02T10:00Z', '2027-03-02T11:00Z', '1'],
    ['2027-03-08T10:00Z', '2027-03-08T11:00Z', '2'],
    ['2027-03-17T09:00Z', '2027-03-17T17:00Z', '3'],
  ]),
  { workingHours: officeHours('Europe/London') },
);
const priya = person('priya', march([['2027-03-15T12:00Z', '2027-03-15T13:00Z', '2']]), {
  workingHours: officeHours('Europe/London', 9 * 60, 13 * 60),
});
const example = seasonQuery({
  hours: { days: [1, 2, 3], earliestMinute: 9 * 60, latestMinute: 13 * 60 },
  schedules: [dana, priya],
});

describe('the example of docs/engine.md', () => {
  it('is ranked as the table says', () => {
    const rows = ranked(example).map(({ rank, slot, tally, states }) => [
      rank,
      `${weekdays[slot.weekday]} ${clock(slot.startMinute)}`,
      states.map((state) => (state === 'openSoFar' ? 'open' : state)).join(' '),
      tally.free + tally.openSoFar,
      tally.toMend,
      tally.tentative,
      tally.free,
    ]);
    expect(rows).toEqual([
      [1, 'Mon 11:00', 'free free open open', 4, 0, 0, 2],
      [2, 'Mon 09:00', 'free free open open', 4, 0, 0, 2],
      [3, 'Tue 11:00', 'free open open open', 4, 0, 0, 1],
      [4, 'Tue 09:00', 'free open open open', 4, 0, 0, 1],
      [5, 'Tue 12:00', 'free open open open', 4, 0, 0, 1],
      [6, 'Tue 10:00', 'tentative open open open', 3, 0, 1, 0],
      [7, 'Mon 12:00', 'free free clash open', 3, 1, 0, 2],
      [8, 'Wed 10:00', 'free open clash open', 3, 1, 0, 1],
      [9, 'Wed 11:00', 'free open clash open', 3, 1, 0, 1],
      [10, 'Wed 12:00', 'free open clash open', 3, 1, 0, 1],
    ]);
  });

  it('tells its reasons as data', () => {
    const reasons = ranked(example).map((slot) => slot.reasons);
    expect(reasons[0]).toEqual<SlotReason[]>([
      { kind: 'lastDatesOpenSoFar', dates: 2 },
      { kind: 'wellInsideHours' },
    ]);
    expect(reasons[4]).toEqual<SlotReason[]>([
      { kind: 'lastDatesOpenSoFar', dates: 3 },
      { kind: 'edgeOfHours', personId: 'priya' },
      { kind: 'nearLunch', personId: 'dana' },
      { kind: 'nearLunch', personId: 'priya' },
    ]);
    expect(reasons[7]).toEqual<SlotReason[]>([
      { kind: 'personAway', personId: 'dana', dates: 1 },
      { kind: 'lastDatesOpenSoFar', dates: 2 },
      { kind: 'wellInsideHours' },
    ]);
  });

  it('says how far each calendar looks filled', () => {
    expect(rankSlots(example)).toMatchObject({
      filledUntil: [
        { personId: 'dana', day: '2027-03-08' },
        { personId: 'priya', day: '2027-03-15' },
      ],
    });
  });

  it('counts every quarter-hour start within the hours for the map', () => {
    const answer = rankSlots(example);
    const cells = answer.kind === 'ranked' ? answer.cells : [];
    expect(cells).toHaveLength(3 * 13);
    const cell = cells.find(({ slot }) => slot.weekday === 1 && slot.startMinute === 9 * 60 + 15);
    expect(cell?.tally).toEqual({ dates: 4, free: 1, openSoFar: 2, tentative: 0, unknown: 0, toMend: 1 });
  });
});

describe('the order', () => {
  const free = person('ann', march([]), { workingHours: officeHours('Europe/London') });

  it('puts the hour asked for before the middle of the day', () => {
    const preferred = { weekday: 4, startMinute: 9 * 60 } as const;
    expect(times(ranked(seasonQuery({ schedules: [free] })))[0]).toBe('Mon 10:00');
    const [first] = ranked(seasonQuery({ schedules: [free], preferred }));
    expect(times(first ? [first] : [])).toEqual(['Thu 09:00']);
    expect(first?.reasons).toContainEqual({ kind: 'preferredHour' });
  });

  it('spreads equal times over the week, two a weekday', () => {
    expect(times(ranked(seasonQuery({ schedules: [free] })))).toEqual(
      [10, 13].flatMap((hour) => ['Mon', 'Tue', 'Wed', 'Thu', 'Fri'].map((day) => `${day} ${hour}:00`)),
    );
  });

  it('never counts an unknown calendar as free', () => {
    const stranger = person('bo', [], { unknownReason: 'outside' });
    const [first] = ranked(seasonQuery({ schedules: [free, stranger] }));
    expect(first?.tally).toEqual({ dates: 4, free: 0, openSoFar: 0, tentative: 0, unknown: 4, toMend: 0 });
    expect(first?.reasons).toContainEqual({ kind: 'unknownCalendar', personId: 'bo' });
  });

  it('puts a time with a tentative date after one without', () => {
    const maybe = person('cy', march([['2027-03-01T09:00Z', '2027-03-05T16:45Z', '1']]));
    const [first] = ranked(
      seasonQuery({
        hours: { days: [1, 5], earliestMinute: 540, latestMinute: 1080 },
        schedules: [maybe],
      }),
    );
    // Only Friday after 16:45 is never tentative.
    expect(times(first ? [first] : [])).toEqual(['Fri 17:00']);
  });

  it('leaves out what has less than half of the good dates of the best', () => {
    const busy = person(
      'di',
      march([
        ['2027-03-02T00:00Z', '2027-03-03T00:00Z', '2'],
        ['2027-03-09T00:00Z', '2027-03-10T00:00Z', '2'],
        ['2027-03-16T00:00Z', '2027-03-17T00:00Z', '2'],
      ]),
    );
    const found = times(ranked(seasonQuery({ schedules: [busy], limit: 100 })));
    expect(found.some((time) => time.startsWith('Mon'))).toBe(true);
    expect(found.filter((time) => time.startsWith('Tue'))).toEqual([]);
  });

  it('counts for everyone who must come, six people as well as two', () => {
    const six = [1, 2, 3, 4, 5, 6].map((index) =>
      person(`p${index}`, march([[`2027-03-0${index}T09:00Z`, `2027-03-0${index}T17:00Z`, '2']])),
    );
    const [first] = ranked(seasonQuery({ hours: { ...example.hours, days: [1, 2] }, schedules: six }));
    // Mondays: p1 on the 1st; Tuesdays: p2 on the 2nd. Nobody else is in the way.
    expect(first?.tally.toMend).toBe(1);
    expect(first?.states).toEqual(['clash', 'openSoFar', 'openSoFar', 'openSoFar']);
  });
});

describe('working hours of both on every date', () => {
  // New York goes forward on 14 March, London on 28 March 2027; the rules are the test's own.
  const tables = pinnedZones({
    'Europe/London': { offsetMinutes: 0, changes: [['2027-03-28T01:00Z', 60]] },
    'America/New_York': { offsetMinutes: -300, changes: [['2027-03-14T07:00Z', -240]] },
  });
  const view = [viewOf('2027-02-27T00:00Z', '2027-04-20T00:00Z', [])];
  const query = seasonQuery({
    lastDay: '2027-04-18',
    hours: { days: [3], earliestMinute: 12 * 60, latestMinute: 18 * 60 },
    schedules: [
      person('london', view, { workingHours: officeHours('Europe/London') }),
      person('york', view, { workingHours: officeHours('America/New_York', 9 * 60, 17 * 60) }),
    ],
  });

  it('hold in the weeks when only one side has changed its clocks', () => {
    // 9:00 in New York is 14:00 in London, but 13:00 between 14 and 28 March.
    const found = ranked(query, tables).map(({ slot }) => slot.startMinute);
    expect(Math.min(...found)).toBe(14 * 60);
    expect(Math.max(...found)).toBe(16 * 60);
  });

  it('are named for the starts that leave them', () => {
    const answer = rankSlots(query, tables);
    const outside = (startMinute: number): readonly string[] | undefined =>
      answer.kind === 'ranked'
        ? answer.cells.find(({ slot }) => slot.startMinute === startMinute)?.outsideHoursOf
        : undefined;
    expect(outside(13 * 60)).toEqual(['york']);
    expect(outside(16 * 60)).toEqual([]);
    expect(outside(16 * 60 + 15)).toEqual(['london']);
    expect(outside(17 * 60)).toEqual(['london']);
  });

  it('say what would help where no start lies inside them', () => {
    const late = person('late', view, { workingHours: officeHours('Europe/London', 17 * 60, 17 * 60 + 30) });
    const answer = rankSlots(
      { ...query, hours: { days: [3], earliestMinute: 9 * 60, latestMinute: 18 * 60 }, schedules: [late] },
      tables,
    );
    expect(answer.kind).toBe('no-common-time');
    expect(answer.kind === 'no-common-time' && answer.helps[0]).toEqual({
      change: { kind: 'shorter', lengthMinutes: 30 },
      best: expect.objectContaining({ dates: 7, free: 7, toMend: 0 }),
    });
  });
});
