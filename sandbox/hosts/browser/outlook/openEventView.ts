import { button, element } from '../element.ts';
import type { GraphCaller } from '../graphCaller.ts';
import { openCalendar, type Calendar } from '../calendar/openCalendar.ts';
import type { CalendarEvent } from '../calendar/calendarEvent.ts';
import { eventPanel, removeOwnEvent } from '../calendar/eventPanel.ts';
import type { PersonFacts } from '../pageFacts.ts';
import type { ZoneClock } from '../zoneClock.ts';
import { createForm, type EventForm } from './form/createForm.ts';
import { drawForm } from './form/drawForm.ts';
import type { FormFields, FormPerson } from './form/formFields.ts';
import { eventPath, readStoredEvent } from './form/formGraph.ts';
import type { OpenItem } from './openItem.ts';
import { readOpenEvent } from './readEvent.ts';

interface EventViewOptions {
  readonly graph: GraphCaller;
  readonly person: PersonFacts;
  readonly clock: ZoneClock;
  readonly known: readonly FormPerson[];
  /** An event to begin with. */
  readonly eventId: string | undefined;
  readonly onItem: (item: OpenItem | undefined) => void;
  readonly onLink: (url: string) => void;
}

/** The calendar, with the event that is open in it. */
export interface EventView {
  /** Opens the form of a new event. */
  compose(fields: FormFields): void;
  /** Opens an event by its Graph id: one's own in the form, others' for reading. */
  open(graphId: string): Promise<void>;
  /** Opens the series of the open date. */
  readonly openSeries: (() => void) | undefined;
  /** Leaves the form without sending. */
  closeForm(): void;
}

/** Shows the calendar; an event of somebody else's opens below it, one's own in the form. */
export async function openEventView(place: HTMLElement, options: EventViewOptions): Promise<EventView> {
  const { graph, person, onItem } = options;
  const calendarPlace = element('div', { class: 'other-view' });
  const itemPlace = element('div', { class: 'item-view', hidden: true });
  place.replaceChildren(calendarPlace, itemPlace);
  let calendar: Calendar | undefined;
  let seriesId: string | undefined;

  function close(): void {
    seriesId = undefined;
    itemPlace.hidden = true;
    itemPlace.replaceChildren();
    calendarPlace.hidden = false;
    calendar?.mark(undefined);
    onItem(undefined);
    void calendar?.refresh();
  }

  function showForm(form: EventForm): void {
    const { id } = form;
    seriesId = form.seriesId;
    calendarPlace.hidden = true;
    itemPlace.hidden = false;
    itemPlace.className = 'item-view whole';
    drawForm(itemPlace, {
      form,
      clock: options.clock,
      known: options.known,
      onDone: close,
      onRemove:
        id === undefined
          ? undefined
          : () => {
              const { required, optional } = form.fields;
              return removeOwnEvent(graph, eventPath(id), required.length + optional.length > 0);
            },
    });
    onItem(form);
  }

  async function openOwn(graphId: string): Promise<void> {
    const stored = await readStoredEvent(graph, graphId);
    showForm(createForm({ graph, clock: options.clock, stored, fields: stored.fields }));
  }

  async function openForReading(event: CalendarEvent): Promise<void> {
    const item = await readOpenEvent(graph, event.id);
    seriesId = item.seriesId;
    itemPlace.hidden = false;
    itemPlace.className = 'item-view';
    itemPlace.replaceChildren(
      element(
        'section',
        { 'aria-labelledby': 'event-title' },
        element('div', { class: 'item-head' }, button('Close', close, { 'aria-label': 'Close the event' })),
        ...eventPanel(
          { graph, event, zone: person.zone, onLink: options.onLink, onDone: close },
          'event-title',
        ),
      ),
    );
    onItem(item);
  }

  function say(error: unknown): void {
    const words = error instanceof Error ? error.message : String(error);
    itemPlace.hidden = false;
    itemPlace.replaceChildren(
      element('p', { role: 'alert', class: 'problem' }, words),
      button('Close', close),
    );
  }

  function openEvent(event: CalendarEvent): void {
    calendar?.mark(event.id);
    const isOwn = event.isOrganizer && !event.isCancelled;
    (isOwn ? openOwn(event.id) : openForReading(event)).catch(say);
  }

  calendar = await openCalendar(calendarPlace, {
    graph,
    person,
    eventId: options.eventId,
    onOpen: openEvent,
  });
  return {
    compose: (fields) => showForm(createForm({ graph, clock: options.clock, stored: undefined, fields })),
    open: async (graphId) => calendar?.openById(graphId),
    get openSeries() {
      const id = seriesId;
      return id === undefined ? undefined : () => void calendar?.openById(id);
    },
    closeForm: close,
  };
}
