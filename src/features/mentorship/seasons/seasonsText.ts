import type { PastSeason } from '#domain/mentorship/allSeasons.ts';
import type { Season, SeasonDate } from '#domain/mentorship/types.ts';
import { weekdayOf } from '#domain/time/days.ts';
import type { IsoDay, ZoneName } from '#domain/time/types.ts';
import { toWall } from '#domain/time/wallClock.ts';
import type { MarkState } from '#components/markState.ts';
import type { Format } from '#words/format.ts';
import type { Words } from '#words/Words.ts';

/** What every sentence of the page needs. */
export interface SeasonsContext {
  readonly words: Words;
  readonly format: Format;
  readonly zone: ZoneName;
  readonly partner: string;
}

export function nameOfSeason({ season }: Pick<PastSeason, 'season'>, { words }: SeasonsContext): string {
  return season.number === undefined
    ? words.seasons.seasonUnknown
    : words.seasons.season({ number: season.number });
}

export function dayOf(date: Pick<SeasonDate, 'start'>, { zone }: SeasonsContext): IsoDay {
  return toWall(date.start, zone).day;
}

/** "13:00–14:00" on one's own clock. */
export function timeOf(date: SeasonDate, { zone, format }: SeasonsContext): string {
  const { minuteOfDay } = toWall(date.start, zone);
  return format.timeRange(minuteOfDay, minuteOfDay + (date.end - date.start) / 60_000);
}

/** The rhythm of a season in words: "Every 2 weeks, 60 minutes". */
export function rhythmOf(
  { cadence, lengthMinutes: minutes, dates }: Season,
  { words, format }: SeasonsContext,
): string {
  const { card } = words.home;
  const [first] = dates;
  if (cadence === undefined || first === undefined) return card.rhythmUnknown({ minutes });
  const text =
    cadence.kind === 'weekly'
      ? card.cadences.weekly({ weeks: cadence.everyWeeks })
      : card.cadences.monthly({
          ordinal: card.ordinals[cadence.ordinal],
          weekday: format.weekday(weekdayOf(first.originalDay), 'long'),
          months: cadence.everyMonths,
        });
  return card.rhythm({ cadence: text, minutes });
}

/** The small mark of a date. */
export function smallMark({ standing, isMoved }: SeasonDate): MarkState {
  switch (standing.kind) {
    case 'past':
      return isMoved ? 'movedPast' : 'past';
    case 'met':
      return isMoved ? 'movedMet' : 'met';
    case 'toCome':
      return isMoved ? 'movedToCome' : 'toCome';
    case 'skipped':
    case 'cancelled':
      return 'skipped';
    case 'missed':
    case 'next':
    case 'declined':
    case 'clash':
    case 'tentative':
      return standing.kind;
    default:
      return standing satisfies never;
  }
}

/** How a date stands, in a word or two. */
export function standingText(
  { standing, originalDay, isMoved }: SeasonDate,
  context: SeasonsContext,
): string {
  const { states } = context.words.home;
  const from = context.format.day(originalDay, 'short');
  switch (standing.kind) {
    case 'past':
      return isMoved ? states.movedPast({ from }) : states.past;
    case 'met':
      return isMoved ? states.movedMet({ from }) : states.met;
    case 'missed':
      return states.missed;
    case 'next':
      return states.next;
    case 'toCome':
    case 'clash':
    case 'tentative':
      return isMoved ? states.movedToCome({ from }) : states.toCome;
    case 'declined':
      return standing.by === 'me'
        ? states.declinedByMe
        : states.declinedByPartner({ partner: context.partner });
    case 'skipped':
      return states.skipped;
    case 'cancelled':
      return states.cancelled;
    default:
      return standing satisfies never;
  }
}

/** "6 of 8 met. 1 missed, 1 skipped". */
export function sumOf({ sum }: Season, { words, format }: SeasonsContext): string {
  const texts = words.home.sum;
  const { dates, met, metMoved, missed, past, skipped } = sum;
  const isSaid = met + missed > 0;
  const first = isSaid
    ? texts.met({ met, of: dates, moved: metMoved })
    : texts.past({ past, of: dates, moved: sum.pastMoved });
  const others = [
    ...(missed > 0 ? [texts.missed({ count: missed })] : []),
    ...(isSaid && past > met + missed ? [texts.open({ count: past - met - missed })] : []),
    ...(skipped > 0 ? [texts.skipped({ count: skipped })] : []),
  ];
  return others.length === 0 ? first : texts.join({ first, second: format.list(others) });
}
