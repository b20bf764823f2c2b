import * as v from 'valibot';
import { coffeeKinds, type CoffeeHabits, type CoffeeKind } from '#domain/coffee/types.ts';
import { defaultHabits, defaultLengths } from '#domain/coffee/defaultHabits.ts';
import { problemOfHabits } from '#domain/coffee/checkCoffee.ts';
import { isIsoDay } from '#domain/time/days.ts';
import type { EpochMilli, IsoDay, Weekday } from '#domain/time/types.ts';
import type { MemoryPort } from '#ports/memory.ts';

/** What one likes oneself: kept on this device, for all mentorships. */
export interface OwnTaste {
  readonly habits: CoffeeHabits;
  readonly lengthMinutes: Readonly<Record<CoffeeKind, number>>;
  /** Kept free before and after where one has to walk. */
  readonly travelMinutes: number;
  /** Places where one has met, the latest first. */
  readonly places: readonly string[];
}

/** What one knows of somebody else, because they said it. */
export interface KnownTaste {
  readonly likes: readonly CoffeeKind[];
  readonly siteDays: readonly Weekday[] | undefined;
}

/** A chat that was booked here. */
export interface BookedChat {
  readonly kind: CoffeeKind;
  readonly start: EpochMilli;
}

/** How a pair likes it, and what came of earlier suggestions. */
export interface PairState {
  readonly rhythmWeeks: number;
  readonly restUntil: EpochMilli | undefined;
  readonly turnedDown: readonly BookedChat[];
  readonly chats: readonly BookedChat[];
  /** How often a chat at a start was undone: another wish for the same time is another meeting. */
  readonly undone: readonly EpochMilli[];
}

const keys = { own: 'coffee.own', known: 'coffee.known', pair: 'coffee.pair' } as const;
const mostPlaces = 8;
const mostTurnedDown = 30;
const mostChats = 60;

export function readOwnTaste(memory: MemoryPort, locale: string): OwnTaste {
  const read = v.safeParse(ownSchema, memory.read(keys.own));
  if (read.success) {
    const { habits } = read.output;
    // JSON keeps no member that is undefined.
    const whole = { ...habits, siteDays: habits.siteDays, guardedLunch: habits.guardedLunch };
    if (problemOfHabits(whole) === undefined) return { ...read.output, habits: whole };
  }
  return { habits: defaultHabits(locale), lengthMinutes: defaultLengths, travelMinutes: 10, places: [] };
}

export function keepOwnTaste(memory: MemoryPort, taste: OwnTaste): void {
  memory.keep(keys.own, taste);
}

/** The latest first, each once. */
export function withPlace(taste: OwnTaste, place: string): OwnTaste {
  const name = place.trim().slice(0, 100);
  if (name === '') return taste;
  const others = taste.places.filter((each) => each.toLowerCase() !== name.toLowerCase());
  return { ...taste, places: [name, ...others].slice(0, mostPlaces) };
}

export function readKnownTaste(memory: MemoryPort, address: string): KnownTaste {
  const read = v.safeParse(knownSchema, memory.read(`${keys.known}.${address.toLowerCase()}`));
  return read.success
    ? { likes: read.output.likes, siteDays: read.output.siteDays }
    : { likes: ['coffee', 'lunch'], siteDays: undefined };
}

export function keepKnownTaste(memory: MemoryPort, address: string, taste: KnownTaste): void {
  memory.keep(`${keys.known}.${address.toLowerCase()}`, taste);
}

export function readPair(memory: MemoryPort, mentorshipId: string): PairState {
  const read = v.safeParse(pairSchema, memory.read(`${keys.pair}.${mentorshipId}`));
  if (read.success) return { ...read.output, restUntil: read.output.restUntil };
  return { rhythmWeeks: 4, restUntil: undefined, turnedDown: [], chats: [], undone: [] };
}

export function keepPair(memory: MemoryPort, mentorshipId: string, pair: PairState): void {
  memory.keep(`${keys.pair}.${mentorshipId}`, {
    ...pair,
    turnedDown: pair.turnedDown.slice(-mostTurnedDown),
    chats: pair.chats.slice(-mostChats),
    undone: pair.undone.slice(-mostChats),
  });
}

const kind = v.picklist(coffeeKinds);
const weekday = v.picklist([1, 2, 3, 4, 5, 6, 7] as const);
const weekdays = v.pipe(v.array(weekday), v.maxLength(7));
const minute = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1440));
const stretch = { startMinute: minute, endMinute: minute };
const instant = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(8e15));
const day = v.custom<IsoDay>((value) => typeof value === 'string' && isIsoDay(value));
const length = v.pipe(v.number(), v.integer(), v.minValue(15), v.maxValue(180));
const chat = v.object({ kind, start: instant });

const ownSchema = v.object({
  habits: v.object({
    windows: v.pipe(v.array(v.object({ kind, ...stretch })), v.maxLength(20)),
    likes: v.pipe(v.array(kind), v.maxLength(4)),
    siteDays: v.optional(weekdays),
    guardedLunch: v.optional(v.object(stretch)),
    daysOff: v.pipe(v.array(day), v.maxLength(400)),
  }),
  lengthMinutes: v.object({ breakfast: length, coffee: length, lunch: length, dinner: length }),
  travelMinutes: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(120)),
  places: v.pipe(v.array(v.pipe(v.string(), v.maxLength(100))), v.maxLength(mostPlaces)),
});

const knownSchema = v.object({
  likes: v.pipe(v.array(kind), v.maxLength(4)),
  siteDays: v.optional(weekdays),
});

const pairSchema = v.object({
  rhythmWeeks: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(26)),
  restUntil: v.optional(instant),
  turnedDown: v.pipe(v.array(chat), v.maxLength(mostTurnedDown)),
  chats: v.pipe(v.array(chat), v.maxLength(mostChats)),
  undone: v.pipe(v.array(instant), v.maxLength(mostChats)),
});
