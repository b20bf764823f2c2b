import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { forcedColors } from './seasonTokens.ts';

export interface EmblemProps {
  /** Seasons of the mentorship, the present one included; from four on the picture stays. At least 1. */
  readonly seasons: number;
  /** Pixels: 40 on cards, 48 at the end of a booking. */
  readonly size?: 40 | 48;
  readonly className?: string;
}

/** The seal of a mentorship: one leaf for each season it has grown. Decorative, since "Season 2" stands beside it. */
export function Emblem({ seasons, size = 40, className }: EmblemProps) {
  const classes = useStyles();
  const leaves = Math.min(Math.max(Math.trunc(seasons), 1), 4);
  const { stem, blades } = plants[leaves - 1] ?? plants[0];
  return (
    <svg
      aria-hidden="true"
      focusable="false"
      data-leaves={leaves}
      viewBox="0 0 48 48"
      width={size}
      height={size}
      className={mergeClasses(classes.root, className)}
    >
      <circle cx="24" cy="24" r="23.5" className={classes.seal} />
      <path d={stem} className={classes.stem} />
      {blades.map((blade) => (
        <path key={blade} d={blade} className={classes.leaf} />
      ))}
    </svg>
  );
}

interface Plant {
  readonly stem: string;
  readonly blades: readonly string[];
}

const lowLeft = 'M24 33C18 34 13.6 30.6 13 24.6c6-.6 10.6 2.6 11 8.4Z';
const lowRight = 'M24 28.5c6 .8 10.4-2.6 11-8.6-6-.6-10.6 2.8-11 8.6Z';
const plants: readonly [Plant, ...Plant[]] = [
  {
    stem: 'M23 38c-.4-5 .2-9.5 2.6-13.4',
    blades: ['M24 27.6c-4-5.6-2.6-12.6 5.6-17.6 3 7.8 1.2 14.4-5.6 17.6Z'],
  },
  {
    stem: 'M24 38V23.5',
    blades: [
      'M24 24.5c-6.8.8-12-3.2-12.6-10.3C18.5 13.6 23.6 17.7 24 24.5Z',
      'M24 23.5c6.8.8 12-3.2 12.6-10.3C29.5 12.6 24.4 16.7 24 23.5Z',
    ],
  },
  {
    stem: 'M24 38V19',
    blades: [lowLeft, lowRight, 'M24 21c-3.6-4.6-2.6-9.6 2.4-13.6 3.4 5.6 2.4 10.6-2.4 13.6Z'],
  },
  {
    stem: 'M24 39V18',
    blades: [
      'M24 35c-5 1-8.9-1.8-9.6-6.9 5.1-.6 9 2 9.6 6.9Z',
      'M24 31c5 1 8.9-1.8 9.6-6.9-5.1-.6-9 2-9.6 6.9Z',
      'M24 25.5c-5 1-8.9-1.8-9.6-6.9 5.1-.6 9 2 9.6 6.9Z',
      'M24 20.5c1-6.5 3.6-11 9.2-12.5 1 6.5-2.7 11.2-9.2 12.5Z',
    ],
  },
];

const useStyles = makeStyles({
  root: { display: 'block', flexShrink: 0, forcedColorAdjust: 'none' },
  seal: {
    fill: tokens.colorPaletteForestBackground2,
    stroke: tokens.colorTransparentStroke,
    [forcedColors]: { fill: 'Canvas', stroke: 'CanvasText' },
  },
  leaf: { fill: tokens.colorPaletteForestForeground2, [forcedColors]: { fill: 'CanvasText' } },
  stem: {
    fill: 'none',
    strokeWidth: '2.4px',
    strokeLinecap: 'round',
    stroke: tokens.colorPaletteForestForeground2,
    [forcedColors]: { stroke: 'CanvasText' },
  },
});
