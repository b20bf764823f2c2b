import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { openBrowser } from '#test/support/openBrowser.ts';
import { openOutlookPage, type OutlookPage, type OutlookPageOptions } from '#test/support/outlookPage.ts';
import { startProduct, type RunningProduct } from '#test/support/startProduct.ts';

jest.setTimeout(180_000);

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

async function violationsOf(page: Page): Promise<readonly string[]> {
  // The add-in in its frame has tests of its own.
  const { violations } = await new AxeBuilder({ page }).withTags(rules).exclude('#pane-frame').analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`);
}

describe('the Outlook page of the sandbox', () => {
  let product: RunningProduct;
  let browser: Browser;
  beforeAll(async () => {
    [product, browser] = await Promise.all([startProduct({ args: ['--no-build'] }), openBrowser()]);
  });
  afterAll(async () => {
    await browser?.close();
    await product?.stop();
  });

  let outlook: OutlookPage;
  const open = async (person: string, options: OutlookPageOptions = {}): Promise<Page> => {
    outlook = await openOutlookPage(browser, product, person, options);
    return outlook.page;
  };
  afterEach(async () => {
    expect(await outlook.unhandled()).toEqual([]);
    await outlook.close();
  });

  it('is reached from the front page, and named after its person', async () => {
    const page = await open('morgan');
    await page.goto(product.sandboxUrl);
    await page.getByRole('link', { name: 'Outlook page as Dana Mokoena' }).click();
    await page.waitForURL('**/outlook?person=dana');
    expect(await page.title()).toBe('Dana, Outlook page');
    await page.getByLabel('Person').selectOption('tomas');
    await page.waitForURL('**person=tomas**');
    await page.getByRole('heading', { name: 'Tomás’s inbox' }).waitFor();
  });

  it('draws the buttons of the manifest where it puts them, and lets the keys go through them', async () => {
    const page = await open('morgan');
    const ribbon = page.getByRole('toolbar', { name: 'Ribbon' });
    await page.getByRole('button', { name: 'The open-access survey' }).click();
    const added = ribbon.getByRole('group', { name: 'From the manifest' }).getByRole('button');
    await added.first().waitFor();
    expect(await added.allTextContents()).toEqual(['Meet with sender']);
    await ribbon.getByRole('button', { name: 'New event' }).focus();
    await page.keyboard.press('ArrowRight');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Meet with sender');
    await page.keyboard.press('Home');
    await page.keyboard.press('Enter');
    await page.getByRole('region', { name: 'Event form' }).waitFor();
    await added.nth(1).waitFor();
    expect(await added.allTextContents()).toEqual(['Mentor times', 'Prep notes']);
  });

  it('is accessible with mail, calendar, a form, somebody else’s event and a pane', async () => {
    const page = await open('grace');
    await page.getByRole('heading', { name: 'Grace’s inbox' }).waitFor();
    await page.getByRole('button', { name: 'Mentoring programme' }).click();
    await page.getByRole('heading', { name: 'Mentoring programme' }).waitFor();
    expect(await violationsOf(page)).toEqual([]);
    await outlook.openPane('Meet with sender');
    const width = page.getByRole('separator', { name: 'Width of the pane' });
    await width.press('ArrowLeft');
    expect(await width.getAttribute('aria-valuenow')).toBe('370');
    expect(await violationsOf(page)).toEqual([]);
    await page.getByRole('button', { name: 'New event' }).click();
    await page.getByLabel('Repeats').selectOption('weekly');
    expect(await violationsOf(page)).toEqual([]);
    await page.getByRole('button', { name: 'Discard' }).click();
    await page.getByRole('button', { name: 'Day', exact: true }).click();
    await page.getByRole('button', { name: 'Day after' }).waitFor();
    expect(await violationsOf(page)).toEqual([]);
  });

  it('answers an invitation beside the calendar, and asks before what was typed is lost', async () => {
    const page = await open('grace', { view: 'calendar' });
    const meeting = page.getByRole('button', { name: /^Mentor meeting with Grace/ });
    await page
      .getByRole('button', { name: /stand-up/ })
      .first()
      .waitFor();
    if ((await meeting.count()) === 0) await page.getByRole('button', { name: 'Week after' }).click();
    await meeting.first().click();
    await page.getByRole('group', { name: 'This date' }).getByRole('button', { name: 'Tentative' }).click();
    await page.locator('.event[data-state="tentative"]', { hasText: 'Mentor meeting' }).first().waitFor();
    await page.getByRole('button', { name: 'New event' }).click();
    await page.getByLabel('Subject').fill('Nearly lost');
    await page.getByRole('button', { name: 'Mail', exact: true }).click();
    await page.getByRole('button', { name: 'Keep writing' }).click();
    expect(await page.getByLabel('Subject').inputValue()).toBe('Nearly lost');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByRole('button', { name: /^Nearly lost/ }).waitFor();
    await page.getByRole('button', { name: /^Nearly lost/ }).click();
    await page.getByRole('button', { name: 'Delete', exact: true }).click();
    await page.getByRole('button', { name: /^Nearly lost/ }).waitFor({ state: 'detached' });
  });

  it('fits a phone without scrolling sideways', async () => {
    for (const view of ['mail', 'calendar'] as const) {
      const page = await open('dana', { view, width: 320, height: 640 });
      await page.getByRole('heading').first().waitFor();
      await page.getByRole('button', { name: 'New event' }).click();
      await page.getByRole('region', { name: 'Event form' }).waitFor();
      const wide = await page.evaluate(() => document.documentElement.scrollWidth);
      expect([view, wide]).toEqual([view, 320]);
      if (view === 'mail') await outlook.close();
    }
  });

  it('runs the app’s own pane for everybody, without a flag or a certificate of Microsoft’s', async () => {
    const page = await open('morgan');
    await page.getByRole('button', { name: 'The open-access survey' }).click();
    const pane = await outlook.openPane('Meet with sender');
    await pane.getByText('Dana', { exact: false }).first().waitFor();
    expect(await pane.evaluate(`Office.context.mailbox.item.from.displayName`)).toBe('Dana Mokoena');
    const foreign = await page.evaluate(() =>
      performance.getEntriesByType('resource').filter(({ name }) => !name.startsWith('https://localhost')),
    );
    expect(foreign).toEqual([]);
    expect(outlook.complaints).toEqual([]);
  });
});
