import { directoryUser } from '#test/support/directoryUser.ts';
import { startGraph, type RunningGraph } from '#test/support/startGraph.ts';

const [ann, ben] = [directoryUser('Ann'), directoryUser('Ben', { timeZone: 'Pacific Standard Time' })];
let graph: RunningGraph;

beforeAll(async () => {
  graph = await startGraph([ann, ben]);
});
afterAll(() => graph.stop());

const letter = (subject: string, more: object = {}) => ({
  message: {
    subject,
    body: { contentType: 'Text', content: 'The link: https://app.example/open#m=1' },
    toRecipients: [{ emailAddress: { address: ben.mail } }],
    ...more,
  },
});

describe('mail', () => {
  it('is sent, kept and opened', async () => {
    await graph.client(ann).api('/me/sendMail').post(letter('Hello'));
    const [sent] = (await graph.client(ann).api('/me/mailFolders/sentitems/messages').get()).value;
    expect(sent).toMatchObject({ subject: 'Hello', isRead: true });
    const inbox = await graph.client(ben).api('/me/mailFolders/inbox').get();
    expect(inbox).toMatchObject({ displayName: 'Inbox', unreadItemCount: 1, totalItemCount: 1 });
    const [arrived] = (
      await graph.client(ben).api('/me/messages').filter('isRead eq false').select('subject,from').get()
    ).value;
    expect(arrived).toMatchObject({ subject: 'Hello', from: { emailAddress: { address: ann.mail } } });
    expect(arrived).not.toHaveProperty('body');
    const path = `/me/messages/${arrived.id}`;
    const whole = await graph
      .client(ben)
      .api(path)
      .header('Prefer', 'outlook.body-content-type="text"')
      .get();
    expect(whole.body.content).toContain('https://app.example/open#m=1');
    expect(await graph.client(ben).api(path).patch({ isRead: true })).toMatchObject({ isRead: true });
    await graph.client(ben).api(`${path}/move`).post({ destinationId: 'archive' });
    expect((await graph.client(ben).api('/me/mailFolders/archive/messages').get()).value).toHaveLength(1);
    await graph.client(ben).api(path).delete();
    await graph.client(ben).api(path).delete();
    expect((await graph.ask(ben, `/v1.0${path}`)).status).toBe(404);
    expect((await graph.ask(ann, `/v1.0${path}`)).body.error.code).toBe('ErrorInvalidMailboxItemId');
  });

  it('is searched by words', async () => {
    await graph.client(ann).api('/me/sendMail').post(letter('Quarterly figures'));
    const found = (await graph.client(ben).api('/me/messages').search('"quarterly link"').get()).value;
    expect(found.map(({ subject }: { subject: string }) => subject)).toEqual(['Quarterly figures']);
    expect((await graph.ask(ben, '/v1.0/me/events?$search="x"')).status).toBe(400);
    expect((await graph.ask(ben, '/v1.0/me/messages?$colour=red')).status).toBe(400);
  });

  it('may be sent without keeping it, and not to nobody', async () => {
    await graph
      .client(ann)
      .api('/me/sendMail')
      .post({ ...letter('Unkept'), saveToSentItems: false });
    expect(
      (await graph.client(ann).api('/me/mailFolders/sentitems/messages').filter("subject eq 'Unkept'").get())
        .value,
    ).toEqual([]);
    const refused = async (body: object) => {
      const answer = await graph.ask(ann, '/v1.0/me/sendMail', { method: 'POST', body });
      return `${answer.status} ${answer.body.error.code}`;
    };
    expect(await refused(letter('x', { toRecipients: [] }))).toBe('400 ErrorInvalidRecipients');
    expect(await refused(letter('x', { toRecipients: [{ emailAddress: { address: 'nobody' } }] }))).toBe(
      '400 ErrorInvalidRecipients',
    );
    expect(await refused(letter('x', { colour: 'red' }))).toBe('400 RequestBodyRead');
    expect((await graph.ask(ann, `/v1.0/users/${ben.id}/messages`)).status).toBe(403);
  });
});

