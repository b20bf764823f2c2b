import fc from 'fast-check';
import type {
  AvailabilityView,
  PersonSchedule,
  ScheduleItem,
  WorkingHours,
  ZoneRules,
  ZoneTransitionRule,
} from '#domain/availability/types.ts';
import type { Cadence, HoursWithin, Ordinal, SeasonQuery } from '#domain/season/types.ts';
import type { IsoDay, Weekday } from '#domain/time/types.ts';
import { asDay } from './asDay.ts';

/** Random seasons, small enough to be worked out by hand, in zones of every kind. */

const dayMilli = 86_400_000;

/** Whole, half and quarter hours; both hemispheres; changes at night, at midnight, by half an hour, for Ramadan. */
const zones = [
  'America/Chicago',
  'Europe/London',
  'Asia/Kolkata',
  'Asia/Kathmandu',
  'Australia/Lord_Howe',
  'Pacific/Chatham',
  'Africa/Casablanca',
  'America/Sao_Paulo',
  'Pacific/Apia',
  'America/St_Johns',
  'America/Santiago',
  'Africa/Cairo',
  'UTC',
] as const;

const zoneNames = [
  ...zones,
  'Central Standard Time',
  'GMT Standard Time',
  'India Standard Time',
  'Nepal Standard Time',
  'Lord Howe Standard Time',
  'Chatham Islands Standard Time',
  'Morocco Standard Time',
  'E. South America Standard Time',
] as const;

/** Days around which clocks change somewhere, or something else is odd. */
const oddDays = [
  '2011-12-20',
  '2012-03-28',
  '2018-10-28',
  '2018-11-01',
  '2019-02-10',
  '2023-10-20',
  '2024-02-20',
  '2024-03-04',
  '2024-03-25',
  '2024-09-25',
  '2025-10-20',
  '2026-12-20',
  '2027-02-01',
  '2027-03-08',
  '2027-10-25',
  '2028-02-14',
] as const;

const everyWeekday: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7];
const someDays = fc.subarray([...everyWeekday], { minLength: 1 });

function plusDays(day: string, days: number): IsoDay {
  return asDay(new Date(Date.parse(`${day}T00:00:00Z`) + days * dayMilli).toISOString().slice(0, 10));
}

const firstDays = fc
  .tuple(fc.constantFrom(...oddDays), fc.integer({ min: -20, max: 12 }))
  .map(([day, shift]) => plusDays(day, shift));

const dayCounts = fc.oneof(
  { arbitrary: fc.integer({ min: 1, max: 20 }), weight: 4 },
  { arbitrary: fc.integer({ min: 21, max: 80 }), weight: 6 },
  { arbitrary: fc.integer({ min: 81, max: 364 }), weight: 1 },
);

const cadences: fc.Arbitrary<Cadence> = fc.oneof(
  fc.record({ kind: fc.constant('weekly' as const), everyWeeks: fc.constantFrom<1 | 2 | 3 | 4>(1, 2, 3, 4) }),
  fc.record({
    kind: fc.constant('monthly' as const),
    ordinal: fc.constantFrom<Ordinal>(1, 2, 3, 4, 'last'),
    everyMonths: fc.constantFrom(1, 1, 2, 3),
  }),
);

const lengths = fc.constantFrom(15, 30, 45, 60, 60, 60, 90, 120, 240);

/** A window of a few starts on one to three days; at night as often as by day, since clocks change at night. */
function hoursFor(lengthMinutes: number): fc.Arbitrary<HoursWithin> {
  return fc
    .tuple(
      fc.subarray([...everyWeekday], { minLength: 1, maxLength: 5 }),
      fc.oneof(fc.integer({ min: 0, max: 300 }), fc.integer({ min: 420, max: 1260 })),
      fc.oneof(fc.integer({ min: 0, max: 120 }), fc.integer({ min: 120, max: 360 })),
    )
    .map(([days, earliest, room]) => {
      const latestMinute = Math.min(earliest + lengthMinutes + room, 1440);
      return { days, earliestMinute: Math.min(earliest, latestMinute - 15), latestMinute };
    });
}

