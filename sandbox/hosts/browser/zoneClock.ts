import { findIana, findWindows } from '#sandbox/graph/time/windowsZones.ts';
import type { Wall } from './calendar/wallClock.ts';

/** A zone's clock on the wall. */
export interface ZoneClock {
  /** Windows name, or the IANA name where Windows has none. */
  readonly name: string;
  wallAt(epochMilli: number): Wall;
  /** The instant of a wall time. A time that the clock skips is read with the offset of before; of one that it shows twice the first is meant. */
  instantAt(wall: Wall): number;
}

const minuteMilli = 60_000;
const dayMilli = 86_400_000;
const clocks = new Map<string, ZoneClock>();

/** The clock of a zone by its Windows or IANA name; UTC's for a name that nobody knows. */
export function zoneClock(name: string): ZoneClock {
  const known = clocks.get(name);
  if (known !== undefined) return known;
  const made = makeClock(name);
  clocks.set(name, made);
  return made;
}

/** Whether a zone has a name that Windows or the time zone database knows. */
export function isKnownZone(name: string): boolean {
  return findIana(name) !== undefined || findWindows(name) !== undefined;
}

function makeClock(name: string): ZoneClock {
  const iana = findIana(name) ?? name;
  let format: Intl.DateTimeFormat;
  try {
    format = formatIn(iana);
  } catch {
    format = formatIn('UTC');
  }
  const wallAt = (epochMilli: number): Wall => {
    const parts = format.formatToParts(epochMilli);
    const value = (type: string): number => Number(parts.find((part) => part.type === type)?.value ?? 0);
    return Date.UTC(value('year'), value('month') - 1, value('day'), value('hour'), value('minute'));
  };
  return {
    name: findIana(name) === undefined ? (findWindows(iana) ?? name) : name,
    wallAt,
    instantAt(wall) {
      const offsetAround = (epochMilli: number): number =>
        wallAt(epochMilli) - Math.floor(epochMilli / minuteMilli) * minuteMilli;
      const [before, after] = [offsetAround(wall - dayMilli), offsetAround(wall + dayMilli)];
      const first = wall - before;
      return wallAt(first) === wall ? first : wallAt(wall - after) === wall ? wall - after : first;
    },
  };
}

function formatIn(timeZone: string): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat('en-GB', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
  });
}
