import { documentedLimits } from '#sandbox/graph/http/throttle.ts';
import { directoryUser } from '#test/support/directoryUser.ts';
import { startGraph, type RunningGraph, type WireRequest } from '#test/support/startGraph.ts';

const [ann, ben] = [directoryUser('Ann'), directoryUser('Ben')];
let graph: RunningGraph;

beforeAll(async () => {
  graph = await startGraph([ann, ben]);
});
afterAll(() => graph.stop());
afterEach(() => graph.faults.replace([]));

const newEvent = (subject: string) => ({
  subject,
  start: { dateTime: '2027-01-07T10:00:00', timeZone: 'UTC' },
  end: { dateTime: '2027-01-07T11:00:00', timeZone: 'UTC' },
});
const post = (path: string, body: unknown, more: WireRequest = {}) =>
  graph.ask(ann, path, { method: 'POST', body, ...more });

describe('a request without a right', () => {
  it('is 401 without a token, or with one that is refused', async () => {
    const none = await graph.ask(undefined, '/v1.0/me');
    expect([none.status, none.body.error.code]).toEqual([401, 'InvalidAuthenticationToken']);
    expect(none.headers['www-authenticate']).toMatch(/^Bearer /);
    const wrong = await graph.ask(undefined, '/v1.0/me', { headers: { authorization: 'Bearer %%%' } });
    expect(wrong.status).toBe(401);
    const basic = await graph.ask(undefined, '/v1.0/me', { headers: { authorization: 'Basic YTpi' } });
    expect(basic.status).toBe(401);
  });

  it('takes the scheme in any case', async () => {
    const { headers } = await graph.ask(ann, '/v1.0/me', {});
    expect(headers['request-id']).toBeDefined();
    const token = Buffer.from(
      JSON.stringify({
        oid: ann.id,
        tid: ann.tenantId,
        upn: ann.userPrincipalName,
        appId: 'x',
        scopes: ['User.Read'],
      }),
    ).toString('base64url');
    const lower = await graph.ask(undefined, '/v1.0/me', { headers: { authorization: `bearer ${token}` } });
    expect(lower.status).toBe(200);
  });

  it('is 403 without the scope, in the words of the service', async () => {
    const asked = async (path: string, scopes: readonly string[], request: WireRequest = {}) => {
      const { status, body } = await graph.ask(ann, path, { ...request, scopes });
      return [status, body?.error?.code];
    };
    expect(await asked('/v1.0/me/events', ['User.Read'])).toEqual([403, 'ErrorAccessDenied']);
    expect(await asked('/v1.0/me/events', ['Calendars.ReadBasic'])).toEqual([200, undefined]);
    expect(
      await asked('/v1.0/me/events', ['Calendars.ReadBasic'], { method: 'POST', body: newEvent('x') }),
    ).toEqual([403, 'ErrorAccessDenied']);
    expect(
      await asked('/v1.0/me/events', ['Calendars.Read'], { method: 'POST', body: newEvent('x') }),
    ).toEqual([403, 'ErrorAccessDenied']);
    expect(await asked('/v1.0/users', ['User.Read'])).toEqual([403, 'Authorization_RequestDenied']);
    expect(await asked(`/v1.0/users/${ben.id}`, ['User.Read'])).toEqual([403, 'Authorization_RequestDenied']);
    expect(await asked('/v1.0/me/drive/root', ['User.Read'])).toEqual([403, 'accessDenied']);
    expect(await asked('/v1.0/me/sendMail', ['Mail.Read'], { method: 'POST', body: {} })).toEqual([
      403,
      'ErrorAccessDenied',
    ]);
    expect(await asked('/v1.0/me/mailboxSettings', ['Calendars.ReadWrite'])).toEqual([
      403,
      'ErrorAccessDenied',
    ]);
    expect(
      await asked('/v1.0/me/findMeetingTimes', ['Calendars.ReadWrite'], { method: 'POST', body: {} }),
    ).toEqual([403, 'ErrorAccessDenied']);
  });
});

