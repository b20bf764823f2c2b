import { toIana } from '#domain/time/windowsZones.ts';
import { offsetIn, type ZoneTable } from '#domain/time/zoneTable.ts';
import { wallOfReading } from '#domain/time/wallClock.ts';
import type { EpochMilli, ZoneName } from '#domain/time/types.ts';
import type { SeasonGrid } from './seasonGrid.ts';
import type { ClockChange } from './types.ts';

/** Stands for a zone that has rules but no name (CLDR's name for it). */
const namelessZone: ZoneName = 'Etc/Unknown';

/**
 * Where, between two dates, somebody's wall time of the meetings changes because clocks changed: those of the
 * season or their own. `zone` and `day` tell whose clocks and when; if both changed, the last change.
 */
export function clockChanges(grid: SeasonGrid, dateStarts: readonly EpochMilli[]): readonly ClockChange[] {
  const changes: ClockChange[] = [];
  for (let index = 0; index < grid.people.length; index++) {
    const person = grid.people[index];
    const table = person?.table;
    if (!person || !table) continue;
    const zoneRules = grid.query.schedules[index]?.workingHours?.zone;
    const ownZone = (zoneRules?.kind === 'named' ? toIana(zoneRules.name) : undefined) ?? namelessZone;
    for (let date = 1; date < dateStarts.length; date++) {
      const [before = 0, after = 0] = [dateStarts[date - 1], dateStarts[date]];
      const partnerMinuteBefore = minuteOn(table, before);
      const partnerMinuteAfter = minuteOn(table, after);
      if (partnerMinuteBefore === partnerMinuteAfter) continue;
      const ownChange = lastChange(table, before, after);
      const seasonChange = lastChange(grid.table, before, after);
      const at = Math.max(ownChange, seasonChange);
      // A date pushed on by a hole of the season's clocks shows another minute without any change between.
      if (at === Number.NEGATIVE_INFINITY) continue;
      const isOwn = ownChange > seasonChange;
      changes.push({
        beforeDate: date,
        personId: person.personId,
        zone: isOwn ? ownZone : grid.query.zone,
        day: wallOfReading(at + offsetIn(isOwn ? table : grid.table, at)).day,
        partnerMinuteBefore,
        partnerMinuteAfter,
      });
    }
  }
  return changes.toSorted((a, b) => a.beforeDate - b.beforeDate);
}

function minuteOn(table: ZoneTable, instant: EpochMilli): number {
  return wallOfReading(instant + offsetIn(table, instant)).minuteOfDay;
}

/** The last change of a zone's clocks after one instant and up to another; minus infinity when there is none. */
function lastChange(table: ZoneTable, after: EpochMilli, upTo: EpochMilli): EpochMilli {
  let last = Number.NEGATIVE_INFINITY;
  for (let index = 1; index < table.starts.length; index++) {
    const start = table.starts[index] ?? 0;
    if (start > after && start <= upTo) last = start;
  }
  return last;
}
