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
const mostDrafts = 4;

/**
 * The booking that was left half made: with that partner, or the latest when none is named. Undefined when there is none or it cannot be read any more.
 */
export function readDraft(memory: MemoryPort, partner?: Person): Draft | undefined {
  const drafts = readDrafts(memory);
  return partner === undefined ? drafts[0] : drafts.find((draft) => isWith(draft, partner));
}

/** Keeps a draft for each partner, the latest few: who turns to somebody else finds the first one again. */
export function keepDraft(memory: MemoryPort, draft: Draft): void {
  const { partner } = draft.choices;
  const others = readDrafts(memory).filter((each) => partner === undefined || !isWith(each, partner));
  memory.keep(
    keys.draft,
    [draft, ...others].slice(0, mostDrafts).map((each) => ({ ...each, version: 1 })),
  );
}

/** Forgets the draft with a partner, and only that one. */
export function forgetDraft(memory: MemoryPort, partner: Person | undefined): void {
  const others = readDrafts(memory).filter((each) => partner === undefined || !isWith(each, partner));
  if (partner === undefined || others.length === 0) memory.forget(keys.draft);
  else
    memory.keep(
      keys.draft,
      others.map((each) => ({ ...each, version: 1 })),
    );
}

function readDrafts(memory: MemoryPort): readonly Draft[] {
  const kept = memory.read(keys.draft);
  // Earlier there was one draft, without a list around it.
  const entries: readonly unknown[] = Array.isArray(kept) ? kept : [kept];
  return entries.flatMap((entry) => {
    const read = v.safeParse(draftSchema, entry);
    return read.success ? [read.output] : [];
  });
}

function isWith({ choices }: Draft, partner: Person): boolean {
  return choices.partner?.address.toLowerCase() === partner.address.toLowerCase();
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
