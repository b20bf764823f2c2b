import { createOfficeTheme } from '#adapters/host/office/officeTheme.ts';
import type { OfficeLibrary } from '#adapters/host/office/officeLibrary.ts';

function page(matching: readonly string[]): Pick<Window, 'matchMedia'> {
  return {
    matchMedia: (query) =>
      ({ matches: matching.some((each) => query.includes(each)), addEventListener: () => {} }) as never,
  };
}

function office(theme: unknown): {
  readonly library: OfficeLibrary;
  readonly change: (event: unknown) => void;
} {
  const handlers: ((event: unknown) => void)[] = [];
  return {
    library: {
      onReady: async () => ({ host: 'Outlook' }),
      EventType: { OfficeThemeChanged: 'officeThemeChanged' },
      context: {
        officeTheme: theme,
        requirements: { isSetSupported: () => true },
        ui: { displayDialogAsync: () => {} },
        mailbox: { addHandlerAsync: (_event, handler) => void handlers.push(handler) },
      },
    },
    change: (event) => {
      for (const handler of handlers) handler(event);
    },
  };
}

describe('the theme of Outlook', () => {
  it('is told by its colours, or by its own word', () => {
    expect(createOfficeTheme(office({ bodyBackgroundColor: '#1f1f1f' }).library, page([])).read()).toBe(
      'dark',
    );
    expect(createOfficeTheme(office({ bodyBackgroundColor: '#ffffff' }).library, page(['dark'])).read()).toBe(
      'light',
    );
    expect(createOfficeTheme(office({ isDarkTheme: true }).library, page([])).read()).toBe('dark');
  });

  it('is the system’s where Outlook tells none, and contrast is the system’s everywhere', () => {
    expect(createOfficeTheme(office(undefined).library, page(['dark'])).read()).toBe('dark');
    expect(createOfficeTheme(office({ isDarkTheme: true }).library, page(['forced-colors'])).read()).toBe(
      'contrast',
    );
  });

  it('follows what an event tells', () => {
    const { library, change } = office(undefined);
    const theme = createOfficeTheme(library, page([]));
    const seen: string[] = [];
    theme.onChange((name) => seen.push(name));
    change({ officeTheme: { bodyBackgroundColor: '#1f1f1f' } });
    expect(seen).toEqual(['dark']);
    expect(theme.read()).toBe('dark');
  });
});
