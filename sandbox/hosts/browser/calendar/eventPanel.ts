import { ask, button, element } from '../element.ts';
import { linkedText } from '../linkedText.ts';
import type { GraphCaller } from '../graphCaller.ts';
import { responseInWords, stateOf, type CalendarEvent } from './calendarEvent.ts';
import { formatTimes, formatWall, readWall, writeWall } from './wallClock.ts';

interface EventPanelOptions {
  readonly graph: GraphCaller;
  readonly event: CalendarEvent;
  /** Zone that the event's wall times are in, as Graph knows it. */
  readonly zone: string;
  readonly onLink: (url: string) => void;
  /** Something was done, so the calendar has to be read anew. */
  readonly onDone: () => void;
}

/** An event and what can be done with it: answer an invitation, move or cancel one's own. The heading has the id `titleId`. */
export function eventPanel(options: EventPanelOptions, titleId: string): readonly HTMLElement[] {
  const { graph, event, zone } = options;
  const path = `/me/events/${encodeURIComponent(event.id)}`;
  const seriesPath = `/me/events/${encodeURIComponent(event.seriesId ?? event.id)}`;
  const isSeries = event.seriesId !== undefined;
  const problem = element('p', { role: 'alert', class: 'problem' });

  const run = async (work: () => Promise<unknown>): Promise<void> => {
    try {
      if ((await work()) !== 'kept') options.onDone();
    } catch (error) {
      problem.textContent = error instanceof Error ? error.message : String(error);
    }
  };
  const act = (words: string, work: () => Promise<unknown>, attributes = {}): HTMLButtonElement =>
    button(words, () => void run(work), attributes);
  const answers = (words: string, at: string, isMain: boolean): HTMLElement =>
    element(
      'div',
      { class: 'event-actions', role: 'group', 'aria-label': words },
      element('span', { class: 'quiet' }, `${words}:`),
      act('Accept', respond(graph, 'accept', at), isMain ? { class: 'main' } : {}),
      act('Tentative', respond(graph, 'tentativelyAccept', at)),
      act('Decline', respond(graph, 'decline', at)),
    );
  const move = async (): Promise<unknown> => {
    const times = await askNewTime(event);
    if (times === undefined) return 'kept';
    return graph('PATCH', path, {
      body: {
        start: { dateTime: times.start, timeZone: zone },
        end: { dateTime: times.end, timeZone: zone },
      },
    });
  };
  const cancel = (at: string): (() => Promise<unknown>) => {
    return () => removeOwnEvent(graph, at, event.attendees.length > 0);
  };
  const isInvitation = !event.isOrganizer && event.response !== 'organizer';
  const removeWords = event.attendees.length > 0 ? 'Cancel' : 'Delete';
  const own = element(
    'div',
    { class: 'event-actions' },
    act(isSeries ? 'Move this date' : 'Move', move),
    act(isSeries ? `${removeWords} this date` : removeWords, cancel(path)),
    isSeries ? act(`${removeWords} the series`, cancel(seriesPath)) : undefined,
  );
  const removal = element(
    'div',
    { class: 'event-actions' },
    act('Remove from calendar', () => graph('DELETE', path)),
  );
  const people = element(
    'ul',
    { class: 'attendees' },
    ...event.attendees.map(({ name, response }) =>
      element('li', {}, `${name}: ${responseInWords(response)}`),
    ),
  );
  return [
    element('h2', { id: titleId }, event.subject),
    element('p', {}, whenOf(event)),
    element('p', { class: 'quiet' }, detailOf(event)),
    ...(event.attendees.length === 0 ? [] : [people]),
    element('div', { class: 'event-body' }, ...linkedText(event.bodyText, options.onLink)),
    problem,
    ...(isInvitation && !event.isCancelled
      ? [answers(isSeries ? 'This date' : 'Your answer', path, !isSeries)]
      : []),
    ...(isInvitation && !event.isCancelled && isSeries ? [answers('The series', seriesPath, true)] : []),
    ...(isInvitation ? (event.isCancelled ? [removal] : []) : [own]),
  ];
}

/** Takes an event of one's own away: people who were asked hear of it. */
export function removeOwnEvent(graph: GraphCaller, path: string, hasPeople: boolean): Promise<unknown> {
  return hasPeople ? graph('POST', `${path}/cancel`, { body: { comment: '' } }) : graph('DELETE', path);
}

function respond(graph: GraphCaller, kind: string, path: string): () => Promise<unknown> {
  return () => graph('POST', `${path}/${kind}`, { body: { sendResponse: true, comment: '' } });
}

function whenOf(event: CalendarEvent): string {
  const day = formatWall(event.start, { dateStyle: 'full' });
  return event.isAllDay ? `${day}, all day` : `${day}, ${formatTimes(event.start, event.end)}`;
}

function detailOf(event: CalendarEvent): string {
  return [
    stateOf(event),
    event.seriesId === undefined
      ? ''
      : event.isException
        ? 'a date of a series, changed'
        : 'a date of a series',
    event.place,
    event.isOrganizer
      ? ''
      : `organised by ${event.organizer}, your answer: ${responseInWords(event.response)}`,
  ]
    .filter(Boolean)
    .join(', ');
}

async function askNewTime(
  event: CalendarEvent,
): Promise<{ readonly start: string; readonly end: string } | undefined> {
  const input = element('input', { type: 'datetime-local', required: true });
  input.value = writeWall(event.start).slice(0, 16);
  const said = await ask(
    'Move to',
    [element('label', {}, 'New start ', input)],
    [
      { value: 'cancel', words: 'Leave it' },
      { value: 'move', words: 'Move', isMain: true },
    ],
  );
  if (said !== 'move' || input.value === '') return undefined;
  const start = readWall(`${input.value}:00`);
  return { start: writeWall(start), end: writeWall(start + (event.end - event.start)) };
}
