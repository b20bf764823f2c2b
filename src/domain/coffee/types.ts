import type { PersonSchedule } from '#domain/availability/types.ts';
import type { EpochMilli, IsoDay, Weekday, ZoneName } from '#domain/time/types.ts';

/** In the order of the day. */
export const coffeeKinds = ['breakfast', 'coffee', 'lunch', 'dinner'] as const;
export type CoffeeKind = (typeof coffeeKinds)[number];

/** A stretch of the day, minutes from midnight on somebody's own clocks, half-open. */
export interface DayStretch {
  readonly startMinute: number;
  readonly endMinute: number;
}

/** When a kind may be offered. A kind may have several windows: coffee has one in the morning and one in the afternoon. */
export interface MealWindow extends DayStretch {
  readonly kind: CoffeeKind;
}

/** What somebody said about coffee chats. */
export interface CoffeeHabits {
  readonly windows: readonly MealWindow[];
  /** Breakfast and dinner are offered only to those who said that they like them. */
  readonly likes: readonly CoffeeKind[];
  /** The weekdays on which somebody works on site; undefined when that was never said. */
  readonly siteDays: readonly Weekday[] | undefined;
  /** A lunch kept to oneself: counts as busy. */
  readonly guardedLunch: DayStretch | undefined;
  /** Leave and public holidays, on the person's own calendar. */
  readonly daysOff: readonly IsoDay[];
}

/** Somebody who might come along. */
export interface CoffeePerson {
  readonly schedule: PersonSchedule;
  readonly habits: CoffeeHabits;
  /** For clocks where free/busy tells no working hours; the asking person's zone where neither is known. */
  readonly zone: ZoneName | undefined;
}

/** A time that was turned down: not offered again at that weekday and hour. */
export interface TurnedDown {
  readonly kind: CoffeeKind;
  readonly start: EpochMilli;
}

/** What is asked for. The asking person comes first, and days and weekdays are told on that person's clocks, `zone`. */
export interface CoffeeQuery {
  /** Two to five. */
  readonly people: readonly CoffeePerson[];
  readonly zone: ZoneName;
  /** Nothing starts earlier. */
  readonly from: EpochMilli;
  /** One to six. */
  readonly weeks: number;
  /** Minutes of each kind: 15 to 180, whole quarters of an hour. */
  readonly lengthMinutes: Readonly<Record<CoffeeKind, number>>;
  /** Kept free before and after where one has to walk: 0 to 120. */
  readonly travelMinutes: number;
  /** Days on which the pair meets anyway. */
  readonly seasonDays: readonly IsoDay[];
  readonly turnedDown: readonly TurnedDown[];
  /** When they had, or will have, their coffee chats; any order. */
  readonly met: readonly { readonly kind: CoffeeKind; readonly start: EpochMilli }[];
  /** The least weeks between two chats: 0 to 26. */
  readonly rhythmWeeks: number;
  /** "Not now": nothing before that. */
  readonly restUntil: EpochMilli | undefined;
  /** How many suggestions at most; three by default. */
  readonly most?: number;
}

/** Why a time is offered, most telling first. Minutes are capped at an hour. */
export type CoffeeReason =
  | { readonly kind: 'allFree' }
  | { readonly kind: 'unknown'; readonly who: readonly string[] }
  | { readonly kind: 'onSite' }
  | { readonly kind: 'video'; readonly why: 'farApart' | 'notSaid' | 'notSameDays' | 'noWay' }
  /** Whose next entry begins so soon after it. */
  | { readonly kind: 'beforeEntry'; readonly who: string; readonly minutes: number }
  | { readonly kind: 'roomAround'; readonly beforeMinutes: number; readonly afterMinutes: number }
  | { readonly kind: 'allLike' }
  | { readonly kind: 'lastOne'; readonly start: EpochMilli };

/** A time on offer. */
export interface CoffeeSuggestion {
  readonly kind: CoffeeKind;
  readonly start: EpochMilli;
  readonly end: EpochMilli;
  readonly mode: 'inPerson' | 'video';
  /** unknown: somebody's calendar cannot be seen there. Such a time never comes before one that is free for all. */
  readonly state: 'free' | 'unknown';
  readonly reasons: readonly CoffeeReason[];
}

/** What stands in the way of a time, without what it is. */
export interface Obstacle {
  readonly personId: string;
  readonly why: 'tentative' | 'busy' | 'dayOff' | 'lunch';
}

/** A time that is almost free for all, and what stands in the way. */
export interface AlmostFree {
  readonly kind: CoffeeKind;
  readonly start: EpochMilli;
  readonly end: EpochMilli;
  readonly mode: 'inPerson' | 'video';
  readonly obstacles: readonly Obstacle[];
}

/** What is wrong with a query: a named outcome, never an exception. */
export type CoffeeProblem =
  | 'too-few-people'
  | 'too-many-people'
  | 'same-person'
  | 'bad-zone'
  | 'bad-weeks'
  | 'bad-length'
  | 'bad-travel'
  | 'bad-rhythm'
  | 'bad-window'
  | 'overlapping-windows'
  | 'bad-day'
  | 'bad-schedule';

export type CoffeeAnswer =
  | { readonly kind: 'suggestions'; readonly suggestions: readonly [CoffeeSuggestion, ...CoffeeSuggestion[]] }
  /** Nobody is free together: the nearest times that almost are. Empty when there is not one window for all. */
  | { readonly kind: 'almost'; readonly almost: readonly AlmostFree[] }
  /** Not before `until`: somebody said not now, or the last chat is not long ago. */
  | { readonly kind: 'resting'; readonly until: EpochMilli; readonly why: 'notNow' | 'rhythm' }
  | { readonly kind: 'invalid'; readonly problem: CoffeeProblem; readonly personId?: string };
