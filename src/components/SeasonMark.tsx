import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import { forcedColors, reducedMotion } from './seasonTokens.ts';
import { shapeOfMark, type MarkShape, type MarkState } from './markState.ts';

export interface SeasonMarkProps {
  readonly state: MarkState;
  /** Pixels: 18 in the stem, 20 in ladders, 11 in the small stem. Under 14 the glyphs inside are left out. */
  readonly size?: 11 | 14 | 18 | 20;
  readonly className?: string;
}

/**
 * One mark of the season. Always hidden from assistive technology: whoever draws it writes its words beside it or into
 * the name of the button around it.
 */
export function SeasonMark({ state, size = 18, className }: SeasonMarkProps) {
  const classes = useStyles();
  const shape = shapeOfMark(state);
  const isSmall = size < 14;
  const line = isSmall ? 3 : 2;
  const turns = shape === 'discArrow' || shape === 'ringArrow';
  return (
    <svg
      aria-hidden="true"
      focusable="false"
      data-mark={shape}
      viewBox="0 0 20 20"
      width={size}
      height={size}
      className={mergeClasses(classes.root, turns && classes.turnsWithDirection, className)}
    >
      {drawings[shape]({ classes, isSmall, line, radius: 9 - line / 2 })}
    </svg>
  );
}

interface Pen {
  readonly classes: ReturnType<typeof useStyles>;
  readonly isSmall: boolean;
  /** In units of a 20 px mark; small marks need it thicker to stay a pixel and a half. */
  readonly line: number;
  readonly radius: number;
}

const drawings: Readonly<Record<MarkShape, (pen: Pen) => ReactElement>> = {
  disc: ({ classes, isSmall }) => <circle cx="10" cy="10" r={isSmall ? 7 : 6} className={classes.leafFill} />,
  discTick: ({ classes, isSmall }) => (
    <>
      <circle cx="10" cy="10" r="9" className={classes.leafFill} />
      {!isSmall && <path d="M6 10.2 8.8 13 14 7.4" strokeWidth="1.8" className={classes.glyphLine} />}
    </>
  ),
  discArrow: ({ classes, isSmall }) => (
    <>
      <circle cx="10" cy="10" r="9" className={classes.leafFill} />
      <path
        d="M5.8 10h8M10.6 6.6 14 10l-3.4 3.4"
        strokeWidth={isSmall ? 2.4 : 1.7}
        className={classes.glyphLine}
      />
    </>
  ),
  doubleRing: ({ classes, line, radius }) => (
    <>
      <circle cx="10" cy="10" r={radius} strokeWidth={line} className={classes.brandLine} />
      <circle cx="10" cy="10" r="4" className={classes.brandFill} />
    </>
  ),
  ring: ({ classes, line, radius }) => (
    <circle cx="10" cy="10" r={radius - 0.5} strokeWidth={line} className={classes.leafLine} />
  ),
  lightRing: ({ classes, isSmall, radius }) => (
    <circle cx="10" cy="10" r={radius - 0.5} strokeWidth={isSmall ? 1.8 : 1.1} className={classes.leafLine} />
  ),
  greyRing: ({ classes, line, radius }) => (
    <circle cx="10" cy="10" r={radius - 0.5} strokeWidth={line} className={classes.greyLine} />
  ),
  ringArrow: ({ classes, isSmall, line, radius }) => (
    <>
      <circle cx="10" cy="10" r={radius} strokeWidth={line} className={classes.leafLine} />
      <path
        d="M6.2 10h7M10.4 7 13.4 10l-3 3"
        strokeWidth={isSmall ? 2.2 : 1.7}
        className={classes.leafLine}
      />
    </>
  ),
  diamond: ({ classes, isSmall }) => (
    <>
      <path d="M10 .4 19.6 10 10 19.6.4 10Z" className={classes.warningFill} />
      {!isSmall && (
        <>
          <path d="M10 5.6v5.2" strokeWidth="2" className={classes.glyphLine} />
          <circle cx="10" cy="13.8" r="1.2" className={classes.glyphFill} />
        </>
      )}
    </>
  ),
  halfRing: ({ classes, line, radius }) => (
    <>
      <circle cx="10" cy="10" r={radius} strokeWidth={line} className={classes.tentativeLine} />
      <path d="M10 2.4a7.6 7.6 0 0 1 0 15.2Z" className={classes.tentativeFill} />
    </>
  ),
  dashedCross: ({ classes, isSmall }) => (
    <>
      <circle
        cx="10"
        cy="10"
        r="8"
        strokeWidth={isSmall ? 2 : 1.5}
        strokeDasharray="3.2 3.08"
        className={classes.greyLine}
      />
      <path
        d="m7.2 7.2 5.6 5.6m0-5.6-5.6 5.6"
        strokeWidth={isSmall ? 2.4 : 1.6}
        className={classes.greyLine}
      />
    </>
  ),
  dottedQuestion: ({ classes, isSmall }) => (
    <>
      <circle
        cx="10"
        cy="10"
        r="8"
        strokeWidth={isSmall ? 2.6 : 2}
        strokeDasharray={isSmall ? '.01 6.27' : '.01 4.18'}
        className={classes.greyLine}
      />
      {!isSmall && (
        <>
          <path d="M8 8.2c0-2.7 4-2.7 4 0 0 1.6-2 1.7-2 3.3" strokeWidth="1.5" className={classes.greyLine} />
          <circle cx="10" cy="14" r="1" className={classes.greyFill} />
        </>
      )}
    </>
  ),
  dash: ({ classes, isSmall }) => (
    <path d="M5 10h10" strokeWidth={isSmall ? 3 : 2.2} className={classes.greyLine} />
  ),
};

