import type { CalendarEvent } from './calendarEvent.ts';

/** Where an event stands among those it overlaps: its column, and how many there are. */
export interface Placed {
  readonly event: CalendarEvent;
  readonly column: number;
  readonly columns: number;
}

/** Puts overlapping events of one day beside each other. Order: by start, longer ones first. */
export function placeInColumns(events: readonly CalendarEvent[]): readonly Placed[] {
  const sorted = events.toSorted((a, b) => a.start - b.start || b.end - a.end);
  const placed: Placed[] = [];
  let cluster: { readonly event: CalendarEvent; readonly column: number }[] = [];
  let clusterEnd = Number.NEGATIVE_INFINITY;
  const close = (): void => {
    const columns = Math.max(0, ...cluster.map(({ column }) => column + 1));
    placed.push(...cluster.map((entry) => ({ ...entry, columns })));
    cluster = [];
  };
  for (const event of sorted) {
    if (event.start >= clusterEnd) close();
    const taken = new Set(
      cluster.filter((entry) => entry.event.end > event.start).map(({ column }) => column),
    );
    let column = 0;
    while (taken.has(column)) column += 1;
    cluster.push({ event, column });
    clusterEnd = Math.max(clusterEnd, event.end);
  }
  close();
  return placed;
}
