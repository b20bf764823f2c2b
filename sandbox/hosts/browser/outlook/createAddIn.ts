import { callHost } from '../callHost.ts';
import { element } from '../element.ts';
import type { GraphCaller } from '../graphCaller.ts';
import { appContext } from '../office/appContext.ts';
import { bodyCalls } from '../office/bodyCalls.ts';
import { createDialogs, type AddInDialog, type DialogRequest } from '../office/dialogCalls.ts';
import { createOfficeHost, type OfficeHost } from '../office/createOfficeHost.ts';
import { formCalls, recurrenceData } from '../office/formCalls.ts';
import type { HostCalls } from '../office/hostAnswer.ts';
import {
  domainOf,
  eventData,
  formData,
  mailboxData,
  messageData,
  type InitialData,
} from '../office/initialData.ts';
import { mailboxCalls, sessionDataCalls, type MailboxParts } from '../office/mailboxCalls.ts';
import { createAddInStore, propertyCalls, readRoamingSettings } from '../office/propertyCalls.ts';
import { readCalls } from '../office/readCalls.ts';
import type { OutlookFacts } from '../pageFacts.ts';
import { sandboxNow } from '../sandboxNow.ts';
import { createNestedAppAuth } from '../teams/nestedAppAuth.ts';
import type { ZoneClock } from '../zoneClock.ts';
import { addInFrame } from './addInFrame.ts';
import type { EventForm } from './form/createForm.ts';
import { formEvents } from './form/formEvents.ts';
import type { OpenItem } from './openItem.ts';
import type { RibbonButton, RibbonFacts } from './ribbonFacts.ts';

/** Calls of the task pane's own window: not offered to add-ins here (single sign-on is Graph's, through the bridge). */
const ssoNotSupported = 13_000;

interface AddInParts {
  readonly facts: OutlookFacts;
  readonly graph: GraphCaller;
  readonly clock: ZoneClock;
  readonly ribbon: RibbonFacts;
  readonly item: () => OpenItem | undefined;
  readonly notificationCalls: HostCalls;
  readonly mailbox: MailboxParts;
  /** An add-in registered to hear of the theme; it is told the one that is. */
  readonly onThemeAsked: () => void;
  readonly onCloseForm: () => void;
  readonly onUnhandled: (what: string) => void;
}

/** The add-in in the page, whatever frames it has. */
export interface AddIn {
  /** Connects the task pane's frame; what it returns ends the connection. */
  connect(frame: HTMLIFrameElement, conversationId: string): () => void;
  /** Tells a pinned pane that another item is open. */
  itemChanged(): void;
  /** Tells the pane of an event. */
  push(event: string, data: unknown): void;
  /** Runs a function of the add-in in a frame that nobody sees. */
  runFunction(entry: RibbonButton): Promise<void>;
}

/** How long a function may take before its frame is taken away, as in Outlook. */
const functionLimitMilliseconds = 300_000;

