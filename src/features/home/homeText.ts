import type { ZoneRules } from '#domain/availability/types.ts';
import { wallByRules } from '#domain/availability/zoneRules.ts';
import type { DateStanding, Mentorship, Season, SeasonDate, SeasonSum } from '#domain/mentorship/types.ts';
import { callName } from '#domain/text/callName.ts';
import { daysBetween, weekdayOf } from '#domain/time/days.ts';
import type { EpochMilli, IsoDay, WallTime, ZoneName } from '#domain/time/types.ts';
import { toWall } from '#domain/time/wallClock.ts';
import { sharedZoneTables } from '#domain/time/zoneTable.ts';
import type { MarkState } from '#components/markState.ts';
import type { Format } from '#words/format.ts';
import type { Words } from '#words/Words.ts';

/** What every sentence of home needs. */
export interface HomeContext {
  readonly words: Words['home'];
  readonly format: Format;
  /** One's own clock. */
  readonly zone: ZoneName;
  readonly now: EpochMilli;
}

/** How the partner is called in a sentence. */
export function partnerName({ partner }: Pick<Mentorship, 'partner'>, { words }: HomeContext): string {
  return partner === undefined ? words.card.nobody : callName(partner);
}

/** Day and minutes of a date on one's own clock. */
export function wallOf(
  { start, end }: { readonly start: EpochMilli; readonly end: EpochMilli },
  { zone }: HomeContext,
): { readonly day: IsoDay; readonly from: number; readonly to: number } {
  const wall = toWall(start, zone);
  // The length is kept over midnight and over a clock change: what counts is how long it takes.
  return { day: wall.day, from: wall.minuteOfDay, to: wall.minuteOfDay + (end - start) / 60_000 };
}

/** "16:00–17:00 for Dana", seen or spoken; undefined where both clocks agree or the partner's is not known. */
export function partnerTime(
  date: SeasonDate,
  partner: string,
  clock: ZoneRules | undefined,
  isSpoken: boolean,
  context: HomeContext,
): string | undefined {
  const { words, format } = context;
  const mine = wallOf(date, context);
  const theirs: WallTime | undefined =
    clock === undefined ? undefined : wallByRules(clock, date.start, sharedZoneTables);
  if (theirs === undefined) return undefined;
  if (theirs.day === mine.day && theirs.minuteOfDay === mine.from) return undefined;
  const to = theirs.minuteOfDay + (mine.to - mine.from);
  const time = isSpoken
    ? format.spokenTimeRange(theirs.minuteOfDay, to)
    : format.timeRange(theirs.minuteOfDay, to);
  if (theirs.day === mine.day) return words.card.forPartner({ time, partner });
  return words.card.forPartnerOn({ day: format.day(theirs.day, 'short'), time, partner });
}

/** The mark of a date on the stem. */
export function markOf({ standing, isMoved }: SeasonDate): MarkState {
  switch (standing.kind) {
    case 'past':
      return isMoved ? 'movedPast' : 'past';
    case 'met':
      return isMoved ? 'movedMet' : 'met';
    case 'missed':
      return 'missed';
    case 'next':
      return 'next';
    case 'toCome':
      return isMoved ? 'movedToCome' : 'toCome';
    case 'skipped':
    case 'cancelled':
      return 'skipped';
    case 'declined':
      return 'declined';
    case 'clash':
      return 'clash';
    case 'tentative':
      return 'tentative';
    default:
      return standing satisfies never;
  }
}

/** The state of a date in words: "clash: Dana is busy". */
export function stateText(date: SeasonDate, partner: string, context: HomeContext): string {
  const { states } = context.words;
  const from = context.format.day(date.originalDay, 'short');
  const { standing } = date;
  switch (standing.kind) {
    case 'past':
      return date.isMoved ? states.movedPast({ from }) : states.past;
    case 'met':
      return date.isMoved ? states.movedMet({ from }) : states.met;
    case 'missed':
      return states.missed;
    case 'next':
      return date.isMoved ? states.nextMoved({ from }) : states.next;
    case 'toCome':
      return date.isMoved ? states.movedToCome({ from }) : states.toCome;
    case 'skipped':
      return states.skipped;
    case 'cancelled':
      return states.cancelled;
    case 'declined':
      return standing.by === 'me' ? states.declinedByMe : states.declinedByPartner({ partner });
    case 'clash':
      return withMove(states.clash({ why: clashText(standing, partner, context) }), date, from, context);
    case 'tentative':
      return withMove(tentativeText(standing.who, partner, context), date, from, context);
    default:
      return standing satisfies never;
  }
}

/** A date that was moved says so, whatever else is to be said of it. */
function withMove(text: string, { isMoved }: SeasonDate, from: string, { words }: HomeContext): string {
  return isMoved ? words.mark.spoken({ parts: [text, words.states.movedToCome({ from })] }) : text;
}

/** Who is in the way, and how: "Dana is busy". */
export function clashText(
  { who, why }: Extract<DateStanding, { kind: 'clash' }>,
  partner: string,
  { words }: HomeContext,
): string {
  const { clashes } = words;
  if (who === 'both') return clashes.both;
  if (who === 'me') return why === 'outOfOffice' ? clashes.youAway : clashes.youBusy;
  return why === 'outOfOffice' ? clashes.away({ partner }) : clashes.busy({ partner });
}

