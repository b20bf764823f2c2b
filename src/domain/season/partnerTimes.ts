import type { WorkingHours } from '#domain/availability/types.ts';
import { wallByRules } from '#domain/availability/zoneRules.ts';
import { addDays, daysBetween } from '#domain/time/days.ts';
import type { IsoDay, WallTime, ZoneName } from '#domain/time/types.ts';
import { toInstant } from '#domain/time/wallClock.ts';
import type { ZoneTables } from '#domain/time/zoneTable.ts';

/** What a recurring time of one's own is on the partner's clock, and from which day on it is another. */
export interface PartnerTimes {
  /** Minute of the partner's day at the first date. */
  readonly startMinute: number;
  /** Days on which somebody's clock changes, and the partner's minute from then on. */
  readonly changes: readonly { readonly day: IsoDay; readonly startMinute: number }[];
}

/**
 * The partner's clock over a season that meets at `startMinute` on the wall of `zone`. `days` are its dates in order.
 * Undefined where the partner's zone is not known.
 */
export function partnerTimes(
  startMinute: number,
  days: readonly IsoDay[],
  zone: ZoneName,
  hours: WorkingHours | undefined,
  tables: ZoneTables,
): PartnerTimes | undefined {
  const [first, ...later] = days;
  if (first === undefined || hours === undefined) return undefined;
  const readOn = (day: IsoDay): number | undefined =>
    wallOn({ day, minuteOfDay: startMinute }, zone, hours, tables)?.minuteOfDay;
  const start = readOn(first);
  if (start === undefined) return undefined;
  const changes: { day: IsoDay; startMinute: number }[] = [];
  let before = { day: first, minute: start };
  for (const day of later) {
    const minute = readOn(day);
    if (minute === undefined) return undefined;
    if (minute !== before.minute) {
      changes.push({ day: firstDayWith(minute, before.day, day, readOn), startMinute: minute });
    }
    before = { day, minute };
  }
  return { startMinute: start, changes };
}

function wallOn(
  wall: WallTime,
  zone: ZoneName,
  hours: WorkingHours,
  tables: ZoneTables,
): WallTime | undefined {
  return wallByRules(hours.zone, toInstant(wall, zone), tables);
}

/** The day of the clock change between two dates: the first on which the partner's clock shows the new minute. */
function firstDayWith(
  minute: number,
  from: IsoDay,
  to: IsoDay,
  readOn: (day: IsoDay) => number | undefined,
): IsoDay {
  for (let back = daysBetween(from, to) - 1; back > 0; back--) {
    const day = addDays(to, -back);
    if (readOn(day) === minute) return day;
  }
  return to;
}
