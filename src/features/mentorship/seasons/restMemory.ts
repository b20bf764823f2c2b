import * as v from 'valibot';
import type { EndedSeason } from '#domain/mentorship/endingOf.ts';
import { isIsoDay } from '#domain/time/days.ts';
import type { EpochMilli, IsoDay } from '#domain/time/types.ts';
import type { MemoryPort } from '#ports/memory.ts';

const key = 'mentorship.ends';
const dayMilli = 86_400_000;

/** What this device remembers of how mentorships rest or ended; the calendars themselves hold nothing of it. */
export interface EndMemory {
  /** The day on which a resting mentorship is to be taken up again. */
  readonly restsUntil: IsoDay | undefined;
  /** What an undo needs, and when it was ended; forgotten after a day. */
  readonly ended:
    { readonly at: EpochMilli; readonly before: EndedSeason; readonly zone: string } | undefined;
}

const nothing: EndMemory = { restsUntil: undefined, ended: undefined };

/** What is remembered of one mentorship at a moment. */
export function readEnd(memory: MemoryPort, mentorshipId: string, now: EpochMilli): EndMemory {
  const all = readAll(memory);
  const found = Object.hasOwn(all, mentorshipId) ? all[mentorshipId] : undefined;
  if (found === undefined) return nothing;
  // A clock that was set back does not make a day longer.
  const isFresh = found.ended !== undefined && Math.abs(now - found.ended.at) < dayMilli;
  return { restsUntil: found.restsUntil, ended: isFresh ? found.ended : undefined };
}

export function keepEnd(memory: MemoryPort, mentorshipId: string, end: EndMemory): void {
  memory.keep(key, { version: 1, mentorships: { ...readAll(memory), [mentorshipId]: end } });
}

function readAll(memory: MemoryPort): Readonly<Record<string, EndMemory>> {
  const read = v.safeParse(schema, memory.read(key));
  if (!read.success) return {};
  return Object.fromEntries(
    Object.entries(read.output.mentorships).map(([id, { restsUntil, ended }]) => [id, { restsUntil, ended }]),
  );
}

const day = v.custom<IsoDay>((value) => typeof value === 'string' && isIsoDay(value));
const instant = v.pipe(v.number(), v.minValue(0), v.maxValue(8e15));

const schema = v.object({
  version: v.literal(1),
  mentorships: v.record(
    v.pipe(v.string(), v.maxLength(200)),
    v.object({
      restsUntil: v.optional(day),
      ended: v.optional(
        v.object({
          at: instant,
          zone: v.pipe(v.string(), v.maxLength(80)),
          before: v.object({
            seriesId: v.pipe(v.string(), v.maxLength(2000)),
            lastDay: day,
            moved: v.pipe(v.array(v.object({ day, start: instant, end: instant })), v.maxLength(400)),
            skipped: v.pipe(v.array(day), v.maxLength(400)),
          }),
        }),
      ),
    }),
  ),
});
