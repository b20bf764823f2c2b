import type { PersonSchedule } from '#domain/availability/types.ts';
import { defaultWindows } from '#domain/coffee/defaultHabits.ts';
import type { CoffeeQuery } from '#domain/coffee/types.ts';
import { minuteMilli, dayMilli } from '#domain/time/days.ts';
import { toWall } from '#domain/time/wallClock.ts';
import type { EpochMilli, ZoneName } from '#domain/time/types.ts';
import { partnerOf } from '#domain/mentorship/partnerOf.ts';
import type { MentorMeetings } from '#ports/calendar.ts';
import type { MemoryPort } from '#ports/memory.ts';
import { readKnownTaste, type OwnTaste, type PairState } from './coffeeMemory.ts';

/** Somebody who comes along. */
export interface Companion {
  readonly name: string;
  readonly address: string;
}

/** Weeks ahead in which a chat is looked for. */
export const coffeeWeeks = 4;
/** Nobody is asked for a coffee that begins in ten minutes. */
const leadMilli = 90 * minuteMilli;
const hourMilli = 60 * minuteMilli;

/** The stretch of free/busy that suggestions need, one hour wider on both sides for the way and the entry behind. */
export function coffeeWindow(now: EpochMilli): { readonly from: EpochMilli; readonly to: EpochMilli } {
  const from = Math.floor(now / hourMilli) * hourMilli;
  return { from, to: from + (coffeeWeeks * 7 + 3) * dayMilli };
}

export interface QueryParts {
  readonly me: string;
  readonly companions: readonly Companion[];
  readonly schedules: readonly PersonSchedule[];
  readonly mentorshipId: string;
  readonly meetings: MentorMeetings | undefined;
  readonly own: OwnTaste;
  readonly pair: PairState;
  readonly memory: MemoryPort;
  readonly locale: string;
  readonly zone: ZoneName;
  readonly now: EpochMilli;
}

/** The question for the engine, of what the calendars say and what was remembered. */
export function coffeeQuery(parts: QueryParts): CoffeeQuery {
  const { me, companions, own, pair, memory, zone, now } = parts;
  const windows = defaultWindows(parts.locale);
  return {
    people: [
      { schedule: scheduleOf(parts.schedules, me), habits: own.habits, zone },
      ...companions.map(({ address }) => ({
        schedule: scheduleOf(parts.schedules, address),
        habits: {
          windows,
          ...readKnownTaste(memory, address),
          guardedLunch: undefined,
          daysOff: [],
        },
        zone: undefined,
      })),
    ],
    zone,
    from: now + leadMilli,
    weeks: coffeeWeeks,
    lengthMinutes: own.lengthMinutes,
    travelMinutes: own.travelMinutes,
    seasonDays: seasonDays(parts),
    turnedDown: pair.turnedDown,
    met: pair.chats,
    rhythmWeeks: pair.rhythmWeeks,
    restUntil: pair.restUntil,
  };
}

/** What free/busy said of somebody; without an answer nothing is known. */
function scheduleOf(schedules: readonly PersonSchedule[], address: string): PersonSchedule {
  return (
    schedules.find((each) => each.personId.toLowerCase() === address.toLowerCase()) ?? {
      personId: address,
      views: [],
      items: [],
      workingHours: undefined,
      unknownReason: 'not-answered',
    }
  );
}

function seasonDays({ meetings, mentorshipId, zone }: QueryParts): CoffeeQuery['seasonDays'] {
  if (meetings === undefined) return [];
  const own = new Set(
    meetings.series.filter((each) => each.link.mentorshipId === mentorshipId).map((each) => each.id),
  );
  return meetings.occurrences
    .filter((each) => own.has(each.seriesId) && !each.isCancelled)
    .map((each) => toWall(each.start, zone).day);
}

/** The partner of a mentorship, by the latest of its series. */
export function companionOf(
  meetings: MentorMeetings,
  mentorshipId: string,
  me: string,
): Companion | undefined {
  return meetings.series
    .filter((each) => each.link.mentorshipId === mentorshipId)
    .flatMap((each) => partnerOf(each, me) ?? [])
    .at(-1);
}
