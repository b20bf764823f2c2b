import { createHash } from 'node:crypto';
import type { Writer } from '#sandbox/store/table.ts';
import type { DirectoryUser } from '#sandbox/types.ts';
import { findByAddress } from '../directory/findUser.ts';
import type { BodyRecord, MailAddress } from '../events/eventRecord.ts';
import { newKey } from '../ids.ts';
import { folderKey } from './mailFolders.ts';
import { logMail, type SentMail } from './mailLog.ts';
import { messages, type MeetingPart, type MessageRecord } from './messageRecord.ts';

export interface Letter {
  readonly subject: string;
  readonly body: BodyRecord;
  readonly from: DirectoryUser;
  readonly to: readonly MailAddress[];
  readonly cc?: readonly MailAddress[];
  readonly bcc?: readonly MailAddress[];
  readonly importance?: string;
  readonly categories?: readonly string[];
  readonly meeting: MeetingPart | null;
  readonly saveToSent: boolean;
}

/** Puts a message into the inbox of everyone it is for who has a mailbox here, and into the mail log for everyone. */
export function sendMessage(
  writer: Writer,
  now: number,
  letter: Letter,
  log: Omit<SentMail, 'id' | 'sent' | 'from' | 'to' | 'subject'>,
): void {
  const sent = new Date(now).toISOString();
  const internetMessageId = `<${newKey().toUpperCase()}@sandbox.prod.outlook.com>`;
  const message: Omit<MessageRecord, 'key' | 'folder' | 'isRead'> = {
    subject: letter.subject,
    body: letter.body,
    from: { name: letter.from.displayName, address: letter.from.mail },
    to: letter.to,
    cc: letter.cc ?? [],
    bcc: letter.bcc ?? [],
    importance: letter.importance ?? 'normal',
    isDraft: false,
    categories: letter.categories ?? [],
    sent: now,
    received: now,
    conversation: conversationOf(letter),
    internetMessageId,
    meeting: letter.meeting,
    version: 1,
  };
  const reached = new Set<string>();
  for (const { address } of [...letter.to, ...message.cc, ...message.bcc]) {
    if (reached.has(address.toLowerCase())) continue;
    reached.add(address.toLowerCase());
    logMail(writer, { ...log, sent, from: letter.from.mail, to: address, subject: letter.subject });
    const recipient = findByAddress(writer, address);
    if (!recipient?.hasMailbox) continue;
    const key = newKey();
    writer.put(messages, recipient.id, key, {
      ...message,
      bcc: [],
      key,
      folder: folderKey('inbox'),
      isRead: false,
    });
  }
  if (!letter.saveToSent) return;
  const key = newKey();
  writer.put(messages, letter.from.id, key, {
    ...message,
    key,
    folder: folderKey('sentitems'),
    isRead: true,
  });
}

/** Messages on one meeting, or with one subject, make a conversation. */
function conversationOf({ meeting, subject }: Letter): string {
  const topic =
    meeting?.uid ?? subject.replace(/^((re|fw|fwd|accepted|declined|tentative|canceled): )+/i, '');
  return `AAQkA${createHash('sha256').update(topic.toLowerCase()).digest('base64').replaceAll('/', '-').replaceAll('+', '_')}`;
}
