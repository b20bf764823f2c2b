import { readDialogMessage, stateOf } from './dialogMessages.ts';

/** What the window that a host opened for signing in works with; `window` and its like, so that it can be tested. */
export interface SignInWindow {
  readonly location: Pick<Location, 'href' | 'hash' | 'origin' | 'pathname'>;
  readonly go: (url: string) => void;
  /** Takes the answer out of the address bar and the history. */
  readonly cleanAddress: () => void;
  readonly store: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;
  /** The window that opened this one: the host. */
  readonly opener: FrameTree | null;
  readonly listen: (listener: (event: MessageEvent<unknown>) => void) => () => void;
  readonly wait: (milliseconds: number) => Promise<void>;
}

/** As much of a window of another origin as one may see: its frames, and how to send to them. */
export interface FrameTree {
  readonly length: number;
  readonly [index: number]: FrameTree;
  postMessage(message: unknown, targetOrigin: string): void;
}

export interface SignInWindowSettings {
  readonly clientId: string;
  readonly authority: string;
}

/**
 * What the window is to do: it went on to the sign-in service, it brings an answer back (a fragment, to be handed to the frame through the
 * host), or it is not ours to act upon and says so.
 */
export type SignInWindowOutcome =
  | { readonly kind: 'gone-on' }
  | { readonly kind: 'answer'; readonly fragment: string }
  | {
      readonly kind: 'refused';
      readonly why: 'no-request' | 'foreign-request' | 'nobody-asked' | 'foreign-answer';
    };

const stateKey = 'mentor-meetings/sign-in-state';
const vouchMilliseconds = 5000;
const mostFrames = 200;

/** One visit to the window: on its way out, or on its way back. */
export async function runSignInWindow(
  page: SignInWindow,
  settings: SignInWindowSettings,
): Promise<SignInWindowOutcome> {
  const fragment = page.location.hash.replace(/^#/, '');
  const parameters = new URLSearchParams(fragment);
  if (parameters.has('code') || parameters.has('error')) {
    page.cleanAddress();
    const expected = page.store.getItem(stateKey);
    page.store.removeItem(stateKey);
    // An answer to a question this window never asked may be somebody else's sign-in.
    return expected !== null && stateOf(parameters) === expected
      ? { kind: 'answer', fragment }
      : { kind: 'refused', why: 'foreign-answer' };
  }
  const asked = parameters.get('authorize');
  if (asked === null) return { kind: 'refused', why: 'no-request' };
  page.cleanAddress();
  const ownPage = `${page.location.origin}${page.location.pathname}`;
  const request = checkRequest(asked, ownPage, settings);
  if (request === undefined) return { kind: 'refused', why: 'foreign-request' };
  if (!(await isVouchedFor(page, request.state))) return { kind: 'refused', why: 'nobody-asked' };
  page.store.setItem(stateKey, request.state);
  page.go(request.url);
  return { kind: 'gone-on' };
}

/** A request to our own sign-in service, for our own app, that comes back here and whose code is bound to a verifier. */
function checkRequest(
  text: string,
  ownPage: string,
  { clientId, authority }: SignInWindowSettings,
): { readonly url: string; readonly state: string } | undefined {
  if (!URL.canParse(text)) return undefined;
  const url = new URL(text);
  const { searchParams } = url;
  const state = stateOf(searchParams);
  const isOurs =
    url.protocol === 'https:' &&
    url.origin === new URL(authority).origin &&
    url.username === '' &&
    searchParams.get('client_id') === clientId &&
    searchParams.get('redirect_uri') === ownPage &&
    searchParams.get('response_type') === 'code' &&
    searchParams.get('code_challenge_method') === 'S256';
  return isOurs && state !== undefined ? { url: url.href, state } : undefined;
}

/** Asks all frames of the host; only those of our own origin hear it, and only the one that made the request says yes. */
async function isVouchedFor(page: SignInWindow, state: string): Promise<boolean> {
  const { opener } = page;
  if (opener === null) return false;
  const { origin } = page.location;
  const stops: (() => void)[] = [];
  const vouched = new Promise<boolean>((resolve) => {
    const stop = page.listen((event) => {
      const message = readDialogMessage(event, origin);
      if (message?.kind === 'mentor-meetings/it-is' && message.state === state) resolve(true);
    });
    stops.push(stop);
  });
  try {
    for (const frame of framesOf(opener))
      frame.postMessage({ kind: 'mentor-meetings/is-this-yours', state }, origin);
    return await Promise.race([vouched, page.wait(vouchMilliseconds).then(() => false)]);
  } finally {
    for (const stop of stops) stop();
  }
}

/** A window and all frames in it, breadth first. */
function framesOf(top: FrameTree): readonly FrameTree[] {
  const found = [top];
  for (let at = 0; at < found.length && found.length < mostFrames; at += 1) {
    const frame = found[at];
    for (let index = 0; index < (frame?.length ?? 0) && found.length < mostFrames; index += 1) {
      const inner = frame?.[index];
      if (inner !== undefined) found.push(inner);
    }
  }
  return found;
}
