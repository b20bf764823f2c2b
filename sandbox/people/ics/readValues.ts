import ICAL from 'ical.js';
import { wallOf, type WallMilli } from '#sandbox/graph/time/wallTime.ts';
import { CalendarError } from './calendarError.ts';
import type { CalendarComponent, ContentLine } from './readComponents.ts';

type Property = InstanceType<typeof ICAL.Property>;

/** Reads a content line with its parameters. */
export function readProperty({ text, line }: ContentLine): Property {
  try {
    return ICAL.Property.fromString(text);
  } catch (cause) {
    throw new CalendarError(line, cause instanceof Error ? cause.message : String(cause), { cause });
  }
}

export function findLine(component: CalendarComponent, name: string): ContentLine | undefined {
  return component.properties.find((property) => property.name === name);
}

export function linesOf(component: CalendarComponent, name: string): readonly ContentLine[] {
  return component.properties.filter((property) => property.name === name);
}

/** Text of a property, unescaped; empty when it is absent. */
export function textOf(component: CalendarComponent, name: string): string {
  const line = findLine(component, name);
  if (line === undefined) return '';
  const value: unknown = readProperty(line).getFirstValue();
  return typeof value === 'string' ? value : '';
}

/** The raw value, for words such as TRANSPARENT, in capitals; empty when absent. */
export function wordOf(component: CalendarComponent, name: string): string {
  const text = findLine(component, name)?.text ?? '';
  return text
    .slice(text.indexOf(':') + 1)
    .trim()
    .toUpperCase();
}

/** A time as written: its digits, and what they mean. */
export interface WrittenTime {
  readonly wall: WallMilli;
  readonly isDate: boolean;
  readonly isUtc: boolean;
  /** The TZID parameter; undefined for UTC, dates and floating times. */
  readonly zoneId: string | undefined;
  readonly line: number;
}

const timePattern = /^(\d{4})(\d{2})(\d{2})(?:T(\d{2})(\d{2})(\d{2})(Z)?)?$/i;

/** Reads `20261123T090000`, with Z or without, or `20261123`. */
export function readTimeText(text: string, zoneId: string | undefined, line: number): WrittenTime {
  const match = timePattern.exec(text.trim());
  const [, year, month, day, hour, minute = '0', second = '0', utc] = match ?? [];
  const midnight = match === null ? undefined : wallOf(Number(year), Number(month), Number(day));
  if (
    midnight === undefined ||
    Number(hour ?? 0) > 23 ||
    Number(minute) > 59 ||
    // A leap second is allowed for; it counts as the one before.
    Number(second) > 60
  )
    throw new CalendarError(line, `"${text}" is no date or time.`);
  const isUtc = utc !== undefined;
  return {
    wall: midnight + ((Number(hour ?? 0) * 60 + Number(minute)) * 60 + Math.min(59, Number(second))) * 1000,
    isDate: hour === undefined,
    isUtc,
    zoneId: isUtc || hour === undefined ? undefined : zoneId,
    line,
  };
}

function zoneIdOf(property: Property): string | undefined {
  const zone: unknown = property.getParameter('tzid');
  return typeof zone === 'string' && zone !== '' ? zone : undefined;
}

/** Everything after the first colon that is outside of quotes. */
function rawValue(text: string): string {
  let isQuoted = false;
  for (let at = 0; at < text.length; at += 1) {
    const character = text.charAt(at);
    if (character === '"') isQuoted = !isQuoted;
    else if (character === ':' && !isQuoted) return text.slice(at + 1);
  }
  return '';
}

/** The one time of a property such as DTSTART. */
export function readTime(line: ContentLine): WrittenTime {
  return readTimeText(rawValue(line.text), zoneIdOf(readProperty(line)), line.line);
}

/** Times or periods of EXDATE and RDATE; `length` where a period gives one. */
export function readTimes(
  line: ContentLine,
): readonly { readonly time: WrittenTime; readonly lengthMilli: number | undefined }[] {
  const zoneId = zoneIdOf(readProperty(line));
  return rawValue(line.text)
    .split(',')
    .filter((value) => value.trim() !== '')
    .map((value) => {
      const [start = '', end] = value.split('/');
      const time = readTimeText(start, zoneId, line.line);
      if (end === undefined) return { time, lengthMilli: undefined };
      return {
        time,
        lengthMilli: /^[+-]?P/i.test(end)
          ? readDuration(end, line.line)
          : readTimeText(end, zoneId, line.line).wall - time.wall,
      };
    });
}

/** A duration such as `PT1H30M`, in milliseconds. */
export function readDuration(text: string, line: number): number {
  if (!/^[+-]?P(?=\d|T\d)(\d+W)?(\d+D)?(T(?=\d)(\d+H)?(\d+M)?(\d+S)?)?$/i.test(text.trim()))
    throw new CalendarError(line, `"${text}" is no duration.`);
  return ICAL.Duration.fromString(text.trim().toUpperCase()).toSeconds() * 1000;
}

export function durationOf(component: CalendarComponent): number | undefined {
  const line = findLine(component, 'DURATION');
  return line === undefined ? undefined : readDuration(rawValue(line.text), line.line);
}

/** The rule of an RRULE line as ical.js reads it. */
export function readRule(line: ContentLine): InstanceType<typeof ICAL.Recur> {
  const text = rawValue(line.text).trim();
  try {
    return ICAL.Recur.fromString(text);
  } catch (cause) {
    throw new CalendarError(
      line.line,
      `the rule "${text}" cannot be read (${cause instanceof Error ? cause.message : String(cause)}).`,
      { cause },
    );
  }
}

/** The text of the rule, for a second reader. */
export function ruleText(line: ContentLine): string {
  return rawValue(line.text).trim().toUpperCase();
}
