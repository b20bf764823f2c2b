import { datesOf } from '../../../src/domain/season/datesOf.ts';
import type { BookingPlan } from '../../../src/domain/season/bookingPlan.ts';
import { weekdayOf } from '../../../src/domain/time/days.ts';
import type { IsoDay } from '../../../src/domain/time/types.ts';
import { toInstant } from '../../../src/domain/time/wallClock.ts';
import type { OccurrenceRecord, SeriesRecord } from '../../../src/ports/calendar.ts';
import type { Person } from '../../../src/ports/people.ts';
import { leeds, morgan } from './story.ts';
import type { FakeCalendar } from './fakeCalendar.ts';

/** A season in Morgan's calendar: every two weeks on Thursdays at 13:00 in Leeds, from 12 November 2026 to 18 March 2027. */
export interface SeasonSpec {
  readonly id: string;
  readonly partner: Person;
  readonly firstDay?: IsoDay;
  readonly lastDay?: IsoDay;
  readonly startMinute?: number;
  readonly everyWeeks?: 1 | 2;
  readonly series?: Partial<SeriesRecord>;
  readonly plan?: Partial<BookingPlan> | 'none';
  readonly dates?: Readonly<Record<IsoDay, Partial<OccurrenceRecord> | undefined>>;
}

/** Puts a season into the calendar as if it had been booked. */
export function putSeason(calendar: FakeCalendar, spec: SeasonSpec): void {
  const { id, partner, firstDay = '2026-11-12', lastDay = '2027-03-18', startMinute = 780 } = spec;
  const cadence = { kind: 'weekly', everyWeeks: spec.everyWeeks ?? 2 } as const;
  const days = datesOf({ cadence, weekday: weekdayOf(firstDay), phase: 0 }, { firstDay, lastDay });
  const guest = {
    name: partner.name,
    address: partner.address,
    response: 'accepted' as const,
    proposedStart: undefined,
    proposedEnd: undefined,
  };
  const plan: BookingPlan = {
    version: 1,
    mentorshipId: id,
    transactionId: `t-${id}`,
    zone: leeds,
    slot: { cadence, weekday: weekdayOf(firstDay), startMinute, lengthMinutes: 60, phase: 0 },
    days,
    decisions: [],
    role: 'mentee',
    seasonNumber: 2,
    closed: true,
    ...(spec.plan === 'none' ? {} : spec.plan),
  };
  const record: SeriesRecord = {
    id: `series-${id}`,
    iCalUId: `ical-${id}`,
    etag: 'W/"1"',
    subject: 'Mentor meeting',
    isOrganizer: true,
    organizer: { ...guest, name: morgan.name, address: morgan.address, response: 'organizer' },
    attendees: [guest],
    ownResponse: 'organizer',
    isCancelled: false,
    link: { mentorshipId: id, driveId: undefined, folderId: undefined },
    zone: leeds,
    range: { cadence, firstDay, lastDay },
    startMinute,
    lengthMinutes: 60,
    place: undefined,
    joinUrl: 'https://teams.microsoft.com/l/meetup-join/1',
    webLink: `https://outlook.office.com/calendar/item/${id}`,
    plan: spec.plan === 'none' ? undefined : plan,
    ...spec.series,
  };
  const occurrences = days.flatMap((day): OccurrenceRecord[] => {
    const change = spec.dates?.[day];
    if (spec.dates !== undefined && day in spec.dates && change === undefined) return [];
    const start = toInstant({ day, minuteOfDay: startMinute }, leeds);
    return [
      {
        id: `${record.id}-${day}`,
        seriesId: record.id,
        originalDay: day,
        start,
        end: start + 3_600_000,
        isException: false,
        isCancelled: false,
        ownResponse: record.ownResponse,
        attendees: record.attendees,
        ...change,
      },
    ];
  });
  calendar.put(record, occurrences);
}

/** The same as somebody else invited Morgan to it. */
export function invitedBy(partner: Person, series: Partial<SeriesRecord> = {}): Partial<SeriesRecord> {
  const answer = { proposedStart: undefined, proposedEnd: undefined };
  return {
    isOrganizer: false,
    organizer: { ...answer, name: partner.name, address: partner.address, response: 'organizer' },
    attendees: [{ ...answer, name: morgan.name, address: morgan.address, response: 'notResponded' }],
    ownResponse: 'notResponded',
    ...series,
  };
}