function tentativeText(who: 'me' | 'partner' | 'both', partner: string, { words }: HomeContext): string {
  if (who === 'both') return words.states.tentativeBoth;
  return who === 'me' ? words.states.tentativeYou : words.states.tentative({ who: partner });
}

/** Spoken name of a mark: day, both times, state. */
export function spokenDate(
  date: SeasonDate,
  partner: string,
  clock: ZoneRules | undefined,
  context: HomeContext,
): string {
  const { words, format } = context;
  const { day, from, to } = wallOf(date, context);
  const theirs = partnerTime(date, partner, clock, true, context);
  return words.mark.spoken({
    parts: [
      format.day(day, 'long'),
      format.spokenTimeRange(from, to),
      ...(theirs === undefined ? [] : [theirs]),
      stateText(date, partner, context),
    ],
  });
}

/** "6 of 8 met, 1 of them moved. 1 missed, 1 skipped"; before anybody has said anything "6 of 8 dates behind you". */
export function sumText(values: SeasonSum, { words, format }: HomeContext): string {
  const { dates, past, pastMoved, met, metMoved, missed, toCome, skipped } = values;
  const { sum } = words;
  if (dates === 0) return sum.none;
  const open = past - met - missed;
  const isSaid = met + missed > 0;
  const first = ((): string => {
    if (isSaid) return sum.met({ met, of: dates, moved: metMoved });
    if (past === 0) return sum.ahead({ of: toCome });
    if (toCome === 0 && skipped === 0 && pastMoved === 0) return sum.allPast({ of: dates });
    return sum.past({ past, of: dates, moved: pastMoved });
  })();
  const others = [
    ...(missed > 0 ? [sum.missed({ count: missed })] : []),
    ...(isSaid && open > 0 ? [sum.open({ count: open })] : []),
    ...(skipped > 0 ? [sum.skipped({ count: skipped })] : []),
  ];
  return others.length === 0 ? first : sum.join({ first, second: format.list(others) });
}

/** "Every 2 weeks, 60 minutes". */
export function rhythmText(season: Season, context: HomeContext): string {
  const { words, format } = context;
  const { cadence, lengthMinutes: minutes } = season;
  if (cadence === undefined) return words.card.rhythmUnknown({ minutes });
  if (cadence.kind === 'weekly') {
    return words.card.rhythm({ cadence: words.card.cadences.weekly({ weeks: cadence.everyWeeks }), minutes });
  }
  const first = season.dates[0];
  if (first === undefined) return words.card.rhythmUnknown({ minutes });
  const monthly = words.card.cadences.monthly({
    ordinal: words.card.ordinals[cadence.ordinal],
    weekday: format.weekday(weekdayOf(first.originalDay), 'long'),
    months: cadence.everyMonths,
  });
  return words.card.rhythm({ cadence: monthly, minutes });
}

/** Whether a meeting is going on. */
export function isGoingOn(date: SeasonDate, now: EpochMilli): boolean {
  return date.start <= now && now < date.end;
}

/** The heading of home and the sentence below it: what is next, and what comes after. */
export function headingOf(
  mentorships: readonly Mentorship[],
  context: HomeContext,
): { readonly heading: string; readonly sentence: string | undefined } {
  const { words, format, now, zone } = context;
  const [first, second] = mentorships;
  if (first === undefined) return { heading: words.headings.noneYet, sentence: undefined };
  const { next } = first.season;
  const partner = partnerName(first, context);
  if (next === undefined) {
    return { heading: words.headings.nothingAhead, sentence: words.sentences.ended({ partner }) };
  }
  const sentence = ((): string => {
    const other = second?.season.next;
    if (second !== undefined && other !== undefined) {
      const day = format.day(wallOf(other, context).day, 'long');
      return words.sentences.afterwards({ partner: partnerName(second, context), day });
    }
    const again = first.season.dates.find((date) => date.start > next.start && isAhead(date));
    return again === undefined
      ? words.sentences.last({ partner })
      : words.sentences.thenAgain({ day: format.day(wallOf(again, context).day, 'long') });
  })();
  const { day, from, to } = wallOf(next, context);
  if (isGoingOn(next, now))
    return { heading: words.headings.now({ partner, time: format.time(to) }), sentence };
  const today = toWall(now, zone).day;
  const distance = daysBetween(today, day);
  const time = format.time(from);
  if (distance > 6) {
    return { heading: words.headings.far({ day: format.day(day, 'long'), time, partner }), sentence };
  }
  const near = distance <= 1 ? format.relativeDay(day, today) : format.weekday(weekdayOf(day), 'long');
  return { heading: words.headings.near({ day: near, time, partner }), sentence };
}

function isAhead({ standing }: SeasonDate): boolean {
  return standing.kind === 'toCome' || standing.kind === 'clash' || standing.kind === 'tentative';
}

/** How old a picture is, in the sentence for today or the one for an earlier day. */
export function seenText(
  seen: { readonly at: EpochMilli },
  today: (values: { time: string }) => string,
  earlier: (values: { day: string; time: string }) => string,
  { format, zone, now }: HomeContext,
): string {
  const time = format.clock(seen.at, zone);
  const { day } = toWall(seen.at, zone);
  return day === toWall(now, zone).day ? today({ time }) : earlier({ day: format.day(day, 'long'), time });
}
