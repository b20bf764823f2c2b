import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { beginBooking, findTimes, moveDates, pickPartner, seeDates } from '#test/support/bookingSteps.ts';
import { openBrowser } from '#test/support/openBrowser.ts';
import { freePort, startProduct, type RunningProduct } from '#test/support/startProduct.ts';
import { openTeamsPage, type TeamsPage } from '#test/support/teamsPage.ts';

jest.setTimeout(240_000);

const moves = 3;

describe('a booking that is stopped on its way', () => {
  let product: RunningProduct;
  let browser: Browser;
  const dataFolder = mkdtempSync(join(tmpdir(), 'mentor-meetings-stops-'));
  let ports: readonly [number, number];
  beforeAll(async () => {
    ports = [await freePort(), await freePort()];
    product = await startProduct({ dataFolder, ports });
    browser = await openBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    await product?.stop();
    rmSync(dataFolder, { recursive: true, force: true });
  });
  beforeEach(() => control('POST', 'reset'));

  async function control(method: string, what: string, body?: unknown): Promise<unknown> {
    const context = await browser.newContext({ ignoreHTTPSErrors: true });
    try {
      const answer = await context.request.fetch(`${product.sandboxUrl}/sandbox/${what}`, {
        method,
        ...(body === undefined ? {} : { data: body }),
      });
      const text = await answer.text();
      return text === '' ? undefined : JSON.parse(text);
    } finally {
      await context.close();
    }
  }

  interface Mail {
    readonly kind: string;
    readonly about?: string;
    readonly date?: string;
    readonly subject: string;
  }
  const danasMail = async (): Promise<readonly Mail[]> =>
    (await control('GET', 'mail?to=dana.mokoena')) as readonly Mail[];

  /** Morgan at the dates of a season with Dana, three of them moved. */
  async function readyToBook(): Promise<TeamsPage> {
    const teams = await openTeamsPage(browser, product, 'morgan');
    await beginBooking(teams.app);
    await pickPartner(teams.app, 'Dan', 'Dana Mokoena');
    await findTimes(teams.app);
    await seeDates(teams.app);
    await moveDates(teams.app, moves);
    return teams;
  }
  const press = async ({ app }: TeamsPage): Promise<void> =>
    app.getByRole('button', { name: /^Book \d+ meetings/ }).click();
  const isBooked = async ({ app }: TeamsPage): Promise<void> =>
    app.getByRole('heading', { name: /^\d+ meetings are on both calendars/ }).waitFor({ timeout: 60_000 });

  /** What Dana was sent, by kind; moved dates as often as a date was told. */
  async function sentToDana(): Promise<
    Readonly<Record<'invitations' | 'updates' | 'dates' | 'cancellations', number>>
  > {
    const mail = await danasMail();
    const updates = mail.filter(({ kind }) => kind === 'update');
    return {
      invitations: mail.filter(({ kind }) => kind === 'invitation').length,
      updates: updates.length,
      dates: new Set(updates.map(({ about, date }) => `${about ?? ''} ${date ?? ''}`)).size,
      cancellations: mail.filter(({ kind }) => kind === 'cancellation').length,
    };
  }
  const eachOnce = { invitations: 1, updates: moves, dates: moves, cancellations: 0 };

  const nextRequest = (page: Page, method: string, path: RegExp): Promise<unknown> =>
    page.waitForRequest((request) => request.method() === method && path.test(request.url()));

  it('is found on another device when its tab was closed, and finished there', async () => {
    const first = await readyToBook();
    await control('POST', 'faults', { method: 'PATCH', path: '/me/events/', delay: 4000 });
    const made = first.page.waitForResponse(
      (answer) => answer.request().method() === 'POST' && answer.url().endsWith('/v1.0/me/events'),
    );
    await press(first);
    await made;
    await first.close();
    await control('DELETE', 'faults');

    const second = await openTeamsPage(browser, product, 'morgan');
    await second.app.getByRole('button', { name: /^Finish booking/ }).click();
    await second.app.getByRole('button', { name: 'Finish booking' }).click();
    await isBooked(second);
    // What was on its way when the tab was closed has arrived by now.
    await second.page.waitForTimeout(4000);
    expect(await sentToDana()).toEqual(eachOnce);
    await second.close();
  });

  it('goes on by itself when the network was away, and counts down until it tries again', async () => {
    const teams = await readyToBook();
    await control('POST', 'faults', { method: 'POST', path: '/me/events', delay: 1500, count: 1 });
    const sent = nextRequest(teams.page, 'POST', /\/v1\.0\/me\/events$/);
    await press(teams);
    await sent;
    await teams.context.setOffline(true);
    await teams.app
      .getByText(/^No answer came\. The next try is in \d+ seconds?\.$/)
      .first()
      .waitFor();
    await teams.context.setOffline(false);
    await isBooked(teams);
    expect(await sentToDana()).toEqual(eachOnce);
    await teams.close();
  });

  it('stops at once in the middle of a wait, and says what was and was not done', async () => {
    const teams = await readyToBook();
    await control('POST', 'switches', { retryAfterHeader: 'exposed' });
    await control('POST', 'faults', { method: 'POST', path: '/v1.0/me/events', status: 429, retryAfter: 60 });
    await press(teams);
    await teams.app
      .getByText(/^Microsoft 365 asks us to wait 5\d seconds\.$/)
      .first()
      .waitFor();
    const before = Date.now();
    await teams.app.getByRole('button', { name: 'Stop here' }).click();
    await teams.app
      .getByRole('button', { name: 'Finish booking' })
      .or(teams.app.getByRole('button', { name: 'Try again' }))
      .first()
      .waitFor();
    expect(Date.now() - before).toBeLessThan(3000);
    expect(await danasMail()).toEqual([]);
    await control('DELETE', 'faults');
    await teams.app
      .getByRole('button', { name: 'Finish booking' })
      .or(teams.app.getByRole('button', { name: 'Try again' }))
      .first()
      .click();
    await isBooked(teams);
    expect(await sentToDana()).toEqual(eachOnce);
    await teams.close();
  });

  it('is the same season when Microsoft 365 was killed in the middle and came back', async () => {
    const teams = await readyToBook();
    await control('POST', 'faults', { method: 'PATCH', path: '/me/events/', delay: 1500 });
    const changing = teams.page.waitForRequest(
      (request) => request.url().endsWith('/$batch') && (request.postData() ?? '').includes('"PATCH"'),
    );
    await press(teams);
    await changing;
    await product.kill();
    product = await startProduct({ dataFolder, ports, args: ['--no-build'] });
    const finish = teams.app.getByRole('button', { name: 'Finish booking' });
    const done = teams.app.getByRole('heading', { name: /^\d+ meetings are on both calendars/ });
    await finish.or(done).first().waitFor({ timeout: 90_000 });
    if (await finish.isVisible()) await finish.click();
    await isBooked(teams);
    expect(await sentToDana()).toEqual(eachOnce);
    await teams.close();
  });

  it('takes a new token when Microsoft 365 asks for one in the middle, without a word', async () => {
    const teams = await readyToBook();
    await control('POST', 'tokens', { person: 'morgan', action: 'challenge' });
    await press(teams);
    await isBooked(teams);
    expect(await sentToDana()).toEqual(eachOnce);
    await teams.close();
  });

  it('asks to sign in again when no token is good enough any more, and goes on with nothing typed anew', async () => {
    const teams = await readyToBook();
    await control('POST', 'faults', {
      person: 'morgan.ellis',
      method: 'POST',
      path: '/v1.0/me/events',
      status: 401,
      count: 2,
    });
    await press(teams);
    const signIn = teams.app.getByRole('button', { name: /^Sign in/ });
    await signIn.first().waitFor();
    expect(await danasMail()).toEqual([]);
    await signIn.first().click();
    await isBooked(teams);
    expect(await sentToDana()).toEqual(eachOnce);
    await teams.close();
  });

  it('of both at the same moment is seen by one of them, who keeps one and undoes the other', async () => {
    const morgan = await readyToBook();
    const dana = await openTeamsPage(browser, product, 'dana');
    await beginBooking(dana.app);
    await pickPartner(dana.app, 'Mor', 'Morgan Ellis');
    await findTimes(dana.app);
    await seeDates(dana.app);
    await control('POST', 'faults', { method: 'POST', path: '/v1.0/me/events', delay: 6000, count: 2 });
    await Promise.all([press(morgan), press(dana)]);
    const twin = /have two seasons now/;
    const seen = [morgan, dana].map(async (teams) => {
      await isBooked(teams);
      return teams.app.getByRole('heading', { name: twin }).isVisible();
    });
    const [byMorgan, byDana] = await Promise.all(seen);
    expect(byMorgan === true || byDana === true).toBe(true);
    const one = byMorgan === true ? morgan : dana;
    await one.app.getByRole('button', { name: 'Keep this one' }).click();
    await one.app.getByRole('heading', { name: twin }).waitFor({ state: 'detached' });
    await morgan.close();
    await dana.close();
  });
});
