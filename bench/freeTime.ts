import { deepEqual } from 'node:assert/strict';
import { getSlots } from 'slot-calculator';
import { quarterMilli, quartersADay } from '#domain/availability/bits.ts';
import { personGrid } from '#domain/availability/personGrid.ts';
import type { PersonSchedule } from '#domain/availability/types.ts';
import { dayMilli, dayNumberOf, minuteMilli } from '#domain/time/days.ts';
import { toIana } from '#domain/time/windowsZones.ts';
import { createZoneTables, type ZoneTables } from '#domain/time/zoneTable.ts';
import { engineQuery, type ReportQuery } from './engineCase.ts';
import { median, type BenchLine } from './line.ts';

/**
 * The free quarters of one person inside working hours over 26 weeks, beside npm `slot-calculator`, which is made for just this. Ours
 * reads the view; the peer is given its entries as ready-made intervals. Both answer with every free quarter's start.
 */
export function freeTimeBenchmark(): BenchLine {
  const query = engineQuery(26);
  const [schedule] = query.schedules;
  if (!schedule) throw new Error('the case has no person');
  const tables = createZoneTables();
  const config = configOf(schedule, query);
  deepEqual(
    getSlots(config).availableSlots.map((slot) => Date.parse(slot.from)),
    freeQuarters(schedule, query, tables),
  );
  for (let index = 0; index < 2000; index++) freeQuarters(schedule, query, tables);
  const [ours, peer]: [number[], number[]] = [[], []];
  for (let round = 0; round < 3; round++) {
    peer.push(microseconds(() => getSlots(config)));
    for (let each = 0; each < 300; each++)
      ours.push(microseconds(() => freeQuarters(schedule, query, tables)));
  }
  return {
    name: 'free-time-26w',
    value: Number(median(ours).toPrecision(4)),
    unit: 'us',
    peer: 'slot-calculator',
    ratio: Number((median(peer) / median(ours)).toPrecision(4)),
  };
}

function freeQuarters(schedule: PersonSchedule, query: ReportQuery, tables: ZoneTables): readonly number[] {
  const frame = frameOf(query);
  const person = personGrid(schedule, frame, tables);
  if (typeof person === 'string') throw new Error(person);
  const { taken, tentative, unknown, outside } = person;
  const free: number[] = [];
  for (let word = 0; word < taken.length - 1; word++) {
    let bits = ~((taken[word] ?? 0) | (tentative[word] ?? 0) | (unknown[word] ?? 0) | (outside[word] ?? 0));
    for (; bits !== 0; bits &= bits - 1) {
      free.push(frame.origin + (word * 32 + 31 - Math.clz32(bits & -bits)) * quarterMilli);
    }
  }
  return free;
}

function frameOf({ firstDay, lastDay }: ReportQuery): { readonly origin: number; readonly days: number } {
  const first = dayNumberOf(firstDay);
  return { origin: first * dayMilli, days: dayNumberOf(lastDay) - first + 1 };
}

type PeerConfig = Parameters<typeof getSlots>[0];

function configOf(schedule: PersonSchedule, query: ReportQuery): PeerConfig {
  const { origin, days } = frameOf(query);
  const { workingHours: hours } = schedule;
  if (hours?.zone.kind !== 'named') throw new Error('the case has no working hours');
  const timezone = toIana(hours.zone.name) ?? '';
  const names = ['', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
  return {
    from: iso(origin),
    to: iso(origin + days * quartersADay * quarterMilli),
    duration: 15,
    availability: hours.days.map((day) => ({
      day: names[day] ?? '',
      from: hourText(hours.startMinute),
      to: hourText(hours.endMinute),
      timezone,
    })),
    unavailability: schedule.views.flatMap(({ start, intervalMinutes, view }) =>
      [...view.matchAll(/[1-4]+/g)].map((run) => ({
        from: iso(start + run.index * intervalMinutes * minuteMilli),
        to: iso(start + (run.index + run[0].length) * intervalMinutes * minuteMilli),
      })),
    ),
  };
}

function hourText(minuteOfDay: number): string {
  const text = (value: number): string => String(value).padStart(2, '0');
  return `${text(Math.floor(minuteOfDay / 60))}:${text(minuteOfDay % 60)}`;
}

function iso(instant: number): string {
  return new Date(instant).toISOString();
}

function microseconds(run: () => unknown): number {
  const start = performance.now();
  run();
  return (performance.now() - start) * 1000;
}
