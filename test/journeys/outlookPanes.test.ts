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
    expect(await pane.getByText('We cannot see when').count()).toBe(0);
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
    expect(await pane.getByText('The message you chose now').count()).toBe(0);
  });

  it('fills a form, puts it back, and what is sent arrives at the partner as the form said', async () => {
    const page = await open('morgan', { view: 'calendar' });
    const pane = paneOf(page);
    await page.getByRole('button', { name: 'New event' }).click();
    await outlook.openPane('Mentor times');
    await pane.getByRole('heading', { name: 'Add a person to the event first.' }).waitFor();
    const people = page.getByLabel('Add to required');
    await people.fill('dana.mokoena@northfield.example');
    await people.press('Enter');
    await page.locator('[contenteditable]').first().fill('Dear Dana, our second season.');
    await pane.getByRole('radiogroup', { name: 'Times, best first' }).waitFor();
    // The whole way by keyboard: the second time, then the button.
    await pane.getByRole('radio').first().focus();
    await page.keyboard.press('ArrowDown');
    const put = pane.getByRole('button', { name: 'Put into this form' });
    await put.focus();
    await page.keyboard.press('Enter');
    await pane.getByRole('heading', { name: 'In your form now' }).waitFor();
    const subject = page.getByLabel('Subject', { exact: true });
    expect(await subject.inputValue()).toBe('Mentor meeting: Morgan and Dana');

    await pane.getByRole('button', { name: 'Put back what was there' }).click();
    await pane.getByText('The form is as it was.').waitFor();
    expect(await subject.inputValue()).toBe('');
    expect(await page.locator('[contenteditable]').first().innerText()).toBe('Dear Dana, our second season.');

    await put.click();
    await pane.getByRole('heading', { name: 'In your form now' }).waitFor();
    const start = await page.getByLabel('Start', { exact: true }).inputValue();
    await page.getByRole('button', { name: 'Send', exact: true }).click();
    await page.getByRole('button', { name: 'Send', exact: true }).waitFor({ state: 'detached' });
    expect(await outlook.unhandled()).toEqual([]);
    await outlook.close();

    // At the partner: the same first day, the words, and the notes of exactly that meeting.
    const danas = await open('dana', { view: 'calendar' });
    await danas.getByLabel('Go to a date').fill(start.slice(0, 10));
    await danas
      .getByRole('button', { name: /Mentor meeting: Morgan and Dana/ })
      .first()
      .click();
    await danas.getByText('Dear Dana, our second season.').first().waitFor();
    await outlook.openPane('Prep notes');
    const notes = paneOf(danas);
    await notes.getByText(/^Meeting 1 of \d+ with Morgan$/).waitFor();
    await notes.getByText('Found by the link in the event.').waitFor();
    await notes.getByRole('button', { name: /Propose/ }).waitFor();
    await notes.getByRole('button', { name: /The meeting after, / }).click();
    await notes.getByText(/^Meeting 2 of \d+ with Morgan$/).waitFor();
    await notes.getByRole('button', { name: /^Back to / }).click();
    await notes.getByText(/^Meeting 1 of \d+ with Morgan$/).waitFor();
  });

  it('says that an event of nobody’s mentorship is none', async () => {
    const page = await open('morgan', { view: 'calendar' });
    await page
      .getByRole('button', { name: /Enquiry desk/ })
      .first()
      .click();
    await outlook.openPane('Prep notes');
    await paneOf(page).getByRole('heading', { name: 'This event is no mentor meeting yet.' }).waitFor();
    expect(await paneOf(page).getByRole('button', { name: 'Look again' }).isEnabled()).toBe(true);
  });

  it.each(['off', 'silent'] as const)(
    'signs in through Outlook’s window with the bridge %s',
    async (bridge) => {
      const pane = await openMessage('The open-access survey', { bridge });
      const { page, context } = outlook;
      const [dialog] = await Promise.all([
        context.waitForEvent('page'),
        pane.getByRole('button', { name: 'Sign in' }).click(),
      ]);
      await dialog.getByText('morgan.ellis@northfield.example').first().click();
      await pane.getByText(/^A season with/).waitFor();
      expect(context.pages()).toEqual([page]);
    },
  );
});
