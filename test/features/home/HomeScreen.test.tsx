import { act, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { HomeScreen } from '../../../src/features/home/HomeScreen.tsx';
import type { HomeScreenProps } from '../../../src/features/home/homeProps.ts';
import { ServiceFailure, type FailureCode } from '../../../src/ports/failure.ts';
import type { Person } from '../../../src/ports/people.ts';
import { dana, morgan, taken, tellStory, tomas, type Story } from '../../support/fakes/story.ts';
import { renderWithTheme } from '../../support/renderWithTheme.tsx';
import { invitedBy, putSeason } from '../../support/fakes/seasonStory.ts';

interface Opened extends Story {
  readonly unmount: () => void;
  readonly booked: (Person | undefined)[];
  readonly resumed: string[];
}

async function open(story: Story, props: Partial<HomeScreenProps> = {}): Promise<Opened> {
  const booked: (Person | undefined)[] = [];
  const resumed: string[] = [];
  let unmount = (): void => undefined;
  await act(async () => {
    ({ unmount } = renderWithTheme(
      <HomeScreen
        services={story.services}
        me={morgan}
        onBook={(partner) => booked.push(partner)}
        onResume={(series, dates, intent) => resumed.push(`${intent} ${series.id} ${dates.length}`)}
        {...props}
      />,
    ));
    await settled();
  });
  return { ...story, booked, resumed, unmount };
}

function refuseForAdmin(): Promise<never> {
  return Promise.reject(new ServiceFailure('needs-admin', 'x'));
}

/** Two requests and what hangs on them. */
async function settled(): Promise<void> {
  for (let turn = 0; turn < 12; turn++) await Promise.resolve();
}

function failing(code: FailureCode): Story {
  const story = tellStory();
  story.calendar.fail({ call: 'mentorMeetings', kind: 'before', failure: new ServiceFailure(code, 'x') });
  return story;
}

function withDana(options: Parameters<typeof tellStory>[0] = {}): Story {
  const story = tellStory(options);
  putSeason(story.calendar, { id: 'dana', partner: dana });
  return story;
}

describe('home with mentorships', () => {
  it('answers in its heading: what is next, with whom, and what follows', async () => {
    const story = withDana();
    putSeason(story.calendar, {
      id: 'tomas',
      partner: tomas,
      firstDay: '2026-11-03',
      lastDay: '2027-02-02',
      startMinute: 930,
      everyWeeks: 1,
      plan: { role: 'mentor', seasonNumber: 1 },
    });
    await open(story);
    expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent('Tomorrow at 15:30 with Tomás');
    expect(screen.getByText('Then Dana, Thursday 7 January.')).toBeInTheDocument();
    expect(screen.getAllByRole('article').map((card) => card.querySelector('h2')?.textContent)).toEqual([
      'Tomás Ferreira',
      'Dana Moyo',
    ]);
  });

  it('shows role, season, rhythm and both clocks on the card', async () => {
    await open(withDana());
    const card = within(screen.getByRole('article', { name: 'Dana Moyo' }));
    expect(card.getByText('Your mentor')).toBeInTheDocument();
    expect(card.getByText('Johannesburg, 15:05 there now')).toBeInTheDocument();
    expect(card.getByText('Season 2')).toBeInTheDocument();
    expect(card.getByText('Every 2 weeks, 60 minutes')).toBeInTheDocument();
    expect(card.getByText('Thursday 7 January')).toBeInTheDocument();
    expect(card.getByText('13:00–14:00')).toBeInTheDocument();
    expect(card.getByText('15:00–16:00 for Dana')).toBeInTheDocument();
    expect(card.getByText('4 of 10 dates behind you')).toBeInTheDocument();
  });

  it('asks for the calendar once, and once for the weeks ahead', async () => {
    const { calendar } = await open(withDana());
    expect(calendar.calls).toEqual(['mentorMeetings', 'schedules']);
  });

  it('speaks each date of the stem with both times and its state', async () => {
    await open(withDana());
    const stem = within(screen.getByRole('list', { name: 'Dates with Dana' }));
    expect(
      stem.getByRole('button', {
        name: 'Thursday 7 January, 13:00 to 14:00, 15:00 to 16:00 for Dana, next meeting',
      }),
    ).toBeInTheDocument();
    expect(stem.getAllByRole('button', { name: /past$/ })).toHaveLength(4);
  });

  it('opens a date in full below the stem, and Escape closes it', async () => {
    await open(withDana());
    await userEvent.click(screen.getByRole('button', { name: /^Thursday 21 January/ }));
    const details = within(screen.getByRole('region', { name: 'About Thursday 21 January' }));
    expect(details.getByText('15:00–16:00 for Dana')).toBeInTheDocument();
    expect(details.getByText('to come')).toBeInTheDocument();
    await userEvent.keyboard('{Escape}');
    expect(screen.queryByRole('region', { name: /^About/ })).not.toBeInTheDocument();
    expect(screen.getByRole('button', { name: /^Thursday 21 January/ })).toHaveFocus();
  });

  it('marks a date that clashes by now, says whose it is, and goes on showing it', async () => {
    await open(withDana({ danas: [taken('2027-01-21', 780, 840)] }));
    expect(
      screen.getByRole('button', { name: /^Thursday 21 January.*clash: Dana is busy$/ }),
    ).toBeInTheDocument();
    expect(screen.getByText('21 January: Dana is busy now')).toBeInTheDocument();
  });

  it('says when the calendars of the others could not be checked', async () => {
    const story = withDana();
    story.calendar.fail({ call: 'schedules', kind: 'before' });
    await open(story);
    expect(screen.getByText(/could not be checked this time/)).toBeInTheDocument();
    expect(screen.getByText('Thursday 7 January')).toBeInTheDocument();
  });

  it('opens the meetings in the calendar, and looks again on wish', async () => {
    const { host, calendar } = await open(withDana());
    await userEvent.click(screen.getByRole('button', { name: 'More about the mentorship with Dana' }));
    await userEvent.click(screen.getByRole('menuitem', { name: 'Open in the calendar' }));
    expect(host.opened).toEqual(['https://outlook.office.com/calendar/item/dana']);
    await userEvent.click(screen.getByRole('button', { name: 'Look again' }));
    expect(calendar.calls.filter((call) => call === 'mentorMeetings')).toHaveLength(2);
  });

  it('leads to prep notes, coffee and seasons where there is such a screen', async () => {
    const led: string[] = [];
    await open(withDana(), {
      onNotes: (id, meetings) => led.push(`notes ${id} ${meetings.series.length}`),
      onCoffee: (id) => led.push(`coffee ${id}`),
      onSeasons: (id) => led.push(`seasons ${id}`),
    });
    await userEvent.click(
      screen.getByRole('button', { name: 'Prep notes for Thursday 7 January with Dana' }),
    );
    for (const name of ['A coffee in between', 'Seasons, and how it goes on']) {
      await userEvent.click(screen.getByRole('button', { name: 'More about the mentorship with Dana' }));
      await userEvent.click(screen.getByRole('menuitem', { name }));
    }
    expect(led).toEqual(['notes dana 1', 'coffee dana', 'seasons dana']);
  });

  it('draws no button for a screen that is not there', async () => {
    await open(withDana());
    expect(screen.queryByRole('button', { name: /^Prep notes/ })).not.toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'More about the mentorship with Dana' }));
    expect(screen.getAllByRole('menuitem').map((each) => each.textContent)).toEqual([
      'Join',
      'Open in the calendar',
    ]);
  });

  it('gives its side column what it has read, free/busy included', async () => {
    await open(withDana(), {
      side: ({ picture, meetings, schedules }) => (
        <p>{`${picture.mentorships.length} ${meetings?.series.length} ${schedules?.length}`}</p>
      ),
    });
    expect(screen.getByText('1 1 2')).toBeInTheDocument();
  });

  it('offers to join when it is time', async () => {
    const story = tellStory();
    // It is Monday 13:05: the meeting began five minutes ago.
    putSeason(story.calendar, { id: 'dana', partner: dana, firstDay: '2026-11-09', lastDay: '2027-03-15' });
    const { host } = await open(story);
    expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent('Now with Dana, until 14:00');
    await userEvent.click(screen.getByRole('button', { name: 'Join the meeting with Dana' }));
    expect(host.opened).toEqual(['https://teams.microsoft.com/l/meetup-join/1']);
  });

  it('offers the next season when one is over', async () => {
    const story = tellStory();
    putSeason(story.calendar, { id: 'dana', partner: dana, firstDay: '2026-09-03', lastDay: '2026-12-10' });
    const { booked } = await open(story);
    expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent('No meeting ahead');
    expect(screen.getByText('All 8 dates behind you')).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Book the next season with Dana' }));
    expect(booked).toMatchObject([{ name: 'Dana Moyo', address: dana.address }]);
  });

  it('shows more than four as rows, with the season on demand', async () => {
    const story = tellStory();
    for (const name of ['Ada One', 'Bo Two', 'Cy Three', 'Di Four', 'Ed Five'])
      putSeason(story.calendar, {
        id: name,
        partner: { ...dana, name, address: `${name.split(' ')[0]}@hillside.example` },
      });
    await open(story);
    expect(screen.getAllByRole('article')).toHaveLength(5);
    expect(screen.queryByRole('list', { name: 'Dates with Bo' })).not.toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Dates with Bo' }));
    expect(screen.getByRole('list', { name: 'Dates with Bo' })).toBeInTheDocument();
  });

  it('marks the card that a link asked for', async () => {
    const scroll = jest.fn();
    // jsdom has no layout, and so no scrolling.
    Object.defineProperty(Element.prototype, 'scrollIntoView', { value: scroll, configurable: true });
    await open(withDana(), { openedId: 'dana' });
    expect(scroll).toHaveBeenCalledTimes(1);
  });
});

