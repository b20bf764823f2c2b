import type { Browser, Frame } from 'playwright-core';
import { startAddInServer, type AddInServer } from '#test/support/addInServer.ts';
import { callOffice as call, succeeded as ok } from '#test/support/officeCall.ts';
import { openBrowser } from '#test/support/openBrowser.ts';
import { openOutlookPage, type OutlookPage, type OutlookPageOptions } from '#test/support/outlookPage.ts';
import { startProduct, type RunningProduct } from '#test/support/startProduct.ts';

jest.setTimeout(180_000);

/** Asks the bridge of nested app authentication and resolves with its answer, or with `silent` after a while. */
const askBridge = (method: string): string => `new Promise((resolve) => {
  const { nestedAppAuthBridge } = window;
  nestedAppAuthBridge.addEventListener('message', (text) => resolve(JSON.parse(text)));
  nestedAppAuthBridge.postMessage(JSON.stringify({ messageType: 'NestedAppAuthRequest', method: '${method}', requestId: 'r1',
    tokenParams: { clientId: '00000000-0000-4000-8000-000000000000', scope: 'User.Read' } }));
  setTimeout(() => resolve('silent'), 1500);
})`;

describe('windows, sign-in and switches of the Outlook page', () => {
  let addIn: AddInServer;
  let product: RunningProduct;
  let browser: Browser;
  let other: Browser | undefined;
  beforeAll(async () => {
    [addIn, browser] = await Promise.all([startAddInServer(), openBrowser()]);
    product = await startProduct({ args: ['--no-build', '--app-origin', addIn.origin] });
    addIn.serveFrom(product.sandboxUrl);
  });
  afterAll(async () => {
    await Promise.all([browser?.close(), other?.close()]);
    await product?.stop();
    await addIn?.stop();
  });

  let outlook: OutlookPage;
  const openForm = async (options: OutlookPageOptions = {}): Promise<Frame> => {
    outlook = await openOutlookPage(browser, product, 'dana', {
      app: addIn.origin,
      view: 'calendar',
      ...options,
    });
    await outlook.page.getByRole('button', { name: 'New event' }).click();
    const frame = await outlook.openPane('Mentor times');
    await frame.evaluate('window.started');
    return frame;
  };
  afterEach(async () => {
    expect(await outlook.unhandled()).toEqual([]);
    expect(outlook.complaints).toEqual([]);
    await outlook.close();
  });

  it('lets an add-in open a window of its own and hear from it', async () => {
    const frame = await openForm();
    const opened = outlook.context.waitForEvent('page');
    await frame.evaluate(`new Promise((resolve) => {
      window.heard = [];
      Office.context.ui.displayDialogAsync('${addIn.origin}/dialog.html', { width: 40, height: 60, promptBeforeOpen: false }, (result) => {
        result.value.addEventHandler(Office.EventType.DialogMessageReceived, ({ message }) => {
          window.heard.push(message); result.value.close();
        });
        resolve(result.status);
      });
    })`);
    const window = await opened;
    await window.waitForLoadState('load');
    await window.evaluate('window.started');
    expect(await window.evaluate(`'nestedAppAuthBridge' in window`)).toBe(false);
    await window.evaluate(`Office.context.ui.messageParent('signed in')`).catch(() => undefined);
    await frame.waitForFunction('window.heard.length > 0');
    expect(await frame.evaluate('window.heard')).toEqual(['signed in']);
  });

  it('shows a window in a frame above the page, carries messages both ways, and tells when it is closed', async () => {
    const frame = await openForm();
    const { page } = outlook;
    const open = `new Promise((resolve) => {
      window.heard = [];
      Office.context.ui.displayDialogAsync('${addIn.origin}/dialog.html', { width: 50, height: 50, displayInIframe: true }, (result) => {
        window.dialog = result.value;
        result.value.addEventHandler(Office.EventType.DialogMessageReceived, ({ message }) => window.heard.push(message));
        result.value.addEventHandler(Office.EventType.DialogEventReceived, ({ error }) => window.heard.push(error));
        resolve(result.status);
      });
    })`;
    expect(await frame.evaluate(open)).toBe('succeeded');
    const inner = await (await page.waitForSelector('.add-in-dialog iframe')).contentFrame();
    if (inner === null) throw new Error('no frame');
    await inner.waitForLoadState('load');
    await inner.evaluate('window.started');
    await inner.evaluate(`new Promise((resolve) => {
      window.heard = [];
      Office.context.ui.addHandlerAsync(Office.EventType.DialogParentMessageReceived, ({ message }) => window.heard.push(message), resolve);
    })`);
    await inner.evaluate(`Office.context.ui.messageParent('from the window')`);
    await frame.waitForFunction('window.heard.length === 1');
    await frame.evaluate(`window.dialog.messageChild('from the pane')`);
    await inner.waitForFunction('window.heard.length === 1');
    expect(await inner.evaluate('window.heard')).toEqual(['from the pane']);
    await page.getByRole('dialog').getByRole('button', { name: 'Close' }).click();
    await frame.waitForFunction('window.heard.length === 2');
    expect(await frame.evaluate('window.heard')).toEqual(['from the window', 12006]);
    expect(await frame.evaluate(open)).toBe('succeeded');
    await page.waitForSelector('.add-in-dialog iframe');
    await frame.evaluate('window.dialog.close()');
    await page.waitForSelector('.add-in-dialog', { state: 'detached' });
  });

  it.each([
    ['on', { success: true, initContext: { sdkName: 'sandbox' } }, true],
    ['off', undefined, false],
    ['silent', 'silent', true],
  ] as const)('with the sign-in bridge %s answers as Outlook does', async (bridge, expected, isSupported) => {
    const frame = await openForm({ bridge });
    expect(await frame.evaluate(`'nestedAppAuthBridge' in window`)).toBe(bridge !== 'off');
    expect(await frame.evaluate(`Office.context.requirements.isSetSupported('NestedAppAuth', '1.1')`)).toBe(
      isSupported,
    );
    if (expected === undefined) return;
    const answer = await frame.evaluate<unknown>(askBridge('GetInitContext'));
    if (typeof expected === 'string') expect(answer).toBe(expected);
    else expect(answer).toMatchObject(expected);
  });

  it('tells the pane of another theme, and of what changes in the form', async () => {
    const frame = await openForm();
    const { page } = outlook;
    await frame.evaluate(`new Promise((resolve) => {
      const { mailbox } = Office.context;
      window.heard = [];
      const { OfficeThemeChanged, RecipientsChanged, AppointmentTimeChanged, RecurrenceChanged, EnhancedLocationsChanged } = Office.EventType;
      mailbox.addHandlerAsync(OfficeThemeChanged, ({ officeTheme }) => window.heard.push(officeTheme.bodyBackgroundColor), () => {
        mailbox.item.addHandlerAsync(RecipientsChanged, ({ changedRecipientFields }) => window.heard.push(changedRecipientFields.requiredAttendees), () =>
        mailbox.item.addHandlerAsync(AppointmentTimeChanged, ({ start }) => window.heard.push(start), () =>
        mailbox.item.addHandlerAsync(RecurrenceChanged, ({ recurrence }) => window.heard.push(recurrence.recurrenceType), () =>
        mailbox.item.addHandlerAsync(EnhancedLocationsChanged, ({ enhancedLocations }) => window.heard.push(enhancedLocations.length), resolve))));
      });
    })`);
    await frame.waitForFunction('window.heard.length === 1');
    await page.getByLabel('Theme').selectOption('dark');
    await page.getByRole('combobox', { name: 'Add to required' }).fill('Morgan Ellis');
    await page.getByRole('combobox', { name: 'Add to required' }).press('Enter');
    await page.getByLabel('Start').fill('2027-01-14T10:00');
    await page.getByLabel('Repeats').selectOption('daily');
    await page.getByLabel('Place').fill('Room 4');
    await page.getByLabel('Place').press('Tab');
    await frame.waitForFunction('window.heard.length === 6');
    expect(await frame.evaluate('window.heard')).toEqual([
      '#ffffff',
      '#1f1f1f',
      true,
      '2027-01-14T08:00:00.000Z',
      'daily',
      1,
    ]);
  });

  it('runs a function of the add-in that a button names, in a frame that nobody sees', async () => {
    // A page that a test has changed counts as one from the network, which may not ask this computer without the flag.
    other = await openBrowser(['--disable-features=LocalNetworkAccessChecks']);
    const page = `${addIn.origin}/commands.html`;
    const withFunction = (html: string): string =>
      html.replace(
        /"action":\{"kind":"pane"[^}]*\}/,
        `"action":{"kind":"function","page":"${page}","name":"markItem"}`,
      );
    outlook = await openOutlookPage(other, product, 'morgan', { app: addIn.origin, edit: withFunction });
    await outlook.page.getByRole('button', { name: 'The open-access survey' }).click();
    await outlook.page.getByRole('toolbar').getByRole('button', { name: 'Meet with sender' }).click();
    await outlook.page.getByRole('region', { name: 'Notifications' }).getByText('Marked').waitFor();
    await outlook.page.waitForSelector('iframe', { state: 'detached' });
    expect(outlook.page.frames()).toHaveLength(1);
  });

  it('closes the pane and the form when the add-in says so', async () => {
    const frame = await openForm();
    expect(await call(frame, `item.sessionData.setAsync('step', 'two', done)`)).toEqual(ok());
    expect(await call(frame, `item.sessionData.getAsync('step', done)`)).toEqual(ok('two'));
    await frame.evaluate('Office.context.ui.closeContainer()');
    await outlook.page.locator('#pane-frame').waitFor({ state: 'detached' });
    const again = await outlook.openPane('Prep notes');
    await again.evaluate('window.started');
    await again.evaluate('Office.context.mailbox.item.close()');
    await outlook.page.getByRole('heading', { name: /calendar/ }).waitFor();
  });
});
