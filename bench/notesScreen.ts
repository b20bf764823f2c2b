import type { APIRequestContext, Browser, Frame, Page } from 'playwright-core';
import { encodeHalf, encodePrivateNotes } from '#domain/notes/encodeHalf.ts';
import { copyFileName, halfFileName, privateFileName } from '#domain/notes/fileNames.ts';
import { beginBooking, book, findTimes, pickPartner, seeDates } from '#test/support/bookingSteps.ts';
import { openBrowser } from '#test/support/openBrowser.ts';
import { startProduct, type RunningProduct } from '#test/support/startProduct.ts';
import { openTeamsPage, type TeamsPage } from '#test/support/teamsPage.ts';
import { median, type BenchLine } from './line.ts';
import { fiveYears, type NotesOfPerson } from './notes.ts';

const runs = 3;
const keystrokes = 40;

/**
 * The prep notes in the real browser over a real OneDrive of the sandbox: what opening them cold asks for, how long five years take from the last answer to the screen,
 * and how long a keystroke takes among them.
 */
export async function notesScreenBenchmarks(): Promise<readonly BenchLine[]> {
  const product = await startProduct();
  const browser = await openBrowser();
  try {
    const request = (await browser.newContext({ ignoreHTTPSErrors: true })).request;
    await allowFiles(request, product);
    const drive = await bookWithNotes(browser, request, product);
    const [morgan, dana] = fiveYears([drive.morgan, drive.dana], drive.mentorshipId);
    // One season first: two halves and the private file.
    await upload(request, product, drive, 'morgan', lastSeason(morgan));
    await upload(request, product, drive, 'dana', lastSeason(dana));
    const requests = await requestsOfOpening(browser, product);
    await upload(request, product, drive, 'morgan', morgan);
    await upload(request, product, drive, 'dana', dana);
    const opens: number[] = [];
    const keys: number[] = [];
    for (let run = 0; run < runs; run += 1) {
      const { page, open } = await openFiveYears(browser, product);
      opens.push(open);
      if (run === runs - 1) keys.push(...(await keystrokeTimes(page, product)));
      await page.close();
    }
    return [
      { name: 'requests-open-notes', value: requests, unit: 'requests' },
      { name: 'notes-open-5y', value: round(median(opens)), unit: 'ms' },
      { name: 'notes-keystroke', value: round(median(keys)), unit: 'ms' },
    ];
  } finally {
    await browser.close();
    await product.stop();
  }
}

interface NotesDrive {
  readonly mentorshipId: string;
  readonly driveId: string;
  readonly folderId: string;
  readonly morgan: string;
  readonly dana: string;
}

const scopes = [
  'User.Read',
  'User.ReadBasic.All',
  'Calendars.ReadWrite',
  'Files.ReadWrite',
  'Files.ReadWrite.All',
];

async function allowFiles(request: APIRequestContext, product: RunningProduct): Promise<void> {
  const answer = await request.post(`${product.sandboxUrl}/sandbox/consent`, { data: { allowed: scopes } });
  if (!answer.ok()) throw new Error(`consent: ${await answer.text()}`);
}

async function bookWithNotes(
  browser: Browser,
  request: APIRequestContext,
  product: RunningProduct,
): Promise<NotesDrive> {
  const teams = await openTeamsPage(browser, product, 'morgan');
  await beginBooking(teams.app);
  await pickPartner(teams.app, 'Dan', 'Dana Mokoena');
  await findTimes(teams.app);
  await seeDates(teams.app);
  await book(teams.app);
  await teams.close();
  const token = await tokenOf(request, product, 'morgan');
  const get = async (path: string): Promise<Record<string, string>> => {
    const answer = await request.get(`${product.sandboxUrl}/v1.0${path}`, {
      headers: { authorization: `Bearer ${token}` },
    });
    if (!answer.ok()) throw new Error(`${path}: ${await answer.text()}`);
    const body: { value?: readonly Record<string, string>[] } & Record<string, string> = await answer.json();
    return body.value?.[0] ?? body;
  };
  const folder = await get('/me/drive/special/approot:/Shared:/children');
  return {
    mentorshipId: folder['name'] ?? '',
    folderId: folder['id'] ?? '',
    driveId: (await get('/me/drive'))['id'] ?? '',
    morgan: (await get('/me'))['id'] ?? '',
    dana: (await get('/users/dana.mokoena@northfield.example'))['id'] ?? '',
  };
}

async function tokenOf(request: APIRequestContext, product: RunningProduct, person: string): Promise<string> {
  const answer = await request.post(`${product.sandboxUrl}/sandbox/tokens`, {
    data: { person, action: 'issue', scopes },
  });
  const text = await answer.text();
  const body: Record<string, unknown> = JSON.parse(text);
  const token = Object.values(body).find(
    (value) => typeof value === 'string' && value.split('.').length === 3,
  );
  if (typeof token !== 'string') throw new Error(`no token: ${text}`);
  return token;
}

function lastSeason({ id, halves, privates }: NotesOfPerson): NotesOfPerson {
  return { id, halves: halves.slice(-1), privates: privates.slice(-1) };
}

