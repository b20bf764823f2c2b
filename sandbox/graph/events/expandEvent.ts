import { badRequest } from '../graphFailure.ts';
import { parseFilter, type FilterNode } from '../odata/filterSyntax.ts';
import { restId } from '../ids.ts';
import { parseDateTime } from '../time/wallTime.ts';
import type { Expansion } from '../odata/readExpand.ts';
import type { EventSource } from './eventResource.ts';
import { isSeries } from './eventRecord.ts';
import type { EventView } from './eventView.ts';
import { canonicalPropertyId } from './extendedProperties.ts';
import { iCalUIdOf } from './iCalUId.ts';
import { recurrenceBlob, recurrenceBlobId } from './recurrenceBlob.ts';
import { exceptionSpans, occurrencesBetween, ownOn } from './occurrences.ts';
import { extensionName, writeOpenExtension } from './openExtensions.ts';

type WriteEvent = (source: EventSource, view: EventView) => Record<string, unknown>;

/** The members that `$expand` (and `$select=exceptionOccurrences`) add to an event. */
export function expandEvent(
  source: EventSource,
  view: EventView,
  write: WriteEvent,
): Record<string, unknown> {
  const added: Record<string, unknown> = {};
  if (view.expansions.length === 0 && view.selected?.has('exceptionOccurrences') !== true) return added;
  const wanted = new Map(view.expansions.map((expansion) => [expansion.name, expansion]));
  if (view.selected?.has('exceptionOccurrences'))
    wanted.set('exceptionOccurrences', { name: 'exceptionOccurrences', options: new Map() });
  for (const expansion of wanted.values()) {
    const value = expandOne(source, view, expansion, write);
    if (value !== undefined) added[expansion.name] = value;
  }
  return added;
}

function expandOne(source: EventSource, view: EventView, expansion: Expansion, write: WriteEvent): unknown {
  const { record, day, mailbox } = source;
  const own = day === undefined ? record.own : ownOn(record, day);
  const inner: EventView = { ...view, selected: undefined, expansions: [] };
  switch (expansion.name) {
    case 'singleValueExtendedProperties':
    case 'multiValueExtendedProperties': {
      // Reported absent from calendarView (microsoft-graph-docs#13385).
      if (view.isCalendarView || view.basic) return undefined;
      const properties = wantedProperties(expansion).flatMap((id) => {
        const value = own.extendedProperties[id] ?? storedProperty(source, id);
        const isMulti = expansion.name === 'multiValueExtendedProperties';
        return value !== undefined && (typeof value !== 'string') === isMulti ? [{ id, value }] : [];
      });
      return properties.length > 0 ? properties : undefined;
    }
    case 'extensions': {
      const names = wantedExtensions(expansion);
      return Object.entries(own.extensions)
        .filter(([name]) => names === undefined || names.includes(name))
        .map(([name, extension]) => writeOpenExtension(name, extension));
    }
    case 'attachments':
      return [];
    case 'calendar':
      return { id: restId({ kind: 'calendar', mailbox: mailbox.id, key: record.calendar }, view.immutable) };
    case 'exceptionOccurrences':
      return day === undefined && isSeries(record)
        ? exceptionSpans(record).map((span) => write({ ...source, day: span.day, span }, inner))
        : [];
    default:
      return day === undefined && isSeries(record)
        ? instancesOf(source, expansion).map((span) => write({ ...source, day: span.day, span }, inner))
        : [];
  }
}

/** Properties that Exchange itself keeps with an event. */
function storedProperty({ record, day }: EventSource, id: string): string | undefined {
  switch (id) {
    case recurrenceBlobId:
      return day === undefined ? recurrenceBlob(record) : undefined;
    case globalObjectId:
      return Buffer.from(iCalUIdOf(record, day), 'hex').toString('base64');
    case cleanGlobalObjectId:
      return Buffer.from(iCalUIdOf({ ...record, originalDay: null }, undefined), 'hex').toString('base64');
    default:
      return undefined;
  }
}

/** PidLidGlobalObjectId and PidLidCleanGlobalObjectId. */
const globalObjectId = 'Binary {6ed8da90-450b-101b-98da-00aa003f1305} Id 0x3';
const cleanGlobalObjectId = 'Binary {6ed8da90-450b-101b-98da-00aa003f1305} Id 0x23';

function instancesOf({ record }: EventSource, { options }: Expansion): ReturnType<typeof occurrencesBetween> {
  const [from, to] = ['$startdatetime', '$enddatetime'].map((name) => {
    const parsed = parseDateTime(options.get(name) ?? '');
    return parsed && parsed.wall - (parsed.offsetMilli ?? 0);
  });
  if (from === undefined || to === undefined)
    throw badRequest(
      'This request requires a time window specified by the query string parameters StartDateTime and EndDateTime.',
      'ErrorInvalidParameter',
    );
  return occurrencesBetween(record, from, to);
}

/** Ids named by `$filter=id eq '…' or id eq '…'`, in canonical spelling; without a filter Graph refuses. */
function wantedProperties({ name, options }: Expansion): readonly string[] {
  const filter = options.get('$filter');
  if (filter === undefined)
    throw badRequest(`The ${name} property requires a filter on the id.`, 'ErrorInvalidRequest');
  return idsOf(parseFilter(filter)).map((id) => {
    const canonical = canonicalPropertyId(id);
    if (canonical === undefined)
      throw badRequest(
        `The id '${id.slice(0, 200)}' of an extended property is not valid.`,
        'ErrorInvalidPropertyId',
      );
    return canonical;
  });
}

function wantedExtensions({ options }: Expansion): readonly string[] | undefined {
  const filter = options.get('$filter');
  return filter === undefined ? undefined : idsOf(parseFilter(filter)).map(extensionName);
}

function idsOf(node: FilterNode): readonly string[] {
  if (node.kind === 'or') return [...idsOf(node.left), ...idsOf(node.right)];
  if (
    node.kind === 'compare' &&
    node.operator === 'eq' &&
    node.left.kind === 'path' &&
    /(^|\/)id$/i.test(node.left.path) &&
    node.right.kind === 'value' &&
    typeof node.right.value === 'string'
  )
    return [node.right.value];
  throw badRequest("Only a filter such as id eq '…' is supported here.", 'ErrorInvalidRequest');
}