export function createAddIn(parts: AddInParts): AddIn {
  const { facts, graph, clock, ribbon, item } = parts;
  const { appOrigin, person } = facts;
  const store = createAddInStore(facts.hostKey);
  const ownDomain = domainOf(person.mail);
  const hasBridge = facts.bridge !== 'off';
  const callsOfForms = new WeakMap<EventForm, HostCalls>();
  let settings: Promise<Readonly<Record<string, string>>> | undefined;
  let mailboxFacts: InitialData | undefined;
  let pane: OfficeHost | undefined;

  const nestedAppAuth = createNestedAppAuth({
    account: facts.account,
    appOrigin,
    askBroker: (request) => callHost(facts.hostKey, 'broker', request),
  });
  const always: HostCalls = {
    ...mailboxCalls(parts.mailbox),
    ...propertyCalls({
      graph,
      store,
      addInId: ribbon.addInId,
      item,
      onRoamingSettings: (kept) => {
        settings = Promise.resolve(kept);
      },
    }),
    ...parts.notificationCalls,
  };

  function callsOfForm(form: EventForm): HostCalls {
    const known = callsOfForms.get(form);
    if (known !== undefined) return known;
    const me = { name: person.name, address: person.mail };
    const { nameOf } = parts.mailbox;
    const made = {
      ...formCalls({ form, clock, ownDomain, me, nameOf, onClose: parts.onCloseForm }),
      ...bodyCalls(form),
      ...sessionDataCalls(),
    };
    callsOfForms.set(form, made);
    form.onChange((names) => {
      if (item() === form) for (const { event, data } of formEvents(form, names)) pane?.push(event, data);
    });
    return made;
  }

  function calls(): HostCalls {
    const open = item();
    if (open === undefined) return always;
    return { ...always, ...(open.kind === 'form' ? callsOfForm(open) : readCalls(graph, open)) };
  }

  async function initialData(): Promise<InitialData | null> {
    const open = item();
    if (open === undefined) return null;
    mailboxFacts ??= mailboxData(person, await sandboxNow());
    switch (open.kind) {
      case 'message':
        return { ...mailboxFacts, ...messageData(open, ownDomain) };
      case 'event': {
        const recurrence = recurrenceData({ recurrence: open.recurrence, start: Date.parse(open.start) });
        return { ...mailboxFacts, ...eventData(open, ownDomain, recurrence) };
      }
      case 'form':
        // From here on the add-in hears of its changes.
        callsOfForm(open);
        return { ...mailboxFacts, ...formData(open.seriesId) };
      default:
        return null;
    }
  }

  function connectFrame(options: {
    readonly frame: HTMLIFrameElement;
    readonly conversationId: string;
    readonly isDialog: boolean;
    readonly sharedCalls: HostCalls;
    readonly onRegister: Parameters<typeof createOfficeHost>[0]['onRegister'];
  }): OfficeHost {
    const { frame, conversationId, isDialog } = options;
    return createOfficeHost({
      frame,
      conversationId,
      appOrigin,
      appContext: async () => {
        settings ??= readRoamingSettings(store);
        return appContext({
          instanceId: conversationId,
          set: facts.set,
          hasBridge,
          isDialog,
          addInName: ribbon.addInName,
          addInId: ribbon.addInId,
          appOrigin,
          person,
          roamingSettings: await settings,
        });
      },
      initialData,
      calls,
      sharedCalls: {
        98: () => ({ Version: 1, Error: ssoNotSupported }),
        99: () => ({ Version: 1, Error: ssoNotSupported }),
        ...options.sharedCalls,
      },
      onRegister: options.onRegister,
      onNestedAppAuth: async (json) => (facts.bridge === 'on' && !isDialog ? nestedAppAuth(json) : undefined),
      onUnhandled: parts.onUnhandled,
    });
  }

  function openDialog(request: DialogRequest, sharedCalls: HostCalls, onClosed: () => void): AddInDialog {
    const conversationId = crypto.randomUUID().slice(0, 8);
    const frame = addInFrame({
      page: request.url,
      title: ribbon.addInName,
      conversationId,
      hasBridge,
      isDialog: true,
    });
    const host = connectFrame({ frame, conversationId, isDialog: true, sharedCalls, onRegister: () => {} });
    const close = element('button', { type: 'button' }, 'Close');
    const dialog = element(
      'dialog',
      { class: 'add-in-dialog', 'aria-label': ribbon.addInName },
      close,
      frame,
    );
    dialog.style.width = `${request.width}vw`;
    dialog.style.height = `${request.height}vh`;
    close.addEventListener('click', () => dialog.close());
    let isQuiet = false;
    dialog.addEventListener('close', () => {
      host.close();
      dialog.remove();
      if (!isQuiet) onClosed();
    });
    document.body.append(dialog);
    dialog.showModal();
    return {
      host,
      close() {
        isQuiet = true;
        dialog.close();
      },
    };
  }

  return {
    connect(frame, conversationId) {
      const dialogs = createDialogs({ appOrigin, parent: () => connected, open: openDialog });
      const connected = connectFrame({
        frame,
        conversationId,
        isDialog: false,
        sharedCalls: {
          97: () => {
            parts.mailbox.onClosePane();
            return { Version: 1, Error: 0 };
          },
          ...dialogs.calls,
        },
        onRegister: (request) => {
          dialogs.onRegister(request);
          if (request.action === 'officeThemeChanged' && request.kind === 'register') parts.onThemeAsked();
        },
      });
      pane = connected;
      return () => {
        dialogs.close();
        connected.close();
        if (pane === connected) pane = undefined;
      };
    },
    itemChanged: () => void pane?.itemChanged(),
    push: (event, data) => pane?.push(event, data),
    async runFunction(entry) {
      const { action } = entry;
      if (action.kind !== 'function') return;
      const conversationId = crypto.randomUUID().slice(0, 8);
      const frame = addInFrame({
        page: action.page,
        title: entry.label,
        conversationId,
        hasBridge,
        isDialog: false,
      });
      frame.hidden = true;
      let host: OfficeHost | undefined;
      const ready = new Promise<void>((resolve) => {
        host = connectFrame({
          frame,
          conversationId,
          isDialog: false,
          sharedCalls: {},
          onRegister: ({ action: event }) => {
            // Its registration has to be answered first.
            if (event === 'appCommandInvoked') setTimeout(resolve, 0);
          },
        });
      });
      document.body.append(frame);
      const limit = new Promise((resolve) => {
        setTimeout(resolve, functionLimitMilliseconds);
      });
      await Promise.race([ready.then(() => host?.runFunction(entry.id, action.name)), limit]);
      host?.close();
      frame.remove();
    },
  };
}
