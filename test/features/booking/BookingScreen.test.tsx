import { act, configure, screen, waitFor, within } from '@testing-library/react';
import userEvent, { PointerEventsCheckLevel } from '@testing-library/user-event';
import { ServiceFailure } from '#ports/failure.ts';
import { BookingScreen } from '#features/booking/BookingScreen.tsx';
import {
  account,
  dana,
  group,
  morgan,
  taken,
  tellStory,
  tomas,
  type Story,
} from '../../support/fakes/story.ts';
import { taskWith } from '../../support/fakes/seasonTasks.ts';
import { drawWithPlainStyles } from '../../support/plainStyles.ts';
import { renderWithTheme } from '../../support/renderWithTheme.tsx';

configure({ defaultHidden: true });
drawWithPlainStyles();
jest.setTimeout(30_000);

interface Opened {
  readonly user: ReturnType<typeof userEvent.setup>;
  readonly onClose: jest.Mock;
  readonly onBooked: jest.Mock;
  readonly onNeedsAdmin: jest.Mock;
  readonly unmount: () => void;
}

function open(story: Story, start: { readonly partner?: typeof dana } = {}): Opened {
  const onClose = jest.fn();
  const onBooked = jest.fn();
  const onNeedsAdmin = jest.fn();
  const { unmount } = renderWithTheme(
    <BookingScreen
      services={story.services}
      me={morgan}
      start={start}
      onClose={onClose}
      onBooked={onBooked}
      onNeedsAdmin={onNeedsAdmin}
    />,
  );
  return {
    user: userEvent.setup({ pointerEventsCheck: PointerEventsCheckLevel.Never }),
    onClose,
    onBooked,
    onNeedsAdmin,
    unmount,
  };
}

/** The first of several; throws when there is none. */
function firstOf(elements: readonly HTMLElement[]): HTMLElement {
  const [first] = elements;
  if (first === undefined) throw new Error('none found');
  return first;
}
const button = (name: string | RegExp): HTMLElement => screen.getByRole('button', { name });
const heading = (name: string | RegExp): Promise<HTMLElement> =>
  screen.findByRole('heading', { level: 1, name });

async function pickDana({ user }: Opened): Promise<void> {
  await user.type(screen.getByRole('combobox', { name: 'Name or e-mail address' }), 'dana');
  await user.click(await screen.findByRole('option', { name: /Dana Moyo/ }));
}
async function goToSeason(opened: Opened): Promise<void> {
  await opened.user.click(button('Choose the season'));
  await heading('How often, and for how long?');
}
async function goToTimes(opened: Opened): Promise<void> {
  await goToSeason(opened);
  await opened.user.click(button('Find times'));
  await heading('Which time suits you both?');
}
async function goToDates(opened: Opened): Promise<void> {
  await goToTimes(opened);
  await opened.user.click(await screen.findByRole('button', { name: /^See the \d+ dates/ }));
  await heading('Every date, before anything is sent');
}

describe('the partner step', () => {
  it('searches as one types, and focuses the heading first', async () => {
    const story = tellStory();
    const opened = open(story);
    expect(await heading('Who is the season with?')).toHaveFocus();
    await pickDana(opened);
    expect(story.people.searches.at(-1)).toBe('dana');
    expect(screen.getByRole('region', { name: 'Your partner' })).toHaveTextContent('Dana Moyo');
    await waitFor(() => expect(screen.getByRole('radio', { name: /Dana is my mentor/ })).toHaveFocus());
    expect(document.title).toBe('Partner, A season with Dana');
  });

  it('refuses a group and oneself with the reason', async () => {
    const { user } = open(tellStory());
    const field = screen.getByRole('combobox');
    await user.type(field, 'dalton');
    await user.click(await screen.findByRole('option', { name: new RegExp(group.name) }));
    expect(await screen.findByText(/is a group\. A season is between two people/)).toBeVisible();
    await user.clear(field);
    await user.type(field, 'morgan');
    await user.click(await screen.findByRole('option', { name: /Morgan Reed/ }));
    expect(await screen.findByText(/That is you/)).toBeVisible();
  });

  it('takes an outside address and says that its calendar cannot be seen', async () => {
    const { user } = open(tellStory());
    await user.type(screen.getByRole('combobox'), 'lee@elsewhere.example');
    await user.click(await screen.findByRole('option', { name: /lee@elsewhere\.example/ }));
    expect(await screen.findByText(/We cannot see when lee@elsewhere\.example is free/)).toBeVisible();
  });

  it('says when nobody is found, and when an address of the own domain has nobody', async () => {
    const { user } = open(tellStory());
    await user.type(screen.getByRole('combobox'), 'zz');
    expect(await screen.findByText(/Nobody called “zz” was found/)).toBeVisible();
    await user.clear(screen.getByRole('combobox'));
    await user.type(screen.getByRole('combobox'), 'daan@hillside.example');
    expect(await screen.findByText(/Nobody in your organisation has the address/)).toBeVisible();
  });

  it('offers the people one met with lately', async () => {
    const story = tellStory();
    story.memory.keep('people.recent', [tomas]);
    const { user } = open(story);
    await user.click(await screen.findByRole('button', { name: 'Choose Tomás Ferreira' }));
    expect(screen.getByRole('radio', { name: /Tomás is my mentor/ })).toBeChecked();
  });
});

