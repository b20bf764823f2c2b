import { shorthands, tokens } from '@fluentui/react-components';
import { cardRadius, narrowContainer } from '#components/seasonTokens.ts';

/** Styles that the parts of the page share. */

export const part = {
  boxSizing: 'border-box',
  minWidth: 0,
  display: 'flex',
  flexDirection: 'column',
  gap: '14px',
  paddingBlock: '22px',
  paddingInline: '28px',
  borderRadius: cardRadius,
  ...shorthands.border('1px', 'solid', tokens.colorNeutralStroke3),
  backgroundColor: tokens.colorNeutralBackground1,
  boxShadow: tokens.shadow2,
  [narrowContainer]: { paddingBlock: '18px', paddingInline: '18px' },
} as const;

export const title = {
  margin: 0,
  fontSize: tokens.fontSizeBase400,
  lineHeight: tokens.lineHeightBase400,
  fontWeight: tokens.fontWeightSemibold,
} as const;

export const textBlock = {
  margin: 0,
  maxWidth: '70ch',
  fontSize: tokens.fontSizeBase300,
  lineHeight: tokens.lineHeightBase300,
} as const;

export const costs = {
  margin: 0,
  maxWidth: '70ch',
  fontSize: tokens.fontSizeBase200,
  lineHeight: tokens.lineHeightBase200,
  color: tokens.colorNeutralForeground2,
} as const;
