import { useCallback, useMemo, useState } from 'react';
import { answered, leftOpen, type MetAnswer, type MetLog } from '#domain/mentorship/metLog.ts';
import type { IsoDay } from '#domain/time/types.ts';
import type { MemoryPort } from '#ports/memory.ts';
import { metKey, metLogOf, packMetLogs, readMetLogs, type MetLogs } from '#components/metLogs.ts';

/** What was said of the dates of each mentorship, and the ways to say more. Nothing of it is sent to anybody. */
export interface MetBook {
  readonly logOf: (mentorshipId: string) => MetLog;
  /** Undefined takes an answer back. */
  readonly say: (mentorshipId: string, day: IsoDay, answer: MetAnswer | undefined) => void;
  /** Leaves a question open for good. */
  readonly leave: (mentorshipId: string, day: IsoDay) => void;
}

export function useMetLogs(memory: MemoryPort): MetBook {
  const [logs, setLogs] = useState<MetLogs>(() => readMetLogs(memory.read(metKey)));
  const change = useCallback(
    (mentorshipId: string, next: (log: MetLog) => MetLog) => {
      // What another window has kept meanwhile stays.
      const known = readMetLogs(memory.read(metKey));
      const changed = { ...known, [mentorshipId]: next(metLogOf(known, mentorshipId)) };
      memory.keep(metKey, packMetLogs(changed));
      setLogs(changed);
    },
    [memory],
  );
  return useMemo(
    () => ({
      logOf: (mentorshipId) => metLogOf(logs, mentorshipId),
      say: (mentorshipId, day, answer) => change(mentorshipId, (log) => answered(log, day, answer)),
      leave: (mentorshipId, day) => change(mentorshipId, (log) => leftOpen(log, day)),
    }),
    [logs, change],
  );
}
