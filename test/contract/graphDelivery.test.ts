import type { SentMail } from '#sandbox/graph/mail/mailLog.ts';
import { directoryUser } from '#test/support/directoryUser.ts';
import { startGraph, type RunningGraph } from '#test/support/startGraph.ts';

const [ann, ben, cara] = [directoryUser('Ann'), directoryUser('Ben'), directoryUser('Cara')];
let graph: RunningGraph;

beforeEach(async () => {
  graph = await startGraph([ann, ben, cara]);
});
afterEach(() => graph.stop());

const at = (dateTime: string, timeZone = 'Europe/Berlin') => ({ dateTime, timeZone });
const invite = (...people: readonly { readonly mail: string }[]) =>
  people.map(({ mail }) => ({ type: 'required', emailAddress: { address: mail, name: mail } }));
const series = (more: object = {}) => ({
  subject: 'Mentor meeting',
  body: { contentType: 'html', content: '<p>Notes</p>' },
  start: at('2027-01-07T10:00:00'),
  end: at('2027-01-07T11:00:00'),
  attendees: invite(ben),
  recurrence: {
    pattern: { type: 'weekly', interval: 1, daysOfWeek: ['thursday'], firstDayOfWeek: 'monday' },
    range: { type: 'numbered', startDate: '2027-01-07', numberOfOccurrences: 5 },
  },
  ...more,
});
const create = (body: object) => graph.client(ann).api('/me/events').post(body);
const datesOf = async (person: typeof ann) =>
  (
    await graph
      .client(person)
      .api('/me/calendarView')
      .query({ startDateTime: '2027-01-01T00:00:00Z', endDateTime: '2028-01-01T00:00:00Z', $top: '100' })
      .get()
  ).value;
const copyOf = async (person: typeof ann) => (await graph.client(person).api('/me/events').get()).value[0];
/** What somebody was sent since the last look: kind, what about, which date. */
const mailTo = async (name: string): Promise<string[]> => {
  const all: SentMail[] = (await graph.ask(undefined, `/sandbox/mail?to=${name}`)).body;
  const fresh = all.slice(seen.get(name) ?? 0);
  seen.set(name, all.length);
  return fresh.map(({ kind, about, date }) => [kind, about, date].filter(Boolean).join(' '));
};
const seen = new Map<string, number>();
beforeEach(() => seen.clear());

describe('an invitation', () => {
  it('arrives tentative, as a copy with an id of its own and the same iCalUId', async () => {
    const made = await create(series());
    const copy = await copyOf(ben);
    expect(copy.id).not.toBe(made.id);
    expect(copy).toMatchObject({
      iCalUId: made.iCalUId,
      subject: 'Mentor meeting',
      isOrganizer: false,
      showAs: 'tentative',
      responseStatus: { response: 'notResponded' },
      organizer: { emailAddress: { address: ann.mail } },
      recurrence: made.recurrence,
    });
    const [own, other] = [await datesOf(ann), await datesOf(ben)];
    expect(other.map(({ iCalUId }: { iCalUId: string }) => iCalUId)).toEqual(
      own.map(({ iCalUId }: { iCalUId: string }) => iCalUId),
    );
    expect(await mailTo('ben')).toEqual(['invitation series']);
  });

  it('goes to people outside too, and lands in the inbox of colleagues with its meeting', async () => {
    await create({
      ...series(),
      attendees: [...invite(ben), ...invite({ mail: 'guest@elsewhere.example' })],
    });
    expect(await mailTo('guest@elsewhere.example')).toEqual(['invitation series']);
    const [message] = (await graph.client(ben).api('/me/mailFolders/inbox/messages').get()).value;
    expect(message).toMatchObject({
      '@odata.type': '#microsoft.graph.eventMessageRequest',
      meetingMessageType: 'meetingRequest',
      meetingRequestType: 'newMeetingRequest',
      type: 'seriesMaster',
      subject: 'Mentor meeting',
    });
    const event = await graph
      .client(ben)
      .api(`/me/messages/${message.id}/microsoft.graph.eventMessage/event`)
      .get();
    expect(event.id).toBe((await copyOf(ben)).id);
    const expanded = await graph
      .client(ben)
      .api(`/me/messages/${message.id}`)
      .expand('microsoft.graph.eventMessage/event')
      .get();
    expect(expanded.event.id).toBe(event.id);
  });
});

