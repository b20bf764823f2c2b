import * as v from 'valibot';
import { emptyMetLog, type MetAnswer, type MetLog } from '#domain/mentorship/metLog.ts';
import { isIsoDay } from '#domain/time/days.ts';
import type { IsoDay } from '#domain/time/types.ts';

/** Under which name a device remembers it. */
export const metKey = 'met';

/** What was said of dates, by mentorship. */
export type MetLogs = Readonly<Record<string, MetLog>>;

/** What was kept of which meetings took place; nothing where it cannot be read. */
export function readMetLogs(kept: unknown): MetLogs {
  const read = v.safeParse(schema, kept);
  return read.success ? read.output.logs : {};
}

/** As it is kept. */
export function packMetLogs(logs: MetLogs): unknown {
  return { version: 1, logs };
}

/** The log of one mentorship; empty where nothing was said yet. */
export function metLogOf(logs: MetLogs, mentorshipId: string): MetLog {
  return (Object.hasOwn(logs, mentorshipId) ? logs[mentorshipId] : undefined) ?? emptyMetLog;
}

const day = v.custom<IsoDay>((value) => typeof value === 'string' && isIsoDay(value));

const schema = v.object({
  version: v.literal(1),
  logs: v.record(
    v.pipe(v.string(), v.maxLength(200)),
    v.object({
      said: v.record(day, v.picklist(['met', 'moved', 'missed'] satisfies readonly MetAnswer[])),
      left: v.pipe(v.array(day), v.maxLength(2000)),
    }),
  ),
});
