import type ICAL from 'ical.js';
import { toInstant, toWall } from '#sandbox/graph/time/zoneOffsets.ts';
import { findZone, utc, type Zone } from '#sandbox/graph/time/zones.ts';
import { milliInDay, type WallMilli } from '#sandbox/graph/time/wallTime.ts';
import type { SeedEvent } from '#sandbox/types.ts';
import { CalendarError } from './calendarError.ts';
import type { CalendarZones } from './calendarZones.ts';
import type { CalendarComponent } from './readComponents.ts';
import {
  durationOf,
  findLine,
  linesOf,
  readRule,
  readTime,
  readTimes,
  ruleText,
  textOf,
  wordOf,
  type WrittenTime,
} from './readValues.ts';

/** A VEVENT with its times on the wall of one zone. */
export interface CalendarEntry {
  readonly uid: string;
  readonly sequence: number;
  readonly line: number;
  readonly zone: Zone;
  readonly start: WallMilli;
  readonly end: WallMilli;
  readonly isAllDay: boolean;
  readonly isCancelled: boolean;
  readonly content: Pick<SeedEvent, 'subject' | 'showAs' | 'sensitivity' | 'location' | 'body'>;
  readonly rules: readonly {
    readonly rule: InstanceType<typeof ICAL.Recur>;
    readonly text: string;
    readonly line: number;
    /** Last possible start, on the same wall. */
    readonly until: WallMilli | undefined;
  }[];
  /** Dates that do not take place, and dates beyond the rule, on the same wall. */
  readonly excluded: readonly { readonly wall: WallMilli; readonly isDate: boolean }[];
  readonly added: readonly { readonly start: WallMilli; readonly end: WallMilli }[];
  /** Which date of a series this changes: an instant for timed ones, a wall time for whole days. */
  readonly recurrenceId: number | undefined;
  /** The change holds for all later dates too. */
  readonly isFromThenOn: boolean;
}

export interface EntryContext {
  readonly zones: CalendarZones;
  /** The person's zone, for floating times. */
  readonly ownZone: string;
}

/** Reads a VEVENT. */
export function readEntry(component: CalendarComponent, { zones, ownZone }: EntryContext): CalendarEntry {
  const { line } = component;
  const startLine = findLine(component, 'DTSTART');
  if (startLine === undefined) throw new CalendarError(line, 'this VEVENT has no DTSTART.');
  const start = readTime(startLine);
  const own = findZone(ownZone, 'all') ?? utc;
  const zoneOf = (time: WrittenTime): Zone => {
    if (time.isUtc) return utc;
    return time.zoneId === undefined ? own : zones.find(time);
  };
  const zone = start.isDate ? own : zoneOf(start);
  const onWall = (time: WrittenTime): WallMilli => {
    const from = zoneOf(time);
    return time.isDate || from.iana === zone.iana
      ? time.wall
      : toWall(zone.iana, toInstant(from.iana, time.wall));
  };
  const end = endOf(component, start, onWall);
  const recurrenceLine = findLine(component, 'RECURRENCE-ID');
  const recurrence = recurrenceLine === undefined ? undefined : readTime(recurrenceLine);
  const excluded = linesOf(component, 'EXDATE')
    .flatMap((entry) => readTimes(entry))
    .map(({ time }) => ({ wall: onWall(time), isDate: time.isDate }));
  return {
    uid: textOf(component, 'UID'),
    sequence: Number(wordOf(component, 'SEQUENCE')) || 0,
    line,
    zone,
    start: start.wall,
    end,
    isAllDay: start.isDate,
    isCancelled: wordOf(component, 'STATUS') === 'CANCELLED',
    content: contentOf(component, start.isDate),
    rules: linesOf(component, 'RRULE').map((entry) => {
      const rule = readRule(entry);
      return {
        rule,
        text: ruleText(entry),
        line: entry.line,
        until: untilOf(ruleText(entry), zone, start.isDate),
      };
    }),
    excluded,
    added: linesOf(component, 'RDATE')
      .flatMap((entry) => readTimes(entry))
      .map(({ time, lengthMilli }) => {
        const wall = onWall(time);
        return { start: wall, end: wall + (lengthMilli ?? end - start.wall) };
      }),
    recurrenceId:
      recurrence === undefined
        ? undefined
        : recurrence.isDate
          ? recurrence.wall
          : toInstant(zoneOf(recurrence).iana, recurrence.wall),
    isFromThenOn: /;RANGE=THISANDFUTURE[;:]/i.test(recurrenceLine?.text ?? ''),
  };
}

