import type { HostTheme } from '#ports/host.ts';
import { member, textMember } from './members.ts';
import type { OfficeLibrary } from './officeLibrary.ts';

/** The part of a window that tells what the system wishes. */
export type ThemePage = Pick<Window, 'matchMedia'>;

const forcedColors = '(forced-colors: active)';
const darkScheme = '(prefers-color-scheme: dark)';

/**
 * Outlook's theme as it is and as it changes. Older hosts tell none; then it is the system's, as in any page. Contrast themes are the system's
 * everywhere.
 */
export function createOfficeTheme(
  { context, EventType }: OfficeLibrary,
  page: ThemePage,
): {
  readonly read: () => HostTheme;
  readonly onChange: (listener: (theme: HostTheme) => void) => () => void;
} {
  // Libraries of some ages tell the theme only with the event of its change.
  let heard: boolean | undefined;
  const read = (): HostTheme => {
    if (page.matchMedia(forcedColors).matches) return 'contrast';
    const told = heard ?? isDark(context.officeTheme);
    return (told ?? page.matchMedia(darkScheme).matches) ? 'dark' : 'light';
  };
  const listeners = new Set<(theme: HostTheme) => void>();
  const tell = (): void => {
    for (const listener of listeners) listener(read());
  };
  for (const query of [forcedColors, darkScheme]) page.matchMedia(query).addEventListener('change', tell);
  const themeChanged = EventType?.OfficeThemeChanged;
  if (context.requirements.isSetSupported('Mailbox', '1.14') && typeof themeChanged === 'string')
    context.mailbox?.addHandlerAsync?.(themeChanged, (happened) => {
      heard = isDark(member(happened, 'officeTheme'));
      tell();
    });
  return {
    read,
    onChange(listener) {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
  };
}

/** Whether an `Office.OfficeTheme` is a dark one: told, else by the lightness of its ground; undefined where nothing can be told. */
function isDark(theme: unknown): boolean | undefined {
  const told = member(theme, 'isDarkTheme');
  if (typeof told === 'boolean') return told;
  const ground = /^#?([0-9a-f]{6})$/i.exec(textMember(theme, 'bodyBackgroundColor') ?? '')?.[1];
  if (ground === undefined) return undefined;
  const [red = 0, green = 0, blue = 0] = (ground.match(/../g) ?? []).map((part) => Number.parseInt(part, 16));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue < 128;
}