describe('settings', () => {
  it('are one’s own, and can be changed', async () => {
    expect(await graph.client(ben).api('/me/mailboxSettings').get()).toMatchObject({
      timeZone: 'Pacific Standard Time',
      language: { locale: 'en-US' },
      workingHours: {
        daysOfWeek: ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'],
        startTime: '08:00:00.0000000',
      },
    });
    await graph
      .client(ben)
      .api('/me/mailboxSettings')
      .patch({
        timeZone: 'Europe/Berlin',
        workingHours: {
          daysOfWeek: ['monday'],
          startTime: '09:00:00',
          endTime: '15:00:00',
          timeZone: { name: 'Europe/Berlin' },
        },
      });
    expect(await graph.client(ben).api('/me/mailboxSettings/workingHours').get()).toMatchObject({
      daysOfWeek: ['monday'],
      endTime: '15:00:00.0000000',
    });
    expect((await graph.client(ben).api('/me/mailboxSettings/timeZone').get()).value).toBe('Europe/Berlin');
    const plan = await graph.client(ben).api('/me/settings/workHoursAndLocations').get();
    expect(plan.recurrences).toMatchObject([
      { workLocationType: 'office', recurrence: { pattern: { type: 'weekly', daysOfWeek: ['monday'] } } },
    ]);
    expect((await graph.ask(ann, `/v1.0/users/${ben.id}/mailboxSettings`)).body.error.code).toBe(
      'ErrorAccessDenied',
    );
    expect(
      (await graph.ask(ben, '/v1.0/me/mailboxSettings', { method: 'PATCH', body: { timeZone: 'Nowhere' } }))
        .status,
    ).toBe(400);
  });

  it('name the zones that Exchange knows', async () => {
    const windows = await graph.client(ann).api('/me/outlook/supportedTimeZones').get();
    expect(windows.value).toContainEqual({
      alias: 'W. Europe Standard Time',
      displayName: 'W. Europe Standard Time',
    });
    const iana = await graph.ask(
      ann,
      "/v1.0/me/outlook/supportedTimeZones(TimeZoneStandard=microsoft.graph.timeZoneStandard'Iana')",
    );
    expect(iana.body.value).toContainEqual({ alias: 'Europe/Berlin', displayName: 'Europe/Berlin' });
    expect(
      (await graph.ask(ann, "/v1.0/me/outlook/supportedTimeZones(TimeZoneStandard='Mars')")).status,
    ).toBe(400);
  });
});

describe('ids', () => {
  it('are translated between formats, and immutable ones are given on demand', async () => {
    const made = await graph
      .client(ann)
      .api('/me/events')
      .post({
        subject: 'x',
        start: { dateTime: '2027-01-07T10:00:00', timeZone: 'UTC' },
        end: { dateTime: '2027-01-07T11:00:00', timeZone: 'UTC' },
      });
    const translate = async (id: string, sourceIdType: string, targetIdType: string) => {
      const { value } = await graph
        .client(ann)
        .api('/me/translateExchangeIds')
        .post({ inputIds: [id], sourceIdType, targetIdType });
      return value[0];
    };
    const immutable = await graph
      .client(ann)
      .api(`/me/events/${made.id}`)
      .header('Prefer', 'IdType="ImmutableId"')
      .get();
    expect(immutable.id).not.toBe(made.id);
    expect((await translate(made.id, 'restId', 'restImmutableEntryId')).targetId).toBe(immutable.id);
    expect((await graph.client(ann).api(`/me/events/${immutable.id}`).get()).id).toBe(made.id);
    const { targetId: ews } = await translate(made.id, 'restId', 'ewsId');
    expect(ews.replaceAll('/', '-').replaceAll('+', '_')).toBe(made.id);
    expect((await translate(ews, 'ewsId', 'restId')).targetId).toBe(made.id);
    const { targetId: entry } = await translate(made.id, 'restId', 'entryId');
    expect((await translate(entry, 'entryId', 'restId')).targetId).toBe(made.id);
    expect(await translate('nonsense', 'restId', 'ewsId')).toMatchObject({
      errorDetails: { code: 'ErrorInvalidIdMalformed' },
    });
    expect(
      (
        await graph.ask(ben, '/v1.0/me/translateExchangeIds', {
          method: 'POST',
          body: { inputIds: [made.id], sourceIdType: 'restId', targetIdType: 'ewsId' },
        })
      ).body.value[0],
    ).toHaveProperty('errorDetails');
    expect(
      (
        await graph.ask(ann, '/v1.0/me/translateExchangeIds', {
          method: 'POST',
          body: { inputIds: ['x'], sourceIdType: 'odd', targetIdType: 'ewsId' },
        })
      ).status,
    ).toBe(400);
  });
});