describe('an answer', () => {
  it('of an error has Microsoft’s shape', async () => {
    const { body, headers } = await graph.ask(ann, '/v1.0/me/events/nonsense', {
      headers: { 'client-request-id': 'mine-1' },
    });
    expect(body).toEqual({
      error: {
        code: 'ErrorInvalidIdMalformed',
        message: 'Id is malformed.',
        innerError: {
          date: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$/),
          'request-id': headers['request-id'],
          'client-request-id': 'mine-1',
        },
      },
    });
  });

  it('may be read by a page of any origin, without the headers that nobody is sure of', async () => {
    const { headers } = await graph.ask(ann, '/v1.0/me', { headers: { origin: 'https://app.example' } });
    expect(headers['access-control-allow-origin']).toBe('*');
    expect(headers['access-control-expose-headers']).toContain('request-id');
    expect(headers['access-control-expose-headers']).not.toMatch(/Retry-After|WWW-Authenticate/);
    graph.switches.set({ retryAfterHeader: 'exposed', wwwAuthenticateHeader: 'exposed' });
    const open = await graph.ask(ann, '/v1.0/me');
    expect(open.headers['access-control-expose-headers']).toMatch(/Retry-After.*WWW-Authenticate/);
    graph.switches.reset();
  });

  it('to a preflight allows what is asked for', async () => {
    const asked = 'authorization,client-request-id,consistencylevel,if-match,prefer,retry-attempt,sdkversion';
    const { status, headers } = await graph.ask(undefined, '/v1.0/me', {
      method: 'OPTIONS',
      headers: {
        origin: 'https://app.example',
        'access-control-request-method': 'GET',
        'access-control-request-headers': asked,
      },
    });
    expect(status).toBe(200);
    expect(headers['access-control-allow-headers']).toBe(asked);
  });

  it('to what the sandbox does not know is 501 with the request line, printed too', async () => {
    const warn = jest.spyOn(console, 'warn').mockImplementation(() => undefined);
    for (const path of ['/v1.0/me/onenote/notebooks', '/beta/me', '/v1.0/nothing?x=1']) {
      const { status, body } = await graph.ask(ann, path);
      expect([status, body.error.message]).toEqual([501, `The sandbox does not know this call: GET ${path}`]);
      expect(warn).toHaveBeenLastCalledWith(`Not supported by the sandbox: GET ${path}`);
    }
    warn.mockRestore();
  });
});

describe('a body', () => {
  const code = async (body: string, contentType: string | undefined) => {
    const { status, body: answer } = await post(
      '/v1.0/me/events',
      body,
      contentType === undefined ? {} : { headers: { 'content-type': contentType } },
    );
    return `${status} ${answer.error.code}`;
  };

  it('that is no JSON, of no type, or too long is refused', async () => {
    expect(await code('{"subject":', 'application/json')).toBe('400 BadRequest');
    expect(await code('{}', undefined)).toBe('400 BadRequest');
    expect(await code('{"a":"\u00ff"}', 'application/json; charset=utf-8')).toBe('400 RequestBodyRead');
    expect(await code(`{"subject":"${'x'.repeat(4 * 1024 * 1024)}"}`, 'application/json')).toBe(
      '413 RequestEntityTooLarge',
    );
    expect(await code('{"__proto__":{"subject":"x"}}', 'application/json')).toBe('400 RequestBodyRead');
    expect(await code('[[[[[[[[1]]]]]]]]', 'application/json')).toBe('400 RequestBodyRead');
    expect(await code('null', 'application/json')).toBe('400 RequestBodyRead');
    expect(await code('subject=x', 'application/x-www-form-urlencoded')).toBe('415 UnsupportedMediaType');
    expect(await code('', 'application/json')).toBe('400 UnableToDeserializePostBody');
  });

  it('may not be reached by paths that climb, or are wrongly encoded', async () => {
    for (const path of [
      '/v1.0/me/drive/root:/a/%2e%2e/b',
      '/v1.0/me/drive/root:/a%2f..%2fb',
      '/v1.0/me/drive/root:/%E0%A4%A',
    ]) {
      const { status } = await graph.ask(ann, path);
      expect([path, status]).toEqual([path, 400]);
    }
    expect((await graph.ask(ann, '/v1.0/me/events?$filter=%E0%A4%A')).status).toBe(400);
    expect((await graph.ask(ann, '/v1.0/me/events?$top=1&$top=2')).status).toBe(400);
  });
});

