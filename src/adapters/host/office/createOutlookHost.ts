import type { HostPort } from '#ports/host.ts';
import type { OpenedItem, OutlookPort } from '#ports/outlook.ts';
import type { ConnectedHost } from '../connectedHost.ts';
import { copyText } from '../copyText.ts';
import { externalLink, openInNewWindow } from '../externalLink.ts';
import { textMember } from './members.ts';
import { createOfficeTheme, type ThemePage } from './officeTheme.ts';
import type { OfficeLibrary } from './officeLibrary.ts';
import { openOfficeDialog } from './openOfficeDialog.ts';
import { readOpened } from './readOpened.ts';

/** A task pane of Outlook, once Office.js is ready. */
export function createOutlookHost(office: OfficeLibrary, page: ThemePage): ConnectedHost {
  const { context } = office;
  const profile = context.mailbox?.userProfile;
  const own = textMember(profile, 'emailAddress');
  const language = typeof context.displayLanguage === 'string' ? context.displayLanguage : 'en-US';
  const isSince = (version: string): boolean => context.requirements.isSetSupported('Mailbox', version);
  const outlook = createOutlookItems(office, own, isSince);
  const theme = createOfficeTheme(office, page);
  const port: HostPort = {
    kind: 'outlook',
    locale: language,
    theme: theme.read,
    onThemeChange: theme.onChange,
    deepLink: undefined,
    // Outlook shows its own sign while the frame loads and asks for no word.
    notifyReady: () => {},
    notifyFailed: () => {},
    openLink: async (text) => {
      const url = externalLink(text);
      if (url === undefined) throw new TypeError('not an address to be opened');
      const { openBrowserWindow } = context.ui;
      // The desktop clients need it; in a browser it may be missing although the set is there.
      const isOffered =
        url.startsWith('https:') &&
        openBrowserWindow !== undefined &&
        context.requirements.isSetSupported('OpenBrowserWindowApi', '1.1');
      if (isOffered) openBrowserWindow.call(context.ui, url);
      else openInNewWindow(url);
    },
    copyText: (text) => copyText(text),
    outlook,
  };
  return {
    port,
    person: undefined,
    ...(own === undefined ? {} : { loginHint: own }),
    openDialog: (url) => openOfficeDialog(context.ui, url),
  };
}

function createOutlookItems(
  { context: { mailbox }, EventType }: OfficeLibrary,
  own: string | undefined,
  isSince: (version: string) => boolean,
): OutlookPort {
  let opened = readOpened(mailbox?.item, own);
  const listeners = new Set<() => void>();
  const onChange = (): void => {
    opened = readOpened(mailbox?.item, own);
    for (const listener of listeners) listener();
  };
  // Only a pinned pane outlives its item; before Mailbox 1.5 there is no such event.
  const itemChanged = EventType?.ItemChanged;
  if (isSince('1.5') && typeof itemChanged === 'string') mailbox?.addHandlerAsync?.(itemChanged, onChange);
  return {
    opened: (): OpenedItem => opened,
    onItemChange(listener) {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
  };
}
