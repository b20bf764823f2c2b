import type { Browser } from 'playwright-core';
import { openBrowser } from '#test/support/openBrowser.ts';
import { openOutlookPage } from '#test/support/outlookPage.ts';
import { startProduct, type RunningProduct } from '#test/support/startProduct.ts';

jest.setTimeout(180_000);

const appOrigin = 'https://mentor.example';
const microsoftHosts = [
  'outlook.office.com',
  'login.microsoftonline.com',
  'graph.microsoft.com',
  // Where a release gets Office.js, and where Office.js gets Microsoft Ajax.
  'appsforoffice.microsoft.com',
  'ajax.aspnetcdn.com',
];

/** Storage and channels are parted as they are in Outlook on the web; the library is asked for at Microsoft's own addresses. */
describe('the release bundle in Outlook, under Microsoft’s host names', () => {
  let product: RunningProduct;
  let browser: Browser;
  beforeAll(async () => {
    product = await startProduct({ args: ['--no-build', '--app-origin', appOrigin] });
    const sandboxPort = new URL(product.sandboxUrl).port;
    const rules = [
      ...microsoftHosts.map((host) => `MAP ${host}:443 127.0.0.1:${sandboxPort}`),
      `MAP ${new URL(appOrigin).host}:443 127.0.0.1:${new URL(product.appUrl).port}`,
    ];
    browser = await openBrowser([`--host-resolver-rules=${rules.join(', ')}`]);
  });
  afterAll(async () => {
    await browser?.close();
    await product?.stop();
  });

  it.each([
    ['on', 'morgan', 'The open-access survey', 'Dana'],
    ['off', 'dana', 'Thank you Dear Dana', 'Morgan'],
    ['silent', 'tomas', 'Re: A question about the reference desk', 'Morgan'],
  ] as const)('with the bridge %s lets %s meet with the sender', async (bridge, person, subject, sender) => {
    const outlook = await openOutlookPage(browser, product, person, {
      bridge,
      origin: 'https://outlook.office.com',
      app: appOrigin,
    });
    await outlook.page.getByRole('button', { name: subject }).click();
    const pane = await outlook.openPane('Meet with sender');
    if (bridge !== 'on') {
      const opened = outlook.context.waitForEvent('page');
      await pane.getByRole('button', { name: /^Sign in/ }).click();
      const window = await opened;
      await window
        .getByRole('button', { name: new RegExp(person === 'tomas' ? 'Tomás' : person, 'i') })
        .first()
        .click({ timeout: 15_000 })
        // Who is signed in to the browser already is not asked.
        .catch(() => undefined);
    }
    await pane.getByText(`A season with ${sender}`).first().waitFor();
    expect(await outlook.unhandled()).toEqual([]);
    await outlook.close();
  });
});