describe('$batch', () => {
  const batch = async (requests: unknown) => (await post('/v1.0/$batch', { requests })).body;
  const json = { 'Content-Type': 'application/json' };

  it('answers each request by itself', async () => {
    const { responses } = await batch([
      { id: '1', method: 'GET', url: '/me?$select=displayName' },
      { id: '2', method: 'POST', url: 'me/events', headers: json, body: newEvent('Batched') },
      { id: '3', method: 'GET', url: '/me/events/nonsense' },
      { id: '4', method: 'GET', url: "/users('nobody')" },
    ]);
    const byId = Object.fromEntries(responses.map((response: { id: string }) => [response.id, response]));
    expect(byId['1']).toMatchObject({ status: 200, body: { displayName: 'Ann Test' } });
    expect(byId['2']).toMatchObject({ status: 201, body: { subject: 'Batched' } });
    expect(byId['3']).toMatchObject({ status: 400, body: { error: { code: 'ErrorInvalidIdMalformed' } } });
    expect(byId['4'].status).toBe(404);
  });

  it('waits for dependencies, and fails with them', async () => {
    const { responses } = await batch([
      { id: 'c', method: 'GET', url: '/me', dependsOn: ['b'] },
      { id: 'b', method: 'GET', url: '/me/events/nonsense', dependsOn: ['a'] },
      { id: 'a', method: 'GET', url: '/me' },
    ]);
    expect(responses.map(({ id, status }: { id: string; status: number }) => [id, status])).toEqual([
      ['a', 200],
      ['b', 400],
      ['c', 424],
    ]);
  });

  it('refuses what Graph refuses', async () => {
    const get = (id: string, more: object = {}) => ({ id, method: 'GET', url: '/me', ...more });
    const cases: readonly unknown[] = [
      Array.from({ length: 21 }, (_, index) => get(String(index))),
      [],
      'x',
      [get('1'), get('1')],
      [get('a'), get('A')],
      [get('1', { dependsOn: ['2'] })],
      [get('1', { dependsOn: ['2'] }), get('2', { dependsOn: ['1'] })],
      [get('1', { url: 'https://graph.microsoft.com/v1.0/me' })],
      [get('1', { url: '/$batch', method: 'POST' })],
      [{ id: '1', method: 'POST', url: '/me/events', body: newEvent('x') }],
      [{ method: 'GET', url: '/me' }],
      [null],
    ];
    for (const requests of cases) expect((await batch(requests)).error).toMatchObject({ code: 'BadRequest' });
  });

  it('carries bytes as base64 and reads them so', async () => {
    const content = Buffer.from('notes').toString('base64');
    const { responses } = await batch([
      {
        id: '1',
        method: 'PUT',
        url: '/me/drive/root:/batched.txt:/content',
        headers: { 'Content-Type': 'text/plain' },
        body: content,
      },
    ]);
    expect(responses[0]).toMatchObject({ status: 201, body: { size: 5 } });
  });
});

