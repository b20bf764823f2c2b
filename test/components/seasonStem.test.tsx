import { act, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { SeasonStem, type StemDate } from '../../src/components/SeasonStem.tsx';
import { stemRows } from '../../src/components/stemRows.ts';
import { addDays } from '../../src/domain/time/days.ts';
import type { MarkState } from '../../src/components/markState.ts';
import { renderWithTheme } from '../support/renderWithTheme.tsx';

const states: readonly MarkState[] = ['past', 'movedPast', 'next', 'toCome', 'clash'];
const dates: readonly StemDate[] = states.map((state, index) => {
  const day = addDays('2026-11-19', index * 14);
  return { key: day, day, state, label: `${day} ${state}` };
});

function focused(): string | null | undefined {
  return document.activeElement?.getAttribute('aria-label');
}

describe('the stem of a season', () => {
  it('is a list of buttons with one Tab stop, on the next date', async () => {
    renderWithTheme(<SeasonStem dates={dates} label="Dates with Dana" onOpen={() => undefined} />);
    const list = screen.getByRole('list', { name: 'Dates with Dana' });
    expect(within(list).getAllByRole('listitem')).toHaveLength(5);
    await userEvent.tab();
    expect(focused()).toBe('2026-12-17 next');
    await userEvent.tab();
    expect(document.body).toHaveFocus();
  });

  it('is walked with the arrows, Home and End, and stops at its ends', async () => {
    renderWithTheme(<SeasonStem dates={dates} label="Dates" onOpen={() => undefined} />);
    await userEvent.tab();
    await userEvent.keyboard('{ArrowRight}');
    expect(focused()).toBe('2026-12-31 toCome');
    await userEvent.keyboard('{Home}');
    expect(focused()).toBe('2026-11-19 past');
    await userEvent.keyboard('{ArrowLeft}');
    expect(focused()).toBe('2026-11-19 past');
    await userEvent.keyboard('{End}{ArrowRight}');
    expect(focused()).toBe('2027-01-14 clash');
  });

  it('keeps its stop where one was', async () => {
    renderWithTheme(<SeasonStem dates={dates} label="Dates" onOpen={() => undefined} />);
    act(() => screen.getByRole('button', { name: '2026-12-31 toCome' }).focus());
    await userEvent.tab();
    await userEvent.tab({ shift: true });
    expect(focused()).toBe('2026-12-31 toCome');
  });

  it('turns its arrows round where one reads from right to left', async () => {
    renderWithTheme(<SeasonStem dates={dates} label="Dates" onOpen={() => undefined} />, { dir: 'rtl' });
    await userEvent.tab();
    await userEvent.keyboard('{ArrowLeft}');
    expect(focused()).toBe('2026-12-31 toCome');
  });

  it('opens a date, and says which one is open', async () => {
    const opened: string[] = [];
    renderWithTheme(
      <SeasonStem
        dates={dates}
        label="Dates"
        openKey="2026-12-17"
        onOpen={(date) => opened.push(date.key)}
        onClose={() => opened.push('closed')}
      />,
    );
    await userEvent.click(screen.getByRole('button', { name: '2026-12-03 movedPast' }));
    await userEvent.keyboard('{Escape}');
    expect(opened).toEqual(['2026-12-03', 'closed']);
    expect(screen.getByRole('button', { expanded: true })).toHaveAccessibleName('2026-12-17 next');
  });

  it('writes the month once over its first date', () => {
    renderWithTheme(<SeasonStem dates={dates} label="Dates" onOpen={() => undefined} />);
    expect(screen.getAllByText(/^(Nov|Dec|Jan)$/).map((month) => month.textContent)).toEqual([
      'Nov',
      'Dec',
      'Jan',
    ]);
  });
});

describe('the rows of the stem', () => {
  it.each([
    [8, 8, 8, 4],
    [14, 14, 7, 7],
    [13, 13, 13, 7],
    [26, 26, 13, 7],
    [7, 7, 7, 7],
    [1, 1, 1, 1],
    [0, 1, 1, 1],
  ])('are of equal length for %i dates: %i, %i, %i', (count, wide, middle, narrow) => {
    expect(stemRows(count)).toEqual({ wide, middle, narrow });
  });
});
