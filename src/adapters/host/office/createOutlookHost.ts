import type { ClockPort } from '#ports/clock.ts';
import type { HostPort } from '#ports/host.ts';
import type { ConnectedHost } from '../connectedHost.ts';
import { copyText } from '../copyText.ts';
import { externalLink, openInNewWindow } from '../externalLink.ts';
import { createOutlookItems } from './createOutlookItems.ts';
import { textMember } from './members.ts';
import { createOfficeTheme, type ThemePage } from './officeTheme.ts';
import type { OfficeLibrary } from './officeLibrary.ts';
import { openOfficeDialog } from './openOfficeDialog.ts';

export interface OutlookParts {
  readonly page: ThemePage;
  readonly clock: Pick<ClockPort, 'wait'>;
  /** Address of the page that the link in an event leads to. */
  readonly openPage: string;
}

/** A task pane of Outlook, once Office.js is ready. */
export function createOutlookHost(office: OfficeLibrary, parts: OutlookParts): ConnectedHost {
  const { context } = office;
  const profile = context.mailbox?.userProfile;
  const own = textMember(profile, 'emailAddress');
  const language = typeof context.displayLanguage === 'string' ? context.displayLanguage : 'en-US';
  const outlook = createOutlookItems(office, own, parts);
  const theme = createOfficeTheme(office, parts.page);
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
