import { randomUUID } from 'node:crypto';
import { table, type Reader, type Writer } from '#sandbox/store/table.ts';
import { namedCalendar, requireCalendar } from '../calendars/calendarAccess.ts';
import { badRequest, GraphFailure } from '../graphFailure.ts';
import { readPreferences } from '../http/preferences.ts';
import { openMailbox, type Mailbox } from '../mailbox/openMailbox.ts';
import { withQuery } from '../odata/pageItems.ts';
import type { GraphReply, GraphRequest, GraphServices, Operation } from '../types.ts';
import { events, isSeries } from './eventRecord.ts';
import { changeKeyOf, eventId, eventResource } from './eventResource.ts';
import { eventsBetween } from './eventsBetween.ts';
import { preferenceApplied, readEventView, type EventView } from './eventView.ts';
import { isOccurrence } from './occurrences.ts';
import { readWindow, type ViewWindow } from './viewWindow.ts';

/** What a client was told of a calendar, or of a window of it. */
interface DeltaRecord {
  readonly id: string;
  readonly calendar: string;
  /** Null for all entries, without the dates of series. */
  readonly window: ViewWindow | null;
  /** Change keys of everything there, by name of the entry. */
  readonly known: Readonly<Record<string, string>>;
  /** Names of the entries still to be told in this round. */
  readonly queue: readonly string[];
  readonly used: number;
}

/** Owner: the mailbox. */
const deltas = table<DeltaRecord>('deltas');
const mostKept = 30;
const usualPage = 50;

type Parts = Pick<GraphServices, 'store' | 'clock' | 'switches'>;

/**
 * `GET …/calendarView/delta`: the window's events, then with each deltaLink what changed since. The window is fixed in the token.
 * Series come as their master and bare occurrences; what is gone comes as `@removed`.
 */
export const calendarViewDelta =
  (parts: Parts): Operation =>
  (request) => {
    refuseOptions(request, 'CalendarView', [
      '$select',
      '$filter',
      '$orderby',
      '$expand',
      '$search',
      '$top',
      '$skip',
    ]);
    return tellChanges(parts, request, () => readWindow(request));
  };

/** `GET …/calendars/{id}/events/delta`: single events and series. Not on the v1.0 pages, but desktop clients use it there. */
export const eventsDelta =
  (parts: Parts): Operation =>
  (request) => {
    refuseOptions(request, 'Events', ['$filter', '$orderby', '$expand', '$search', '$top', '$skip']);
    return tellChanges(parts, request, () => null);
  };

async function tellChanges(
  { store, clock, switches }: Parts,
  request: GraphRequest,
  windowOf: () => ViewWindow | null,
): Promise<GraphReply> {
  const view = readEventView(request, { switches });
  const mailbox = openMailbox(store, request);
  const calendar = namedCalendar(store, mailbox, request);
  requireCalendar(mailbox, calendar, 'read');
  const [skip, delta] = [request.query.get('$skiptoken'), request.query.get('$deltatoken')];
  const token = skip ?? delta;
  const size = pageSize(request);
  const round =
    token === undefined
      ? firstRound(store, mailbox, calendar.key, windowOf())
      : nextRound(store, mailbox, token, skip !== undefined);
  const [page, rest] = [round.queue.slice(0, size), round.queue.slice(size)];
  const told: DeltaRecord = { ...round, id: randomUUID(), queue: rest, used: clock.now() };
  await store.write((writer) => {
    writer.put(deltas, mailbox.owner.id, told.id, told);
    dropOldest(writer, mailbox.owner.id);
  });
  const link = (name: string): string =>
    withQuery(request, [
      ...request.query.without('$skiptoken', '$deltatoken', 'startDateTime', 'endDateTime'),
      [name, told.id],
    ]);
  return {
    status: 200,
    headers: preferenceApplied(request),
    body: {
      '@odata.context': `${request.base}/$metadata#Collection(event)`,
      value: page.map((name) => writeEntry(store, mailbox, view, name)),
      ...(told.queue.length > 0
        ? { '@odata.nextLink': link('$skiptoken') }
        : { '@odata.deltaLink': link('$deltatoken') }),
    },
  };
}

type Round = Omit<DeltaRecord, 'id' | 'used'>;

function firstRound(store: Reader, mailbox: Mailbox, calendar: string, window: ViewWindow | null): Round {
  const known = entriesOf(store, mailbox, calendar, window);
  return { calendar, window, known, queue: Object.keys(known) };
}

function nextRound(store: Reader, mailbox: Mailbox, token: string, isSamePass: boolean): Round {
  const before = store.get(deltas, mailbox.owner.id, token);
  if (!before)
    throw new GraphFailure(
      410,
      'SyncStateNotFound',
      'The sync state generation is not found; start again without a token.',
    );
  if (isSamePass) return before;
  const known = entriesOf(store, mailbox, before.calendar, before.window);
  const changed = Object.keys(known).filter((name) => known[name] !== before.known[name]);
  const gone = Object.keys(before.known).filter((name) => !(name in known));
  return { ...before, known, queue: [...changed, ...gone] };
}

/** Everything there by name (`key`, `key day`), with what changes when it changes. */
function entriesOf(
  store: Reader,
  mailbox: Mailbox,
  calendar: string,
  window: ViewWindow | null,
): Record<string, string> {
  const found: Record<string, string> = {};
  if (window === null) {
    for (const record of store.all(events, mailbox.owner.id).values())
      if (record.calendar === calendar) found[record.key] = changeKeyOf(record, undefined);
    return found;
  }
  for (const { record, day } of eventsBetween(store, mailbox.owner.id, calendar, window.from, window.to)) {
    if (day !== undefined) found[record.key] = changeKeyOf(record, undefined);
    found[day === undefined ? record.key : `${record.key} ${day}`] = changeKeyOf(record, day);
  }
  return found;
}

function writeEntry(store: Reader, mailbox: Mailbox, view: EventView, name: string): Record<string, unknown> {
  const [key = '', dayText] = name.split(' ');
  const day = dayText === undefined ? undefined : Number(dayText);
  const record = store.get(events, mailbox.owner.id, key);
  if (!record || (day !== undefined && !isOccurrence(record, day)))
    return {
      id: eventId(mailbox, { key }, day, view.immutable),
      '@removed': { reason: 'deleted' },
    };
  const hidden = !mailbox.isOwn && record.content.sensitivity === 'private';
  const isBare = day !== undefined && isSeries(record) && !(day in record.exceptions);
  return {
    '@odata.type': '#microsoft.graph.event',
    ...eventResource(
      { mailbox, record, day, hidden },
      isBare ? { ...view, selected: new Set(['seriesMasterId', 'type', 'start', 'end']) } : view,
    ),
  };
}

function refuseOptions(request: GraphRequest, resource: string, names: readonly string[]): void {
  const refused = names.filter((name) => request.query.has(name));
  if (refused.length > 0)
    throw badRequest(
      `The following parameters are not supported with change tracking over the '${resource}' resource: '${refused.join(', ')}'.`,
      'ErrorInvalidUrlQuery',
    );
}

function pageSize(request: GraphRequest): number {
  const wanted = Number(readPreferences(request.headers.prefer).get('odata.maxpagesize'));
  return wanted >= 1 && wanted <= 1000 ? wanted : usualPage;
}

/** Tokens do not live for ever. */
function dropOldest(writer: Writer, ownerId: string): void {
  const kept = [...writer.all(deltas, ownerId).values()].toSorted((a, b) => b.used - a.used);
  for (const { id } of kept.slice(mostKept)) writer.remove(deltas, ownerId, id);
}