const lineBase = {
  fill: 'none',
  strokeLinecap: 'round',
  strokeLinejoin: 'round',
} as const;

const useStyles = makeStyles({
  root: {
    display: 'block',
    flexShrink: 0,
    // Fills vanish under forced colours unless the marks choose from the person's own palette.
    forcedColorAdjust: 'none',
    overflow: 'visible',
  },
  // Arrows point to where time goes; a tick does not turn.
  turnsWithDirection: { ':dir(rtl)': { transform: 'scaleX(-1)' } },
  leafFill: {
    fill: tokens.colorPaletteForestBorderActive,
    transitionProperty: 'fill',
    transitionDuration: tokens.durationFast,
    [reducedMotion]: { transitionDuration: '0s' },
    [forcedColors]: { fill: 'Highlight' },
  },
  leafLine: {
    ...lineBase,
    stroke: tokens.colorPaletteForestBorderActive,
    [forcedColors]: { stroke: 'CanvasText' },
  },
  brandFill: { fill: tokens.colorCompoundBrandStroke, [forcedColors]: { fill: 'Highlight' } },
  brandLine: {
    ...lineBase,
    stroke: tokens.colorCompoundBrandStroke,
    [forcedColors]: { stroke: 'Highlight' },
  },
  warningFill: { fill: tokens.colorStatusWarningForeground1, [forcedColors]: { fill: 'CanvasText' } },
  tentativeFill: { fill: tokens.colorPaletteMarigoldForeground2, [forcedColors]: { fill: 'CanvasText' } },
  tentativeLine: {
    ...lineBase,
    stroke: tokens.colorPaletteMarigoldForeground2,
    [forcedColors]: { stroke: 'CanvasText' },
  },
  greyFill: { fill: tokens.colorNeutralStrokeAccessible, [forcedColors]: { fill: 'CanvasText' } },
  greyLine: {
    ...lineBase,
    stroke: tokens.colorNeutralStrokeAccessible,
    [forcedColors]: { stroke: 'CanvasText' },
  },
  glyphLine: {
    ...lineBase,
    stroke: tokens.colorNeutralForegroundInverted,
    [forcedColors]: { stroke: 'Canvas' },
  },
  glyphFill: { fill: tokens.colorNeutralForegroundInverted, [forcedColors]: { fill: 'Canvas' } },
});
