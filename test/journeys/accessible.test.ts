import { AxeBuilder } from '@axe-core/playwright';
import type { Browser } from 'playwright-core';
import { beginBooking, findTimes, pickPartner, seeDates } from '#test/support/bookingSteps.ts';
import { openBrowser } from '#test/support/openBrowser.ts';
import { startProduct, type RunningProduct } from '#test/support/startProduct.ts';
import { openTeamsPage, type TeamsPage } from '#test/support/teamsPage.ts';

jest.setTimeout(240_000);

const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** What axe finds in the app's frame and in the page around it, in words short enough to read in a failure. */
async function faultsOf(teams: TeamsPage): Promise<readonly string[]> {
  const { violations } = await new AxeBuilder({ page: teams.page }).withTags(standards).analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, html }) => `${id}: ${target.join(' ')} ${html.slice(0, 120)}`),
  );
}

/** How far the app can be scrolled sideways, in CSS pixels. */
function sidewaysScroll(teams: TeamsPage): Promise<number> {
  return teams.app.locator('html').evaluate((root) => root.scrollWidth - root.clientWidth);
}

describe('the screens of a booking', () => {
  let product: RunningProduct;
  let browser: Browser;
  beforeAll(async () => {
    product = await startProduct();
    browser = await openBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    await product?.stop();
  });

  it.each([
    ['light', 1375],
    ['dark', 1375],
    ['contrast', 1375],
    ['light', 320],
    ['dark', 390],
  ] as const)('are without a fault in the %s theme, %i px wide', async (theme, width) => {
    const teams = await openTeamsPage(browser, product, 'priya', { theme, width });
    const faults: string[] = [];
    const look = async (screen: string): Promise<void> => {
      faults.push(...(await faultsOf(teams)).map((fault) => `${screen}: ${fault}`));
      const sideways = await sidewaysScroll(teams);
      if (sideways > 0) faults.push(`${screen}: scrolls ${sideways} px sideways`);
    };
    await teams.app
      .getByRole('button', { name: /^Book a (first )?season/ })
      .first()
      .waitFor();
    await look('first run');
    await beginBooking(teams.app);
    await look('partner');
    await pickPartner(teams.app, 'Dan', 'Dana Mokoena');
    await look('season');
    await findTimes(teams.app);
    await look('times');
    await teams.app.getByRole('tab', { name: 'Table' }).click();
    await look('table');
    await seeDates(teams.app);
    await look('dates');
    expect(faults).toEqual([]);
    await teams.close();
  });
});