describe('an invitation', () => {
  it('is said, and accepted in one click', async () => {
    const story = tellStory();
    putSeason(story.calendar, { id: 'dana', partner: dana, series: invitedBy(dana), plan: 'none' });
    const { calendar } = await open(story);
    expect(screen.getByText('Dana invites you to 6 dates. You have not answered yet.')).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Accept 6 dates. Dana gets your answer' }));
    expect(calendar.mail).toEqual(['accept series-dana']);
    expect(screen.getByText('Accepted. Dana has your answer.')).toBeInTheDocument();
  });

  it('says so when the answer could not be sent', async () => {
    const story = tellStory();
    putSeason(story.calendar, { id: 'dana', partner: dana, series: invitedBy(dana), plan: 'none' });
    story.calendar.fail({ call: 'respond', kind: 'before' });
    await open(story);
    await userEvent.click(screen.getByRole('button', { name: /^Accept/ }));
    expect(screen.getByText(/^You are offline\./)).toBeInTheDocument();
    expect(screen.getByRole('button', { name: /^Accept/ })).toBeEnabled();
  });

  it('called off by the one who sent it is said as what it is', async () => {
    const story = tellStory();
    putSeason(story.calendar, {
      id: 'dana',
      partner: dana,
      series: invitedBy(dana, { isCancelled: true }),
      plan: 'none',
    });
    await open(story);
    expect(screen.getByText('Dana has called off the rest of this season.')).toBeInTheDocument();
  });
});

