import type { PersonSchedule, WorkingHours } from '#domain/availability/types.ts';
import { defaultLengths } from '#domain/coffee/defaultHabits.ts';
import type { CoffeeHabits, CoffeePerson, CoffeeQuery, MealWindow } from '#domain/coffee/types.ts';
import { dayMilli } from '#domain/time/days.ts';
import type { EpochMilli } from '#domain/time/types.ts';

/** Monday 7 December 2026, midnight in London and on UTC. */
export const monday: EpochMilli = Date.UTC(2026, 11, 7);

export const windows: readonly MealWindow[] = [
  { kind: 'breakfast', startMinute: 450, endMinute: 540 },
  { kind: 'coffee', startMinute: 570, endMinute: 690 },
  { kind: 'lunch', startMinute: 720, endMinute: 840 },
  { kind: 'coffee', startMinute: 840, endMinute: 990 },
  { kind: 'dinner', startMinute: 1080, endMinute: 1260 },
];

export const habits: CoffeeHabits = {
  windows,
  likes: ['coffee', 'lunch'],
  siteDays: [1, 2, 3, 4, 5],
  guardedLunch: undefined,
  daysOff: [],
};

export const officeHours: WorkingHours = {
  days: [1, 2, 3, 4, 5],
  startMinute: 540,
  endMinute: 1020,
  zone: { kind: 'named', name: 'Europe/London' },
};

/** Somebody in London who is busy, or tentative, in stretches given as UTC hours from that Monday on. */
export function person(
  personId: string,
  entries: readonly (readonly [
    day: number,
    fromHour: number,
    toHour: number,
    status?: '1' | '2' | '4',
  ])[] = [],
  more: Partial<CoffeeHabits> = {},
  schedule: Partial<PersonSchedule> = {},
): CoffeePerson {
  const start = monday - 2 * dayMilli;
  const digits = Array.from({ length: 60 * 96 }, () => '0');
  for (const [day, from, to, status = '2'] of entries)
    digits.fill(status, (day + 2) * 96 + from * 4, (day + 2) * 96 + to * 4);
  return {
    schedule: {
      personId,
      views: [{ start, intervalMinutes: 15, view: digits.join('') }],
      items: [],
      workingHours: officeHours,
      unknownReason: undefined,
      ...schedule,
    },
    habits: { ...habits, ...more },
    zone: 'Europe/London',
  };
}

export function query(people: readonly CoffeePerson[], more: Partial<CoffeeQuery> = {}): CoffeeQuery {
  return {
    people,
    zone: 'Europe/London',
    from: monday,
    weeks: 1,
    lengthMinutes: defaultLengths,
    travelMinutes: 0,
    seasonDays: [],
    turnedDown: [],
    met: [],
    rhythmWeeks: 0,
    restUntil: undefined,
    ...more,
  };
}
