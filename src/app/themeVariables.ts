/** Layers are no part of a theme: each variable brings what it is when nobody has set it. */
const layers: Readonly<Record<string, number>> = {
  zIndexBackground: 0,
  zIndexContent: 1,
  zIndexOverlay: 1000,
  zIndexPopup: 2000,
  zIndexMessages: 3000,
  zIndexFloating: 4000,
  zIndexPriority: 5000,
  zIndexDebug: 6000,
};

/**
 * Fluent's `tokens` in a hundredth of the bytes: theirs is a table of 400 lines in which every name stands for the CSS variable of that name. The
 * bundle has this in its place (webpack.config.js); a test holds the two together.
 */
export const tokens = new Proxy(
  {},
  {
    get(_, name) {
      if (typeof name !== 'string') return undefined;
      const layer = layers[name];
      return layer === undefined ? `var(--${name})` : `var(--${name}, ${layer})`;
    },
  },
);
