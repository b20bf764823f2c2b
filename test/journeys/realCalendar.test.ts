import { writeFileSync } from 'node:fs';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beginBooking, findTimes, pickPartner } from '#test/support/bookingSteps.ts';
import { openBrowser } from '#test/support/openBrowser.ts';
import { startProduct } from '#test/support/startProduct.ts';
import { openTeamsPage } from '#test/support/teamsPage.ts';

jest.setTimeout(120_000);

describe('npm start -- --calendar', () => {
  it('puts a real calendar behind a person, and the times follow it', async () => {
    // Free on Thursdays from 14:00 Cape Town only, which is 12:00 in Leeds in winter.
    const product = await startProduct({ args: ['--calendar', 'dana=test/fixtures/dana.ics'] });
    const browser = await openBrowser();
    try {
      const teams = await openTeamsPage(browser, product, 'morgan');
      await beginBooking(teams.app);
      await pickPartner(teams.app, 'Dan', 'Dana Mokoena');
      await findTimes(teams.app);
      const best = await teams.app
        .getByRole('radio', { name: /^Number 1/ })
        .first()
        .getAttribute('aria-label');
      expect(best).toMatch(/^Number 1: Thursdays, /);
      await teams.close();
    } finally {
      await browser.close();
      await product.stop();
    }
  });

  it('refuses a wrong file with its line, and starts nothing', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'mentor-meetings-wrong-'));
    const file = join(folder, 'wrong.ics');
    writeFileSync(file, 'BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:1\nDTSTART:soon\nEND:VEVENT\nEND:VCALENDAR\n');
    await expect(startProduct({ args: ['--calendar', `dana=${file}`] })).rejects.toThrow(
      /wrong\.ics.*line 4/s,
    );
    await expect(startProduct({ args: ['--calendar', `nobody=${file}`] })).rejects.toThrow(
      /nobody called "nobody"/,
    );
    rmSync(folder, { recursive: true });
  });
});
