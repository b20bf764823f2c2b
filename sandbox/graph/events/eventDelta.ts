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

/** What a client is told of a calendar, or of a window of it, in one round of pages. */
interface DeltaRound {
  readonly id: string;
  readonly calendar: string;
  /** Null for all entries, without the dates of series. */
  readonly window: ViewWindow | null;
  /** Change keys of everything there, by name of the entry. */
  readonly known: Readonly<Record<string, string>>;
  /** Names of the entries that this round tells; those that are not in `known` are gone. */
  readonly queue: readonly string[];
  readonly begun: number;
}

/** Owner: the mailbox. */
const deltas = table<DeltaRound>('deltaRounds');
const mostKept = 200;
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
    return tellChanges(parts, request, () => readWindow(request, 'delta'));
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
  const [token, offset = '0'] = (skip ?? delta ?? '').split('.');
  const before = token === '' || token === undefined ? undefined : knownRound(store, mailbox, token);
  const told =
    before && skip !== undefined
      ? { round: before, isNew: false }
      : before
        ? laterRound(store, mailbox, before, clock.now())
        : { round: firstRound(store, mailbox, calendar.key, windowOf(), clock.now()), isNew: true };
  const { round } = told;
  if (told.isNew)
    await store.write((writer) => {
      writer.put(deltas, mailbox.owner.id, round.id, round);
      dropOldest(writer, mailbox.owner.id);
    });
  const from = skip === undefined ? 0 : Number(offset) || 0;
  const to = from + pageSize(request);
  const link = (name: string, value: string): string =>
    withQuery(request, [
      ...request.query.without('$skiptoken', '$deltatoken', 'startDateTime', 'endDateTime'),
      [name, value],
    ]);
  return {
    status: 200,
    headers: preferenceApplied(request),
    body: {
      '@odata.context': `${request.base}/$metadata#Collection(event)`,
      value: round.queue
        .slice(from, to)
        .map((name) => writeEntry(store, mailbox, view, name, name in round.known)),
      ...(to < round.queue.length
        ? { '@odata.nextLink': link('$skiptoken', `${round.id}.${to}`) }
        : { '@odata.deltaLink': link('$deltatoken', round.id) }),
    },
  };
}

function firstRound(
  store: Reader,
  mailbox: Mailbox,
  calendar: string,
  window: ViewWindow | null,
  now: number,
): DeltaRound {
  const known = entriesOf(store, mailbox, calendar, window);
  return { id: randomUUID(), calendar, window, known, queue: Object.keys(known), begun: now };
}

function knownRound(store: Reader, mailbox: Mailbox, token: string): DeltaRound {
  const round = store.get(deltas, mailbox.owner.id, token);
  if (!round)
    throw new GraphFailure(
      410,
      'SyncStateNotFound',
      'The sync state generation is not found; fullSyncRequired.',
    );
  return round;
}

/** What changed since; the same round, told to its end, where nothing did: its token stays good. */
function laterRound(
  store: Reader,
  mailbox: Mailbox,
  before: DeltaRound,
  now: number,
): { readonly round: DeltaRound; readonly isNew: boolean } {
  const known = entriesOf(store, mailbox, before.calendar, before.window);
  const changed = Object.keys(known).filter((name) => known[name] !== before.known[name]);
  const gone = Object.keys(before.known).filter((name) => !(name in known));
  const queue = [...changed, ...gone];
  return queue.length === 0
    ? { round: { ...before, queue }, isNew: false }
    : { round: { ...before, id: randomUUID(), known, queue, begun: now }, isNew: true };
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

function writeEntry(
  store: Reader,
  mailbox: Mailbox,
  view: EventView,
  name: string,
  isThere: boolean,
): Record<string, unknown> {
  const [key = '', dayText] = name.split(' ');
  const day = dayText === undefined ? undefined : Number(dayText);
  const record = store.get(events, mailbox.owner.id, key);
  // What left the window is gone from it, though it is still in the calendar.
  if (!isThere || !record || (day !== undefined && !isOccurrence(record, day)))
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
  const kept = [...writer.all(deltas, ownerId).values()].toSorted((a, b) => b.begun - a.begun);
  for (const { id } of kept.slice(mostKept)) writer.remove(deltas, ownerId, id);
}
