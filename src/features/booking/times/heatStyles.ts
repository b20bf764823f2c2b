import { makeStyles, shorthands, tokens } from '@fluentui/react-components';
import { forcedColors, seasonTint } from '#components/seasonTokens.ts';

/** Diagonal lines: not offered. */
const hatch = (line: string): string =>
  `repeating-linear-gradient(135deg, ${line} 0 1px, transparent 1px 8px)`;

/**
 * How each level of the heat map is drawn, for cells and for the legend. Borders that are transparent in light and dark show
 * themselves in the contrast themes, where the fills are the canvas; under forced colours fills and borders are the
 * person's own.
 */
export const useHeatStyles = makeStyles({
  base: {
    boxSizing: 'border-box',
    position: 'relative',
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'center',
    borderRadius: tokens.borderRadiusMedium,
    ...shorthands.border('1px', 'solid', 'transparent'),
    fontFamily: tokens.fontFamilyBase,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    fontVariantNumeric: 'tabular-nums',
    forcedColorAdjust: 'none',
  },
  all: {
    backgroundColor: tokens.colorPaletteForestForeground2,
    color: tokens.colorNeutralForegroundInverted,
    fontWeight: tokens.fontWeightSemibold,
    [forcedColors]: { backgroundColor: 'Highlight', color: 'HighlightText' },
  },
  few: {
    backgroundColor: tokens.colorPaletteForestBorderActive,
    color: tokens.colorNeutralForegroundInverted,
    fontWeight: tokens.fontWeightSemibold,
    [forcedColors]: { backgroundColor: 'Highlight', color: 'HighlightText' },
  },
  half: {
    ...shorthands.border('2px', 'solid', tokens.colorTransparentStrokeInteractive),
    backgroundColor: tokens.colorPaletteForestBackground2,
    color: tokens.colorPaletteForestForeground2,
    fontWeight: tokens.fontWeightSemibold,
    [forcedColors]: {
      backgroundColor: 'Canvas',
      color: 'CanvasText',
      ...shorthands.border('2px', 'solid', 'CanvasText'),
    },
  },
  third: {
    ...shorthands.borderColor(tokens.colorTransparentStroke),
    backgroundColor: seasonTint,
    backgroundImage: `repeating-linear-gradient(0deg, ${tokens.colorPaletteForestBackground2} 0 1px, transparent 1px 6px)`,
    color: tokens.colorNeutralForeground1,
    [forcedColors]: {
      backgroundColor: 'Canvas',
      backgroundImage: 'none',
      color: 'CanvasText',
      ...shorthands.borderColor('CanvasText'),
    },
  },
  poor: {
    ...shorthands.borderColor(tokens.colorNeutralBackground6),
    backgroundColor: 'transparent',
    color: tokens.colorNeutralForeground3,
    // Thin in light and dark; dotted where only the contrast themes show it.
    '::before': {
      content: '""',
      position: 'absolute',
      inset: '-1px',
      borderRadius: 'inherit',
      ...shorthands.border('1px', 'dotted', tokens.colorTransparentStroke),
    },
    [forcedColors]: {
      backgroundColor: 'Canvas',
      color: 'CanvasText',
      ...shorthands.border('1px', 'dotted', 'CanvasText'),
      '::before': { display: 'none' },
    },
  },
  none: {
    backgroundColor: 'transparent',
    backgroundImage: hatch(tokens.colorNeutralStroke1),
    color: tokens.colorNeutralForeground3,
    [forcedColors]: {
      backgroundColor: 'Canvas',
      backgroundImage: hatch('CanvasText'),
      color: 'CanvasText',
    },
  },
});