const transitions = (biasMinutes: number): fc.Arbitrary<ZoneTransitionRule> =>
  fc.record({
    biasMinutes: fc.constant(biasMinutes),
    month: fc.integer({ min: 1, max: 12 }),
    dayOccurrence: fc.constantFrom<1 | 2 | 3 | 4 | 5>(1, 2, 3, 4, 5),
    dayOfWeek: fc.constantFrom(...everyWeekday),
    minuteOfDay: fc.constantFrom(0, 60, 120, 180),
  });

const customZones: fc.Arbitrary<ZoneRules> = fc
  .tuple(
    fc.integer({ min: -48, max: 48 }).map((quarters) => quarters * 15),
    transitions(0),
    fc.constantFrom(-60, -30).chain(transitions),
    fc.boolean(),
  )
  .filter(([, standard, daylight]) => standard.month !== daylight.month)
  .map(([biasMinutes, standard, daylight, changes]) => ({
    kind: 'custom',
    biasMinutes,
    standard: changes ? standard : undefined,
    daylight: changes ? daylight : undefined,
  }));

const zoneRules: fc.Arbitrary<ZoneRules> = fc.oneof(
  { arbitrary: fc.constantFrom(...zoneNames).map((name): ZoneRules => ({ kind: 'named', name })), weight: 4 },
  { arbitrary: customZones, weight: 1 },
);

/** Hours are mostly long, or nothing would ever be offered. */
const workingHours: fc.Arbitrary<WorkingHours> = fc
  .tuple(
    fc.oneof({ arbitrary: fc.constant([...everyWeekday]), weight: 3 }, { arbitrary: someDays, weight: 1 }),
    fc.oneof(fc.constant(0), fc.constant(0), fc.integer({ min: 0, max: 600 })),
    fc.oneof(fc.constant(1440), fc.constant(1440), fc.integer({ min: 700, max: 1440 })),
    zoneRules,
  )
  .map(([days, startMinute, endMinute, zone]) => ({ days, startMinute, endMinute, zone }));

/** A view with standing entries each week or two and single ones that stop somewhere. */
function viewFor(firstDay: IsoDay, dayCount: number): fc.Arbitrary<AvailabilityView> {
  return fc
    .record({
      seed: fc.integer({ min: 1, max: 2 ** 31 - 1 }),
      intervalMinutes: fc.constantFrom(15, 15, 15, 5, 30, 60, 10, 7, 45),
      startMinutes: fc.oneof(
        fc.constant(-1440),
        fc.constant(-1440),
        fc.integer({ min: -3000, max: 3000 }),
        fc.integer({ min: -200, max: 200 }).map((quarters) => quarters * 15),
      ),
      endMinutes: fc.oneof(fc.constant(2880), fc.constant(2880), fc.integer({ min: -20_000, max: 3000 })),
      density: fc.constantFrom(0, 0.02, 0.1, 0.3),
      fadesAfterDays: fc.integer({ min: 5, max: 200 }),
      noData: fc.constantFrom(0, 0, 0, 0.02),
    })
    .map(({ seed, intervalMinutes, startMinutes, endMinutes, density, fadesAfterDays, noData }) => {
      const start = Date.parse(`${firstDay}T00:00:00Z`) + startMinutes * 60_000;
      const minutes = Math.max(dayCount * 1440 + endMinutes - startMinutes, 0);
      const count = Math.floor(minutes / intervalMinutes);
      const random = createRandom(seed);
      const standing = Array.from({ length: 4 }, () => ({
        minuteOfWeek: Math.floor(random() * 7 * 1440),
        minutes: 30 + Math.floor(random() * 6) * 30,
        weeks: 1 + Math.floor(random() * 2),
      }));
      const digits: string[] = [];
      let run = 0;
      let digit = '0';
      for (let index = 0; index < count; index++) {
        const minute = index * intervalMinutes;
        if (run <= 0) {
          const isLate = minute / 1440 > fadesAfterDays;
          digit =
            !isLate && random() < density ? (['1', '2', '2', '3'][Math.floor(random() * 4)] ?? '2') : '0';
          if (random() < noData / 10) digit = '4';
          run = 15 + Math.floor(random() * 120);
        }
        run -= intervalMinutes;
        const week = Math.floor(minute / 10_080);
        const isStanding = standing.some(
          (each) =>
            week % each.weeks === 0 &&
            minute % 10_080 >= each.minuteOfWeek &&
            minute % 10_080 < each.minuteOfWeek + each.minutes,
        );
        digits.push(isStanding && density > 0 ? '2' : digit);
      }
      return { start, intervalMinutes, view: digits.join('') };
    });
}

