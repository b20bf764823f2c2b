import type { Browser, Frame } from 'playwright-core';
import { startAddInServer, type AddInServer } from '#test/support/addInServer.ts';
import { callOffice as call, failedWith as failed, succeeded as ok } from '#test/support/officeCall.ts';
import { openBrowser } from '#test/support/openBrowser.ts';
import { openOutlookPage, type OutlookPage, type OutlookPageOptions } from '#test/support/outlookPage.ts';
import { startProduct, type RunningProduct } from '#test/support/startProduct.ts';

jest.setTimeout(180_000);

describe('Office.js beside what one reads', () => {
  let addIn: AddInServer;
  let product: RunningProduct;
  let browser: Browser;
  beforeAll(async () => {
    [addIn, browser] = await Promise.all([startAddInServer(), openBrowser()]);
    product = await startProduct({ args: ['--no-build', '--app-origin', addIn.origin] });
    addIn.serveFrom(product.sandboxUrl);
  });
  afterAll(async () => {
    await browser?.close();
    await product?.stop();
    await addIn?.stop();
  });

  let outlook: OutlookPage;
  const open = async (person: string, options: OutlookPageOptions = {}): Promise<OutlookPage> => {
    outlook = await openOutlookPage(browser, product, person, { app: addIn.origin, ...options });
    return outlook;
  };
  afterEach(async () => {
    expect(await outlook.unhandled()).toEqual([]);
    expect(outlook.complaints).toEqual([]);
    await outlook.close();
  });

  const openMessage = async (subject: string, options: OutlookPageOptions = {}): Promise<Frame> => {
    const { page } = await open('morgan', options);
    await page.getByRole('button', { name: subject }).click();
    const frame = await outlook.openPane('Meet with sender');
    await frame.evaluate('window.started');
    return frame;
  };

  it('tells who wrote a message and to whom, and that somebody is from outside', async () => {
    const frame = await openMessage('Visit of the Harbour Trust archive');
    const told = await frame.evaluate(() => {
      const item = Office.context.mailbox.item as unknown as Office.MessageRead;
      return {
        type: item.itemType,
        itemClass: item.itemClass,
        subject: item.subject,
        from: { ...item.from },
        to: item.to.map((person) => ({ ...person })),
        isRest: /^[\w-]+=*$/.test(
          Office.context.mailbox.convertToRestId(item.itemId, Office.MailboxEnums.RestVersion.v2_0),
        ),
        created: item.dateTimeCreated instanceof Date,
      };
    });
    expect(told).toMatchObject({
      type: 'message',
      itemClass: 'IPM.Note',
      subject: 'Visit of the Harbour Trust archive',
      from: { displayName: 'Kai Lindqvist', recipientType: 'externalUser' },
      to: [
        { displayName: 'Morgan Ellis', recipientType: 'user' },
        { displayName: 'Dana Mokoena', recipientType: 'user' },
      ],
      isRest: true,
      created: true,
    });
    expect((await call(frame, `item.body.getAsync('text', done)`)).value).toContain(
      'thank you for showing us around',
    );
  });

  it('closes a pane with its message, and tells a pinned one of the next', async () => {
    let frame = await openMessage('The open-access survey');
    const { page } = outlook;
    const pane = page.locator('#pane-frame');
    await page.getByRole('button', { name: 'A question about the reference desk' }).click();
    await pane.waitFor({ state: 'detached' });
    frame = await outlook.openPane('Meet with sender');
    await frame.evaluate('window.started');
    await page.getByRole('button', { name: 'Pin' }).click();
    await frame.evaluate(`new Promise((resolve) => {
      window.seen = [];
      Office.context.mailbox.addHandlerAsync(Office.EventType.ItemChanged, () =>
        window.seen.push(Office.context.mailbox.item?.subject ?? null), resolve);
    })`);
    await page.getByRole('button', { name: 'The open-access survey' }).click();
    await frame.waitForFunction('window.seen.length === 1');
    await page.getByRole('button', { name: 'Calendar', exact: true }).click();
    await frame.waitForFunction('window.seen.length === 2');
    expect(await frame.evaluate('window.seen')).toEqual(['The open-access survey', null]);
  });

  it('shows messages above the item, five at most, each once', async () => {
    const frame = await openMessage('The open-access survey');
    const { page } = outlook;
    const add = (key: string): string =>
      `item.notificationMessages.addAsync('${key}', { type: 'informationalMessage', message: 'Says ${key}', icon: 'Icon.16', persistent: false }, done)`;
    expect(await call(frame, add('one'))).toEqual(ok());
    expect(await call(frame, add('one'))).toEqual(failed(9023));
    for (const key of ['two', 'three', 'four', 'five']) expect(await call(frame, add(key))).toEqual(ok());
    expect(await call(frame, add('six'))).toEqual(failed(9025));
    expect(await call(frame, `item.notificationMessages.removeAsync('nine', done)`)).toEqual(failed(9024));
    expect(
      await call(
        frame,
        `item.notificationMessages.replaceAsync('two', { type: 'errorMessage', message: 'Did not work' }, done)`,
      ),
    ).toEqual(ok());
    const bar = page.getByRole('region', { name: 'Notifications' });
    expect(await bar.getByText('Did not work').count()).toBe(1);
    await bar.getByRole('button', { name: 'Dismiss: Says one' }).click();
    const { value } = await call(frame, `item.notificationMessages.getAllAsync(done)`);
    expect(value).toMatchObject([
      { key: 'two', type: 'errorMessage' },
      { key: 'three' },
      { key: 'four' },
      { key: 'five' },
    ]);
  });

  it('keeps settings in the mailbox and properties with the item, over a new opening of the page', async () => {
    let frame = await openMessage('The open-access survey');
    await frame.evaluate(`Office.context.roamingSettings.set('seen', { times: 2 })`);
    expect((await call(frame, `roamingSettings.saveAsync(done)`)).status).toBe('succeeded');
    const setProperty = `item.loadCustomPropertiesAsync((r) => { r.value.set('mark', 'kept'); r.value.saveAsync(done); })`;
    expect((await call(frame, setProperty)).status).toBe('succeeded');
    await outlook.page.reload();
    await outlook.page.getByRole('button', { name: 'The open-access survey' }).click();
    frame = await outlook.openPane('Meet with sender');
    await frame.evaluate('window.started');
    expect(await frame.evaluate(`Office.context.roamingSettings.get('seen')`)).toEqual({ times: 2 });
    const getProperty = `item.loadCustomPropertiesAsync((r) => resolve({ status: r.status, value: r.value.get('mark') }))`;
    expect(await call(frame, getProperty)).toEqual(ok('kept'));
  });

  it('opens Outlook’s own forms with what the add-in says', async () => {
    const frame = await openMessage('The open-access survey');
    const { page } = outlook;
    expect(await call(frame, `mailbox.getCallbackTokenAsync({ isRest: true }, done)`)).toEqual(failed(9018));
    const reply = `item.displayReplyAllFormAsync({ htmlBody: '<p>With pleasure</p>' }, done)`;
    expect(await call(frame, reply)).toEqual(ok());
    const form = page.getByRole('dialog', { name: 'New message' });
    expect(await form.getByLabel('Subject').inputValue()).toBe('Re: The open-access survey');
    expect(await form.getByLabel('To').inputValue()).toMatch(/^dana\.mokoena@/);
    expect(await form.getByLabel('Text').inputValue()).toBe('With pleasure');
    await form.getByRole('button', { name: 'Discard' }).click();
    expect(
      await call(
        frame,
        `mailbox.displayNewAppointmentFormAsync({ requiredAttendees: [item.from], subject: 'A talk', location: 'Room 4',
          start: new Date('2027-02-03T09:00:00Z'), end: new Date('2027-02-03T10:00:00Z'), body: 'See you' }, done)`,
      ),
    ).toEqual(ok());
    await page.getByRole('button', { name: 'Take Dana Mokoena out' }).waitFor();
    expect(await page.getByLabel('Subject').inputValue()).toBe('A talk');
    expect(await page.getByLabel('Start').inputValue()).toBe('2027-02-03T09:00');
    expect(await page.getByRole('textbox', { name: 'Text' }).textContent()).toBe('See you');
  });

  it('tells of a date of a series what Outlook tells: its series, its recurrence, who organises it', async () => {
    const { page } = await open('grace', { view: 'calendar' });
    const meeting = page.getByRole('button', { name: /^Mentor meeting with Grace/ });
    await page
      .getByRole('button', { name: /stand-up/ })
      .first()
      .waitFor();
    if ((await meeting.count()) === 0) await page.getByRole('button', { name: 'Week after' }).click();
    await meeting.first().click();
    const frame = await outlook.openPane('Prep notes');
    await frame.evaluate('window.started');
    const told = await frame.evaluate(() => {
      const item = Office.context.mailbox.item as unknown as Office.AppointmentRead;
      return {
        type: item.itemType,
        itemClass: item.itemClass,
        hasSeries: typeof item.seriesId === 'string' && item.seriesId !== item.itemId,
        organizer: item.organizer.displayName,
        mine: item.requiredAttendees.map(({ displayName }) => displayName),
        minutes: (item.end.getTime() - item.start.getTime()) / 60_000,
        recurrence: item.recurrence.recurrenceType,
        seriesMinutes: item.recurrence.seriesTime?.getDuration(),
      };
    });
    expect(told).toMatchObject({
      type: 'appointment',
      itemClass: 'IPM.Appointment.Occurrence',
      hasSeries: true,
      organizer: 'Dana Mokoena',
      mine: expect.arrayContaining(['Grace Nakato']),
      recurrence: 'weekly',
    });
    expect(told.seriesMinutes).toBe(told.minutes);
    expect(await call(frame, `item.enhancedLocation.getAsync(done)`)).toMatchObject({ status: 'succeeded' });
  });
});
