import type { AvailabilityView, PersonSchedule } from '#domain/availability/types.ts';
import { seasonReport, type SeasonReport } from '#domain/season/seasonReport.ts';
import type { InvalidQuery, SeasonQuery } from '#domain/season/types.ts';
import { addDays, dayMilli, dayNumberOf, isoDay, minuteMilli, weekdayOf } from '#domain/time/days.ts';
import type { IsoDay, ZoneName } from '#domain/time/types.ts';
import { toInstant } from '#domain/time/wallClock.ts';
import { createZoneTables } from '#domain/time/zoneTable.ts';

/** The two people and the season that the engine's figures are measured on. Runs in Node and in a browser alike. */

export type ReportQuery = Omit<SeasonQuery, 'cadence'>;

const firstDay: IsoDay = '2027-01-11';

/** A mentor in London and a mentee in Chicago, an hour a time, over so many weeks. */
export function engineQuery(weeks: number): ReportQuery {
  const lastDay = addDays(firstDay, weeks * 7 - 1);
  return {
    zone: 'America/Chicago',
    firstDay,
    lastDay,
    lengthMinutes: 60,
    hours: { days: [1, 2, 3, 4, 5], earliestMinute: 7 * 60, latestMinute: 18 * 60 },
    blackouts: [addDays(firstDay, 77)],
    schedules: [
      person('mentee@example.org', 'America/Chicago', 'Central Standard Time', 1, weeks),
      person('mentor@example.org', 'Europe/London', 'GMT Standard Time', 2, weeks),
    ],
    preferred: undefined,
  };
}

export function reportOnce(weeks: number): SeasonReport {
  const report = createReportRun(weeks)();
  if (report.kind !== 'report') throw new Error(report.problem);
  return report;
}

/** The report as the figure times it: views in, ranked times and moves out; zone tables are made once, before. */
function createReportRun(weeks: number): () => SeasonReport | InvalidQuery {
  const query = engineQuery(weeks);
  const tables = createZoneTables();
  const run = (): SeasonReport | InvalidQuery => seasonReport(query, tables);
  run();
  return run;
}

const warmUpRuns = 5000;
const timedRuns = 3000;

/**
 * Median times of reports over so many weeks, in microseconds, over many runs after a warm-up; where several are asked for, they take
 * turns, so that their ratio holds on a busy machine too. `batch` runs are timed at once: one where the clock is fine.
 */
export function timeReports(weeks: readonly number[], batch: number): readonly number[] {
  const runs = weeks.map(createReportRun);
  for (let index = 0; index < warmUpRuns; index++) for (const run of runs) run();
  const times = runs.map((): number[] => []);
  for (let done = 0; done < timedRuns; done += batch) {
    for (const [index, run] of runs.entries()) {
      const start = performance.now();
      for (let each = 0; each < batch; each++) run();
      times[index]?.push((performance.now() - start) / batch);
    }
  }
  return times.map((each) => {
    const sorted = each.toSorted((a, b) => a - b);
    return (sorted[Math.floor(sorted.length / 2)] ?? Number.NaN) * 1000;
  });
}

/**
 * A calendar as people have it: standing meetings each week, others every second week, one each month, single entries
 * that thin out as the season goes on, holds, a week of leave.
 */
function person(
  personId: string,
  zone: ZoneName,
  windowsZone: string,
  seed: number,
  weeks: number,
): PersonSchedule {
  const random = createRandom(seed);
  const viewStart = (dayNumberOf(firstDay) - 1) * dayMilli;
  const digits = '0'.repeat((weeks * 7 + 2) * 96).split('');
  const mark = (day: IsoDay, startMinute: number, minutes: number, digit: string): void => {
    const from = (toInstant({ day, minuteOfDay: startMinute }, zone) - viewStart) / (15 * minuteMilli);
    for (let quarter = from; quarter < from + minutes / 15; quarter++) {
      if (quarter >= 0 && quarter < digits.length) digits[quarter] = digit;
    }
  };
  const standing = Array.from({ length: 8 }, (_, index) => ({
    weekday: 1 + Math.floor(random() * 5),
    startMinute: 9 * 60 + Math.floor(random() * 16) * 30,
    minutes: 30 + Math.floor(random() * 3) * 30,
    everyWeeks: index < 6 ? 1 : 2,
  }));
  const leaveWeek = 8 + Math.floor(random() * 8);
  for (let dayIndex = 0; dayIndex < weeks * 7; dayIndex++) {
    const day = isoDay(dayNumberOf(firstDay) + dayIndex);
    const weekday = weekdayOf(day);
    const week = Math.floor(dayIndex / 7);
    if (weekday > 5) continue;
    if (week === leaveWeek) {
      mark(day, 0, 1440, '3');
      continue;
    }
    for (const each of standing) {
      if (each.weekday === weekday && week % each.everyWeeks === 0)
        mark(day, each.startMinute, each.minutes, '2');
    }
    if (weekday === 2 && Number(day.slice(8)) <= 7) mark(day, 15 * 60, 120, '2');
    // Five single entries a day now, one in three days half a year on.
    const entries = random() * 5 * Math.exp(-week / 9);
    for (let entry = 0; entry < entries; entry++) {
      const digit = random() < 0.15 ? '1' : '2';
      mark(day, 8 * 60 + Math.floor(random() * 36) * 15, 15 + Math.floor(random() * 6) * 15, digit);
    }
  }
  return {
    personId,
    views: windows(viewStart, digits.join('')),
    items: [],
    workingHours: {
      days: [1, 2, 3, 4, 5],
      startMinute: 9 * 60,
      endMinute: 17 * 60 + 30,
      zone: { kind: 'named', name: windowsZone },
    },
    unknownReason: undefined,
  };
}

/** One view over the whole stretch, as the calendar adapter joins its windows. */
function windows(start: number, view: string): readonly AvailabilityView[] {
  return [{ start, intervalMinutes: 15, view }];
}

/** Numbers from 0 to below 1, always the same ones (mulberry32). */
function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
