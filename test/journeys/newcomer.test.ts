import type { Browser } from 'playwright-core';
import { beginBooking, book, findTimes, pickPartner, seeDates } from '#test/support/bookingSteps.ts';
import { openBrowser } from '#test/support/openBrowser.ts';
import { startProduct, type RunningProduct } from '#test/support/startProduct.ts';
import { openTeamsPage } from '#test/support/teamsPage.ts';

jest.setTimeout(180_000);

describe('a newcomer', () => {
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

  async function mailTo(
    address: string,
  ): Promise<readonly { readonly kind: string; readonly subject: string }[]> {
    const page = await browser.newPage({ ignoreHTTPSErrors: true });
    try {
      const answer = await page.request.get(`${product.sandboxUrl}/sandbox/mail?to=${address}`);
      const body: unknown = await answer.json();
      return (Array.isArray(body) ? body : (body as { value: never }).value) as never;
    } finally {
      await page.close();
    }
  }

  it('chooses a person and an app on the front page', async () => {
    const context = await browser.newContext({ ignoreHTTPSErrors: true });
    const page = await context.newPage();
    await page.goto(product.sandboxUrl);
    await page
      .getByRole('link', { name: /Morgan.*Teams|Teams.*Morgan/ })
      .first()
      .click();
    await page.waitForURL(/\/teams\?person=morgan/);
    expect(await page.title()).toMatch(/^Morgan/);
    await context.close();
  });

  it('books a season as Morgan and finds it in Dana’s calendar, who accepts it', async () => {
    const morgan = await openTeamsPage(browser, product, 'morgan');
    await beginBooking(morgan.app);
    await pickPartner(morgan.app, 'Dan', 'Dana Mokoena');
    await findTimes(morgan.app);
    await seeDates(morgan.app);
    const meetings = await book(morgan.app);
    expect(meetings).toBe(13);
    await morgan.app.getByRole('button', { name: 'See your seasons' }).click();
    await morgan.app.getByText('Dana Mokoena').first().waitFor();
    expect(morgan.complaints.filter((text) => text.startsWith('error'))).toEqual([]);
    expect(await morgan.page.evaluate('window.sandboxHost.unhandled')).toEqual([]);

    const invitations = await mailTo('dana.mokoena@northfield.example');
    expect(invitations.filter(({ subject }) => /Mentor meeting: Morgan and Dana/.test(subject))).toHaveLength(
      1,
    );

    const dana = await openTeamsPage(browser, product, 'dana');
    await dana.app.getByText('Morgan Ellis').first().waitFor();
    await dana.app
      .getByRole('button', { name: /^Accept/ })
      .first()
      .click();
    await dana.app
      .getByText(/^Accepted/)
      .first()
      .waitFor();
    const answers = await mailTo('morgan.ellis@northfield.example');
    expect(answers.some(({ subject }) => subject.startsWith('Accepted: Mentor meeting'))).toBe(true);
    await dana.close();
    await morgan.close();
  });
});
