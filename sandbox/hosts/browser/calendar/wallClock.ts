const minuteMilli = 60_000;
export const dayMilli = 86_400_000;

/**
 * A wall time as epoch milliseconds of the same digits in UTC: a place on the wall, not an instant. Graph gives wall times in the zone asked for.
 */
export type Wall = number;

export function readWall(dateTime: string): Wall {
  return Date.parse(`${dateTime.slice(0, 19)}Z`);
}

export function writeWall(wall: Wall): string {
  return new Date(wall).toISOString().slice(0, 19);
}

/** The wall time in an IANA zone at an instant. */
export function wallAt(epochMilli: number, zone: string): Wall {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  }).formatToParts(epochMilli);
  const value = (type: string): number => Number(parts.find((part) => part.type === type)?.value ?? 0);
  return Date.UTC(value('year'), value('month') - 1, value('day'), value('hour'), value('minute'));
}

export function startOfDay(wall: Wall): Wall {
  return Math.floor(wall / dayMilli) * dayMilli;
}

/** The Monday on or before a day. */
export function mondayOf(wall: Wall): Wall {
  const day = startOfDay(wall);
  return day - ((new Date(day).getUTCDay() + 6) % 7) * dayMilli;
}

export function minutesOfDay(wall: Wall): number {
  return (wall - startOfDay(wall)) / minuteMilli;
}

/** Formats a wall time; the zone is already in it. */
export function formatWall(wall: Wall, options: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat('en-GB', { ...options, timeZone: 'UTC' }).format(wall);
}

export function formatTimes(start: Wall, end: Wall): string {
  const time: Intl.DateTimeFormatOptions = { hour: '2-digit', minute: '2-digit' };
  return `${formatWall(start, time)} to ${formatWall(end, time)}`;
}
