import { recurrenceDays } from '#sandbox/graph/recurrenceDays.ts';
import type { Recurrence } from '#sandbox/graph/recurrenceTypes.ts';
import { writeRecurrence } from '#sandbox/graph/recurrenceWire.ts';
import { toInstant } from '#sandbox/graph/time/zoneOffsets.ts';
import { dayOfWall, formatDay, milliInDay, type WallMilli } from '#sandbox/graph/time/wallTime.ts';
import type { SeedEvent } from '#sandbox/types.ts';
import { expandRule } from './expandRule.ts';
import { graphRecurrence } from './graphRecurrence.ts';
import type { CalendarEntry } from './readEntry.ts';

interface Span {
  readonly from: number;
  readonly to: number;
}

function dateTime(wall: WallMilli): string {
  return new Date(wall).toISOString().slice(0, 19);
}

function single(
  entry: Pick<CalendarEntry, 'content' | 'zone' | 'isAllDay'>,
  start: WallMilli,
  end: WallMilli,
): SeedEvent {
  const timeZone = entry.zone.name;
  return {
    ...entry.content,
    start: { dateTime: dateTime(start), timeZone },
    end: { dateTime: dateTime(end), timeZone },
    ...(entry.isAllDay ? { isAllDay: true } : {}),
  };
}

/** What goes into the mailbox for a meeting and the changes of its dates. `span` bounds rules that are written out. */
export function seedsOf(
  master: CalendarEntry,
  changes: readonly CalendarEntry[],
  span: Span,
): readonly SeedEvent[] {
  const [only, ...more] = master.rules;
  if (only === undefined)
    return master.added.length === 0
      ? [single(master, master.start, master.end), ...standAlone(changes)]
      : singles(master, changes, [master.start]);
  const recurrence =
    more.length === 0 && !changes.some(({ isFromThenOn }) => isFromThenOn)
      ? recurrenceOf(master, only)
      : undefined;
  if (recurrence !== undefined) return series(master, changes, recurrence);
  const starts = master.rules.flatMap(({ text, until }) => expandRule(text, master.start, until, span));
  // RFC 5545: the first date counts even where the rule does not name it.
  return singles(master, changes, [master.start, ...starts]);
}

function recurrenceOf(
  { start, end }: CalendarEntry,
  { rule, until }: CalendarEntry['rules'][number],
): Recurrence | undefined {
  const startDay = dayOfWall(start);
  const untilDay =
    until === undefined
      ? undefined
      : // The last day counts only if its start is not after the hour of UNTIL.
        dayOfWall(until) - (start - startDay * milliInDay > until - dayOfWall(until) * milliInDay ? 1 : 0);
  const recurrence = graphRecurrence(rule, { startDay, untilDay });
  if (recurrence === undefined) return undefined;
  // Exchange refuses dates that overlap each other.
  const [first, second] = recurrenceDays(recurrence, startDay, startDay + 800);
  if (first !== startDay) return undefined;
  return second !== undefined && end - start > (second - first) * milliInDay && second - first < 8
    ? undefined
    : recurrence;
}

/** Key of a date as a RECURRENCE-ID names it: the wall time of whole days, else the instant. */
function dateKey(master: CalendarEntry, wall: WallMilli): number {
  return master.isAllDay ? wall : toInstant(master.zone.iana, wall);
}

function series(
  master: CalendarEntry,
  changes: readonly CalendarEntry[],
  recurrence: Recurrence,
): readonly SeedEvent[] {
  const { start, end, zone } = master;
  const timeOfDay = start - dayOfWall(start) * milliInDay;
  const isDate = (day: number): boolean => recurrenceDays(recurrence, day, day + 1).length > 0;
  const removed = new Set(
    master.excluded
      .filter(({ wall, isDate: isDay }) => isDay || wall - dayOfWall(wall) * milliInDay === timeOfDay)
      .map(({ wall }) => dayOfWall(wall))
      .filter(isDate),
  );
  const moved: { date: string; start: string; end: string; subject?: string }[] = [];
  const others: SeedEvent[] = [];
  for (const change of changes) {
    const day = dayOfChange(master, change);
    const belongs = isDate(day) && dateKey(master, day * milliInDay + timeOfDay) === change.recurrenceId;
    if (!belongs) {
      if (!change.isCancelled) others.push(single(change, change.start, change.end));
    } else if (change.isCancelled) {
      removed.add(day);
    } else if (staysInPlace(master, change, day, recurrence)) {
      moved.push({
        date: formatDay(day),
        start: dateTime(change.start),
        end: dateTime(change.end),
        ...(change.content.subject === master.content.subject ? {} : { subject: change.content.subject }),
      });
      removed.delete(day);
    } else {
      removed.add(day);
      others.push(single(change, change.start, change.end));
    }
  }
  for (const added of master.added) {
    const day = dayOfWall(added.start);
    const isOfRule = isDate(day) && added.start === day * milliInDay + timeOfDay;
    if (!isOfRule) others.push(single(master, added.start, added.end));
  }
  const written = writeRecurrence(recurrence, zone.name);
  if (!isWritten(written)) throw new Error('a recurrence without pattern or range');
  return [
    {
      ...single(master, start, end),
      recurrence: written,
      ...(removed.size === 0 ? {} : { cancelledDates: [...removed].map((day) => formatDay(day)) }),
      ...(moved.length === 0 ? {} : { movedDates: moved }),
    },
    ...others,
  ];
}

