import type { PersonSchedule } from '../../../../src/domain/availability/types.ts';
import type { SeasonQuery } from '../../../../src/domain/season/types.ts';
import type { Person } from '../../../../src/ports/people.ts';

const dayMilli = 86_400_000;
const quarters = 96;

export const morgan: Person = {
  id: 'morgan-id',
  name: 'Morgan Reid',
  address: 'morgan@northgate.example',
  jobTitle: undefined,
  kind: 'person',
};
export const dana: Person = {
  id: 'dana-id',
  name: 'Dana Mokoena',
  address: 'dana@northgate.example',
  jobTitle: undefined,
  kind: 'person',
};

/** A weekly half of a term: eight weeks from Monday 11 January 2027. */
export function seasonQuery(change: Partial<SeasonQuery> = {}): SeasonQuery {
  return {
    zone: 'Europe/London',
    firstDay: '2027-01-11',
    lastDay: '2027-03-07',
    cadence: { kind: 'weekly', everyWeeks: 1 },
    lengthMinutes: 60,
    hours: { days: [1, 2, 3, 4, 5], earliestMinute: 540, latestMinute: 1020 },
    blackouts: [],
    schedules: [
      schedule(morgan, { zone: 'Europe/London' }),
      schedule(dana, { zone: 'South Africa Standard Time' }),
    ],
    ...change,
  };
}

/** A calendar in which `taken` are busy: days of the season counted from 0, minutes of the day in UTC. */
export function schedule(
  person: Person,
  options: {
    readonly zone: string;
    readonly taken?: readonly {
      readonly day: number;
      readonly from: number;
      readonly to: number;
      readonly as?: '1' | '2' | '3';
    }[];
    /** Days after which nothing was answered. */
    readonly knownDays?: number;
    readonly firstDay?: string;
    readonly days?: number;
  },
): PersonSchedule {
  const start = Date.parse(`${options.firstDay ?? '2027-01-11'}T00:00:00Z`) - dayMilli;
  const view = Array.from<string>({ length: ((options.days ?? 56) + 2) * quarters }).fill('0');
  for (const { day, from, to, as = '2' } of options.taken ?? []) {
    view.fill(as, (day + 1) * quarters + from / 15, (day + 1) * quarters + to / 15);
  }
  const known = options.knownDays === undefined ? view : view.slice(0, (options.knownDays + 1) * quarters);
  return {
    personId: person.address,
    views: [{ start, intervalMinutes: 15, view: known.join('') }],
    items: [],
    workingHours: {
      days: [1, 2, 3, 4, 5],
      startMinute: 540,
      endMinute: 1020,
      zone: { kind: 'named', name: options.zone },
    },
    unknownReason: undefined,
  };
}

/** Somebody of whom nothing can be seen. */
export function unseen(person: Person): PersonSchedule {
  return {
    personId: person.address,
    views: [],
    items: [],
    workingHours: undefined,
    unknownReason: 'outside',
  };
}
