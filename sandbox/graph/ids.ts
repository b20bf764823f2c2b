import { createHash, randomUUID } from 'node:crypto';
import type { EpochDay } from './time/wallTime.ts';

/** What an Exchange id names: something in a mailbox, and for events possibly a date of it. */
export interface ItemRef {
  readonly kind: ItemKind;
  /** 32 hexadecimal digits of the mailbox. */
  readonly mailbox: string;
  readonly key: string;
  readonly day: EpochDay | undefined;
}

export type ItemKind = 'event' | 'calendar' | 'calendarGroup' | 'message' | 'mailFolder' | 'permission';
export type IdFormat = 'entryId' | 'ewsId' | 'immutableEntryId' | 'restId' | 'restImmutableEntryId';

const kindBytes: Readonly<Record<ItemKind, number>> = {
  event: 0x46,
  calendar: 0x2e,
  calendarGroup: 0x2d,
  message: 0x4d,
  mailFolder: 0x2f,
  permission: 0x50,
};
const ordinaryPrefix = [0x00, 0x03, 0x24, 0x00];
const immutablePrefix = [0x00, 0x09, 0x00, 0x2e];
const noDay = 0x7fffffff;
const length = 41;

/** The part of ids that names a mailbox. */
export function mailboxOf(userId: string): string {
  return createHash('sha256').update(userId.toLowerCase()).digest('hex').slice(0, 32);
}

/** A key for something new. */
export function newKey(): string {
  return randomUUID().replaceAll('-', '');
}

/** The id as Graph gives it: URL-safe base64 with padding, case-sensitive, and another one with `IdType="ImmutableId"`. */
export function restId(
  ref: Omit<ItemRef, 'day'> & { readonly day?: EpochDay | undefined },
  immutable: boolean,
): string {
  return urlSafe(encode(ref, immutable).toString('base64'));
}

export function formatId(ref: ItemRef, format: IdFormat): string {
  switch (format) {
    case 'restId':
      return restId(ref, false);
    case 'restImmutableEntryId':
      return restId(ref, true);
    case 'ewsId':
      return encode(ref, false).toString('base64');
    // The bytes that MAPI clients hold, without Exchange's own envelope.
    case 'entryId':
      return urlSafe(encode(ref, false).subarray(2).toString('base64'));
    case 'immutableEntryId':
    default:
      return urlSafe(encode(ref, true).subarray(2).toString('base64'));
  }
}

/** What an id names, in any of the formats that Graph takes in a path; undefined when it is malformed. */
export function readId(text: string): ItemRef | undefined {
  const bytes = bytesOf(text);
  if (bytes?.length !== length) return undefined;
  const prefix = [...bytes.subarray(0, 4)].join();
  if (prefix !== ordinaryPrefix.join() && prefix !== immutablePrefix.join()) return undefined;
  return readEntry(bytes.subarray(4));
}

/** What an id in a named format names. */
export function readFormattedId(text: string, format: IdFormat): ItemRef | undefined {
  const bytes = bytesOf(text);
  if (!bytes) return undefined;
  if (format !== 'entryId' && format !== 'immutableEntryId') return readId(text);
  const prefix = format === 'entryId' ? ordinaryPrefix : immutablePrefix;
  return bytes.length === length - 2 && bytes[0] === prefix[2] && bytes[1] === prefix[3]
    ? readEntry(bytes.subarray(2))
    : undefined;
}

function readEntry(bytes: Buffer): ItemRef | undefined {
  const kind = bytes[16];
  const found = Object.entries(kindBytes).find(([, byte]) => byte === kind)?.[0];
  if (found === undefined || !isKind(found)) return undefined;
  const day = bytes.readInt32BE(33);
  return {
    kind: found,
    mailbox: bytes.subarray(0, 16).toString('hex'),
    key: bytes.subarray(17, 33).toString('hex'),
    day: day === noDay ? undefined : day,
  };
}

function isKind(text: string): text is ItemKind {
  return Object.hasOwn(kindBytes, text);
}

function encode(
  ref: Omit<ItemRef, 'day'> & { readonly day?: EpochDay | undefined },
  immutable: boolean,
): Buffer {
  const bytes = Buffer.alloc(length);
  bytes.set(immutable ? immutablePrefix : ordinaryPrefix, 0);
  bytes.set(Buffer.from(ref.mailbox, 'hex'), 4);
  bytes[20] = kindBytes[ref.kind];
  bytes.set(Buffer.from(ref.key, 'hex'), 21);
  bytes.writeInt32BE(ref.day ?? noDay, 37);
  return bytes;
}

function bytesOf(text: string): Buffer | undefined {
  if (!/^[A-Za-z0-9+/_-]+={0,2}$/.test(text)) return undefined;
  // Exchange's own spelling of URL-safe ids: `-` for `/` and `_` for `+`.
  const bytes = Buffer.from(text.replaceAll('-', '/').replaceAll('_', '+'), 'base64');
  return bytes.length > 0 ? bytes : undefined;
}

function urlSafe(base64: string): string {
  return base64.replaceAll('/', '-').replaceAll('+', '_');
}