it('gives copies an iCalUId of their own where a switch says so', async () => {
  await graph.ask(ann, '/v1.0/me/events', {
    method: 'POST',
    body: {
      subject: 'Apart',
      start: { dateTime: '2027-08-02T10:00:00', timeZone: 'UTC' },
      end: { dateTime: '2027-08-02T11:00:00', timeZone: 'UTC' },
      attendees: [{ emailAddress: { address: ben.mail } }],
    },
  });
  const idOf = async (person: typeof ann) =>
    (await graph.ask(person, "/v1.0/me/events?$filter=subject eq 'Apart'&$select=iCalUId")).body.value[0]
      .iCalUId;
  expect(await idOf(ben)).toBe(await idOf(ann));
  graph.switches.set({ attendeeICalUId: 'differs' });
  const [own, other] = [await idOf(ann), await idOf(ben)];
  expect(other).not.toBe(own);
  const found = await graph.ask(ben, `/v1.0/me/events?$filter=iCalUId eq '${other}'`);
  expect(found.body.value).toHaveLength(1);
  graph.switches.reset();
});

describe('an answer', () => {
  it('reaches the organizer and shows in both calendars', async () => {
    const made = await create(series());
    const copy = await copyOf(ben);
    await graph
      .client(ben)
      .api(`/me/events/${copy.id}/accept`)
      .post({ comment: 'Gladly', sendResponse: true });
    expect(await copyOf(ben)).toMatchObject({ showAs: 'busy', responseStatus: { response: 'accepted' } });
    const { attendees } = await graph.client(ann).api(`/me/events/${made.id}`).get();
    expect(attendees[0].status.response).toBe('accepted');
    expect(await mailTo('ann')).toEqual(['response series']);
    const [message] = (await graph.client(ann).api('/me/mailFolders/inbox/messages').get()).value;
    expect(message).toMatchObject({
      meetingMessageType: 'meetingAccepted',
      subject: 'Accepted: Mentor meeting',
      bodyPreview: 'Gladly',
    });
  });

  it('with sendResponse false stays with the attendee', async () => {
    const made = await create(series());
    const copy = await copyOf(ben);
    await graph.client(ben).api(`/me/events/${copy.id}/tentativelyAccept`).post({ sendResponse: false });
    expect(await copyOf(ben)).toMatchObject({
      showAs: 'tentative',
      responseStatus: { response: 'tentativelyAccepted' },
    });
    const { attendees } = await graph.client(ann).api(`/me/events/${made.id}`).get();
    expect(attendees[0].status.response).toBe('none');
    expect(await mailTo('ann')).toEqual([]);
  });

  it('that declines takes the meeting, or one date, out of the calendar', async () => {
    const made = await create(series());
    const [first] = await datesOf(ben);
    await graph.client(ben).api(`/me/events/${first.id}/decline`).post({});
    expect(await datesOf(ben)).toHaveLength(4);
    expect(await mailTo('ann')).toEqual(['response occurrence 2027-01-07']);
    const [own] = await datesOf(ann);
    expect(own).toMatchObject({ type: 'exception' });
    expect(own.attendees[0].status.response).toBe('declined');
    await graph
      .client(ben)
      .api(`/me/events/${(await copyOf(ben)).id}/decline`)
      .post({ comment: 'Sorry' });
    expect(await datesOf(ben)).toEqual([]);
    expect((await graph.client(ann).api(`/me/events/${made.id}`).get()).attendees[0].status.response).toBe(
      'declined',
    );
  });

  it('may propose a new time, where the organizer allows it and is told', async () => {
    const made = await create(series());
    const copy = await copyOf(ben);
    const proposedNewTime = {
      start: at('2027-01-08T10:00:00', 'UTC'),
      end: at('2027-01-08T11:00:00', 'UTC'),
    };
    await graph
      .client(ben)
      .api(`/me/events/${copy.id}/tentativelyAccept`)
      .post({ proposedNewTime, comment: 'Friday?' });
    const { attendees } = await graph.client(ann).api(`/me/events/${made.id}`).get();
    expect(attendees[0].proposedNewTime.start.dateTime).toBe('2027-01-08T10:00:00.0000000');
    const refused = (id: string, body: object) =>
      graph
        .ask(ben, `/v1.0/me/events/${id}/decline`, { method: 'POST', body })
        .then(({ status, body: answer }) => `${status} ${answer.error.code}`);
    expect(await refused(copy.id, { proposedNewTime, sendResponse: false })).toBe(
      '400 ErrorInvalidParameter',
    );
    expect(await refused(copy.id, { comment: 'x', sendResponse: false })).toBe('400 ErrorInvalidParameter');
    await graph.client(ann).api(`/me/events/${made.id}`).patch({ allowNewTimeProposals: false });
    expect(await refused(copy.id, { proposedNewTime })).toBe('400 ErrorInvalidParameter');
    const organizer = await graph.ask(ann, `/v1.0/me/events/${made.id}/accept`, { method: 'POST', body: {} });
    expect([organizer.status, organizer.body.error.code]).toEqual([400, 'ErrorInvalidRequest']);
  });
});

