import { recurrenceDays } from '../recurrenceDays.ts';
import type { Recurrence, RecurrencePattern, Weekday } from '../recurrenceTypes.ts';
import { toWall } from '../time/zoneOffsets.ts';
import {
  dayOfWall,
  milliInDay,
  milliInMinute,
  weekdayOf,
  type EpochDay,
  type WallMilli,
} from '../time/wallTime.ts';
import { isSeries, type EventRecord } from './eventRecord.ts';
import { contentOn, spanOf } from './occurrences.ts';

/** PidLidAppointmentRecur, in the spelling of an extended property's id. */
export const recurrenceBlobId = 'Binary {00062002-0000-0000-c000-000000000046} Id 0x8216';

const minutesTo1970 = 194_074_560;
const neverEnds = 0x5ae980df;
const frequencies = { day: 0x200a, week: 0x200b, month: 0x200c, year: 0x200d };
const endTypes = { endDate: 0x2021, numbered: 0x2022, noEnd: 0x2023 };
const subjectFlag = 0x0001;
const locationFlag = 0x0010;

/**
 * A series as Outlook keeps it: AppointmentRecurrencePattern [MS-OXOCAL 2.2.1.44.5], base64. Desktop clients read removed and moved
 * dates from it. All times are readings of the series' wall, in minutes since 1601.
 */
export function recurrenceBlob(record: EventRecord): string | undefined {
  if (!isSeries(record)) return undefined;
  const { content } = record;
  const startDay = dayOfWall(content.start);
  const offset = (wall: WallMilli): number => Math.round((wall - startDay * milliInDay) / milliInMinute);
  const exceptions = Object.keys(record.exceptions)
    .map((day) => exceptionOf(record, Number(day)))
    .toSorted((a, b) => a.start - b.start);
  return Buffer.concat([
    patternBytes(record.recurrence, record, exceptions),
    uint32(0x3006),
    uint32(0x3009),
    uint32(offset(content.start)),
    uint32(offset(content.end)),
    uint16(exceptions.length),
    ...exceptions.map(exceptionInfo),
    uint32(0),
    ...exceptions.map(extendedException),
    uint32(0),
  ]).toString('base64');
}

interface BlobException {
  readonly day: EpochDay;
  /** Minutes since 1601. */
  readonly start: number;
  readonly end: number;
  readonly originalStart: number;
  readonly subject: string | undefined;
  readonly location: string | undefined;
}

function exceptionOf(record: EventRecord, day: EpochDay): BlobException {
  const content = contentOn(record, day);
  const zone = record.content.startZone.iana;
  const span = spanOf(content);
  const wall = (instant: number): WallMilli => (content.isAllDay ? instant : toWall(zone, instant));
  const changed = record.exceptions[day]?.content ?? {};
  const timeOfDay = record.content.start - dayOfWall(record.content.start) * milliInDay;
  return {
    day,
    start: minutes(wall(span.start)),
    end: minutes(wall(span.end)),
    originalStart: minutes(day * milliInDay + timeOfDay),
    subject: changed.subject,
    location: changed.locations?.[0]?.displayName,
  };
}

function patternBytes(
  { pattern, range }: Recurrence,
  record: EventRecord,
  exceptions: readonly BlobException[],
): Buffer {
  const { period, specific, frequency, type } = patternParts(pattern);
  // A moved date counts as removed from its own day and as modified on its new one.
  const removed = [...record.removed, ...exceptions.map(({ day }) => day)].toSorted((a, b) => a - b);
  const modified = exceptions.map(({ start }) => start - (start % 1440)).toSorted((a, b) => a - b);
  const { end, startDay } = range;
  const days =
    end.type === 'noEnd' ? [] : recurrenceDays({ pattern, range }, startDay, Number.POSITIVE_INFINITY);
  const last = days.at(-1);
  return Buffer.concat([
    uint16(0x3004),
    uint16(0x3004),
    uint16(frequency),
    uint16(type),
    uint16(0),
    uint32(firstDateTime(pattern, startDay)),
    uint32(period),
    uint32(0),
    ...specific.map(uint32),
    uint32(endTypes[end.type]),
    uint32(end.type === 'noEnd' ? 10 : days.length),
    uint32('firstDay' in pattern ? pattern.firstDay : 0),
    uint32(removed.length),
    ...removed.map((day) => uint32(minutesOfDay(day))),
    uint32(modified.length),
    ...modified.map(uint32),
    uint32(minutesOfDay(startDay)),
    uint32(last === undefined ? neverEnds : minutesOfDay(last)),
  ]);
}

