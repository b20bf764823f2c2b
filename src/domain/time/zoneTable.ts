import { civilOf, dayMilli, firstDayOfMonth } from './days.ts';
import type { EpochMilli, ZoneName } from './types.ts';

/**
 * How far a zone's clocks are ahead of UTC over a stretch of instants.
 * `offsetsMilli[i]` holds from `starts[i]` (the first one from any time before) until `starts[i + 1]`.
 */
export interface ZoneTable {
  readonly starts: readonly EpochMilli[];
  readonly offsetsMilli: readonly number[];
}

/** Where the engine gets its tables: undefined for a name nobody knows. Valid for every instant from `from` to `to`. */
export type ZoneTables = (zone: ZoneName, from: EpochMilli, to: EpochMilli) => ZoneTable | undefined;

/** Reads a zone's offset at an instant, in milliseconds; positive east of Greenwich. */
export type OffsetReader = (instant: EpochMilli) => number;

// No zone has ever gone forth and back within five days, so no change hides between two probes.
const probeMilli = 5 * dayMilli;

/** The table of a zone as this machine's time-zone data have it; undefined for an unknown name. */
export function zoneTable(zone: ZoneName, from: EpochMilli, to: EpochMilli): ZoneTable | undefined {
  const offsetAt = offsetReader(zone);
  return offsetAt && tableOfOffsets(offsetAt, from, to);
}

/** Finds every change of offset between `from` and `to` by probing and bisecting, to the second. */
export function tableOfOffsets(offsetAt: OffsetReader, from: EpochMilli, to: EpochMilli): ZoneTable {
  let offset = offsetAt(from);
  const starts = [from];
  const offsetsMilli = [offset];
  for (let probe = from; probe < to; probe += probeMilli) {
    const end = Math.min(probe + probeMilli, to);
    const endOffset = offsetAt(end);
    let since = probe;
    while (offset !== endOffset) {
      since = firstChange(offsetAt, since, end);
      offset = offsetAt(since);
      starts.push(since);
      offsetsMilli.push(offset);
    }
  }
  return { starts, offsetsMilli };
}

/** The first whole second after `from` at which the offset is no longer what it was at `from`. */
function firstChange(offsetAt: OffsetReader, from: EpochMilli, to: EpochMilli): EpochMilli {
  const before = offsetAt(from);
  let low = Math.floor(from / 1000);
  let high = Math.ceil(to / 1000);
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (offsetAt(middle * 1000) === before) low = middle;
    else high = middle;
  }
  return high * 1000;
}

/** Offset that a table gives for an instant. */
export function offsetIn(table: ZoneTable, instant: EpochMilli): number {
  let index = table.starts.length - 1;
  while (index > 0 && instant < (table.starts[index] ?? 0)) index--;
  return table.offsetsMilli[index] ?? 0;
}

/** Whether `Intl` knows the name. Bare offsets such as `+02:00` are no zone names. */
export function isZone(zone: string): zone is ZoneName {
  return offsetReader(zone) !== undefined;
}

/** Reads a zone's offsets from `Intl`, the only source that every host has; undefined for an unknown name. */
export function offsetReader(zone: ZoneName): OffsetReader | undefined {
  const format = clockFormat(zone);
  if (!format) return undefined;
  return (instant) => {
    const seconds = Math.floor(instant / 1000);
    const [month = 1, day = 1, year = 1970, hour = 0, minute = 0, second = 0] = format
      .format(seconds * 1000)
      .split(/\D+/)
      .map(Number);
    return Date.UTC(year, month - 1, day, hour, minute, second) - seconds * 1000;
  };
}

function clockFormat(zone: ZoneName): Intl.DateTimeFormat | undefined {
  if (!/^[A-Za-z]/.test(zone)) return undefined;
  try {
    return new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      // A 12-hour format would fold 13:00 into 1:00; h24 would write midnight as 24.
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
  } catch (cause) {
    if (cause instanceof RangeError) return undefined;
    throw cause;
  }
}

/**
 * Tables that are worked out once per zone, for the whole years that were asked for. Keep the result as long as wished:
 * a table is worked out again only when a horizon reaches into another year.
 */
export function createZoneTables(read: typeof zoneTable = zoneTable): ZoneTables {
  const known = new Map<ZoneName, { from: EpochMilli; to: EpochMilli; table: ZoneTable | undefined }>();
  return (zone, from, to) => {
    const found = known.get(zone);
    if (found && found.from <= from && found.to >= to) return found.table;
    const years = { from: yearStart(from, 0), to: yearStart(to, 1) };
    const wider = {
      from: Math.min(years.from, found?.from ?? years.from),
      to: Math.max(years.to, found?.to ?? years.to),
    };
    // Two horizons far apart would be much probing for nothing; then the newer one alone is kept.
    const range = wider.to - wider.from > 4 * 366 * dayMilli ? years : wider;
    const table = read(zone, range.from, range.to);
    known.set(zone, { ...range, table });
    return table;
  };
}

function yearStart(instant: EpochMilli, yearsLater: number): EpochMilli {
  return firstDayOfMonth(civilOf(Math.floor(instant / dayMilli)).year + yearsLater, 1) * dayMilli;
}

/** Tables for callers that keep none of their own. */
export const sharedZoneTables: ZoneTables = createZoneTables();
