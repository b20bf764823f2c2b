import { createGraphCalendar } from '#adapters/graph/createGraphCalendar.ts';
import type { DateChange } from '#ports/calendar.ts';
import { newSeries, plan } from '../support/plans.ts';
import {
  answerBatch,
  createTestClient,
  itemsOf,
  memberOf,
  noSignal,
  type BatchRequestItem,
  type FakeAnswer,
  type Reaction,
  type SeenRequest,
} from '../support/fakeGraph.ts';
import { context, wireDate, wireSeries } from '../support/wireEvents.ts';

function calendarOver(react: (request: SeenRequest, count: number) => Reaction, clock?: undefined) {
  const test = createTestClient(react, clock);
  return { ...test, calendar: createGraphCalendar(test.client, context) };
}
const window = { from: Date.parse('2027-03-01T00:00:00Z'), to: Date.parse('2027-05-01T00:00:00Z') };
const dates = [
  wireDate('d1', '2027-03-04T13:00', '2027-03-04T14:00'),
  wireDate('d2', '2027-03-18T13:00', '2027-03-18T14:00'),
];
const error = (status: number, code: string): FakeAnswer => ({
  status,
  body: { error: { code, message: 'm' } },
});

describe('free/busy', () => {
  const free = {
    status: 200,
    body: {
      value: [
        { scheduleId: 'a@x.org', availabilityView: '0000' },
        { scheduleId: 'b@x.org', availabilityView: '2222' },
      ],
    },
  };
  const query = { addresses: ['a@x.org', 'b@x.org'], from: window.from, to: window.from + 182 * 86_400_000 };

  it('of half a year is one request with both people in each window', async () => {
    const { calendar, seen } = calendarOver((request) => answerBatch(request, () => free));
    const schedules = await calendar.schedules(query, noSignal);
    expect(schedules.map(({ personId, views }) => [personId, views.length])).toEqual([
      ['a@x.org', 3],
      ['b@x.org', 3],
    ]);
    expect(seen).toHaveLength(1);
    expect(itemsOf(seen[0]).map(({ method, url }) => `${method} ${url}`)).toEqual(
      Array(3).fill('POST /me/calendar/getSchedule'),
    );
  });

  it('of more than twenty people is still one request', async () => {
    const people = Array.from({ length: 21 }, (_, index) => `p${index}@x.org`);
    const { calendar, seen } = calendarOver((request) =>
      answerBatch(request, ({ body }) => {
        const asked = memberOf(body, 'schedules');
        const value = Array.isArray(asked)
          ? asked.map((scheduleId: string) => ({
              scheduleId,
              availabilityView: scheduleId.startsWith('p20') ? '2' : '0',
            }))
          : [];
        return { status: 200, body: { value } };
      }),
    );
    const week = { addresses: people, from: window.from, to: window.from + 7 * 86_400_000 };
    const schedules = await calendar.schedules(week, noSignal);
    expect(schedules.map(({ personId }) => personId)).toEqual(people);
    expect(schedules.map(({ views }) => views[0]?.view)).toEqual([...Array(20).fill('0'), '2']);
    expect(seen).toHaveLength(1);
  });

  it('that is missing for a stretch leaves a gap there', async () => {
    const { calendar } = calendarOver((request) =>
      answerBatch(request, ({ id }) => (id === '2' ? error(500, 'x') : free)),
    );
    const [first] = await calendar.schedules(query, noSignal);
    expect(first?.views).toHaveLength(2);
    expect(first?.unknownReason).toBeUndefined();
  });

  it('that is refused is a failure', async () => {
    const { calendar } = calendarOver((request) =>
      answerBatch(request, () => error(403, 'ErrorAccessDenied')),
    );
    await expect(calendar.schedules(query, noSignal)).rejects.toMatchObject({
      code: 'refused',
      detail: '403 ErrorAccessDenied m',
    });
  });

  it('that is missing altogether is a failure, not an empty calendar', async () => {
    const { calendar } = calendarOver((request) => answerBatch(request, () => error(500, 'x')));
    await expect(calendar.schedules(query, noSignal)).rejects.toMatchObject({
      code: 'unavailable',
      mayHaveActed: true,
    });
  });
});

