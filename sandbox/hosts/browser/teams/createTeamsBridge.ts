import { listIn, membersOf, textIn } from '../members.ts';

/** A call of an app's teams-js, as it comes over `postMessage`. */
export interface AppMessage {
  readonly id: number;
  readonly uuidAsString: string | undefined;
  readonly func: string;
  readonly args: readonly unknown[];
  /** Only nested app authentication uses it: JSON. */
  readonly data: string | undefined;
}

/** Arguments of the answer, or undefined where teams-js expects none. */
export type Reply = readonly unknown[] | undefined;
export type MessageHandlers = Readonly<
  Record<string, (message: AppMessage, from: AppWindow) => Promise<Reply> | Reply>
>;

/** A window that speaks teams-js to the page: the tab, or a window that the page opened for it. */
export interface AppWindow {
  readonly kind: 'tab' | 'dialog';
  readonly window: Window;
}

/** The page's end of the teams-js protocol. */
export interface TeamsBridge {
  /** Sends an event that the app may have registered for. */
  notify(func: string, args: readonly unknown[]): void;
  /** Calls that no handler knows, in the order they came. */
  readonly unhandled: readonly string[];
  close(): void;
}

interface BridgeOptions {
  readonly appOrigin: string;
  /** Which of the page's windows a message comes from; undefined for a stranger. */
  readonly windowOf: (source: MessageEventSource | null) => AppWindow | undefined;
  readonly handlers: MessageHandlers;
  readonly onUnhandled: (func: string) => void;
}

/** Calls that teams-js makes without waiting for an answer. */
const silentCalls = new Set([
  'registerHandler',
  'appInitialization.appLoaded',
  'appInitialization.failure',
  'appInitialization.expectedFailure',
  'settings.setValidityState',
  'settings.save.success',
  'returnFocus',
  'log.request',
]);

/** Listens for messages of the app and answers them. Messages of other windows and other origins are not heard. */
export function createTeamsBridge(options: BridgeOptions): TeamsBridge {
  const { appOrigin, handlers } = options;
  const unhandled: string[] = [];
  let tab: Window | undefined;

  function onMessage(event: MessageEvent<unknown>): void {
    if (event.origin !== appOrigin) return;
    const from = options.windowOf(event.source);
    const message = readMessage(event.data);
    if (from === undefined || message === undefined) return;
    if (from.kind === 'tab') tab = from.window;
    answer(message, from).catch((error: unknown) => {
      console.error(message.func, error);
    });
  }

  async function answer(message: AppMessage, from: AppWindow): Promise<void> {
    const handler = handlers[message.func];
    if (handler === undefined) {
      if (silentCalls.has(message.func)) return;
      unhandled.push(message.func);
      options.onUnhandled(message.func);
      return;
    }
    const args = await handler(message, from);
    if (args === undefined) return;
    from.window.postMessage(
      { id: message.id, uuidAsString: message.uuidAsString, args, monotonicTimestamp: performance.now() },
      appOrigin,
    );
  }

  window.addEventListener('message', onMessage);
  return {
    notify: (func, args) => tab?.postMessage({ func, args }, appOrigin),
    unhandled,
    close: () => window.removeEventListener('message', onMessage),
  };
}

function readMessage(data: unknown): AppMessage | undefined {
  const members = membersOf(data);
  const id = members.get('id');
  const func = textIn(members, 'func');
  if (func === '' || typeof id !== 'number') return undefined;
  const [uuid, payload] = [textIn(members, 'uuidAsString'), members.get('data')];
  return {
    id,
    func,
    uuidAsString: uuid === '' ? undefined : uuid,
    args: listIn(members, 'args'),
    data: typeof payload === 'string' ? payload : undefined,
  };
}