describe('an update by the organizer', () => {
  it('of one date is one mail, and the date is asked for again', async () => {
    await create(series());
    await graph
      .client(ben)
      .api(`/me/events/${(await copyOf(ben)).id}/accept`)
      .post({});
    await mailTo('ben');
    const [, second] = await datesOf(ann);
    await graph
      .client(ann)
      .api(`/me/events/${second.id}`)
      .patch({ start: at('2027-01-15T15:00:00'), end: at('2027-01-15T16:00:00') });
    expect(await mailTo('ben')).toEqual(['update occurrence 2027-01-14']);
    const moved = (await datesOf(ben))[1];
    expect(moved).toMatchObject({
      type: 'exception',
      start: { dateTime: '2027-01-15T14:00:00.0000000' },
      showAs: 'tentative',
      responseStatus: { response: 'notResponded' },
    });
    expect((await datesOf(ben))[0]).toMatchObject({
      showAs: 'busy',
      responseStatus: { response: 'accepted' },
    });
  });

  it('of the series is one mail for it, one for each moved date, and one more for each removed date', async () => {
    const made = await create(series());
    const [, second, third] = await datesOf(ann);
    await graph
      .client(ann)
      .api(`/me/events/${second.id}`)
      .patch({ start: at('2027-01-15T15:00:00'), end: at('2027-01-15T16:00:00') });
    await graph.client(ann).api(`/me/events/${third.id}`).delete();
    await mailTo('ben');
    await graph.client(ann).api(`/me/events/${made.id}`).patch({ subject: 'Renamed' });
    expect(await mailTo('ben')).toEqual([
      'update series',
      'update occurrence 2027-01-14',
      'cancellation occurrence 2027-01-21',
    ]);
    graph.switches.set({ removedDatesAfterUpdate: 'silent' });
    await graph.client(ann).api(`/me/events/${made.id}`).patch({ subject: 'Renamed again' });
    expect(await mailTo('ben')).toEqual(['update series', 'update occurrence 2027-01-14']);
    expect((await copyOf(ben)).subject).toBe('Renamed again');
  });

  it('that only changes who attends mails only those', async () => {
    const made = await create(series());
    await mailTo('ben');
    await graph
      .client(ann)
      .api(`/me/events/${made.id}`)
      .patch({ attendees: invite(ben, cara) });
    expect([await mailTo('ben'), await mailTo('cara')]).toEqual([[], ['invitation series']]);
    await graph
      .client(ann)
      .api(`/me/events/${made.id}`)
      .patch({ attendees: invite(cara) });
    expect([await mailTo('ben'), await mailTo('cara')]).toEqual([['cancellation series'], []]);
    expect(await copyOf(ben)).toMatchObject({
      isCancelled: true,
      subject: 'Canceled: Mentor meeting',
      showAs: 'free',
    });
  });

  it('does not bring a late guest to dates that were changed before', async () => {
    const made = await create(series());
    const [, second] = await datesOf(ann);
    await graph
      .client(ann)
      .api(`/me/events/${second.id}`)
      .patch({ location: { displayName: 'Café' } });
    await graph
      .client(ann)
      .api(`/me/events/${made.id}`)
      .patch({ attendees: invite(ben, cara) });
    expect(await datesOf(cara)).toHaveLength(4);
  });

  it('of what only oneself sees tells nobody', async () => {
    const made = await create(series());
    await mailTo('ben');
    await graph
      .client(ann)
      .api(`/me/events/${made.id}`)
      .patch({ categories: ['Red'], isReminderOn: false, showAs: 'oof' });
    await graph.client(ann).api(`/me/events/${made.id}`).patch({ subject: 'Mentor meeting' });
    expect(await mailTo('ben')).toEqual([]);
  });

  it('overwrites what the attendee changed in the own copy, which nobody else saw', async () => {
    const made = await create(series());
    const copy = await copyOf(ben);
    await graph
      .client(ben)
      .api(`/me/events/${copy.id}`)
      .patch({ subject: 'My word for it', categories: ['Blue'] });
    expect((await graph.client(ann).api(`/me/events/${made.id}`).get()).subject).toBe('Mentor meeting');
    await graph
      .client(ann)
      .api(`/me/events/${made.id}`)
      .patch({ location: { displayName: 'B 12' } });
    expect(await copyOf(ben)).toMatchObject({
      subject: 'Mentor meeting',
      location: { displayName: 'B 12' },
      categories: ['Blue'],
    });
  });

  it('brings a declined meeting back', async () => {
    const made = await create(series());
    await graph
      .client(ben)
      .api(`/me/events/${(await copyOf(ben)).id}/decline`)
      .post({});
    await graph
      .client(ann)
      .api(`/me/events/${made.id}`)
      .patch({ start: at('2027-01-07T12:00:00'), end: at('2027-01-07T13:00:00') });
    expect(await copyOf(ben)).toMatchObject({ responseStatus: { response: 'notResponded' } });
    expect((await graph.client(ann).api(`/me/events/${made.id}`).get()).attendees[0].status.response).toBe(
      'none',
    );
  });
});

