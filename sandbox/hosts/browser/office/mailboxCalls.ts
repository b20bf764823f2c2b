import { htmlToText } from '#sandbox/graph/body/convertBody.ts';
import { listIn, textIn, type Members } from '../members.ts';
import type { FormPerson } from '../outlook/form/formFields.ts';
import type { MailDraft } from '../outlook/mailForm.ts';
import { done, hostErrors, refused, type HostAnswer, type HostCall, type HostCalls } from './hostAnswer.ts';
import { graphIdOf } from './itemIds.ts';

/** An event that an add-in wants a form for. */
export interface EventDraft {
  readonly subject: string;
  /** Epoch milliseconds. */
  readonly start: number | undefined;
  readonly end: number | undefined;
  readonly place: string;
  readonly text: string;
  readonly required: readonly FormPerson[];
  readonly optional: readonly FormPerson[];
}

/** What the page does when an add-in asks for something of Outlook's own. */
export interface MailboxParts {
  readonly onNewEvent: (draft: EventDraft) => void;
  readonly onOpenEvent: (graphId: string) => void;
  readonly onOpenMessage: (graphId: string) => void;
  readonly onNewMail: (draft: MailDraft) => void;
  /** Who wrote the open item and who else it went to. */
  readonly replyTo: () => {
    readonly subject: string;
    readonly from: string;
    readonly all: readonly string[];
  };
  readonly onClosePane: () => void;
  readonly nameOf: (address: string) => string | undefined;
}

/** Opens an item of Outlook's own by the id that the add-in has. */
function openItem(open: (graphId: string) => void): HostCall {
  return (params) => {
    open(graphIdOf(textIn(params, 'itemId')));
    return done();
  };
}

const quiet = (): HostAnswer => done();

/** What the mailbox answers whatever item is open: forms of Outlook's own, tokens, what is only noted. */
export function mailboxCalls(parts: MailboxParts): HostCalls {
  const people = (params: Members, name: string): readonly FormPerson[] =>
    texts(params, name).map((address) => ({ address, name: parts.nameOf(address) ?? address }));
  const newEvent = (params: Members): HostAnswer => {
    const time = (name: string): number | undefined => {
      const value = params.get(name);
      return typeof value === 'number' ? value : undefined;
    };
    parts.onNewEvent({
      subject: textIn(params, 'subject'),
      start: time('start'),
      end: time('end'),
      place: textIn(params, 'location'),
      text: textIn(params, 'body'),
      required: people(params, 'requiredAttendees'),
      optional: people(params, 'optionalAttendees'),
    });
    return done();
  };
  const newMail = (params: Members): HostAnswer => {
    parts.onNewMail({
      to: texts(params, 'toRecipients'),
      cc: texts(params, 'ccRecipients'),
      subject: textIn(params, 'subject'),
      text: htmlToText(textIn(params, 'htmlBody')),
    });
    return done();
  };
  const reply =
    (toAll: boolean) =>
    (params: Members): HostAnswer => {
      const { subject, from, all } = parts.replyTo();
      parts.onNewMail({
        to: [from],
        cc: toAll ? all : [],
        subject: /^re:/i.test(subject) ? subject : `Re: ${subject}`,
        text: htmlToText(textIn(params, 'htmlBody')),
      });
      return done();
    };
  const openEvent = openItem(parts.onOpenEvent);
  const openMessage = openItem(parts.onOpenMessage);
  return {
    // Exchange gives out no tokens of its own any more (legacy Exchange Online tokens are off since 2025).
    2: () => refused(hostErrors.tokenFailed),
    12: () => refused(hostErrors.tokenFailed),
    5: () => refused(hostErrors.accessRestricted),
    7: newEvent,
    177: newEvent,
    8: openMessage,
    179: openMessage,
    9: openEvent,
    180: openEvent,
    44: newMail,
    178: newMail,
    ...Object.fromEntries([10, 30, 181, 183].map((id) => [id, reply(false)])),
    ...Object.fromEntries([11, 31, 182, 184].map((id) => [id, reply(true)])),
    42: () => {
      parts.onClosePane();
      return done();
    },
    99: () => done({}),
    149: () => done([]),
    150: () => refused(hostErrors.attachmentDoesNotExist),
    16: () => refused(hostErrors.attachmentUploadFailed),
    19: () => refused(hostErrors.attachmentUploadFailed),
    148: () => refused(hostErrors.attachmentUploadFailed),
    20: () => refused(hostErrors.attachmentDoesNotExist),
    160: () => done([]),
    // Only noted by Outlook: telemetry of add-ins and of the library.
    ...Object.fromEntries([163, 193, 400, 401, 402].map((id) => [id, quiet])),
  };
}

function texts(params: Members, name: string): readonly string[] {
  return listIn(params, name).filter((entry) => typeof entry === 'string');
}

const mostSessionCharacters = 50_000;

/** What an add-in keeps with a form as long as it is open. */
export function sessionDataCalls(): HostCalls {
  const kept = new Map<string, string>();
  return {
    185: (params) => {
      kept.set(textIn(params, 'name'), textIn(params, 'value'));
      if (JSON.stringify([...kept]).length <= mostSessionCharacters) return done();
      kept.delete(textIn(params, 'name'));
      return refused(hostErrors.sessionDataTooLong);
    },
    186: (params) => {
      const value = kept.get(textIn(params, 'name'));
      return value === undefined ? refused(hostErrors.keyNotFound) : done(value);
    },
    187: () => done(Object.fromEntries(kept)),
    188: () => {
      kept.clear();
      return done();
    },
    189: (params) => (kept.delete(textIn(params, 'name')) ? done() : refused(hostErrors.keyNotFound)),
  };
}