describe('the season step', () => {
  it('keeps length, number and end one fact, and says it in the footer', async () => {
    const opened = open(tellStory(), { partner: dana });
    await goToSeason(opened);
    expect(screen.getByRole('status')).toHaveTextContent(
      '13 meetings, every 2 weeks, 60 minutes, 11 January to 11 July',
    );
    await opened.user.click(screen.getByRole('radio', { name: 'Every week' }));
    expect(screen.getByRole('status')).toHaveTextContent('26 meetings, every week');
    const meetings = screen.getByRole('spinbutton', { name: 'Meetings' });
    await opened.user.clear(meetings);
    await opened.user.type(meetings, '8');
    await opened.user.tab();
    expect(screen.getByRole('status')).toHaveTextContent('8 meetings, every week');
    expect(screen.getByLabelText('Until')).toHaveValue('2027-03-07');
  });

  it('says under the field what is wrong, and goes on only when it is right', async () => {
    const opened = open(tellStory(), { partner: dana });
    await goToSeason(opened);
    await opened.user.clear(screen.getByLabelText('First week'));
    expect(screen.getByText('Choose a day in the first week.')).toBeVisible();
    await opened.user.click(button('Find times'));
    expect(screen.getByRole('status')).toHaveTextContent('Something above still needs you.');
    expect(screen.getByLabelText('First week')).toHaveFocus();
  });

  it('tells the working hours of both, each on their own clock', async () => {
    const opened = open(tellStory(), { partner: dana });
    await goToSeason(opened);
    expect(await screen.findByText(/Within 09:00.17:00 for you and 08:00.17:00 for Dana/)).toBeVisible();
  });

  it('asks which week of the month for a monthly season', async () => {
    const opened = open(tellStory(), { partner: dana });
    await goToSeason(opened);
    await opened.user.click(screen.getByRole('radio', { name: 'Monthly' }));
    await opened.user.selectOptions(screen.getByRole('combobox', { name: /In the month/ }), 'last');
    expect(screen.getByRole('status')).toHaveTextContent('6 meetings, in each month’s last week');
  });

  it('never goes on by Enter in a field', async () => {
    const opened = open(tellStory(), { partner: dana });
    await goToSeason(opened);
    await opened.user.type(screen.getByRole('spinbutton', { name: 'Meetings' }), '{Enter}');
    expect(await heading('How often, and for how long?')).toBeVisible();
  });
});

