import { readEvent } from '#adapters/host/office/readEvent.ts';
import { HostFailure } from '#ports/outlook.ts';
import { createFakeForm, officeContext } from '#test/support/fakes/fakeOffice.ts';

const { signal } = new AbortController();
const person = (emailAddress: string): object => ({ displayName: emailAddress.split('@')[0], emailAddress });
const succeeded =
  (value: unknown) =>
  (...args: readonly unknown[]): void => {
    const callback = args.at(-1);
    if (typeof callback === 'function') callback({ status: 'succeeded', value });
  };
const bodyOf = (html: string): object => ({ getAsync: succeeded(html) });

const event = {
  itemType: 'appointment',
  itemId: 'AAA/1+',
  seriesId: 'AAA/s',
  subject: 'Mentor meeting',
  start: new Date('2026-12-03T14:00:00Z'),
  end: new Date('2026-12-03T15:00:00Z'),
  organizer: person('dana@example.org'),
  requiredAttendees: [person('morgan@example.org')],
  optionalAttendees: [],
  recurrence: { recurrenceType: 'weekly' },
  body: bodyOf('<a href="https://app.example/open#m=m-1">notes</a>'),
};
const read = (changes: object = {}, set = 15) =>
  readEvent({ ...event, ...changes }, 'read', officeContext(set), signal);

describe('reading an event', () => {
  it('tells its time, people, ids as Graph writes them, and the link in its body', async () => {
    expect(await read()).toMatchObject({
      part: 'date',
      start: Date.UTC(2026, 11, 3, 14),
      itemId: 'AAA-1_',
      seriesId: 'AAA-s',
      organizer: { address: 'dana@example.org' },
      people: [{ address: 'morgan@example.org' }],
      link: { mentorshipId: 'm-1' },
      isSaved: true,
      sharedFrom: undefined,
    });
  });

  it.each([
    ['a single meeting', { seriesId: null, recurrence: null }, 15, 'single'],
    ['the whole series', { seriesId: null }, 15, 'series'],
    ['a date whose client gives the series’ id', { itemId: 'AAA/s' }, 15, 'unknown'],
    ['a client before 1.7', { seriesId: undefined, recurrence: undefined }, 5, 'unknown'],
  ] as const)('tells %s', async (_, changes, set, part) => {
    expect((await read(changes, set)).part).toBe(part);
  });

  it.each([
    [
      'wrapped by Safe Links',
      `<a href="https://eu.safelinks.protection.outlook.com/?url=${encodeURIComponent('https://app.example/open#m=m-1')}&amp;data=x">x</a>`,
    ],
    ['in a text', 'Prep notes: https://app.example/open#m=m-1.'],
    ['with its entities rewritten', '<p>https://app.example/open&#35;m=m-1</p>'],
  ])('finds the link %s', async (_, html) => {
    expect((await read({ body: bodyOf(html) })).link?.mentorshipId).toBe('m-1');
  });

  it.each([
    ['of another site', '<a href="https://app.example.evil.test/open#m=m-1">x</a>'],
    ['of another page', '<a href="https://app.example/opened#m=m-1">x</a>'],
    ['with markup for an id', '<a href="https://app.example/open#m=%3Cscript%3E">x</a>'],
    ['in a body of a megabyte', `${'x'.repeat(1_000_000)}https://app.example/open#m=m-1`],
  ])('takes no link %s', async (_, html) => {
    expect((await read({ body: bodyOf(html) })).link).toBeUndefined();
  });

  it('reads on when the body is refused', async () => {
    const refused = {
      getAsync: (_form: string, callback: (result: object) => void) =>
        callback({ status: 'failed', error: { name: 'Refused', code: 9009 } }),
    };
    expect(await read({ body: refused })).toMatchObject({ link: undefined, subject: 'Mentor meeting' });
  });

  it('ends when Outlook stays silent', async () => {
    await expect(read({ body: { getAsync: () => {} } })).rejects.toThrow(HostFailure);
  });

  it('names whose calendar it is in, where it is somebody else’s', async () => {
    const shared = { getSharedPropertiesAsync: succeeded({ owner: 'tomas@example.org' }) };
    expect((await read(shared)).sharedFrom).toBe('tomas@example.org');
    const own = { getSharedPropertiesAsync: succeeded({ owner: 'Morgan@example.org' }) };
    expect((await read(own)).sharedFrom).toBeUndefined();
  });

  it('counts 200 people and keeps the first of them', async () => {
    const many = Array.from({ length: 200 }, (_, index) => person(`p${index}@example.org`));
    const found = await read({ requiredAttendees: many });
    expect(found.peopleCount).toBe(200);
    expect(found.people).toHaveLength(50);
  });

  it('cleans a hostile title and survives dates that are none', async () => {
    const found = await read({
      subject: `<b>\u202E${'x'.repeat(5000)}`,
      start: new Date(Number.NaN),
      end: 'later',
    });
    expect(found.subject).not.toContain('\u202E');
    expect(found.subject.length).toBeLessThanOrEqual(300);
    expect(found).toMatchObject({ start: undefined, end: undefined });
  });

  it('tells a whole day where it is told, and where only its hours tell it', async () => {
    expect((await read({ isAllDayEvent: true })).isAllDay).toBe(true);
    const midnight = { start: new Date(2026, 11, 3), end: new Date(2026, 11, 4) };
    expect((await read(midnight)).isAllDay).toBe(true);
    expect((await read()).isAllDay).toBe(false);
  });
});

describe('reading a form', () => {
  it('tells one that was never saved, with oneself as its organiser', async () => {
    const { item } = createFakeForm({ requiredAttendees: [person('dana@example.org')] });
    expect(await readEvent(item, 'compose', officeContext(), signal)).toMatchObject({
      mode: 'compose',
      part: 'single',
      isSaved: false,
      people: [{ address: 'dana@example.org' }],
    });
  });

  it('does not know in a client before 1.8', async () => {
    const { item } = createFakeForm();
    const found = await readEvent(item, 'compose', officeContext(5), signal);
    expect(found).toMatchObject({ isSaved: undefined, organizer: { address: 'morgan@example.org' } });
  });
});
