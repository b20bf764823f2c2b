import type { Browser } from 'playwright-core';
import { switchValues } from '#sandbox/control/switches.ts';
import { beginBooking, book, findTimes, pickPartner, seeDates } from '#test/support/bookingSteps.ts';
import { openBrowser } from '#test/support/openBrowser.ts';
import { secureRequest } from '#test/support/secureRequest.ts';
import { startProduct, type RunningProduct } from '#test/support/startProduct.ts';
import { openTeamsPage } from '#test/support/teamsPage.ts';

jest.setTimeout(240_000);

/** Every open question answered the other way than the sandbox does by itself: the last of its values. */
const otherWay = Object.fromEntries(
  Object.entries(switchValues).map(([name, values]) => [name, values.at(-1) ?? values[0]]),
);

describe('where Microsoft 365 answers every open question the other way', () => {
  let product: RunningProduct;
  let browser: Browser;
  beforeAll(async () => {
    product = await startProduct();
    browser = await openBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    expect(await product?.stop()).toBe(0);
  });

  it('a season is booked, stands on both calendars, and is accepted', async () => {
    const turned = await secureRequest(`${product.sandboxUrl}/sandbox/switches`, {
      method: 'POST',
      body: JSON.stringify(otherWay),
    });
    expect(JSON.parse(turned.text)).toEqual(otherWay);
    const morgan = await openTeamsPage(browser, product, 'morgan');
    await beginBooking(morgan.app);
    await pickPartner(morgan.app, 'Dan', 'Dana Mokoena');
    await findTimes(morgan.app);
    await seeDates(morgan.app);
    expect(await book(morgan.app)).toBeGreaterThan(5);
    await morgan.app.getByRole('button', { name: 'See your seasons' }).click();
    await morgan.app.getByText('Dana Mokoena').first().waitFor();
    expect(morgan.complaints.filter((text) => text.startsWith('error'))).toEqual([]);
    const dana = await openTeamsPage(browser, product, 'dana');
    await dana.app
      .getByRole('button', { name: /^Accept/ })
      .first()
      .click();
    await dana.app
      .getByText(/^Accepted/)
      .first()
      .waitFor();
    expect(dana.complaints.filter((text) => text.startsWith('error'))).toEqual([]);
    await dana.close();
    await morgan.close();
  });
});
