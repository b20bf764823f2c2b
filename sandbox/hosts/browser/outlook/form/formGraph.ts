import { htmlDocument, innerHtml } from '#sandbox/graph/body/cleanHtml.ts';
import type { GraphCaller } from '../../graphCaller.ts';
import { listIn, membersIn, membersOf, textIn, type Members } from '../../members.ts';
import { writeWall } from '../../calendar/wallClock.ts';
import { zoneClock, type ZoneClock } from '../../zoneClock.ts';
import type { FieldName, FormFields, FormPerson, FormPlace } from './formFields.ts';
import { formRecurrenceOf, graphRecurrenceOf, type FormRecurrence } from './formRecurrence.ts';

const minuteMilli = 60_000;

/** An event as a form opens it. */
export interface StoredEvent {
  readonly id: string;
  readonly seriesId: string | undefined;
  readonly fields: FormFields;
}

export function eventPath(id: string): string {
  return `/me/events/${encodeURIComponent(id)}`;
}

function instantOf(members: Members, name: string): number {
  return Date.parse(`${textIn(membersIn(members, name), 'dateTime').slice(0, 19)}Z`);
}

/** Recurrence of an event that Graph gave in UTC; null for one that does not recur. */
export async function readRecurrence(graph: GraphCaller, event: Members): Promise<FormRecurrence | null> {
  const seriesId = textIn(event, 'seriesMasterId');
  const series = seriesId === '' ? event : membersOf(await readInUtc(graph, seriesId));
  const recurrence = membersIn(series, 'recurrence');
  if (recurrence.size === 0) return null;
  const range = membersIn(recurrence, 'range');
  const clock = zoneClock(textIn(range, 'recurrenceTimeZone') || 'UTC');
  const [start, end] = [instantOf(series, 'start'), instantOf(series, 'end')];
  const lastDate =
    textIn(range, 'type') === 'numbered'
      ? await lastDateOf(graph, textIn(series, 'id'), start, clock)
      : undefined;
  return formRecurrenceOf(recurrence, {
    startMinutes: Math.floor((clock.wallAt(start) % (1440 * minuteMilli)) / minuteMilli),
    durationMinutes: Math.round((end - start) / minuteMilli),
    ...(lastDate === undefined ? {} : { lastDate }),
  });
}

/** Local date of the last date of a series. */
async function lastDateOf(
  graph: GraphCaller,
  seriesId: string,
  start: number,
  clock: ZoneClock,
): Promise<string | undefined> {
  const years = 5;
  const query = new URLSearchParams({
    startDateTime: new Date(start).toISOString(),
    endDateTime: new Date(start + years * 366 * 86_400_000).toISOString(),
    $select: 'start',
    $top: '1000',
  });
  const answer = membersOf(
    await graph('GET', `${eventPath(seriesId)}/instances?${query.toString()}`, {
      prefer: 'outlook.timezone="UTC"',
    }),
  );
  const starts = listIn(answer, 'value').map((entry) => instantOf(membersOf(entry), 'start'));
  return starts.length === 0 ? undefined : writeWall(clock.wallAt(Math.max(...starts))).slice(0, 10);
}

export function readInUtc(graph: GraphCaller, id: string): Promise<unknown> {
  return graph('GET', eventPath(id), { prefer: 'outlook.timezone="UTC", outlook.body-content-type="html"' });
}

/** Reads an event into the fields of a form. */
export async function readStoredEvent(graph: GraphCaller, id: string): Promise<StoredEvent> {
  const event = membersOf(await readInUtc(graph, id));
  const people = (isOptional: boolean): readonly FormPerson[] =>
    listIn(event, 'attendees')
      .map(membersOf)
      .filter((attendee) => (textIn(attendee, 'type') === 'optional') === isOptional)
      .map((attendee) => membersIn(attendee, 'emailAddress'))
      .map((address) => ({
        name: textIn(address, 'name') || textIn(address, 'address'),
        address: textIn(address, 'address'),
      }));
  return {
    id,
    seriesId: textIn(event, 'seriesMasterId') || undefined,
    fields: {
      subject: textIn(event, 'subject'),
      start: instantOf(event, 'start'),
      end: instantOf(event, 'end'),
      isAllDay: event.get('isAllDay') === true,
      required: people(false),
      optional: people(true),
      places: listIn(event, 'locations').map((entry) => readPlace(membersOf(entry))),
      bodyHtml: innerHtml(textIn(membersIn(event, 'body'), 'content')).trim(),
      recurrence: await readRecurrence(graph, event),
      isOnline: event.get('isOnlineMeeting') === true,
      sensitivity: textIn(event, 'sensitivity') || 'normal',
      categories: listIn(event, 'categories').map(String),
    },
  };
}

function readPlace(place: Members): FormPlace {
  const room = textIn(place, 'locationEmailAddress');
  return { name: textIn(place, 'displayName'), room: room === '' ? undefined : room };
}

function attendees(list: readonly FormPerson[], type: string): readonly unknown[] {
  return list.map(({ name, address }) => ({ type, emailAddress: { name, address } }));
}

/** The members of a Graph event that say some of the fields. `withPeople` false keeps the people back: nothing is sent to anybody. */
export function eventBody(
  fields: FormFields,
  names: readonly FieldName[],
  options: { readonly clock: ZoneClock; readonly withPeople: boolean },
): Readonly<Record<string, unknown>> {
  const has = (...wanted: readonly FieldName[]): boolean => wanted.some((name) => names.includes(name));
  const zone = fields.recurrence?.zone ? zoneClock(fields.recurrence.zone) : options.clock;
  const time = (instant: number): Readonly<Record<string, string>> => ({
    dateTime: writeWall(
      fields.isAllDay ? Math.floor(zone.wallAt(instant) / 86_400_000) * 86_400_000 : zone.wallAt(instant),
    ),
    timeZone: zone.name,
  });
  return {
    ...(has('subject') ? { subject: fields.subject } : {}),
    ...(has('start', 'end', 'isAllDay', 'recurrence')
      ? { start: time(fields.start), end: time(fields.end), isAllDay: fields.isAllDay }
      : {}),
    ...(has('required', 'optional') && options.withPeople
      ? { attendees: [...attendees(fields.required, 'required'), ...attendees(fields.optional, 'optional')] }
      : {}),
    ...(has('places') ? { locations: fields.places.map(writePlace) } : {}),
    ...(has('bodyHtml') ? { body: { contentType: 'html', content: htmlDocument(fields.bodyHtml) } } : {}),
    ...(has('recurrence')
      ? { recurrence: fields.recurrence === null ? null : graphRecurrenceOf(fields.recurrence) }
      : {}),
    ...(has('isOnline') && fields.isOnline
      ? { isOnlineMeeting: true, onlineMeetingProvider: 'teamsForBusiness' }
      : {}),
    ...(has('sensitivity') ? { sensitivity: fields.sensitivity } : {}),
    ...(has('categories') ? { categories: fields.categories } : {}),
  };
}

function writePlace({ name, room }: FormPlace): Readonly<Record<string, unknown>> {
  return room === undefined
    ? { displayName: name }
    : { displayName: name, locationType: 'conferenceRoom', locationEmailAddress: room };
}
