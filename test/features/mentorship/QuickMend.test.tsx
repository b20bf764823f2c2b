import { act, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { QuickMend, type QuickMendProps } from '../../../src/features/mentorship/QuickMend.tsx';
import { invitedBy, putSeason } from '../../support/fakes/seasonStory.ts';
import { dana, morgan, taken, tellStory, type Story } from '../../support/fakes/story.ts';
import { renderWithTheme } from '../../support/renderWithTheme.tsx';

async function open(
  kind: 'organizer' | 'attendee',
  props: Partial<QuickMendProps> = {},
): Promise<Story & { readonly told: string[] }> {
  const story = tellStory({ danas: [taken('2027-01-21', 780, 840)] });
  putSeason(story.calendar, {
    id: 'dana',
    partner: dana,
    ...(kind === 'attendee' ? { series: invitedBy(dana), plan: 'none' } : {}),
  });
  const { signal } = new AbortController();
  const { series, occurrences } = await story.calendar.mentorMeetings({ from: 0, to: 0 }, signal);
  const schedules = await story.calendar.schedules(
    { addresses: [morgan.address, dana.address], from: Date.UTC(2027, 0, 4), to: Date.UTC(2027, 2, 1) },
    signal,
  );
  const occurrence = occurrences.find((each) => each.originalDay === '2027-01-21');
  const told: string[] = [];
  if (series[0] === undefined || occurrence === undefined) throw new Error('no such date');
  const about = {
    services: story.services,
    me: morgan,
    series: series[0],
    occurrence,
    occurrences,
    schedules,
  };
  await act(async () => {
    renderWithTheme(
      <QuickMend
        {...about}
        proposed={undefined}
        onOtherTimes={() => told.push('other times')}
        onActed={() => told.push('acted')}
        onChanged={() => told.push('changed')}
        {...props}
      />,
    );
    await Promise.resolve();
  });
  return { ...story, told };
}

it('moves a clash to the nearest time in one tap, with what it sends beside it, and back', async () => {
  const { calendar, told } = await open('organizer');
  expect(screen.getByText('Sends Dana 1 message. You can undo it.')).toBeInTheDocument();
  expect(screen.getByRole('button', { name: 'See other times for Thursday 21 January' })).toHaveTextContent(
    'See 3 other times',
  );
  await userEvent.click(screen.getByRole('button', { name: /^Move to .*, instead of Thursday 21 January/ }));
  expect(calendar.mail).toEqual(['move 2027-01-21']);
  expect(told).toEqual(['acted', 'changed']);
  await userEvent.click(screen.getByRole('button', { name: /^Undo, back to Thursday 21 January/ }));
  expect(screen.getByText('Back where it was. Dana has been told.')).toBeInTheDocument();
});

it('proposes it in one tap for whoever was invited', async () => {
  const { calendar } = await open('attendee');
  await userEvent.click(screen.getByRole('button', { name: /^Propose .*, instead of Thursday 21 January/ }));
  expect(calendar.mail).toEqual(['tentative series-dana-2027-01-21']);
});

it('takes what the partner proposes in one tap', async () => {
  const proposed = { start: Date.UTC(2027, 0, 22, 10), end: Date.UTC(2027, 0, 22, 11) };
  const { calendar } = await open('organizer', { proposed });
  await userEvent.click(
    screen.getByRole('button', {
      name: 'Take it, instead of Thursday 21 January: Fri 22 January, 10:00–11:00. Sends Dana 1 message',
    }),
  );
  expect(calendar.mail).toEqual(['move 2027-01-21']);
  const stands = calendar.standing().find((date) => date.day === '2027-01-21');
  expect(stands?.start).toBe(proposed.start);
});

it('sends nothing when the time was taken since home was read', async () => {
  const { calendar } = await open('organizer');
  const person = calendar.people.get(dana.address);
  if (person === undefined) throw new Error('no Dana');
  calendar.people.set(dana.address, {
    ...person,
    taken: [taken('2027-01-04', 0, 1440), taken('2027-01-21'), taken('2027-01-20'), taken('2027-01-22')],
  });
  await userEvent.click(screen.getByRole('button', { name: /^Move to / }));
  expect(calendar.mail).toEqual([]);
  expect(screen.getByText(/^Somebody was quicker: Dana is busy/)).toBeInTheDocument();
});
