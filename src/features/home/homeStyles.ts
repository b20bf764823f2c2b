import { shorthands, tokens } from '@fluentui/react-components';
import { cardRadius, narrowContainer } from '#components/seasonTokens.ts';

/** Styles that several parts of home share. */

/** A card on the page. Its border shows itself in the contrast themes, where shadows do not. */
export const card = {
  boxSizing: 'border-box',
  minWidth: 0,
  paddingBlock: '22px',
  paddingInline: '28px',
  borderRadius: cardRadius,
  ...shorthands.border('1px', 'solid', tokens.colorNeutralStroke3),
  backgroundColor: tokens.colorNeutralBackground1,
  boxShadow: tokens.shadow2,
  [narrowContainer]: { paddingBlock: '18px', paddingInline: '18px' },
} as const;

/** Small text for what is beside the point. */
export const quiet = {
  fontSize: tokens.fontSizeBase200,
  lineHeight: '18px',
  color: tokens.colorNeutralForeground3,
} as const;

/** The page of a screen that stands in the middle: administrator, signing in, settings. */
export const centredPage = {
  containerType: 'inline-size',
  boxSizing: 'border-box',
  minHeight: '100vh',
  display: 'flex',
  flexDirection: 'column',
  alignItems: 'center',
  justifyContent: 'center',
  paddingBlock: '28px',
  paddingInline: '16px',
  backgroundColor: tokens.colorNeutralBackground3,
  color: tokens.colorNeutralForeground1,
} as const;
