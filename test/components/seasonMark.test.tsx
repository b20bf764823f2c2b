import { isGrown, markOfDateState, shapeOfMark, type MarkState } from '../../src/components/markState.ts';
import { SeasonMark } from '../../src/components/SeasonMark.tsx';
import type { DateStateKind } from '../../src/domain/season/types.ts';
import { renderWithTheme } from '../support/renderWithTheme.tsx';

describe('the mark of a date', () => {
  it('is hidden from those who hear the page', () => {
    const { container } = renderWithTheme(<SeasonMark state="met" />);
    const svg = container.querySelector('svg');
    expect(svg).toHaveAttribute('aria-hidden', 'true');
    expect(svg).toHaveAttribute('focusable', 'false');
  });

  it('differs in shape, not in colour alone, between states that stand side by side', () => {
    const together: readonly (readonly MarkState[])[] = [
      ['past', 'movedPast', 'missed', 'next', 'toCome', 'movedToCome', 'declined', 'skipped', 'tentative'],
      ['met', 'movedMet', 'missed', 'next', 'toCome', 'clash', 'unknown'],
      ['free', 'openSoFar', 'tentative', 'clash', 'unknown', 'skipped'],
      ['done', 'current', 'later', 'clash'],
    ];
    for (const states of together) {
      expect(new Set(states.map(shapeOfMark)).size).toBe(states.length);
    }
  });

  it('drops tick and exclamation mark when it is small, and keeps its outline', () => {
    const { container } = renderWithTheme(
      <>
        <SeasonMark state="met" size={18} />
        <SeasonMark state="met" size={11} />
        <SeasonMark state="clash" size={11} />
      </>,
    );
    const [large, small, clash] = container.querySelectorAll('svg');
    expect(large?.querySelectorAll('path')).toHaveLength(1);
    expect(small?.querySelectorAll('path')).toHaveLength(0);
    expect(clash).toHaveAttribute('data-mark', 'diamond');
    expect(clash?.querySelectorAll('path')).toHaveLength(1);
  });

  it.each<[DateStateKind, MarkState]>([
    ['free', 'free'],
    ['openSoFar', 'openSoFar'],
    ['tentative', 'tentative'],
    ['unknown', 'unknown'],
    ['clash', 'clash'],
    ['noSuchTime', 'clash'],
    ['blackout', 'skipped'],
  ])('of the state %s is %s', (state, mark) => {
    expect(markOfDateState(state)).toBe(mark);
  });

  it('lets the stem grow up to what is behind us, and no further', () => {
    expect((['past', 'met', 'movedPast', 'missed', 'done'] as const).every(isGrown)).toBe(true);
    expect((['next', 'toCome', 'clash', 'free', 'later', 'current'] as const).some(isGrown)).toBe(false);
  });
});
