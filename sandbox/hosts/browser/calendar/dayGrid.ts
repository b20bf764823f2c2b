import { element } from '../element.ts';
import { stateOf, type CalendarEvent } from './calendarEvent.ts';
import { placeInColumns } from './placeInColumns.ts';
import { dayMilli, formatTimes, formatWall, minutesOfDay, startOfDay, type Wall } from './wallClock.ts';

const hourPixels = 44;
/** Pixels that a block needs to show its time below its subject. */
const roomForTime = 36;

/** What a screen reader hears after subject and time. */
function spokenRest(event: CalendarEvent): string {
  const day = formatWall(event.start, { weekday: 'long', day: 'numeric', month: 'long' });
  return `${event.isAllDay ? ', all day' : ''}, ${day}, ${stateOf(event)}`;
}

function block(event: CalendarEvent, onOpen: (event: CalendarEvent) => void): HTMLButtonElement {
  const made = element(
    'button',
    {
      type: 'button',
      class: 'event',
      'data-event': event.id,
      'data-state': event.isCancelled ? 'cancelled' : event.showAs,
      title: `${event.subject}, ${stateOf(event)}`,
    },
    element('span', { class: 'event-subject' }, event.subject),
    ' ',
    event.isAllDay
      ? undefined
      : element('span', { class: 'event-time' }, formatTimes(event.start, event.end)),
    element('span', { class: 'sr' }, spokenRest(event)),
  );
  made.addEventListener('click', () => onOpen(event));
  return made;
}

/** Some days, each a column, hours down the side; whole-day events above. */
export function dayGrid(
  first: Wall,
  dayCount: number,
  today: Wall,
  events: readonly CalendarEvent[],
  onOpen: (event: CalendarEvent) => void,
): HTMLElement {
  const timed = events.filter((event) => !event.isAllDay && event.end - event.start < dayMilli);
  const wholeDays = events.filter((event) => !timed.includes(event));
  const days = Array.from({ length: dayCount }, (_, index) => first + index * dayMilli);
  const within = timed.filter((event) => event.start >= first && event.start < first + dayCount * dayMilli);
  const firstHour = Math.min(8, ...within.map(({ start }) => Math.floor(minutesOfDay(start) / 60)));
  const lastHour = Math.max(
    18,
    ...within.map(({ start, end }) =>
      startOfDay(end) > startOfDay(start) ? 24 : Math.ceil(minutesOfDay(end) / 60),
    ),
  );

  const columns = days.map((day) => {
    const name = formatWall(day, { weekday: 'long', day: 'numeric', month: 'long' });
    const isOn = (event: CalendarEvent): boolean => event.start < day + dayMilli && event.end > day;
    const hours = element('div', { class: 'hours' });
    hours.style.height = `${(lastHour - firstHour) * hourPixels}px`;
    const ofDay = within.filter((event) => startOfDay(event.start) === day);
    for (const { event, column, columns: count } of placeInColumns(ofDay)) {
      const made = block(event, onOpen);
      const from = minutesOfDay(event.start) - firstHour * 60;
      const length = Math.min((event.end - event.start) / 60_000, lastHour * 60 - minutesOfDay(event.start));
      made.style.top = `${(from / 60) * hourPixels}px`;
      const height = Math.max((length / 60) * hourPixels - 2, 24);
      made.style.height = `${height}px`;
      if (height < roomForTime) made.classList.add('short');
      made.style.insetInlineStart = `${(column / count) * 100}%`;
      made.style.width = `calc(${100 / count}% - 2px)`;
      hours.append(made);
    }
    return element(
      'section',
      { class: day === today ? 'day today' : 'day', 'aria-label': name },
      element(
        'h2',
        {},
        element('span', {}, formatWall(day, { weekday: 'short' })),
        ' ',
        element('span', {}, formatWall(day, { day: 'numeric', month: 'short' })),
      ),
      element('div', { class: 'whole-days' }, ...wholeDays.filter(isOn).map((event) => block(event, onOpen))),
      hours,
    );
  });
  const labels = element(
    'div',
    { class: 'hour-labels', 'aria-hidden': 'true' },
    ...Array.from({ length: lastHour - firstHour }, (_, index) =>
      element('span', {}, `${String(firstHour + index).padStart(2, '0')}:00`),
    ),
  );
  return element('div', { class: dayCount === 1 ? 'week one-day' : 'week' }, labels, ...columns);
}
