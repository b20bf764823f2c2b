import { act, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { DateActions, type DateActionsProps } from '../../../src/features/mentorship/DateActions.tsx';
import type { OccurrenceRecord, SeriesRecord } from '../../../src/ports/calendar.ts';
import { ServiceFailure } from '../../../src/ports/failure.ts';
import { invitedBy, putSeason } from '../../support/fakes/seasonStory.ts';
import { dana, morgan, taken, tellStory, type Story } from '../../support/fakes/story.ts';
import { renderWithTheme } from '../../support/renderWithTheme.tsx';

interface Opened extends Story {
  readonly changes: number[];
}

async function open(
  kind: 'organizer' | 'attendee',
  options: Parameters<typeof tellStory>[0] = {},
  prepare: (story: Story) => void = () => undefined,
  props: Partial<DateActionsProps> = {},
): Promise<Opened> {
  const story = tellStory(options);
  putSeason(story.calendar, {
    id: 'dana',
    partner: dana,
    ...(kind === 'attendee' ? { series: invitedBy(dana), plan: 'none' } : {}),
  });
  const [series, occurrence] = await read(story);
  prepare(story);
  const changes: number[] = [];
  await act(async () => {
    renderWithTheme(
      <DateActions
        services={story.services}
        me={morgan}
        series={series}
        occurrence={occurrence}
        onChanged={() => changes.push(1)}
        {...props}
      />,
    );
    await Promise.resolve();
  });
  return { ...story, changes };
}

/** The date of Thursday 21 January, 13:00 in Leeds and 15:00 in Cape Town. */
async function read({ calendar }: Story): Promise<readonly [SeriesRecord, OccurrenceRecord]> {
  const { series, occurrences } = await calendar.mentorMeetings(
    { from: 0, to: 0 },
    new AbortController().signal,
  );
  const occurrence = occurrences.find((each) => each.originalDay === '2027-01-21');
  if (series[0] === undefined || occurrence === undefined) throw new Error('no such date');
  return [series[0], occurrence];
}

const press = (name: string | RegExp): Promise<void> => userEvent.click(screen.getByRole('button', { name }));

describe('what the organiser can do about one date', () => {
  it('is to move it to the nearest time that is free for both, said before with its cost', async () => {
    const { calendar, changes } = await open('organizer', { danas: [taken('2027-01-21', 780, 840)] });
    await press('Move Thursday 21 January. Opens other times');
    const tiles = within(
      await screen.findByRole('radiogroup', { name: 'A new time for Thursday 21 January' }),
    );
    const [first] = tiles.getAllByRole('radio');
    expect(first).toBeChecked();
    expect(tiles.getAllByRole('radio')).toHaveLength(3);
    expect(screen.getByText('Sends Dana 1 message. You can undo it.')).toBeInTheDocument();
    expect(calendar.mail).toEqual([]);
    await press(/^Move to /);
    expect(calendar.mail).toEqual(['move 2027-01-21']);
    expect(screen.getByText(/^Moved to .* Dana has your message\.$/)).toBeInTheDocument();
    expect(changes).toHaveLength(1);
  });

  it('is undone by moving it back', async () => {
    const { calendar } = await open('organizer');
    await press(/^Move Thursday/);
    await press(/^Move to /);
    await press('Undo, back to Thursday 21 January. Sends Dana 1 message');
    expect(screen.getByText('Back where it was. Dana has been told.')).toBeInTheDocument();
    const stands = calendar.standing().find((date) => date.day === '2027-01-21');
    expect(new Date(stands?.start ?? 0).toISOString()).toBe('2027-01-21T13:00:00.000Z');
  });

  it('is to skip it, after other times were offered', async () => {
    const { calendar } = await open('organizer');
    await press('Skip Thursday 21 January. Shows other times first');
    expect(await screen.findAllByRole('radio')).toHaveLength(3);
    expect(screen.getByText('Before it goes: would another time do?')).toBeInTheDocument();
    expect(screen.getByText(/A skipped date does not come back/)).toBeInTheDocument();
    await press('Skip Thursday 21 January all the same');
    expect(calendar.mail).toEqual(['skip 2027-01-21']);
    expect(screen.getByText('Skipped. Dana has your message.')).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: /^Undo/ })).not.toBeInTheDocument();
  });

  it('sends once, however often it is pressed', async () => {
    const { calendar } = await open('organizer');
    await press(/^Move Thursday/);
    await userEvent.dblClick(await screen.findByRole('button', { name: /^Move to / }));
    expect(calendar.mail).toEqual(['move 2027-01-21']);
  });

  it('does nothing to a date that was moved by hand meanwhile, and says so', async () => {
    const { calendar, changes } = await open('organizer', {}, ({ calendar: there }) => {
      putSeason(there, {
        id: 'dana',
        partner: dana,
        dates: { '2027-01-21': { start: Date.UTC(2027, 0, 22, 10), end: Date.UTC(2027, 0, 22, 11) } },
      });
    });
    await press(/^Move Thursday/);
    expect(await screen.findByText(/This date has changed in the calendar meanwhile/)).toBeInTheDocument();
    expect(calendar.mail).toEqual([]);
    expect(changes).toHaveLength(1);
  });

  it('says what a refusal was, and offers another time', async () => {
    await open('organizer', {}, ({ calendar }) => {
      calendar.fail({
        call: 'changeDates',
        kind: 'before',
        failure: new ServiceFailure('unavailable', 'ErrorTimeoutExpired'),
      });
    });
    await press(/^Move Thursday/);
    await press(/^Move to /);
    expect(screen.getByText('Microsoft 365 does not answer just now.')).toBeInTheDocument();
    expect(screen.getByRole('button', { name: /^Move to / })).toBeEnabled();
  });

  it('looks again when the calendars could not be read', async () => {
    await open('organizer', {}, ({ calendar }) => calendar.fail({ call: 'schedules', kind: 'before' }));
    await press(/^Move Thursday/);
    await press('Try again');
    expect(await screen.findAllByRole('radio')).toHaveLength(3);
  });

  it('opens with other times where the screen asks for it, with the focus on the first', async () => {
    await open('organizer', {}, undefined, { opened: 'move' });
    const [first] = await screen.findAllByRole('radio');
    expect(first).toHaveFocus();
  });
});

