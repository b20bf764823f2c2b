import { admitPartner, isUnknownInside } from '#features/booking/partner/admitPartner.ts';
import { callName } from '#domain/text/callName.ts';
import { knownMentorship, peopleOfMeetings } from '#features/booking/partner/knownMentorship.ts';
import type { MentorMeetings } from '#ports/calendar.ts';
import { taskWith } from '#test/support/fakes/seasonTasks.ts';
import { dana, group, leeds, morgan, tellStory, tomas } from '#test/support/fakes/story.ts';

describe('callName', () => {
  it.each([
    ['Dana Moyo', 'Dana'],
    ['Moyo, Dana (Library)', 'Dana'],
    ['Dr. Dana Moyo', 'Dana'],
    ['Prof Dana Moyo', 'Dana'],
    ['Cher', 'Cher'],
    ['  Dana\u202e  Moyo ', 'Dana'],
    ['', 'a@b.example'],
    ['dana@hillside.example', 'a@b.example'],
  ])('calls “%s” %s', (name, called) => {
    expect(callName({ name, address: 'a@b.example' })).toBe(called);
  });
});

describe('admitPartner', () => {
  it('admits a person, and refuses a group and oneself under whatever spelling', () => {
    expect(admitPartner(dana, morgan)).toEqual({ kind: 'admitted', partner: dana });
    expect(admitPartner(group, morgan).kind).toBe('group');
    const shouted = { ...morgan, id: undefined, address: morgan.address.toUpperCase() };
    expect(admitPartner(shouted, morgan).kind).toBe('oneself');
  });

  it('takes a whole address of the own domain that nobody has for a slip', () => {
    expect(isUnknownInside('daan@hillside.example', morgan)).toBe(true);
    expect(isUnknownInside('daan@elsewhere.example', morgan)).toBe(false);
    expect(isUnknownInside('daan', morgan)).toBe(false);
  });
});

describe('knownMentorship', () => {
  const { signal } = new AbortController();
  async function meetings(isFinished = true): Promise<MentorMeetings> {
    const { calendar } = tellStory();
    const { newSeries } = taskWith([]);
    const { id } = await calendar.createSeries(newSeries, signal);
    if (isFinished) await calendar.closePlan(id, newSeries.plan, signal);
    return calendar.mentorMeetings({ from: 0, to: 1 }, signal);
  }

  it('finds the mentorship, its seasons, the role and how long the season runs', async () => {
    expect(knownMentorship(await meetings(), dana, leeds, '2027-01-04')).toEqual({
      mentorshipId: 'mentorship-1',
      seasons: 1,
      role: 'mentee',
      runsUntil: '2027-07-01',
      presentHour: { weekday: 4, startMinute: 780 },
      seriesIds: ['series-1'],
    });
  });

  it('does not count a booking that stopped on the way among those that stand, so that a second one is asked about', async () => {
    const known = knownMentorship(await meetings(false), dana, leeds, '2027-01-04');
    expect(known).toMatchObject({ mentorshipId: 'mentorship-1', seriesIds: [] });
  });

  it('knows when a season is over, and nothing of somebody one never met', async () => {
    expect(knownMentorship(await meetings(), dana, leeds, '2027-08-01')?.runsUntil).toBeUndefined();
    expect(knownMentorship(await meetings(), tomas, leeds, '2027-01-04')).toBeUndefined();
  });

  it('lists the people of the meetings, without oneself', async () => {
    expect(peopleOfMeetings(await meetings(), morgan).map((person) => person.address)).toEqual([
      dana.address,
    ]);
  });
});
