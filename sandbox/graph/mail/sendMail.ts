import { badRequest } from '../graphFailure.ts';
import { cleanBody } from '../events/newEvent.ts';
import { bodyText } from '../events/eventResource.ts';
import type { MailAddress } from '../events/eventRecord.ts';
import { openOwnMailbox } from '../mailbox/openMailbox.ts';
import {
  entitiesOf,
  entityOf,
  flagOf,
  readEntity,
  readParameters,
  textOf,
  textsOf,
  type Entity,
} from '../odata/readEntity.ts';
import type { GraphServices, Operation } from '../types.ts';
import { sendMessage } from './sendMessage.ts';

const mostRecipients = 500;

/** `POST …/sendMail`: 202, a message to colleagues (and to the log for everybody else), kept in Sent Items unless told otherwise. */
export const sendMail =
  ({ store, clock, switches }: Pick<GraphServices, 'store' | 'clock' | 'switches'>): Operation =>
  async (request) => {
    const { owner } = openOwnMailbox(store, request);
    const parameters = readParameters({ message: 'any', saveToSentItems: 'boolean' }, request.body);
    const given = parameters.message;
    if (typeof given === 'object' && given !== null && 'attachments' in given)
      throw badRequest('Attachments are not kept by the sandbox.', 'NotImplemented');
    const message = readEntity('message', given ?? {});
    const [to, cc, bcc] = ['toRecipients', 'ccRecipients', 'bccRecipients'].map((name) =>
      recipientsIn(message, name),
    );
    const count = (to?.length ?? 0) + (cc?.length ?? 0) + (bcc?.length ?? 0);
    if (count === 0) throw badRequest('At least one recipient is not valid.', 'ErrorInvalidRecipients');
    if (count > mostRecipients)
      throw badRequest('The message has too many recipients.', 'ErrorExceededMaxRecipientLimit');
    const body = cleanBody(
      {
        contentType: textOf(entityOf(message, 'body'), 'contentType') === 'html' ? 'html' : 'text',
        content: textOf(entityOf(message, 'body'), 'content') ?? '',
      },
      switches,
    );
    await store.write((writer) =>
      sendMessage(
        writer,
        clock.now(),
        {
          subject: textOf(message, 'subject') ?? '',
          body,
          from: owner,
          to: to ?? [],
          cc: cc ?? [],
          bcc: bcc ?? [],
          importance: textOf(message, 'importance') ?? 'normal',
          categories: textsOf(message, 'categories') ?? [],
          meeting: null,
          saveToSent: flagOf(parameters, 'saveToSentItems') ?? true,
        },
        { kind: 'mail', text: bodyText(body) },
      ),
    );
    return { status: 202 };
  };

function recipientsIn(message: Entity, name: string): readonly MailAddress[] {
  return (entitiesOf(message, name) ?? []).map((entity) => {
    const address = textOf(entityOf(entity, 'emailAddress'), 'address')?.trim() ?? '';
    if (!/^[^\s@<>]+@[^\s@<>]+$/.test(address))
      throw badRequest('At least one recipient is not valid.', 'ErrorInvalidRecipients');
    return { address, name: textOf(entityOf(entity, 'emailAddress'), 'name') ?? address };
  });
}
