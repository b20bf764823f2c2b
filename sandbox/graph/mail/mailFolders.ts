import { createHash } from 'node:crypto';

/** The folders of every mailbox, by well-known name. */
export const wellKnownFolders: Readonly<Record<string, string>> = {
  inbox: 'Inbox',
  drafts: 'Drafts',
  sentitems: 'Sent Items',
  deleteditems: 'Deleted Items',
  outbox: 'Outbox',
  archive: 'Archive',
  junkemail: 'Junk Email',
};

/** Key of a well-known folder: the same in every mailbox, ids differ by the mailbox. */
export function folderKey(wellKnown: string): string {
  return createHash('sha256').update(`folder ${wellKnown}`).digest('hex').slice(0, 32);
}

/** Well-known name of a folder's key. */
export function wellKnownName(key: string): string | undefined {
  return Object.keys(wellKnownFolders).find((name) => folderKey(name) === key);
}
