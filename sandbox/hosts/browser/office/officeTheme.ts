type ThemeColors = Readonly<Record<string, number>>;

const light: ThemeColors = {
  bodyBackgroundColor: 0xffffff,
  bodyForegroundColor: 0x242424,
  controlBackgroundColor: 0xf5f5f5,
  controlForegroundColor: 0x242424,
};
const dark: ThemeColors = {
  bodyBackgroundColor: 0x1f1f1f,
  bodyForegroundColor: 0xffffff,
  controlBackgroundColor: 0x292929,
  controlForegroundColor: 0xffffff,
};

/** `Office.context.officeTheme` as the event carries it: numbers for colours. Office has no theme for contrast: that is the system's. */
export function officeTheme(theme: string): ThemeColors {
  return theme === 'light' ? light : dark;
}
