import { act, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { rankSlots } from '../../../../src/domain/season/rankSlots.ts';
import type { Help, SeasonQuery, SeasonSlot } from '../../../../src/domain/season/types.ts';
import { TimesLoading } from '../../../../src/features/booking/times/TimesLoading.tsx';
import { TimesStep } from '../../../../src/features/booking/times/TimesStep.tsx';
import { renderWithTheme } from '../../../support/renderWithTheme.tsx';
import { dana, morgan, schedule, seasonQuery, unseen } from './seasonQueries.ts';

function Harness({
  query,
  first,
  onChangeQuery = () => undefined,
}: {
  readonly query: SeasonQuery;
  readonly first?: SeasonSlot;
  readonly onChangeQuery?: (change: Help['change']) => void;
}) {
  const [chosen, setChosen] = useState(first);
  return (
    <TimesStep
      ranking={rankSlots(query)}
      query={query}
      me={morgan}
      partner={dana}
      chosen={chosen}
      onChoose={setChosen}
      onChangeQuery={onChangeQuery}
    />
  );
}

const bothInLondon = seasonQuery({
  schedules: [
    schedule(morgan, { zone: 'Europe/London' }),
    schedule(dana, { zone: 'GMT Standard Time', taken: [{ day: 8, from: 540, to: 1020 }] }),
  ],
});

describe('the list of times', () => {
  it('is one group of radios, the first four open and the rest behind a button', async () => {
    renderWithTheme(<Harness query={seasonQuery()} />);
    const list = screen.getByRole('radiogroup', { name: 'Times, best first' });
    expect(within(list).getAllByRole('radio')).toHaveLength(4);
    await userEvent.click(screen.getByRole('button', { name: '6 more times' }));
    expect(within(list).getAllByRole('radio')).toHaveLength(10);
    await userEvent.click(screen.getByRole('button', { name: 'Fewer times' }));
    expect(within(list).getAllByRole('radio')).toHaveLength(4);
  });

  it('speaks rank, both clocks with the day they part, the sum and a reason', () => {
    renderWithTheme(<Harness query={seasonQuery({ lastDay: '2027-05-30', schedules: longSchedules() })} />);
    const [first] = screen.getAllByRole('radio');
    expect(first).toHaveAccessibleName(
      /^Number 1: \w+days, \d\d:\d\d to \d\d:\d\d\. \d\d:\d\d to \d\d:\d\d for Dana, from 28 March \d\d:\d\d to \d\d:\d\d\. \d+ of 20 dates free.*\. .+\.$/,
    );
  });

  it('says nothing of the other clock where both show the same', () => {
    renderWithTheme(<Harness query={bothInLondon} />);
    for (const radio of screen.getAllByRole('radio'))
      expect(radio).not.toHaveAccessibleName(expect.stringContaining('for Dana'));
  });

  it('is walked with the arrows, which choose', async () => {
    const ranking = rankSlots(bothInLondon);
    if (ranking.kind !== 'ranked') throw new Error(ranking.kind);
    renderWithTheme(<Harness query={bothInLondon} {...firstOf(ranking.ranked[0]?.slot)} />);
    const radios = screen.getAllByRole('radio');
    focus(radios[0]);
    await userEvent.keyboard('{ArrowDown}');
    expect(radios[1]).toBeChecked();
    expect(radios[1]).toHaveFocus();
  });
});

describe('the heading of the step', () => {
  it('takes the focus, so that the step is heard from its top', () => {
    renderWithTheme(<Harness query={seasonQuery()} />);
    expect(screen.getByRole('heading', { level: 1, name: 'Which time suits you both?' })).toHaveFocus();
  });

  it('takes the focus over from the step while it was loading, but from nothing else', async () => {
    const query = seasonQuery();
    const step = (
      <TimesStep
        ranking={rankSlots(query)}
        query={query}
        me={morgan}
        partner={dana}
        chosen={undefined}
        onChoose={() => undefined}
        onChangeQuery={() => undefined}
        takesFocus={false}
      />
    );
    const { rerender } = renderWithTheme(<TimesLoading weeks={8} />);
    expect(screen.getByRole('heading', { level: 1 })).toHaveFocus();
    expect(screen.getByText('Looking at 8 weeks of two calendars…')).toBeInTheDocument();
    rerender(step);
    expect(screen.getByRole('heading', { level: 1 })).toHaveFocus();
    rerender(
      <>
        <button type="button">Back</button>
        <TimesLoading weeks={8} />
      </>,
    );
    focus(screen.getByRole('button', { name: 'Back' }));
    rerender(
      <>
        <button type="button">Back</button>
        {step}
      </>,
    );
    expect(screen.getByRole('button', { name: 'Back' })).toHaveFocus();
  });

  it('says which time is free on every date', () => {
    renderWithTheme(
      <Harness query={seasonQuery({ schedules: longSchedules([{ day: 45, from: 480, to: 495 }]) })} />,
    );
    expect(screen.getByText(/8 dates, every week, looked up one by one\./)).toBeInTheDocument();
  });

  it('says that no time is free on all of them', () => {
    const everyDayOfOneWeek = [0, 1, 2, 3, 4].map((day) => ({ day, from: 0, to: 1440 }));
    renderWithTheme(<Harness query={seasonQuery({ schedules: longSchedules(everyDayOfOneWeek) })} />);
    expect(
      screen.getByText(/No weekly time is free on all of them; these come closest\./),
    ).toBeInTheDocument();
  });

  it('says until when the partner is seen', () => {
    renderWithTheme(
      <Harness
        query={seasonQuery({
          schedules: [
            schedule(morgan, { zone: 'Europe/London' }),
            schedule(dana, { zone: 'Europe/London', knownDays: 30 }),
          ],
        })}
      />,
    );
    expect(
      screen.getByText(/We see Dana’s calendar until 9 February\. Later dates are unknown\./),
    ).toBeInTheDocument();
  });
});

describe('a partner whose calendar cannot be seen', () => {
  const query = seasonQuery({ schedules: [schedule(morgan, { zone: 'Europe/London' }), unseen(dana)] });

  it('is said, and the times are those that are free for oneself', () => {
    renderWithTheme(<Harness query={query} />);
    expect(screen.getByText(/Dana’s calendar cannot be seen\. These are free for you\./)).toBeInTheDocument();
    expect(
      screen.getByRole('heading', { name: 'How many of the 8 dates are free for you' }),
    ).toBeInTheDocument();
    expect(screen.getAllByRole('radio')[0]).toHaveAccessibleName(/8 of 8 dates free for you/);
  });

  it('is never called free', () => {
    renderWithTheme(<Harness query={query} />);
    expect(screen.queryByText(/free for both/)).not.toBeInTheDocument();
  });
});

describe('the picture of the week', () => {
  it('is a grid of buttons that say their time and how many dates are free', () => {
    renderWithTheme(<Harness query={bothInLondon} />);
    const grid = screen.getByRole('grid', { name: 'Free dates by weekday and time in London' });
    const cell = within(grid).getByRole('button', {
      name: /^Tuesdays, 10:00 to 11:00, 7 of 8 dates free for both/,
    });
    expect(cell).toHaveTextContent('7');
  });

  it('keeps a cell outside the hours focusable, says why, and does not choose it', async () => {
    renderWithTheme(<Harness query={seasonQuery()} />);
    const outside = screen.getByRole('button', {
      name: 'Mondays, 14:30 to 15:30, outside Dana’s working hours',
    });
    expect(outside).toHaveAttribute('aria-disabled', 'true');
    await userEvent.click(outside);
    for (const radio of screen.getAllByRole('radio')) expect(radio).not.toBeChecked();
  });

  it('has one Tab stop, and the arrows, Home, End and the page keys move inside', async () => {
    renderWithTheme(<Harness query={bothInLondon} />);
    const grid = screen.getByRole('grid');
    const stops = within(grid)
      .getAllByRole('button')
      .filter((button) => button.tabIndex === 0);
    expect(stops).toHaveLength(1);
    const [monday] = within(grid).getAllByRole('button', { name: /^Mondays, 09:00/ });
    focus(monday);
    await userEvent.keyboard('{ArrowRight}{ArrowDown}');
    expect(document.activeElement).toHaveAccessibleName(/^Tuesdays, 09:30/);
    await userEvent.keyboard('{End}');
    expect(document.activeElement).toHaveAccessibleName(/^Fridays, 09:30/);
    await userEvent.keyboard('{PageDown}');
    expect(document.activeElement).toHaveAccessibleName(/^Fridays, 16:00/);
    await userEvent.keyboard('{Home}{PageUp}');
    expect(document.activeElement).toHaveAccessibleName(/^Mondays, 09:00/);
    await userEvent.keyboard('{ArrowLeft}');
    expect(document.activeElement).toHaveAccessibleName(/^Mondays, 09:00/);
  });

  it('turns its arrows round where one reads from right to left', async () => {
    renderWithTheme(<Harness query={bothInLondon} />, { dir: 'rtl' });
    focus(screen.getByRole('button', { name: /^Mondays, 09:00/ }));
    await userEvent.keyboard('{ArrowLeft}');
    expect(document.activeElement).toHaveAccessibleName(/^Tuesdays, 09:00/);
  });

  it('chooses with Enter, and puts a time outside the list on top of it', async () => {
    renderWithTheme(<Harness query={bothInLondon} />);
    await userEvent.click(screen.getByRole('checkbox', { name: 'Finer, every 15 minutes' }));
    const odd = screen.getByRole('button', { name: /^Tuesdays, 11:45 to 12:45/ });
    focus(odd);
    await userEvent.keyboard('{Enter}');
    const radios = screen.getAllByRole('radio');
    expect(radios).toHaveLength(5);
    expect(radios[0]).toHaveAccessibleName(
      /^Your choice: Tuesdays, 11:45 to 12:45\. 1 of 8 dates free, 6 open so far, 1 to mend\.$/,
    );
    expect(radios[0]).toBeChecked();
    expect(odd).toHaveFocus();
  });

  it('shows the weeks in between of a two-week season', async () => {
    renderWithTheme(<Harness query={seasonQuery({ cadence: { kind: 'weekly', everyWeeks: 2 } })} />);
    const before = screen.getByText(/^For the weeks from/).textContent;
    await userEvent.click(screen.getByRole('button', { name: 'Show the weeks in between' }));
    expect(screen.getByText(/^For the weeks from/).textContent).not.toBe(before);
  });
});

describe('the table behind the picture', () => {
  it('has the same numbers and says who is missing', async () => {
    renderWithTheme(<Harness query={bothInLondon} />);
    focus(screen.getByRole('tab', { name: 'Picture' }));
    await userEvent.keyboard('{ArrowRight}{Enter}');
    expect(screen.getByRole('tab', { name: 'Table' })).toHaveAttribute('aria-selected', 'true');
    const row = screen.getByRole('button', { name: 'Choose Tuesdays, 10:00–11:00' }).closest('tr');
    expect(row).toHaveTextContent(/10:00–11:00.*1Dana 1$/);
    await userEvent.click(screen.getByRole('button', { name: 'Choose Tuesdays, 10:00–11:00' }));
    expect(screen.getByRole('radio', { checked: true })).toHaveAccessibleName(/Tuesdays, 10:00 to 11:00/);
  });
});

describe('no common time', () => {
  it('offers what would help and what each would bring', async () => {
    const asked: Help['change'][] = [];
    renderWithTheme(
      <TimesStep
        ranking={{
          kind: 'no-common-time',
          helps: [
            {
              change: { kind: 'shorter', lengthMinutes: 45 },
              best: { dates: 13, free: 6, openSoFar: 3, tentative: 0, unknown: 0, toMend: 4 },
            },
          ],
        }}
        query={seasonQuery()}
        me={morgan}
        partner={dana}
        chosen={undefined}
        onChoose={() => undefined}
        onChangeQuery={(change) => asked.push(change)}
      />,
    );
    expect(
      screen.getByRole('heading', { name: 'There is no common time inside both working days.' }),
    ).toHaveFocus();
    expect(screen.getByText('9 of 13 dates free at best')).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: '45 minutes instead' }));
    expect(asked).toEqual([{ kind: 'shorter', lengthMinutes: 45 }]);
  });
});

describe('choices that make no season', () => {
  it('are named in a sentence', () => {
    renderWithTheme(<Harness query={seasonQuery({ firstDay: '2027-01-11', lastDay: '2029-01-11' })} />);
    expect(screen.getByText('That is more than a year. The longest season is 52 weeks.')).toBeInTheDocument();
  });
});

function longSchedules(taken: readonly { day: number; from: number; to: number }[] = []) {
  return [
    schedule(morgan, { zone: 'Europe/London', days: 140 }),
    schedule(dana, { zone: 'South Africa Standard Time', days: 140, taken }),
  ];
}

function firstOf(slot: SeasonSlot | undefined) {
  return slot === undefined ? {} : { first: slot };
}

function focus(element: HTMLElement | undefined): void {
  act(() => element?.focus());
}