describe('what the attendee can do about one date', () => {
  it('is to propose another time, still coming to the present one', async () => {
    const { calendar } = await open('attendee');
    await press('Propose a time instead of Thursday 21 January. Opens other times');
    expect(await screen.findAllByRole('radio')).toHaveLength(3);
    expect(screen.getByText('Sends Dana 1 message. Dana is the organiser and decides.')).toBeInTheDocument();
    await userEvent.type(screen.getByRole('textbox', { name: 'A word to Dana, if you like' }), 'Train late');
    await press(/^Propose (?!a time)/);
    expect(calendar.mail).toEqual(['tentative series-dana-2027-01-21 Train late']);
    expect(screen.getByText(/^You proposed .*\. Dana has your message and decides\.$/)).toBeInTheDocument();
  });

  it('is to propose another time and not come to the present one', async () => {
    const { calendar } = await open('attendee');
    await press(/^Propose a time/);
    await userEvent.click(
      await screen.findByRole('checkbox', { name: 'I can still come at the time as it stands' }),
    );
    await press(/^Propose (?!a time)/);
    expect(calendar.mail).toEqual(['decline series-dana-2027-01-21']);
  });

  it('is to decline this one only', async () => {
    const { calendar } = await open('attendee');
    await press('Skip this one, Thursday 21 January. Shows other times first');
    await press('Skip Thursday 21 January all the same');
    expect(calendar.mail).toEqual(['decline series-dana-2027-01-21']);
    expect(screen.getByText('Declined, this one only. Dana has your answer.')).toBeInTheDocument();
  });
});

it('opens a few words to the partner in their own mail, and sends nothing', async () => {
  const { host, calendar } = await open('organizer');
  await press('Tell Dana about Thursday 21 January');
  const field = screen.getByRole('textbox', { name: 'Your words' });
  expect(field).toHaveFocus();
  await userEvent.type(field, 'late & <b>tired</b>');
  await press('Open as a mail');
  const url = new URL(host.opened[0] ?? '');
  expect(url.origin).toBe('https://outlook.office.com');
  expect(url.searchParams.get('to')).toBe(dana.address);
  expect(url.searchParams.get('body')).toContain('late & <b>tired</b>');
  expect(calendar.mail).toEqual([]);
});
