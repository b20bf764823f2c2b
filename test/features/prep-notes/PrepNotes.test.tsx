import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { PrepNotesPane } from '#features/prep-notes/PrepNotesPane.tsx';
import { PrepNotesScreen } from '#features/prep-notes/PrepNotesScreen.tsx';
import { dana, morgan, tellStory, type Story } from '#test/support/fakes/story.ts';
import { renderWithTheme } from '#test/support/renderWithTheme.tsx';
import { putSeason } from '#test/support/fakes/seasonStory.ts';

/** Morgan's notes with Dana; the next meeting is Thursday 7 January 2027. */
function openNotes(Notes: typeof PrepNotesScreen, story: Story = tellStory(), note?: string): Story {
  putSeason(story.calendar, { id: 'm1', partner: dana });
  renderWithTheme(<Notes services={story.services} me={morgan} mentorshipId="m1" note={note} />);
  return story;
}

async function addItem(text: string): Promise<void> {
  const user = userEvent.setup();
  await user.type(
    await screen.findByRole('textbox', { name: /^Add to the agenda/ }, { timeout: 10_000 }),
    `${text}{Enter}`,
  );
}

describe('the prep notes', () => {
  it('open at the next meeting, whose date and partner are the heading', async () => {
    openNotes(PrepNotesScreen);
    expect(
      await screen.findByRole(
        'heading',
        { level: 1, name: /Thursday 7 January, with Dana/ },
        { timeout: 10_000 },
      ),
    ).toBeVisible();
    expect(screen.getByRole('heading', { name: 'To talk about' })).toBeVisible();
  });

  it('take an item with Enter and show who wrote it', async () => {
    openNotes(PrepNotesScreen);
    await addItem('Which conference first?');
    const row = await screen.findByRole('listitem');
    expect(within(row).getByText('Question · Morgan')).toBeVisible();
    expect(
      within(row).getByRole('checkbox', { name: 'Talked about: Which conference first?' }),
    ).toBeInTheDocument();
    expect(screen.getByRole('textbox', { name: /^Add to the agenda/ })).toHaveValue('');
  });

  it('move an item by the arrows on its handle and say where it is', async () => {
    const user = userEvent.setup();
    openNotes(PrepNotesScreen);
    await addItem('first');
    await addItem('second');
    const handle = await screen.findByRole('button', { name: /^Move: first\. Place 1 of 2/ });
    handle.focus();
    await user.keyboard('{ArrowDown}');
    await waitFor(() => expect(screen.getByText('first moved to place 2 of 2')).toBeInTheDocument());
    const rows = screen
      .getAllByRole('listitem')
      .map((row) => within(row).getByRole('checkbox').getAttribute('aria-label'));
    expect(rows).toEqual(['Talked about: second', 'Talked about: first']);
    expect(screen.getByRole('button', { name: /^Move: first\. Place 2 of 2/ })).toHaveFocus();
  });

  it('remove an empty item by Delete, with a way back', async () => {
    const user = userEvent.setup();
    openNotes(PrepNotesScreen);
    await addItem('mine');
    const field = await screen.findByRole('textbox', { name: 'Change: mine' });
    await user.clear(field);
    await user.type(field, '{Delete}');
    await waitFor(() => expect(screen.queryByRole('listitem')).not.toBeInTheDocument());
    await user.click(screen.getByRole('button', { name: 'Undo' }));
    expect(await screen.findByRole('listitem')).toBeVisible();
  });

  it('offer suggestions while the agenda is empty, which become real', async () => {
    const user = userEvent.setup();
    openNotes(PrepNotesScreen);
    const prompt = await screen.findByRole('button', {
      name: 'Use as a topic: What has happened since last time?',
    });
    await user.click(prompt);
    expect(
      await screen.findByRole('checkbox', { name: /What has happened since last time/ }),
    ).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: /^Use as a topic/ })).not.toBeInTheDocument();
  });

  it('keep private notes folded in a pane, and open on a page', async () => {
    const user = userEvent.setup();
    openNotes(PrepNotesPane);
    await screen.findByRole('heading', { name: 'Only for you' });
    expect(screen.queryByRole('textbox', { name: 'Private notes' })).not.toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Show private notes' }));
    expect(screen.getByRole('textbox', { name: 'Private notes' })).toBeVisible();
  });

  it('save what was typed to OneDrive', async () => {
    const story = openNotes(PrepNotesScreen);
    await addItem('not lost');
    await waitFor(() => expect(story.drives.text('season-2.oid-morgan.json')).toContain('not lost'));
    expect(await screen.findByText(/^Saved \d/)).toBeVisible();
  });
});