describe('calendars', () => {
  it('are made, grouped, renamed and removed; events lie in them', async () => {
    const client = graph.client(ann);
    const [own] = (await client.api('/me/calendars').get()).value;
    expect(own).toMatchObject({
      name: 'Calendar',
      isDefaultCalendar: true,
      canEdit: true,
      allowedOnlineMeetingProviders: ['teamsForBusiness'],
    });
    const groups = (await client.api('/me/calendarGroups').get()).value;
    expect(groups.map(({ name }: { name: string }) => name)).toEqual(['My Calendars', 'Other Calendars']);
    const other = await client
      .api(`/me/calendarGroups/${groups[1].id}/calendars`)
      .post({ name: 'Volunteering', color: 'lightGreen' });
    const path = `/me/calendarGroups/${groups[1].id}/calendars/${other.id}`;
    const event = await client.api(`${path}/events`).post({
      subject: 'There',
      start: { dateTime: '2027-01-07T10:00:00', timeZone: 'UTC' },
      end: { dateTime: '2027-01-07T11:00:00', timeZone: 'UTC' },
    });
    expect((await client.api(`${path}/events/${event.id}`).get()).subject).toBe('There');
    expect(
      (await client.api(`${path}/calendarView?startDateTime=2027-01-01&endDateTime=2027-02-01`).get()).value,
    ).toHaveLength(1);
    expect((await client.api("/me/events?$filter=subject eq 'There'").get()).value).toEqual([]);
    expect((await graph.ask(ann, `/v1.0/me/calendars/${own.id}/events/${event.id}`)).status).toBe(404);
    expect((await client.api(`/me/calendars/${other.id}`).patch({ name: 'Helping' })).name).toBe('Helping');
    expect(
      (await graph.ask(ann, '/v1.0/me/calendars', { method: 'POST', body: { name: 'helping' } })).status,
    ).toBe(409);
    await client.api(path).delete();
    expect((await graph.ask(ann, `/v1.0/me/events/${event.id}`)).status).toBe(404);
    expect((await graph.ask(ann, `/v1.0/me/calendars/${own.id}`, { method: 'DELETE' })).status).toBe(400);
  });

  it('are shared by permission, with the scope for it', async () => {
    const scopes = ['Calendars.ReadWrite.Shared', 'Calendars.Read.Shared'];
    const asBen = (path: string, more: object = {}) =>
      graph.ask(ben, `/v1.0/users/${ann.id}/${path}`, { scopes, ...more });
    const body = {
      subject: 'By Ben',
      start: { dateTime: '2027-02-07T10:00:00', timeZone: 'UTC' },
      end: { dateTime: '2027-02-07T11:00:00', timeZone: 'UTC' },
    };
    expect((await asBen('events')).status).toBe(403);
    const grant = await graph
      .client(ann)
      .api('/me/calendar/calendarPermissions')
      .post({ emailAddress: { address: ben.mail }, role: 'read' });
    expect((await asBen('events')).status).toBe(200);
    expect(
      (await graph.ask(ben, `/v1.0/users/${ann.id}/events`, { scopes: ['Calendars.ReadWrite'] })).status,
    ).toBe(403);
    expect((await asBen('events', { method: 'POST', body })).status).toBe(403);
    await graph.client(ann).api(`/me/calendar/calendarPermissions/${grant.id}`).patch({ role: 'write' });
    const made = await asBen('events', { method: 'POST', body });
    expect(made.body).toMatchObject({
      subject: 'By Ben',
      organizer: { emailAddress: { address: ann.mail } },
    });
    await graph.client(ann).api(`/me/events/${made.body.id}`).patch({ sensitivity: 'private' });
    expect((await asBen(`events/${made.body.id}`)).body).toMatchObject({
      subject: 'Private Appointment',
      attendees: [],
    });
    await graph.client(ann).api(`/me/calendar/calendarPermissions/${grant.id}`).delete();
    expect((await asBen('events')).status).toBe(403);
  });
});