function isWritten(value: unknown): value is NonNullable<SeedEvent['recurrence']> {
  return typeof value === 'object' && value !== null && 'pattern' in value && 'range' in value;
}

/** The local day of the series that a change is about. */
function dayOfChange(master: CalendarEntry, { recurrenceId = 0 }: CalendarEntry): number {
  if (master.isAllDay) return dayOfWall(recurrenceId);
  // The wall time is at most 15 hours from UTC: of the days around it, the one whose start is that instant.
  const around = dayOfWall(recurrenceId);
  const timeOfDay = master.start - dayOfWall(master.start) * milliInDay;
  return (
    [around - 1, around, around + 1].find(
      (day) => toInstant(master.zone.iana, day * milliInDay + timeOfDay) === recurrenceId,
    ) ?? around
  );
}

/** Whether a change can be an exception of Exchange's: same zone, kind and state, and between the neighbouring dates. */
function staysInPlace(
  master: CalendarEntry,
  change: CalendarEntry,
  day: number,
  recurrence: Recurrence,
): boolean {
  const { showAs, sensitivity, location } = change.content;
  if (
    change.zone.iana !== master.zone.iana ||
    change.isAllDay !== master.isAllDay ||
    showAs !== master.content.showAs ||
    sensitivity !== master.content.sensitivity ||
    location?.displayName !== master.content.location?.displayName
  )
    return false;
  const before = recurrenceDays(recurrence, day - 400, day).at(-1);
  const after = recurrenceDays(recurrence, day + 1, day + 800)[0];
  const changedDay = dayOfWall(change.start);
  return (
    (before === undefined || changedDay > before) &&
    (after === undefined || dayOfWall(change.end - 1) < after)
  );
}

/** Dates one by one, with what was taken out, added and changed. */
function singles(
  master: CalendarEntry,
  changes: readonly CalendarEntry[],
  starts: readonly WallMilli[],
): readonly SeedEvent[] {
  const length = master.end - master.start;
  const added = new Map(master.added.map((entry) => [entry.start, entry.end]));
  const all = [...new Set([...starts, ...added.keys()])].toSorted((a, b) => a - b);
  const isExcluded = (wall: WallMilli): boolean =>
    master.excluded.some((entry) =>
      entry.isDate ? dayOfWall(entry.wall) === dayOfWall(wall) : entry.wall === wall,
    );
  const changed = new Map(changes.map((change) => [change.recurrenceId, change]));
  const later = changes
    .filter(({ isFromThenOn }) => isFromThenOn)
    .toSorted((a, b) => (a.recurrenceId ?? 0) - (b.recurrenceId ?? 0));
  const used = new Set<CalendarEntry>();
  const seeds = all
    .filter((wall) => !isExcluded(wall))
    .flatMap((wall): readonly SeedEvent[] => {
      const key = dateKey(master, wall);
      const change = changed.get(key);
      if (change !== undefined) {
        used.add(change);
        return change.isCancelled ? [] : [single(change, change.start, change.end)];
      }
      const since = later.findLast(({ recurrenceId = 0 }) => recurrenceId < key);
      if (since === undefined) return [single(master, wall, added.get(wall) ?? wall + length)];
      if (since.isCancelled) return [];
      const shift = since.start - originalWall(master, since, all);
      return [single(since, wall + shift, wall + shift + (since.end - since.start))];
    });
  return [...seeds, ...standAlone(changes.filter((change) => !used.has(change)))];
}

function originalWall(master: CalendarEntry, change: CalendarEntry, starts: readonly WallMilli[]): WallMilli {
  return starts.find((wall) => dateKey(master, wall) === change.recurrenceId) ?? change.start;
}

/** Changes of dates that the series does not have. */
function standAlone(changes: readonly CalendarEntry[]): readonly SeedEvent[] {
  return changes
    .filter(({ isCancelled }) => !isCancelled)
    .map((change) => single(change, change.start, change.end));
}
