import { GraphError } from '@microsoft/microsoft-graph-client';
import { directoryUser } from '#test/support/directoryUser.ts';
import { startGraph, type RunningGraph } from '#test/support/startGraph.ts';

const [ann, ben] = [directoryUser('Ann'), directoryUser('Ben')];
let graph: RunningGraph;

beforeAll(async () => {
  graph = await startGraph([ann, ben]);
});
afterAll(() => graph.stop());

const planId = 'String {8b0e1c5a-4d3f-4a57-9c2b-6f1d0e7a9b34} Name MentorMeetingsPlan';
const at = (dateTime: string, timeZone = 'Europe/Berlin') => ({ dateTime, timeZone });
const single = (subject: string, day: string, more: object = {}) => ({
  subject,
  start: at(`${day}T10:00:00`),
  end: at(`${day}T11:00:00`),
  ...more,
});
const weekly = (startDate: string, count: number, more: object = {}) => ({
  ...single('Mentor meeting', startDate),
  recurrence: {
    pattern: { type: 'weekly', interval: 1, daysOfWeek: ['thursday'], firstDayOfWeek: 'monday' },
    range: { type: 'numbered', startDate, numberOfOccurrences: count },
  },
  ...more,
});
const instancesOf = async (id: string, more: object = {}) =>
  (
    await graph
      .client(ann)
      .api(`/me/events/${id}/instances`)
      .query({
        startDateTime: '2026-01-01T00:00:00Z',
        endDateTime: '2030-01-01T00:00:00Z',
        $top: '100',
        ...more,
      })
      .get()
  ).value;
const refusal = async (call: Promise<unknown>): Promise<GraphError> => {
  try {
    await call;
  } catch (error) {
    if (error instanceof GraphError) return error;
    throw error;
  }
  throw new Error('was not refused');
};

