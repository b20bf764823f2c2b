import { suggestCoffee } from '#domain/coffee/suggestCoffee.ts';
import type { CoffeeAnswer, CoffeeKind } from '#domain/coffee/types.ts';
import { dayMilli } from '#domain/time/days.ts';
import { monday, officeHours, person, query } from './coffeeFixtures.ts';

/** `Mon 12:15 lunch inPerson`, on UTC, which is London's winter. */
function told(answer: CoffeeAnswer): readonly string[] {
  if (answer.kind === 'suggestions')
    return answer.suggestions.map(
      ({ kind, start, mode, state }) =>
        `${clock(start)} ${kind} ${mode}${state === 'unknown' ? ' unknown' : ''}`,
    );
  if (answer.kind === 'almost')
    return answer.almost.map(
      ({ kind, start, obstacles }) =>
        `${clock(start)} ${kind}: ${obstacles.map(({ personId, why }) => `${personId} ${why}`).join(', ')}`,
    );
  return [answer.kind];
}

function clock(instant: number): string {
  const date = new Date(instant);
  return `${['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'][date.getUTCDay()]} ${date.toISOString().slice(11, 16)}`;
}

/** Everything but some hours of the week is busy. */
function onlyFree(...hours: readonly (readonly [day: number, from: number, to: number])[]) {
  const busy: (readonly [number, number, number])[] = [];
  for (let day = 0; day < 7; day += 1) {
    let at = 0;
    for (const [, from, to] of hours.filter(([each]) => each === day)) {
      busy.push([day, at, from]);
      at = to;
    }
    busy.push([day, at, 24]);
  }
  return busy;
}

const one = (morning: readonly (readonly [number, number, number])[]) =>
  query([person('morgan', onlyFree(...morning)), person('tomas')]);

describe('a suggestion', () => {
  it('is free for all in all of its length', () => {
    expect(told(suggestCoffee(one([[1, 12, 13]])))).toEqual(['Tue 12:15 lunch inPerson']);
    expect(suggestCoffee(one([[1, 12, 12.5]])).kind).toBe('almost');
  });

  it('lies in the window of each, on the own clocks', () => {
    const far = person(
      'kiran',
      [],
      {},
      { workingHours: { ...officeHours, zone: { kind: 'named', name: 'Asia/Kolkata' } } },
    );
    const answer = suggestCoffee(query([person('morgan'), far]));
    // 09:30 to 11:00 in London is 15:00 to 16:30 in Kolkata; their lunches do not meet.
    expect(answer.kind).toBe('suggestions');
    for (const text of told(answer)) expect(text).toMatch(/(09:30|09:45|10:00|10:15|10:30) coffee/);
  });

  it.each<[string, CoffeeKind[], string]>([
    ['is a coffee only inside working hours', ['coffee'], ''],
    ['may be a lunch across their edge', ['lunch'], 'Mon 12:30 lunch inPerson'],
  ])('%s', (_, likes, expected) => {
    const late = { workingHours: { ...officeHours, startMinute: 780, endMinute: 800 } };
    const answer = suggestCoffee(
      query([person('morgan', [], { likes }), person('late', [], { likes }, late)]),
    );
    expect(told(answer)[0] ?? '').toBe(expected);
  });

  it('is breakfast or dinner only for those who all like it', () => {
    const early = onlyFree([2, 7.5, 9]);
    const like = { likes: ['breakfast', 'coffee'] as const };
    expect(told(suggestCoffee(query([person('morgan', early, like), person('tomas', [], like)])))).toEqual([
      'Wed 07:45 breakfast inPerson',
    ]);
    expect(told(suggestCoffee(query([person('morgan', early, like), person('tomas')])))).toEqual(
      expect.not.arrayContaining([expect.stringContaining('breakfast')]),
    );
  });

  it('keeps the way there and back free at a table, and is a video coffee where it is not', () => {
    const calendar = onlyFree([3, 9.5, 10.5]);
    const roomy = query([person('morgan', calendar), person('tomas')], { travelMinutes: 15 });
    expect(told(suggestCoffee(roomy))).toEqual(['Thu 09:45 coffee inPerson']);
    const tight = { ...roomy, travelMinutes: 30 };
    expect(told(suggestCoffee(tight))[0]).toMatch(/coffee video$/);
  });

  it('is at a table only on days on which all said they are on site, and a meal never by video', () => {
    const lunch = onlyFree([0, 12, 14], [2, 12, 14]);
    const answer = suggestCoffee(
      query([person('morgan', lunch, { siteDays: [1, 2] }), person('tomas', [], { siteDays: [1, 3] })]),
    );
    expect(told(answer)).toEqual(['Mon 12:30 lunch inPerson']);
    const unsaid = suggestCoffee(
      query([person('morgan', lunch), person('tomas', [], { siteDays: undefined })]),
    );
    expect(unsaid.kind).toBe('almost');
  });

  it('leaves out days off and guarded lunches', () => {
    const calendar = onlyFree([0, 12, 14], [1, 12, 14]);
    const off = person('tomas', [], { daysOff: ['2026-12-07'] });
    expect(told(suggestCoffee(query([person('morgan', calendar), off])))).toEqual([
      'Tue 12:30 lunch inPerson',
    ]);
    const guarded = person('tomas', [], { guardedLunch: { startMinute: 720, endMinute: 795 } });
    expect(told(suggestCoffee(query([person('morgan', calendar), guarded])))).toEqual([
      'Mon 13:15 lunch inPerson',
      'Tue 13:15 lunch inPerson',
    ]);
  });

  it('with an unknown calendar comes after all that are free, and says so', () => {
    const hidden = person('outside', [], {}, { unknownReason: 'outside', views: [] });
    const both = suggestCoffee(query([person('morgan'), hidden]));
    expect(told(both).every((text) => text.endsWith('unknown'))).toBe(true);
    expect(both).toMatchObject({ kind: 'suggestions' });
    expect(both.kind === 'suggestions' && both.suggestions[0].reasons[0]).toEqual({
      kind: 'unknown',
      who: ['outside'],
    });
    const partly = person('partly', [
      [0, 0, 24, '4'],
      [1, 0, 24, '4'],
      [2, 0, 24, '4'],
    ]);
    expect(
      told(suggestCoffee(query([person('morgan', onlyFree([0, 12, 14], [4, 12, 14])), partly]))),
    ).toEqual(['Fri 12:30 lunch inPerson', 'Mon 12:30 lunch inPerson unknown']);
  });

  it('prefers room around it, other kinds and other weekdays', () => {
    const answer = suggestCoffee(query([person('morgan'), person('tomas')], { weeks: 2 }));
    const days = told(answer).map((text) => text.slice(0, 3));
    expect(new Set(days).size).toBe(3);
    expect(new Set(told(answer).map((text) => text.split(' ')[2])).size).toBe(2);
  });

  it('avoids the day of a season meeting and what was turned down', () => {
    const calendar = onlyFree([0, 12, 14], [1, 12, 14]);
    const people = [person('morgan', calendar), person('tomas')];
    expect(told(suggestCoffee(query(people, { seasonDays: ['2026-12-07'], most: 1 })))).toEqual([
      'Tue 12:30 lunch inPerson',
    ]);
    const refused = [{ kind: 'lunch' as const, start: monday - 7 * dayMilli + 12.5 * 3_600_000 }];
    expect(told(suggestCoffee(query(people, { turnedDown: refused, most: 1 })))).toEqual([
      'Tue 12:30 lunch inPerson',
    ]);
  });
});

