import { button, element } from '../element.ts';
import type { GraphCaller } from '../graphCaller.ts';
import type { PersonFacts } from '../pageFacts.ts';
import { sandboxNow } from '../sandboxNow.ts';
import { eventFields, readEvent, stateOf, type CalendarEvent } from './calendarEvent.ts';
import { dayGrid } from './dayGrid.ts';
import { dayMilli, formatTimes, formatWall, mondayOf, startOfDay, wallAt } from './wallClock.ts';

interface CalendarOptions {
  readonly graph: GraphCaller;
  readonly person: PersonFacts;
  /** An event to begin with. */
  readonly eventId: string | undefined;
  readonly onOpen: (event: CalendarEvent) => void;
}

/** The calendar on a page. */
export interface Calendar {
  /** Reads it anew. */
  refresh(): Promise<void>;
  /** Shows the day of an event. */
  goTo(event: CalendarEvent): Promise<void>;
  /** Shows the day of an event by its Graph id, and opens it. */
  openById(eventId: string): Promise<void>;
  /** Marks an event as the open one. */
  mark(eventId: string | undefined): void;
}

const shapes = { week: 'Week', day: 'Day', list: 'List' } as const;
type Shape = keyof typeof shapes;
const shownDays: Readonly<Record<Shape, number>> = { week: 7, day: 1, list: 28 };
/** How far "before" and "after" go, in days. */
const strides: Readonly<Record<Shape, number>> = { week: 7, day: 1, list: 7 };

/** The person's calendar: a week, a day, or a list of four weeks. */
export async function openCalendar(place: HTMLElement, options: CalendarOptions): Promise<Calendar> {
  const { graph, person } = options;
  const prefer = `outlook.timezone="${person.zone}", outlook.body-content-type="text"`;
  const today = startOfDay(wallAt(await sandboxNow(), person.placeZone));
  let day = today;
  let shape: Shape = matchMedia('(max-width: 700px)').matches ? 'list' : 'week';
  let latest = 0;
  let marked: string | undefined;

  const title = element('h1', { tabindex: '-1' });
  const problem = element('p', { role: 'alert', class: 'problem' });
  const content = element('div', { class: 'calendar-content' });
  const first = (): number => (shape === 'day' ? day : mondayOf(day));
  const go = (direction: number): void => {
    day += direction * strides[shape] * dayMilli;
    void draw();
  };
  const before = button('', () => go(-1));
  const after = button('', () => go(1));
  const shapeButtons = Object.entries(shapes).map(([name, words]) =>
    button(
      words,
      () => {
        shape = name === 'day' || name === 'list' ? name : 'week';
        void draw();
      },
      { 'data-shape': name },
    ),
  );
  const dayInput = element('input', { type: 'date', 'aria-label': 'Go to a date' });
  dayInput.addEventListener('change', () => {
    if (dayInput.value === '') return;
    day = Date.parse(`${dayInput.value}T00:00:00Z`);
    void draw();
  });
  place.replaceChildren(
    element(
      'div',
      { class: 'calendar-head' },
      title,
      button('Today', () => {
        day = today;
        void draw();
      }),
      before,
      after,
      dayInput,
      element('div', { class: 'shapes', role: 'group', 'aria-label': 'Shown as' }, ...shapeButtons),
      button('Look again', () => void draw()),
    ),
    problem,
    content,
  );

  async function read(from: number, days: number): Promise<readonly CalendarEvent[]> {
    // Wall times of any zone lie within a day of UTC; what is outside is left out below.
    const query = new URLSearchParams({
      startDateTime: new Date(from - dayMilli).toISOString(),
      endDateTime: new Date(from + (days + 1) * dayMilli).toISOString(),
      $select: eventFields,
      $top: '500',
    });
    const answer = await graph('GET', `/me/calendarView?${query.toString()}`, { prefer });
    const value: unknown =
      typeof answer === 'object' && answer !== null && 'value' in answer ? answer.value : [];
    const events = (Array.isArray(value) ? value : []).map((entry: unknown) => readEvent(entry));
    return events.filter(({ start, end }) => start < from + days * dayMilli && end > from);
  }

  async function draw(): Promise<void> {
    latest += 1;
    const mine = latest;
    const [from, days] = [first(), shownDays[shape]];
    try {
      const events = await read(from, days);
      if (mine !== latest) return;
      problem.textContent = '';
      title.textContent = titleOf(person.givenName, shape, from);
      const word = shape === 'day' ? 'Day' : 'Week';
      before.textContent = `${word} before`;
      after.textContent = `${word} after`;
      for (const made of shapeButtons)
        made.setAttribute('aria-pressed', String(made.dataset.shape === shape));
      content.replaceChildren(
        shape === 'list'
          ? eventList(events, options.onOpen)
          : dayGrid(from, days, today, events, options.onOpen),
      );
      mark(marked);
    } catch (error) {
      problem.textContent = error instanceof Error ? error.message : String(error);
    }
  }

  function mark(eventId: string | undefined): void {
    marked = eventId;
    for (const made of content.querySelectorAll<HTMLElement>('[data-event]')) {
      if (made.dataset.event === eventId) made.setAttribute('aria-current', 'true');
      else made.removeAttribute('aria-current');
    }
  }

  const calendar: Calendar = {
    refresh: draw,
    async goTo(event) {
      day = startOfDay(event.start);
      await draw();
    },
    async openById(eventId) {
      try {
        const path = `/me/events/${encodeURIComponent(eventId)}?$select=${eventFields}`;
        const event = readEvent(await graph('GET', path, { prefer }));
        await calendar.goTo(event);
        options.onOpen(event);
      } catch {
        problem.textContent = 'That event is not in this calendar.';
      }
    },
    mark,
  };
  await draw();
  const { eventId } = options;
  if (eventId !== undefined && eventId !== '') await calendar.openById(eventId);
  return calendar;
}

function titleOf(givenName: string, shape: Shape, from: number): string {
  const day = formatWall(from, { day: 'numeric', month: 'long', year: 'numeric' });
  if (shape === 'day') return `${givenName}’s calendar, ${formatWall(from, { weekday: 'long' })} ${day}`;
  return `${givenName}’s calendar, ${shape === 'week' ? 'week' : 'four weeks'} from ${day}`;
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
          'data-event': event.id,
          'data-state': event.isCancelled ? 'cancelled' : event.showAs,
        }),
      );
    }),
  );
}
