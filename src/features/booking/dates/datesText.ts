import type { DateDecision, SeasonSlot } from '#domain/season/types.ts';
import { stateText, timeText, type TimeContext } from '#components/timeText.ts';
import { toWall } from '#domain/time/wallClock.ts';
import type { Format } from '#words/format.ts';
import type { Words } from '#words/Words.ts';
import type { DateRow } from './dateRows.ts';

/** What every sentence about a date needs. */
export type DatesContext = TimeContext;

/** What a row says at its end: the state or what becomes of the date, and under it what is still to come. */
export interface RowText {
  readonly text: string;
  readonly note: string | undefined;
}

export function rowText(row: DateRow, context: DatesContext): RowText {
  const { words, format } = context;
  const { date, decision, effect, need } = row;
  const why = stateText(date.state, context);
  const alone = words.dates.alone({ text: why });
  if (isProposed(row) && effect?.kind === 'move') {
    const to = timeText(effect.to, context);
    return { text: alone, note: words.dates.proposed({ day: format.day(to.day, 'medium'), time: to.time }) };
  }
  const isMending = need !== 'none';
  switch (effect?.kind) {
    case 'move':
      return plain(movedText(effect, isMending ? why : undefined, context));
    case 'skip':
      return plain(isMending ? words.dates.skipped({ why }) : words.dates.skippedBare);
    case 'keep':
      return plain(isMending ? words.dates.kept({ why }) : alone);
    case undefined:
      return {
        text: alone,
        note:
          need === 'open'
            ? words.dates.undecided
            : need === 'later' && decision === undefined
              ? words.dates.later
              : undefined,
      };
    default:
      return effect satisfies never;
  }
}

function plain(text: string): RowText {
  return { text, note: undefined };
}

/** A new time that nobody has agreed to yet: the date still stands where it was. */
export function isProposed(row: DateRow): boolean {
  return row.decision === undefined && row.effect?.kind === 'move';
}

function movedText(
  { day, to }: Extract<DateDecision, { kind: 'move' }>,
  why: string | undefined,
  { words, format, zone }: DatesContext,
): string {
  if (toWall(to.start, zone).day === day)
    return why === undefined ? words.dates.movedSameDayBare : words.dates.movedSameDay({ why });
  const from = format.day(day, 'short');
  return why === undefined ? words.dates.movedBare({ day: from }) : words.dates.moved({ day: from, why });
}

/** "Thursdays", or "Second Thursday of the month". */
export function weekdaysText(slot: SeasonSlot, words: Words['booking'], format: Format): string {
  const { cadence, weekday } = slot;
  return cadence.kind === 'weekly'
    ? format.weekdays(weekday)
    : words.times.ordinalWeekday({
        ordinal: words.season.ordinals[cadence.ordinal],
        weekday: format.weekday(weekday, 'long'),
      });
}
