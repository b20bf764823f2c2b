import { badRequest } from '../graphFailure.ts';
import { parseFilter, type FilterNode } from '../odata/filterSyntax.ts';
import { matchFilter, pathsOf } from '../odata/matchFilter.ts';
import { compareBy, readOrder, type OrderKey } from '../odata/orderItems.ts';
import { nextLink, readPage } from '../odata/pageItems.ts';
import { checkPaths } from '../odata/selectMembers.ts';
import { readPreferences } from '../http/preferences.ts';
import type { GraphReply, GraphRequest } from '../types.ts';
import { eventResource, type EventSource } from './eventResource.ts';
import { eventTexts } from './eventText.ts';
import { preferenceApplied, type EventView } from './eventView.ts';
import { ownOn } from './occurrences.ts';
import { utc } from '../time/zones.ts';

const usualPage = 10;
const longestPage = 1000;

/**
 * Filters, orders and pages events, and writes those of the page. `context` names the collection. Entries become sources only where
 * they are looked at: a page of ten of a year's dates asks for ten.
 */
export function listSources<Entry>(
  request: GraphRequest,
  view: EventView,
  entries: readonly Entry[],
  sourceOf: (entry: Entry) => EventSource,
  context: string,
): GraphReply {
  if (request.query.has('$search'))
    throw badRequest("The query parameter '$search' is not supported on events.", 'ErrorInvalidUrlQuery');
  const preferred = Number(readPreferences(request.headers.prefer).get('odata.maxpagesize'));
  const page = readPage(
    request,
    preferred >= 1 && preferred <= longestPage ? preferred : usualPage,
    longestPage,
  );
  const isLookedAt = request.query.has('$filter') || request.query.has('$orderby');
  const found = isLookedAt
    ? ordered(request, filtered(request, view, entries.map(sourceOf)), view)
    : undefined;
  const total = found?.length ?? entries.length;
  const [from, to] = [page.skip, page.skip + page.top];
  const shown = found?.slice(from, to) ?? entries.slice(from, to).map(sourceOf);
  const next = nextLink(request, page, total);
  const frame = {
    '@odata.context': `${request.base}/$metadata#${context}`,
    ...(request.query.get('$count') === 'true' ? { '@odata.count': total } : {}),
  };
  const rest = next === undefined ? {} : { '@odata.nextLink': next };
  const reply = { status: 200, headers: preferenceApplied(request) };
  if (view.expansions.length > 0)
    return {
      ...reply,
      body: { ...frame, value: shown.map((source) => eventResource(source, view)), ...rest },
    };
  const value = shown.map(eventTexts(view)).join(',');
  const end = next === undefined ? '' : `,${JSON.stringify(rest).slice(1, -1)}`;
  return { ...reply, text: `${JSON.stringify(frame).slice(0, -1)},"value":[${value}]${end}}` };
}

function filtered(
  request: GraphRequest,
  view: EventView,
  sources: readonly EventSource[],
): readonly EventSource[] {
  const text = request.query.get('$filter');
  if (text === undefined) return sources;
  const node = parseFilter(text);
  const paths = pathsOf(node);
  checkPaths(paths, 'event');
  if (asksForProperties(node) && view.switches.get('extendedPropertyFilter') === 'nothing') return [];
  const probe = probeView(view, paths);
  return sources.filter((source) => matchFilter(node, probeOf(source, probe)));
}

function ordered(
  request: GraphRequest,
  sources: readonly EventSource[],
  view: EventView,
): readonly EventSource[] {
  const keys: readonly OrderKey[] = readOrder(request.query, 'event');
  if (keys.length === 0) return sources;
  const probe = probeView(
    view,
    keys.map(({ path }) => path.join('/')),
  );
  const compare = compareBy(keys);
  return sources
    .map((source) => ({ source, item: eventResource(source, probe) }))
    .toSorted((left, right) => compare(left.item, right.item))
    .map(({ source }) => source);
}

/** Filters and orders look at UTC and only at what they name. */
function probeView(view: EventView, paths: readonly string[]): EventView {
  return {
    ...view,
    zone: utc,
    selected: new Set(paths.map((path) => canonical(path.split('/')[0] ?? ''))),
    expansions: [],
    isCalendarView: false,
  };
}

const spellings = new Map(
  [
    'id subject start end type iCalUId transactionId isCancelled isAllDay isOrganizer createdDateTime lastModifiedDateTime',
    'changeKey categories originalStartTimeZone originalEndTimeZone uid reminderMinutesBeforeStart isReminderOn',
    'hasAttachments bodyPreview importance sensitivity responseRequested seriesMasterId showAs webLink isOnlineMeeting',
    'onlineMeetingProvider allowNewTimeProposals isDraft hideAttendees responseStatus body location locations recurrence',
    'attendees organizer onlineMeeting originalStart',
  ]
    .join(' ')
    .split(' ')
    .map((name) => [name.toLowerCase(), name]),
);

function canonical(name: string): string {
  return spellings.get(name.toLowerCase()) ?? name;
}

function asksForProperties(node: FilterNode): boolean {
  return pathsOf(node).some((path) => /^(single|multi)ValueExtendedProperties/i.test(path));
}

/** The event as a filter sees it, with its extended properties. */
function probeOf(source: EventSource, probe: EventView): unknown {
  const { record, day } = source;
  const own = day === undefined ? record.own : ownOn(record, day);
  return {
    ...eventResource(source, probe),
    singleValueExtendedProperties: Object.entries(own.extendedProperties).map(([id, value]) => ({
      id,
      value,
    })),
  };
}
