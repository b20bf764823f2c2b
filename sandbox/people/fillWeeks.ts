import type { SeedEvent } from '#sandbox/types.ts';
import { weekdayNames, type Season } from './season.ts';

/** A pseudo-random number in [0, 1) from a seed and a counter: the same at every start (mulberry32). */
export function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

interface FillOptions {
  /** What stands already: new entries keep out of its way, most of the time. */
  readonly around: readonly SeedEvent[];
  readonly zone: string;
  readonly seed: number;
  readonly subjects: readonly string[];
  /** Entries in a week that is near; far weeks get fewer, as real calendars fill up late. */
  readonly perWeek: number;
  readonly weekdays?: readonly number[];
  readonly fromHour?: number;
  readonly toHour?: number;
  readonly lengthsMinutes?: readonly number[];
  /** Of all entries, how many are tentative (0 to 1). */
  readonly tentativeShare?: number;
  /** Times that stay free, so that there is something to find: weekday and hours, `[from, to)`. */
  readonly keepFree?: readonly { readonly weekday: number; readonly from: number; readonly to: number }[];
}

function clockTime(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}

/** Of the entries that would overlap another, how many come about all the same: real calendars are not tidy. */
const overlapShare = 0.08;

/** The given entries, and single meetings between them: thick for the next weeks and thinner further on. */
export function fillWeeks(season: Season, options: FillOptions): readonly SeedEvent[] {
  const {
    around,
    zone,
    subjects,
    perWeek,
    weekdays = [0, 1, 2, 3, 4],
    fromHour = 9,
    toHour = 17,
    lengthsMinutes = [30, 60, 60, 90],
    tentativeShare = 0.15,
    keepFree = [],
  } = options;
  const random = createRandom(options.seed);
  const pick = <Item>(items: readonly [Item, ...Item[]] | readonly Item[]): Item | undefined =>
    items[Math.floor(random() * items.length)];
  const entries: SeedEvent[] = [];
  const taken = takenTimes(season, around);
  for (let week = season.firstWeek; week <= season.lastWeek; week += 1) {
    const share = week <= 4 ? 1 : week <= 10 ? 0.6 : 0.3;
    const count = Math.floor(perWeek * share + random());
    for (let index = 0; index < count; index += 1) {
      const weekday = pick(weekdays) ?? 0;
      const length = pick(lengthsMinutes) ?? 60;
      const latest = toHour * 60 - length;
      const start = fromHour * 60 + Math.floor((random() * (latest - fromHour * 60)) / 30) * 30;
      const isTentative = random() < tentativeShare;
      const subject = pick(subjects) ?? 'Meeting';
      const isKept = keepFree.some(
        (kept) => kept.weekday === weekday && start < kept.to * 60 && start + length > kept.from * 60,
      );
      const date = season.day(week, weekday);
      const ofDay = taken.get(date) ?? [];
      const overlaps = ofDay.some(([from, to]) => start < to && start + length > from);
      if (isKept || (overlaps && random() >= overlapShare)) continue;
      taken.set(date, [...ofDay, [start, start + length]]);
      entries.push(
        season.once(zone, subject, week, weekday, clockTime(start), clockTime(start + length), {
          showAs: isTentative ? 'tentative' : 'busy',
        }),
      );
    }
  }
  return [...around, ...entries];
}

type Minutes = readonly [from: number, to: number];

function minutesOf(dateTime: string): number {
  return Number(dateTime.slice(11, 13)) * 60 + Number(dateTime.slice(14, 16));
}

/** Minutes of the day that are taken, by date; weekly series and single entries are looked at, whole days are not. */
function takenTimes(season: Season, entries: readonly SeedEvent[]): Map<string, readonly Minutes[]> {
  const taken = new Map<string, readonly Minutes[]>();
  for (const { start, end, isAllDay, recurrence } of entries) {
    if (isAllDay === true) continue;
    const span: Minutes = [minutesOf(start.dateTime), minutesOf(end.dateTime)];
    for (const date of datesOf(season, start.dateTime.slice(0, 10), recurrence))
      taken.set(date, [...(taken.get(date) ?? []), span]);
  }
  return taken;
}

function datesOf(season: Season, first: string, recurrence: SeedEvent['recurrence']): readonly string[] {
  if (recurrence?.pattern.type !== 'weekly') return [first];
  const { daysOfWeek, interval } = recurrence.pattern;
  const last = String(recurrence.range.endDate);
  const names: readonly unknown[] = Array.isArray(daysOfWeek) ? daysOfWeek : [];
  const dates: string[] = [];
  let firstWeek = season.firstWeek;
  while (season.day(firstWeek, 6) < first) firstWeek += 1;
  for (let week = firstWeek; week <= season.lastWeek; week += Number(interval))
    for (const [weekday, name] of weekdayNames.entries()) {
      const date = season.day(week, weekday);
      if (names.includes(name) && date >= first && date <= last) dates.push(date);
    }
  return dates;
}
