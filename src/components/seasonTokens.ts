import { tokens } from '@fluentui/react-components';

/** Leaf green thinned over the card: the quiet ground of anything that belongs to the season. The canvas in contrast themes. */
export const seasonTint = `color-mix(in srgb, ${tokens.colorPaletteForestBackground2} 26%, ${tokens.colorNeutralBackground1})`;

/** The same, stronger: cells in which half of the dates or more are free. */
export const seasonTintStrong = `color-mix(in srgb, ${tokens.colorPaletteForestBackground2} 58%, ${tokens.colorNeutralBackground1})`;

/** Corners of a card. */
export const cardRadius = tokens.borderRadius2XLarge;

/**
 * Widths at which a screen changes its shape, measured on its container, never on the device. Where two of them hold at
 * once, do not set one property in both: which of two atomic rules comes last is not ours to say.
 */
export const narrowContainer = '@container (max-width: 560px)';
export const oneColumnContainer = '@container (max-width: 820px)';
export const wideContainer = '@container (min-width: 821px)';

/** The operating system's own high contrast, where fills and shadows vanish. */
export const forcedColors = '@media (forced-colors: active)';

/** For people who asked for less motion. */
export const reducedMotion = '@media (prefers-reduced-motion: reduce)';
