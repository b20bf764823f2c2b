import * as v from 'valibot';
import type { NotesPlace } from '#ports/files.ts';
import type { MemoryPort } from '#ports/memory.ts';

/** What this device knows of a mentorship's notes, to spare questions: where they are and who the partner is. No text. */
export interface KnownNotes {
  readonly place?: NotesPlace | undefined;
  readonly partnerId?: string | undefined;
  /** What the calendar told last, for when it cannot be read. */
  readonly about?: KnownAbout | undefined;
}

export interface KnownAbout {
  readonly partnerName: string;
  readonly partnerAddress?: string | undefined;
  readonly season?: number | undefined;
  readonly mayStart: boolean;
}

const key = 'notes-known';
const mostKnown = 40;
const stored = v.array(
  v.object({
    id: v.string(),
    place: v.optional(v.object({ driveId: v.string(), folderId: v.string() })),
    partnerId: v.optional(v.string()),
    about: v.optional(
      v.object({
        partnerName: v.string(),
        partnerAddress: v.optional(v.string()),
        season: v.optional(v.number()),
        mayStart: v.boolean(),
      }),
    ),
  }),
);

export function recallKnown(memory: MemoryPort, mentorshipId: string): KnownNotes {
  return all(memory).find(({ id }) => id === mentorshipId) ?? {};
}

export function keepKnown(memory: MemoryPort, mentorshipId: string, known: KnownNotes): void {
  const before = recallKnown(memory, mentorshipId);
  const others = all(memory).filter(({ id }) => id !== mentorshipId);
  memory.keep(key, [...others, { ...before, ...known, id: mentorshipId }].slice(-mostKnown));
}

function all(memory: MemoryPort): v.InferOutput<typeof stored> {
  const read = v.safeParse(stored, memory.read(key));
  return read.success ? read.output : [];
}
