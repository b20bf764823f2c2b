import type { ReactNode } from 'react';
import type { MentorMeetings } from '#ports/calendar.ts';
import type { Person } from '#ports/people.ts';
import type { Services } from '#ports/services.ts';

/** What the whole page and the pane of the notes take. */
export interface PrepNotesProps {
  readonly services: Services;
  readonly me: Person;
  readonly mentorshipId: string;
  /** What was read of the calendar already, so that nobody reads it twice. */
  readonly meetings?: MentorMeetings | undefined;
  /** The note to show; the next meeting's without one. */
  readonly note: string | undefined;
  /** Another note is shown: for the address. */
  readonly onNote?: ((note: string) => void) | undefined;
  /** What stands above: the pane's tinted head. */
  readonly head?: ReactNode;
  readonly onBack?: (() => void) | undefined;
  /** Leads to all notes, from the pane. */
  readonly onAllNotes?: (() => void) | undefined;
  /** Somebody else for a topic. */
  readonly onTopics?: (() => void) | undefined;
}
