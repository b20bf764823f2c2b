import {
  choicesToBeginWith,
  forgetDraft,
  keepDraft,
  keepLastChoices,
  keepRecentPerson,
  readDraft,
  readRecentPeople,
} from '#features/booking/draft.ts';
import { createFakeMemory } from '#test/support/fakes/fakeServices.ts';
import { moveBack, thursdays } from '#test/support/fakes/seasonTasks.ts';
import { dana, tomas } from '#test/support/fakes/story.ts';

const today = '2027-01-04';
const choices = {
  ...choicesToBeginWith(createFakeMemory(), dana, today),
  slot: thursdays,
  decisions: [moveBack('2027-01-28'), { kind: 'skip', day: '2027-02-11' }] as const,
  words: 'Dear Dana',
};

describe('a draft', () => {
  it('comes back as it was kept, until it is forgotten', () => {
    const memory = createFakeMemory();
    keepDraft(memory, { choices, step: 'dates' });
    expect(readDraft(memory)).toMatchObject({ choices, step: 'dates' });
    forgetDraft(memory, dana);
    expect(readDraft(memory)).toBeUndefined();
  });

  it('is kept for each partner, and forgotten for that one alone', () => {
    const memory = createFakeMemory();
    keepDraft(memory, { choices, step: 'dates' });
    keepDraft(memory, { choices: { ...choices, partner: tomas, words: undefined }, step: 'season' });
    expect(readDraft(memory, dana)).toMatchObject({ choices: { words: 'Dear Dana' }, step: 'dates' });
    expect(readDraft(memory)).toMatchObject({ choices: { partner: tomas }, step: 'season' });
    forgetDraft(memory, tomas);
    expect(readDraft(memory, tomas)).toBeUndefined();
    expect(readDraft(memory)).toMatchObject({ choices: { partner: dana } });
  });

  it('of earlier days, kept without a list, comes back too', () => {
    const memory = createFakeMemory();
    memory.keep('draft', { version: 1, step: 'dates', choices });
    expect(readDraft(memory, dana)).toMatchObject({ choices: { words: 'Dear Dana' } });
  });

  it.each([
    ['nothing', undefined],
    ['a number', 7],
    ['an older version', { version: 0, step: 'dates', choices }],
    [
      'a day that is none',
      {
        version: 1,
        step: 'dates',
        choices: { ...choices, decisions: [{ kind: 'skip', day: '2027-02-30' }] },
      },
    ],
    [
      'a group as partner',
      { version: 1, step: 'season', choices: { ...choices, partner: { ...dana, kind: 'group' } } },
    ],
    ['a step nobody knows', { version: 1, step: 'paid', choices }],
  ])('is not believed when it is %s', (_, value) => {
    const memory = createFakeMemory();
    if (value !== undefined) memory.keep('draft', value);
    expect(readDraft(memory)).toBeUndefined();
  });
});

describe('what is remembered of the last booking', () => {
  it('is partner, role, cadence, length and place, from next week on', () => {
    const memory = createFakeMemory();
    keepLastChoices(memory, {
      ...choices,
      role: 'mentor',
      season: {
        ...choices.season,
        lengthMinutes: 90,
        place: { kind: 'words', text: 'Café' },
        start: '2026-01-05',
        blackouts: ['2026-02-02'],
      },
    });
    const begun = choicesToBeginWith(memory, undefined, today);
    expect(begun).toMatchObject({
      partner: dana,
      role: 'mentor',
      slot: undefined,
      decisions: [],
      words: undefined,
    });
    expect(begun.season).toMatchObject({
      lengthMinutes: 90,
      place: { kind: 'words', text: 'Café' },
      start: '2027-01-11',
      blackouts: [],
    });
    expect(choicesToBeginWith(memory, tomas, today)).toMatchObject({ partner: tomas, role: 'mentee' });
  });
});

describe('people met lately', () => {
  it('stand newest first, each once, six at most', () => {
    const memory = createFakeMemory();
    for (const name of ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'c'])
      keepRecentPerson(memory, { ...dana, name, address: `${name}@hillside.example` });
    expect(readRecentPeople(memory).map((person) => person.name)).toEqual(['c', 'g', 'f', 'e', 'd', 'b']);
  });
});
