import { keepPicture, recallPicture } from '../../../src/features/home/homeMemory.ts';
import { homeWindow, pictureOf, type HomePicture } from '../../../src/features/home/homePicture.ts';
import { createFakeMemory } from '../../support/fakes/fakeServices.ts';
import { dana, morgan, now, tellStory } from '../../support/fakes/story.ts';
import { invitedBy, putSeason } from '../../support/fakes/seasonStory.ts';

async function picture(seasons = 1): Promise<HomePicture> {
  const { calendar } = tellStory();
  for (let index = 0; index < seasons; index++)
    putSeason(calendar, {
      id: `m${index}`,
      partner: dana,
      everyWeeks: 1,
      lastDay: '2027-05-06',
      ...(index === 0 ? {} : { series: invitedBy(dana), plan: 'none' }),
    });
  const meetings = await calendar.mentorMeetings(homeWindow(now), new AbortController().signal);
  return {
    ...pictureOf(meetings, morgan.address, now),
    clocks: { m0: { kind: 'named', name: 'South Africa Standard Time' } },
  };
}

describe('the picture that a device keeps', () => {
  it('comes back as it was seen, without anybody’s address', async () => {
    const memory = createFakeMemory();
    const seen = await picture();
    keepPicture(memory, seen);
    const text = [...memory.kept.values()].join('');
    expect(text).not.toContain('@');
    const back = recallPicture(memory);
    expect(back?.at).toBe(seen.at);
    expect(back?.clocks).toEqual(seen.clocks);
    const [before] = seen.mentorships;
    const [after] = back?.mentorships ?? [];
    expect(after).toMatchObject({
      id: 'm0',
      partner: { name: 'Dana Moyo', address: '' },
      role: 'mentee',
      season: { number: 2, cadence: { kind: 'weekly', everyWeeks: 1 }, sum: before?.season.sum },
    });
    expect(after?.season.next?.start).toBe(before?.season.next?.start);
    expect(after?.season.dates.map((date) => date.standing)).toEqual(
      before?.season.dates.map((date) => date.standing),
    );
  });

  it('of twenty mentorships fits into what a device keeps', async () => {
    const memory = createFakeMemory();
    keepPicture(memory, await picture(20));
    expect([...memory.kept.values()].join('').length).toBeLessThan(64_000);
    expect(recallPicture(memory)?.mentorships).toHaveLength(20);
  });

  it.each([
    ['nothing', undefined],
    ['a text', 'mentorships'],
    ['another version', { version: 2, at: 1, mentorships: [], zones: {} }],
    ['a day that does not exist', kept({ d: '2027-02-30', s: 1, l: 60, k: 'past' })],
    ['a state nobody knows', kept({ d: '2027-02-20', s: 1, l: 60, k: 'constructor' })],
    ['an instant that is none', kept({ d: '2027-02-20', s: 1e20, l: 60, k: 'past' })],
  ])('is no picture when it holds %s', (_, value) => {
    const memory = createFakeMemory();
    if (value !== undefined) memory.keep('home.seen', value);
    expect(recallPicture(memory)).toBeUndefined();
  });
});

function kept(date: unknown) {
  return {
    version: 1,
    at: 1,
    zones: {},
    mentorships: [
      {
        id: 'm',
        name: 'Dana',
        seasons: 1,
        season: { seriesId: 's', lengthMinutes: 60, isOrganizer: true, dates: [date] },
      },
    ],
  };
}
