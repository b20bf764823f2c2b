import type Ical from 'ical.js';
import { addDays, daysBetween, isIsoDay } from '#domain/time/days.ts';
import type { IsoDay } from '#domain/time/types.ts';

/** Days that somebody's calendar file names. */
export type ClosuresRead =
  | {
      readonly kind: 'read';
      /** Those within the season, each once, in order. */
      readonly days: readonly IsoDay[];
      /** Entries of the file, all of them. */
      readonly entries: number;
    }
  | { readonly kind: 'unreadable' }
  | { readonly kind: 'tooMany'; readonly entries: number };

/** More entries than this are no list of closures. */
export const mostEntries = 10_000;
/** A closure longer than this is a mistake in the file. */
const longestDays = 400;

/**
 * The days of all entries of a calendar file that touch a season: whole days, stretches of days, and days on which something with a time
 * begins. Entries that repeat count as often as they fall into it. Nothing of titles or places is kept.
 */
export async function readClosures(
  text: string,
  span: { readonly firstDay: IsoDay; readonly lastDay: IsoDay },
): Promise<ClosuresRead> {
  const { default: ical } = await import(/* webpackChunkName: "closures" */ 'ical.js');
  let events: readonly InstanceType<typeof Ical.Component>[];
  try {
    events = new ical.Component(ical.parse(text)).getAllSubcomponents('vevent');
  } catch {
    return { kind: 'unreadable' };
  }
  if (events.length > mostEntries) return { kind: 'tooMany', entries: events.length };
  const days = new Set<IsoDay>();
  for (const component of events) {
    const event = new ical.Event(component);
    for (const [first, last] of stretchesOf(event, span)) {
      const length = Math.min(daysBetween(first, last), longestDays);
      for (let index = 0; index <= length; index += 1) {
        const day = addDays(first, index);
        if (day >= span.firstDay && day <= span.lastDay) days.add(day);
      }
    }
  }
  return { kind: 'read', days: [...days].toSorted(), entries: events.length };
}

/** First and last days of an entry, or of each of its repetitions until the season ends. */
function stretchesOf(
  event: InstanceType<typeof Ical.Event>,
  { lastDay }: { readonly lastDay: IsoDay },
): readonly (readonly [IsoDay, IsoDay])[] {
  const hasDay = event.component.hasProperty('dtstart');
  const first = hasDay ? dayOf(event.startDate) : undefined;
  const end = hasDay ? dayOf(event.endDate) : undefined;
  if (first === undefined || end === undefined) return [];
  // The end of whole days is the day after them.
  const isWhole = event.startDate.isDate && end > first;
  const length = daysBetween(first, isWhole ? addDays(end, -1) : end);
  if (!event.isRecurring()) return [[first, addDays(first, length)]];
  const found: (readonly [IsoDay, IsoDay])[] = [];
  const iterator = event.iterator();
  for (let count = 0; count < mostEntries; count += 1) {
    const next = iterator.next();
    const day = next === null || next === undefined ? undefined : dayOf(next);
    if (day === undefined || day > lastDay) break;
    found.push([day, addDays(day, length)]);
  }
  return found;
}

function dayOf(time: InstanceType<typeof Ical.Time> | null): IsoDay | undefined {
  const text = time?.toString().slice(0, 10) ?? '';
  return isIsoDay(text) ? text : undefined;
}
