import * as v from 'valibot';
import type { BookingPlan } from '#domain/season/bookingPlan.ts';
import type { EpochMilli } from '#domain/time/types.ts';
import type { MemoryPort } from '#ports/memory.ts';

/** The ids of a click whose series may have been made although nobody saw it. */
export type ClickIds = Pick<BookingPlan, 'mentorshipId' | 'transactionId'>;

const key = 'booking.click';
/** A request that was on its way is settled long before; later than this, the same choices are a new wish. */
const longestPendingMilliseconds = 3_600_000;

const stored = v.object({
  version: v.literal(1),
  what: v.pipe(v.string(), v.maxLength(100_000)),
  mentorshipId: v.string(),
  transactionId: v.string(),
  at: v.number(),
});

/** Remembers a click before its series is made, so that pressing again for the same, even in a new opening, makes no second one. */
export function keepClick(
  memory: MemoryPort,
  plan: BookingPlan,
  partnerAddress: string,
  now: EpochMilli,
): void {
  const { mentorshipId, transactionId } = plan;
  memory.keep(key, { version: 1, what: whatOf(plan, partnerAddress), mentorshipId, transactionId, at: now });
}

/** The ids of an earlier click for just the same dates with the same person, if it is not known what became of it. */
export function pendingClick(
  memory: MemoryPort,
  plan: Omit<BookingPlan, keyof ClickIds>,
  partnerAddress: string,
  now: EpochMilli,
): ClickIds | undefined {
  const read = v.safeParse(stored, memory.read(key));
  if (!read.success) return undefined;
  const { what, mentorshipId, transactionId, at } = read.output;
  const isPending = now - at < longestPendingMilliseconds && what === whatOf(plan, partnerAddress);
  return isPending ? { mentorshipId, transactionId } : undefined;
}

/** Forgets a click of which it is known what became of it. */
export function forgetClick(memory: MemoryPort): void {
  memory.forget(key);
}

/** Whether a series is what came of the remembered click. */
export function isOfClick(memory: MemoryPort, { transactionId }: BookingPlan): boolean {
  const read = v.safeParse(stored, memory.read(key));
  return read.success && read.output.transactionId === transactionId;
}

function whatOf(
  { zone, slot, days, decisions, seasonNumber }: Omit<BookingPlan, keyof ClickIds>,
  partnerAddress: string,
): string {
  return JSON.stringify([partnerAddress.toLowerCase(), zone, slot, days, decisions, seasonNumber]);
}