describe('the times', () => {
  it('come with one reading of both calendars, also when the season changes', async () => {
    const story = tellStory();
    const opened = open(story, { partner: dana });
    await goToTimes(opened);
    await opened.user.click(button('Back'));
    await opened.user.click(screen.getByRole('radio', { name: 'Every week' }));
    await opened.user.click(button('Find times'));
    await screen.findByRole('button', { name: 'See the 26 dates' });
    expect(story.calendar.calls.filter((call) => call === 'schedules')).toHaveLength(1);
  });

  it('say that one is offline, and try again on wish', async () => {
    const story = tellStory();
    story.calendar.fail({ call: 'schedules', kind: 'before' });
    const opened = open(story, { partner: dana });
    await goToSeason(opened);
    story.calendar.fail({ call: 'schedules', kind: 'before' });
    await opened.user.click(button('Find times'));
    expect(await heading('The two calendars could not be read.')).toBeVisible();
    await opened.user.click(button('Try again'));
    expect(await screen.findByRole('button', { name: 'See the 13 dates' })).toBeVisible();
  });

  it('ask for leave with the reason when it is missing', async () => {
    const story = tellStory();
    const failure = new ServiceFailure('needs-consent', 'consent_required');
    story.calendar.fail({ call: 'schedules', kind: 'before', failure });
    story.calendar.fail({ call: 'schedules', kind: 'before', failure });
    const opened = open(story, { partner: dana });
    await goToSeason(opened);
    await opened.user.click(button('Find times'));
    expect(await screen.findByText(/reads when you and Dana are free, never the titles/)).toBeVisible();
    await opened.user.click(button('Allow it'));
    expect(await screen.findByRole('button', { name: 'See the 13 dates' })).toBeVisible();
    expect(story.identity.asked).toEqual(['Calendars.ReadWrite']);
  });

  it('hand over to what an administrator must allow', async () => {
    const story = tellStory();
    const failure = new ServiceFailure('needs-admin', 'admin_required');
    story.calendar.fail({ call: 'schedules', kind: 'before', failure });
    story.calendar.fail({ call: 'schedules', kind: 'before', failure });
    const opened = open(story, { partner: dana });
    await goToSeason(opened);
    await opened.user.click(button('Find times'));
    await opened.user.click(await screen.findByRole('button', { name: 'See what to ask for' }));
    expect(opened.onNeedsAdmin).toHaveBeenCalled();
  });

  it('keep what was typed when the sign-in ends, and refuse to go on as somebody else', async () => {
    const story = tellStory();
    const failure = new ServiceFailure('signed-out', 'interaction_required');
    story.calendar.fail({ call: 'schedules', kind: 'before', failure });
    story.calendar.fail({ call: 'schedules', kind: 'before', failure });
    const opened = open(story, { partner: dana });
    await goToSeason(opened);
    await opened.user.click(screen.getByRole('radio', { name: '90 minutes' }));
    await opened.user.click(button('Find times'));
    expect(await screen.findByText(/What you typed is kept/)).toBeVisible();
    act(() => story.identity.become({ ...account, oid: 'somebody-else' }));
    await opened.user.click(firstOf(await screen.findAllByRole('button', { name: 'Sign in' })));
    expect((await screen.findAllByText(/This booking belongs to Morgan Reed/)).length).toBeGreaterThan(0);
    expect(screen.queryByRole('button', { name: 'See the 13 dates' })).not.toBeInTheDocument();
    act(() => story.identity.become(account));
    await opened.user.click(button('Sign in'));
    expect(await screen.findByRole('button', { name: 'See the 13 dates' })).toBeVisible();
    await opened.user.click(button('Back'));
    expect(screen.getByRole('radio', { name: '90 minutes' })).toBeChecked();
  });
});

describe('the dates', () => {
  it('show both clocks, the clock change, and the exact count', async () => {
    const opened = open(tellStory(), { partner: dana });
    await goToDates(opened);
    const list = screen.getByRole('list', { name: 'Dates of the season' });
    expect(within(list).getAllByText(/for Dana/).length).toBeGreaterThanOrEqual(13);
    expect(within(list).getByText(/Clocks in London change on 28 March/)).toBeVisible();
    expect(screen.getByRole('status')).toHaveTextContent('1 message to Dana1 invitation for 13 meetings');
    expect(button('Book 13 meetings')).toBeVisible();
  });

  it('count a skipped date and a moved one, and let the person change their mind', async () => {
    const opened = open(tellStory(), { partner: dana });
    await goToDates(opened);
    await opened.user.click(firstOf(screen.getAllByRole('button', { name: /^Move / })));
    const tiles = screen.getByRole('radiogroup', { name: /^A new time for/ });
    await opened.user.click(firstOf(within(tiles).getAllByRole('radio')));
    expect(screen.getByRole('status')).toHaveTextContent('2 messages to Dana');
    expect(screen.getByRole('complementary')).toHaveTextContent('Moved date');
    await opened.user.click(button(/^Skip .+ The season then has 12 meetings$/));
    expect(screen.getByRole('status')).toHaveTextContent('1 invitation for 13 meetings, 1 skipped date');
    expect(button('Book 12 meetings')).toBeVisible();
    const change = button(/^Change what becomes of/);
    expect(change).toHaveFocus();
    await opened.user.click(change);
    await opened.user.click(button(/^Leave it as planned/));
    expect(button('Book 13 meetings')).toBeVisible();
  });

  it('let the words of the invitation be changed', async () => {
    const story = tellStory();
    const opened = open(story, { partner: dana });
    await goToDates(opened);
    await opened.user.click(button('Edit your words in the invitation'));
    const words = screen.getByRole('textbox', { name: 'Your words in the invitation' });
    expect(words).toHaveFocus();
    await opened.user.clear(words);
    await opened.user.type(words, 'Looking forward to it.');
    await opened.user.click(button('Done'));
    expect(screen.getByText('Looking forward to it.')).toBeVisible();
  });
});

