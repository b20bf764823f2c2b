import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beginBooking, book, findTimes, pickPartner, seeDates } from '#test/support/bookingSteps.ts';
import { graphRequests } from '#test/support/graphRequests.ts';
import { openBrowser } from '#test/support/openBrowser.ts';
import { startProduct } from '#test/support/startProduct.ts';
import { openTeamsPage } from '#test/support/teamsPage.ts';
import type { BenchLine } from './line.ts';

/** What coffee chats ask of Graph in the real browser, preflights not counted: opening the suggestions of a mentorship, and booking one. */
export async function coffeeRequestBenchmarks(): Promise<readonly BenchLine[]> {
  const dataFolder = mkdtempSync(join(tmpdir(), 'mentor-meetings-bench-'));
  const browser = await openBrowser();
  const product = await startProduct({ dataFolder });
  try {
    const teams = await openTeamsPage(browser, product, 'morgan');
    await beginBooking(teams.app);
    await pickPartner(teams.app, 'Dan', 'Dana Mokoena');
    await findTimes(teams.app);
    await seeDates(teams.app);
    await book(teams.app);
    await teams.app.getByRole('button', { name: 'See your seasons' }).click();
    const beside = teams.app.getByRole('region', { name: 'A coffee in between' });
    const opening = graphRequests(teams.page, product);
    await beside
      .getByRole('button', { name: /See and book$/ })
      .first()
      .waitFor();
    const atHome = opening().length;
    await beside
      .getByRole('button', { name: /See and book$/ })
      .first()
      .click();
    await teams.app.getByRole('list', { name: 'Suggestions, best first' }).waitFor();
    const opened = opening().length - atHome;
    const booking = graphRequests(teams.page, product);
    await teams.app
      .getByRole('button', { name: /^Book coffee/ })
      .first()
      .click();
    await teams.app.getByText(/^Booked: /).waitFor();
    return [
      { name: 'requests-coffee', value: opened, unit: 'requests' },
      { name: 'requests-book-coffee', value: booking().length, unit: 'requests' },
    ];
  } finally {
    await product.stop();
    await browser.close();
    rmSync(dataFolder, { recursive: true, force: true });
  }
}
