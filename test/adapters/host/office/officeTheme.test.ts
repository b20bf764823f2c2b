import { createOfficeTheme } from '#adapters/host/office/officeTheme.ts';
import type { OfficeLibrary } from '#adapters/host/office/officeLibrary.ts';

function library(officeTheme: unknown): { readonly office: OfficeLibrary; tell: (theme: unknown) => void } {
  let handler: ((happened: unknown) => void) | undefined;
  return {
    office: {
      onReady: () => Promise.resolve({ host: 'Outlook' }),
      EventType: { OfficeThemeChanged: 'officeThemeChanged' },
      context: {
        officeTheme,
        requirements: { isSetSupported: () => true },
        ui: { displayDialogAsync: () => undefined },
        mailbox: {
          addHandlerAsync: (_event, listener) => {
            handler = listener;
          },
        },
      },
    },
    tell: (theme) => handler?.({ officeTheme: theme }),
  };
}

const page = (dark: boolean): Pick<Window, 'matchMedia'> => ({
  matchMedia: (query) =>
    ({
      matches: dark && query.includes('dark'),
      addEventListener: () => undefined,
    }) as unknown as MediaQueryList,
});

describe('the theme of Outlook', () => {
  it('is what Outlook says, else the system’s', () => {
    expect(createOfficeTheme(library({ bodyBackgroundColor: '#1f1f1f' }).office, page(false)).read()).toBe(
      'dark',
    );
    expect(createOfficeTheme(library({ isDarkTheme: false }).office, page(true)).read()).toBe('light');
    expect(createOfficeTheme(library(undefined).office, page(true)).read()).toBe('dark');
  });

  it('is told by the event where the library has no other way', () => {
    const { office, tell } = library(undefined);
    const theme = createOfficeTheme(office, page(false));
    const seen: string[] = [];
    theme.onChange((name) => seen.push(name));
    tell({ bodyBackgroundColor: '#1f1f1f' });
    tell({ bodyBackgroundColor: '#ffffff' });
    expect(seen).toEqual(['dark', 'light']);
  });
});
