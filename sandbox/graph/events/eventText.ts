import type { EpochDay } from '../time/wallTime.ts';
import type { EventRecord } from './eventRecord.ts';
import { eventResource, type EventSource } from './eventResource.ts';
import type { EventView } from './eventView.ts';

interface KnownView {
  readonly key: string;
  readonly texts: WeakMap<EventRecord, Map<EpochDay | undefined, string>>;
}

/** The last views that were asked for, newest first: long calendars are read again and again in the same one. */
let lately: readonly KnownView[] = [];
const mostKept = 8;

/**
 * Writes events of one mailbox in one view as JSON, each once: a record is immutable, and what else its text depends on is part of the key. Only for views
 * that expand nothing.
 */
export function eventTexts(view: EventView): (source: EventSource) => string {
  const { zone, asText, immutable, selected, basic, isCalendarView, base, switches } = view;
  const shared = JSON.stringify([
    [zone.name, asText, immutable, basic, isCalendarView, base],
    selected ? [...selected] : null,
    switches.all(),
  ]);
  const known = new Map<string, KnownView>();
  return (source) => {
    const { record, day, mailbox, hidden } = source;
    const key = `${mailbox.id} ${mailbox.isOwn} ${hidden} ${shared}`;
    let found = known.get(key);
    if (!found) known.set(key, (found = viewOf(key)));
    let texts = found.texts.get(record);
    if (!texts) found.texts.set(record, (texts = new Map()));
    let text = texts.get(day);
    if (text === undefined) texts.set(day, (text = JSON.stringify(eventResource(source, view))));
    return text;
  };
}

function viewOf(key: string): KnownView {
  const found = lately.find((view) => view.key === key) ?? { key, texts: new WeakMap() };
  lately = [found, ...lately.filter((view) => view !== found)].slice(0, mostKept);
  return found;
}
