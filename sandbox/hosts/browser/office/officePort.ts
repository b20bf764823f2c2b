import { membersOf, textIn } from '../members.ts';

/** What an add-in's Office.js asks of the page around it. */
export interface OfficeRequest {
  /** `ExecuteMethod`, `ContextActivationManager_getAppContextAsync`, the name of an event … */
  readonly action: string;
  readonly kind: 'invoke' | 'register' | 'unregister';
  readonly data: unknown;
}

/** The page's end of Office.js' own protocol, for one frame. */
export interface OfficePort {
  /** Tells the frame of an event that it may have registered for. */
  push(event: string, data: unknown): void;
  close(): void;
}

interface PortOptions {
  readonly conversationId: string;
  readonly appOrigin: string;
  readonly windowOf: () => Window | null;
  /** Undefined where Office.js waits for nothing. It never rejects: Office.js drops the callback of a call that is not answered with an object. */
  readonly answer: (request: OfficeRequest) => Promise<unknown>;
  /** Messages that are not Office.js' own, as text. */
  readonly onOther: (text: string) => void;
}

const kinds = ['invoke', 'register', 'unregister'] as const;

/** Listens for one frame's Office.js: JSON texts over `postMessage`, told apart by conversation. Other windows and origins are not heard. */
export function openOfficePort(options: PortOptions): OfficePort {
  const { conversationId, appOrigin, windowOf } = options;
  const registrations = new Map<string, unknown>();

  function send(action: string, correlation: unknown, isEvent: boolean, data: unknown): void {
    windowOf()?.postMessage(
      JSON.stringify({
        _messageType: 1,
        _actionName: action,
        _conversationId: conversationId,
        _correlationId: correlation,
        _origin: location.origin,
        _errorCode: 0,
        _responseType: isEvent ? 1 : 0,
        _serializerVersion: 1,
        _data: data,
      }),
      appOrigin,
    );
  }

  async function receive(text: string): Promise<void> {
    const message = readMessage(text);
    if (message?.get('_conversationId') !== conversationId) {
      options.onOther(text);
      return;
    }
    if (message.get('_messageType') !== 0) return;
    const action = textIn(message, '_actionName');
    const kind = kinds[Number(message.get('_actionType'))] ?? 'invoke';
    const correlation = message.get('_correlationId');
    if (kind === 'register') registrations.set(action, correlation);
    if (kind === 'unregister') registrations.delete(action);
    const data = await options.answer({ action, kind, data: message.get('_data') });
    if (data !== undefined) send(action, correlation, false, data);
  }

  function onMessage(event: MessageEvent<unknown>): void {
    if (event.origin !== appOrigin || event.source !== windowOf() || typeof event.data !== 'string') return;
    receive(event.data).catch((error: unknown) => console.error(error));
  }

  window.addEventListener('message', onMessage);
  return {
    push: (event, data) => {
      if (registrations.has(event)) send(event, registrations.get(event), true, data);
    },
    close: () => window.removeEventListener('message', onMessage),
  };
}

function readMessage(text: string): ReadonlyMap<string, unknown> | undefined {
  try {
    return membersOf(JSON.parse(text));
  } catch {
    return undefined;
  }
}
