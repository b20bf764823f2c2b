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
import { readWindow } from './viewWindow.ts';

/** What a client was told of a window. */
interface DeltaRecord {
  readonly id: string;
  readonly calendar: string;
  readonly from: number;
  readonly to: number;
  /** Change keys of everything in the window, by name of the entry. */
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
  ({ store, clock, switches }: Parts): Operation =>
  async (request) => {
    refuseOptions(request);
    const view = readEventView(request, { switches });
    const mailbox = openMailbox(store, request);
    const calendar = namedCalendar(store, mailbox, request);
    requireCalendar(mailbox, calendar, 'read');
    const [skip, delta] = [request.query.get('$skiptoken'), request.query.get('$deltatoken')];
    const { owner } = mailbox;
    const size = pageSize(request);
    const round = nextRound(store, request, mailbox, calendar.key, skip ?? delta, skip !== undefined);
    const [page, rest] = [round.queue.slice(0, size), round.queue.slice(size)];
    const told: DeltaRecord = { ...round, id: randomUUID(), queue: rest, used: clock.now() };
    await store.write((writer) => {
      writer.put(deltas, owner.id, told.id, told);
      dropOldest(writer, owner.id);
    });
    return answer(store, request, view, mailbox, told, page);
  };

function nextRound(
  store: Reader,
  request: GraphRequest,
  mailbox: Mailbox,
  calendar: string,
  token: string | undefined,
  isSamePass: boolean,
): Omit<DeltaRecord, 'id' | 'used'> {
  if (token === undefined) {
    const { from, to } = readWindow(request);
    const known = entriesOf(store, mailbox, calendar, from, to);
    return { calendar, from, to, known, queue: Object.keys(known) };
  }
  const before = store.get(deltas, mailbox.owner.id, token);
  if (!before)
    throw new GraphFailure(
      410,
      'SyncStateNotFound',
      'The sync state generation is not found; start again without a token.',
    );
  if (isSamePass) return before;
  const known = entriesOf(store, mailbox, before.calendar, before.from, before.to);
  const changed = Object.keys(known).filter((name) => known[name] !== before.known[name]);
  const gone = Object.keys(before.known).filter((name) => !(name in known));
  return { ...before, known, queue: [...changed, ...gone] };
}

/** Everything in a window by name (`key`, `key day`), with what changes when it changes. */
function entriesOf(
  store: Reader,
  mailbox: Mailbox,
  calendar: string,
  from: number,
  to: number,
): Record<string, string> {
  const found: Record<string, string> = {};
  for (const { record, day } of eventsBetween(store, mailbox.owner.id, calendar, from, to)) {
    if (day !== undefined) found[record.key] = changeKeyOf(record, undefined);
    found[day === undefined ? record.key : `${record.key} ${day}`] = changeKeyOf(record, day);
  }
  return found;
}

function answer(
  store: Reader,
  request: GraphRequest,
  view: EventView,
  mailbox: Mailbox,
  told: DeltaRecord,
  page: readonly string[],
): GraphReply {
  const link = (name: string): string => withQuery(request, [[name, told.id]]);
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

function refuseOptions(request: GraphRequest): void {
  const refused = ['$select', '$filter', '$orderby', '$expand', '$search', '$top', '$skip'].filter((name) =>
    request.query.has(name),
  );
  if (refused.length > 0)
    throw badRequest(
      `The following parameters are not supported with change tracking over the 'CalendarView' resource: '${refused.join(', ')}'.`,
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
