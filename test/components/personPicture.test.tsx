import { initialsOf, PersonPicture } from '#components/PersonPicture.tsx';
import { renderWithTheme } from '../support/renderWithTheme.tsx';

describe('the initials of a person', () => {
  it.each([
    ['Dana Mokoena', 'DM'],
    ['tomás vidal', 'TV'],
    ['Dana', 'D'],
    ['Ana de la Cruz (Library)', 'AC'],
    ['Noor Haddad [she/her', 'NH'],
    ['"Jun" Takahashi', 'JT'],
    ['𝒟ana Mokoena', '𝒟M'],
    ['田中 太郎', ''],
    ['فاطمة الزهراء', ''],
    ['lee@partner.example', 'L'],
    ['+44 113 496', ''],
    ['', ''],
  ])('of %j are %j', (name, initials) => {
    expect(initialsOf(name)).toBe(initials);
  });
});

describe('the picture of a person', () => {
  it('shows the photo in place of the initials, and is hidden from screen readers', () => {
    const { container } = renderWithTheme(<PersonPicture name="Dana Mokoena" photo="blob:1" size={40} />);
    expect(container.querySelector('[aria-hidden=true] img')).toHaveAttribute('src', 'blob:1');
    expect(container).not.toHaveTextContent('DM');
  });

  it('has the same colour for the same person everywhere', () => {
    const one = renderWithTheme(<PersonPicture name="Dana Mokoena" size={32} />);
    const other = renderWithTheme(<PersonPicture name="Dana Mokoena" size={48} />);
    const colorIn = (container: Element): string | undefined =>
      container.querySelector<HTMLElement>('[aria-hidden=true]')?.style.backgroundColor;
    expect(colorIn(one.container)).toMatch(/^var\(--colorPalette/);
    expect(colorIn(other.container)).toBe(colorIn(one.container));
  });
});
