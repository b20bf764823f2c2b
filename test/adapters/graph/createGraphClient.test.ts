import type { GraphRequest } from '#adapters/graph/graphRequest.ts';
import { ServiceFailure } from '#ports/failure.ts';
import { createFakeClock } from '../support/fakeClock.ts';
import { answerBatch, createTestClient, itemsOf, noSignal } from '../support/fakeGraph.ts';

const read: GraphRequest = {
  method: 'GET',
  path: '/me?$select=id',
  scopes: ['User.Read'],
  workload: 'directory',
  repeatable: true,
};
const write: GraphRequest = {
  ...read,
  method: 'POST',
  path: '/me/events',
  body: { a: 1 },
  repeatable: false,
};

describe('a call to Graph', () => {
  it('goes to Graph with the token, as the library sends it', async () => {
    const { client, seen } = createTestClient(() => ({ status: 200, body: { id: 'x' } }));
    const answer = await client.send(read, noSignal);
    expect(answer).toMatchObject({ status: 200, body: { id: 'x' } });
    expect(seen[0]?.url).toBe('https://graph.example/v1.0/me?$select=id');
    expect(seen[0]?.headers.get('Authorization')).toBe('Bearer token-1');
    expect(seen[0]?.headers.get('SdkVersion')).toMatch(/^graph-js\/3/);
    expect(seen[0]?.headers.get('Retry-Attempt')).toBeNull();
  });

  it('gives back an answer of any status', async () => {
    const { client } = createTestClient(() => ({
      status: 404,
      body: { error: { code: 'ErrorItemNotFound' } },
    }));
    expect((await client.send(read, noSignal)).status).toBe(404);
  });

  it('takes a body that is no JSON for none', async () => {
    const { client } = createTestClient(() => ({ status: 502, body: '<html>Bad gateway</html>' }));
    expect(await client.send(read, noSignal)).toMatchObject({ status: 502, body: undefined });
  });

  it('waits as told and comes back, and tells who listens', async () => {
    const { client, seen, clock } = createTestClient((_, count) =>
      count === 1 ? { status: 429, headers: { 'Retry-After': '12' } } : { status: 200, body: {} },
    );
    const told: (number | undefined)[] = [];
    client.onWait((until) => told.push(until));
    const began = clock.now();
    await client.send(read, noSignal);
    expect(seen).toHaveLength(2);
    expect(clock.waits).toEqual([12_125]);
    expect(told).toEqual([began + 12_125, undefined]);
  });

  it('reads Retry-After as a date too', async () => {
    const { client, clock } = createTestClient((_, count) =>
      count === 1
        ? { status: 503, headers: { 'Retry-After': 'Mon, 23 Nov 2026 10:00:05 GMT' } }
        : { status: 200, body: {} },
    );
    await client.send(read, noSignal);
    expect(clock.waits).toEqual([5125]);
  });

  it('keeps others of the same workload away while it has to wait', async () => {
    const { client, seen, clock } = createTestClient((_, count) =>
      count === 1 ? { status: 429, headers: { 'Retry-After': '9' } } : { status: 200, body: {} },
    );
    const first = client.send(read, noSignal);
    await new Promise((resolve) => {
      setTimeout(resolve, 0);
    });
    const began = clock.now();
    const second = client.send({ ...read, path: '/users' }, noSignal);
    await Promise.all([first, second]);
    expect(seen.map(({ url }) => new URL(url).pathname)).toEqual(['/v1.0/me', '/v1.0/me', '/v1.0/users']);
    expect(clock.now()).toBeGreaterThanOrEqual(began);
  });

  it('comes back after a cut connection when that is harmless', async () => {
    const { client, seen } = createTestClient((_, count) => (count < 3 ? 'cut' : { status: 200, body: {} }));
    await client.send({ ...write, repeatable: true }, noSignal);
    expect(seen).toHaveLength(3);
  });

  it('does not repeat a write that may have been carried out', async () => {
    const { client, seen } = createTestClient(() => 'cut');
    const failure = await client.send(write, noSignal).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(ServiceFailure);
    expect(failure).toMatchObject({ code: 'offline', mayHaveActed: true });
    expect(seen).toHaveLength(1);
  });

  it('tells a reader at once that there is no network', async () => {
    const { client, seen } = createTestClient(() => 'cut', { isOnline: false });
    await expect(client.send(read, noSignal)).rejects.toMatchObject({ code: 'offline', mayHaveActed: false });
    expect(seen).toHaveLength(1);
  });

  it('does not wait for ever for an answer', async () => {
    const clock = createFakeClock(undefined, { runOut: true });
    const { client, seen } = createTestClient(() => 'silent', { clock });
    await expect(client.send(read, noSignal)).rejects.toMatchObject({ code: 'unavailable' });
    expect(seen).toHaveLength(3);
  });

  it('stops at once while it waits', async () => {
    const stop = new AbortController();
    const { client, seen } = createTestClient(() => {
      setTimeout(() => stop.abort(new Error('enough')), 0);
      return 'silent';
    });
    await expect(client.send(read, stop.signal)).rejects.toThrow('enough');
    expect(seen).toHaveLength(1);
  });

  it('stops at once while it backs off', async () => {
    const stop = new AbortController();
    const clock = createFakeClock();
    const { client } = createTestClient(() => ({ status: 503 }), {
      clock: {
        ...clock,
        wait: (milliseconds, signal) => {
          if (milliseconds < 15_000) stop.abort(new Error('enough'));
          return clock.wait(milliseconds, signal);
        },
      },
    });
    await expect(client.send(read, stop.signal)).rejects.toThrow('enough');
  });

  it('has at most four requests under way', async () => {
    const waiting: (() => void)[] = [];
    let most = 0;
    let running = 0;
    const { client } = createTestClient(() => ({ status: 200, body: {} }), {
      token: async () => {
        running += 1;
        most = Math.max(most, running);
        await new Promise<void>((resolve) => waiting.push(resolve));
        running -= 1;
        return 'token';
      },
    });
    const all = Promise.all(Array.from({ length: 10 }, () => client.send(read, noSignal)));
    const timer = setInterval(() => waiting.shift()?.(), 0);
    await all;
    clearInterval(timer);
    expect(most).toBe(4);
  });
});

