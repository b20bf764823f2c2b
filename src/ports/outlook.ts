/** Somebody as a mail item names them. Names come from outside: cleaned, but never to be believed. */
export interface MailPerson {
  readonly name: string;
  readonly address: string;
}

/** A received message: who sent it, and everybody else on it without doubles and without oneself. */
export interface OpenedMessage {
  readonly kind: 'message';
  /** Undefined where the message names nobody: a draft of the system's, a report. */
  readonly sender: MailPerson | undefined;
  readonly others: readonly MailPerson[];
}

/** An event, read or in a form of its own; what it holds is asked for with `readEvent`. */
export interface OpenedEvent {
  readonly kind: 'event';
  readonly mode: 'read' | 'compose';
}

/**
 * What is opened beside the pane. nothing: no item is chosen, or several are. other: an item the add-in has nothing to offer for (a message being written, a
 * meeting request).
 */
export type OpenedItem =
  OpenedMessage | OpenedEvent | { readonly kind: 'nothing' } | { readonly kind: 'other' };

/** What Outlook offers a pane beside the one item that is opened. */
export interface OutlookPort {
  readonly opened: () => OpenedItem;
  /** Called when another item is chosen while the pane stays (pinned). Returns the way to stop listening. */
  readonly onItemChange: (listener: () => void) => () => void;
}

/**
 * Outlook could not do what it was asked.
 * - `silent`: no answer within the time limit
 * - `refused`: it answered with an error of its own, `detail` names it
 * - `gone`: another item was chosen meanwhile
 */
export class HostFailure extends Error {
  override readonly name = 'HostFailure';
  readonly code: 'silent' | 'refused' | 'gone';
  readonly detail: string;

  constructor(code: HostFailure['code'], detail: string, options: { readonly cause?: unknown } = {}) {
    super(`${code}: ${detail}`, options);
    this.code = code;
    this.detail = detail;
  }
}
