import type { Browser, BrowserContext, Frame, Page } from 'playwright-core';
import type { RunningProduct } from './startProduct.ts';

/** The Outlook page of one person, in a browser context of its own. */
export interface OutlookPage {
  readonly context: BrowserContext;
  readonly page: Page;
  /** What the browser complained about: errors of pages, refused by policy, failed requests. */
  readonly complaints: readonly string[];
  /** Presses a button of the add-in in the ribbon, and resolves with its frame once it has loaded. */
  openPane(button: string): Promise<Frame>;
  /** Calls of Office.js that the page did not know. */
  unhandled(): Promise<unknown>;
  close(): Promise<void>;
}

export interface OutlookPageOptions {
  readonly theme?: 'light' | 'dark' | 'contrast';
  readonly bridge?: 'on' | 'off' | 'silent';
  readonly set?: string;
  readonly view?: 'mail' | 'calendar' | 'sent' | 'traffic';
  /** Graph id of an event or message to open. */
  readonly item?: string;
  /** Origin of the host page, where it is not the sandbox's own. */
  readonly origin?: string;
  /** Origin of the add-in. */
  readonly app?: string;
  /** Changes the page on its way to the browser. */
  readonly edit?: (html: string) => string;
  readonly width?: number;
  readonly height?: number;
}

/** Opens the Outlook page as a person. */
export async function openOutlookPage(
  browser: Browser,
  product: RunningProduct,
  person: string,
  options: OutlookPageOptions = {},
): Promise<OutlookPage> {
  const { width = 1366, height = 768 } = options;
  const context = await browser.newContext({
    ignoreHTTPSErrors: true,
    viewport: { width, height },
    locale: 'en-GB',
    timezoneId: 'Europe/London',
  });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(`error: ${error.message}`));
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(`console: ${message.text()}`);
  });
  const url = new URL('/outlook', options.origin ?? product.sandboxUrl);
  url.searchParams.set('person', person);
  for (const name of ['theme', 'bridge', 'set', 'view', 'item', 'app'] as const) {
    const value = options[name];
    if (value !== undefined) url.searchParams.set(name, value);
  }
  const { edit } = options;
  if (edit !== undefined)
    await page.route(/\/outlook\?/, async (route) => {
      const response = await route.fetch();
      await route.fulfill({ response, body: edit(await response.text()) });
    });
  await page.goto(url.href);
  return {
    context,
    page,
    complaints,
    async openPane(button) {
      await page.getByRole('toolbar', { name: 'Ribbon' }).getByRole('button', { name: button }).click();
      const frame = await (await page.waitForSelector('#pane-frame')).contentFrame();
      if (frame === null) throw new Error('the pane has no frame');
      await frame.waitForLoadState('load');
      return frame;
    },
    unhandled: () => page.evaluate('window.outlookHost.unhandled'),
    close: () => context.close(),
  };
}