describe('a booking that stopped on the way', () => {
  it('stands first, with how far it came, and is finished or undone', async () => {
    const story = withDana();
    putSeason(story.calendar, {
      id: 'tomas',
      partner: tomas,
      firstDay: '2027-01-12',
      lastDay: '2027-03-23',
      plan: {
        closed: false,
        decisions: [
          { kind: 'skip', day: '2027-01-26' },
          { kind: 'skip', day: '2027-02-09' },
        ],
      },
      dates: { '2027-01-26': undefined },
    });
    const { resumed } = await open(story);
    const [first] = screen.getAllByRole('article');
    expect(first).toHaveAccessibleName('1 of 2 dates are as planned. One is left.');
    await userEvent.click(screen.getByRole('button', { name: 'Finish booking the season with Tomás' }));
    await userEvent.click(screen.getByRole('button', { name: /^Undo all of it, the season with Tomás/ }));
    expect(resumed).toEqual(['finish series-tomas 5', 'undo series-tomas 5']);
  });
});

describe('home without mentorships', () => {
  it('says what this does and offers a first season', async () => {
    const { booked } = await open(tellStory());
    expect(
      screen.getByRole('heading', { level: 1, name: 'Mentoring that stays on the calendar' }),
    ).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Book a first season' }));
    expect(booked).toEqual([undefined]);
  });

  it('tells where an invitation will show, and looks again', async () => {
    const story = tellStory();
    const { calendar } = await open(story);
    await userEvent.click(screen.getByRole('button', { name: 'I have an invitation' }));
    expect(screen.getByText(/No invitation to mentor meetings is in your calendar yet/)).toBeInTheDocument();
    putSeason(calendar, { id: 'dana', partner: dana, series: invitedBy(dana), plan: 'none' });
    await userEvent.click(screen.getByRole('button', { name: 'Look again' }));
    expect(await screen.findByText(/Dana invites you/)).toBeInTheDocument();
  });

  it('asks for the calendar only with a click, then goes on', async () => {
    const story = failing('needs-consent');
    const { booked, identity } = await open(story);
    expect(identity.asked).toEqual([]);
    await userEvent.click(screen.getByRole('button', { name: 'Book a first season' }));
    expect(identity.asked).toEqual(['User.ReadBasic.All', 'Calendars.ReadWrite']);
    expect(booked).toEqual([undefined]);
  });
});

