import type { BookingPlan } from '../../../src/domain/season/bookingPlan.ts';
import { datesOf } from '../../../src/domain/season/datesOf.ts';
import type { Answer, SeenOccurrence, SeenPerson, SeenSeries } from '../../../src/domain/mentorship/types.ts';
import { weekdayOf } from '../../../src/domain/time/days.ts';
import type { IsoDay } from '../../../src/domain/time/types.ts';
import { toInstant } from '../../../src/domain/time/wallClock.ts';

export const me = 'morgan@northgate.example';
const hourMilli = 3_600_000;

export function person(name: string, response: Answer = 'accepted'): SeenPerson {
  return {
    name,
    address: `${name.split(' ')[0]?.toLowerCase()}@northgate.example`,
    response,
    proposedStart: undefined,
    proposedEnd: undefined,
  };
}

export const morgan = person('Morgan Reid', 'organizer');
export const dana = person('Dana Mokoena');

/** A season of Morgan's own: every two weeks on Thursdays at 14:00 in London, from 10 September 2026. */
export function series(change: Partial<SeenSeries> = {}): SeenSeries {
  return {
    id: 'series-1',
    isOrganizer: true,
    organizer: morgan,
    attendees: [dana],
    ownResponse: 'organizer',
    isCancelled: false,
    link: { mentorshipId: 'm1' },
    zone: 'Europe/London',
    range: {
      cadence: { kind: 'weekly', everyWeeks: 2 },
      firstDay: '2026-09-10',
      lastDay: '2026-12-17',
    },
    startMinute: 840,
    lengthMinutes: 60,
    plan: undefined,
    ...change,
  };
}

/** The same as Dana invited Morgan to it. */
export function invitation(change: Partial<SeenSeries> = {}): SeenSeries {
  return series({
    isOrganizer: false,
    organizer: { ...dana, response: 'organizer' },
    attendees: [{ ...morgan, response: 'accepted' }],
    ownResponse: 'accepted',
    ...change,
  });
}

export function plan(of: SeenSeries, change: Partial<BookingPlan> = {}): BookingPlan {
  const range = of.range;
  if (range === undefined) throw new Error('a plan needs a range');
  return {
    version: 1,
    mentorshipId: of.link.mentorshipId,
    transactionId: 't1',
    zone: of.zone,
    slot: {
      cadence: range.cadence,
      weekday: weekdayOf(range.firstDay),
      startMinute: of.startMinute,
      lengthMinutes: of.lengthMinutes,
      phase: 0,
    },
    days: daysOf(of),
    decisions: [],
    role: 'mentee',
    seasonNumber: 2,
    closed: true,
    ...change,
  };
}

export function daysOf(of: SeenSeries): readonly IsoDay[] {
  const range = of.range;
  if (range === undefined) return [];
  return datesOf({ cadence: range.cadence, weekday: weekdayOf(range.firstDay), phase: 0 }, range);
}

/** All dates of a series as they were planned; `change` makes some different, `undefined` leaves one out. */
export function occurrences(
  of: SeenSeries,
  change: Readonly<Record<IsoDay, Partial<SeenOccurrence> | undefined>> = {},
): readonly SeenOccurrence[] {
  return daysOf(of).flatMap((day): SeenOccurrence[] => {
    if (day in change && change[day] === undefined) return [];
    const start = toInstant({ day, minuteOfDay: of.startMinute }, of.zone);
    return [
      {
        id: `${of.id}-${day}`,
        seriesId: of.id,
        originalDay: day,
        start,
        end: start + of.lengthMinutes * 60_000,
        isException: false,
        isCancelled: false,
        ownResponse: of.ownResponse,
        attendees: of.attendees,
        ...change[day],
      },
    ];
  });
}

/** A date moved to a time in London. */
export function movedTo(day: IsoDay, hour: number): Partial<SeenOccurrence> {
  const start = toInstant({ day, minuteOfDay: hour * 60 }, 'Europe/London');
  return { isException: true, start, end: start + hourMilli };
}

/** Monday 23 November 2026, 13:05 in London. */
export const now = Date.parse('2026-11-23T13:05:00Z');
export const window = {
  from: now - 26 * 7 * 24 * hourMilli,
  to: now + 52 * 7 * 24 * hourMilli,
};
