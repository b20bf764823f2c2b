import { isIsoDay } from '#domain/time/days.ts';
import type { CoffeeHabits, CoffeeProblem, CoffeeQuery, DayStretch, MealWindow } from './types.ts';

interface Problem {
  readonly kind: 'invalid';
  readonly problem: CoffeeProblem;
  readonly personId?: string;
}

const mostPeople = 5;
const mostWeeks = 6;
const longestMinutes = 180;
const mostTravelMinutes = 120;
const mostRhythmWeeks = 26;

/** What is wrong with a query, or undefined. Schedules and zones are checked where they are read. */
export function checkCoffee(query: CoffeeQuery): Problem | undefined {
  const { people, weeks, lengthMinutes, travelMinutes, rhythmWeeks } = query;
  if (people.length < 2) return { kind: 'invalid', problem: 'too-few-people' };
  if (people.length > mostPeople) return { kind: 'invalid', problem: 'too-many-people' };
  const ids = people.map((person) => person.schedule.personId.toLowerCase());
  if (new Set(ids).size < ids.length) return { kind: 'invalid', problem: 'same-person' };
  if (!isWhole(weeks, 1, mostWeeks)) return { kind: 'invalid', problem: 'bad-weeks' };
  if (!Object.values(lengthMinutes).every((minutes) => isQuarters(minutes, 15, longestMinutes)))
    return { kind: 'invalid', problem: 'bad-length' };
  if (!isWhole(travelMinutes, 0, mostTravelMinutes)) return { kind: 'invalid', problem: 'bad-travel' };
  if (!isWhole(rhythmWeeks, 0, mostRhythmWeeks)) return { kind: 'invalid', problem: 'bad-rhythm' };
  if (!query.seasonDays.every(isIsoDay) || !Number.isSafeInteger(query.from))
    return { kind: 'invalid', problem: 'bad-day' };
  for (const { schedule, habits } of people) {
    const problem = problemOfHabits(habits);
    if (problem !== undefined) return { kind: 'invalid', problem, personId: schedule.personId };
  }
  return undefined;
}

/** What is wrong with somebody's habits, or undefined: also for the form in which they are typed. */
export function problemOfHabits(habits: CoffeeHabits): CoffeeProblem | undefined {
  const { windows, guardedLunch, daysOff } = habits;
  if (!windows.every(isStretch)) return 'bad-window';
  if (guardedLunch !== undefined && !isStretch(guardedLunch)) return 'bad-window';
  if (windows.some((window, index) => windows.slice(index + 1).some((other) => overlap(window, other))))
    return 'overlapping-windows';
  return daysOff.every(isIsoDay) ? undefined : 'bad-day';
}

function isStretch({ startMinute, endMinute }: DayStretch): boolean {
  return isWhole(startMinute, 0, 1439) && isWhole(endMinute, 1, 1440) && startMinute < endMinute;
}

/** Only windows of one kind: lunch and an early coffee may well touch. */
function overlap(one: MealWindow, other: MealWindow): boolean {
  return one.kind === other.kind && one.startMinute < other.endMinute && other.startMinute < one.endMinute;
}

function isQuarters(minutes: number, low: number, high: number): boolean {
  return isWhole(minutes, low, high) && minutes % 15 === 0;
}

function isWhole(value: number, low: number, high: number): boolean {
  return Number.isInteger(value) && value >= low && value <= high;
}
