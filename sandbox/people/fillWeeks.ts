import type { SeedEvent } from '#sandbox/types.ts';
import type { Season } from './season.ts';

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

/** Single meetings, thick for the next weeks and thinner further on. */
export function fillWeeks(season: Season, options: FillOptions): readonly SeedEvent[] {
  const {
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
      if (isKept) continue;
      entries.push(
        season.once(zone, subject, week, weekday, clockTime(start), clockTime(start + length), {
          showAs: isTentative ? 'tentative' : 'busy',
        }),
      );
    }
  }
  return entries;
}
