/** A reading of a clock on the wall, as milliseconds since 1970-01-01T00:00 on the same wall. */
export type WallMilli = number;
/** Days since 1970-01-01. */
export type EpochDay = number;

export const milliInDay = 86_400_000;
export const milliInMinute = 60_000;

const dateTimePattern =
  /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ](\d{1,2}):(\d{2})(?::(\d{2})(?:\.(\d{1,9}))?)?)?(Z|[+-]\d{2}:?\d{2})?$/i;

/** A date and time as clients write it. `offsetMilli` where it ends in Z or an offset. */
export interface ParsedDateTime {
  readonly wall: WallMilli;
  readonly offsetMilli: number | undefined;
}

/** Reads ISO 8601 to the minute or finer; undefined for anything else, also for the 30th of February. */
export function parseDateTime(text: string): ParsedDateTime | undefined {
  const match = dateTimePattern.exec(text.trim());
  if (!match) return undefined;
  const [, year, month, day, hour = '0', minute = '0', second = '0', fraction = '', zone] = match;
  const wall = wallOf(Number(year), Number(month), Number(day));
  if (wall === undefined || Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59) return undefined;
  const milli = Math.floor(Number(`0.${fraction || '0'}`) * 1000);
  return {
    wall: wall + ((Number(hour) * 60 + Number(minute)) * 60 + Number(second)) * 1000 + milli,
    offsetMilli: zone === undefined ? undefined : parseOffset(zone),
  };
}

function parseOffset(text: string): number {
  if (text.toUpperCase() === 'Z') return 0;
  const minutes = Number(text.slice(1, 3)) * 60 + Number(text.slice(-2));
  return (text.startsWith('-') ? -minutes : minutes) * milliInMinute;
}

/** Midnight of a day of the calendar, undefined where there is no such day. Month 1 to 12. */
export function wallOf(year: number, month: number, day: number): WallMilli | undefined {
  const date = new Date(Date.UTC(2000, month - 1, day));
  date.setUTCFullYear(year, month - 1, day);
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? date.getTime() : undefined;
}

/** Reads `yyyy-M-d`, padded or not; undefined for anything else. */
export function parseDay(text: string): EpochDay | undefined {
  const match = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text.trim());
  const wall = match ? wallOf(Number(match[1]), Number(match[2]), Number(match[3])) : undefined;
  return wall === undefined ? undefined : wall / milliInDay;
}

export function formatDay(day: EpochDay): string {
  return new Date(day * milliInDay).toISOString().slice(0, 10);
}

/** `2026-11-23T09:00:00.0000000`, as Graph writes a dateTimeTimeZone. */
export function formatWall(wall: WallMilli): string {
  return `${new Date(wall).toISOString().slice(0, -1)}0000`;
}

/** `2026-11-23T09:00:00Z`, as Graph writes a DateTimeOffset; with fraction where there is one. */
export function formatInstant(epochMilli: number): string {
  return new Date(epochMilli).toISOString().replace('.000Z', 'Z');
}

/** 0 Sunday to 6 Saturday. */
export function weekdayOf(day: EpochDay): number {
  return (((day + 4) % 7) + 7) % 7;
}

export function dayOfWall(wall: WallMilli): EpochDay {
  return Math.floor(wall / milliInDay);
}
