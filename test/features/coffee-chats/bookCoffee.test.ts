import { bookCoffee, type CoffeeWish } from '#features/coffee-chats/bookCoffee.ts';
import { ServiceFailure } from '#ports/failure.ts';
import type { SingleRecord } from '#ports/calendar.ts';
import { account, dana, morgan, now, taken, tellStory, type Story } from '#test/support/fakes/story.ts';

const signal = new AbortController().signal;
const hour = 3_600_000;
/** Tuesday 5 January 2027, 14:00 in Leeds. */
const start = Date.UTC(2027, 0, 5, 14);

const wish: CoffeeWish = {
  mentorshipId: 'm-1',
  companions: [dana],
  start,
  end: start + hour / 2,
  place: { kind: 'open' },
  subject: 'Coffee: Morgan and Dana',
  words: 'A coffee?',
  linkSentence: 'Notes: ',
  undoneBefore: 0,
  isUnknownAccepted: false,
};

const book = ({ services }: Story, more: Partial<CoffeeWish> = {}) =>
  bookCoffee({ ...wish, ...more }, morgan, services, 'Yours stands.', signal);

const fromDana = (id: string): SingleRecord => ({
  id,
  iCalUId: `ical-${id}`,
  mentorshipId: 'm-1',
  isOrganizer: false,
  organizerAddress: dana.address,
  start,
  end: start + hour / 2,
  joinUrl: undefined,
  webLink: undefined,
});

describe('one click', () => {
  it('looks once more, makes the meeting, and looks for a twin: three calls', async () => {
    const story = tellStory();
    expect((await book(story)).kind).toBe('booked');
    expect(story.calendar.calls).toEqual(['schedules', 'createSingle', 'singles']);
    expect(story.calendar.mail).toEqual(['invitation Coffee: Morgan and Dana']);
  });

  it('pressed twice, or on two devices, makes one meeting', async () => {
    const story = tellStory();
    await Promise.all([book(story), book(story)]);
    expect(story.calendar.madeSingles).toHaveLength(1);
  });

  it('after an undo is another wish', async () => {
    const story = tellStory();
    await book(story);
    await book(story, { undoneBefore: 1 });
    expect(story.calendar.madeSingles.map((each) => each.meeting.transactionId)).toHaveLength(2);
  });

  it.each([
    ['mine', { mine: [taken('2027-01-05', 840, 900)] }, morgan.address],
    ['the other’s', { danas: [taken('2027-01-05', 840, 900)] }, dana.address],
    ['the other’s, tentatively', { danas: [taken('2027-01-05', 840, 900, 1)] }, dana.address],
  ])('sends nothing when the time has been taken in the meantime, %s', async (_, calendars, who) => {
    const story = tellStory(calendars);
    expect(await book(story)).toEqual({ kind: 'taken', who: [who] });
    expect(story.calendar.mail).toEqual([]);
  });

  it('books over an unknown calendar only when that was known before', async () => {
    const story = tellStory();
    const lee = { name: 'Lee', address: 'lee@partner.example' };
    expect(await book(story, { companions: [lee] })).toEqual({ kind: 'taken', who: [lee.address] });
    expect((await book(story, { companions: [lee], isUnknownAccepted: true })).kind).toBe('booked');
  });

  it('keeps one of two that both made in the same moment: the address that sorts first', async () => {
    const story = tellStory();
    story.calendar.invite(fromDana('theirs'));
    expect(await book(story)).toMatchObject({ kind: 'twin', meeting: { id: 'theirs' } });
    expect(story.calendar.mail.at(-1)).toBe('cancelled Yours stands.');
    expect(story.calendar.madeSingles).toEqual([]);
    const other = tellStory();
    other.calendar.invite({ ...fromDana('theirs'), organizerAddress: 'zoe@hillside.example' });
    expect((await book(other)).kind).toBe('booked');
    expect(other.calendar.madeSingles).toHaveLength(1);
  });

  it('writes nothing for another account than the screen was opened with', async () => {
    const story = tellStory();
    story.identity.become({ ...account, oid: 'oid-somebody' });
    await expect(book(story)).rejects.toMatchObject({ code: 'wrong-account' });
    story.identity.become(undefined);
    await expect(book(story)).rejects.toMatchObject({ code: 'signed-out' });
    expect(story.calendar.calls).toEqual([]);
  });

  it('is booked even when the last look fails', async () => {
    const story = tellStory();
    story.calendar.fail({
      call: 'singles',
      kind: 'before',
      failure: new ServiceFailure('unavailable', '503'),
    });
    expect((await book(story)).kind).toBe('booked');
    expect(story.clock.now()).toBe(now);
  });
});
