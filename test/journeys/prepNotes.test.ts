import { AxeBuilder } from '@axe-core/playwright';
import type { Browser } from 'playwright-core';
import { beginBooking, book, findTimes, pickPartner, seeDates } from '#test/support/bookingSteps.ts';
import { openBrowser } from '#test/support/openBrowser.ts';
import { startProduct, type RunningProduct } from '#test/support/startProduct.ts';
import { openTeamsPage, type TeamsPage } from '#test/support/teamsPage.ts';

jest.setTimeout(300_000);

describe('prep notes of two people', () => {
  let product: RunningProduct;
  let browser: Browser;
  let morgan: TeamsPage;
  let dana: TeamsPage;
  beforeAll(async () => {
    product = await startProduct();
    browser = await openBrowser();
    morgan = await openTeamsPage(browser, product, 'morgan');
    await beginBooking(morgan.app);
    await pickPartner(morgan.app, 'Dan', 'Dana Mokoena');
    await findTimes(morgan.app);
    await seeDates(morgan.app);
    await book(morgan.app);
    await morgan.app.getByRole('button', { name: 'See your seasons' }).click();
  });
  afterAll(async () => {
    await browser?.close();
    await product?.stop();
  });

  async function openNotes({ app }: TeamsPage): Promise<void> {
    await app
      .getByRole('button', { name: /^Prep notes/ })
      .first()
      .click();
    await app.getByRole('heading', { name: 'To talk about' }).waitFor();
  }

  /** Allows what is asked, by the host's own question. */
  async function allow({ app, page }: TeamsPage): Promise<void> {
    await app
      .getByRole('button', { name: /^Allow/ })
      .first()
      .click();
    await page.getByRole('button', { name: 'Accept' }).click();
    await page.getByRole('button', { name: 'Accept' }).waitFor({ state: 'detached' });
  }

  async function add({ app }: TeamsPage, text: string): Promise<void> {
    const field = app.getByRole('textbox', { name: /^Add to the agenda/ });
    await field.fill(text);
    await field.press('Enter');
    await app.getByRole('checkbox', { name: `Talked about: ${text}` }).waitFor();
  }

  /** Ctrl+S, and until it is saved. */
  async function save({ app, page }: TeamsPage): Promise<void> {
    // The picture may lag a moment behind the last keystroke.
    await page.waitForTimeout(400);
    await page.keyboard.press('Control+s');
    await app.getByText(/^Saved \d/).waitFor();
  }

  /** Reads again, as when one comes back to the page. */
  async function look({ page }: TeamsPage): Promise<void> {
    for (const frame of page.frames())
      await frame.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
  }

  it('begin with Morgan, who allows OneDrive, writes and sees it saved', async () => {
    await openNotes(morgan);
    await allow(morgan);
    await add(morgan, 'Which conference first, IATUL or LIBER?');
    await save(morgan);
    await morgan.app.getByText(/cannot find these notes from the invitation yet/).waitFor();
    expect(await morgan.app.getByText('Question · Morgan').count()).toBe(1);
  });

  it('are found by Dana once the invitation is completed, for the message that was announced', async () => {
    const mailBefore = await mailTo('dana.mokoena@northfield.example');
    await morgan.app.getByText('Updating it sends Dana 1 message.').waitFor();
    await morgan.app.getByRole('button', { name: 'Update the invitation' }).click();
    await morgan.app.getByText('The invitation leads to the notes now.').waitFor();
    expect((await mailTo('dana.mokoena@northfield.example')).length).toBe(mailBefore.length + 1);

    dana = await openTeamsPage(browser, product, 'dana');
    await openNotes(dana);
    await allow(dana);
    await dana.app.getByText(/larger permission before it opens files/).waitFor();
    await allow(dana);
    await dana.app
      .getByRole('checkbox', { name: 'Talked about: Which conference first, IATUL or LIBER?' })
      .waitFor();
    await dana.app.getByText('Question · Morgan').waitFor();
  });

  it('are written by both, and neither can change the other’s words', async () => {
    await add(dana, 'The exchange between our libraries got its funding');
    await save(dana);
    await look(morgan);
    await morgan.app.getByText('The exchange between our libraries got its funding').waitFor();
    expect(await morgan.app.getByRole('textbox', { name: /^Change: The exchange/ }).count()).toBe(0);
  });

  it('keep private notes out of what is shared', async () => {
    await morgan.app.getByRole('textbox', { name: 'Private notes' }).fill('Only for Morgan');
    await save(morgan);
    await look(dana);
    await dana.page.waitForTimeout(1000);
    expect(await dana.app.getByText('Only for Morgan').count()).toBe(0);
    expect(await dana.app.getByRole('textbox', { name: 'Private notes' }).inputValue()).toBe('');
  });

  it('lose no word when both write while the network comes and goes', async () => {
    const words: string[] = [];
    const random = mulberry(20261129);
    for (let round = 0; round < 12; round += 1) {
      const [name, page] = random() < 0.5 ? (['m', morgan] as const) : (['d', dana] as const);
      await page.context.setOffline(random() < 0.5);
      const word = `${name}${round} word`;
      words.push(word);
      await add(page, word);
      if (random() < 0.4) await page.page.keyboard.press('Control+s');
    }
    for (const page of [morgan, dana]) {
      await page.context.setOffline(false);
      await page.page.waitForTimeout(300);
      await page.page.keyboard.press('Control+s');
      await page.app.getByText(/^Saved \d/).waitFor({ timeout: 60_000 });
    }
    for (const page of [morgan, dana]) {
      await look(page);
      for (const word of words) {
        const item = page.app.getByRole('checkbox', { name: `Talked about: ${word}`, exact: true });
        await item.waitFor();
        expect(await item.count()).toBe(1);
      }
    }
  });

  it('survive a closed tab: what was typed a moment before is there again', async () => {
    await add(morgan, 'typed and closed');
    await morgan.page.reload();
    await openNotes(morgan);
    const item = morgan.app.getByRole('checkbox', { name: 'Talked about: typed and closed' });
    await item.waitFor();
    expect(await item.count()).toBe(1);
    await save(morgan);
  });

  it('say why they cannot save, and keep the draft', async () => {
    await fault('PUT', 507);
    await add(dana, 'when the drive is full');
    await dana.page.keyboard.press('Control+s');
    await dana.app.getByText('Could not save: your OneDrive is full. Kept on this device.').waitFor();
    await fault('', 0);
    await dana.app.getByRole('button', { name: 'Save again' }).click();
    await dana.app.getByText(/^Saved \d/).waitFor();
    expect(await dana.app.getByText(/^Could not save/).count()).toBe(0);
  });

  it.each(['light', 'dark', 'contrast'] as const)('are clean for axe in %s', async (theme) => {
    const teams = await openTeamsPage(browser, product, 'morgan', { theme });
    await openNotes(teams);
    await teams.app.getByRole('checkbox', { name: 'Talked about: typed and closed' }).waitFor();
    const { violations } = await new AxeBuilder({ page: teams.page })
      .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
      .analyze();
    const faults = violations.flatMap(({ id, nodes }) =>
      nodes.map(({ target, html }) => `${id}: ${target.join(' ')} ${html.slice(0, 160)}`),
    );
    expect(faults).toEqual([]);
    await teams.close();
  });

  async function mailTo(address: string): Promise<readonly unknown[]> {
    const page = await browser.newPage({ ignoreHTTPSErrors: true });
    try {
      const answer = await page.request.get(`${product.sandboxUrl}/sandbox/mail?to=${address}`);
      const body: unknown = await answer.json();
      return (Array.isArray(body) ? body : (body as { value: never }).value) as never;
    } finally {
      await page.close();
    }
  }

  /** Status 0 takes the faults away. */
  async function fault(method: string, status: number): Promise<void> {
    const page = await browser.newPage({ ignoreHTTPSErrors: true });
    const rules = status === 0 ? [] : [{ method, path: '/content', status, count: 20 }];
    const answer = await page.request.post(`${product.sandboxUrl}/sandbox/faults`, { data: rules });
    expect(answer.ok()).toBe(true);
    await page.close();
  }
});

function mulberry(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