describe('home that cannot be read', () => {
  it('shows what was seen last, and when, while offline', async () => {
    const story = withDana();
    const { unmount } = await open(story);
    unmount();
    story.calendar.fail({ call: 'mentorMeetings', kind: 'before' });
    await open(story);
    expect(screen.getByText('Offline. This is what we saw at 13:05.')).toBeInTheDocument();
    expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent('Thursday at 13:00 with Dana');
    expect(screen.getByRole('button', { name: 'Book a season' })).toHaveAttribute('aria-disabled', 'true');
    expect(screen.queryByRole('button', { name: /^Open in the calendar/ })).not.toBeInTheDocument();
  });

  it('keeps its picture while it is read again', async () => {
    const story = withDana();
    await open(story);
    story.calendar.fail({ call: 'mentorMeetings', kind: 'silent' });
    await userEvent.click(screen.getByRole('button', { name: 'Look again' }));
    expect(screen.getByRole('button', { name: 'Looking…' })).toHaveAttribute('aria-disabled', 'true');
    expect(screen.getByRole('article', { name: 'Dana Moyo' })).toBeInTheDocument();
  });

  it('shows what was seen last when reading takes long', async () => {
    const story = withDana();
    const { unmount } = await open(story);
    unmount();
    story.calendar.fail({ call: 'mentorMeetings', kind: 'silent' });
    jest.useFakeTimers();
    await open(story);
    expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent('Reading your calendar');
    expect(screen.queryByRole('article')).not.toBeInTheDocument();
    act(() => jest.advanceTimersByTime(1600));
    jest.useRealTimers();
    expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent('Thursday at 13:00 with Dana');
    expect(screen.getByText('Still reading. This is what we saw at 13:05.')).toBeInTheDocument();
  });

  it('reads again by itself when the network is back', async () => {
    const story = withDana();
    story.calendar.fail({ call: 'mentorMeetings', kind: 'before' });
    await open(story);
    expect(screen.getByText('You are offline.')).toBeInTheDocument();
    await act(async () => {
      window.dispatchEvent(new Event('online'));
      await settled();
    });
    expect(screen.getByRole('article', { name: 'Dana Moyo' })).toBeInTheDocument();
  });

  it.each<[FailureCode, string]>([
    ['signed-out', 'Sign in again'],
    ['wrong-account', 'This is another account than before'],
  ])('because of %s says "%s"', async (code, heading) => {
    await open(failing(code));
    expect(screen.getByRole('heading', { level: 1, name: heading })).toBeInTheDocument();
  });

  it('waits for the administrator, with what can be done until then', async () => {
    const story = failing('needs-admin');
    await open({
      ...story,
      services: { ...story.services, identity: { ...story.identity, token: refuseForAdmin } },
    });
    expect(
      screen.getByRole('heading', { level: 1, name: 'Booking waits for your administrator' }),
    ).toBeInTheDocument();
    expect(screen.getByRole('button', { name: 'Open Outlook’s form' })).toBeInTheDocument();
  });

  it('goes on where it was after signing in again', async () => {
    const story = withDana();
    story.calendar.fail({
      call: 'mentorMeetings',
      kind: 'before',
      failure: new ServiceFailure('signed-out', 'x'),
    });
    await open(story);
    await userEvent.click(screen.getByRole('button', { name: 'Sign in again' }));
    expect(await screen.findByRole('article', { name: 'Dana Moyo' })).toBeInTheDocument();
  });

  it('says that nothing is lost when the service does not answer', async () => {
    await open(failing('unavailable'));
    expect(screen.getByText('Microsoft 365 does not answer just now.')).toBeInTheDocument();
    expect(screen.getByRole('button', { name: 'Try again' })).toBeInTheDocument();
  });
});

