import type { WorkingHours } from '#domain/availability/types.ts';
import { wallByRules } from '#domain/availability/zoneRules.ts';
import type { Clash, DateState, Move } from '#domain/season/types.ts';
import type { EpochMilli, IsoDay, ZoneName } from '#domain/time/types.ts';
import { toWall } from '#domain/time/wallClock.ts';
import { sharedZoneTables } from '#domain/time/zoneTable.ts';
import type { Format } from '#words/format.ts';
import type { Words } from '#words/Words.ts';

/** What every sentence about a time on both clocks needs. */
export interface TimeContext {
  readonly words: Words['booking'];
  readonly format: Format;
  /** How the partner is called in a sentence. */
  readonly partner: string;
  readonly isMe: (personId: string) => boolean;
  /** Where more than two meet: how each is called. */
  readonly nameOf?: (personId: string) => string;
  /** Zone of the season: one's own. */
  readonly zone: ZoneName;
  /** The partner's clocks; undefined where they are not known, or show the same as one's own all season. */
  readonly partnerHours: WorkingHours | undefined;
}

/** Day, times on both clocks of one meeting, as they are seen and said. */
export interface TimeText {
  readonly day: IsoDay;
  readonly time: string;
  readonly spokenTime: string;
  /** "15:00 for Dana"; undefined where both clocks agree or the partner's is not known. */
  readonly partnerTime: string | undefined;
  readonly spokenPartnerTime: string | undefined;
}

export function timeText(
  { start, end }: { readonly start: EpochMilli; readonly end: EpochMilli },
  context: TimeContext,
): TimeText {
  const { format, zone, words, partner, partnerHours } = context;
  const wall = toWall(start, zone);
  const minutes = (end - start) / 60_000;
  const theirs =
    partnerHours === undefined ? undefined : wallByRules(partnerHours.zone, start, sharedZoneTables);
  const onDay = (text: string): string =>
    theirs === undefined || theirs.day === wall.day ? text : `${format.day(theirs.day, 'short')}, ${text}`;
  return {
    day: wall.day,
    time: format.timeRange(wall.minuteOfDay, wall.minuteOfDay + minutes),
    spokenTime: format.spokenTimeRange(wall.minuteOfDay, wall.minuteOfDay + minutes),
    partnerTime:
      theirs === undefined
        ? undefined
        : words.dates.timeFor({ time: onDay(format.time(theirs.minuteOfDay)), partner }),
    spokenPartnerTime:
      theirs === undefined
        ? undefined
        : words.dates.timeFor({
            time: onDay(format.spokenTimeRange(theirs.minuteOfDay, theirs.minuteOfDay + minutes)),
            partner,
          }),
  };
}

/** A state inside a sentence: "Dana is away". */
export function stateText(state: DateState, context: TimeContext): string {
  const { words, format, isMe, partner, nameOf } = context;
  const { states } = words.dates;
  const who = (ids: readonly string[]): string =>
    format.list(ids.map((id) => (isMe(id) ? words.dates.you : (nameOf?.(id) ?? partner))));
  switch (state.kind) {
    case 'free':
      return states.free;
    case 'openSoFar':
      return states.openSoFar;
    case 'tentative':
      return states.tentative({ who: who(state.who) });
    case 'unknown':
      return state.who.some(isMe)
        ? states.unknown({ who: who(state.who) })
        : states.youFreeOthersUnknown({ who: who(state.who) });
    case 'clash':
      return clashesText(state.clashes, context);
    case 'blackout':
      return states.blackout;
    case 'noSuchTime':
      return states.noSuchTime;
    default:
      return state satisfies never;
  }
}

function clashesText(clashes: readonly Clash[], context: TimeContext): string {
  const { both } = context.words.dates.states;
  const [first, second, ...others] = clashes;
  return first !== undefined &&
    second?.why === first.why &&
    others.length === 0 &&
    isPair(first, second, context)
    ? both[first.why]
    : context.format.list(clashes.map((clash) => clashText(clash, context)));
}

/** "You are both" is said of oneself and one other. */
function isPair(one: Clash, other: Clash, { isMe }: TimeContext): boolean {
  return isMe(one.personId) !== isMe(other.personId);
}

function clashText({ personId, why }: Clash, { words, isMe, partner, nameOf }: TimeContext): string {
  const { states } = words.dates;
  const who = nameOf?.(personId) ?? partner;
  switch (why) {
    case 'busy':
      return isMe(personId) ? states.youBusy : states.busy({ who });
    case 'outOfOffice':
      return isMe(personId) ? states.youOutOfOffice : states.outOfOffice({ who });
    case 'outsideHours':
      return isMe(personId) ? states.youOutsideHours : states.outsideHours({ who });
    default:
      return why satisfies never;
  }
}

/** How near a move is: "The day before, same hour". */
export function nearnessText(move: Pick<Move, 'dayShift' | 'minuteShift'>, { words }: TimeContext): string {
  const { nearness } = words.dates;
  const count = Math.abs(move.dayShift);
  const day =
    move.dayShift === 0
      ? nearness.sameDay
      : move.dayShift < 0
        ? count === 1
          ? nearness.dayBefore
          : nearness.daysBefore({ count })
        : count === 1
          ? nearness.dayAfter
          : nearness.daysAfter({ count });
  const hour =
    move.minuteShift === 0 ? nearness.sameHour : move.minuteShift < 0 ? nearness.earlier : nearness.later;
  return nearness.join({ day, hour });
}

/** The partner's working hours where their clock differs from one's own on any of the dates. */
export function differingHours(
  hours: WorkingHours | undefined,
  starts: readonly EpochMilli[],
  zone: ZoneName,
): WorkingHours | undefined {
  if (hours === undefined) return undefined;
  const differs = starts.some((start) => {
    const theirs = wallByRules(hours.zone, start, sharedZoneTables);
    return theirs !== undefined && theirs.minuteOfDay !== toWall(start, zone).minuteOfDay;
  });
  return differs ? hours : undefined;
}
