import { weekdayOf } from '#domain/time/days.ts';
import type { IsoDay, Weekday, ZoneName } from '#domain/time/types.ts';
import { toWall } from '#domain/time/wallClock.ts';
import type { MentorMeetings } from '#ports/calendar.ts';
import type { Person } from '#ports/people.ts';
import type { Role } from '../bookingState.ts';
import { isWith } from '../run/seasonTask.ts';

/** What the calendar tells of a mentorship that exists already: a new season belongs to the same one. */
export interface KnownMentorship {
  readonly mentorshipId: string;
  /** Seasons so far. */
  readonly seasons: number;
  /** The signed-in person's part, where one's own copy tells it. */
  readonly role: Role | undefined;
  /** The last date that is still to come, on the device's clocks; undefined when none is. */
  readonly runsUntil: IsoDay | undefined;
  /** The hour one meets at now, where it is told in the same zone. */
  readonly presentHour: { readonly weekday: Weekday; readonly startMinute: number } | undefined;
  /** Series that stand: those of a booking that is not finished are left out. */
  readonly seriesIds: readonly string[];
}

/** The mentorship with a partner as far as the meetings show it, or undefined when there is none. */
export function knownMentorship(
  meetings: MentorMeetings,
  partner: Person,
  zone: ZoneName,
  today: IsoDay,
): KnownMentorship | undefined {
  const shared = meetings.series.filter((series) => !series.isCancelled && isWith(series, partner.address));
  const dates = meetings.occurrences
    .filter((each) => !each.isCancelled && shared.some((series) => series.id === each.seriesId))
    .toSorted((one, other) => one.start - other.start);
  const last = dates.at(-1);
  const latest = shared.find((series) => series.id === last?.seriesId) ?? shared.at(-1);
  if (latest === undefined) return undefined;
  const ofMentorship = shared.filter((series) => series.link.mentorshipId === latest.link.mentorshipId);
  const lastDay = last && toWall(last.start, zone).day;
  const range = latest.range;
  return {
    mentorshipId: latest.link.mentorshipId,
    seasons: Math.max(ofMentorship.length, ...ofMentorship.map((series) => series.plan?.seasonNumber ?? 0)),
    role: ofMentorship.findLast((series) => series.plan !== undefined)?.plan?.role,
    runsUntil: lastDay !== undefined && lastDay >= today ? lastDay : undefined,
    presentHour:
      range === undefined || latest.zone !== zone
        ? undefined
        : { weekday: weekdayOf(range.firstDay), startMinute: latest.startMinute },
    // A booking that stopped on the way is no season to book beside: whoever books again is asked.
    seriesIds: shared.filter(({ plan }) => plan === undefined || plan.closed).map((series) => series.id),
  };
}

/** The people of all mentor meetings, for the list of those one met with lately. */
export function peopleOfMeetings(meetings: MentorMeetings, me: Person): readonly Person[] {
  const people = new Map<string, Person>();
  for (const series of meetings.series) {
    for (const { name, address } of [series.organizer, ...series.attendees]) {
      const key = address.toLowerCase();
      if (key === '' || key === me.address.toLowerCase() || people.has(key)) continue;
      people.set(key, { id: undefined, name, address, jobTitle: undefined, kind: 'person' });
    }
  }
  return [...people.values()];
}
