import type { Browser, BrowserContext, FrameLocator, Page } from 'playwright-core';
import type { RunningProduct } from './startProduct.ts';

/** The app inside the Teams page of one person, in a browser context of its own. */
export interface TeamsPage {
  readonly context: BrowserContext;
  readonly page: Page;
  readonly app: FrameLocator;
  /** What the browser complained about: errors of the page, refused by policy, failed requests of the app's own. */
  readonly complaints: readonly string[];
  close(): Promise<void>;
}

export interface TeamsPageOptions {
  readonly theme?: 'light' | 'dark' | 'contrast';
  readonly bridge?: 'on' | 'off' | 'silent';
  readonly view?: 'app' | 'calendar' | 'mail' | 'traffic';
  readonly deepLink?: string;
  readonly width?: number;
  readonly height?: number;
  /** Origin of the host page, where it is not the sandbox's own (Microsoft's names mapped onto it). */
  readonly origin?: string;
  /** Origin the app is known under there. */
  readonly app?: string;
  /** What is to be set in the browser before the page is asked for: another time of day, listeners. */
  readonly beforeOpen?: (context: BrowserContext) => Promise<void>;
}

/** Opens the Teams page as a person. */
export async function openTeamsPage(
  browser: Browser,
  product: RunningProduct,
  person: string,
  options: TeamsPageOptions = {},
): Promise<TeamsPage> {
  const { width = 1375, height = 950 } = options;
  const context = await browser.newContext({
    ignoreHTTPSErrors: true,
    viewport: { width, height },
    locale: 'en-GB',
    timezoneId: 'Europe/London',
  });
  await options.beforeOpen?.(context);
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(`error: ${error.message}`));
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(`console: ${message.text()}`);
  });
  const url = new URL('/teams', options.origin ?? product.sandboxUrl);
  url.searchParams.set('person', person);
  for (const name of ['theme', 'bridge', 'view', 'deepLink', 'app'] as const) {
    const value = options[name];
    if (value !== undefined) url.searchParams.set(name, value);
  }
  await page.goto(url.href);
  return {
    context,
    page,
    app: page.frameLocator('#app-frame'),
    complaints,
    close: () => context.close(),
  };
}