describe('limits', () => {
  let limited: RunningGraph;
  beforeEach(async () => {
    limited = await startGraph([ann, ben], { limits: { ...documentedLimits, outlookRequests: 30 } });
  });
  afterEach(() => limited.stop());
  const me = (path = '/v1.0/me/calendar', person = ann) => limited.ask(person, path);

  it('let four requests to a mailbox in at a time', async () => {
    limited.faults.replace([{ path: '/me/calendar', delay: 150 }]);
    const answers = await Promise.all(Array.from({ length: 6 }, () => me()));
    const statuses = answers.map(({ status }) => status).toSorted((a, b) => a - b);
    expect(statuses).toEqual([200, 200, 200, 200, 429, 429]);
    const refused = answers.filter(({ status }) => status === 429);
    // Which of the two comes second, and so too early, is not said.
    expect(refused.map(({ body }) => body.error.message)).toContain(
      'Application is over its MailboxConcurrency limit.',
    );
    for (const { body, headers } of refused)
      expect([body.error.code, Number(headers['retry-after']) > 0]).toEqual(['ApplicationThrottled', true]);
  });

  it('refuse again who comes back too early, and let in who waits', async () => {
    limited.faults.replace([{ path: '/me/calendar', delay: 150, count: 4 }]);
    const answers = await Promise.all(Array.from({ length: 5 }, () => me()));
    expect(answers.some(({ status }) => status === 429)).toBe(true);
    expect((await me()).status).toBe(429);
    expect((await limited.ask(ben, '/v1.0/me/calendar')).status).toBe(200);
    limited.clock.moveTo(limited.clock.now() + 1000);
    expect((await me()).status).toBe(429);
    limited.clock.moveTo(limited.clock.now() + 2100);
    expect((await me()).status).toBe(200);
  });

  it('run a batch’s Outlook requests four at a time', async () => {
    limited.faults.replace([{ path: '/v1.0/me/calendar', delay: 40 }]);
    const requests = Array.from({ length: 8 }, (_, index) => ({
      id: String(index),
      method: 'GET',
      url: '/me/calendar',
    }));
    const began = performance.now();
    const { body } = await limited.ask(ann, '/v1.0/$batch', { method: 'POST', body: { requests } });
    expect(body.responses.map(({ status }: { status: number }) => status)).toEqual(
      Array.from({ length: 8 }, () => 200),
    );
    expect(performance.now() - began).toBeGreaterThan(78);
  });

  it('are forgotten on a reset', async () => {
    for (let index = 0; index < 31; index += 1) await me();
    expect((await me()).status).toBe(429);
    await limited.ask(undefined, '/sandbox/reset', { method: 'POST' });
    expect((await me()).status).toBe(200);
  });

  it('count requests over ten minutes', async () => {
    for (let index = 0; index < 30; index += 1) expect((await me()).status).toBe(200);
    expect((await me()).status).toBe(429);
    expect((await limited.ask(ann, '/v1.0/me')).status).toBe(200);
    limited.clock.moveTo(limited.clock.now() + 600_001);
    expect((await me()).status).toBe(200);
  });
});

