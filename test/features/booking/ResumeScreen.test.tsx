import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { BookingPlan } from '#domain/season/bookingPlan.ts';
import { ResumeScreen } from '#features/booking/ResumeScreen.tsx';
import { bookSeason } from '#features/booking/run/bookSeason.ts';
import type { SeriesRecord } from '#ports/calendar.ts';
import { moveBack, taskWith } from '../../support/fakes/seasonTasks.ts';
import { dana, morgan, taken, tellStory, type Story } from '../../support/fakes/story.ts';
import { drawWithPlainStyles } from '../../support/plainStyles.ts';
import { renderWithTheme } from '../../support/renderWithTheme.tsx';

drawWithPlainStyles();

const { signal } = new AbortController();
const changes = [
  moveBack('2027-01-28'),
  moveBack('2027-02-11'),
  { kind: 'skip', day: '2027-02-25' } as const,
];

/** A booking that stopped, found again in a later opening. */
async function stopped(
  story: Story,
  call: 'changeDates' | 'closePlan',
): Promise<{ readonly onDone: jest.Mock }> {
  const task = taskWith(changes);
  story.calendar.fail({ call, kind: 'before' });
  await bookSeason(
    story.services,
    task,
    { addresses: [morgan.address, dana.address], acceptsTwin: false, changedDays: () => [] },
    () => undefined,
    signal,
  );
  const found = await story.calendar.mentorMeetings(task.window, signal);
  const onDone = jest.fn();
  renderWithTheme(
    <ResumeScreen
      services={story.services}
      me={morgan}
      series={planned(found.series[0])}
      occurrences={found.occurrences}
      onClose={jest.fn()}
      onDone={onDone}
    />,
  );
  return { onDone };
}

function planned(series: SeriesRecord | undefined): SeriesRecord & { readonly plan: BookingPlan } {
  if (series?.plan === undefined) throw new Error('no plan');
  return { ...series, plan: series.plan };
}

const heading = (name: string): Promise<HTMLElement> => screen.findByRole('heading', { level: 1, name });

describe('a booking found unfinished', () => {
  it('says what is done and what is not, and what finishing and undoing cost', async () => {
    await stopped(tellStory(), 'changeDates');
    expect(await heading('The series is made. Three dates are left to change.')).toHaveFocus();
    expect(screen.getByRole('list', { name: 'What has been done' })).toHaveTextContent(
      'Series of 13 meetings made',
    );
    expect(screen.getByText('3 dates still to change')).toBeVisible();
    expect(
      screen.getByText('Thu 28 January stands at 13:00. It goes to Wed 27 January, 13:00.'),
    ).toBeVisible();
    expect(screen.getByText('Thu 25 February still takes place. It is to be skipped.')).toBeVisible();
    expect(
      screen.getByText(
        /Finishing sends Dana 3 messages\. Undoing cancels the 13 meetings and sends 1 kind line/,
      ),
    ).toBeVisible();
  });

  it('is finished with each message sent once', async () => {
    const story = tellStory();
    const { onDone } = await stopped(story, 'changeDates');
    const user = userEvent.setup();
    await user.click(await screen.findByRole('button', { name: 'Finish booking' }));
    expect(await heading('12 meetings are on both calendars.')).toBeVisible();
    expect(story.calendar.mail).toHaveLength(4);
    await user.click(screen.getByRole('button', { name: 'See your seasons' }));
    expect(onDone).toHaveBeenCalled();
  });

  it('is undone with a line that was shown before', async () => {
    const story = tellStory();
    await stopped(story, 'closePlan');
    const user = userEvent.setup();
    expect(await heading('The series is made. One last look is left.')).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Undo all of it' }));
    // The series, and each of the two dates that stand elsewhere by now.
    expect(await screen.findByText(/Dana receives 3 messages with this line/)).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Undo and send the line' }));
    expect(await heading('The meetings are taken back.')).toBeVisible();
    expect(story.calendar.standing()).toEqual([]);
  });

  it('shows that a planned time is taken by now', async () => {
    const story = tellStory();
    const person = story.calendar.people.get(dana.address);
    if (person === undefined) throw new Error('no Dana');
    story.calendar.people.set(dana.address, { ...person, taken: [taken('2027-01-27')] });
    await stopped(story, 'changeDates');
    expect(
      await screen.findByText(/By now Dana is busy at the new time, Wed 27 January, 13:00.14:00/),
    ).toBeVisible();
  });

  it('says when the season is gone meanwhile', async () => {
    const story = tellStory();
    await stopped(story, 'changeDates');
    await story.calendar.cancelSeries('series-1', 'by hand', signal);
    await userEvent.setup().click(await screen.findByRole('button', { name: 'Finish booking' }));
    expect(await heading('The season was cancelled meanwhile.')).toBeVisible();
  });
});