describe('a rest', () => {
  const people = [person('morgan'), person('tomas')];

  it('is kept after a chat and after "not now", and ends by itself', () => {
    const met = [{ kind: 'coffee' as const, start: monday - 7 * dayMilli }];
    expect(suggestCoffee(query(people, { met, rhythmWeeks: 4 }))).toEqual({
      kind: 'resting',
      why: 'rhythm',
      until: monday + 21 * dayMilli,
    });
    const restUntil = monday + 14 * dayMilli;
    expect(suggestCoffee(query(people, { restUntil }))).toEqual({
      kind: 'resting',
      why: 'notNow',
      until: restUntil,
    });
    const later = suggestCoffee(query(people, { restUntil, weeks: 4 }));
    expect(later.kind === 'suggestions' && later.suggestions.every(({ start }) => start >= restUntil)).toBe(
      true,
    );
  });
});

describe('when nobody is free together', () => {
  it('the nearest times that almost are come with what stands in the way', () => {
    const busy = person('morgan', onlyFree());
    const tentative = person('tomas', [[1, 12, 14, '1']]);
    const free = person('morgan', onlyFree([1, 12, 14]));
    expect(told(suggestCoffee(query([free, tentative])))[0]).toBe('Tue 12:00 lunch: tomas tentative');
    expect(told(suggestCoffee(query([busy, person('tomas')])))[0]).toMatch(/coffee: morgan busy$/);
  });
});

describe('a query that says nothing sensible', () => {
  const people = [person('morgan'), person('tomas')];
  it.each([
    ['too-few-people', query([person('morgan')])],
    ['too-many-people', query(['a', 'b', 'c', 'd', 'e', 'f'].map((id) => person(id)))],
    ['same-person', query([person('morgan'), person('MORGAN')])],
    ['bad-zone', query(people, { zone: 'Mars/Olympus' })],
    [
      'bad-zone',
      query([
        person('morgan'),
        { ...person('tomas', [], {}, { workingHours: undefined }), zone: 'No/Where' },
      ]),
    ],
    ['bad-weeks', query(people, { weeks: 7 })],
    ['bad-length', query(people, { lengthMinutes: { breakfast: 45, coffee: 20, lunch: 45, dinner: 90 } })],
    ['bad-travel', query(people, { travelMinutes: -5 })],
    ['bad-rhythm', query(people, { rhythmWeeks: 1.5 })],
    [
      'bad-window',
      query([
        person('morgan'),
        person('tomas', [], { windows: [{ kind: 'lunch', startMinute: 800, endMinute: 700 }] }),
      ]),
    ],
    [
      'bad-window',
      query([person('morgan'), person('tomas', [], { guardedLunch: { startMinute: 700, endMinute: 700 } })]),
    ],
    [
      'overlapping-windows',
      query([
        person('morgan'),
        person('tomas', [], {
          windows: [
            { kind: 'coffee', startMinute: 540, endMinute: 700 },
            { kind: 'coffee', startMinute: 690, endMinute: 720 },
          ],
        }),
      ]),
    ],
    ['bad-day', query([person('morgan'), person('tomas', [], { daysOff: ['2026-02-30'] })])],
    [
      'bad-schedule',
      query([
        person('morgan'),
        person('tomas', [], {}, { views: [{ start: monday, intervalMinutes: 15, view: '0x' }] }),
      ]),
    ],
  ])('is told apart: %s', (problem, asked) => {
    expect(suggestCoffee(asked)).toMatchObject({ kind: 'invalid', problem });
  });
});

it('gives the same answer to the same question', () => {
  const asked = query([person('morgan', [[0, 9, 12]]), person('tomas', [[1, 9, 17]])], { weeks: 6 });
  expect(suggestCoffee(asked)).toEqual(suggestCoffee(structuredClone(asked)));
});
