import type { Browser } from 'playwright-core';
import { beginBooking, book, findTimes, pickPartner, seeDates } from '#test/support/bookingSteps.ts';
import { openBrowser } from '#test/support/openBrowser.ts';
import { startProduct, type RunningProduct } from '#test/support/startProduct.ts';
import { openTeamsPage } from '#test/support/teamsPage.ts';

jest.setTimeout(180_000);

const appOrigin = 'https://mentor.example';
const microsoftHosts = ['teams.microsoft.com', 'login.microsoftonline.com', 'graph.microsoft.com'];

/** Microsoft's own names and a foreign one for the app, so that storage and channels are parted as they are in Teams. */
describe('under Microsoft’s host names', () => {
  let product: RunningProduct;
  let browser: Browser;
  beforeAll(async () => {
    product = await startProduct({ args: ['--app-origin', appOrigin] });
    const sandboxPort = new URL(product.sandboxUrl).port;
    const appPort = new URL(product.appUrl).port;
    const rules = [
      ...microsoftHosts.map((host) => `MAP ${host}:443 127.0.0.1:${sandboxPort}`),
      `MAP ${new URL(appOrigin).host}:443 127.0.0.1:${appPort}`,
    ];
    browser = await openBrowser([`--host-resolver-rules=${rules.join(', ')}`]);
  });
  afterAll(async () => {
    await browser?.close();
    await product?.stop();
  });

  it.each(['on', 'off', 'silent'] as const)(
    'the release bundle signs in with the bridge %s, and books',
    async (bridge) => {
      const person = { on: 'priya', off: 'tomas', silent: 'grace' }[bridge];
      const teams = await openTeamsPage(browser, product, person, {
        bridge,
        origin: 'https://teams.microsoft.com',
        app: appOrigin,
      });
      const frame = teams.page.locator('#app-frame');
      await frame.waitFor();
      expect(await frame.getAttribute('src')).toMatch(/^https:\/\/mentor\.example\//);
      if (bridge !== 'on') {
        const dialog = teams.page.context().waitForEvent('page');
        await teams.app.getByRole('button', { name: /^Sign in/ }).click();
        const window = await dialog;
        const choice = window.getByRole('button', { name: new RegExp(person, 'i') });
        if (!window.isClosed())
          await choice
            .first()
            .click({ timeout: 15_000 })
            .catch(() => undefined);
      }
      await beginBooking(teams.app);
      await pickPartner(teams.app, 'Dan', 'Dana Mokoena');
      await findTimes(teams.app);
      await seeDates(teams.app);
      expect(await book(teams.app)).toBeGreaterThan(1);
      expect(await teams.page.evaluate('window.sandboxHost.unhandled')).toEqual([]);
      await teams.close();
    },
  );
});
