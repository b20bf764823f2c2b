import { chooseSlots } from './chooseSlots.ts';
import type { SeasonGrid } from './seasonGrid.ts';
import { columnsOf, slotTallies, tallyAt } from './slotTallies.ts';
import { startRange } from './startRange.ts';
import { startGrid } from './startGrid.ts';
import type { Weekday } from '#domain/time/types.ts';
import type { Cadence, Help, HoursWithin, SeasonQuery, Tally } from './types.ts';

/** Lengths people ask for, longest first. */
const usualLengths = [120, 90, 60, 45, 30, 15] as const;

/**
 * What would bring times where none lies inside everyone's working hours: a shorter meeting, another cadence, wider
 * hours. Each with the best slot it would bring; only those that bring one.
 */
export function helpsFor(grid: SeasonGrid): readonly Help[] {
  const { query } = grid;
  const helps: Help[] = [];
  for (const lengthMinutes of usualLengths) {
    if (lengthMinutes >= query.lengthMinutes) continue;
    const best = bestOf(grid, { ...query, lengthMinutes });
    if (!best) continue;
    helps.push({ change: { kind: 'shorter', lengthMinutes }, best });
    break;
  }
  for (const cadence of rarerCadences(query.cadence)) {
    const best = bestOf(grid, { ...query, cadence });
    if (best) helps.push({ change: { kind: 'cadence', cadence }, best });
  }
  for (const hours of widerHours(query.hours)) {
    const best = bestOf(grid, { ...query, hours });
    if (!best) continue;
    helps.push({ change: { kind: 'widerHours', hours }, best });
    break;
  }
  return helps;
}

/** Counts of the best slot of a changed query; only cadence, length and hours may differ from the grid's own. */
function bestOf(grid: SeasonGrid, query: SeasonQuery): Tally | undefined {
  const changed = { ...grid, query };
  const range = startRange(query.hours, query.lengthMinutes);
  if (!range) return undefined;
  const tallies = slotTallies(
    changed,
    startGrid(changed, query.lengthMinutes, range),
    columnsOf(changed, query.cadence),
    range,
    'offered',
  );
  const [best] = chooseSlots(tallies, { ...query, limit: 1 }, 0, tallies.columns.length);
  return best === undefined ? undefined : tallyAt(tallies, best);
}

/** Fewer dates may all lie on one side of a change of clocks. */
function rarerCadences(cadence: Cadence): readonly Cadence[] {
  if (cadence.kind === 'monthly' || cadence.everyWeeks === 4) return [];
  const cadences: readonly Cadence[] = [
    { kind: 'weekly', everyWeeks: 2 },
    { kind: 'weekly', everyWeeks: 4 },
  ];
  return cadences.filter((each) => each.kind === 'weekly' && each.everyWeeks > cadence.everyWeeks);
}

/** One hour more on both sides, then two, then the whole working week's days and nights. */
function widerHours({ days, earliestMinute, latestMinute }: HoursWithin): readonly HoursWithin[] {
  const workdays: readonly Weekday[] = [1, 2, 3, 4, 5];
  const allDays = [...new Set([...days, ...workdays])].toSorted((a, b) => a - b);
  const wider = (minutes: number, onDays: readonly Weekday[]): HoursWithin => ({
    days: onDays,
    earliestMinute: Math.max(earliestMinute - minutes, 0),
    latestMinute: Math.min(latestMinute + minutes, 1440),
  });
  return [wider(60, days), wider(120, days), wider(120, allDays), wider(1440, days), wider(1440, allDays)];
}
