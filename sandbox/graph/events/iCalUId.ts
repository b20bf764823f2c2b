import { milliInDay, type EpochDay } from '../time/wallTime.ts';
import type { EventRecord } from './eventRecord.ts';

const filetimeOfEpoch = 116_444_736_000_000_000n;

/**
 * A meeting's global object id [MS-OXOCAL 2.2.1.27] in hexadecimal: the same in every copy; a date of a series carries its
 * original day in bytes 16 to 19, so each differs from the series'.
 */
export function iCalUIdOf(
  record: Pick<EventRecord, 'uid' | 'uidTime' | 'originalDay'>,
  day: EpochDay | undefined,
): string {
  const bytes = Buffer.alloc(56);
  bytes.set(Buffer.from('040000008200e00074c5b7101a82e008', 'hex'), 0);
  const date = day ?? record.originalDay;
  if (date !== null && date !== undefined) {
    const written = new Date(date * milliInDay);
    bytes.writeUInt16BE(written.getUTCFullYear(), 16);
    bytes[18] = written.getUTCMonth() + 1;
    bytes[19] = written.getUTCDate();
  }
  bytes.writeBigUInt64LE(BigInt(Math.trunc(record.uidTime)) * 10_000n + filetimeOfEpoch, 20);
  bytes.writeUInt32LE(16, 36);
  bytes.set(Buffer.from(record.uid, 'hex'), 40);
  return bytes.toString('hex').toUpperCase();
}
