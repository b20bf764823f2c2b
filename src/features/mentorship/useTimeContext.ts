import { differingHours, type TimeContext } from '#components/timeText.ts';
import type { PersonSchedule } from '#domain/availability/types.ts';
import { partnerOf } from '#domain/mentorship/partnerOf.ts';
import { callName } from '#domain/text/callName.ts';
import type { EpochMilli } from '#domain/time/types.ts';
import type { SeriesRecord } from '#ports/calendar.ts';
import type { Person } from '#ports/people.ts';
import type { Services } from '#ports/services.ts';
import { useFormat } from '#words/FormatContext.ts';
import { useWords } from '#words/Words.ts';

/** What the sentences about one date need: both clocks, as far as free/busy tells the partner's. */
export function useTimeContext(about: {
  readonly services: Pick<Services, 'clock'>;
  readonly me: Pick<Person, 'address'>;
  readonly series: SeriesRecord;
  readonly schedules: readonly PersonSchedule[];
  readonly start: EpochMilli;
}): TimeContext {
  const words = useWords();
  const format = useFormat();
  const { services, me, series, schedules, start } = about;
  const partner = partnerOf(series, me.address);
  const zone = services.clock.zone();
  const theirs = schedules.find((each) => each.personId.toLowerCase() === partner?.address.toLowerCase());
  return {
    words: words.booking,
    format,
    partner: partner === undefined ? words.home.card.nobody : callName(partner),
    isMe: (id) => id.toLowerCase() === me.address.toLowerCase(),
    zone,
    partnerHours: differingHours(theirs?.workingHours, [start], zone),
  };
}
