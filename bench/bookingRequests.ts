import type { Browser, Page } from 'playwright-core';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  beginBooking,
  book,
  findTimes,
  moveDates,
  pickPartner,
  seeDates,
} from '#test/support/bookingSteps.ts';
import { openBrowser } from '#test/support/openBrowser.ts';
import { startProduct, type RunningProduct } from '#test/support/startProduct.ts';
import { openTeamsPage } from '#test/support/teamsPage.ts';
import type { BenchLine } from './line.ts';

const mentorships = 20;

/** Requests to Graph, preflights not counted, in the real browser: after the button with eight moved dates, and of home with twenty mentorships. */
export async function requestBenchmarks(): Promise<readonly BenchLine[]> {
  const dataFolder = mkdtempSync(join(tmpdir(), 'mentor-meetings-requests-'));
  const browser = await openBrowser();
  try {
    const product = await startProduct({ dataFolder });
    try {
      return [
        { name: 'requests-book-season', value: await bookWithMoves(browser, product), unit: 'requests' },
        { name: 'requests-home-20', value: await openFullHome(browser, product), unit: 'requests' },
      ];
    } finally {
      await product.stop();
    }
  } finally {
    await browser.close();
    rmSync(dataFolder, { recursive: true, force: true });
  }
}

async function bookWithMoves(browser: Browser, product: RunningProduct): Promise<number> {
  const teams = await openTeamsPage(browser, product, 'morgan');
  await beginBooking(teams.app);
  await pickPartner(teams.app, 'Dan', 'Dana Mokoena');
  await findTimes(teams.app);
  await seeDates(teams.app);
  await moveDates(teams.app, 8);
  const requests = graphRequests(teams.page, product);
  await book(teams.app);
  await teams.close();
  return requests().length;
}

/** Counts from opening until nothing more is asked; files come after and are not counted. */
async function openFullHome(browser: Browser, product: RunningProduct): Promise<number> {
  const teams = await openTeamsPage(browser, product, 'priya');
  const { page } = teams;
  const asked = await page.waitForRequest(
    (request) => request.url().startsWith(`${product.sandboxUrl}/v1.0/`) && request.method() !== 'OPTIONS',
  );
  const authorization = (await asked.allHeaders()).authorization ?? '';
  for (let index = 0; index < mentorships; index += 1) {
    // One after the other, since a mailbox takes four at a time.
    // oxlint-disable-next-line no-await-in-loop
    const answer = await page.request.post(`${product.sandboxUrl}/v1.0/me/events`, {
      headers: { authorization },
      data: mentorshipOf(product, index),
    });
    if (answer.status() !== 201) throw new Error(`no mentorship: ${answer.status()} ${await answer.text()}`);
  }
  const requests = graphRequests(page, product);
  await page.reload();
  await teams.app.getByText(`Mentor ${mentorships}`).first().waitFor();
  await page.waitForLoadState('networkidle');
  await teams.close();
  return requests().filter((url) => !/\/(drives?|shares)\b/.test(url)).length;
}

/** A weekly series of the next half year with somebody, carrying the link. */
function mentorshipOf({ appUrl }: RunningProduct, index: number): object {
  const day = new Date(Date.now() + (7 + (index % 5)) * 86_400_000);
  const date = day.toISOString().slice(0, 10);
  const hour = String(8 + (index % 9)).padStart(2, '0');
  const weekdays = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];
  return {
    subject: `Mentor meeting ${index + 1}`,
    body: {
      contentType: 'html',
      content: `<p>Prep notes: <a href="${appUrl}/open#m=${crypto.randomUUID()}">${appUrl}/open</a></p>`,
    },
    start: { dateTime: `${date}T${hour}:00:00`, timeZone: 'Europe/London' },
    end: { dateTime: `${date}T${hour}:30:00`, timeZone: 'Europe/London' },
    recurrence: {
      pattern: {
        type: 'weekly',
        interval: 1,
        daysOfWeek: [weekdays[day.getUTCDay()]],
        firstDayOfWeek: 'monday',
      },
      range: { type: 'numbered', startDate: date, numberOfOccurrences: 26 },
    },
    attendees: [
      {
        type: 'required',
        emailAddress: { name: `Mentor ${index + 1}`, address: `mentor${index + 1}@partner.example` },
      },
    ],
  };
}

function graphRequests(page: Page, product: RunningProduct): () => readonly string[] {
  const urls: string[] = [];
  page.on('request', (request) => {
    if (request.method() !== 'OPTIONS' && request.url().startsWith(`${product.sandboxUrl}/v1.0/`))
      urls.push(request.url());
  });
  return () => urls;
}
