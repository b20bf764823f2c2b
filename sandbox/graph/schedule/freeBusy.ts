import type { Reader } from '#sandbox/store/table.ts';
import { defaultCalendar } from '../calendars/calendarRecord.ts';
import { eventsBetween, type Entry } from '../events/eventsBetween.ts';
import type { EventContent, ShowAs } from '../events/eventRecord.ts';
import { contentOn, ownOn } from '../events/occurrences.ts';
import { toInstant } from '../time/zoneOffsets.ts';
import { milliInDay } from '../time/wallTime.ts';
import type { Zone } from '../time/zones.ts';

/** An entry of a calendar as others may see it. Epoch milliseconds. */
export interface BusyItem {
  readonly start: number;
  readonly end: number;
  readonly showAs: ShowAs;
  readonly content: EventContent;
}

/** What a person's own calendar holds within a window. All-day entries lie from midnight to midnight of `zone`. */
export function busyItems(
  store: Reader,
  ownerId: string,
  from: number,
  to: number,
  zone: Zone,
): readonly BusyItem[] {
  const calendar = defaultCalendar(store, ownerId);
  // All-day entries float: a day more on both sides, then the zone decides.
  return eventsBetween(store, ownerId, calendar.key, from - milliInDay, to + milliInDay)
    .map((entry) => busyItem(entry, zone))
    .filter(({ start, end }) => start < to && end > from);
}

function busyItem({ record, day, span }: Entry, zone: Zone): BusyItem {
  const content = day === undefined || !(day in record.exceptions) ? record.content : contentOn(record, day);
  const own = day === undefined ? record.own : ownOn(record, day);
  return {
    start: content.isAllDay ? toInstant(zone.iana, span.start) : span.start,
    end: content.isAllDay ? toInstant(zone.iana, span.end) : span.end,
    showAs: own.showAs,
    content,
  };
}

const digits: Readonly<Record<ShowAs, number>> = {
  free: 0,
  // Reported as free "for backward compatibility" (scheduleInformation).
  workingElsewhere: 0,
  unknown: 0,
  tentative: 1,
  busy: 2,
  oof: 3,
};

/** One digit for each interval of a window, the weightiest status in it; the last interval may reach beyond the window. */
export function availabilityView(
  items: readonly Pick<BusyItem, 'start' | 'end' | 'showAs'>[],
  from: number,
  to: number,
  intervalMilli: number,
): string {
  const slots = new Uint8Array(Math.ceil((to - from) / intervalMilli));
  for (const { start, end, showAs } of items) {
    const digit = digits[showAs];
    if (digit === 0 || end <= from || start >= to) continue;
    const last = Math.min(slots.length, Math.ceil((end - from) / intervalMilli));
    for (let slot = Math.max(0, Math.floor((start - from) / intervalMilli)); slot < last; slot += 1)
      if ((slots[slot] ?? 0) < digit) slots[slot] = digit;
  }
  return slots.join('');
}
