import type { Switches } from '#sandbox/control/switches.ts';
import { changeConflict } from '../graphFailure.ts';
import { isSeries, type EventRecord } from './eventRecord.ts';

/** Series that are being written. */
export interface SeriesLocks {
  /** Runs a write of a series; refuses it (a switch) while another one of the same series is under way. */
  during<Result>(record: EventRecord, write: () => Promise<Result>): Promise<Result>;
}

/**
 * Exceptions lie inside the master's item [MS-OXOCAL 2.2.10], so two writes to dates of one series at the same moment are two
 * writes to one item; one of them meets ErrorIrresolvableConflict.
 */
export function createSeriesLocks(switches: Switches): SeriesLocks {
  const writing = new Set<string>();
  return {
    async during(record, write) {
      if (!isSeries(record)) return write();
      if (writing.has(record.key)) {
        if (switches.get('parallelSeriesWrites') === 'conflict') throw changeConflict();
        return write();
      }
      writing.add(record.key);
      try {
        return await write();
      } finally {
        writing.delete(record.key);
      }
    },
  };
}