/** A calendar with one series of ours and one of others. */
const answer = (item: BatchRequestItem): FakeAnswer => ({
  status: 200,
  body: {
    value: item.url.startsWith('/me/events')
      ? [wireSeries(), wireSeries({ id: 'other', body: { contentType: 'text', content: 'Weekly sync' } })]
      : [
          ...dates,
          wireDate('o1', '2027-03-04T13:00', '2027-03-04T14:00', { seriesMasterId: 'other' }),
          wireDate('s', '2027-03-04T13:00', '2027-03-04T14:00', { seriesMasterId: null }),
        ],
  },
});

describe('the mentor meetings of a calendar', () => {
  it('are read in one request, and nobody else’s with them', async () => {
    const { calendar, seen } = calendarOver((request) => answerBatch(request, answer));
    const { series, occurrences } = await calendar.mentorMeetings(window, noSignal);
    expect(series.map(({ id }) => id)).toEqual(['AAMkMaster=']);
    expect(occurrences.map(({ id }) => id)).toEqual(['d1', 'd2']);
    expect(seen).toHaveLength(1);
  });

  it('ask for text bodies, times in UTC, the plan, and no subject of the dates', async () => {
    const { calendar, seen } = calendarOver((request) => answerBatch(request, answer));
    await calendar.mentorMeetings(window, noSignal);
    const [masters, days] = itemsOf(seen[0]);
    expect(masters?.headers?.Prefer).toContain('outlook.body-content-type="text"');
    expect(decodeURIComponent(masters?.url ?? '')).toContain("$filter=type eq 'seriesMaster'");
    expect(decodeURIComponent(masters?.url ?? '')).toContain(
      "$expand=singleValueExtendedProperties($filter=id eq 'String {8b0e1c5a-4d3f-4a57-9c2b-6f1d0e7a9b34} Name MentorMeetingsPlan')",
    );
    expect(days?.url).not.toMatch(/subject|location|body/);
  });

  it('are read to the last page, from Graph only', async () => {
    const { calendar, seen } = calendarOver((request) =>
      request.method === 'GET'
        ? { status: 200, body: { value: [dates[1]] } }
        : answerBatch(request, (item) =>
            item.url.startsWith('/me/calendarView')
              ? {
                  status: 200,
                  body: {
                    value: [dates[0]],
                    '@odata.nextLink': 'https://graph.example/v1.0/me/calendarView?$skip=1',
                  },
                }
              : answer(item),
          ),
    );
    expect((await calendar.mentorMeetings(window, noSignal)).occurrences).toHaveLength(2);
    expect(seen[1]?.headers.get('Prefer')).toContain('UTC');
    const hostile = calendarOver((request) =>
      answerBatch(request, (item) => ({
        ...answer(item),
        body: { value: [wireSeries()], '@odata.nextLink': 'https://evil.example/v1.0/me' },
      })),
    );
    await expect(hostile.calendar.mentorMeetings(window, noSignal)).rejects.toMatchObject({
      code: 'unexpected',
    });
    expect(hostile.seen).toHaveLength(1);
  });

  it('do not go on for ever', async () => {
    const { calendar, seen } = calendarOver((request) => {
      const page = { value: [], '@odata.nextLink': 'https://graph.example/v1.0/me/events?$skip=1' };
      return request.method === 'GET'
        ? { status: 200, body: page }
        : answerBatch(request, () => ({ status: 200, body: page }));
    });
    await calendar.mentorMeetings(window, noSignal);
    expect(seen.length).toBeLessThan(50);
  });
});

