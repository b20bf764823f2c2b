import type { EpochMilli } from '#domain/time/types.ts';
import type { OccurrenceRecord, SeriesRecord } from '#ports/calendar.ts';
import type { Services } from '#ports/services.ts';

/** A stretch of time that a date is to take. */
export interface NewTime {
  readonly start: EpochMilli;
  readonly end: EpochMilli;
}

/**
 * What becomes of one date. The organiser moves and skips; the attendee proposes another time (still coming to the present one, or
 * not) or declines. Each sends one message.
 */
export type DateDeed =
  | { readonly kind: 'move'; readonly to: NewTime }
  | { readonly kind: 'skip' }
  | {
      readonly kind: 'propose';
      readonly to: NewTime;
      readonly stillComes: boolean;
      readonly comment: string;
    }
  | { readonly kind: 'decline'; readonly comment: string };

/** `changed`: the date stands elsewhere than it was shown, or is gone, so nothing was sent. `again`: it may be tried once more. */
export type DeedOutcome =
  | { readonly kind: 'done' }
  | { readonly kind: 'changed' }
  | { readonly kind: 'again' }
  | { readonly kind: 'refused'; readonly detail: string };

/** Does it, once. Throws ServiceFailure. */
export async function carryOut(
  { calendar }: Pick<Services, 'calendar'>,
  series: Pick<SeriesRecord, 'id'>,
  occurrence: Pick<OccurrenceRecord, 'id'>,
  deed: DateDeed,
  signal: AbortSignal,
): Promise<DeedOutcome> {
  const { id: occurrenceId } = occurrence;
  if (deed.kind === 'move' || deed.kind === 'skip') {
    const change =
      deed.kind === 'skip'
        ? { kind: 'skip' as const, occurrenceId }
        : { kind: 'move' as const, occurrenceId, start: deed.to.start, end: deed.to.end };
    const [outcome] = await calendar.changeDates(series.id, [change], signal);
    switch (outcome?.kind) {
      case 'done':
        return { kind: 'done' };
      case 'gone':
        return { kind: 'changed' };
      case 'refused':
        return { kind: 'refused', detail: outcome.detail };
      case 'again':
      case undefined:
        return { kind: 'again' };
      default:
        return outcome satisfies never;
    }
  }
  const comment = deed.comment.trim() === '' ? undefined : deed.comment.trim();
  await calendar.respond(
    occurrenceId,
    deed.kind === 'decline'
      ? { kind: 'decline', comment, proposed: undefined }
      : { kind: deed.stillComes ? 'tentative' : 'decline', comment, proposed: deed.to },
    signal,
  );
  return { kind: 'done' };
}

/** What takes a deed back, where the calendar allows it: a move is moved back; what was skipped or declined has left the calendar. */
export function undoOf(deed: DateDeed, before: NewTime): DateDeed | undefined {
  return deed.kind === 'move' ? { kind: 'move', to: before } : undefined;
}
