import * as v from 'valibot';
import { isIsoDay } from '#domain/time/days.ts';
import type { EpochMilli, IsoDay, WallTime, ZoneName } from '#domain/time/types.ts';
import { toInstant, wallOfReading } from '#domain/time/wallClock.ts';
import { exchangeZoneOf, ianaZoneOf } from './zoneNames.ts';

/** Graph dateTimeTimeZone: `{dateTime: '2026-12-03T14:00:00.0000000', timeZone: 'UTC'}`. */
export interface WireDateTime {
  readonly dateTime: string;
  readonly timeZone: string;
}

/** An instant, told in UTC. */
export function encodeInstant(instant: EpochMilli): WireDateTime {
  return { dateTime: new Date(instant).toISOString().slice(0, 19), timeZone: 'UTC' };
}

/** A wall time with its zone: what a series needs, so that its hour survives clock changes. */
export function encodeWall({ day, minuteOfDay }: WallTime, zone: ZoneName): WireDateTime {
  const time = `${twoDigits(Math.floor(minuteOfDay / 60))}:${twoDigits(minuteOfDay % 60)}:00`;
  return { dateTime: `${day}T${time}`, timeZone: exchangeZoneOf(zone) };
}

export const isoDay = v.pipe(
  v.string(),
  v.custom<IsoDay>((text) => typeof text === 'string' && isIsoDay(text), 'a day, yyyy-MM-dd'),
);

/** A dateTimeTimeZone as an instant. All reads ask for UTC; other zones are understood where this device knows them. */
export const wireInstant = v.pipe(
  v.object({ dateTime: v.string(), timeZone: v.optional(v.nullable(v.string())) }),
  v.transform(({ dateTime, timeZone }) => readInstant(dateTime, timeZone ?? 'UTC')),
  v.number('an instant in a known zone'),
);

/** An Edm.DateTimeOffset (`originalStart`) as an instant. */
export const offsetInstant = v.pipe(
  v.string(),
  v.transform((text) => Date.parse(trimFraction(text))),
  v.number('an instant with its offset'),
  v.check((instant) => Number.isFinite(instant)),
);

function readInstant(dateTime: string, timeZone: string): EpochMilli | undefined {
  const text = trimFraction(dateTime);
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?(Z|[+-]\d{2}:\d{2})?$/i.test(text))
    return undefined;
  const hasOffset = /(Z|[+-]\d{2}:\d{2})$/i.test(text);
  const asUtc = Date.parse(hasOffset ? text : `${text}Z`);
  if (Number.isNaN(asUtc)) return undefined;
  const zone = ianaZoneOf(timeZone);
  if (hasOffset || zone === 'UTC') return asUtc;
  return zone === undefined ? undefined : toInstant(wallOfReading(asUtc), zone);
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}

/** Graph writes seven digits of a second; Date.parse is only sure of three. */
function trimFraction(text: string): string {
  return text.replace(/(\.\d{3})\d+/, '$1');
}