describe('making a series', () => {
  it('sends all of it at once: attendee, recurrence, plan, link, transaction', async () => {
    const { calendar, seen } = calendarOver(() => ({
      status: 201,
      body: wireSeries({ singleValueExtendedProperties: undefined }),
    }));
    const made = await calendar.createSeries(newSeries, noSignal);
    expect(made).toMatchObject({ id: 'AAMkMaster=', plan, zone: 'Europe/London' });
    expect(seen).toHaveLength(1);
    expect(seen[0]).toMatchObject({
      method: 'POST',
      url: 'https://graph.example/v1.0/me/events',
      body: {
        subject: 'Mentor meeting',
        start: { dateTime: '2027-03-04T13:00:00', timeZone: 'GMT Standard Time' },
        end: { dateTime: '2027-03-04T14:00:00', timeZone: 'GMT Standard Time' },
        attendees: [{ type: 'required', emailAddress: { name: 'Dana Moore', address: 'dana@example.org' } }],
        isOnlineMeeting: true,
        onlineMeetingProvider: 'teamsForBusiness',
        transactionId: plan.transactionId,
        recurrence: { range: { startDate: '2027-03-04', endDate: '2027-04-15' } },
      },
    });
    expect(JSON.stringify(seen[0]?.body)).toContain(`https://mentor.example.org/open#m=${plan.mentorshipId}`);
  });

  it('ends on the next day when the meeting crosses midnight', async () => {
    const { calendar, seen } = calendarOver(() => ({ status: 201, body: wireSeries() }));
    const slot = { ...plan.slot, startMinute: 1410 };
    await calendar.createSeries(
      { ...newSeries, plan: { ...plan, slot }, place: { kind: 'words', text: 'Library' } },
      noSignal,
    );
    expect(seen[0]?.body).toMatchObject({
      end: { dateTime: '2027-03-05T00:30:00' },
      location: { displayName: 'Library' },
    });
    expect(seen[0]?.body).not.toHaveProperty('isOnlineMeeting');
  });

  it.each<[string, Reaction]>([
    ['the connection was cut', 'cut'],
    ['503', error(503, 'x')],
    ['504', error(504, 'x')],
    ['429', error(429, 'x')],
  ])('is tried again with the same transaction after %s', async (_, first) => {
    const { calendar, seen } = calendarOver((__, count) =>
      count === 1 ? first : { status: 201, body: wireSeries() },
    );
    await calendar.createSeries(newSeries, noSignal);
    expect(seen.map(({ body }) => memberOf(body, 'transactionId'))).toEqual([
      plan.transactionId,
      plan.transactionId,
    ]);
  });

  it('finds the series when the service says that the transaction was done before', async () => {
    const { calendar, seen } = calendarOver((request) =>
      request.method === 'POST'
        ? error(409, 'ErrorDuplicateTransactionId')
        : { status: 200, body: { value: [wireSeries()] } },
    );
    expect((await calendar.createSeries(newSeries, noSignal)).id).toBe('AAMkMaster=');
    expect(seen.map(({ method }) => method)).toEqual(['POST', 'GET']);
  });

  it('tries again when Exchange contradicted itself and nothing is there', async () => {
    const { calendar } = calendarOver((request, count) => {
      if (request.method === 'GET') return { status: 200, body: { value: [] } };
      return count === 1 ? error(409, 'ConcurrentItemSave') : { status: 201, body: wireSeries() };
    });
    expect((await calendar.createSeries(newSeries, noSignal)).id).toBe('AAMkMaster=');
  });

  it('fails in words of ours when it is refused', async () => {
    const { calendar } = calendarOver(() => error(500, 'ErrorInternalServerError'));
    await expect(calendar.createSeries(newSeries, noSignal)).rejects.toMatchObject({
      code: 'unavailable',
      mayHaveActed: true,
    });
    const bad = calendarOver(() => error(400, 'TimeZoneNotSupportedException'));
    await expect(bad.calendar.createSeries(newSeries, noSignal)).rejects.toMatchObject({
      code: 'bad-request',
      mayHaveActed: false,
    });
  });
});

