import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { forcedColors, seasonTintStrong } from '#components/seasonTokens.ts';

/** A season that rises: nine marks on one stem, leaves growing along it. Decorative. */
export function StemPicture({ className }: { readonly className?: string }) {
  const classes = useStyles();
  const [first, ...marks] = places;
  return (
    <svg
      aria-hidden="true"
      focusable="false"
      viewBox="0 0 760 140"
      className={mergeClasses(classes.root, className)}
    >
      <path d="M4 124C180 114 560 60 756 34" className={classes.stem} />
      {leaves.map(({ x, y, size, isUp }) => (
        <path
          key={x}
          d="M0 0C-6-18 4-38 24-48C34-26 26-8 0 0Z"
          transform={`translate(${x} ${y}) scale(${size} ${isUp ? size : -size})`}
          className={isUp ? classes.leaf : classes.paleLeaf}
        />
      ))}
      {first !== undefined && (
        <>
          <circle cx={first[0]} cy={first[1]} r="9" className={classes.hereRing} />
          <circle cx={first[0]} cy={first[1]} r="4.5" className={classes.here} />
        </>
      )}
      {marks.map(([x, y]) => (
        <circle key={x} cx={x} cy={y} r="8" className={classes.mark} />
      ))}
    </svg>
  );
}

/** Marks on the curve. */
const places: readonly (readonly [number, number])[] = Array.from({ length: 9 }, (_, index) => {
  const at = 0.045 + index * 0.1145;
  return [round(along(at, 4, 180, 560, 756)), round(along(at, 124, 114, 60, 34))] as const;
});

/** Between the marks, each a little larger than the one before, up and down by turns. */
const leaves = [0.09, 0.2, 0.31, 0.42, 0.53, 0.64, 0.75, 0.86].map((at, index) => ({
  x: round(along(at, 4, 180, 560, 756)),
  y: round(along(at, 124, 114, 60, 34)),
  size: round(0.4 + index * 0.09),
  isUp: index % 2 === 0,
}));

/** A point of a cubic Bézier curve, one coordinate at a time. */
function along(at: number, a: number, b: number, c: number, d: number): number {
  const rest = 1 - at;
  return rest ** 3 * a + 3 * rest ** 2 * at * b + 3 * rest * at ** 2 * c + at ** 3 * d;
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}

const useStyles = makeStyles({
  root: {
    display: 'block',
    width: '100%',
    maxWidth: '760px',
    height: 'auto',
    overflow: 'visible',
    forcedColorAdjust: 'none',
    ':dir(rtl)': { transform: 'scaleX(-1)' },
  },
  stem: {
    fill: 'none',
    strokeWidth: '2.4px',
    strokeLinecap: 'round',
    stroke: tokens.colorPaletteForestBorderActive,
    [forcedColors]: { stroke: 'CanvasText' },
  },
  leaf: {
    fill: tokens.colorPaletteForestBackground2,
    stroke: tokens.colorTransparentStroke,
    [forcedColors]: { fill: 'Canvas', stroke: 'CanvasText' },
  },
  paleLeaf: {
    fill: seasonTintStrong,
    stroke: tokens.colorTransparentStroke,
    [forcedColors]: { fill: 'Canvas', stroke: 'CanvasText' },
  },
  mark: {
    strokeWidth: '2.2px',
    fill: tokens.colorNeutralBackground1,
    stroke: tokens.colorPaletteForestBorderActive,
    [forcedColors]: { fill: 'Canvas', stroke: 'CanvasText' },
  },
  hereRing: {
    strokeWidth: '2.2px',
    fill: tokens.colorNeutralBackground1,
    stroke: tokens.colorCompoundBrandStroke,
    [forcedColors]: { fill: 'Canvas', stroke: 'Highlight' },
  },
  here: { fill: tokens.colorCompoundBrandStroke, [forcedColors]: { fill: 'Highlight' } },
});
