import type { Browser, BrowserContext, Page } from 'playwright-core';
import { gzipSync } from 'node:zlib';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beginBooking, book, findTimes, pickPartner, seeDates } from '#test/support/bookingSteps.ts';
import { openBrowser } from '#test/support/openBrowser.ts';
import { openOutlookPage } from '#test/support/outlookPage.ts';
import { startProduct, type RunningProduct } from '#test/support/startProduct.ts';
import { openTeamsPage } from '#test/support/teamsPage.ts';
import { median, type BenchLine } from './line.ts';

const runs = 5;
const built = 'dist/app';

/** What a pane took: from the click on its button to its first picture and to its first use, and what it had loaded by then. */
interface PaneRun {
  readonly skeletonMilliseconds: number;
  readonly usableMilliseconds: number;
  readonly scriptBytes: number;
}

/** The panes of Outlook in the real browser with the real Office.js: the slowest of them counts. */
export async function paneBenchmarks(): Promise<readonly BenchLine[]> {
  const browser = await openBrowser();
  const product = await startProduct();
  try {
    const day = await bookSeason(browser, product);
    const panes = [
      await runsOf(browser, product, 'Meet with sender', async (page) => {
        await page.getByRole('button', { name: 'The open-access survey' }).click();
      }),
      await runsOf(browser, product, 'Prep notes', async (page) => {
        await page.getByRole('button', { name: 'Calendar', exact: true }).click();
        await page.getByLabel('Go to a date').fill(day);
        await page
          .getByRole('button', { name: /Mentor meeting/ })
          .first()
          .click();
      }),
    ];
    const worst = (of: (run: PaneRun) => number): number =>
      Math.max(...panes.map((each) => median(each.map(of))));
    return [
      { name: 'pane-skeleton', value: Math.round(worst((run) => run.skeletonMilliseconds)), unit: 'ms' },
      {
        name: 'pane-usable',
        value: Number((worst((run) => run.usableMilliseconds) / 1000).toPrecision(4)),
        unit: 's',
      },
      {
        name: 'bundle-pane',
        value: Number((worst((run) => run.scriptBytes) / 1000).toPrecision(4)),
        unit: 'kB',
      },
    ];
  } finally {
    await product.stop();
    await browser.close();
  }
}

/** A season between Morgan and Dana; resolves with the day of its first meeting. */
async function bookSeason(browser: Browser, product: RunningProduct): Promise<string> {
  const teams = await openTeamsPage(browser, product, 'morgan');
  await beginBooking(teams.app);
  await pickPartner(teams.app, 'Dan', 'Dana Mokoena');
  await findTimes(teams.app);
  await seeDates(teams.app);
  const answered = teams.page.waitForResponse(
    (answer) => answer.request().method() === 'POST' && new URL(answer.url()).pathname.endsWith('/me/events'),
  );
  await book(teams.app);
  const made: unknown = await (await answered).json();
  await teams.close();
  const day = /"dateTime":"(\d{4}-\d{2}-\d{2})T/.exec(JSON.stringify(made))?.[1];
  if (day === undefined) throw new Error('the season has no first day');
  return day;
}

/** One opening to warm the browser, then those that count, in the same context. */
async function runsOf(
  browser: Browser,
  product: RunningProduct,
  button: string,
  choose: (page: Page) => Promise<void>,
): Promise<readonly PaneRun[]> {
  const outlook = await openOutlookPage(browser, product, 'morgan');
  try {
    await watchPanes(outlook.context);
    await outlook.page.reload();
    await choose(outlook.page);
    const measured: PaneRun[] = [];
    for (let run = 0; run <= runs; run += 1) {
      const pane = await openOnce(outlook.page, button, product);
      if (run > 0) measured.push(pane);
    }
    return measured;
  } finally {
    await outlook.close();
  }
}

async function openOnce(page: Page, button: string, product: RunningProduct): Promise<PaneRun> {
  const ribbon = page.getByRole('toolbar', { name: 'Ribbon' }).getByRole('button', { name: button });
  await page.evaluate(() => {
    addEventListener('click', () => performance.mark('clicked'), { capture: true, once: true });
  });
  await ribbon.click();
  const clicked = await page.evaluate(
    () => performance.timeOrigin + (performance.getEntriesByName('clicked').at(-1)?.startTime ?? Number.NaN),
  );
  const frame = await (await page.waitForSelector('#pane-frame')).contentFrame();
  if (frame === null) throw new Error('the pane has no frame');
  await frame.waitForLoadState('load');
  const told = await frame.evaluate(async () => {
    for (let tries = 0; tries < 1500 && performance.getEntriesByName('pane-usable').length === 0; tries += 1)
      await new Promise((resolve) => setTimeout(resolve, 20));
    return {
      origin: performance.timeOrigin,
      painted: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Number.NaN,
      usable: performance.getEntriesByName('pane-usable')[0]?.startTime ?? Number.NaN,
      scripts: performance
        .getEntriesByType('resource')
        .map(({ name }) => name)
        .filter((name) => name.endsWith('.js')),
    };
  });
  await page.getByRole('button', { name: `Close ${button}` }).click();
  return {
    skeletonMilliseconds: told.origin + told.painted - clicked,
    usableMilliseconds: told.origin + told.usable - clicked,
    scriptBytes: gzipBytes(told.scripts.filter((url) => url.startsWith(product.appUrl))),
  };
}

/** Notes in each pane when it can first be used: its question with a button stands, or the notes with what can become of the date. */
async function watchPanes(context: BrowserContext): Promise<void> {
  await context.addInitScript(() => {
    if (!location.pathname.endsWith('/taskpane.html')) return;
    // No function here has a name: the compiler would mark it with a helper that the page does not have.
    const look = new MutationObserver(() => {
      const words = document.body?.textContent ?? '';
      const isMeet = words.includes('Choose the season');
      if (!isMeet && !(words.includes('Tell Dana') && words.includes('To talk about'))) return;
      look.disconnect();
      // After the frame that draws it.
      requestAnimationFrame(() => setTimeout(() => performance.mark('pane-usable')));
    });
    look.observe(document, { childList: true, subtree: true });
  });
}

function gzipBytes(urls: readonly string[]): number {
  const files = new Set(urls.map((url) => new URL(url).pathname));
  return [...files].reduce(
    (sum, file) => sum + gzipSync(readFileSync(join(built, file)), { level: 9 }).length,
    0,
  );
}
