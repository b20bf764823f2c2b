import * as v from 'valibot';
import type { MemoryPort } from '#ports/memory.ts';
import type { Person } from '#ports/people.ts';
import {
  cadenceSchema,
  daySchema,
  minuteSchema,
  seasonSchema,
  weekdaySchema,
} from '#components/season/seasonSchema.ts';
import type { IsoDay } from '#domain/time/types.ts';
import type { Choices, StepId } from './bookingState.ts';
import { firstChoice } from '#domain/season/seasonChoice.ts';

/** What is kept between openings: a booking half made, and the last choices of one that was made. */
export interface Draft {
  readonly choices: Choices;
  readonly step: StepId;
}

const keys = { draft: 'draft', last: 'booking.last', recent: 'people.recent' } as const;
const mostRecentPeople = 6;

/** The booking that was left half made, or undefined when there is none or it cannot be read any more. */
export function readDraft(memory: MemoryPort): Draft | undefined {
  const read = v.safeParse(draftSchema, memory.read(keys.draft));
  return read.success ? read.output : undefined;
}

export function keepDraft(memory: MemoryPort, draft: Draft): void {
  memory.keep(keys.draft, { ...draft, version: 1 });
}

export function forgetDraft(memory: MemoryPort): void {
  memory.forget(keys.draft);
}

/** Cadence, length, place, hours, partner and role of the last booking; dates and days left out belong to that one alone. */
export function keepLastChoices(memory: MemoryPort, choices: Choices): void {
  memory.keep(keys.last, { ...choices, slot: undefined, decisions: [], words: undefined });
}

/** The choices to begin with: those of last time, from next week on. */
export function choicesToBeginWith(memory: MemoryPort, partner: Person | undefined, today: IsoDay): Choices {
  const first = firstChoice(today);
  const read = v.safeParse(choicesSchema, memory.read(keys.last));
  if (!read.success)
    return { partner, role: 'mentee', season: first, slot: undefined, decisions: [], words: undefined };
  const last = read.output;
  return {
    partner: partner ?? last.partner,
    role: partner === undefined || partner.address === last.partner?.address ? last.role : 'mentee',
    season: { ...last.season, start: first.start, blackouts: [] },
    slot: undefined,
    decisions: [],
    words: undefined,
  };
}

export function readRecentPeople(memory: MemoryPort): readonly Person[] {
  const read = v.safeParse(v.array(personSchema), memory.read(keys.recent));
  return read.success ? read.output.slice(0, mostRecentPeople) : [];
}

export function keepRecentPerson(memory: MemoryPort, person: Person): void {
  const others = readRecentPeople(memory).filter((each) => each.address !== person.address);
  memory.keep(keys.recent, [person, ...others].slice(0, mostRecentPeople));
}

// JSON leaves undefined members out; each is put back, since the records here have all their members.
const personSchema = v.pipe(
  v.object({
    id: v.optional(v.string()),
    name: v.pipe(v.string(), v.maxLength(400)),
    address: v.pipe(v.string(), v.maxLength(400)),
    jobTitle: v.optional(v.string()),
    kind: v.picklist(['person', 'outside']),
  }),
  v.transform((person): Person => ({ ...person, id: person.id, jobTitle: person.jobTitle })),
);

const slotSchema = v.object({
  cadence: cadenceSchema,
  weekday: weekdaySchema,
  startMinute: minuteSchema,
  lengthMinutes: v.number(),
  phase: v.picklist([0, 1, 2, 3]),
});

const decisionSchema = v.variant('kind', [
  v.object({ kind: v.literal('keep'), day: daySchema }),
  v.object({ kind: v.literal('skip'), day: daySchema }),
  v.object({
    kind: v.literal('move'),
    day: daySchema,
    to: v.object({ start: v.number(), end: v.number() }),
  }),
]);

const choicesSchema = v.pipe(
  v.object({
    partner: v.optional(personSchema),
    role: v.picklist(['mentor', 'mentee']),
    season: seasonSchema,
    slot: v.optional(slotSchema),
    decisions: v.array(decisionSchema),
    words: v.optional(v.pipe(v.string(), v.maxLength(4000))),
  }),
  v.transform((choices): Choices => ({
    ...choices,
    partner: choices.partner,
    slot: choices.slot,
    words: choices.words,
  })),
);

const draftSchema = v.object({
  version: v.literal(1),
  choices: choicesSchema,
  step: v.picklist(['partner', 'season', 'times', 'dates']),
});
