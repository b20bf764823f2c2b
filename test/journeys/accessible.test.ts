import type { Browser } from 'playwright-core';
import { screenFaults } from '#test/support/axeFaults.ts';
import { beginBooking, findTimes, pickPartner, seeDates } from '#test/support/bookingSteps.ts';
import { openBrowser } from '#test/support/openBrowser.ts';
import { startProduct, type RunningProduct } from '#test/support/startProduct.ts';
import { openTeamsPage } from '#test/support/teamsPage.ts';

jest.setTimeout(240_000);

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
      faults.push(...(await screenFaults(teams, screen)));
    };
    await teams.app
      .getByRole('button', { name: /^Book a (first )?season/ })
      .first()
      .waitFor();
    await look('first run');
    await beginBooking(teams.app);
    await look('partner');
    await teams.app.getByRole('combobox', { name: 'Name or e-mail address' }).fill('Dan');
    await teams.app.getByRole('option', { name: /Dana Mokoena/ }).waitFor();
    await look('people found');
    // What floats above the page leaves the rest of it to be seen and clicked.
    await teams.app.getByRole('heading', { name: 'Who is the season with?' }).click({ trial: true });
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
