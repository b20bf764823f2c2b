import { shorthands, tokens } from '@fluentui/react-components';
import { cardRadius, narrowContainer } from '#components/seasonTokens.ts';

/** A card on the page of coffee chats and in the column beside home. */
export const coffeeCard = {
  boxSizing: 'border-box',
  minWidth: 0,
  paddingBlock: '20px',
  paddingInline: '24px',
  borderRadius: cardRadius,
  ...shorthands.border('1px', 'solid', tokens.colorNeutralStroke3),
  backgroundColor: tokens.colorNeutralBackground1,
  boxShadow: tokens.shadow2,
  [narrowContainer]: { paddingBlock: '16px', paddingInline: '16px' },
} as const;

/** Small text for what is beside the point. */
export const quietText = {
  fontSize: tokens.fontSizeBase200,
  lineHeight: '18px',
  color: tokens.colorNeutralForeground3,
} as const;

export const cardHeading = {
  margin: 0,
  fontSize: tokens.fontSizeBase400,
  lineHeight: tokens.lineHeightBase400,
  fontWeight: tokens.fontWeightSemibold,
  overflowWrap: 'anywhere',
} as const;

export const bodyText = {
  margin: 0,
  fontSize: tokens.fontSizeBase300,
  lineHeight: tokens.lineHeightBase300,
  overflowWrap: 'anywhere',
} as const;
