import { membersOf, textIn, type Members } from '../members.ts';
import type { HostCalls } from './hostAnswer.ts';
import type { OfficeHost } from './createOfficeHost.ts';
import type { OfficeRequest } from './officePort.ts';

/** Events of Office.js between an add-in and the window that it opened in a frame of the page. */
const fromChild = 'dialogMessageReceived';
const fromParent = 'dialogParentMessageReceived';
/** What Office.js tells an add-in whose window was closed by the person. */
const closedByPerson = 12006;

/** A window of an add-in, in a frame of the page. */
export interface AddInDialog {
  readonly host: OfficeHost;
  close(): void;
}

interface DialogParts {
  readonly appOrigin: string;
  /** The add-in's own frame. */
  readonly parent: () => OfficeHost | undefined;
  /** Shows a page in a frame above the page; `onClosed` is told when the person closes it. */
  readonly open: (request: DialogRequest, calls: HostCalls, onClosed: () => void) => AddInDialog;
}

export interface DialogRequest {
  readonly url: string;
  /** Percent of the window. */
  readonly width: number;
  readonly height: number;
}

/** Windows that Office.js opens itself need nothing of the page; those in frames are made here. */
export interface Dialogs {
  readonly calls: HostCalls;
  onRegister(request: OfficeRequest): void;
  close(): void;
}

function answered(): Readonly<Record<string, unknown>> {
  return { Version: 1, Error: 0 };
}

export function createDialogs({ appOrigin, parent, open }: DialogParts): Dialogs {
  let opened: AddInDialog | undefined;

  function close(): void {
    opened?.close();
    opened = undefined;
  }

  const childCalls: HostCalls = {
    144: (params) => {
      parent()?.push(fromChild, {
        messageType: 0,
        messageContent: textIn(params, 'messageToParent'),
        messageOrigin: appOrigin,
      });
      return answered();
    },
  };

  return {
    calls: {
      145: (params) => {
        opened?.host.push(fromParent, {
          messageType: 1,
          messageContent: textIn(params, 'messageContent'),
          messageOrigin: appOrigin,
        });
        return answered();
      },
    },
    onRegister({ action, kind, data }) {
      if (action !== fromChild) return;
      close();
      const request = kind === 'register' ? readRequest(membersOf(data)) : undefined;
      if (request === undefined) return;
      opened = open(request, childCalls, () => {
        opened = undefined;
        parent()?.push(fromChild, { messageType: closedByPerson });
      });
    },
    close,
  };
}

function readRequest(data: Members): DialogRequest | undefined {
  let target: Members;
  try {
    target = membersOf(JSON.parse(textIn(data, 'targetId')));
  } catch {
    return undefined;
  }
  const url = textIn(target, 'url');
  if (url === '' || target.get('displayInIframe') !== true) return undefined;
  const percent = (name: string): number => Math.min(99, Math.max(20, Number(target.get(name)) || 60));
  return { url, width: percent('width'), height: percent('height') };
}