function endOf(
  component: CalendarComponent,
  start: WrittenTime,
  onWall: (time: WrittenTime) => WallMilli,
): WallMilli {
  const endLine = findLine(component, 'DTEND');
  const duration = durationOf(component);
  if (endLine === undefined) {
    const usual = start.isDate ? milliInDay : 0;
    const length = duration ?? usual;
    if (length < 0) throw new CalendarError(component.line, 'the duration is negative.');
    return start.wall + (start.isDate ? Math.max(milliInDay, length) : length);
  }
  const written = readTime(endLine);
  if (written.isDate !== start.isDate)
    throw new CalendarError(endLine.line, 'DTSTART and DTEND are not of one kind (date, time).');
  const end = onWall(written);
  if (end < start.wall) throw new CalendarError(endLine.line, 'the end lies before the start.');
  return start.isDate ? Math.max(end, start.wall + milliInDay) : end;
}

function untilOf(rule: string, zone: Zone, isAllDay: boolean): WallMilli | undefined {
  const match = /(?:^|;)UNTIL=(\d{4})(\d{2})(\d{2})(?:T(\d{2})(\d{2})(\d{2})(Z)?)?/.exec(rule);
  if (match === null) return undefined;
  const [, year, month, day, hour, minute, second, isUtc] = match;
  const midnight = Date.UTC(Number(year), Number(month) - 1, Number(day));
  // A day alone is meant as a whole.
  if (hour === undefined) return midnight + milliInDay - 1;
  const written = midnight + ((Number(hour) * 60 + Number(minute)) * 60 + Number(second)) * 1000;
  if (isAllDay) return midnight + milliInDay - 1;
  return isUtc === undefined ? written : toWall(zone.iana, written);
}

const busyStates: Readonly<Record<string, SeedEvent['showAs']>> = {
  FREE: 'free',
  TENTATIVE: 'tentative',
  BUSY: 'busy',
  OOF: 'oof',
  WORKINGELSEWHERE: 'workingElsewhere',
};
const sensitivities: Readonly<Record<string, SeedEvent['sensitivity']>> = {
  PRIVATE: 'private',
  CONFIDENTIAL: 'confidential',
};
const longestSubject = 255;
const longestBody = 32_000;

function contentOf(component: CalendarComponent, isAllDay: boolean): CalendarEntry['content'] {
  const place = textOf(component, 'LOCATION');
  const description = textOf(component, 'DESCRIPTION');
  const sensitivity = sensitivities[wordOf(component, 'CLASS')];
  return {
    subject: textOf(component, 'SUMMARY').slice(0, longestSubject),
    showAs: showAsOf(component, isAllDay),
    ...(sensitivity === undefined ? {} : { sensitivity }),
    ...(place === '' ? {} : { location: { displayName: place.slice(0, longestSubject) } }),
    ...(description === ''
      ? {}
      : { body: { contentType: 'text' as const, content: description.slice(0, longestBody) } }),
  };
}

/** Microsoft's own property first; then transparency; a tentative status only weakens what would be busy. */
function showAsOf(component: CalendarComponent, isAllDay: boolean): NonNullable<SeedEvent['showAs']> {
  const microsoft =
    busyStates[wordOf(component, 'X-MICROSOFT-CDO-BUSYSTATUS')] ??
    (isAllDay ? busyStates[wordOf(component, 'X-MICROSOFT-CDO-ALLDAYEVENT-BUSYSTATUS')] : undefined);
  if (microsoft !== undefined) return microsoft;
  if (wordOf(component, 'TRANSP') === 'TRANSPARENT') return 'free';
  return wordOf(component, 'STATUS') === 'TENTATIVE' ? 'tentative' : 'busy';
}
