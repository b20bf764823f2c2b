import type { Browser, Frame } from 'playwright-core';
import { startAddInServer, type AddInServer } from '#test/support/addInServer.ts';
import { callOffice as call, failedWith as failed, succeeded as ok } from '#test/support/officeCall.ts';
import { openBrowser } from '#test/support/openBrowser.ts';
import { openOutlookPage, type OutlookPage, type OutlookPageOptions } from '#test/support/outlookPage.ts';
import { startProduct, type RunningProduct } from '#test/support/startProduct.ts';

jest.setTimeout(180_000);

describe('the real Office.js in the Outlook page', () => {
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

  const newEvent = async (person: string, options: OutlookPageOptions = {}): Promise<Frame> => {
    const { page } = await open(person, { view: 'calendar', ...options });
    await page.getByRole('button', { name: 'New event' }).click();
    const frame = await outlook.openPane('Mentor times');
    await frame.evaluate('window.started');
    return frame;
  };

  it('starts beside a form, tells whose mailbox it is and what it can do', async () => {
    const frame = await newEvent('dana', { set: '1.8' });
    expect(await frame.evaluate('window.started')).toEqual({
      host: 'Outlook',
      platform: 'OfficeOnline',
      addin: null,
    });
    const told = await frame.evaluate(() => {
      const { mailbox, requirements, displayLanguage } = Office.context;
      const { displayName, emailAddress, timeZone } = mailbox.userProfile;
      return {
        displayName,
        emailAddress,
        timeZone,
        displayLanguage,
        itemType: mailbox.item?.itemType,
        sets: ['1.5', '1.8', '1.9', '1.10'].map((set) => requirements.isSetSupported('Mailbox', set)),
        bridge: 'nestedAppAuthBridge' in window,
        hostName: mailbox.diagnostics.hostName,
      };
    });
    expect(told).toMatchObject({
      displayName: 'Dana Mokoena',
      timeZone: 'South Africa Standard Time',
      itemType: 'appointment',
      sets: [true, true, false, false],
      bridge: true,
    });
    expect(told.emailAddress).toContain('dana');
  });

  it('sets and reads every field of the form, and shows each in it', async () => {
    const frame = await newEvent('dana');
    const { page } = outlook;
    expect(await call(frame, `item.subject.setAsync('Mentor meeting: Dana and Morgan', done)`)).toEqual(ok());
    expect(await call(frame, `item.location.setAsync('Room 4', done)`)).toEqual(ok());
    await page.getByLabel('Subject').fill('Typed by Dana');
    expect(await call(frame, `item.subject.getAsync(done)`)).toEqual(ok('Typed by Dana'));
    expect(await call(frame, `item.location.getAsync(done)`)).toEqual(ok('Room 4'));
    expect(await page.getByLabel('Place').inputValue()).toBe('Room 4');

    const people = `[{ displayName: 'Morgan', emailAddress: 'morgan@harbour.example' }, 'kai@elsewhere.example']`;
    expect(await call(frame, `item.requiredAttendees.setAsync(${people}, done)`)).toEqual(ok());
    expect(await call(frame, `item.requiredAttendees.addAsync(['morgan@harbour.example'], done)`)).toEqual(
      ok(),
    );
    const { value } = await call(frame, `item.requiredAttendees.getAsync(done)`);
    expect(value).toMatchObject([
      { emailAddress: 'morgan@harbour.example' },
      { emailAddress: 'kai@elsewhere.example' },
    ]);
    expect(await call(frame, `item.optionalAttendees.getAsync(done)`)).toEqual(ok([]));
    expect(await call(frame, `item.requiredAttendees.setAsync(['nobody'], done)`)).toEqual(failed(9013));

    // 10:00 in Johannesburg.
    const start = '2027-01-14T08:00:00.000Z';
    expect(await call(frame, `item.start.setAsync(new Date('${start}'), done)`)).toEqual(ok());
    expect(await call(frame, `item.end.getAsync(done)`)).toEqual(ok(new Date('2027-01-14T08:30:00.000Z')));
    expect(await call(frame, `item.end.setAsync(new Date('2027-01-14T07:00:00Z'), done)`)).toEqual(
      failed(9010),
    );
    expect(await call(frame, `item.end.setAsync(new Date('2027-01-14T09:00:00Z'), done)`)).toEqual(ok());
    expect(await page.getByLabel('Start').inputValue()).toBe('2027-01-14T10:00');
    expect(await page.getByLabel('End').inputValue()).toBe('2027-01-14T11:00');
    expect(await call(frame, `item.organizer.getAsync(done)`)).toMatchObject({
      value: { displayName: 'Dana Mokoena', recipientType: 'user' },
    });

    const place = `[{ id: 'The Courtyard', type: 'custom' }]`;
    expect(await call(frame, `item.enhancedLocation.addAsync(${place}, done)`)).toEqual(ok());
    expect(await call(frame, `item.location.getAsync(done)`)).toEqual(ok('Room 4; The Courtyard'));
    expect(
      await call(frame, `item.enhancedLocation.removeAsync([{ id: 'Room 4', type: 'custom' }], done)`),
    ).toEqual(ok());
    expect(await call(frame, `item.enhancedLocation.getAsync(done)`)).toMatchObject({
      value: [{ displayName: 'The Courtyard', locationIdentifier: { id: 'The Courtyard', type: 'custom' } }],
    });
    expect(await call(frame, `item.sensitivity.setAsync('private', done)`)).toEqual(ok());
    expect(await call(frame, `item.sensitivity.getAsync(done)`)).toEqual(ok('private'));
    expect(await call(frame, `item.categories.addAsync(['Blue'], done)`)).toEqual(ok());
    expect(await call(frame, `item.categories.getAsync(done)`)).toMatchObject({
      value: [{ displayName: 'Blue' }],
    });
    expect(await call(frame, `item.isAllDayEvent.getAsync(done)`)).toEqual(ok(false));
  });

  it('keeps a text that was typed, and writes HTML anew as Exchange does', async () => {
    const frame = await newEvent('dana');
    const editor = outlook.page.getByRole('textbox', { name: 'Text' });
    await editor.fill('Please bring the draft.');
    const html = `<div id="mm" class="x" onclick="boo()"><p>Notes: <a href="https://app.example/open#m=1&amp;d=2">here</a></p><script>1</script></div>`;
    expect(
      await call(frame, `item.body.prependAsync(${JSON.stringify(html)}, { coercionType: 'html' }, done)`),
    ).toEqual(ok());
    const { value } = await call(frame, `item.body.getAsync('html', done)`);
    expect(value).toContain('<a href="https://app.example/open#m=1&amp;d=2">here</a>');
    expect(value).toContain('Please bring the draft.');
    expect(value).not.toMatch(/script|onclick|id=|class=/);
    expect((await call(frame, `item.body.getAsync('text', done)`)).value).toMatch(
      /^Notes: here<https:\/\/app\.example\/open#m=1&d=2>\s+Please bring the draft\.$/,
    );
    expect(await editor.getByRole('link', { name: 'here' }).count()).toBe(1);
    expect(await call(frame, `item.body.setAsync('One\\nTwo <b>', done)`)).toEqual(ok());
    expect(await call(frame, `item.body.getAsync('text', done)`)).toEqual(ok('One\r\nTwo <b>'));
    expect(await call(frame, `item.body.getTypeAsync(done)`)).toEqual(ok('html'));
  });

  it('makes a series, tells its own id once it is saved, and sends it to the people in it', async () => {
    const frame = await newEvent('dana');
    const { page } = outlook;
    const setSeries = `
      const seriesTime = new Office.SeriesTime();
      seriesTime.setStartDate('2027-01-14'); seriesTime.setEndDate('2027-07-01');
      seriesTime.setStartTime(13, 0); seriesTime.setDuration(60);
      item.recurrence.setAsync({ seriesTime, recurrenceType: 'weekly',
        recurrenceProperties: { interval: 2, days: ['thu'], firstDayOfWeek: 'mon' },
        recurrenceTimeZone: { name: 'South Africa Standard Time' } }, done)`;
    expect(await call(frame, setSeries)).toEqual(ok());
    expect(await page.getByLabel('Repeats').inputValue()).toBe('weekly');
    expect(await page.getByLabel('Start').inputValue()).toBe('2027-01-14T13:00');
    expect(await page.getByLabel('Until').inputValue()).toBe('2027-07-01');
    const read = `item.recurrence.getAsync((r) => { const { recurrenceType, recurrenceProperties, recurrenceTimeZone, seriesTime } = r.value;
      resolve({ status: r.status, value: { recurrenceType, recurrenceProperties, zone: recurrenceTimeZone.name, from: seriesTime.getStartDate(),
        to: seriesTime.getEndDate(), at: seriesTime.getStartTime(), minutes: seriesTime.getDuration() } }) })`;
    expect(await call(frame, read)).toMatchObject({
      value: {
        recurrenceType: 'weekly',
        recurrenceProperties: { interval: 2, days: ['thu'] },
        zone: 'South Africa Standard Time',
        from: '2027-01-14',
        to: '2027-07-01',
        at: 'T13:00:00.000',
        minutes: 60,
      },
    });
    expect(await call(frame, `item.getItemIdAsync(done)`)).toEqual(failed(9046));
    await call(frame, `item.subject.setAsync('Mentor meeting: Dana and Morgan', done)`);
    await page.getByRole('combobox', { name: 'Add to required' }).fill('Morgan Ellis');
    await page.getByRole('combobox', { name: 'Add to required' }).press('Enter');
    await page.getByRole('button', { name: 'Take Morgan Ellis out' }).waitFor();
    const saved = await call(frame, `item.saveAsync(done)`);
    expect(saved.value).toMatch(/^[\w+/=]+$/);
    expect(await call(frame, `item.getItemIdAsync(done)`)).toEqual(saved);
    const mails = async (): Promise<readonly { kind: string; subject: string; about: string }[]> =>
      page.evaluate(async () => (await fetch('/sandbox/mail?to=morgan.ellis')).json());
    expect((await mails()).filter(({ kind }) => kind === 'invitation')).toEqual([]);
    await page.getByRole('button', { name: 'Send', exact: true }).click();
    await page.getByRole('heading', { name: /calendar/ }).waitFor();
    expect(await mails()).toContainEqual(
      expect.objectContaining({
        kind: 'invitation',
        subject: 'Mentor meeting: Dana and Morgan',
        about: 'series',
      }),
    );
  });

  it('opens a date of one’s own series as that date, with the recurrence of the whole and no way to change it', async () => {
    const { page } = await open('dana', { view: 'calendar' });
    const meeting = page.getByRole('button', { name: /^Mentor meeting with Grace/ });
    await page.getByRole('button', { name: 'Week before' }).click();
    await page.getByRole('button', { name: 'Week after' }).click();
    await meeting.first().click();
    const frame = await outlook.openPane('Mentor times');
    await frame.evaluate('window.started');
    expect(await frame.evaluate('Office.context.mailbox.item.seriesId')).toMatch(/^[\w+/=]+$/);
    const id = (await call(frame, `item.getItemIdAsync(done)`)).value;
    expect(id).not.toBe(await frame.evaluate('Office.context.mailbox.item.seriesId'));
    expect(
      await call(
        frame,
        `item.recurrence.getAsync((r) => resolve({ status: r.status, value: r.value.recurrenceType }))`,
      ),
    ).toEqual(ok('weekly'));
    await expect(call(frame, `item.recurrence.setAsync(null, done)`)).rejects.toThrow(/single occurrence/);
    await page.getByRole('button', { name: 'Open the series' }).click();
    await page.getByRole('button', { name: 'Open the series' }).waitFor({ state: 'detached' });
    expect(await page.getByLabel('Repeats').isEnabled()).toBe(true);
  });

  it('refuses what makes no recurrence', async () => {
    const frame = await newEvent('dana');
    const series = (zone: string): string => `
      const seriesTime = new Office.SeriesTime();
      seriesTime.setStartDate('2027-01-14'); seriesTime.setStartTime(13, 0); seriesTime.setDuration(60);
      item.recurrence.setAsync({ seriesTime, recurrenceType: 'daily', recurrenceProperties: { interval: 1 },
        recurrenceTimeZone: { name: '${zone}' } }, done)`;
    expect(await call(frame, series('Middle Earth Time'))).toEqual(failed(9037));
    expect(await call(frame, series('Tonga Standard Time'))).toEqual(ok());
    expect(await call(frame, `item.recurrence.setAsync(null, done)`)).toEqual(ok());
    expect(await call(frame, `item.recurrence.getAsync(done)`)).toEqual(ok(null));
  });
});
