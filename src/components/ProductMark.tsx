import { makeStyles, tokens } from '@fluentui/react-components';
import { forcedColors } from './seasonTokens.ts';

/** Two leaves on one stem, one filled and one outlined: mentor and mentee. Decorative: the name stands beside it. */
export function ProductMark({ size = 32 }: { readonly size?: number }) {
  const classes = useStyles();
  return (
    <svg
      aria-hidden="true"
      focusable="false"
      viewBox="0 0 32 32"
      width={size}
      height={size}
      className={classes.root}
    >
      <rect x=".5" y=".5" width="31" height="31" rx="7" className={classes.ground} />
      <path d="M16 24v-9" strokeWidth="1.8" className={classes.line} />
      <path d="M16 16.5c-5.4.6-9.2-2.6-9.6-8.2 5.6-.4 9.3 2.7 9.6 8.2Z" className={classes.fill} />
      <path
        d="M16.6 15.6c4.7.4 7.8-2.2 8.3-6.8-4.8-.3-8 2.2-8.3 6.8Z"
        strokeWidth="1.5"
        className={classes.line}
      />
      <circle cx="16" cy="26" r="1.7" className={classes.fill} />
    </svg>
  );
}

const useStyles = makeStyles({
  root: { display: 'block', flexShrink: 0, forcedColorAdjust: 'none' },
  ground: {
    fill: tokens.colorBrandBackground,
    [forcedColors]: { fill: 'Canvas', stroke: 'CanvasText' },
  },
  fill: { fill: tokens.colorNeutralForegroundOnBrand, [forcedColors]: { fill: 'CanvasText' } },
  line: {
    fill: 'none',
    strokeLinecap: 'round',
    strokeLinejoin: 'round',
    stroke: tokens.colorNeutralForegroundOnBrand,
    [forcedColors]: { stroke: 'CanvasText' },
  },
});