describe('a token that is refused', () => {
  it('is made anew, with the claims that are asked for', async () => {
    const claims = '{"access_token":{"nbf":{"essential":true,"value":"1764000000"}}}';
    const asked: unknown[] = [];
    const { client, seen } = createTestClient(
      (_, count) =>
        count === 1
          ? {
              status: 401,
              headers: {
                'WWW-Authenticate': `Bearer realm="", authorization_uri="https://login/a,b", error="insufficient_claims", claims="${btoa(claims)}"`,
              },
            }
          : { status: 200, body: {} },
      {
        token: (count, given, isFresh) => {
          asked.push([given, isFresh]);
          return Promise.resolve(`token-${count}`);
        },
      },
    );
    await client.send(write, noSignal);
    expect(asked).toEqual([
      [undefined, false],
      [claims, true],
    ]);
    expect(seen[1]?.headers.get('Authorization')).toBe('Bearer token-2');
  });

  it('is not asked for again and again', async () => {
    const { client, seen } = createTestClient(() => ({ status: 401 }));
    expect((await client.send(read, noSignal)).status).toBe(401);
    expect(seen).toHaveLength(2);
  });
});

describe('the rest of a list', () => {
  it('is fetched from Graph', async () => {
    const { client, seen } = createTestClient(() => ({ status: 200, body: { value: [] } }));
    await client.nextPage('https://graph.example/v1.0/me/events?$skip=10', read, noSignal);
    expect(seen[0]?.url).toBe('https://graph.example/v1.0/me/events?$skip=10');
  });

  it.each([
    'https://graph.example.evil.example/v1.0/me/events?$skip=10',
    'https://evil.example/v1.0/me/events',
    'http://graph.example/v1.0/me/events',
    'https://graph.example:444/v1.0/me/events',
    'https://graph.example/other/me/events',
    'https://user:secret@graph.example/v1.0/me/events',
    '//evil.example/v1.0/',
    'javascript:alert(1)',
    '/v1.0/me/events',
  ])('is not fetched from %s', async (link) => {
    const { client, seen } = createTestClient(() => ({ status: 200, body: {} }));
    await expect(client.nextPage(link, read, noSignal)).rejects.toMatchObject({ code: 'unexpected' });
    expect(seen).toHaveLength(0);
  });
});

