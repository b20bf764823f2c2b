import type { PersonSchedule, ZoneRules } from '#domain/availability/types.ts';
import { seasonOf } from '#domain/mentorship/seasonOf.ts';
import type { SeasonDate } from '#domain/mentorship/types.ts';
import { withClashes } from '#domain/mentorship/withClashes.ts';
import { partnerOf } from '#domain/mentorship/partnerOf.ts';
import { callName } from '#domain/text/callName.ts';
import type { EpochMilli, ZoneName } from '#domain/time/types.ts';
import { checkWindow, homeWindow } from '#features/home/homePicture.ts';
import type { MentorMeetings, SeriesRecord } from '#ports/calendar.ts';

/** The season of a series as the pane shows it. */
export interface ShownSeason {
  /** In order of time. */
  readonly dates: readonly SeasonDate[];
  readonly partner: { readonly name: string; readonly address: string } | undefined;
  /** How the partner is called in a sentence. */
  readonly called: string;
  /** The partner's clock, where free/busy tells it. */
  readonly clock: ZoneRules | undefined;
}

/** A series with its dates as they stand, and with what clashes by now where free/busy was read. */
export function shownSeason(
  series: SeriesRecord,
  meetings: MentorMeetings,
  schedules: readonly PersonSchedule[] | undefined,
  about: {
    readonly me: string;
    readonly now: EpochMilli;
    readonly zone: ZoneName;
    /** How somebody is called whose name is not known. */
    readonly nobody: string;
  },
): ShownSeason {
  const { me, now, zone } = about;
  const partner = partnerOf(series, me);
  const season = seasonOf(series, undefined, partner?.address, {
    occurrences: meetings.occurrences,
    window: homeWindow(now),
    now,
  });
  const bare = {
    id: series.link.mentorshipId,
    partner,
    role: undefined,
    seasons: 1,
    season,
    followsFrom: undefined,
  };
  const looked =
    schedules === undefined ? bare : withClashes(bare, { schedules, me, zone, until: checkWindow(now).to });
  return {
    dates: looked.season.dates,
    partner,
    called: partner === undefined ? about.nobody : callName(partner),
    clock: schedules?.find(({ personId }) => personId.toLowerCase() === partner?.address.toLowerCase())
      ?.workingHours?.zone,
  };
}

/** The number of a date among those of its season that are not called off, and of how many; undefined for one that is. */
export function placeOf(
  date: SeasonDate,
  dates: readonly SeasonDate[],
): { readonly number: number; readonly of: number } | undefined {
  const standing = dates.filter(isOn);
  const index = standing.findIndex(({ key }) => key === date.key);
  return index === -1 ? undefined : { number: index + 1, of: standing.length };
}

/** Whether a date is neither skipped nor cancelled. */
export function isOn({ standing }: SeasonDate): boolean {
  return standing.kind !== 'skipped' && standing.kind !== 'cancelled';
}

/** At most so many dates around one, so that their marks stand in one row. */
export function datesAround(
  date: SeasonDate,
  dates: readonly SeasonDate[],
  most: number,
): readonly SeasonDate[] {
  const index = dates.findIndex(({ key }) => key === date.key);
  const from = Math.max(0, Math.min(index - Math.floor(most / 2), dates.length - most));
  return dates.slice(from, from + most);
}
