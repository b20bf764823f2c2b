import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { openBrowser } from '../support/openBrowser.ts';
import { startProduct, type RunningProduct } from '../support/startProduct.ts';
import { openTeamsPage } from '../support/teamsPage.ts';

jest.setTimeout(120_000);

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

async function violationsOf(page: Page): Promise<readonly string[]> {
  // The app in its frame has tests of its own.
  const { violations } = await new AxeBuilder({ page }).withTags(rules).exclude('#app-frame').analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`);
}

describe('the pages of the sandbox in a browser', () => {
  let product: RunningProduct;
  let browser: Browser;

  beforeAll(async () => {
    [product, browser] = await Promise.all([startProduct({ args: ['--no-build'] }), openBrowser()]);
  });
  afterAll(async () => {
    await browser.close();
    await product.stop();
  });

  const open = async (path: string): Promise<{ readonly page: Page; readonly context: BrowserContext }> => {
    const context = await browser.newContext({ ignoreHTTPSErrors: true });
    const page = await context.newPage();
    await page.goto(`${product.sandboxUrl}${path}`);
    return { page, context };
  };

  it('lets one choose who to be, move the clock and begin anew after a question', async () => {
    const { page, context } = await open('/');
    expect(await violationsOf(page)).toEqual([]);
    await page.getByRole('button', { name: 'Move the clock' }).click();
    expect(await violationsOf(page)).toEqual([]);
    await page.getByLabel('Date and time (UTC)').fill('2026-12-24T08:00');
    await page.getByRole('button', { name: 'Move', exact: true }).click();
    await page.getByText('Thursday, 24 December 2026 at 08:00').waitFor();
    await page.getByRole('button', { name: 'Begin anew' }).click();
    await page.getByRole('button', { name: 'Keep everything' }).click();
    await page.getByText('Thursday, 24 December 2026').waitFor();
    await page.getByRole('button', { name: 'Begin anew' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Begin anew' }).click();
    await page.getByText('24 December 2026').waitFor({ state: 'detached' });
    await page.getByRole('link', { name: 'Teams page as Dana Mokoena' }).click();
    await page.waitForURL('**/teams?person=dana');
    expect(await page.title()).toBe('Dana, Teams page');
    await context.close();
  });

  it('shakes hands with the app and passes themes and deep links on', async () => {
    const opened = await openTeamsPage(browser, product, 'morgan', { deepLink: 'm=none' });
    const { page, app } = opened;
    await app.getByRole('heading').first().waitFor();
    const state = await page.evaluate(() => window.sandboxHost);
    expect(state?.unhandled).toEqual([]);
    expect(state?.appState).toContain('loaded');
    await page.getByLabel('Theme').selectOption('contrast');
    await page.locator('.teams[data-theme="contrast"]').waitFor();
    await opened.close();
  });

  it('shows the calendar, where invitations are answered and dates moved', async () => {
    const { page, context } = await open('/teams?person=grace&view=calendar');
    const meeting = page.getByRole('button', { name: /^Mentor meeting with Grace/ });
    const findWeek = async (): Promise<void> => {
      await page
        .getByRole('button', { name: /stand-up/ })
        .first()
        .waitFor();
      if ((await meeting.count()) === 0) await page.getByRole('button', { name: 'Week after' }).click();
      await meeting.first().waitFor();
    };
    await findWeek();
    expect(await violationsOf(page)).toEqual([]);
    await meeting.first().click();
    expect(await violationsOf(page)).toEqual([]);
    await page.getByRole('group', { name: 'This date' }).getByRole('button', { name: 'Tentative' }).click();
    await page.locator('.event[data-state="tentative"]', { hasText: 'Mentor meeting' }).waitFor();

    await page.goto(`${product.sandboxUrl}/teams?person=dana&view=mail`);
    await page.getByText('Tentative: Mentor meeting with Grace').waitFor();
    expect(await violationsOf(page)).toEqual([]);

    await page.goto(`${product.sandboxUrl}/teams?person=tomas&view=calendar`);
    await page.getByRole('button', { name: 'Week after' }).click();
    await page.getByRole('button', { name: /^Front desk/ }).click();
    await page.getByRole('button', { name: 'Move this date' }).click();
    const dialog = page.getByRole('dialog', { name: 'Move to' });
    const before = await dialog.getByLabel('New start').inputValue();
    await dialog.getByLabel('New start').fill(before.replace('T13:00', 'T14:30'));
    await dialog.getByRole('button', { name: 'Move', exact: true }).click();
    await page.getByRole('button', { name: /^Front desk 14:30 to 18:30/ }).waitFor();
    await context.close();
  });

  it('hands out tokens only to its own pages', async () => {
    const { page, context } = await open('/teams?person=morgan&view=traffic');
    await page.getByRole('heading', { name: 'Traffic' }).waitFor();
    expect(await violationsOf(page)).toEqual([]);
    const statuses = await page.evaluate(() =>
      Promise.all(
        [{}, { 'X-Host-Session': 'guessed' }].map(
          async (headers: Record<string, string>) =>
            (await fetch('/host/graph-token', { method: 'POST', headers })).status,
        ),
      ),
    );
    expect(statuses).toEqual([403, 403]);
    await page.goto(product.appUrl);
    const fromApp = await page.evaluate(
      async (url) =>
        fetch(`${url}/host/graph-token`, { method: 'POST' }).then(
          () => 'answered',
          () => 'refused',
        ),
      product.sandboxUrl,
    );
    expect(fromApp).toBe('refused');
    await context.close();
  });

  it('fits a phone without scrolling sideways', async () => {
    const context = await browser.newContext({
      ignoreHTTPSErrors: true,
      viewport: { width: 320, height: 640 },
    });
    const page = await context.newPage();
    for (const path of ['/teams?person=dana&view=calendar', '/teams?person=dana&view=mail', '/']) {
      await page.goto(`${product.sandboxUrl}${path}`);
      await page.getByRole('heading').first().waitFor();
      const wide = await page.evaluate(() => document.documentElement.scrollWidth);
      expect([path, wide]).toEqual([path, 320]);
    }
    await context.close();
  });
});
