import { act, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Emblem } from '../../src/components/Emblem.tsx';
import { FailureNotice } from '../../src/components/FailureNotice.tsx';
import { PersonClock } from '../../src/components/PersonClock.tsx';
import { StepBar } from '../../src/components/StepBar.tsx';
import { failures, type FailureWord } from '../../src/words/en/failures.ts';
import type { FailureCode } from '../../src/ports/failure.ts';
import { renderWithTheme } from '../support/renderWithTheme.tsx';

describe('the steps', () => {
  const went: string[] = [];
  const bar = (
    <StepBar
      label="Steps of the booking"
      onStep={(key) => went.push(key)}
      steps={[
        { key: 'partner', label: 'Partner', state: 'done' },
        { key: 'season', label: 'Season', state: 'done', detail: 'every 2 weeks, 60 minutes' },
        { key: 'times', label: 'Times', state: 'current' },
        { key: 'dates', label: 'Dates', state: 'later' },
      ]}
    />
  );

  it('say where one is, what was chosen, and what is not yet', () => {
    renderWithTheme(bar);
    expect(screen.getByRole('navigation', { name: 'Steps of the booking' })).toBeInTheDocument();
    expect(screen.getByText('Step 3 of 4, Times, you are here').closest('li')).toHaveAttribute(
      'aria-current',
      'step',
    );
    expect(screen.getByText('Step 4 of 4, Dates, not yet')).toBeInTheDocument();
    expect(screen.getAllByRole('button').map((button) => button.getAttribute('aria-label'))).toEqual([
      'Step 1 of 4, Partner, done. Change',
      'Step 2 of 4, Season, done: every 2 weeks, 60 minutes. Change',
    ]);
  });

  it('go back to what is done', async () => {
    renderWithTheme(bar);
    await userEvent.click(screen.getByRole('button', { name: /^Step 2 of 4/ }));
    expect(went).toEqual(['season']);
  });
});

describe("somebody's clock", () => {
  const noon = Date.parse('2026-11-23T13:05:30Z');

  it('says where it is and what it shows', () => {
    renderWithTheme(<PersonClock zone="Africa/Johannesburg" ownZone="Europe/London" readNow={() => noon} />);
    expect(screen.getByText('Johannesburg, 15:05 there now')).toBeInTheDocument();
  });

  it('says so where it is the same as one’s own', () => {
    renderWithTheme(<PersonClock zone="GMT Standard Time" ownZone="Europe/Lisbon" readNow={readNoon} />);
    expect(screen.getByText('London, like you')).toBeInTheDocument();
  });

  it('reads a clock that has rules and no name', () => {
    renderWithTheme(
      <PersonClock
        zone={{ kind: 'custom', biasMinutes: -330, standard: undefined, daylight: undefined }}
        ownZone="Europe/London"
        readNow={readNoon}
      />,
    );
    expect(screen.getByText('18:35 there now')).toBeInTheDocument();
  });

  it('is silent about a clock nobody knows', () => {
    const { container } = renderWithTheme(
      <PersonClock zone="Nowhere/Land" ownZone="Europe/London" readNow={readNoon} />,
    );
    expect(container).toHaveTextContent('');
  });

  it('goes with the time', () => {
    jest.useFakeTimers();
    let now = noon;
    renderWithTheme(<PersonClock zone="Africa/Johannesburg" ownZone="Europe/London" readNow={() => now} />);
    now += 60_000;
    act(() => jest.advanceTimersByTime(30_000));
    expect(screen.getByText('Johannesburg, 15:06 there now')).toBeInTheDocument();
    jest.useRealTimers();
  });

  function readNoon(): number {
    return noon;
  }
});

describe('the emblem', () => {
  it.each([
    [1, 1],
    [2, 2],
    [4, 4],
    [9, 4],
    [0, 1],
  ])('of %i seasons has %i leaves', (seasons, leaves) => {
    const { container } = renderWithTheme(<Emblem seasons={seasons} />);
    expect(container.querySelector('svg')).toHaveAttribute('data-leaves', String(leaves));
  });
});

describe('a failure in words', () => {
  const codes: readonly FailureCode[] = [
    'signed-out',
    'needs-consent',
    'needs-admin',
    'refused',
    'not-found',
    'conflict',
    'changed',
    'throttled',
    'unavailable',
    'offline',
    'bad-request',
    'wrong-account',
    'popup-blocked',
    'cancelled',
    'unexpected',
  ];

  it.each(codes)('has a sentence for %s that blames nobody and promises nothing of itself', (code) => {
    const word: FailureWord = code;
    renderWithTheme(<FailureNotice code={word} />);
    const { title, body } = failures.sentences[word];
    expect(screen.getByText(title)).toBeInTheDocument();
    expect(body).not.toMatch(/you (failed|must|cannot)|invalid|error|illegal/i);
    expect(screen.queryByRole('button')).not.toBeInTheDocument();
  });

  it('offers the one button that helps, of those the screen can do', async () => {
    const done: string[] = [];
    renderWithTheme(
      <FailureNotice
        code="changed"
        onHelp={{ again: () => done.push('again'), look: () => done.push('look') }}
      />,
    );
    expect(screen.getAllByRole('button')).toHaveLength(1);
    await userEvent.click(screen.getByRole('button', { name: 'Look again' }));
    expect(done).toEqual(['look']);
  });

  it('tells what was done instead of the general sentence, and the service’s own code', () => {
    renderWithTheme(
      <FailureNotice code="refused" body="Two of three dates are moved." detail="ErrorAccessDenied" />,
    );
    expect(screen.getByText(/Two of three dates are moved\./)).toBeInTheDocument();
    expect(screen.getByText('ErrorAccessDenied')).toBeInTheDocument();
  });
});
