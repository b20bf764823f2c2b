import { membersIn, membersOf, textIn, type Members } from '../members.ts';
import { refused, hostErrors, type HostCalls } from './hostAnswer.ts';
import type { InitialData } from './initialData.ts';
import { openOfficePort, type OfficeRequest } from './officePort.ts';

/** Event of Office.js: another item was chosen, or none; the payload is its initial data, or null. */
const itemChangedEvent = 'olkItemSelectedChanged';
const appCommandEvent = 'appCommandInvoked';

/** One frame of an add-in and what the page does for it. */
export interface OfficeHost {
  /** Tells the add-in that another item is open now. */
  itemChanged(): Promise<void>;
  /** Runs a function of the add-in for a ribbon button; resolves when the add-in says that it is done. */
  runFunction(buttonId: string, name: string): Promise<unknown>;
  push(event: string, data: unknown): void;
  close(): void;
}

interface OfficeHostOptions {
  readonly frame: HTMLIFrameElement;
  readonly conversationId: string;
  readonly appOrigin: string;
  readonly appContext: () => Promise<Readonly<Record<string, unknown>>>;
  /** The open item; null when none is. */
  readonly initialData: () => Promise<InitialData | null>;
  /** The Outlook API. */
  readonly calls: () => HostCalls;
  /** Calls that all Office applications share. */
  readonly sharedCalls: HostCalls;
  /** Registering for an event, or no more. */
  readonly onRegister: (request: OfficeRequest) => void;
  readonly onNestedAppAuth: (json: string) => Promise<string | undefined>;
  readonly onUnhandled: (what: string) => void;
}

/** Events that an add-in may register for here. */
const knownEvents = new Set([
  itemChangedEvent,
  appCommandEvent,
  'olkRecipientsChanged',
  'olkAppointmentTimeChanged',
  'olkRecurrenceChanged',
  'olkEnhancedLocationsChanged',
  'olkAttachmentsChanged',
  'olkInfobarClicked',
  'officeThemeChanged',
  'dialogMessageReceived',
  'dialogNotificationShown',
  'dialogParentMessageReceived',
]);

export function createOfficeHost(options: OfficeHostOptions): OfficeHost {
  const { onUnhandled } = options;
  const running = new Map<string, (result: unknown) => void>();

  async function execute(calls: HostCalls, id: number, params: Members, family: string): Promise<unknown> {
    const call = calls[id];
    if (call === undefined) {
      onUnhandled(`${family} ${id}`);
      return refused(hostErrors.operationNotSupported);
    }
    try {
      return await call(params);
    } catch (error) {
      // Whatever Graph refused: the add-in hears that the server failed.
      console.error(family, id, error);
      return refused(hostErrors.internalServerError);
    }
  }

  async function answer(request: OfficeRequest): Promise<unknown> {
    const { action, kind, data } = request;
    if (kind !== 'invoke') {
      if (!knownEvents.has(action)) onUnhandled(`${kind} ${action}`);
      options.onRegister(request);
      return { Error: 0 };
    }
    const members = membersOf(data);
    switch (action) {
      case 'ContextActivationManager_getAppContextAsync':
        return options.appContext();
      case 'ContextActivationManager_notifyHost':
        return undefined;
      case 'GetInitialData':
        return options.initialData();
      case 'ExecuteMethod': {
        const id = Number(membersIn(members, 'MethodData').get('DispatchId'));
        return execute(options.calls(), id, membersOf(members.get('ApiParams')), 'ExecuteMethod');
      }
      case 'executeMethod': {
        const id = Number(membersIn(members, 'DdaMethod').get('DispatchId'));
        if (id === commandCompleted) return complete(members);
        return execute(options.sharedCalls, id, members, 'executeMethod');
      }
      default:
        onUnhandled(action);
        return { Error: hostErrors.operationNotSupported };
    }
  }

  function complete(members: Members): unknown {
    const buttonId = textIn(members, '0');
    running.get(buttonId)?.(members.get('2'));
    running.delete(buttonId);
    return { Version: 1, Error: 0 };
  }

  async function onOther(text: string): Promise<void> {
    if (!text.includes('"NestedAppAuthRequest"')) return;
    const reply = await options.onNestedAppAuth(text);
    if (reply !== undefined) options.frame.contentWindow?.postMessage(reply, options.appOrigin);
  }

  const port = openOfficePort({
    conversationId: options.conversationId,
    appOrigin: options.appOrigin,
    windowOf: () => options.frame.contentWindow,
    answer,
    onOther: (text) => {
      onOther(text).catch((error: unknown) => console.error(error));
    },
  });

  return {
    itemChanged: async () => port.push(itemChangedEvent, await options.initialData()),
    runFunction: (buttonId, name) =>
      new Promise((resolve) => {
        running.set(buttonId, resolve);
        port.push(appCommandEvent, [buttonId, name, JSON.stringify({ source: { id: buttonId } })]);
      }),
    push: (event, data) => port.push(event, data),
    close: () => port.close(),
  };
}

/** Dispatch id of `event.completed()`. */
const commandCompleted = 94;
