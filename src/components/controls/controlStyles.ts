import { shorthands, tokens } from '@fluentui/react-components';

/** What the browser's own fields wear so that they look like the rest. */
export const controlLook = {
  boxSizing: 'border-box',
  width: '100%',
  minWidth: 0,
  minHeight: '32px',
  margin: 0,
  paddingBlock: '4px',
  paddingInline: '10px',
  ...shorthands.border('1px', 'solid', tokens.colorNeutralStroke1),
  borderBlockEndColor: tokens.colorNeutralStrokeAccessible,
  borderRadius: tokens.borderRadiusMedium,
  backgroundColor: tokens.colorNeutralBackground1,
  color: tokens.colorNeutralForeground1,
  fontFamily: tokens.fontFamilyBase,
  fontSize: tokens.fontSizeBase300,
  lineHeight: tokens.lineHeightBase300,
  '::placeholder': { color: tokens.colorNeutralForeground3, opacity: 1 },
  ':hover': { borderBlockEndColor: tokens.colorNeutralStrokeAccessibleHover },
  ':focus-visible': {
    outlineStyle: 'solid',
    outlineWidth: '2px',
    outlineOffset: '0px',
    outlineColor: tokens.colorStrokeFocus2,
  },
  '&[aria-invalid="true"]': { ...shorthands.borderColor(tokens.colorPaletteRedBorder2) },
  ':disabled': { color: tokens.colorNeutralForegroundDisabled, cursor: 'not-allowed' },
} as const;

/** For the main fields of a screen. */
export const largeControl = {
  minHeight: '40px',
  fontSize: tokens.fontSizeBase400,
  lineHeight: tokens.lineHeightBase400,
} as const;
