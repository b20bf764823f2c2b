import { milliInDay, type EpochDay } from '../time/wallTime.ts';
import type { EventRecord } from './eventRecord.ts';

const filetimeOfEpoch = 116_444_736_000_000_000n;
const head = '040000008200E00074C5B7101A82E008';

type Named = Pick<EventRecord, 'uid' | 'uidTime' | 'originalDay'>;

const tails = new WeakMap<Named, string>();

/**
 * A meeting's global object id [MS-OXOCAL 2.2.1.27] in hexadecimal: the same in every copy; a date of a series carries its
 * original day in bytes 16 to 19, so each differs from the series'.
 */
export function iCalUIdOf(record: Named, day: EpochDay | undefined): string {
  let tail = tails.get(record);
  if (tail === undefined) tails.set(record, (tail = tailOf(record)));
  const date = day ?? record.originalDay;
  return head + (date === null ? '00000000' : dateOf(date)) + tail;
}

/** Another id for a copy, where the switch says that copies have ids of their own. */
export function ownUid(record: Named): Named {
  return { ...record, uid: record.uid.slice(16) + record.uid.slice(0, 16) };
}

/** Time of creation, eight empty bytes, length and value. */
function tailOf({ uid, uidTime }: Named): string {
  const bytes = Buffer.alloc(36);
  bytes.writeBigUInt64LE(BigInt(Math.trunc(uidTime)) * 10_000n + filetimeOfEpoch, 0);
  bytes.writeUInt32LE(16, 16);
  bytes.set(Buffer.from(uid, 'hex'), 20);
  return bytes.toString('hex').toUpperCase();
}

function dateOf(day: EpochDay): string {
  const date = new Date(day * milliInDay);
  return hex(date.getUTCFullYear(), 4) + hex(date.getUTCMonth() + 1, 2) + hex(date.getUTCDate(), 2);
}

function hex(value: number, digits: number): string {
  return value.toString(16).toUpperCase().padStart(digits, '0');
}
