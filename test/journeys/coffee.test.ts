import type { Browser } from 'playwright-core';
import { screenFaults } from '#test/support/axeFaults.ts';
import { beginBooking, book, findTimes, pickPartner, seeDates } from '#test/support/bookingSteps.ts';
import { graphRequests } from '#test/support/graphRequests.ts';
import { openBrowser } from '#test/support/openBrowser.ts';
import { startProduct, type RunningProduct } from '#test/support/startProduct.ts';
import { openTeamsPage, type TeamsPage } from '#test/support/teamsPage.ts';

jest.setTimeout(240_000);

describe('a coffee in between', () => {
  let product: RunningProduct;
  let browser: Browser;
  beforeAll(async () => {
    product = await startProduct();
    browser = await openBrowser();
    const teams = await openTeamsPage(browser, product, 'morgan');
    await beginBooking(teams.app);
    await pickPartner(teams.app, 'Dan', 'Dana Mokoena');
    await findTimes(teams.app);
    await seeDates(teams.app);
    await book(teams.app);
    await teams.close();
  });
  afterAll(async () => {
    await browser?.close();
    await product?.stop();
  });

  async function subjectsTo(address: string): Promise<readonly string[]> {
    const page = await browser.newPage({ ignoreHTTPSErrors: true });
    try {
      const answer = await page.request.get(`${product.sandboxUrl}/sandbox/mail?to=${address}`);
      const body = (await answer.json()) as
        readonly { readonly subject: string }[] | { readonly value: readonly { readonly subject: string }[] };
      return ('value' in body ? body.value : body).map(({ subject }) => subject);
    } finally {
      await page.close();
    }
  }

  /** From home, by the suggestion beside the cards. */
  async function openCoffee(teams: TeamsPage): Promise<void> {
    await teams.app
      .getByRole('region', { name: 'A coffee in between' })
      .getByRole('button', { name: /See and book$/ })
      .first()
      .click();
    await teams.app.getByRole('list', { name: 'Suggestions, best first' }).waitFor();
  }
  const bookFirst = (teams: TeamsPage) => teams.app.getByRole('button', { name: /^Book coffee/ }).first();

  it('is offered beside home, read in one request, booked in at most three, and undone', async () => {
    const teams = await openTeamsPage(browser, product, 'morgan');
    await teams.app.getByRole('region', { name: 'A coffee in between' }).waitFor();
    const opening = graphRequests(teams.page, product);
    await openCoffee(teams);
    expect(opening()).toHaveLength(1);
    const booking = graphRequests(teams.page, product);
    await bookFirst(teams).click();
    await teams.app.getByText(/^Booked: /).waitFor();
    expect(booking().length).toBeLessThanOrEqual(3);
    const dana = 'dana.mokoena@northfield.example';
    expect((await subjectsTo(dana)).filter((each) => each === 'Video coffee: Morgan and Dana')).toHaveLength(
      1,
    );
    await teams.app.getByRole('button', { name: /^Undo/ }).click();
    await teams.app.getByText(/^Called off/).waitFor();
    expect((await subjectsTo(dana)).filter((each) => /^Cancell?ed: Video coffee/.test(each))).toHaveLength(1);
    expect(teams.complaints.filter((text) => text.startsWith('error'))).toEqual([]);
    await teams.close();
  });

  it('pressed by both in the same moment leaves one meeting', async () => {
    const both = [
      await openTeamsPage(browser, product, 'morgan'),
      await openTeamsPage(browser, product, 'dana'),
    ] as const;
    await Promise.all(both.map((teams) => openCoffee(teams)));
    await Promise.all(both.map((teams) => bookFirst(teams).click()));
    const settled = /^(Booked: |.*One meeting stands|That time has just been taken)/;
    await Promise.all(both.map((teams) => teams.app.getByText(settled).waitFor()));
    const standing = async (address: string): Promise<number> => {
      const subjects = await subjectsTo(address);
      return (
        subjects.filter((each) => each.startsWith('Video coffee')).length -
        subjects.filter((each) => /^Cancell?ed: Video coffee/.test(each)).length
      );
    };
    // Whoever kept it invited the other; the other one's was called off, or never made.
    expect(
      (await standing('dana.mokoena@northfield.example')) +
        (await standing('morgan.ellis@northfield.example')),
    ).toBe(1);
    for (const teams of both) await teams.close();
  });

  it.each([
    ['light', 1375],
    ['dark', 1375],
    ['contrast', 1375],
    ['light', 320],
  ] as const)('is without a fault in the %s theme, %i px wide', async (theme, width) => {
    const morgan = await openTeamsPage(browser, product, 'morgan', { theme, width });
    await openCoffee(morgan);
    const faults = [...(await screenFaults(morgan, 'coffee'))];
    await morgan.app.getByRole('button', { name: 'Change hours, days and places' }).click();
    await morgan.app.getByRole('button', { name: 'Ask a third person along' }).click();
    faults.push(...(await screenFaults(morgan, 'coffee, with its settings')));
    expect(faults).toEqual([]);
    await morgan.close();
  });
});
