import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { CoffeeScreen } from '#features/coffee-chats/CoffeeScreen.tsx';
import { ServiceFailure } from '#ports/failure.ts';
import { addDays } from '#domain/time/days.ts';
import { morgan, taken, tellStory, type Story } from '#test/support/fakes/story.ts';
import { renderWithTheme } from '#test/support/renderWithTheme.tsx';
import { withDana } from './coffeeStory.ts';

function show(story: Story, from: 'home' | 'address' = 'home'): void {
  renderWithTheme(
    <CoffeeScreen
      services={story.services}
      me={morgan}
      mentorshipId="m-1"
      meetings={from === 'home' ? withDana : undefined}
      onBack={() => undefined}
      onNeedsAdmin={() => undefined}
    />,
  );
}

const list = () => screen.findByRole('list', { name: 'Suggestions, best first' });
const everyDay = (from = 0, to = 1440, digit: 1 | 2 = 2) =>
  Array.from({ length: 40 }, (_, index) => taken(addDays('2027-01-03', index), from, to, digit));

describe('the screen of coffee chats', () => {
  it('offers three times, each with both clocks, a reason, and a button that says what it sends', async () => {
    show(tellStory());
    const cards = within(await list()).getAllByRole('article');
    expect(cards).toHaveLength(3);
    expect(
      screen.getByRole('button', {
        name: 'Book coffee with Dana, Tuesday 5 January, 14:00 to 14:30, Teams meeting. Sends 1 invitation',
      }),
    ).toBeVisible();
    expect(screen.getAllByText('16:00 for Dana').length).toBeGreaterThan(0);
    expect(screen.getByText(/Booking looks once more, then sends Dana one invitation/)).toBeVisible();
  });

  it('books with one click and takes it back with another', async () => {
    const user = userEvent.setup();
    const story = tellStory();
    show(story);
    await list();
    const [first] = screen.getAllByRole('button', { name: /^Book coffee/ });
    if (first === undefined) throw new Error('nothing to book');
    await user.dblClick(first);
    expect(await screen.findByText(/^Booked: /)).toBeVisible();
    expect(story.calendar.madeSingles).toHaveLength(1);
    expect(story.calendar.madeSingles[0]?.meeting).toMatchObject({
      subject: 'Video coffee: Morgan and Dana',
      place: { kind: 'teams' },
    });
    await user.click(screen.getByRole('button', { name: /^Undo Tuesday/ }));
    expect(await screen.findByText(/^Called off/)).toBeVisible();
    expect(story.calendar.madeSingles).toEqual([]);
    await list();
  });

  it('says who has taken the time meanwhile, sends nothing and looks again', async () => {
    const user = userEvent.setup();
    const story = tellStory();
    show(story);
    await list();
    const known = story.calendar.people.get('dana@hillside.example');
    if (known === undefined) throw new Error('no Dana');
    story.calendar.people.set(known.address, { ...known, taken: [taken('2027-01-05', 840, 900)] });
    const [first] = screen.getAllByRole('button', { name: /^Book coffee/ });
    if (first === undefined) throw new Error('nothing to book');
    await user.click(first);
    expect(await screen.findByText(/just been taken: Dana/)).toBeVisible();
    expect(story.calendar.mail).toEqual([]);
    await waitFor(() =>
      expect(screen.queryByRole('button', { name: /^Book coffee.*Tuesday 5 January/ })).toBeNull(),
    );
  });

  it('rests on wish, and says until when', async () => {
    const user = userEvent.setup();
    const story = tellStory();
    show(story);
    await list();
    await user.click(screen.getByRole('button', { name: 'Not now' }));
    await user.click(await screen.findByRole('menuitem', { name: 'Not for a month' }));
    expect(
      await screen.findByText(/You said not now. Suggestions come back by themselves on 3 February/),
    ).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Suggest some all the same' }));
    await list();
  });

  it('shows the nearest times and what stands in the way when nobody is free together', async () => {
    show(tellStory({ mine: everyDay(0, 1440, 1) }));
    expect(
      await screen.findByRole('heading', { name: /No time is free for you and Dana together/ }),
    ).toBeVisible();
    expect(screen.getByText(/Tue 5 January, 14:00–14:30: you are tentative/)).toBeVisible();
  });

  it('does not offer a time again that was turned down', async () => {
    const user = userEvent.setup();
    show(tellStory());
    await list();
    await user.click(
      screen.getByRole('button', { name: /do not offer coffee at this time of Tuesday 5 January/ }),
    );
    await waitFor(() =>
      expect(screen.queryByRole('button', { name: /^Book coffee.*Tuesday 5 January/ })).toBeNull(),
    );
  });

  it('takes a third person along', async () => {
    const user = userEvent.setup();
    const story = tellStory();
    story.calendar.people.set('tomas@hillside.example', {
      address: 'tomas@hillside.example',
      workingHours: undefined,
      taken: [],
    });
    show(story);
    await list();
    await user.click(screen.getByRole('button', { name: 'Ask a third person along' }));
    await user.type(screen.getByRole('textbox', { name: 'Who else?' }), 'Tom');
    await user.click(await screen.findByRole('button', { name: 'Add Tomás' }));
    expect(screen.getByRole('heading', { level: 1, name: 'A coffee with Dana and Tomás' })).toBeVisible();
    expect((await screen.findAllByRole('button', { name: /Sends 2 invitations/ })).length).toBeGreaterThan(0);
  });

  it('finds out by itself who the partner is when it is opened by its address', async () => {
    const story = tellStory();
    show(story, 'address');
    expect(await screen.findByText('This mentorship is not in your calendar')).toBeVisible();
    expect(story.calendar.calls).toEqual(['mentorMeetings']);
  });

  it('says what helps when the calendars cannot be read', async () => {
    const user = userEvent.setup();
    const story = tellStory();
    story.calendar.fail({
      call: 'schedules',
      kind: 'before',
      failure: new ServiceFailure('unavailable', '503'),
    });
    show(story);
    await user.click(await screen.findByRole('button', { name: 'Try again' }));
    expect(await list()).toBeVisible();
  });

  it('keeps hours that are wrong out, with a sentence', async () => {
    const user = userEvent.setup();
    const story = tellStory();
    show(story);
    await list();
    await user.click(screen.getByRole('button', { name: 'Change hours, days and places' }));
    const field = screen.getByLabelText('Lunch, to');
    await user.clear(field);
    await user.type(field, '11:00');
    expect(await screen.findByRole('alert')).toHaveTextContent('One of these ends before it begins.');
    expect(story.memory.kept.has('coffee.own')).toBe(false);
  });
});
