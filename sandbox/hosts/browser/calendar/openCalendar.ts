import { button, element } from '../element.ts';
import type { GraphCaller } from '../graphCaller.ts';
import type { PersonFacts } from '../pageFacts.ts';
import { eventFields, readEvent, stateOf, type CalendarEvent } from './calendarEvent.ts';
import { eventDialog } from './eventDialog.ts';
import { dayMilli, formatTimes, formatWall, mondayOf, startOfDay, wallAt } from './wallClock.ts';
import { weekGrid } from './weekGrid.ts';

interface CalendarOptions {
  readonly graph: GraphCaller;
  readonly person: PersonFacts;
  /** An event to begin with. */
  readonly eventId: string | undefined;
  readonly onLink: (url: string) => void;
}

const listDays = 28;

/** The person's calendar: a week, or a list of four weeks; invitations are answered and dates moved here. */
export async function openCalendar(place: HTMLElement, options: CalendarOptions): Promise<void> {
  const { graph, person } = options;
  const prefer = `outlook.timezone="${person.zone}", outlook.body-content-type="text"`;
  const today = startOfDay(wallAt(await sandboxNow(), person.placeZone));
  let monday = mondayOf(today);
  let shape: 'week' | 'list' = matchMedia('(max-width: 700px)').matches ? 'list' : 'week';
  let latest = 0;

  const title = element('h1', { tabindex: '-1' });
  const problem = element('p', { role: 'alert', class: 'problem' });
  const content = element('div', { class: 'calendar-content' });
  const shapeButton = button('', () => {
    shape = shape === 'week' ? 'list' : 'week';
    void draw();
  });
  const go = (days: number): void => {
    monday += days * dayMilli;
    void draw();
  };
  const dayInput = element('input', { type: 'date', 'aria-label': 'Go to a date' });
  dayInput.addEventListener('change', () => {
    if (dayInput.value === '') return;
    monday = mondayOf(Date.parse(`${dayInput.value}T00:00:00Z`));
    void draw();
  });
  place.replaceChildren(
    element(
      'div',
      { class: 'calendar-head' },
      title,
      button('Today', () => {
        monday = mondayOf(today);
        void draw();
      }),
      button('Week before', () => go(-7)),
      button('Week after', () => go(7)),
      dayInput,
      shapeButton,
      button('Look again', () => void draw()),
    ),
    problem,
    content,
  );

  async function read(days: number): Promise<readonly CalendarEvent[]> {
    // Wall times of any zone lie within a day of UTC; what is outside of the week is left out by the grid.
    const query = new URLSearchParams({
      startDateTime: new Date(monday - dayMilli).toISOString(),
      endDateTime: new Date(monday + (days + 1) * dayMilli).toISOString(),
      $select: eventFields,
      $top: '500',
    });
    const answer = await graph('GET', `/me/calendarView?${query.toString()}`, { prefer });
    const value: unknown =
      typeof answer === 'object' && answer !== null && 'value' in answer ? answer.value : [];
    const events = (Array.isArray(value) ? value : []).map((entry: unknown) => readEvent(entry));
    return events.filter(({ start, end }) => start < monday + days * dayMilli && end > monday);
  }

  async function draw(): Promise<void> {
    latest += 1;
    const mine = latest;
    const days = shape === 'week' ? 7 : listDays;
    try {
      const events = await read(days);
      if (mine !== latest) return;
      problem.textContent = '';
      title.textContent = `${person.givenName}’s calendar, ${shape === 'week' ? 'week' : 'four weeks'} from ${formatWall(monday, { day: 'numeric', month: 'long', year: 'numeric' })}`;
      shapeButton.textContent = shape === 'week' ? 'As a list' : 'As a week';
      content.replaceChildren(
        shape === 'week' ? weekGrid(monday, today, events, open) : eventList(events, open),
      );
    } catch (error) {
      problem.textContent = error instanceof Error ? error.message : String(error);
    }
  }

  function open(event: CalendarEvent): void {
    const { onLink } = options;
    eventDialog({ graph, event, zone: person.zone, onLink }).then(
      (hasChanged) => (hasChanged ? draw() : undefined),
      (error: unknown) => {
        problem.textContent = String(error);
      },
    );
  }

  await draw();
  if (options.eventId !== undefined && options.eventId !== '') {
    try {
      const path = `/me/events/${encodeURIComponent(options.eventId)}?$select=${eventFields}`;
      const event = readEvent(await graph('GET', path, { prefer }));
      monday = mondayOf(event.start);
      await draw();
      open(event);
    } catch {
      problem.textContent = 'That event is not in this calendar.';
    }
  }
}

function eventList(events: readonly CalendarEvent[], onOpen: (event: CalendarEvent) => void): HTMLElement {
  const sorted = events.toSorted((a, b) => a.start - b.start);
  if (sorted.length === 0) return element('p', { class: 'quiet' }, 'Nothing in these four weeks.');
  return element(
    'ul',
    { class: 'event-list' },
    ...sorted.map((event) => {
      const time = event.isAllDay ? 'all day' : formatTimes(event.start, event.end);
      const day = formatWall(event.start, { weekday: 'short', day: 'numeric', month: 'short' });
      return element(
        'li',
        {},
        button(`${day}, ${time}: ${event.subject} (${stateOf(event)})`, () => onOpen(event), {
          class: 'event-row',
          'data-state': event.isCancelled ? 'cancelled' : event.showAs,
        }),
      );
    }),
  );
}

async function sandboxNow(): Promise<number> {
  const told: unknown = await (await fetch('/sandbox/clock')).json();
  const now = typeof told === 'object' && told !== null && 'now' in told ? String(told.now) : '';
  return Date.parse(now) || Date.now();
}