describe('a cancellation', () => {
  it('of the series also cancels each moved date; copies stay, marked, until they are removed', async () => {
    const made = await create(series());
    const [, second] = await datesOf(ann);
    await graph
      .client(ann)
      .api(`/me/events/${second.id}`)
      .patch({ start: at('2027-01-15T15:00:00'), end: at('2027-01-15T16:00:00') });
    await mailTo('ben');
    await graph.client(ann).api(`/me/events/${made.id}/cancel`).post({ comment: 'The season ends' });
    expect(await mailTo('ben')).toEqual(['cancellation occurrence 2027-01-14', 'cancellation series']);
    expect((await graph.ask(ann, `/v1.0/me/events/${made.id}`)).status).toBe(404);
    const dates = await datesOf(ben);
    expect(dates).toHaveLength(5);
    expect(
      dates.every(
        ({ isCancelled, showAs }: { isCancelled: boolean; showAs: string }) =>
          isCancelled && showAs === 'free',
      ),
    ).toBe(true);
    await graph
      .client(ben)
      .api(`/me/events/${(await copyOf(ben)).id}`)
      .delete();
    expect(await datesOf(ben)).toEqual([]);
  });

  it('of one date by DELETE is one mail', async () => {
    await create(series());
    await mailTo('ben');
    const [first] = await datesOf(ann);
    await graph.client(ann).api(`/me/events/${first.id}`).delete();
    expect(await mailTo('ben')).toEqual(['cancellation occurrence 2027-01-07']);
    expect((await datesOf(ben))[0]).toMatchObject({ isCancelled: true, type: 'exception' });
    await graph
      .client(ben)
      .api(`/me/events/${(await datesOf(ben))[0].id}`)
      .delete();
    expect(await datesOf(ben)).toHaveLength(4);
  });

  it('is the organizer’s alone; an attendee’s DELETE is silent, or declines by a switch', async () => {
    await create(series());
    const copy = await copyOf(ben);
    const refused = await graph.ask(ben, `/v1.0/me/events/${copy.id}/cancel`, { method: 'POST', body: {} });
    expect([refused.status, refused.body.error.code]).toEqual([400, 'ErrorInvalidRequest']);
    expect(refused.body.error.message).toContain('You need to be an organizer to cancel a meeting.');
    const [first] = await datesOf(ben);
    await graph.client(ben).api(`/me/events/${first.id}`).delete();
    expect(await mailTo('ann')).toEqual([]);
    graph.switches.set({ attendeeDelete: 'declines' });
    await graph.client(ben).api(`/me/events/${copy.id}`).delete();
    expect(await mailTo('ann')).toEqual(['response series']);
  });
});

