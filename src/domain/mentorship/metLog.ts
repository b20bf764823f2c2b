import type { EpochMilli, IsoDay } from '#domain/time/types.ts';
import { seasonSum } from './seasonOf.ts';
import type { Mentorship, Question, SeasonDate } from './types.ts';

/** What somebody said of a date that is over. `moved`: they met, at another time than the calendar has. */
export type MetAnswer = 'met' | 'moved' | 'missed';

/** What was said of the dates of one mentorship, by the days they were planned for. */
export interface MetLog {
  readonly said: Readonly<Partial<Record<IsoDay, MetAnswer>>>;
  /** Days whose question was left open: it is not asked again. */
  readonly left: readonly IsoDay[];
}

export const emptyMetLog: MetLog = { said: {}, left: [] };

/** A question older than this is no help to anybody. */
const mostDaysAsked = 21;
const dayMilli = 86_400_000;

/**
 * A mentorship with what was said of its past dates, and with at most one question: of the latest date alone, never of one that
 * was answered or left open. Answers for days that are not past, or not dates at all, change nothing.
 */
export function withMetLog(mentorship: Mentorship, log: MetLog, now: EpochMilli): Mentorship {
  const { season } = mentorship;
  const dates = season.dates.map((date) => saidOf(date, log));
  return {
    ...mentorship,
    season: {
      ...season,
      dates,
      next: dates.find((date) => date.key === season.next?.key),
      sum: seasonSum(dates),
      question: questionOf(dates, log, now),
    },
  };
}

/** The log after an answer; undefined takes it back, and the date is open as if nobody had been asked. */
export function answered(log: MetLog, day: IsoDay, answer: MetAnswer | undefined): MetLog {
  const { [day]: _before, ...others } = log.said;
  return {
    said: answer === undefined ? others : { ...others, [day]: answer },
    left: answer === undefined ? log.left : log.left.filter((each) => each !== day),
  };
}

/** The log after a question was left open. */
export function leftOpen(log: MetLog, day: IsoDay): MetLog {
  return log.left.includes(day) ? log : { ...log, left: [...log.left, day] };
}

function saidOf(date: SeasonDate, { said }: MetLog): SeasonDate {
  if (date.standing.kind !== 'past') return date;
  const answer = Object.hasOwn(said, date.originalDay) ? said[date.originalDay] : undefined;
  if (answer === undefined) return date;
  return answer === 'missed'
    ? { ...date, standing: { kind: 'missed' } }
    : { ...date, isMoved: date.isMoved || answer === 'moved', standing: { kind: 'met' } };
}

function questionOf(dates: readonly SeasonDate[], { left }: MetLog, now: EpochMilli): Question | undefined {
  const over = dates.filter((date) => ['past', 'met', 'missed'].includes(date.standing.kind));
  const last = over.at(-1);
  if (last === undefined || now - last.end > mostDaysAsked * dayMilli || left.includes(last.originalDay))
    return undefined;
  if (last.standing.kind === 'past') return { kind: 'didYouMeet', date: last };
  const isSecondMiss = last.standing.kind === 'missed' && over.at(-2)?.standing.kind === 'missed';
  return isSecondMiss ? { kind: 'twoMissed', date: last } : undefined;
}
