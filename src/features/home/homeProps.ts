import type { BookingPlan } from '#domain/season/bookingPlan.ts';
import type { MentorMeetings, OccurrenceRecord, SeriesRecord } from '#ports/calendar.ts';
import type { Person } from '#ports/people.ts';
import type { Services } from '#ports/services.ts';

/** A series whose plan is not closed, as `ResumeScreen` takes it. */
export type UnfinishedSeries = SeriesRecord & { readonly plan: BookingPlan };

export interface HomeScreenProps {
  readonly services: Services;
  readonly me: Person;
  /** Books a season, with somebody or with anybody. `meetings` is what home has read, so that nobody reads it twice. */
  readonly onBook: (partner: Person | undefined, meetings: MentorMeetings | undefined) => void;
  /** Takes up a booking that stopped: `intent` is which of the two buttons was pressed. */
  readonly onResume: (
    series: UnfinishedSeries,
    occurrences: readonly OccurrenceRecord[],
    intent: 'finish' | 'undo',
  ) => void;
  readonly onSettings?: (() => void) | undefined;
  /** The mentorship that a link asked for: its card is brought into view. */
  readonly openedId?: string | undefined;
}