describe('faults', () => {
  it('answer with a status, so often and for whom they are meant', async () => {
    graph.faults.replace([
      { method: 'GET', path: '/me/events', status: 503, retryAfter: 7, count: 2, person: 'ann' },
    ]);
    const first = await graph.ask(ann, '/v1.0/me/events');
    expect([first.status, first.headers['retry-after'], first.body.error.code]).toEqual([
      503,
      '7',
      'serviceNotAvailable',
    ]);
    expect((await graph.ask(ben, '/v1.0/me/events')).status).toBe(200);
    expect((await graph.ask(ann, '/v1.0/me/calendar')).status).toBe(200);
    expect((await graph.ask(ann, '/v1.0/me/events')).status).toBe(503);
    expect((await graph.ask(ann, '/v1.0/me/events')).status).toBe(200);
  });

  it('cut the connection before acting, or after', async () => {
    graph.faults.replace([
      { method: 'POST', path: '*/me/events', cut: 'before', count: 1 },
      { method: 'POST', path: '*/me/events', cut: 'after', count: 1 },
    ]);
    await expect(post('/v1.0/me/events', newEvent('Cut before'))).rejects.toThrow('socket hang up');
    await expect(post('/v1.0/me/events', newEvent('Cut after'))).rejects.toThrow('socket hang up');
    const { body } = await graph.ask(ann, "/v1.0/me/events?$filter=startswith(subject,'Cut')");
    expect(body.value.map(({ subject }: { subject: string }) => subject)).toEqual(['Cut after']);
  });

  it('meet requests inside a batch', async () => {
    graph.faults.replace([{ path: '/me/calendar', status: 429, retryAfter: 3, count: 1 }]);
    const { body } = await post('/v1.0/$batch', {
      requests: [
        { id: '1', method: 'GET', url: '/me/calendar' },
        { id: '2', method: 'GET', url: '/me' },
      ],
    });
    const inner = body.responses.find(({ id }: { id: string }) => id === '1');
    expect(inner).toMatchObject({ status: 429, headers: { 'Retry-After': '3' } });
  });

  it('and switches and clock are set from outside, wrong ones refused as a whole', async () => {
    const set = (path: string, body: unknown) =>
      graph.ask(undefined, `/sandbox/${path}`, { method: 'POST', body });
    expect((await set('faults', [{ path: '/me', status: 500 }])).body).toEqual([
      { path: '/me', status: 500 },
    ]);
    for (const wrong of [
      [{ status: 200 }],
      [{ path: '/x' }],
      [{ status: 500, cut: 'after' }],
      [{ colour: 1 }],
      [{ cut: 'sideways' }],
      ['x'],
    ])
      expect((await set('faults', wrong)).status).toBe(400);
    expect(graph.faults.list()).toHaveLength(1);
    await set('faults', []);
    expect((await set('switches', { safeLinks: 'on' })).body.safeLinks).toBe('on');
    expect((await set('switches', { safeLinks: 'off', nothing: 1 })).status).toBe(400);
    expect((await graph.ask(undefined, '/sandbox/switches')).body.safeLinks).toBe('on');
    expect((await set('clock', { now: '2027-06-01T12:00:00Z' })).body.now).toMatch(/^2027-06-01T12:00/);
    expect((await set('clock', { now: 'noon' })).status).toBe(400);
    const page = await graph.ask(undefined, '/sandbox/reset', {
      method: 'POST',
      headers: { origin: 'https://evil.example' },
    });
    expect(page.status).toBe(403);
    expect((await graph.ask(undefined, '/sandbox/reset', { method: 'POST' })).status).toBe(204);
    expect((await graph.ask(undefined, '/sandbox/switches')).body.safeLinks).toBe('off');
    expect((await graph.ask(ann, '/v1.0/me/events')).body.value).toEqual([]);
    expect((await graph.ask(undefined, '/sandbox/nothing')).status).toBe(404);
  });
});

describe('traffic', () => {
  it('is a line for each request, and one more for each inside a batch', async () => {
    await graph.ask(undefined, '/sandbox/traffic', { method: 'DELETE' });
    await post('/v1.0/$batch', {
      requests: [
        { id: '1', method: 'GET', url: '/me' },
        {
          id: '2',
          method: 'POST',
          url: '/me/events',
          headers: { 'Content-Type': 'application/json' },
          body: newEvent('Traced'),
        },
      ],
    });
    await graph.ask(ann, '/v1.0/me/events/nonsense', { scopes: ['Calendars.Read'] });
    const { text } = await graph.ask(undefined, '/sandbox/traffic');
    const lines = text
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(lines.map(({ method, path, status }) => `${method} ${path} ${status}`)).toEqual([
      'GET /v1.0/me 200',
      'POST /v1.0/me/events 201',
      'POST /v1.0/$batch 200',
      'GET /v1.0/me/events/nonsense 400',
    ]);
    expect(lines[1]).toMatchObject({
      requestBody: { subject: 'Traced' },
      responseBody: { subject: 'Traced' },
    });
    expect(lines[3].scopes).toEqual(['Calendars.Read']);
  });
});
