import type { CalendarMeeting, KnownCalendar, Side } from '#domain/notes/notesView.ts';
import type { Pen } from '#domain/notes/stamp.ts';
import { emptyHalf } from '#domain/notes/types.ts';
import type { Half } from '#domain/notes/types.ts';
import { addDays } from '#domain/time/days.ts';
import type { IsoDay } from '#domain/time/types.ts';

export const morgan = 'morgan-oid';
export const dana = 'dana-oid';

/** A pen at an hour of UTC, `2026-11-23T09:00`. */
export function penAt(time: string, writer = 'w1'): Pen {
  return { writer, at: Date.parse(`${time}Z`) };
}

export function halfOf(person: string, season = 1): Half {
  return emptyHalf('mentorship-1', season, person);
}

export function sideOf(...halves: readonly Half[]): Side {
  return { person: halves[0]?.author ?? '', halves };
}

/** Hours of a meeting on each of the days, 14:00 to 15:00 UTC. */
export function meetingOn(day: IsoDay, change: Partial<CalendarMeeting> = {}): CalendarMeeting {
  const start = Date.parse(`${day}T14:00Z`);
  return { note: day, day, start, end: start + 3_600_000, isCancelled: false, ...change };
}

/** A calendar that is known from a month before the first meeting to a month after the last. */
export function calendarOf(...meetings: readonly CalendarMeeting[]): KnownCalendar {
  const days = meetings.map(({ day }) => day).toSorted();
  return {
    from: addDays(days[0] ?? '2026-01-01', -30),
    to: addDays(days.at(-1) ?? '2026-12-31', 30),
    meetings,
  };
}

export function at(time: string): number {
  return Date.parse(`${time}Z`);
}
