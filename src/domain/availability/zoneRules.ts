import { civilOf, dayMilli, firstDayOfMonth, minuteMilli, weekdayOfNumber } from '#domain/time/days.ts';
import type { EpochMilli } from '#domain/time/types.ts';
import { toIana } from '#domain/time/windowsZones.ts';
import { offsetIn, type ZoneTable, type ZoneTables } from '#domain/time/zoneTable.ts';
import { wallOfReading } from '#domain/time/wallClock.ts';
import type { WallTime } from '#domain/time/types.ts';
import type { ZoneRules, ZoneTransitionRule } from './types.ts';

const maxBiasMinutes = 24 * 60;

/**
 * The offsets of a zone that working hours are told in, between two instants: by name (IANA or Windows), or
 * worked out from rules (Graph `customTimeZone`). Undefined for a name nobody knows or rules that name no day.
 */
export function tableOfRules(
  rules: ZoneRules,
  from: EpochMilli,
  to: EpochMilli,
  tables: ZoneTables,
): ZoneTable | undefined {
  if (rules.kind === 'named') {
    const zone = toIana(rules.name);
    return zone === undefined ? undefined : tables(zone, from, to);
  }
  const { biasMinutes, standard, daylight } = rules;
  if (!isBias(biasMinutes) || ![standard, daylight].every((rule) => !rule || isRule(rule))) return undefined;
  const offsetOf = (rule: ZoneTransitionRule | undefined): number =>
    // Not negated: that would make a zero negative.
    (0 - biasMinutes - (rule?.biasMinutes ?? 0)) * minuteMilli;
  const standardOffset = offsetOf(standard);
  const daylightOffset = offsetOf(daylight);
  // Rules come in pairs; a lone one says when nothing changes.
  if (!standard || !daylight || standardOffset === daylightOffset) {
    return { starts: [from], offsetsMilli: [offsetOf(standard)] };
  }
  const changes: { readonly at: EpochMilli; readonly offset: number }[] = [];
  for (let year = yearOf(from) - 1; year <= yearOf(to) + 1; year++) {
    changes.push({ at: readingOf(standard, year) - daylightOffset, offset: standardOffset });
    changes.push({ at: readingOf(daylight, year) - standardOffset, offset: daylightOffset });
  }
  changes.sort((a, b) => a.at - b.at);
  const before = changes.findLast((change) => change.at <= from);
  const inside = changes.filter((change) => change.at > from && change.at < to);
  return {
    starts: [from, ...inside.map((change) => change.at)],
    offsetsMilli: [before?.offset ?? standardOffset, ...inside.map((change) => change.offset)],
  };
}

/**
 * What the clocks of those working hours show at an instant, also where there are only rules to go by.
 * Undefined for a zone nobody knows. For labels: one instant at a time.
 */
export function wallByRules(rules: ZoneRules, instant: EpochMilli, tables: ZoneTables): WallTime | undefined {
  const table = tableOfRules(rules, instant - dayMilli, instant + dayMilli, tables);
  return table && wallOfReading(instant + offsetIn(table, instant));
}

/** Reading of the clock that ends, at the moment of a rule's change in a year. */
function readingOf(rule: ZoneTransitionRule, year: number): number {
  const first = firstDayOfMonth(year, rule.month);
  const next = firstDayOfMonth(year, rule.month + 1);
  const toWeekday = (rule.dayOfWeek - weekdayOfNumber(first) + 7) % 7;
  const nth = first + toWeekday + (rule.dayOccurrence - 1) * 7;
  const day = nth < next ? nth : nth - 7;
  return day * dayMilli + rule.minuteOfDay * minuteMilli;
}

function yearOf(instant: EpochMilli): number {
  return civilOf(Math.floor(instant / dayMilli)).year;
}

function isBias(minutes: number): boolean {
  return Number.isInteger(minutes) && Math.abs(minutes) < maxBiasMinutes;
}

function isRule(rule: ZoneTransitionRule): boolean {
  return (
    isBias(rule.biasMinutes) &&
    isIn(rule.month, 1, 12) &&
    isIn(rule.dayOccurrence, 1, 5) &&
    isIn(rule.dayOfWeek, 1, 7) &&
    isIn(rule.minuteOfDay, 0, 1440)
  );
}

function isIn(value: number, low: number, high: number): boolean {
  return Number.isInteger(value) && value >= low && value <= high;
}