describe('a batch', () => {
  it('answers in the order of its items', async () => {
    const { client, seen } = createTestClient((request) =>
      answerBatch(request, (item) => ({ status: 200, body: { url: item.url } })),
    );
    const answers = await client.batch([read, { ...read, path: '/users' }], noSignal);
    expect(answers.map(({ body }) => body)).toEqual([{ url: '/me?$select=id' }, { url: '/users' }]);
    expect(seen).toHaveLength(1);
  });

  it('takes up again the items that were throttled, and only those', async () => {
    let refusals = 0;
    const { client, seen, clock } = createTestClient((request) =>
      answerBatch(request, (item) => {
        if (item.url === '/users' && refusals < 2) {
          refusals += 1;
          return { status: 429, headers: { 'Retry-After': '3' } };
        }
        return { status: 200, body: { url: item.url } };
      }),
    );
    const answers = await client.batch([read, { ...read, path: '/users' }], noSignal);
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    expect(seen.map((request) => itemsOf(request).length)).toEqual([2, 1, 1]);
    expect(clock.waits).toEqual([3125, 3125]);
  });

  it('asks once for a new token when an item refuses the one at hand, and sends that item and what waits for it', async () => {
    const asked: boolean[] = [];
    const { client, seen } = createTestClient(
      (request) =>
        answerBatch(request, (item) =>
          item.method === 'PATCH' && request.headers.get('Authorization') === 'Bearer old'
            ? { status: 401 }
            : { status: 200 },
        ),
      {
        token: (_count, _claims, isFresh) => {
          asked.push(isFresh);
          return Promise.resolve(isFresh ? 'new' : 'old');
        },
      },
    );
    const change = { ...write, method: 'PATCH', path: '/me/events/1' } as const;
    const answers = await client.batch([read, change, { ...write, after: 1 }], noSignal);
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(asked).toEqual([false, true]);
    expect(seen.map((request) => itemsOf(request).length)).toEqual([3, 2]);
  });

  it('gives the refusal back when the new token is refused too', async () => {
    const { client, seen } = createTestClient((request) => answerBatch(request, () => ({ status: 401 })));
    const answers = await client.batch([read, write], noSignal);
    expect(answers.map(({ status }) => status)).toEqual([401, 401]);
    expect(seen).toHaveLength(2);
  });

  it('counts an item without an answer as one whose answer was lost', async () => {
    const { client } = createTestClient(() => ({ status: 200, body: { responses: [] } }));
    const answers = await client.batch([{ ...write }], noSignal);
    expect(answers.map(({ status }) => status)).toEqual([504]);
  });

  it('fails as a whole when it is refused as a whole', async () => {
    const { client } = createTestClient(() => ({
      status: 403,
      body: { error: { code: 'Forbidden', message: 'no' } },
    }));
    await expect(client.batch([read], noSignal)).rejects.toMatchObject({
      code: 'refused',
      detail: '403 Forbidden no',
    });
  });

  it('says so when the answer has no documented shape', async () => {
    const { client } = createTestClient(() => ({ status: 200, body: { responses: [{ id: 1 }] } }));
    await expect(client.batch([read], noSignal)).rejects.toMatchObject({ code: 'unexpected' });
  });
});

describe('a read that goes along', () => {
  it('is part of the batch that is sent at the same moment', async () => {
    const { client, seen } = createTestClient((request) =>
      answerBatch(request, (item) => ({ status: 200, body: { url: item.url } })),
    );
    const along = client.sendAlong(read, noSignal);
    const answers = await client.batch([{ ...read, path: '/users' }], noSignal);
    expect(answers.map(({ body }) => body)).toEqual([{ url: '/users' }]);
    expect((await along).body).toEqual({ url: '/me?$select=id' });
    expect(seen).toHaveLength(1);
  });

  it('goes alone when there is no batch', async () => {
    const { client, seen } = createTestClient(() => ({ status: 200, body: { id: 'x' } }));
    expect((await client.sendAlong(read, noSignal)).body).toEqual({ id: 'x' });
    expect(seen.map(({ method }) => method)).toEqual(['GET']);
    await client.sendAlong(read, noSignal);
    expect(seen).toHaveLength(2);
  });

  it('goes on alone when the batch lacks a permission', async () => {
    const { client } = createTestClient(() => ({ status: 200, body: { id: 'x' } }), {
      token: (count) =>
        count === 1
          ? Promise.reject(new ServiceFailure('needs-consent', 'Calendars.ReadWrite'))
          : Promise.resolve('token'),
    });
    const along = client.sendAlong(read, noSignal);
    const batch = client.batch([{ ...read, scopes: ['Calendars.ReadWrite'] }], noSignal);
    await expect(batch).rejects.toMatchObject({ code: 'needs-consent' });
    expect((await along).body).toEqual({ id: 'x' });
  });
});