describe('bodies on their way', () => {
  it('are wrapped by Safe Links where the switch is on, with the address in url', async () => {
    graph.switches.set({ safeLinks: 'on' });
    const link = 'https://app.example/open#m=1&d=2';
    const made = await create(
      series({ body: { contentType: 'html', content: `<a href="${link}">Prep notes</a>` } }),
    );
    expect(made.body.content).toContain('href="https://app.example/open#m=1&amp;d=2"');
    const { body } = await copyOf(ben);
    const [, wrapped = ''] = /href="([^"]+)"/.exec(body.content) ?? [];
    const url = new URL(wrapped.replaceAll('&amp;', '&'));
    expect(url.host).toBe('eur01.safelinks.protection.outlook.com');
    expect(url.searchParams.get('url')).toBe(link);
  });

  it('written as text are given as HTML with their addresses as links', async () => {
    await create(series({ body: { contentType: 'text', content: 'Notes:\nhttps://app.example/open#m=1.' } }));
    const { body } = await copyOf(ben);
    expect(body.contentType).toBe('html');
    expect(body.content).toContain('<a href="https://app.example/open#m=1">');
  });
});

describe('a meeting forwarded', () => {
  it('reaches the guest and joins the organizer’s list', async () => {
    const made = await create(series());
    await graph
      .client(ben)
      .api(`/me/events/${(await copyOf(ben)).id}/forward`)
      .post({ comment: 'Join us', toRecipients: [{ emailAddress: { address: cara.mail } }] });
    expect(await datesOf(cara)).toHaveLength(5);
    const { attendees } = await graph.client(ann).api(`/me/events/${made.id}`).get();
    expect(
      attendees.map(({ emailAddress }: { emailAddress: { address: string } }) => emailAddress.address),
    ).toEqual([ben.mail, cara.mail]);
  });
});

describe('an invitation to one date only', () => {
  it('makes a single copy with the date’s iCalUId', async () => {
    await create(series());
    const [, second] = await datesOf(ann);
    await graph
      .client(ann)
      .api(`/me/events/${second.id}`)
      .patch({ attendees: invite(ben, cara) });
    const [copy] = await datesOf(cara);
    expect(await datesOf(cara)).toHaveLength(1);
    expect(copy).toMatchObject({ iCalUId: second.iCalUId, type: 'singleInstance' });
    await graph.client(cara).api(`/me/events/${copy.id}/accept`).post({});
    const [, answered] = await datesOf(ann);
    expect(answered.attendees[1].status.response).toBe('accepted');
    await graph.client(ann).api(`/me/events/${second.id}`).delete();
    expect((await datesOf(cara))[0].isCancelled).toBe(true);
  });
});
