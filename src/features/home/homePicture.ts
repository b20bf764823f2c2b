import type { PersonSchedule, ZoneRules } from '#domain/availability/types.ts';
import { mentorshipsOf, unfinishedBookings } from '#domain/mentorship/mentorshipsOf.ts';
import type { Mentorship, SeenWindow, UnfinishedBooking } from '#domain/mentorship/types.ts';
import { withClashes } from '#domain/mentorship/withClashes.ts';
import type { EpochMilli, ZoneName } from '#domain/time/types.ts';
import type { MentorMeetings } from '#ports/calendar.ts';

/** What home shows of the calendar, and when it was seen. */
export interface HomePicture {
  readonly at: EpochMilli;
  readonly mentorships: readonly Mentorship[];
  readonly unfinished: readonly UnfinishedBooking[];
  /** The clocks of partners, by mentorship, where free/busy tells them. */
  readonly clocks: Readonly<Record<string, ZoneRules>>;
}

const weekMilli = 604_800_000;
const hourMilli = 3_600_000;

/** Half a year back and a year ahead: what home reads. */
export function homeWindow(now: EpochMilli): SeenWindow {
  return { from: now - 26 * weekMilli, to: now + 52 * weekMilli };
}

/** Weeks in which coming dates are looked at again. */
export const checkedWeeks = 8;

/** The stretch of free/busy that the second look needs. */
export function checkWindow(now: EpochMilli): SeenWindow {
  const from = Math.floor(now / hourMilli) * hourMilli;
  return { from, to: from + checkedWeeks * weekMilli };
}

/** The picture of what was read, before the second look. */
export function pictureOf(meetings: MentorMeetings, me: string, now: EpochMilli): HomePicture {
  return {
    at: now,
    mentorships: mentorshipsOf({ ...meetings, window: homeWindow(now), now, me }),
    unfinished: unfinishedBookings({ series: meetings.series, me }),
    clocks: {},
  };
}

/** Whose calendars the second look asks for: one's own and those of all partners, for their dates and for a coffee in between. */
export function addressesToCheck(picture: HomePicture, me: string): readonly string[] {
  const partners = picture.mentorships.flatMap(({ partner }) => partner?.address ?? []);
  const distinct = [...new Map(partners.map((address) => [address.toLowerCase(), address])).values()];
  return distinct.length === 0 ? [] : [me, ...distinct];
}

/** The picture after the second look: clashes marked, and the partners' clocks known. */
export function lookedAgain(
  picture: HomePicture,
  schedules: readonly PersonSchedule[],
  me: string,
  zone: ZoneName,
): HomePicture {
  const { to: until } = checkWindow(picture.at);
  const clockOf = (address: string | undefined): ZoneRules | undefined =>
    schedules.find((each) => each.personId.toLowerCase() === address?.toLowerCase())?.workingHours?.zone;
  return {
    ...picture,
    mentorships: picture.mentorships.map((each) => withClashes(each, { schedules, me, zone, until })),
    clocks: Object.fromEntries(
      picture.mentorships.flatMap(({ id, partner }) => {
        const clock = clockOf(partner?.address);
        return clock === undefined ? [] : [[id, clock]];
      }),
    ),
  };
}