describe('creating and reading', () => {
  it('returns what was sent, in UTC, with the zone it was written in', async () => {
    const made = await graph
      .client(ann)
      .api('/me/events')
      .post(single('Talk', '2027-03-04', { categories: ['Red'] }));
    expect(made).toMatchObject({
      subject: 'Talk',
      start: { dateTime: '2027-03-04T09:00:00.0000000', timeZone: 'UTC' },
      originalStartTimeZone: 'W. Europe Standard Time',
      type: 'singleInstance',
      isOrganizer: true,
      showAs: 'busy',
      categories: ['Red'],
      responseStatus: { response: 'organizer', time: '0001-01-01T00:00:00Z' },
    });
    expect(await graph.client(ann).api(`/me/calendar/events/${made.id}`).get()).toMatchObject({
      id: made.id,
    });
    expect(await graph.client(ann).api(`/users/${ann.mail}/events('${made.id}')`).get()).toMatchObject({
      id: made.id,
    });
    const plain = await graph.ask(
      ann,
      `/v1.0/users('${ann.id}')/events/${encodeURIComponent(made.id)}?$select=subject`,
    );
    expect(Object.keys(plain.body).toSorted()).toEqual(['@odata.context', '@odata.etag', 'id', 'subject']);
  });

  it('takes Windows names, a trailing Z, unpadded recurrence dates and any case of members', async () => {
    const made = await graph
      .client(ann)
      .api('/me/events')
      .post({
        Subject: 'Upper case',
        Body: { ContentType: 'HTML', Content: '<b>x</b>' },
        Start: at('2027-03-04T09:00:00Z', 'UTC'),
        End: at('2027-03-04T10:00:00Z', 'UTC'),
        Recurrence: {
          Pattern: { Type: 'Weekly', Interval: 1, DaysOfWeek: ['Thursday'] },
          Range: { Type: 'EndDate', StartDate: '2027-3-4', EndDate: '2027-4-1' },
        },
      });
    expect(made.recurrence.range).toMatchObject({ startDate: '2027-03-04', endDate: '2027-04-01' });
    expect(await instancesOf(made.id)).toHaveLength(5);
    const windows = await graph
      .client(ann)
      .api('/me/events')
      .header('Prefer', 'outlook.timezone="Pacific Standard Time"')
      .post({
        ...single('Windows', '2027-03-04'),
        start: at('2027-03-04T10:00:00', 'Eastern Standard Time'),
        end: at('2027-03-04T11:00:00', 'Eastern Standard Time'),
      });
    expect(windows.start).toEqual({
      dateTime: '2027-03-04T07:00:00.0000000',
      timeZone: 'Pacific Standard Time',
    });
  });

  it('keeps the wall time of a series across a clock change', async () => {
    const made = await graph.client(ann).api('/me/events').post(weekly('2027-03-18', 3));
    const starts = (await instancesOf(made.id)).map(
      (one: { start: { dateTime: string } }) => one.start.dateTime,
    );
    expect(starts).toEqual([
      '2027-03-18T09:00:00.0000000',
      '2027-03-25T09:00:00.0000000',
      '2027-04-01T08:00:00.0000000',
    ]);
  });

  it('gives a date an id, an iCalUId of its own and its series', async () => {
    const made = await graph.client(ann).api('/me/events').post(weekly('2027-05-06', 2));
    const [first, second] = await instancesOf(made.id);
    expect(first).toMatchObject({ type: 'occurrence', seriesMasterId: made.id, recurrence: null });
    expect(new Set([made.iCalUId, first.iCalUId, second.iCalUId]).size).toBe(3);
    expect(first).not.toHaveProperty('originalStart');
    graph.switches.set({ originalStart: 'present', occurrenceId: 'present' });
    const [again] = await instancesOf(made.id);
    expect(again).toMatchObject({
      originalStart: '2027-05-06T08:00:00Z',
      occurrenceId: `OID.${made.id}.2027-05-06`,
    });
    graph.switches.reset();
  });

  it('floats an all-day event', async () => {
    const made = await graph
      .client(ann)
      .api('/me/events')
      .header('Prefer', 'outlook.timezone="Asia/Tokyo"')
      .post({
        subject: 'Leave',
        isAllDay: true,
        start: at('2027-06-01T00:00:00'),
        end: at('2027-06-03T00:00:00'),
      });
    expect(made.start).toEqual({ dateTime: '2027-06-01T00:00:00.0000000', timeZone: 'Asia/Tokyo' });
    const error = await refusal(
      graph
        .client(ann)
        .api('/me/events')
        .post({ ...single('Not whole', '2027-06-01'), isAllDay: true }),
    );
    expect(error).toMatchObject({ statusCode: 400, code: 'ErrorInvalidRequest' });
    expect(error.message).toContain('needs to be set to midnight');
  });

  it('makes a Teams meeting and turns it off with a body without its block', async () => {
    const made = await graph
      .client(ann)
      .api('/me/events')
      .post(
        single('Online', '2027-03-05', {
          isOnlineMeeting: true,
          body: { contentType: 'html', content: '<p>Hello</p>' },
        }),
      );
    expect(made.onlineMeeting.joinUrl).toMatch(/^https:\/\/teams\.microsoft\.com\/l\/meetup-join\//);
    expect(made.body.content).toContain('Hello');
    expect(made.body.content).toContain('Join the meeting now');
    const kept = await graph
      .client(ann)
      .api(`/me/events/${made.id}`)
      .patch({ body: { contentType: 'html', content: `<p>More</p>${made.body.content}` } });
    expect(kept.isOnlineMeeting).toBe(true);
    const off = await graph
      .client(ann)
      .api(`/me/events/${made.id}`)
      .patch({ body: { contentType: 'html', content: '<p>Rewritten</p>' } });
    expect(off).toMatchObject({ isOnlineMeeting: false, onlineMeeting: null });
  });

  it('cleans bodies and gives them as text on demand', async () => {
    const made = await graph
      .client(ann)
      .api('/me/events')
      .post(
        single('Clean', '2027-03-05', {
          body: {
            contentType: 'html',
            content:
              '<p id="x" onclick="evil()">Notes: <a href="https://app.example/open#m=1&d=2" data-x="1">open</a><script>evil()</script><a href="javascript:evil()">no</a><!-- secret --></p>',
          },
        }),
      );
    expect(made.body.content).not.toMatch(/onclick|script|secret|data-x|id=/);
    expect(made.body.content).toContain('href="https://app.example/open#m=1&amp;d=2"');
    const text = await graph
      .client(ann)
      .api(`/me/events/${made.id}`)
      .header('Prefer', 'outlook.body-content-type="text"')
      .get();
    expect(text.body).toEqual({
      contentType: 'text',
      content: 'Notes: open<https://app.example/open#m=1&d=2>no',
    });
  });

  it('keeps extended properties on the own copy and gives them with $expand alone', async () => {
    const made = await graph
      .client(ann)
      .api('/me/events')
      .post(
        single('Plan', '2027-03-05', {
          attendees: [{ emailAddress: { address: ben.mail } }],
          singleValueExtendedProperties: [{ id: planId, value: '{"version":1}' }],
        }),
      );
    const expand = `singleValueExtendedProperties($filter=id eq '${planId.replace('8b0e', '8B0E')}')`;
    const read = await graph.client(ann).api(`/me/events/${made.id}`).expand(expand).get();
    expect(read.singleValueExtendedProperties).toEqual([{ id: planId, value: '{"version":1}' }]);
    expect(await graph.client(ann).api(`/me/events/${made.id}`).get()).not.toHaveProperty(
      'singleValueExtendedProperties',
    );
    const [copy] = (
      await graph.client(ben).api('/me/events').filter("subject eq 'Plan'").expand(expand).get()
    ).value;
    expect(copy).toBeDefined();
    expect(copy).not.toHaveProperty('singleValueExtendedProperties');
    const sent = graph.ask(ann, '/sandbox/mail?to=ben');
    await graph
      .client(ann)
      .api(`/me/events/${made.id}`)
      .patch({ singleValueExtendedProperties: [{ id: planId, value: 'closed' }] });
    expect((await graph.ask(ann, '/sandbox/mail?to=ben')).body).toHaveLength((await sent).body.length);
  });

  it('keeps open extensions', async () => {
    const made = await graph.client(ann).api('/me/events').post(single('Extended', '2027-03-05'));
    const path = `/me/events/${made.id}/extensions`;
    await graph.client(ann).api(path).post({
      '@odata.type': 'microsoft.graph.openTypeExtension',
      extensionName: 'Com.Contoso.Notes',
      mood: 'good',
    });
    expect(await graph.client(ann).api(`${path}/Com.Contoso.Notes`).get()).toMatchObject({
      extensionName: 'Com.Contoso.Notes',
      mood: 'good',
    });
    await graph.client(ann).api(`${path}/Com.Contoso.Notes`).patch({ mood: null, rating: 3 });
    const [extension] = (await graph.client(ann).api(path).get()).value;
    expect(extension).toMatchObject({ rating: 3 });
    expect(extension).not.toHaveProperty('mood');
    await graph.client(ann).api(`${path}/Com.Contoso.Notes`).delete();
    expect(await refusal(graph.client(ann).api(`${path}/Com.Contoso.Notes`).get())).toMatchObject({
      statusCode: 404,
    });
  });
});

describe('a repeated transactionId', () => {
  const body = single('Once', '2027-03-08', { transactionId: 'once-1' });

  it('makes no second event: 201 for the same request, 409 for another', async () => {
    const first = await graph.client(ann).api('/me/events').post(body);
    const again = await graph.client(ann).api('/me/events').post(body);
    expect(again.id).toBe(first.id);
    const error = await refusal(
      graph
        .client(ann)
        .api('/me/events')
        .post({ ...body, subject: 'Other' }),
    );
    expect(error).toMatchObject({ statusCode: 409, code: 'ErrorDuplicateTransactionId' });
  });

  it('is 409 always, or 201 always, by a switch', async () => {
    graph.switches.set({ repeatedTransactionId: 'refused' });
    expect(await refusal(graph.client(ann).api('/me/events').post(body))).toMatchObject({ statusCode: 409 });
    graph.switches.set({ repeatedTransactionId: 'firstEvent' });
    expect(
      (
        await graph
          .client(ann)
          .api('/me/events')
          .post({ ...body, subject: 'Other' })
      ).subject,
    ).toBe('Once');
    graph.switches.reset();
  });
});

describe('lists', () => {
  const mine = directoryUser('Lena');
  let lists: RunningGraph;

  beforeAll(async () => {
    lists = await startGraph([mine]);
    const client = lists.client(mine);
    for (const [index, subject] of ['Alpha', 'Beta', 'Gamma', 'Delta'].entries())
      await client
        .api('/me/events')
        .post(single(subject, `2027-02-0${index + 1}`, { showAs: index % 2 ? 'free' : 'busy' }));
    await client.api('/me/events').post({ ...weekly('2027-02-04', 5), subject: 'Series' });
  });
  afterAll(() => lists.stop());
  const subjects = async (query: string): Promise<string[]> => {
    const answer = await lists.ask(mine, `/v1.0/me/${query}`);
    expect(answer.status).toBe(200);
    return answer.body.value.map(({ subject }: { subject: string }) => subject);
  };

  it('filters, orders, selects and pages', async () => {
    expect(await subjects("events?$filter=type eq 'seriesMaster'")).toEqual(['Series']);
    expect(
      await subjects(
        "events?$filter=start/dateTime ge '2027-02-02T12:00:00Z' and start/dateTime lt '2027-02-04T00:00'&$orderby=start/dateTime",
      ),
    ).toEqual(['Gamma']);
    expect(
      await subjects(
        "events?$filter=startswith(subject,'a') or contains(subject,'LT')&$orderby=subject desc",
      ),
    ).toEqual(['Delta', 'Alpha']);
    expect(await subjects("events?$filter=not (showAs eq 'busy')&$orderby=subject")).toEqual([
      'Beta',
      'Delta',
    ]);
    const first = await lists.ask(
      mine,
      '/v1.0/me/events?$orderby=subject&$top=2&$select=subject&$count=true',
    );
    expect(first.body['@odata.count']).toBe(5);
    const next = await lists.ask(mine, first.body['@odata.nextLink']);
    const last = await lists.ask(mine, next.body['@odata.nextLink']);
    expect(
      [first, next, last].flatMap(({ body }) =>
        body.value.map(({ subject }: { subject: string }) => subject),
      ),
    ).toEqual(['Alpha', 'Beta', 'Delta', 'Gamma', 'Series']);
    expect(last.body).not.toHaveProperty('@odata.nextLink');
  });

  it('shows the dates of series in a calendar view, ten to a page', async () => {
    const view = 'calendarView?startDateTime=2027-02-01T00:00:00%2B01:00&endDateTime=2027-04-01T00:00:00Z';
    const shown = await subjects(`${view}&$top=100`);
    expect(shown).toHaveLength(9);
    expect(shown.filter((subject) => subject === 'Series')).toHaveLength(5);
    const page = await lists.ask(mine, `/v1.0/me/calendar/${view}&$top=3&$orderby=start/dateTime`);
    expect(page.body.value).toHaveLength(3);
    expect(page.body['@odata.nextLink']).toContain('$skip=3');
  });

  it('refuses what Graph refuses', async () => {
    const status = async (path: string) => {
      const { status: code, body } = await lists.ask(mine, `/v1.0/me/${path}`);
      return [code, body.error.code];
    };
    expect(await status('calendarView')).toEqual([400, 'ErrorInvalidParameter']);
    expect(await status('calendarView?startDateTime=2020-01-01&endDateTime=2027-01-01')).toEqual([
      400,
      'ErrorInvalidRequest',
    ]);
    expect(await status('events?$select=colour')).toEqual([400, 'RequestBroker--ParseUri']);
    expect(await status('events?$filter=colour eq 1')).toEqual([400, 'RequestBroker--ParseUri']);
    expect(await status("events?$filter=subject eq 'x")).toEqual([400, 'BadRequest']);
    expect(await status('events?$top=0')).toEqual([400, 'BadRequest']);
    expect(await status('events?$top=5000')).toEqual([400, 'BadRequest']);
    expect(await status('events/not-an-id')).toEqual([400, 'ErrorInvalidIdMalformed']);
    expect(await status('events?$expand=nothing')).toEqual([400, 'RequestBroker--ParseUri']);
  });

  it('tells changes of a window by delta', async () => {
    const start =
      '/v1.0/me/calendarView/delta?startDateTime=2027-02-01T00:00:00Z&endDateTime=2027-03-01T00:00:00Z';
    const first = await lists.ask(mine, start, { headers: { prefer: 'odata.maxpagesize=3' } });
    expect(first.body.value).toHaveLength(3);
    let page = first;
    let seen = 3;
    while (page.body['@odata.nextLink'] !== undefined) {
      page = await lists.ask(mine, page.body['@odata.nextLink']);
      seen += page.body.value.length;
    }
    expect(seen).toBe(4 + 1 + 4);
    const quiet = await lists.ask(mine, page.body['@odata.deltaLink']);
    expect(quiet.body.value).toEqual([]);
    const [alpha] = (await lists.ask(mine, "/v1.0/me/events?$filter=subject eq 'Alpha'")).body.value;
    await lists.ask(mine, `/v1.0/me/events/${alpha.id}`, { method: 'DELETE' });
    const changed = await lists.ask(mine, quiet.body['@odata.deltaLink']);
    expect(changed.body.value).toEqual([{ id: alpha.id, '@removed': { reason: 'deleted' } }]);
    // The same token again gives the same; one that told nothing stays as good as it was.
    expect((await lists.ask(mine, quiet.body['@odata.deltaLink'])).body.value).toEqual(changed.body.value);
    const later = await lists.ask(mine, changed.body['@odata.deltaLink']);
    expect(later.body['@odata.deltaLink']).toBe(changed.body['@odata.deltaLink']);
    // Clients follow long windows (Odoo: 13 years), with days not padded.
    const long = await lists.ask(
      mine,
      '/v1.0/me/calendarView/delta?startDateTime=2016-12-01T00:00:00Z&endDateTime=2030-1-01T00:00:00Z',
    );
    expect(long.status).toBe(200);
    expect((await lists.ask(mine, '/v1.0/me/calendarView/delta?$deltatoken=nothing')).status).toBe(410);
    expect((await lists.ask(mine, `${start}&$select=subject`)).body.error.code).toBe('ErrorInvalidUrlQuery');
  });
});

describe('updates', () => {
  it('answers 412 to an etag that is no longer the present one', async () => {
    const made = await graph.client(ann).api('/me/events').post(single('Etag', '2027-03-09'));
    const path = `/me/events/${made.id}`;
    const changed = await graph
      .client(ann)
      .api(path)
      .header('If-Match', made['@odata.etag'])
      .patch({ subject: 'New' });
    const error = await refusal(
      graph.client(ann).api(path).header('If-Match', made['@odata.etag']).patch({ subject: 'Late' }),
    );
    expect(error).toMatchObject({ statusCode: 412, code: 'ErrorIrresolvableConflict' });
    expect(
      await refusal(graph.client(ann).api(path).header('If-Match', made['@odata.etag']).delete()),
    ).toMatchObject({ statusCode: 412 });
    await graph.client(ann).api(path).header('If-Match', changed['@odata.etag']).delete();
    expect(await refusal(graph.client(ann).api(path).get())).toMatchObject({
      statusCode: 404,
      code: 'ErrorItemNotFound',
    });
  });

  it('makes a moved date an exception that keeps its id, and refuses to cross its neighbours', async () => {
    const made = await graph.client(ann).api('/me/events').post(weekly('2027-07-01', 4));
    const [, second] = await instancesOf(made.id);
    const move = (day: string, from = '15:00', to = '16:00') =>
      graph
        .client(ann)
        .api(`/me/events/${second.id}`)
        .patch({ start: at(`${day}T${from}:00`), end: at(`${day}T${to}:00`) });
    expect(await move('2027-07-12')).toMatchObject({
      id: second.id,
      type: 'exception',
      seriesMasterId: made.id,
    });
    for (const day of ['2027-07-01', '2027-06-30', '2027-07-15', '2027-07-20'])
      expect(await refusal(move(day))).toMatchObject({
        statusCode: 400,
        code: 'ErrorOccurrenceCrossingBoundary',
      });
    expect((await instancesOf(made.id)).map(({ type }: { type: string }) => type)).toEqual([
      'occurrence',
      'exception',
      'occurrence',
      'occurrence',
    ]);
    const master = await graph.client(ann).api(`/me/events/${made.id}`).expand('exceptionOccurrences').get();
    expect(master.exceptionOccurrences.map(({ id }: { id: string }) => id)).toEqual([second.id]);
  });

  it('leaves removed dates out and names them on demand', async () => {
    const made = await graph.client(ann).api('/me/events').post(weekly('2027-08-05', 3));
    const [, second] = await instancesOf(made.id);
    await graph.client(ann).api(`/me/events/${second.id}`).delete();
    expect(await instancesOf(made.id)).toHaveLength(2);
    const master = await graph
      .client(ann)
      .api(`/me/events/${made.id}`)
      .select('subject,cancelledOccurrences')
      .get();
    expect(master.cancelledOccurrences).toEqual([`OID.${made.id}.2027-08-12`]);
    expect(await refusal(graph.client(ann).api(`/me/events/${second.id}`).get())).toMatchObject({
      statusCode: 404,
    });
  });

  it('drops exceptions when the pattern changes, and by default when the time does', async () => {
    const made = await graph.client(ann).api('/me/events').post(weekly('2027-09-02', 4));
    const [, second, third] = await instancesOf(made.id);
    const change = async () => {
      await graph.client(ann).api(`/me/events/${second.id}`).patch({ subject: 'Special' });
      await graph.client(ann).api(`/me/events/${third.id}`).delete();
    };
    await change();
    await graph.client(ann).api(`/me/events/${made.id}`).patch({ subject: 'Renamed' });
    expect((await instancesOf(made.id)).map(({ subject }: { subject: string }) => subject)).toEqual([
      'Renamed',
      'Special',
      'Renamed',
    ]);
    graph.switches.set({ exceptionsAfterTimeChange: 'kept' });
    await graph
      .client(ann)
      .api(`/me/events/${made.id}`)
      .patch({ start: at('2027-09-02T12:00:00'), end: at('2027-09-02T13:00:00') });
    expect(await instancesOf(made.id)).toHaveLength(3);
    graph.switches.reset();
    await graph
      .client(ann)
      .api(`/me/events/${made.id}`)
      .patch({ start: at('2027-09-02T14:00:00'), end: at('2027-09-02T15:00:00') });
    expect(await instancesOf(made.id)).toHaveLength(4);
    await change();
    const recurrence = { ...made.recurrence, pattern: { ...made.recurrence.pattern, interval: 2 } };
    await graph.client(ann).api(`/me/events/${made.id}`).patch({ recurrence });
    expect((await instancesOf(made.id)).map(({ subject }: { subject: string }) => subject)).toEqual([
      'Renamed',
      'Renamed',
      'Renamed',
      'Renamed',
    ]);
  });

  it('truncates a series and keeps its earlier exceptions', async () => {
    const made = await graph.client(ann).api('/me/events').post(weekly('2027-10-07', 6));
    const [, second] = await instancesOf(made.id);
    await graph.client(ann).api(`/me/events/${second.id}`).patch({ subject: 'Special' });
    const range = { type: 'endDate', startDate: '2027-10-07', endDate: '2027-10-20' };
    await graph
      .client(ann)
      .api(`/me/events/${made.id}`)
      .patch({ recurrence: { pattern: made.recurrence.pattern, range } });
    expect((await instancesOf(made.id)).map(({ subject }: { subject: string }) => subject)).toEqual([
      'Mentor meeting',
      'Special',
    ]);
    await graph.client(ann).api(`/me/events/${made.id}`).patch({ recurrence: null });
    expect(await graph.client(ann).api(`/me/events/${made.id}`).get()).toMatchObject({
      type: 'singleInstance',
      recurrence: null,
    });
  });

  it('meets two writes to one series at a time with a conflict, or queues them', async () => {
    const made = await graph.client(ann).api('/me/events').post(weekly('2027-11-04', 4));
    const [first, second] = await instancesOf(made.id);
    const requests = [first, second].map(({ id }: { id: string }, index) => ({
      id: String(index),
      method: 'PATCH',
      url: `/me/events/${id}`,
      headers: { 'Content-Type': 'application/json' },
      body: { subject: `Changed ${index}` },
    }));
    const statuses = async () =>
      (await graph.client(ann).api('/$batch').post({ requests })).responses
        .map(({ status }: { status: number }) => status)
        .toSorted();
    expect(await statuses()).toEqual([200, 412]);
    graph.switches.set({ parallelSeriesWrites: 'queued' });
    expect(await statuses()).toEqual([200, 200]);
    graph.switches.reset();
  });
});

describe('bad input', () => {
  const post = (body: unknown, headers: Record<string, string> = {}) =>
    graph.ask(ann, '/v1.0/me/events', { method: 'POST', body, headers });
  const code = async (body: unknown) => {
    const answer = await post(body);
    return `${answer.status} ${answer.body.error.code}`;
  };
  const day = '2027-03-11';

  it('is refused with status and code, never with a stack trace', async () => {
    const cases: readonly (readonly [unknown, string])[] = [
      [{ subject: 'No times' }, '400 ErrorPropertyValidationFailure'],
      [single('x', day, { colour: 'red' }), '400 RequestBodyRead'],
      [single('x', day, { subject: 5 }), '400 RequestBodyRead'],
      [single('x', day, { isAllDay: 'yes' }), '400 RequestBodyRead'],
      [single('x', day, { importance: 'huge' }), '400 RequestBodyRead'],
      [single('x', day, { start: 'tomorrow' }), '400 RequestBodyRead'],
      [single('x', day, { start: at('2027-02-30T10:00:00') }), '400 ErrorInvalidRequest'],
      [
        single('x', day, { start: at(`${day}T10:00:00`, 'Mars/Olympus') }),
        '400 TimeZoneNotSupportedException',
      ],
      [
        single('x', day, { start: at(`${day}T10:00:00`, 'Asia/Calcutta') }),
        '400 TimeZoneNotSupportedException',
      ],
      [
        single('x', day, { end: at('2027-03-10T10:00:00') }),
        '400 ErrorCalendarEndDateIsEarlierThanStartDate',
      ],
      [
        single('x', day, { attendees: [{ emailAddress: { address: 'nobody' } }] }),
        '400 ErrorInvalidRecipients',
      ],
      [
        single('x', day, {
          attendees: Array.from({ length: 501 }, (_, index) => ({
            emailAddress: { address: `a${index}@b.example` },
          })),
        }),
        '400 ErrorExceededMaxRecipientLimit',
      ],
      [
        single('x', day, { singleValueExtendedProperties: [{ id: 'nonsense', value: '1' }] }),
        '400 ErrorInvalidPropertyId',
      ],
      [[], '400 RequestBodyRead'],
      ['text', '400 BadRequest'],
    ];
    for (const [body, expected] of cases) expect([body, await code(body)]).toEqual([body, expected]);
  });

  it('is refused in recurrences', async () => {
    const made = (pattern: object, range: object = {}) => ({
      ...single('x', day),
      recurrence: {
        pattern: { type: 'weekly', interval: 1, daysOfWeek: ['thursday'], ...pattern },
        range: { type: 'numbered', startDate: day, numberOfOccurrences: 3, ...range },
      },
    });
    const cases: readonly (readonly [unknown, string])[] = [
      [made({ interval: undefined }), '500 ErrorInternalServerError'],
      [made({ interval: 0 }), '400 ErrorPropertyValidationFailure'],
      [made({ interval: 100 }), '400 ErrorPropertyValidationFailure'],
      [made({ daysOfWeek: [] }), '400 ErrorPropertyValidationFailure'],
      [made({ daysOfWeek: ['someday'] }), '400 RequestBodyRead'],
      [made({ type: 'hourly' }), '400 RequestBodyRead'],
      [made({ month: 13 }), '400 ErrorPropertyValidationFailure'],
      [made({}, { startDate: '2027-03-12' }), '400 ErrorPropertyValidationFailure'],
      [made({}, { numberOfOccurrences: 1000 }), '400 ErrorPropertyValidationFailure'],
      [made({}, { type: 'endDate', endDate: '2027-03-01' }), '400 ErrorPropertyValidationFailure'],
      [made({}, { type: 'endDate', endDate: 'soon' }), '400 RequestBodyRead'],
      [made({ type: 'daily' }, {}), '201'],
      [{ ...made({ type: 'daily' }), end: at('2027-03-13T11:00:00') }, '400 ErrorOccurrenceTimeSpanTooBig'],
      [{ ...single('x', day), recurrence: {} }, '400 ErrorPropertyValidationFailure'],
    ];
    for (const [body, expected] of cases) {
      const answer = await post(body);
      expect([body, `${answer.status} ${answer.body.error?.code ?? ''}`.trim()]).toEqual([body, expected]);
    }
  });

  it('never reaches another mailbox', async () => {
    const made = await graph.client(ann).api('/me/events').post(single('Mine', day));
    for (const path of [`/me/events/${made.id}`, `/me/events/${made.id}/accept`])
      expect(await refusal(graph.client(ben).api(path).get())).toMatchObject({
        statusCode: path.endsWith('accept') ? 501 : 404,
      });
    const other = await graph.ask(ben, `/v1.0/users/${ann.id}/events/${made.id}`);
    expect([other.status, other.body.error.code]).toEqual([403, 'ErrorAccessDenied']);
    const view = await graph.ask(
      ben,
      `/v1.0/users/${ann.mail}/calendarView?startDateTime=2027-01-01&endDateTime=2027-02-01`,
    );
    expect(view.status).toBe(403);
    expect((await graph.ask(ben, '/v1.0/users/nobody@contoso.example/events')).body.error.code).toBe(
      'ErrorInvalidUser',
    );
  });
});
