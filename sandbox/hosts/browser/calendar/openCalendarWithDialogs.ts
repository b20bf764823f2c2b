import type { GraphCaller } from '../graphCaller.ts';
import type { PersonFacts } from '../pageFacts.ts';
import { eventDialog } from './eventDialog.ts';
import { openCalendar, type Calendar } from './openCalendar.ts';

/** The calendar where events open in a dialog: invitations are answered and dates moved there. */
export async function openCalendarWithDialogs(
  place: HTMLElement,
  options: {
    readonly graph: GraphCaller;
    readonly person: PersonFacts;
    readonly eventId: string | undefined;
    readonly onLink: (url: string) => void;
  },
): Promise<void> {
  const { graph, person, onLink } = options;
  let calendar: Calendar | undefined;
  calendar = await openCalendar(place, {
    graph,
    person,
    eventId: options.eventId,
    onOpen: (event) => {
      eventDialog({ graph, event, zone: person.zone, onLink }).then(
        (hasChanged) => (hasChanged ? calendar?.refresh() : undefined),
        (error: unknown) => console.error(error),
      );
    },
  });
}
