import type { Browser, Frame, Page } from 'playwright-core';
import { gzipSync } from 'node:zlib';
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beginBooking, book, findTimes, pickPartner, seeDates } from '#test/support/bookingSteps.ts';
import { graphRequests } from '#test/support/graphRequests.ts';
import { openBrowser } from '#test/support/openBrowser.ts';
import { startProduct, type RunningProduct } from '#test/support/startProduct.ts';
import { openTeamsPage } from '#test/support/teamsPage.ts';
import { median, type BenchLine } from './line.ts';
import { firstPictureSlow } from './slowPage.ts';

const runs = 5;

/** Figures of the whole product in the real browser: sizes, starts, requests. Each is measured on `npm start` in a process of its own. */
export async function productBenchmarks(): Promise<readonly BenchLine[]> {
  const dataFolder = mkdtempSync(join(tmpdir(), 'mentor-meetings-bench-'));
  const browser = await openBrowser();
  try {
    const starts: number[] = [];
    // The first start makes the cast's calendars; a newcomer's later starts find them.
    await (await startProduct({ dataFolder })).stop();
    for (let run = 0; run < runs; run += 1) {
      const product = await startProduct({ dataFolder });
      starts.push(product.startMilliseconds);
      await product.stop();
    }
    const product = await startProduct({ dataFolder });
    try {
      const slow: number[] = [];
      for (let run = 0; run < runs; run += 1) slow.push(await firstPictureSlow(browser, product.appUrl));
      return [
        { name: 'sandbox-start', value: round(median(starts) / 1000), unit: 's' },
        { name: 'tab-skeleton-slow', value: round(median(slow) / 1000), unit: 's' },
        { name: 'bundle-redirect', value: kB(pageBytes('redirect.html')), unit: 'kB' },
        { name: 'bundle-skeleton', value: kB(pageBytes('index.html')), unit: 'kB' },
        ...(await bookingFigures(browser, product)),
      ];
    } finally {
      await product.stop();
    }
  } finally {
    await browser.close();
    rmSync(dataFolder, { recursive: true, force: true });
  }
}

function round(value: number): number {
  return Number(value.toPrecision(4));
}

function kB(bytes: number): number {
  return round(bytes / 1000);
}

const built = 'dist/app';

/** Gzip bytes of a page with the scripts and styles it names: all that it needs for its first picture. */
function pageBytes(page: string): number {
  const html = readFileSync(join(built, page), 'utf8');
  const files = readdirSync(built).filter((file) => html.includes(file));
  return [page, ...files].reduce(
    (sum, file) => sum + gzipSync(readFileSync(join(built, file)), { level: 9 }).length,
    0,
  );
}

async function bookingFigures(browser: Browser, product: RunningProduct): Promise<readonly BenchLine[]> {
  const renders: number[] = [];
  let timesRequests = Number.NaN;
  let bookRequests = Number.NaN;
  let bytes = Number.NaN;
  for (let run = 0; run < runs; run += 1) {
    const teams = await openTeamsPage(browser, product, 'priya');
    await beginBooking(teams.app);
    const requests = graphRequests(teams.page, product);
    await pickPartner(teams.app, 'Dan', 'Dana Mokoena');
    await watchForTimes(teams.page, product);
    await findTimes(teams.app);
    renders.push(await renderMilliseconds(teams.page, product));
    // The search for the partner comes before; after it, only what the times need.
    timesRequests = requests().filter((url) => !/\/users(\?|$)/.test(url)).length;
    if (run === runs - 1) {
      await seeDates(teams.app);
      const booking = graphRequests(teams.page, product);
      await book(teams.app);
      bookRequests = booking().length;
      bytes = await scriptBytes(teams.page, product);
    }
    await teams.close();
  }
  return [
    { name: 'ranked-times-render', value: round(median(renders)), unit: 'ms' },
    { name: 'requests-ranked-times', value: timesRequests, unit: 'requests' },
    { name: 'requests-book-plain', value: bookRequests, unit: 'requests' },
    { name: 'bundle-booking', value: kB(bytes), unit: 'kB' },
  ];
}

function appFrame(page: Page, product: RunningProduct): Frame {
  const frame = page.frames().find((each) => each.url().startsWith(product.appUrl));
  if (frame === undefined) throw new Error('the app has no frame');
  return frame;
}

/** Gzip bytes of every script that the app's page has loaded by now. */
async function scriptBytes(page: Page, product: RunningProduct): Promise<number> {
  const urls = await appFrame(page, product).evaluate(() =>
    performance
      .getEntriesByType('resource')
      .map(({ name }) => name)
      .filter((name) => name.endsWith('.js')),
  );
  const files = new Set(
    urls.filter((url) => url.startsWith(product.appUrl)).map((url) => new URL(url).pathname),
  );
  return [...files].reduce(
    (sum, file) => sum + gzipSync(readFileSync(join(built, file)), { level: 9 }).length,
    0,
  );
}

/** Notes in the app's page when the ranked list first stands there, and when the person asked for it. */
async function watchForTimes(page: Page, product: RunningProduct): Promise<void> {
  await appFrame(page, product).evaluate(() => {
    addEventListener('click', () => performance.mark('times-asked'), { capture: true });
    const look = new MutationObserver(() => {
      if (document.querySelector('[role=radiogroup][aria-label="Times, best first"] input') === null) return;
      look.disconnect();
      // After the frame that draws it.
      requestAnimationFrame(() => setTimeout(() => performance.mark('times-drawn')));
    });
    look.observe(document.body, { childList: true, subtree: true });
  });
}

/** From the free/busy answer (or, where it came earlier, from the click) to the frame that shows the ranked times. */
function renderMilliseconds(page: Page, product: RunningProduct): Promise<number> {
  return appFrame(page, product).evaluate(async () => {
    for (let tries = 0; tries < 100; tries += 1) {
      const [drawn] = performance.getEntriesByName('times-drawn');
      const asked = performance.getEntriesByName('times-asked').at(-1);
      const answer = performance
        .getEntriesByType('resource')
        .filter((entry): entry is PerformanceResourceTiming => entry.name.endsWith('/v1.0/$batch'))
        .at(-1);
      if (drawn !== undefined && asked !== undefined && answer !== undefined)
        return drawn.startTime - Math.max(answer.responseEnd, asked.startTime);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    return Number.NaN;
  });
}
