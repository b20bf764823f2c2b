import { defaultHabits, defaultLengths } from '#domain/coffee/defaultHabits.ts';
import { suggestCoffee } from '#domain/coffee/suggestCoffee.ts';
import type { CoffeePerson, CoffeeQuery } from '#domain/coffee/types.ts';
import { dayMilli } from '#domain/time/days.ts';
import { createZoneTables } from '#domain/time/zoneTable.ts';
import { median, type BenchLine } from './line.ts';

const zones = ['Europe/London', 'Europe/Madrid', 'Africa/Johannesburg', 'Europe/Berlin', 'Europe/Helsinki'];
const from = Date.UTC(2026, 10, 30, 9);
const weeks = 6;

/** Five people in four zones over six weeks, each about a third busy, all on site on weekdays: from their availability views to three suggestions. */
export function coffeeBenchmarks(): readonly BenchLine[] {
  const tables = createZoneTables();
  const query: CoffeeQuery = {
    people: zones.map((zone, index) => person(zone, index)),
    zone: 'Europe/London',
    from,
    weeks,
    lengthMinutes: defaultLengths,
    travelMinutes: 15,
    seasonDays: [],
    turnedDown: [],
    met: [],
    rhythmWeeks: 0,
    restUntil: undefined,
  };
  const answer = suggestCoffee(query, tables);
  if (answer.kind !== 'suggestions') throw new Error(`no suggestions to measure: ${answer.kind}`);
  for (let run = 0; run < 2000; run += 1) suggestCoffee(query, tables);
  const times: number[] = [];
  for (let run = 0; run < 2000; run += 1) {
    const began = performance.now();
    suggestCoffee(query, tables);
    times.push((performance.now() - began) * 1000);
  }
  return [{ name: 'coffee-5-people-6w', value: Number(median(times).toPrecision(4)), unit: 'us' }];
}

function person(zone: string, seed: number): CoffeePerson {
  const start = Math.floor(from / dayMilli) * dayMilli - dayMilli;
  let state = seed * 7919 + 1;
  const next = (): number => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
  let view = '';
  while (view.length < (weeks * 7 + 4) * 96) {
    const length = 2 + Math.floor(next() * 6);
    const kind = next();
    view += (kind < 0.28 ? '2' : kind < 0.34 ? '1' : '0').repeat(length);
  }
  return {
    schedule: {
      personId: `person-${seed}`,
      views: [{ start, intervalMinutes: 15, view }],
      items: [],
      workingHours: {
        days: [1, 2, 3, 4, 5],
        startMinute: 480,
        endMinute: 1050,
        zone: { kind: 'named', name: zone },
      },
      unknownReason: undefined,
    },
    habits: {
      ...defaultHabits('en-GB'),
      likes: ['breakfast', 'coffee', 'lunch', 'dinner'],
      siteDays: [1, 2, 3, 4, 5],
    },
    zone,
  };
}
