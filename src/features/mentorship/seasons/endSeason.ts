import { datesOf } from '#domain/season/datesOf.ts';
import { endedSeason, type EndedSeason, type Ending } from '#domain/mentorship/endingOf.ts';
import { addDays, weekdayOf } from '#domain/time/days.ts';
import type { EpochMilli, IsoDay } from '#domain/time/types.ts';
import { toInstant } from '#domain/time/wallClock.ts';
import type { DateChange, OccurrenceRecord, SeriesRecord } from '#ports/calendar.ts';
import { ServiceFailure } from '#ports/failure.ts';
import type { Services } from '#ports/services.ts';

/** `together`: the other was first, and there was nothing left to end. */
export type EndOutcome = 'done' | 'together';

/** What ending a season needs to know of it. */
export interface SeasonToEnd {
  readonly series: SeriesRecord;
  readonly occurrences: readonly OccurrenceRecord[];
}

/** Ends a season as it was said beforehand. What was ended by the other meanwhile is not ended twice. Throws ServiceFailure. */
export async function endSeason(
  { calendar }: Pick<Services, 'calendar'>,
  { series }: SeasonToEnd,
  ending: Ending,
  words: string | undefined,
  signal: AbortSignal,
): Promise<EndOutcome> {
  if (ending.kind === 'nothing') return 'done';
  try {
    switch (ending.kind) {
      case 'end':
        await calendar.endSeries(series.id, { lastDay: ending.lastDay, words }, signal);
        return 'done';
      case 'cancel':
        await calendar.cancelSeries(series.id, words ?? '', signal);
        return 'done';
      case 'decline':
        await calendar.respond(series.id, { kind: 'decline', comment: words, proposed: undefined }, signal);
        return 'done';
      default:
        return ending satisfies never;
    }
  } catch (error) {
    if (await isOverAlready(calendar, series, error, signal)) return 'together';
    throw error;
  }
}

/** Whether the season was over already when we came: called off, or gone. */
async function isOverAlready(
  calendar: Services['calendar'],
  series: SeriesRecord,
  error: unknown,
  signal: AbortSignal,
): Promise<boolean> {
  if (!(error instanceof ServiceFailure)) return false;
  if (error.code === 'not-found') return true;
  if (error.code !== 'bad-request') return false;
  const [from, to] = [0, 1];
  const there = await calendar.series(series.id, { from, to }, signal);
  return there === undefined || there.series.isCancelled;
}

/** How the season stood, for an undo; undefined for what cannot be taken back from this side. */
export function beforeEnding({ series, occurrences }: SeasonToEnd, ending: Ending): EndedSeason | undefined {
  if (ending.kind !== 'end' || series.range === undefined) return undefined;
  return endedSeason(series.id, daysOf(series.range), occurrences, ending.lastDay);
}

/** Messages that bringing it back sends: the series, and each date that stood elsewhere or was left out. */
export function undoMessages(ended: EndedSeason): number {
  return 1 + ended.moved.length + ended.skipped.length;
}

/** Brings an ended season back: its dates, where they stood, and without those that were left out. Gives the days that could not be put back. */
export async function takeBack(
  { calendar }: Pick<Services, 'calendar'>,
  ended: EndedSeason,
  zone: string,
  signal: AbortSignal,
): Promise<readonly IsoDay[]> {
  const { seriesId, lastDay, moved, skipped } = ended;
  await calendar.endSeries(seriesId, { lastDay, words: undefined }, signal);
  if (moved.length === 0 && skipped.length === 0) return [];
  const days = [...moved.map((each) => each.day), ...skipped].toSorted();
  const [first = lastDay] = days;
  const at = (day: IsoDay): EpochMilli => toInstant({ day, minuteOfDay: 0 }, zone);
  const there = await calendar.series(
    seriesId,
    { from: at(addDays(first, -31)), to: at(addDays(lastDay, 31)) },
    signal,
  );
  const find = (day: IsoDay): string | undefined =>
    there?.occurrences.find((each) => each.originalDay === day)?.id;
  const changes = [
    ...moved.flatMap(({ day, start, end }): DateChange[] => {
      const occurrenceId = find(day);
      return occurrenceId === undefined ? [] : [{ kind: 'move', occurrenceId, start, end }];
    }),
    ...skipped.flatMap((day): DateChange[] => {
      const occurrenceId = find(day);
      return occurrenceId === undefined ? [] : [{ kind: 'skip', occurrenceId }];
    }),
  ];
  const outcomes = await calendar.changeDates(seriesId, changes, signal);
  const failed = new Set(outcomes.filter((each) => each.kind !== 'done').map((each) => each.occurrenceId));
  return days.filter((day) => {
    const id = find(day);
    return id === undefined ? !skipped.includes(day) : failed.has(id);
  });
}

function daysOf({ cadence, firstDay, lastDay }: NonNullable<SeriesRecord['range']>): readonly IsoDay[] {
  return datesOf({ cadence, weekday: weekdayOf(firstDay), phase: 0 }, { firstDay, lastDay });
}
