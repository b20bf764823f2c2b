import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { forcedColors } from './seasonTokens.ts';

export interface PersonPictureProps {
  readonly name: string;
  /** What the colour goes by; the name where nothing else tells two people apart. */
  readonly idForColor?: string;
  readonly photo?: string | undefined;
  readonly size: 28 | 32 | 40 | 48;
  readonly className?: string;
}

/** The colours of Fluent's theme that people wear. */
const colors = [
  'DarkRed',
  'Cranberry',
  'Red',
  'Pumpkin',
  'Peach',
  'Marigold',
  'Gold',
  'Brass',
  'Brown',
  'Forest',
  'Seafoam',
  'DarkGreen',
  'LightTeal',
  'Teal',
  'Steel',
  'Blue',
  'RoyalBlue',
  'Cornflower',
  'Navy',
  'Lavender',
  'Purple',
  'Grape',
  'Lilac',
  'Pink',
  'Magenta',
  'Plum',
  'Beige',
  'Mink',
  'Platinum',
  'Anchor',
] as const;

/** A person's photo, or their initials in a colour of their own. Hidden from screen readers: the name stands beside it. */
export function PersonPicture({ name, idForColor = name, photo, size, className }: PersonPictureProps) {
  const classes = useStyles();
  const color = colors[hashOf(idForColor) % colors.length] ?? 'Anchor';
  return (
    <span
      aria-hidden="true"
      className={mergeClasses(classes.root, className)}
      style={{
        width: size,
        height: size,
        fontSize: size * 0.4,
        backgroundColor: `var(--colorPalette${color}Background2)`,
        color: `var(--colorPalette${color}Foreground2)`,
      }}
    >
      {photo === undefined ? initialsOf(name) : <img src={photo} alt="" className={classes.photo} />}
    </span>
  );
}

/** First letters of the first and the last word, without what stands in brackets. Nothing for scripts that know no initials. */
export function initialsOf(name: string): string {
  const words = name
    .replaceAll(/[([{][^)\]}]*[)\]}]?/g, ' ')
    .split(/[\s,]+/)
    .map((word) => /^\P{L}*(\p{L})/u.exec(word)?.[1] ?? '')
    .filter((letter) => letter !== '');
  const [first = '', ...others] = words;
  const last = others.at(-1) ?? '';
  return withoutInitials.test(first) ? '' : `${first}${last}`.toLocaleUpperCase();
}

const withoutInitials =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Arabic}]/u;

function hashOf(text: string): number {
  let hash = 0;
  for (const letter of text) hash = (hash * 31 + (letter.codePointAt(0) ?? 0)) % 1_000_003;
  return hash;
}

const useStyles = makeStyles({
  root: {
    display: 'inline-flex',
    alignItems: 'center',
    justifyContent: 'center',
    flexShrink: 0,
    overflow: 'hidden',
    borderRadius: tokens.borderRadiusCircular,
    fontFamily: tokens.fontFamilyBase,
    fontWeight: tokens.fontWeightSemibold,
    lineHeight: 1,
    userSelect: 'none',
    [forcedColors]: { outlineStyle: 'solid', outlineWidth: '1px', outlineColor: 'CanvasText' },
  },
  photo: { width: '100%', height: '100%', objectFit: 'cover' },
});
