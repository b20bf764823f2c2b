import { FluentProvider, makeStyles, tokens, type Theme } from '@fluentui/react-components';
import { useEffect, useMemo, useState, type ReactNode } from 'react';
import type { HostPort, HostTheme } from '#ports/host.ts';
import { createFormat, localeOfWords } from '#words/format.ts';
import { FormatContext } from '#words/FormatContext.ts';
import { loadTheme } from './loadTheme.ts';

export interface HostLookProps {
  /** Undefined when the app could not find out where it stands. */
  readonly host: HostPort | undefined;
  readonly children: ReactNode;
}

/** Theme, direction, words and dates as the host has them, and as they change. Draws nothing until the theme is there. */
export function HostLook({ host, children }: HostLookProps) {
  const classes = useStyles();
  const look = useTheme(host);
  const locale = host?.locale ?? language;
  const dir = directionOf(locale);
  const format = useMemo(() => createFormat(localeOfWords(locale, language)), [locale]);
  useEffect(() => {
    const { documentElement } = document;
    documentElement.lang = format.locale;
    documentElement.dir = dir;
    // What the browser draws itself (scroll bars, date fields) follows too.
    if (look !== undefined) documentElement.dataset.theme = look.name;
  }, [format, dir, look]);

  if (look === undefined) return null;
  return (
    <FluentProvider theme={look.theme} dir={dir}>
      {/* Not on the provider: it hands its classes to whatever floats above the page, which would then cover it. */}
      <div className={classes.page}>
        <FormatContext value={format}>{children}</FormatContext>
      </div>
    </FluentProvider>
  );
}

/** The language of the catalogue. */
const language = 'en';

/** The host's theme as soon as its colours are there; until those of the next one are, the last one stays. */
function useTheme(
  host: HostPort | undefined,
): { readonly name: HostTheme; readonly theme: Theme } | undefined {
  const [look, setLook] = useState<{ readonly name: HostTheme; readonly theme: Theme }>();
  useEffect(() => {
    let wanted: HostTheme | undefined;
    const show = async (name: HostTheme): Promise<void> => {
      wanted = name;
      try {
        const theme = await loadTheme(name);
        if (wanted === name) setLook({ name, theme });
      } catch {
        // Without a network the colours on the screen are as good as any.
      }
    };
    void show(host?.theme() ?? 'light');
    const stop = host?.onThemeChange((name) => void show(name));
    return () => {
      wanted = undefined;
      stop?.();
    };
  }, [host]);
  return look;
}

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