describe('booking', () => {
  it('books, says what was sent, opens the calendar, and can be undone', async () => {
    const story = tellStory();
    const opened = open(story, { partner: dana });
    await goToDates(opened);
    await opened.user.click(button('Book 13 meetings'));
    expect(await heading('13 meetings are on both calendars.')).toHaveFocus();
    expect(screen.getByText('Dana was sent 1 message:')).toBeVisible();
    await opened.user.click(button('Open in the calendar'));
    expect(story.host.opened).toEqual(['https://outlook.office.com/calendar/item/series-1']);
    await opened.user.click(button('Undo'));
    expect(await heading('Undo the 13 meetings?')).toHaveFocus();
    expect(screen.getByRole('textbox', { name: 'The line Dana receives' })).toHaveValue(
      'I booked these meetings too early and have taken them back. I will come up with new times. Morgan',
    );
    await opened.user.click(button('Undo and send the line'));
    expect(await heading('The meetings are taken back.')).toBeVisible();
    expect(story.calendar.standing()).toEqual([]);
    await opened.user.click(button('See your seasons'));
    expect(opened.onBooked).toHaveBeenCalled();
  });

  it('goes back to the dates when a calendar changed meanwhile, with marks', async () => {
    const story = tellStory();
    const opened = open(story, { partner: dana });
    await goToDates(opened);
    const busy = story.calendar.people.get(dana.address);
    if (busy === undefined) throw new Error('no Dana');
    story.calendar.people.set(dana.address, {
      ...busy,
      taken: [
        taken('2027-01-11'),
        taken('2027-01-12'),
        taken('2027-01-13'),
        taken('2027-01-14'),
        taken('2027-01-15'),
        taken('2027-01-18'),
        taken('2027-01-19'),
        taken('2027-01-20'),
        taken('2027-01-21'),
        taken('2027-01-22'),
      ],
    });
    await opened.user.click(button('Book 13 meetings'));
    expect(await heading('One date has changed since you looked.')).toHaveFocus();
    expect(screen.getByText('new')).toBeVisible();
    expect(story.calendar.mail).toEqual([]);
  });

  it('shows where it stopped, and finishes from there', async () => {
    const story = tellStory();
    story.calendar.fail({ call: 'closePlan', kind: 'before' });
    const opened = open(story, { partner: dana });
    await goToDates(opened);
    await opened.user.click(button('Book 13 meetings'));
    expect(await heading('The series is made. One last look is left.')).toHaveFocus();
    expect(screen.getByRole('alert')).toHaveTextContent('The connection broke on the way.');
    expect(screen.getByText(/Finishing sends Dana nothing more/)).toBeVisible();
    await opened.user.click(button('Finish booking'));
    expect(await heading('13 meetings are on both calendars.')).toBeVisible();
    expect(story.calendar.mail).toHaveLength(1);
  });

  it('shows the wait that Microsoft 365 asks for', async () => {
    const story = tellStory();
    story.calendar.fail({ call: 'createSeries', kind: 'silent' });
    const opened = open(story, { partner: dana });
    await goToDates(opened);
    await opened.user.click(button('Book 13 meetings'));
    await heading('Booking your season');
    act(() => story.calendar.tellWait(story.clock.now() + 12_000));
    expect((await screen.findAllByText('Microsoft 365 asks us to wait 12 seconds.')).length).toBeGreaterThan(
      0,
    );
    await opened.user.click(button('Stop here'));
    expect(await heading('It is not known whether the series was made.')).toBeVisible();
  });

  it('asks once more before many messages', async () => {
    const story = tellStory();
    const opened = open(story, { partner: dana });
    await goToDates(opened);
    for (let count = 0; count < 6; count++) {
      // One after the other, as a person does.
      // oxlint-disable-next-line no-await-in-loop
      await opened.user.click(firstOf(screen.getAllByRole('button', { name: /^Move / })));
      // oxlint-disable-next-line no-await-in-loop
      await opened.user.click(button(/^Skip /));
    }
    await opened.user.click(button('Book 7 meetings'));
    expect(screen.getByRole('status')).toHaveTextContent('That sends Dana 7 messages. Sure?');
    expect(story.calendar.mail).toEqual([]);
    await opened.user.click(button('Send 7 messages'));
    expect(await heading('7 meetings are on both calendars.')).toBeVisible();
    expect(story.calendar.mail).toHaveLength(7);
  });

  it('offers the season that was made meanwhile, and books beside it on wish', async () => {
    const story = tellStory();
    const opened = open(story, { partner: dana });
    await goToDates(opened);
    await story.calendar.createSeries(taskWith([], 'other').newSeries, new AbortController().signal);
    await opened.user.click(button('Book 13 meetings'));
    expect(await heading('Dana and you have a season already')).toHaveFocus();
    expect(screen.getByText(/14 January to 1 July.+Nothing was sent this time/)).toBeVisible();
    expect(story.calendar.mail).toHaveLength(1);
    await opened.user.click(button('Book this one too'));
    expect(await heading('13 meetings are on both calendars.')).toBeVisible();
    expect(screen.getByRole('region', { name: 'Dana and you have two seasons now' })).toBeVisible();
    await opened.user.click(button('Keep this one'));
    expect(await screen.findByText('That is settled.')).toBeVisible();
    expect(story.calendar.standing()).toHaveLength(13);
  });
});