function itemFor(firstDay: IsoDay, dayCount: number): fc.Arbitrary<ScheduleItem> {
  return fc
    .tuple(
      fc.integer({ min: -1440, max: dayCount * 1440 }),
      fc.integer({ min: 0, max: 300 }),
      fc.constantFrom<ScheduleItem['status']>(
        'tentative',
        'busy',
        'outOfOffice',
        'unknown',
        'free',
        'workingElsewhere',
      ),
    )
    .map(([from, minutes, status]) => {
      const start = Date.parse(`${firstDay}T00:00:00Z`) + from * 60_000;
      return { start, end: start + minutes * 60_000, status };
    });
}

function scheduleFor(personId: string, firstDay: IsoDay, dayCount: number): fc.Arbitrary<PersonSchedule> {
  return fc.record({
    personId: fc.constant(personId),
    views: fc.oneof(
      { arbitrary: viewFor(firstDay, dayCount).map((view) => [view]), weight: 5 },
      { arbitrary: fc.array(viewFor(firstDay, dayCount), { maxLength: 3 }), weight: 1 },
    ),
    items: fc.array(itemFor(firstDay, dayCount), { maxLength: 3 }),
    workingHours: fc.option(workingHours, { nil: undefined, freq: 3 }),
    unknownReason: fc.oneof(
      { arbitrary: fc.constant(undefined), weight: 20 },
      { arbitrary: fc.constant('outside' as const), weight: 1 },
    ),
  });
}

/** A sound query. */
export const seasonQueries: fc.Arbitrary<SeasonQuery> = fc
  .tuple(firstDays, dayCounts, lengths, fc.constantFrom(1, 2, 2, 2, 3))
  .chain(([firstDay, dayCount, lengthMinutes, people]) =>
    fc.record({
      zone: fc.constantFrom(...zones),
      firstDay: fc.constant(firstDay),
      lastDay: fc.constant(plusDays(firstDay, dayCount - 1)),
      cadence: cadences,
      lengthMinutes: fc.constant(lengthMinutes),
      hours: hoursFor(lengthMinutes),
      blackouts: fc.array(
        fc.integer({ min: -2, max: dayCount + 2 }).map((days) => plusDays(firstDay, days)),
        { maxLength: 3 },
      ),
      schedules: fc.tuple(
        ...Array.from({ length: people }, (_, index) => scheduleFor(`p${index}`, firstDay, dayCount)),
      ),
      preferred: fc.option(
        fc.record({
          weekday: fc.constantFrom(...everyWeekday),
          startMinute: fc.integer({ min: 0, max: 95 }).map((quarters) => quarters * 15),
        }),
        { nil: undefined },
      ),
      limit: fc.constantFrom(1, 4, 10, 10),
      notBefore: fc.option(
        fc
          .integer({ min: -10_000, max: 50_000 })
          .map((minutes) => Date.parse(`${firstDay}T00:00:00Z`) + minutes * 60_000),
        { nil: undefined, freq: 8 },
      ),
    }),
  );

function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) | 0;
    return (state >>> 0) / 4_294_967_296;
  };
}
