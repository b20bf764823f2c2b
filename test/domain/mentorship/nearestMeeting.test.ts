import { nearestMeeting } from '#domain/mentorship/nearestMeeting.ts';
import type { MentorMeetings } from '#ports/calendar.ts';
import { createFakeCalendar } from '#test/support/fakes/fakeCalendar.ts';
import { putSeason } from '#test/support/fakes/seasonStory.ts';
import { dana, leeds, morgan } from '#test/support/fakes/story.ts';

const hour = 3_600_000;
const first = Date.UTC(2026, 10, 12, 13);

async function seen(): Promise<MentorMeetings> {
  const calendar = createFakeCalendar({ zone: leeds, me: morgan.address, people: [] });
  putSeason(calendar, { id: 'm-1', partner: dana });
  return calendar.mentorMeetings(
    { from: first - hour, to: first + 400 * 24 * hour },
    new AbortController().signal,
  );
}

describe('the nearest meeting', () => {
  it.each([
    ['goes on', first + 10 * 60_000, '2026-11-12'],
    ['has just ended', first + hour + 10 * 60_000, '2026-11-12'],
    ['comes next', first + 2 * hour, '2026-11-26'],
    ['was the last', first + 300 * 24 * hour, '2027-03-18'],
  ])('is the one that %s', async (_, now, note) => {
    expect(nearestMeeting(await seen(), now)).toEqual({ mentorshipId: 'm-1', note });
  });

  it('is none without meetings', () => {
    expect(nearestMeeting({ series: [], occurrences: [] }, first)).toBeUndefined();
  });
});