describe('what was chosen', () => {
  it('is kept on closing and offered again', async () => {
    const story = tellStory();
    const opened = open(story, { partner: dana });
    await goToSeason(opened);
    await opened.user.click(screen.getByRole('radio', { name: '30 minutes' }));
    await opened.user.click(button('Close, what you chose is kept'));
    expect(opened.onClose).toHaveBeenCalled();
    opened.unmount();
    const again = open(story);
    expect(await screen.findByText('What you chose last time is still here.')).toBeVisible();
    expect(screen.getByRole('radio', { name: '30 minutes' })).toBeChecked();
    await again.user.click(button('Begin anew'));
    expect(await heading('Who is the season with?')).toBeVisible();
  });

  it('is remembered after a booking: partner, cadence and length', async () => {
    const story = tellStory();
    const opened = open(story, { partner: dana });
    await goToSeason(opened);
    await opened.user.click(screen.getByRole('radio', { name: 'Every week' }));
    await opened.user.click(screen.getByRole('radio', { name: '30 minutes' }));
    await opened.user.click(button('Find times'));
    await opened.user.click(await screen.findByRole('button', { name: 'See the 26 dates' }));
    await opened.user.click(await screen.findByRole('button', { name: 'Book 26 meetings' }));
    await heading('26 meetings are on both calendars.');
    opened.unmount();
    const again = open(story);
    expect(screen.getByRole('region', { name: 'Your partner' })).toHaveTextContent('Dana Moyo');
    await again.user.click(button('Choose the season'));
    expect(screen.getByRole('radio', { name: 'Every week' })).toBeChecked();
    expect(screen.getByRole('radio', { name: '30 minutes' })).toBeChecked();
  });

  it('goes one step back with Alt and Left', async () => {
    const opened = open(tellStory(), { partner: dana });
    await goToTimes(opened);
    await opened.user.keyboard('{Alt>}{ArrowLeft}{/Alt}');
    expect(await heading('How often, and for how long?')).toHaveFocus();
  });
});
