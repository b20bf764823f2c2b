import type { PersonSchedule } from '#domain/availability/types.ts';
import { wallByRules } from '#domain/availability/zoneRules.ts';
import type { AlmostFree, CoffeeReason, CoffeeSuggestion, Obstacle } from '#domain/coffee/types.ts';
import { callName } from '#domain/text/callName.ts';
import { toWall } from '#domain/time/wallClock.ts';
import type { EpochMilli, IsoDay, ZoneName } from '#domain/time/types.ts';
import { sharedZoneTables } from '#domain/time/zoneTable.ts';
import type { Format } from '#words/format.ts';
import type { Words } from '#words/Words.ts';
import type { Companion } from './coffeePair.ts';

/** What every sentence about a chat needs. */
export interface CoffeeContext {
  readonly words: Words['coffee'];
  readonly format: Format;
  readonly zone: ZoneName;
  readonly me: string;
  readonly companions: readonly Companion[];
  readonly schedules: readonly PersonSchedule[];
}

interface Span {
  readonly start: EpochMilli;
  readonly end: EpochMilli;
}

/** All who come along, as one calls them in a sentence. */
export function namesOf({ companions, format }: Pick<CoffeeContext, 'companions' | 'format'>): string {
  return format.list(companions.map((each) => callName(each)));
}

/** What somebody is called: "you", or the first name. */
export function calledBy(id: string, { me, companions, words }: CoffeeContext): string {
  if (id.toLowerCase() === me.toLowerCase()) return words.you;
  const person = companions.find((each) => each.address.toLowerCase() === id.toLowerCase());
  return person === undefined ? id : callName(person);
}

/** Day and time on one's own clocks, and on those of each whose clocks show another time. */
export function timesOf(
  { start, end }: Span,
  context: CoffeeContext,
): {
  readonly day: IsoDay;
  readonly time: string;
  readonly spoken: string;
  readonly others: readonly string[];
} {
  const { format, zone, words } = context;
  const wall = toWall(start, zone);
  const minutes = (end - start) / 60_000;
  const others = context.companions.flatMap((companion) => {
    const schedule = context.schedules.find(
      (each) => each.personId.toLowerCase() === companion.address.toLowerCase(),
    );
    const theirs = schedule?.workingHours && wallByRules(schedule.workingHours.zone, start, sharedZoneTables);
    if (!theirs || (theirs.minuteOfDay === wall.minuteOfDay && theirs.day === wall.day)) return [];
    const time = format.time(theirs.minuteOfDay);
    return [
      words.suggestion.forPartner({
        time: theirs.day === wall.day ? time : `${format.day(theirs.day, 'short')}, ${time}`,
        partner: callName(companion),
      }),
    ];
  });
  return {
    day: wall.day,
    time: format.timeRange(wall.minuteOfDay, wall.minuteOfDay + minutes),
    spoken: format.spokenTimeRange(wall.minuteOfDay, wall.minuteOfDay + minutes),
    others,
  };
}

export function kindText(
  { kind, mode }: Pick<CoffeeSuggestion, 'kind' | 'mode'>,
  words: Words['coffee'],
): string {
  return mode === 'video' ? words.videoCoffee : words.kinds[kind];
}

/** The reasons as one sentence. */
export function reasonText(suggestion: CoffeeSuggestion, context: CoffeeContext): string {
  const texts = suggestion.reasons.map((reason) => textOf(reason, suggestion, context));
  return `${texts.join(', ')}.`;
}

/** The first reasons only, for a line in the side column. */
export function shortReason(suggestion: CoffeeSuggestion, context: CoffeeContext): string {
  return suggestion.reasons
    .slice(0, 2)
    .map((reason) => textOf(reason, suggestion, context))
    .join(', ');
}

function textOf(reason: CoffeeReason, { kind }: CoffeeSuggestion, context: CoffeeContext): string {
  const { reasons } = context.words;
  const isPair = context.companions.length === 1;
  switch (reason.kind) {
    case 'allFree':
      return isPair ? reasons.bothFree : reasons.allFree;
    case 'unknown':
      return reasons.unknown({ who: context.format.list(reason.who.map((id) => calledBy(id, context))) });
    case 'onSite':
      return reasons.onSite({ isPair });
    case 'video':
      return {
        farApart: reasons.videoFarApart,
        notSaid: reasons.videoNotSaid,
        notSameDays: reasons.videoNotSameDays,
        noWay: reasons.videoNoWay,
      }[reason.why];
    case 'beforeEntry':
      return reasons.beforeEntry({ who: calledBy(reason.who, context), minutes: reason.minutes });
    case 'roomAround':
      return reasons.room;
    case 'allLike':
      return reasons.allLike;
    case 'lastOne':
      return reasons.lastOne({
        kind,
        day: context.format.day(toWall(reason.start, context.zone).day, 'date'),
      });
    default:
      return reason satisfies never;
  }
}

/** What stands in the way of a time: "Tomás is tentative and you are busy". */
export function obstaclesText({ obstacles }: AlmostFree, context: CoffeeContext): string {
  const text = ({ personId, why }: Obstacle): string =>
    context.words.almost.obstacle({ who: calledBy(personId, context), why });
  return context.format.list(obstacles.map(text));
}

/** Names at the beginning of a sentence. */
export function namedAtStart(ids: readonly string[], context: CoffeeContext): string {
  if (ids.length === 1 && ids[0]?.toLowerCase() === context.me.toLowerCase()) return context.words.youCapital;
  return context.format.list(ids.map((id) => calledBy(id, context)));
}
