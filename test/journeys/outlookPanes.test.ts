import type { Browser, FrameLocator, Page } from 'playwright-core';
import { findTimes } from '#test/support/bookingSteps.ts';
import { openBrowser } from '#test/support/openBrowser.ts';
import { openOutlookPage, type OutlookPage, type OutlookPageOptions } from '#test/support/outlookPage.ts';
import { startProduct, type RunningProduct } from '#test/support/startProduct.ts';

jest.setTimeout(240_000);

describe('the panes beside Outlook’s items', () => {
  let product: RunningProduct;
  let browser: Browser;
  beforeAll(async () => {
    browser = await openBrowser();
    product = await startProduct({ args: ['--no-build'] });
  });
  afterAll(async () => {
    await browser?.close();
    await product?.stop();
  });

  let outlook: OutlookPage;
  const open = async (person: string, options: OutlookPageOptions = {}): Promise<Page> => {
    outlook = await openOutlookPage(browser, product, person, options);
    return outlook.page;
  };
  const paneOf = (page: Page): FrameLocator => page.frameLocator('#pane-frame');
  afterEach(async () => {
    expect(await outlook.unhandled()).toEqual([]);
    expect(outlook.complaints).toEqual([]);
    await outlook.close();
  });

  const openMessage = async (subject: string, options: OutlookPageOptions = {}): Promise<FrameLocator> => {
    const page = await open('morgan', options);
    await page.getByRole('button', { name: subject }).click();
    await outlook.openPane('Meet with sender');
    return paneOf(page);
  };

  it('says that the sender is from outside, and offers the people of the message instead', async () => {
    const pane = await openMessage('Visit of the Harbour Trust archive');
    await pane.getByText('We cannot see when Kai is free').waitFor();
    await pane.getByRole('region', { name: 'On this message' }).waitFor();
    await pane.getByRole('button', { name: 'Choose Dana Mokoena' }).click();
    await pane.getByText('A season with Dana').waitFor();
  });

  it('plans with the sender in the steps of the tab, and asks before it turns to another one', async () => {
    const pane = await openMessage('The open-access survey');
    const { page } = outlook;
    await page.getByRole('button', { name: 'Pin' }).click();
    await pane.getByText(/^A season with/).waitFor();
    // Nothing was done yet: another message is another sender at once.
    await page.getByRole('button', { name: 'Visit of the Harbour Trust archive' }).click();
    await pane.getByText('A season with Kai').waitFor();
    await page.getByRole('button', { name: 'The open-access survey' }).click();
    await pane.getByText(/^A season with (?!Kai)/).waitFor();
    await pane.getByRole('button', { name: 'Choose the season' }).click();
    await findTimes(pane);
    await page.getByRole('button', { name: 'Visit of the Harbour Trust archive' }).click();
    await pane.getByText('The message you chose now is from Kai.').waitFor();
    await pane.getByRole('radiogroup', { name: 'Times, best first' }).waitFor();
    await pane.getByRole('button', { name: 'Plan with Kai' }).click();
    await pane.getByText('A season with Kai').waitFor();
    // What was begun before is there again when one comes back.
    await page.getByRole('button', { name: 'The open-access survey' }).click();
    await pane.getByRole('radiogroup', { name: 'Times, best first' }).waitFor();
  });
});
