import { shorthands, tokens } from '@fluentui/react-components';
import { cardRadius, forcedColors } from './seasonTokens.ts';

/** Styles that several parts of booking share. */

/** A fieldset without the browser's frame. */
export const plainFieldset = {
  minWidth: 0,
  margin: 0,
  padding: 0,
  ...shorthands.borderStyle('none'),
} as const;

/** A list without bullets. */
export const plainList = { listStyleType: 'none', margin: 0, padding: 0 } as const;

export const card = {
  borderRadius: cardRadius,
  backgroundColor: tokens.colorNeutralBackground1,
  boxShadow: tokens.shadow2,
  ...shorthands.border('1px', 'solid', tokens.colorTransparentStroke),
} as const;

/** Width of the container at which a side column goes below. */
export const middleContainer = '@container (max-width: 820px)';

/** A link looks like text where colours are forced, unless it is underlined. */
export const forcedLink = { [forcedColors]: { textDecorationLine: 'underline' } } as const;