describe('a past date', () => {
  const asked = 'Met, 24 December';

  it('is asked about once, noted in one tap, and taken back', async () => {
    const story = withDana();
    const { unmount } = await open(story);
    expect(screen.getByText('How did 24 December go?')).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: asked }));
    expect(screen.getByText('Noted: met.')).toBeInTheDocument();
    expect(screen.getByText('1 of 10 met. 3 not said')).toBeInTheDocument();
    expect(screen.getByRole('button', { name: /^Thursday 24 December.* met$/ })).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Undo, nothing is said of 24 December' }));
    expect(screen.getByText('4 of 10 dates behind you')).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: asked }));
    unmount();
    await open(story);
    expect(screen.queryByText('How did 24 December go?')).not.toBeInTheDocument();
    expect(screen.getByText('1 of 10 met. 3 not said')).toBeInTheDocument();
    expect(story.calendar.mail).toEqual([]);
  });

  it('may stay open, and is not asked about again', async () => {
    const story = withDana();
    const { unmount } = await open(story);
    await userEvent.click(
      screen.getByRole('button', { name: 'Leave 24 December open, and do not ask again' }),
    );
    unmount();
    await open(story);
    expect(screen.queryByText('How did 24 December go?')).not.toBeInTheDocument();
    expect(screen.getByText('4 of 10 dates behind you')).toBeInTheDocument();
  });

  it('can be answered any time in its details; two misses in a row ask kindly about the season', async () => {
    const led: string[] = [];
    await open(withDana(), { onSeasons: (id) => led.push(id) });
    await userEvent.click(screen.getByRole('button', { name: 'Did not meet, 24 December' }));
    await userEvent.click(screen.getByRole('button', { name: /^Thursday 10 December/ }));
    await userEvent.click(screen.getByRole('button', { name: 'Did not meet, 10 December' }));
    expect(screen.getByText(/The last two did not take place/)).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'See how it could go on' }));
    expect(led).toEqual(['dana']);
    await userEvent.click(screen.getByRole('button', { name: 'It is fine as it is' }));
    expect(screen.queryByText(/The last two did not take place/)).not.toBeInTheDocument();
  });

  it('is no trouble when what this device remembers of it cannot be read', async () => {
    const story = withDana();
    story.memory.keep('met', { version: 1, logs: { dana: { said: { never: 'perhaps' }, left: 3 } } });
    await open(story);
    expect(screen.getByText('How did 24 December go?')).toBeInTheDocument();
  });
});

it('knows its own part from the link where the plan is in the other’s calendar', async () => {
  const story = tellStory();
  putSeason(story.calendar, {
    id: 'dana',
    partner: dana,
    plan: 'none',
    series: invitedBy(dana, {
      ownResponse: 'accepted',
      link: {
        mentorshipId: 'dana',
        driveId: undefined,
        folderId: undefined,
        organizerRole: 'mentor',
        seasonNumber: 3,
      },
    }),
  });
  await open(story);
  expect(screen.getByText('Your mentor')).toBeInTheDocument();
  expect(screen.getByText('Season 3')).toBeInTheDocument();
});
