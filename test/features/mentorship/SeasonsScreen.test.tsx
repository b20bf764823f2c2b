import { act, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  SeasonsScreen,
  type SeasonsScreenProps,
} from '../../../src/features/mentorship/seasons/SeasonsScreen.tsx';
import { ServiceFailure } from '../../../src/ports/failure.ts';
import { invitedBy, putSeason } from '../../support/fakes/seasonStory.ts';
import { dana, morgan, tellStory, type Story } from '../../support/fakes/story.ts';
import { renderWithTheme } from '../../support/renderWithTheme.tsx';

interface Opened extends Story {
  readonly booked: string[];
  readonly unmount: () => void;
}

async function open(story: Story, props: Partial<SeasonsScreenProps> = {}): Promise<Opened> {
  const booked: string[] = [];
  let unmount = (): void => undefined;
  await act(async () => {
    ({ unmount } = renderWithTheme(
      <SeasonsScreen
        services={story.services}
        me={morgan}
        mentorshipId="dana"
        onBack={() => undefined}
        onBook={(partner, _meetings, wish) =>
          booked.push(`${partner.name} ${wish.startDay} ${JSON.stringify(wish.cadence)}`)
        }
        {...props}
      />,
    ));
    for (let turn = 0; turn < 12; turn++) await Promise.resolve();
  });
  return { ...story, booked, unmount };
}

function withSeason(options: Partial<Parameters<typeof putSeason>[1]> = {}): Story {
  const story = tellStory();
  putSeason(story.calendar, { id: 'dana', partner: dana, ...options });
  return story;
}

const press = (name: string | RegExp): Promise<void> => userEvent.click(screen.getByRole('button', { name }));
const choose = (name: RegExp): Promise<void> => userEvent.click(screen.getByRole('radio', { name }));

describe('the page of a mentorship', () => {
  it('answers how far the season runs, and shows all seasons as a picture and as a table', async () => {
    const story = withSeason();
    putSeason(story.calendar, {
      id: 'dana-1',
      partner: dana,
      firstDay: '2025-09-04',
      lastDay: '2026-03-05',
      plan: { mentorshipId: 'dana', seasonNumber: 1 },
      series: { link: { mentorshipId: 'dana', driveId: undefined, folderId: undefined } },
    });
    await open(story);
    expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent(
      'Season 2 with Dana runs until 18 March',
    );
    await userEvent.click(screen.getByRole('tab', { name: 'Table' }));
    const rows = within(screen.getByRole('table', { name: 'All seasons' })).getAllByRole('row');
    expect(rows.map((row) => row.textContent)).toEqual([
      expect.stringContaining('Season'),
      expect.stringContaining('Season 2'),
      expect.stringContaining('Season 1'),
    ]);
  });

  it('says what is so when the mentorship is not in the calendar', async () => {
    await open(tellStory());
    expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent(
      'This mentorship is not in your calendar any more',
    );
  });

  it('reads again after a failure', async () => {
    const story = withSeason();
    story.calendar.fail({
      call: 'mentorMeetings',
      kind: 'before',
      failure: new ServiceFailure('unavailable', 'x'),
    });
    await open(story);
    await press('Try again');
    expect(await screen.findByText(/runs until 18 March/)).toBeInTheDocument();
  });
});