describe('a series read back', () => {
  it('is one request, with its dates, of lists that its scope is documented for', async () => {
    const { calendar, seen } = calendarOver((request) => answerBatch(request, answer));
    const read = await calendar.series('AAMkMaster=', window, noSignal);
    expect(read?.series.plan).toEqual(plan);
    expect(read?.occurrences.map(({ originalDay }) => originalDay)).toEqual(['2027-03-04', '2027-03-18']);
    expect(seen).toHaveLength(1);
    expect(itemsOf(seen[0]).map(({ url }) => url.split('?')[0])).toEqual(['/me/events', '/me/calendarView']);
  });

  it('is nothing when it is gone', async () => {
    const { calendar } = calendarOver((request) => answerBatch(request, answer));
    expect(await calendar.series('x', window, noSignal)).toBeUndefined();
  });
});

/** A mailbox that carries changes out, with a switch for what happens on the way. */
function mailbox(
  meet: (item: BatchRequestItem, count: number) => FakeAnswer | 'acted-then-504' | 'go',
  all?: (count: number) => Reaction | 'acted-then-cut' | 'go',
) {
  const times = new Map<string, unknown>(
    [1, 2, 3, 4, 5, 6, 7, 8].map((n) => [
      `d${n}`,
      {
        start: { dateTime: '2027-03-04T13:00:00', timeZone: 'UTC' },
        end: { dateTime: '2027-03-04T14:00:00', timeZone: 'UTC' },
      },
    ]),
  );
  const messages: string[] = [];
  let items = 0;
  const act = (item: BatchRequestItem): FakeAnswer => {
    const id = item.url.split('/').at(-1)?.split('?')[0] ?? '';
    if (!times.has(id)) return error(404, 'ErrorItemNotFound');
    if (item.method === 'GET') return { status: 200, body: times.get(id) };
    messages.push(`${item.method} ${id}`);
    if (item.method === 'DELETE') times.delete(id);
    else times.set(id, item.body);
    return item.method === 'DELETE' ? { status: 204 } : { status: 200, body: {} };
  };
  let requests = 0;
  const react = (request: SeenRequest): Reaction => {
    requests += 1;
    const whole = all?.(requests) ?? 'go';
    if (whole !== 'go' && whole !== 'acted-then-cut') return whole;
    const answered = answerBatch(request, (item) => {
      items += 1;
      const met = item.method === 'GET' ? 'go' : meet(item, items);
      if (met !== 'go' && met !== 'acted-then-504') return met;
      const done = act(item);
      return met === 'go' ? done : error(504, 'UnknownError');
    });
    return whole === 'acted-then-cut' ? 'cut' : answered;
  };
  return { react, messages, times };
}

const move = (n: number): DateChange => ({
  kind: 'move',
  occurrenceId: `d${n}`,
  start: Date.parse('2027-03-05T09:00:00Z') + n * 60_000,
  end: Date.parse('2027-03-05T10:00:00Z') + n * 60_000,
});
const skip = (n: number): DateChange => ({ kind: 'skip', occurrenceId: `d${n}` });
const kinds = (outcomes: readonly { readonly kind: string }[]): string[] => outcomes.map(({ kind }) => kind);
const each = ['PATCH d1', 'DELETE d2', 'PATCH d3'];
const three = [move(1), skip(2), move(3)];