/** Period in the pattern's own unit, and PatternTypeSpecific. */
function patternParts(pattern: RecurrencePattern): {
  readonly frequency: number;
  readonly type: number;
  readonly period: number;
  readonly specific: readonly number[];
} {
  switch (pattern.type) {
    case 'daily':
      return { frequency: frequencies.day, type: 0, period: pattern.interval * 1440, specific: [] };
    case 'weekly':
      return {
        frequency: frequencies.week,
        type: 1,
        period: pattern.interval,
        specific: [mask(pattern.days)],
      };
    case 'absoluteMonthly':
      return {
        frequency: frequencies.month,
        type: 2,
        period: pattern.interval,
        specific: [pattern.dayOfMonth],
      };
    case 'relativeMonthly':
      return {
        frequency: frequencies.month,
        type: 3,
        period: pattern.interval,
        specific: [mask(pattern.days), nth(pattern.index)],
      };
    case 'absoluteYearly':
      return {
        frequency: frequencies.year,
        type: 2,
        period: pattern.interval * 12,
        specific: [pattern.dayOfMonth],
      };
    case 'relativeYearly':
    default:
      return {
        frequency: frequencies.year,
        type: 3,
        period: pattern.interval * 12,
        specific: [mask(pattern.days), nth(pattern.index)],
      };
  }
}

function mask(days: readonly Weekday[]): number {
  return days.reduce<number>((bits, day) => bits | (1 << day), 0);
}

function nth(index: number): number {
  return index === -1 ? 5 : index;
}

/** Where the periods are counted from, modulo their length [MS-OXOCAL 2.2.1.44.1]. */
function firstDateTime(pattern: RecurrencePattern, startDay: EpochDay): number {
  switch (pattern.type) {
    case 'daily':
      return minutesOfDay(startDay) % (pattern.interval * 1440);
    case 'weekly': {
      const weekStart = startDay - ((weekdayOf(startDay) - pattern.firstDay + 7) % 7);
      return minutesOfDay(weekStart) % (pattern.interval * 10_080);
    }
    case 'absoluteMonthly':
    case 'relativeMonthly':
    case 'absoluteYearly':
    case 'relativeYearly':
    default: {
      const date = new Date(startDay * milliInDay);
      const months = pattern.interval * (pattern.type.endsWith('Yearly') ? 12 : 1);
      const month = 'month' in pattern ? pattern.month - 1 : date.getUTCMonth();
      const since1601 = (date.getUTCFullYear() - 1601) * 12 + month;
      return minutes(Date.UTC(1601, since1601 % months, 1));
    }
  }
}

function exceptionInfo(exception: BlobException): Buffer {
  const text = (value: string | undefined): readonly Buffer[] => {
    if (value === undefined) return [];
    const bytes = Buffer.from(value.replaceAll(/[^\x20-\x7e]/g, '?'), 'latin1');
    return [uint16(bytes.length + 1), uint16(bytes.length), bytes];
  };
  return Buffer.concat([
    uint32(exception.start),
    uint32(exception.end),
    uint32(exception.originalStart),
    uint16(
      (exception.subject === undefined ? 0 : subjectFlag) |
        (exception.location === undefined ? 0 : locationFlag),
    ),
    ...text(exception.subject),
    ...text(exception.location),
  ]);
}

function extendedException(exception: BlobException): Buffer {
  const head = [uint32(4), uint32(0), uint32(0)];
  const texts = [exception.subject, exception.location].filter((value) => value !== undefined);
  if (texts.length === 0) return Buffer.concat(head);
  return Buffer.concat([
    ...head,
    uint32(exception.start),
    uint32(exception.end),
    uint32(exception.originalStart),
    ...texts.flatMap((value) => [uint16(value.length), Buffer.from(value, 'utf16le')]),
    uint32(0),
  ]);
}

function minutes(wall: WallMilli): number {
  return Math.floor(wall / milliInMinute) + minutesTo1970;
}

function minutesOfDay(day: EpochDay): number {
  return minutes(day * milliInDay);
}

function uint16(value: number): Buffer {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16LE(value & 0xffff);
  return bytes;
}

function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value >>> 0);
  return bytes;
}
