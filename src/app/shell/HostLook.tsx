import {
  FluentProvider,
  makeStyles,
  teamsDarkTheme,
  teamsHighContrastTheme,
  teamsLightTheme,
  tokens,
  type Theme,
} from '@fluentui/react-components';
import { useEffect, useMemo, useState, type ReactNode } from 'react';
import type { HostPort, HostTheme } from '#ports/host.ts';
import { en } from '#words/en/index.ts';
import { createFormat, localeOfWords } from '#words/format.ts';
import { FormatContext } from '#words/FormatContext.ts';
import { WordsContext } from '#words/Words.ts';

export interface HostLookProps {
  /** Undefined when the app could not find out where it stands. */
  readonly host: HostPort | undefined;
  readonly children: ReactNode;
}

/** Theme, direction, words and dates as the host has them, and as they change. */
export function HostLook({ host, children }: HostLookProps) {
  const classes = useStyles();
  const [theme, setTheme] = useState<HostTheme>(() => host?.theme() ?? 'light');
  useEffect(() => host?.onThemeChange(setTheme), [host]);
  const locale = host?.locale ?? language;
  const dir = directionOf(locale);
  const format = useMemo(() => createFormat(localeOfWords(locale, language)), [locale]);
  useEffect(() => {
    const { documentElement } = document;
    documentElement.lang = format.locale;
    documentElement.dir = dir;
    // What the browser draws itself (scroll bars, date fields) follows too.
    documentElement.dataset.theme = theme;
  }, [format, dir, theme]);

  return (
    <FluentProvider theme={themes[theme]} dir={dir} className={classes.page}>
      <WordsContext value={en}>
        <FormatContext value={format}>{children}</FormatContext>
      </WordsContext>
    </FluentProvider>
  );
}

/** The language of the catalogue. */
const language = 'en';

const themes: Readonly<Record<HostTheme, Theme>> = {
  light: teamsLightTheme,
  dark: teamsDarkTheme,
  contrast: teamsHighContrastTheme,
};

const rightToLeft = new Set(['ar', 'fa', 'he', 'ur', 'ps', 'sd', 'ug', 'yi', 'dv', 'ckb', 'syr']);

/** The direction that a locale is written in, by its script where it names one. */
export function directionOf(locale: string): 'ltr' | 'rtl' {
  try {
    const { language: code, script } = new Intl.Locale(locale);
    if (script !== undefined)
      return ['Arab', 'Hebr', 'Thaa', 'Syrc', 'Nkoo'].includes(script) ? 'rtl' : 'ltr';
    return rightToLeft.has(code) ? 'rtl' : 'ltr';
  } catch {
    return 'ltr';
  }
}

const useStyles = makeStyles({
  page: {
    minHeight: '100vh',
    boxSizing: 'border-box',
    backgroundColor: tokens.colorNeutralBackground3,
    color: tokens.colorNeutralForeground1,
  },
});
