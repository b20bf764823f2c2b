import { dialogAddress } from '#adapters/identity/dialogMessages.ts';
import { runSignInWindow, type FrameTree, type SignInWindow } from '#adapters/identity/runSignInWindow.ts';

const origin = 'https://mentor.example.org';
const page = `${origin}/dialog.html`;
const settings = { clientId: 'client-1', authority: 'https://login.example/organizations' };
const state = 'eyJpZCI6IjAxOTNhYmNkZWYifQ==';

function authorizeUrl(
  change: Record<string, string> = {},
  base = 'https://login.example/organizations/oauth2/v2.0/authorize',
): string {
  const query = {
    client_id: 'client-1',
    redirect_uri: page,
    response_type: 'code',
    code_challenge: 'x',
    code_challenge_method: 'S256',
    state,
    ...change,
  };
  return `${base}?${new URLSearchParams(query).toString()}`;
}

type Listener = (event: MessageEvent<unknown>) => void;

/** A host with one frame that answers as told; messages reach it only when they are for its origin. */
function windowIn(
  hash: string,
  frame: { readonly origin: string; readonly says: unknown } = {
    origin,
    says: { kind: 'mentor-meetings/it-is', state },
  },
) {
  const listeners = new Set<Listener>();
  const went: string[] = [];
  const heard: unknown[] = [];
  const inner: FrameTree = {
    length: 0,
    postMessage(message, target) {
      if (target !== frame.origin) return;
      heard.push(message);
      // oxlint-disable-next-line unicorn/prefer-add-event-listener
      for (const listener of listeners)
        listener(new MessageEvent('message', { data: frame.says, origin: frame.origin }));
    },
  };
  const host: FrameTree = { length: 1, 0: inner, postMessage: () => {} };
  const values = new Map<string, string>();
  let cleaned = 0;
  const signInWindow: SignInWindow = {
    location: { href: `${page}${hash}`, hash, origin, pathname: '/dialog.html' },
    go: (url) => went.push(url),
    cleanAddress: () => {
      cleaned += 1;
    },
    store: {
      getItem: (key) => values.get(key) ?? null,
      setItem: (key, value) => void values.set(key, value),
      removeItem: (key) => void values.delete(key),
    },
    opener: host,
    listen(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    wait: () => new Promise((resolve) => void setTimeout(resolve, 1)),
  };
  return { signInWindow, went, heard, values, listeners, cleanedTimes: () => cleaned };
}

const outwards = (url: string): string => new URL(dialogAddress(page, url)).hash;

describe('the window for signing in, on its way out', () => {
  it('goes on when a frame of ours says that the request is its own', async () => {
    const test = windowIn(outwards(authorizeUrl()));
    expect(await runSignInWindow(test.signInWindow, settings)).toEqual({ kind: 'gone-on' });
    expect(test.went).toEqual([authorizeUrl()]);
    expect(test.cleanedTimes()).toBe(1);
    expect(test.listeners.size).toBe(0);
  });

  it('stays when nobody of ours asked: another app in the host opened it', async () => {
    const foreign = windowIn(outwards(authorizeUrl()), {
      origin: 'https://evil.example',
      says: { kind: 'mentor-meetings/it-is', state },
    });
    expect(await runSignInWindow(foreign.signInWindow, settings)).toEqual({
      kind: 'refused',
      why: 'nobody-asked',
    });
    expect(foreign.heard).toEqual([]);
    expect(foreign.went).toEqual([]);
  });

  it('stays when the frame of ours asked for something else', async () => {
    const other = windowIn(outwards(authorizeUrl()), {
      origin,
      says: { kind: 'mentor-meetings/it-is', state: 'another-state-of-ours' },
    });
    expect(await runSignInWindow(other.signInWindow, settings)).toEqual({
      kind: 'refused',
      why: 'nobody-asked',
    });
  });

  it('stays when nothing opened it', async () => {
    const test = windowIn(outwards(authorizeUrl()));
    expect(await runSignInWindow({ ...test.signInWindow, opener: null }, settings)).toEqual({
      kind: 'refused',
      why: 'nobody-asked',
    });
  });

  it.each([
    [
      'another sign-in service',
      authorizeUrl({}, 'https://login.evil.example/organizations/oauth2/v2.0/authorize'),
    ],
    ['another app', authorizeUrl({ client_id: 'client-2' })],
    ['another way back', authorizeUrl({ redirect_uri: 'https://evil.example/' })],
    ['a token in the address', authorizeUrl({ response_type: 'token' })],
    ['a code that is bound to nothing', authorizeUrl({ code_challenge_method: 'plain' })],
    ['no state', authorizeUrl({ state: '' })],
    ['a script', 'javascript:alert(1)'],
    ['words', 'sign in'],
  ])('stays when it is to go with %s', async (_, url) => {
    const test = windowIn(outwards(url));
    expect(await runSignInWindow(test.signInWindow, settings)).toEqual({
      kind: 'refused',
      why: 'foreign-request',
    });
    expect(test.went).toEqual([]);
  });

  it('does nothing when it is opened by hand', async () => {
    expect(await runSignInWindow(windowIn('').signInWindow, settings)).toEqual({
      kind: 'refused',
      why: 'no-request',
    });
  });
});

describe('the window for signing in, on its way back', () => {
  it('hands back the answer to its own question, once', async () => {
    const test = windowIn(`#code=abc&state=${encodeURIComponent(state)}`);
    test.values.set('mentor-meetings/sign-in-state', state);
    expect(await runSignInWindow(test.signInWindow, settings)).toEqual({
      kind: 'answer',
      fragment: `code=abc&state=${encodeURIComponent(state)}`,
    });
    expect(test.cleanedTimes()).toBe(1);
    expect((await runSignInWindow(test.signInWindow, settings)).kind).toBe('refused');
  });

  it('hands back a refusal too', async () => {
    const test = windowIn(`#error=access_denied&state=${encodeURIComponent(state)}`);
    test.values.set('mentor-meetings/sign-in-state', state);
    expect((await runSignInWindow(test.signInWindow, settings)).kind).toBe('answer');
  });

  it('keeps an answer to somebody else’s question', async () => {
    const test = windowIn('#code=abc&state=a-state-that-nobody-here-made');
    test.values.set('mentor-meetings/sign-in-state', state);
    expect(await runSignInWindow(test.signInWindow, settings)).toEqual({
      kind: 'refused',
      why: 'foreign-answer',
    });
    const fresh = windowIn(`#code=abc&state=${encodeURIComponent(state)}`);
    expect(await runSignInWindow(fresh.signInWindow, settings)).toEqual({
      kind: 'refused',
      why: 'foreign-answer',
    });
  });
});
