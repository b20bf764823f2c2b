import { dayMilli, dayNumberOf, isoDay, minuteMilli } from './days.ts';
import { offsetReader, type OffsetReader } from './zoneTable.ts';
import type { EpochMilli, WallTime, ZoneName } from './types.ts';

/**
 * The instant at which the clocks of a zone show a reading. What a reading means that is shown twice or never is decided here, once: at a
 * fold (the hour that comes twice) it is the first pass; in a hole (the hour that is left out) the clock is read as if it had not yet gone
 * forward, so 02:30 becomes 03:30. The same as Temporal's `compatible`.
 * Throws RangeError for a day that does not exist or a zone nobody knows: check with `isIsoDay` and `isZone` first.
 */
export function toInstant(wall: WallTime, zone: ZoneName): EpochMilli {
  const asUtc = dayNumberOf(wall.day) * dayMilli + wall.minuteOfDay * minuteMilli;
  if (!Number.isFinite(asUtc)) throw new RangeError(`no such day or minute: ${wall.day} ${wall.minuteOfDay}`);
  return instantOfReading(asUtc, readerOf(zone));
}

/** What the clocks of a zone show at an instant, to the minute. Throws RangeError for an unknown zone. */
export function toWall(instant: EpochMilli, zone: ZoneName): WallTime {
  return wallOfReading(instant + readerOf(zone)(instant));
}

/** A reading told as milliseconds since 1970-01-01 on the same clock, as day and minute. */
export function wallOfReading(readingMilli: number): WallTime {
  const dayNumber = Math.floor(readingMilli / dayMilli);
  return {
    day: isoDay(dayNumber),
    minuteOfDay: Math.floor((readingMilli - dayNumber * dayMilli) / minuteMilli),
  };
}

/** The instant of a reading (milliseconds since 1970-01-01 on that clock), by the same policy. */
export function instantOfReading(readingMilli: number, offsetAt: OffsetReader): EpochMilli {
  // Offsets reach 14 hours, so a day before and after lie safely on either side of a change that matters here.
  const before = offsetAt(readingMilli - dayMilli);
  const after = offsetAt(readingMilli + dayMilli);
  const first = readingMilli - before;
  if (before === after || offsetAt(first) === before) return first;
  const second = readingMilli - after;
  return offsetAt(second) === after ? second : first;
}

// Formatters are slow to make and never change; the map holds nothing but them.
const readers = new Map<ZoneName, OffsetReader>();

function readerOf(zone: ZoneName): OffsetReader {
  const known = readers.get(zone);
  if (known) return known;
  const reader = offsetReader(zone);
  if (!reader) throw new RangeError(`unknown time zone: ${zone}`);
  readers.set(zone, reader);
  return reader;
}
