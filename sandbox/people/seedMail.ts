import { createHash } from 'node:crypto';
import type { MailAddress } from '#sandbox/graph/events/eventRecord.ts';
import { folderKey } from '#sandbox/graph/mail/mailFolders.ts';
import { messages } from '#sandbox/graph/mail/messageRecord.ts';
import type { Store } from '#sandbox/store/openStore.ts';
import { findCastMember } from './cast.ts';
import { outsideAddress } from './outsideAddress.ts';

/** A message that lies in inboxes from the first start. People are named by their keys; `outside` is somebody whom no directory knows. */
interface SeedLetter {
  readonly from: string;
  readonly to: readonly string[];
  readonly cc?: readonly string[];
  readonly subject: string;
  readonly text: string;
  readonly hoursAgo: number;
}

const letters: readonly SeedLetter[] = [
  {
    from: 'dana',
    to: ['morgan'],
    subject: 'The open-access survey',
    text: 'Hello Morgan,\n\nyour draft reads well. I wonder whether a sample of 40 is enough; shall we talk it through when we meet?\n\nDana',
    hoursAgo: 20,
  },
  {
    from: 'tomas',
    to: ['morgan'],
    cc: ['priya'],
    subject: 'A question about the reference desk',
    text: 'Hi Morgan,\n\nI have a few questions, some of them silly. Could we sit down now and then? Priya said you might have time.\n\nTomás',
    hoursAgo: 27,
  },
  {
    from: 'outside',
    to: ['morgan', 'dana'],
    subject: 'Visit of the Harbour Trust archive',
    text: 'Dear both,\n\nthank you for showing us around. I would gladly learn more about how you mentor new librarians.\n\nKai Lindqvist',
    hoursAgo: 52,
  },
  {
    from: 'morgan',
    to: ['dana'],
    subject: 'Thank you',
    text: 'Dear Dana,\n\nthe last conversation helped me a lot. Can we make it a regular thing?\n\nMorgan',
    hoursAgo: 44,
  },
  {
    from: 'jun',
    to: ['dana', 'morgan', 'asha', 'rolf', 'grace', 'tomas'],
    subject: 'Mentoring programme: how is it going?',
    text: 'Dear all,\n\nwe are half way through the year. Please meet your partner regularly, and tell me if something is in the way.\n\nJun',
    hoursAgo: 70,
  },
  {
    from: 'grace',
    to: ['dana'],
    subject: 'Next steps after the training',
    text: 'Hello Dana,\n\nwhat should I read first? And may I bring a colleague along once?\n\nGrace',
    hoursAgo: 31,
  },
  {
    from: 'morgan',
    to: ['tomas'],
    subject: 'Re: A question about the reference desk',
    text: 'Of course, Tomás. No question is silly. Pick a time that suits you.\n\nMorgan',
    hoursAgo: 25,
  },
];

function addressOf(key: string): MailAddress {
  const member = findCastMember(key);
  return member === undefined
    ? { name: 'Kai Lindqvist', address: outsideAddress }
    : { name: member.user.displayName, address: member.user.mail };
}

function hexOf(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 32);
}

/** Puts the letters into the inboxes. They are not in the mail log: it holds what was sent since the first start. */
export async function seedMail(store: Store, now: number): Promise<void> {
  await store.write((writer) => {
    for (const letter of letters) {
      const { from, to, cc = [], subject, text, hoursAgo } = letter;
      const at = now - hoursAgo * 3_600_000;
      const topic = subject.replace(/^re: /i, '');
      for (const key of [...to, ...cc]) {
        const owner = findCastMember(key)?.user.id;
        if (owner === undefined) continue;
        const id = hexOf(`${subject} ${from} ${key}`);
        writer.put(messages, owner, id, {
          key: id,
          folder: folderKey('inbox'),
          subject,
          body: { contentType: 'text', content: text },
          from: addressOf(from),
          to: to.map(addressOf),
          cc: cc.map(addressOf),
          bcc: [],
          importance: 'normal',
          isRead: hoursAgo > 48,
          isDraft: false,
          categories: [],
          sent: at,
          received: at,
          conversation: `AAQkA${hexOf(topic)}`,
          internetMessageId: `<${hexOf(`${subject} ${from}`).toUpperCase()}@sandbox.prod.outlook.com>`,
          meeting: null,
          version: 1,
        });
      }
    }
  });
}