describe('moving and skipping dates', () => {
  it('goes in chains of five', async () => {
    const { react, messages } = mailbox(() => 'go');
    const { calendar, seen } = calendarOver(react);
    const changes = [1, 2, 3, 4, 5, 6, 7, 8].map(move);
    expect(kinds(await calendar.changeDates('s', changes, noSignal))).toEqual(Array(8).fill('done'));
    expect(seen.map((request) => itemsOf(request).map(({ dependsOn }) => dependsOn?.[0]))).toEqual([
      [undefined, '1', '2', '3', '4'],
      [undefined, '1', '2'],
    ]);
    expect(messages).toHaveLength(8);
  });

  it('sends times in UTC', async () => {
    const { react } = mailbox(() => 'go');
    const { calendar, seen } = calendarOver(react);
    await calendar.changeDates('s', [move(1)], noSignal);
    expect(itemsOf(seen[0])[0]?.body).toEqual({
      start: { dateTime: '2027-03-05T09:01:00', timeZone: 'UTC' },
      end: { dateTime: '2027-03-05T10:01:00', timeZone: 'UTC' },
    });
  });

  it.each<[string, (item: BatchRequestItem, count: number) => FakeAnswer | 'acted-then-504' | 'go']>([
    ['throttled', (_, count) => (count === 2 ? { status: 429, headers: { 'Retry-After': '2' } } : 'go')],
    ['answered 504 after it was done', (_, count) => (count === 2 ? 'acted-then-504' : 'go')],
    ['answered 504 before', (_, count) => (count === 2 ? error(504, 'x') : 'go')],
    ['answered 500 before', (_, count) => (count === 1 ? error(500, 'x') : 'go')],
    ['answered 503', (_, count) => (count === 3 ? error(503, 'x') : 'go')],
    ['answered 504 after, all of them', (_, count) => (count <= 3 ? 'acted-then-504' : 'go')],
  ])('sends each message once when one is %s', async (_, meet) => {
    const { react, messages } = mailbox(meet);
    const { calendar } = calendarOver(react);
    expect(kinds(await calendar.changeDates('s', three, noSignal))).toEqual(['done', 'done', 'done']);
    expect(messages.toSorted()).toEqual(each.toSorted());
  });

  it.each<[string, Reaction | 'acted-then-cut']>([
    ['cut before', 'cut'],
    ['cut after', 'acted-then-cut'],
    ['answered 504', error(504, 'x')],
    ['throttled', error(429, 'x')],
  ])('sends each message once when the whole batch is %s', async (_, first) => {
    const { react, messages } = mailbox(
      () => 'go',
      (count) => (count === 1 ? first : 'go'),
    );
    const { calendar } = calendarOver(react);
    expect(kinds(await calendar.changeDates('s', three, noSignal))).toEqual(['done', 'done', 'done']);
    expect(messages.toSorted()).toEqual(each.toSorted());
  });

  it('goes on past a date that is gone and one that is refused', async () => {
    const { react, times } = mailbox((item) =>
      item.url.endsWith('d3') ? error(400, 'ErrorOccurrenceCrossingBoundary') : 'go',
    );
    times.delete('d2');
    const { calendar } = calendarOver(react);
    const outcomes = await calendar.changeDates('s', [move(1), move(2), move(3), move(4)], noSignal);
    expect(outcomes).toEqual([
      { occurrenceId: 'd1', kind: 'done' },
      { occurrenceId: 'd2', kind: 'gone' },
      { occurrenceId: 'd3', kind: 'refused', detail: '400 ErrorOccurrenceCrossingBoundary m' },
      { occurrenceId: 'd4', kind: 'done' },
    ]);
  });

  it('leaves to the next opening what cannot be settled', async () => {
    const { react, messages } = mailbox(() => error(504, 'x'));
    const { calendar, seen } = calendarOver(react);
    expect(kinds(await calendar.changeDates('s', [move(1)], noSignal))).toEqual(['again']);
    expect(messages).toEqual([]);
    expect(seen.length).toBeLessThan(12);
  });

  it('says that the sign-in is lost', async () => {
    const { react } = mailbox(() => error(401, 'InvalidAuthenticationToken'));
    const { calendar } = calendarOver(react);
    await expect(calendar.changeDates('s', [move(1)], noSignal)).rejects.toMatchObject({
      code: 'signed-out',
    });
  });
});

