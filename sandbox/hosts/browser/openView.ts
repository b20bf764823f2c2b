import { openCalendarWithDialogs } from './calendar/openCalendarWithDialogs.ts';
import { createGraphCaller } from './graphCaller.ts';
import { openMailLog } from './openMailLog.ts';
import { openTraffic } from './openTraffic.ts';
import type { HostFacts } from './pageFacts.ts';

/** Shows one of the page's own views in a place. `onLink` is told of links in events and mails. */
export async function openView(
  view: 'calendar' | 'mail' | 'traffic',
  place: HTMLElement,
  facts: HostFacts,
  eventId: string | undefined,
  onLink: (url: string) => void,
): Promise<void> {
  switch (view) {
    case 'calendar':
      return openCalendarWithDialogs(place, {
        graph: createGraphCaller(facts.hostKey),
        person: facts.person,
        eventId,
        onLink,
      });
    case 'mail':
      return openMailLog(place, facts.person, onLink);
    case 'traffic':
      return openTraffic(place);
  }
}