/** Writes somebody's files as their app would have. */
async function upload(
  request: APIRequestContext,
  product: RunningProduct,
  { driveId, folderId, mentorshipId }: NotesDrive,
  person: 'morgan' | 'dana',
  notes: NotesOfPerson,
): Promise<void> {
  const graph = `${product.sandboxUrl}/v1.0`;
  const owner = await tokenOf(request, product, 'morgan');
  const token = await tokenOf(request, product, person);
  const put = async (bearer: string, path: string, text: string): Promise<{ readonly id: string }> => {
    const answer = await request.put(`${graph}${path}`, {
      headers: { authorization: `Bearer ${bearer}`, 'content-type': 'application/json' },
      data: text,
    });
    if (!answer.ok()) throw new Error(`${path}: ${answer.status()} ${await answer.text()}`);
    return answer.json();
  };
  for (const half of notes.halves) {
    // The owner lays the file out, its author writes it by its id.
    const name = halfFileName(half.season, half.author);
    const { id } = await put(owner, `/drives/${driveId}/items/${folderId}:/${name}:/content`, '{}');
    await put(token, `/drives/${driveId}/items/${id}/content`, encodeHalf(half));
    // Copies that are there already are not what is measured.
    if (person === 'dana')
      await put(
        owner,
        `/me/drive/special/approot:/Own/${mentorshipId}/${copyFileName(half.season, half.author)}:/content`,
        encodeHalf(half),
      );
  }
  for (const file of notes.privates)
    await put(
      token,
      `/me/drive/special/approot:/Own/${mentorshipId}/${privateFileName(file.season)}:/content`,
      encodePrivateNotes(file),
    );
}

async function pressPrepNotes({ app }: TeamsPage): Promise<void> {
  await app
    .getByRole('button', { name: /^Prep notes/ })
    .first()
    .click();
  await app.getByRole('heading', { name: 'To talk about' }).waitFor();
}

/** Calls to Graph and downloads between the click and the notes on screen, on a device that has never seen them. */
async function requestsOfOpening(browser: Browser, product: RunningProduct): Promise<number> {
  const teams = await openTeamsPage(browser, product, 'morgan');
  await teams.app
    .getByRole('button', { name: /^Prep notes/ })
    .first()
    .waitFor();
  await teams.page.waitForTimeout(1500);
  const urls: string[] = [];
  teams.page.on('request', (each) => {
    const url = each.url();
    const isFiles = url.startsWith(product.sandboxUrl) && /\/(v1\.0|files)\//.test(url);
    if (each.method() !== 'OPTIONS' && isFiles) urls.push(url);
  });
  await pressPrepNotes(teams);
  await teams.page.waitForTimeout(2000);
  await teams.close();
  return urls.length;
}

async function openFiveYears(
  browser: Browser,
  product: RunningProduct,
): Promise<{ readonly page: TeamsPage; readonly open: number }> {
  const page = await openTeamsPage(browser, product, 'morgan');
  await page.app
    .getByRole('button', { name: /^Prep notes/ })
    .first()
    .waitFor();
  await appFrame(page.page, product).evaluate(() => {
    performance.setResourceTimingBufferSize(2000);
    const look = new MutationObserver(() => {
      if (document.querySelector('#notes-agenda') === null) return;
      look.disconnect();
      // After the frame that draws it.
      requestAnimationFrame(() => setTimeout(() => performance.mark('notes-drawn')));
    });
    look.observe(document.body, { childList: true, subtree: true });
  });
  await pressPrepNotes(page);
  const open = await appFrame(page.page, product).evaluate(async () => {
    for (let tries = 0; tries < 200; tries += 1) {
      const [drawn] = performance.getEntriesByName('notes-drawn');
      const ends = performance
        .getEntriesByType('resource')
        .filter((entry): entry is PerformanceResourceTiming => entry.name.includes('/files/'))
        .map((entry) => entry.responseEnd);
      if (drawn !== undefined && ends.length > 0) return drawn.startTime - Math.max(...ends);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    return Number.NaN;
  });
  return { page, open };
}

/** From the key to the page laid out with its letter, in the field where an item is added. */
async function keystrokeTimes({ app, page }: TeamsPage, product: RunningProduct): Promise<readonly number[]> {
  await appFrame(page, product).evaluate(() => {
    let pressed = 0;
    addEventListener('keydown', (event) => (pressed = event.timeStamp), { capture: true });
    addEventListener('input', () => {
      const began = pressed;
      // React has drawn by the end of the event; asking for a height makes the browser lay out.
      setTimeout(() => {
        void document.body.offsetHeight;
        performance.measure('notes-key', { start: began, end: performance.now() });
      });
    });
  });
  const field = app.getByRole('textbox', { name: /^Add to the agenda/ });
  await field.click();
  for (let key = 0; key < keystrokes; key += 1) {
    await page.keyboard.press('abcdefgh'.charAt(key % 8));
    await page.waitForTimeout(120);
  }
  return appFrame(page, product).evaluate(() =>
    performance.getEntriesByName('notes-key').map(({ duration }) => duration),
  );
}

function appFrame(page: Page, product: RunningProduct): Frame {
  const frame = page.frames().find((each) => each.url().startsWith(product.appUrl));
  if (frame === undefined) throw new Error('the app has no frame');
  return frame;
}

function round(value: number): number {
  return Number(value.toPrecision(4));
}