describe('closing the plan', () => {
  it('writes one property and sends nothing else', async () => {
    const { calendar, seen } = calendarOver(() => ({ status: 200, body: wireSeries() }));
    await calendar.closePlan('s/1', { ...plan, closed: false }, noSignal);
    expect(seen[0]?.url).toBe('https://graph.example/v1.0/me/events/s%2F1');
    expect(Object.keys(Object(seen[0]?.body))).toEqual(['singleValueExtendedProperties']);
    expect(JSON.stringify(seen[0]?.body)).toContain(String.raw`\"closed\":true`);
  });

  it('reads and tries once more when somebody was first, and no more than once', async () => {
    const { calendar, seen } = calendarOver((request, count) => {
      if (request.method === 'GET') return { status: 200, body: wireSeries() };
      return count === 1 ? error(412, 'ErrorIrresolvableConflict') : { status: 200, body: {} };
    });
    await calendar.closePlan('s', plan, noSignal);
    expect(seen.map(({ method, headers }) => [method, headers.get('If-Match')])).toEqual([
      ['PATCH', null],
      ['GET', null],
      ['PATCH', 'W/"abc"'],
    ]);
    const never = calendarOver((request) =>
      request.method === 'GET' ? { status: 200, body: wireSeries() } : error(412, 'x'),
    );
    await expect(never.calendar.closePlan('s', plan, noSignal)).rejects.toMatchObject({ code: 'changed' });
    expect(never.seen).toHaveLength(3);
  });
});

describe('a message that is sent once', () => {
  it.each<[string, Reaction, FakeAnswer]>([
    ['cut, and it had gone through', 'cut', error(404, 'ErrorItemNotFound')],
    ['504, and it had gone through', error(504, 'x'), { status: 200, body: { isCancelled: true } }],
  ])('is not sent again: %s', async (_, first, look) => {
    const { calendar, seen } = calendarOver((request) => (request.method === 'POST' ? first : look));
    await calendar.cancelSeries('s', 'See you another time.', noSignal);
    expect(seen.map(({ method }) => method)).toEqual(['POST', 'GET']);
    expect(seen[0]?.body).toEqual({ comment: 'See you another time.' });
  });

  it('is sent again when it had not gone through', async () => {
    const { calendar, seen } = calendarOver((request, count) => {
      if (request.method === 'GET') return { status: 200, body: { isCancelled: false } };
      return count === 1 ? 'cut' : { status: 202 };
    });
    await calendar.cancelSeries('s', '', noSignal);
    expect(seen.map(({ method }) => method)).toEqual(['POST', 'GET', 'POST']);
  });

  it('is not begun when it is refused', async () => {
    const { calendar, seen } = calendarOver(() => error(400, 'ErrorInvalidRequest'));
    await expect(calendar.cancelSeries('s', '', noSignal)).rejects.toMatchObject({ code: 'bad-request' });
    expect(seen).toHaveLength(1);
  });

  it('answers an invitation, with another time', async () => {
    const { calendar, seen } = calendarOver(() => ({ status: 202 }));
    const proposed = { start: Date.parse('2027-03-05T09:00:00Z'), end: Date.parse('2027-03-05T10:00:00Z') };
    await calendar.respond('d1', { kind: 'tentative', comment: 'A day later?', proposed }, noSignal);
    expect(seen[0]).toMatchObject({
      url: 'https://graph.example/v1.0/me/events/d1/tentativelyAccept',
      body: {
        sendResponse: true,
        comment: 'A day later?',
        proposedNewTime: { start: { dateTime: '2027-03-05T09:00:00', timeZone: 'UTC' } },
      },
    });
  });

  it('takes an answer that is there for given', async () => {
    const { calendar, seen } = calendarOver((request) =>
      request.method === 'POST' ? 'cut' : { status: 200, body: { responseStatus: { response: 'accepted' } } },
    );
    await calendar.respond('d1', { kind: 'accept', comment: undefined, proposed: undefined }, noSignal);
    expect(seen.map(({ method }) => method)).toEqual(['POST', 'GET']);
  });
});
