import type { Browser, Frame } from 'playwright-core';
import { openBrowser } from '#test/support/openBrowser.ts';
import { startProduct, type RunningProduct } from '#test/support/startProduct.ts';
import { openTeamsPage, type TeamsPage } from '#test/support/teamsPage.ts';

jest.setTimeout(180_000);

/** What has the focus in the app, as a screen reader would name it. */
function focused(app: Frame): Promise<string> {
  return app.evaluate(() => {
    const element = document.activeElement;
    if (element === null || element === document.body) return '';
    const labels =
      element instanceof HTMLInputElement
        ? [...(element.labels ?? [])].map((label) => label.textContent)
        : [];
    return element.getAttribute('aria-label') ?? (labels.join(' ') || (element.textContent ?? ''));
  });
}

/** Presses Tab until something of that name has the focus; throws with what was met on the way. */
async function tabTo(teams: TeamsPage, app: Frame, name: RegExp): Promise<void> {
  const met: string[] = [];
  for (let presses = 0; presses < 60; presses += 1) {
    const now = await focused(app);
    if (name.test(now)) return;
    met.push(now.slice(0, 60));
    await teams.page.keyboard.press('Tab');
  }
  throw new Error(`Tab never reached ${String(name)}; it met: ${met.join(' | ')}`);
}

describe('by keyboard alone', () => {
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

  it('a season is booked, with another time chosen in the heat map', async () => {
    const teams = await openTeamsPage(browser, product, 'morgan');
    const { page } = teams;
    const heading = (name: string | RegExp): Promise<void> =>
      teams.app.getByRole('heading', { name }).first().waitFor();
    await heading('Mentoring that stays on the calendar');
    const app = page.frames().find((frame) => frame.url().startsWith(product.appUrl));
    if (app === undefined) throw new Error('the app has no frame');

    await tabTo(teams, app, /^Book a first season/);
    await page.keyboard.press('Enter');
    await heading('Who is the season with?');
    await tabTo(teams, app, /Name or e-mail address/);
    await page.keyboard.type('Dana');
    await teams.app.getByRole('option', { name: /Dana Mokoena/ }).waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await tabTo(teams, app, /^Choose the season/);
    await page.keyboard.press('Enter');
    await heading('How often, and for how long?');
    await tabTo(teams, app, /^Find times/);
    await page.keyboard.press('Enter');
    await heading('Which time suits you both?');
    await teams.app.getByRole('grid').waitFor();
    const first = await teams.app.getByRole('radio', { checked: true }).first().getAttribute('aria-label');
    await tabTo(teams, app, /^Number 1/);
    await page.keyboard.press('ArrowDown');
    expect(await focused(app)).toMatch(/^Number 2/);
    expect(first).not.toEqual(
      await teams.app.getByRole('radio', { checked: true }).first().getAttribute('aria-label'),
    );
    await tabTo(teams, app, /of 13 dates free for both/);
    const cell = await focused(app);
    await page.keyboard.press('ArrowUp');
    expect(await focused(app)).not.toBe(cell);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await tabTo(teams, app, /^See the \d+ dates/);
    await page.keyboard.press('Enter');
    await heading('Every date, before anything is sent');
    await tabTo(teams, app, /^Book \d+ meetings/);
    await page.keyboard.press('Enter');
    await heading(/are on both calendars/);
    await tabTo(teams, app, /^See your seasons/);
    await page.keyboard.press('Enter');
    await heading(/with Dana$/);
    await teams.close();
  });

  it('Enter in a field never books or goes on', async () => {
    const teams = await openTeamsPage(browser, product, 'tomas');
    await teams.app
      .getByRole('button', { name: /^Book a (first )?season/ })
      .first()
      .click();
    const field = teams.app.getByRole('combobox', { name: 'Name or e-mail address' });
    await field.fill('nobody-of-this-name');
    await teams.app
      .getByText(/Nobody called/)
      .first()
      .waitFor();
    await field.press('Enter');
    await teams.app.getByRole('heading', { name: 'Who is the season with?' }).waitFor();
    expect(await teams.app.getByRole('heading', { name: 'How often, and for how long?' }).count()).toBe(0);
    await teams.close();
  });
});
