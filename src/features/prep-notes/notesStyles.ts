import { shorthands, tokens } from '@fluentui/react-components';
import { cardRadius, narrowContainer } from '#components/seasonTokens.ts';

/** Styles that several parts of the notes share. */

/** A clean page: what only serves the screen stays there. */
export const onPaper = '@media print';

/** What is shared stands on a card. */
export const card = {
  boxSizing: 'border-box',
  minWidth: 0,
  paddingBlock: '20px',
  paddingInline: '24px',
  borderRadius: cardRadius,
  ...shorthands.border('1px', 'solid', tokens.colorNeutralStroke3),
  backgroundColor: tokens.colorNeutralBackground1,
  boxShadow: tokens.shadow2,
  [narrowContainer]: { paddingBlock: '16px', paddingInline: '14px' },
} as const;

/** What is private has a dashed border, everywhere and in every theme. */
export const dashed = {
  boxSizing: 'border-box',
  minWidth: 0,
  paddingBlock: '18px',
  paddingInline: '20px',
  borderRadius: cardRadius,
  ...shorthands.border('1px', 'dashed', tokens.colorNeutralStrokeAccessible),
  [narrowContainer]: { paddingBlock: '12px', paddingInline: '14px' },
} as const;

export const cardTitle = {
  margin: 0,
  fontSize: tokens.fontSizeBase400,
  lineHeight: tokens.lineHeightBase400,
  fontWeight: tokens.fontWeightSemibold,
} as const;

export const titleRow = {
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'baseline',
  justifyContent: 'space-between',
  columnGap: '12px',
  rowGap: '2px',
  marginBlockEnd: '8px',
} as const;

export const quiet = {
  margin: 0,
  fontSize: tokens.fontSizeBase200,
  lineHeight: '18px',
  color: tokens.colorNeutralForeground3,
} as const;

export const plainList = {
  listStyleType: 'none',
  display: 'flex',
  flexDirection: 'column',
  gap: '6px',
  margin: 0,
  padding: 0,
} as const;

/** For what is only heard. */
export const heardOnly = {
  position: 'absolute',
  width: '1px',
  height: '1px',
  overflow: 'hidden',
  clipPath: 'inset(50%)',
  whiteSpace: 'nowrap',
} as const;
