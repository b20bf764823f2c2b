import { addDays, daysBetween, isIsoDay } from '#domain/time/days.ts';
import type { IsoDay } from '#domain/time/types.ts';

/** What a pasted list of days comes to. */
export interface BlackoutText {
  /** Each once, in order. */
  readonly days: readonly IsoDay[];
  /** Lines that are no day, as they were typed; at most ten. */
  readonly unread: readonly string[];
}

/** A stretch longer than this is a mistake in typing. */
const longestStretchDays = 200;
const mostUnread = 10;

/**
 * The days of a text, one or a stretch of them a line: `2027-05-03`, `3 May 2027`, `3.5.2027`, `2027-05-03 to 2027-05-07`. Words before
 * or after a day are let go. Day before month where figures leave it open. `months` are the names of the months in the person's language.
 */
export function readBlackoutText(text: string, months: readonly string[]): BlackoutText {
  const days = new Set<IsoDay>();
  const unread: string[] = [];
  for (const line of text.split(/[\n\r;]+/)) {
    const trimmed = line.trim();
    if (trimmed === '') continue;
    const found = daysIn(trimmed, months);
    const [first, last = first] = found;
    const length = first === undefined || last === undefined ? -1 : daysBetween(first, last);
    if (first === undefined || found.length > 2 || length < 0 || length > longestStretchDays) {
      if (unread.length < mostUnread) unread.push(trimmed.slice(0, 80));
      continue;
    }
    for (let index = 0; index <= length; index += 1) days.add(addDays(first, index));
  }
  return { days: [...days].toSorted(), unread };
}

function daysIn(line: string, months: readonly string[]): readonly IsoDay[] {
  const pattern =
    /(?<iso>\d{4}-\d{2}-\d{2})|(?<day>\d{1,2})\.?\s+(?<name>\p{L}{3,})\.?,?\s+(?<year>\d{4})|(?<dd>\d{1,2})[./](?<mm>\d{1,2})[./](?<yyyy>\d{4})/gu;
  return [...line.matchAll(pattern)].flatMap(({ groups = {} }) => {
    const { iso, day, name, year, dd, mm, yyyy } = groups;
    const month = name === undefined ? Number(mm) : monthOf(name, months);
    const text =
      iso ?? `${year ?? yyyy ?? ''}-${String(month).padStart(2, '0')}-${(day ?? dd ?? '').padStart(2, '0')}`;
    return isIsoDay(text) ? [text] : [];
  });
}

function monthOf(name: string, months: readonly string[]): number {
  const wanted = name.toLowerCase();
  return (
    months.findIndex((each) => each.toLowerCase().startsWith(wanted.slice(0, Math.max(3, wanted.length)))) + 1
  );
}
