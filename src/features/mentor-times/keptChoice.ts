import * as v from 'valibot';
import { seasonSchema } from '#components/season/seasonSchema.ts';
import { firstChoice, type SeasonChoice } from '#domain/season/seasonChoice.ts';
import { mondayOf } from '#domain/time/calendarDays.ts';
import type { IsoDay } from '#domain/time/types.ts';
import type { MemoryPort } from '#ports/memory.ts';

const key = 'mentorTimes.season';

/** The season to begin with: that of last time, from the week the form stands in when that is still to come, else from next week. */
export function choiceToBeginWith(
  memory: MemoryPort,
  formDay: IsoDay | undefined,
  today: IsoDay,
): SeasonChoice {
  const first = firstChoice(today);
  const read = v.safeParse(seasonSchema, memory.read(key));
  const isAhead = formDay !== undefined && mondayOf(formDay) > today;
  const start = isAhead ? mondayOf(formDay) : first.start;
  return read.success ? { ...read.output, start, blackouts: [] } : { ...first, start };
}

export function keepChoice(memory: MemoryPort, choice: SeasonChoice): void {
  memory.keep(key, choice);
}
