import type { Theme } from '@fluentui/react-components';
import type { HostTheme } from '#ports/host.ts';

const themes: Readonly<Record<HostTheme, () => Promise<{ readonly theme: Theme }>>> = {
  light: () => import(/* webpackChunkName: 'theme-light' */ './themes/light.ts'),
  dark: () => import(/* webpackChunkName: 'theme-dark' */ './themes/dark.ts'),
  contrast: () => import(/* webpackChunkName: 'theme-contrast' */ './themes/contrast.ts'),
};

/** Fetches the colours of one theme; most people only ever see one. */
export async function loadTheme(name: HostTheme): Promise<Theme> {
  return (await themes[name]()).theme;
}