describe('how it goes on', () => {
  it('keeps: the next season begins after this one, and nothing is sent now', async () => {
    const { booked, calendar } = await open(withSeason());
    await choose(/^Keep/);
    expect(screen.getByText(/^Sends nothing now/)).toBeInTheDocument();
    await press('See the times');
    expect(booked).toEqual(['Dana Moyo 2027-03-19 {"kind":"weekly","everyWeeks":2}']);
    expect(calendar.mail).toEqual([]);
  });

  it('tapers in mid-season: the series ends after a date, counted before, then a rarer one is booked', async () => {
    const { booked, calendar } = await open(withSeason());
    await choose(/^Taper/);
    await userEvent.click(screen.getByRole('combobox', { name: 'This season' }));
    await userEvent.click(screen.getByRole('option', { name: 'ends after 21 January' }));
    expect(
      screen.getByText(/^Ending it sends Dana 1 message and takes 4 dates off both calendars/),
    ).toBeInTheDocument();
    expect(calendar.mail).toEqual([]);
    await press('End it, then see the times');
    expect(calendar.mail).toEqual(['ends 2027-01-21']);
    expect(booked).toEqual(['Dana Moyo 2027-01-22 {"kind":"weekly","everyWeeks":4}']);
  });

  it('rests until a day, and is taken up again by a tap', async () => {
    const story = withSeason();
    const { unmount } = await open(story);
    await choose(/^Rest/);
    await userEvent.click(screen.getByRole('combobox', { name: 'This season' }));
    await userEvent.click(screen.getByRole('option', { name: 'ends now' }));
    await userEvent.type(screen.getByLabelText('Take it up again on'), '2027-06-01');
    await press('Let it rest');
    expect(story.calendar.mail).toEqual(['ends 2026-12-24']);
    unmount();
    const { booked } = await open(story);
    expect(screen.getByText(/^It rests until 1 June 2027/)).toBeInTheDocument();
    await press('Take it up again');
    expect(booked[0]).toContain('Dana Moyo 2027-06-01');
  });
});

describe('closing', () => {
  it('shows the words before they are sent, takes the future dates, and is undone within a day', async () => {
    const story = withSeason();
    await open(story);
    await press('Close the mentorship, kindly…');
    const words = screen.getByRole('textbox', { name: 'What Dana reads' });
    expect(words).toHaveTextContent(/^Dear Dana,/);
    expect(
      screen.getByText(/^Sends Dana 1 message and takes 6 dates off both calendars/),
    ).toBeInTheDocument();
    await userEvent.clear(words);
    await userEvent.type(words, 'Thank you');
    await press('Close the mentorship');
    expect(story.calendar.mail).toEqual(['ends 2026-12-24 Thank you']);
    expect(screen.getByText('Closed. Dana has your words.')).toBeInTheDocument();
    expect(story.calendar.standing()).toHaveLength(4);
    await press('Undo');
    expect(story.calendar.standing()).toHaveLength(10);
    expect(screen.getByText('Everything is back. Dana has been told.')).toBeInTheDocument();
  });

  it('declines the season where one was invited', async () => {
    const story = withSeason({ series: invitedBy(dana, { ownResponse: 'accepted' }), plan: 'none' });
    await open(story);
    await press('Close the mentorship, kindly…');
    expect(
      screen.getByText(/you decline the season, and its 6 dates leave your calendar/),
    ).toBeInTheDocument();
    await press('Close the mentorship');
    expect(story.calendar.mail[0]).toMatch(/^decline series-dana Dear Dana/);
  });

  it('asks the organiser to finish what the partner declined', async () => {
    const declined = {
      name: dana.name,
      address: dana.address,
      response: 'declined' as const,
      proposedStart: undefined,
      proposedEnd: undefined,
    };
    await open(withSeason({ series: { attendees: [declined] } }));
    expect(screen.getByText(/^Dana has declined this season/)).toBeInTheDocument();
    expect(screen.getByRole('button', { name: 'Close the mentorship' })).toBeInTheDocument();
  });

  it('says so when both closed it at the same moment, and sends nothing twice', async () => {
    const story = withSeason();
    await open(story);
    story.calendar.fail({ call: 'endSeries', kind: 'before', failure: new ServiceFailure('not-found', 'x') });
    await press('Close the mentorship, kindly…');
    await press('Close the mentorship');
    expect(screen.getByText(/closed it at the same moment/)).toBeInTheDocument();
    expect(story.calendar.mail).toEqual([]);
    expect(screen.queryByRole('button', { name: 'Undo' })).not.toBeInTheDocument();
  });
});
