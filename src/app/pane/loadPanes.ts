import type * as Times from '#features/mentor-times/MentorTimesPane.tsx';
import type * as Event from './EventPane.tsx';
import type * as Meet from './MeetPane.tsx';
import type { PaneName } from './paneRoute.ts';

export function loadMeetPane(): Promise<typeof Meet> {
  return import(/* webpackChunkName: 'pane-meet' */ './MeetPane.tsx');
}

export function loadEventPane(): Promise<typeof Event> {
  return import(/* webpackChunkName: 'pane-event' */ './EventPane.tsx');
}

export function loadTimesPane(): Promise<typeof Times> {
  return import(/* webpackChunkName: 'pane-times' */ '#features/mentor-times/MentorTimesPane.tsx');
}

/** Begins to fetch the code of a pane; whoever shows it gets the failure. */
export function loadPane(pane: PaneName | undefined): void {
  const load = pane && { meet: loadMeetPane, notes: loadEventPane, times: loadTimesPane }[pane];
  load?.().catch(() => {});
}
