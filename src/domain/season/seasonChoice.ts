import type { Cadence, HoursWithin } from './types.ts';
import { addDays, daysBetween } from '#domain/time/days.ts';
import type { IsoDay } from '#domain/time/types.ts';
import { firstOfMonth, lastOfMonth, mondayOf, monthsBetween } from '../time/calendarDays.ts';

export type PresetId = 'term' | 'threeMonths' | 'halfYear' | 'year';

/** Spans on offer: weeks for seasons counted in weeks, months for those counted in months. */
export const presets: readonly { readonly id: PresetId; readonly weeks: number; readonly months: number }[] =
  [
    { id: 'term', weeks: 15, months: 4 },
    { id: 'threeMonths', weeks: 13, months: 3 },
    { id: 'halfYear', weeks: 26, months: 6 },
    { id: 'year', weeks: 52, months: 12 },
  ];

/** How long the season is: a span that keeps its length when the cadence changes, or a number that stays itself. */
export type Span =
  | { readonly kind: 'preset'; readonly id: PresetId }
  | { readonly kind: 'meetings'; readonly meetings: number };

export type Place =
  { readonly kind: 'teams' } | { readonly kind: 'words'; readonly text: string } | { readonly kind: 'open' };

/** What the person chose of a season, as typed; `outlineSeason` says what it comes to. */
export interface SeasonChoice {
  readonly cadence: Cadence;
  readonly lengthMinutes: number;
  /** Any day of the first week (or month); undefined while the field is empty. */
  readonly start: IsoDay | undefined;
  readonly span: Span;
  readonly place: Place;
  /** Undefined: the person's own working hours. */
  readonly hours: HoursWithin | undefined;
  readonly blackouts: readonly IsoDay[];
}

export type SeasonProblem =
  'startMissing' | 'startPast' | 'tooFewMeetings' | 'tooLong' | 'placeEmpty' | 'hoursTooShort' | 'noWeekdays';

/** The season that a choice comes to: one fact, whichever of its ends the person took hold of. */
export interface SeasonOutline {
  readonly meetings: number;
  /** False for months when the chosen week of the first has begun: a weekday that is over there has one date less. */
  readonly isExact: boolean;
  /** First and last day of the season, inclusive. */
  readonly firstDay: IsoDay;
  readonly lastDay: IsoDay;
  /** Rows of the picture: by month, the weeks (or, for monthly seasons, sevenths of the month) and which have a meeting. */
  readonly months: readonly {
    readonly month: IsoDay;
    readonly weeks: readonly { readonly day: IsoDay; readonly meets: boolean }[];
  }[];
  readonly problems: readonly SeasonProblem[];
}

export const defaultHours: HoursWithin = { days: [1, 2, 3, 4, 5], earliestMinute: 540, latestMinute: 1020 };

/** The choice somebody starts with who never booked before: half a year, every two weeks, an hour, from next week. */
export function firstChoice(today: IsoDay): SeasonChoice {
  return {
    cadence: { kind: 'weekly', everyWeeks: 2 },
    lengthMinutes: 60,
    start: addDays(mondayOf(today), 7),
    span: { kind: 'preset', id: 'halfYear' },
    place: { kind: 'teams' },
    hours: undefined,
    blackouts: [],
  };
}

/** Meetings of a span at a cadence; whole ones only, so that every weekday has as many. */
export function meetingsOf(span: Span, cadence: Cadence): number {
  if (span.kind === 'meetings') return span.meetings;
  const preset = presets.find((each) => each.id === span.id);
  if (preset === undefined) return 0;
  return cadence.kind === 'weekly'
    ? Math.floor(preset.weeks / cadence.everyWeeks)
    : Math.floor(preset.months / cadence.everyMonths);
}

/** The preset that a span is, also when the same number was typed. */
export function presetOf(span: Span, cadence: Cadence): PresetId | undefined {
  if (span.kind === 'preset') return span.id;
  return presets.find((each) => meetingsOf({ kind: 'preset', id: each.id }, cadence) === span.meetings)?.id;
}

/** Most meetings within 52 weeks (12 months). */
export function mostMeetings(cadence: Cadence): number {
  return meetingsOf({ kind: 'preset', id: 'year' }, cadence);
}

export function outlineSeason(choice: SeasonChoice, today: IsoDay): SeasonOutline {
  const { cadence } = choice;
  const typed = meetingsOf(choice.span, cadence);
  const meetings = Math.min(Math.max(Math.trunc(typed) || 2, 2), mostMeetings(cadence));
  const start = choice.start ?? addDays(mondayOf(today), 7);
  const tomorrow = addDays(today, 1);
  const whole =
    cadence.kind === 'weekly'
      ? weeksOf(cadence, start, tomorrow, meetings)
      : monthsOf(cadence, start, tomorrow, meetings);
  return { ...whole, meetings, problems: problemsOf(choice, typed, today) };
}

/** The number of meetings that ends a season in the week (or month) of a day. */
export function meetingsUntil(choice: SeasonChoice, until: IsoDay, today: IsoDay): number {
  const start = choice.start ?? addDays(mondayOf(today), 7);
  if (choice.cadence.kind === 'monthly')
    return Math.floor(monthsBetween(start, until) / choice.cadence.everyMonths) + 1;
  const weeks = Math.floor(daysBetween(mondayOf(start), until) / 7) + 1;
  return Math.floor(weeks / choice.cadence.everyWeeks);
}

function problemsOf(choice: SeasonChoice, meetings: number, today: IsoDay): SeasonProblem[] {
  const problems: SeasonProblem[] = [];
  const { start, cadence, hours, place } = choice;
  if (start === undefined) problems.push('startMissing');
  else if (cadence.kind === 'weekly' ? addDays(mondayOf(start), 6) <= today : lastOfMonth(start) <= today)
    problems.push('startPast');
  if (!(meetings >= 2)) problems.push('tooFewMeetings');
  else if (meetings > mostMeetings(cadence)) problems.push('tooLong');
  if (place.kind === 'words' && place.text.trim() === '') problems.push('placeEmpty');
  if (hours !== undefined) {
    if (hours.latestMinute - hours.earliestMinute < choice.lengthMinutes) problems.push('hoursTooShort');
    if (hours.days.length === 0) problems.push('noWeekdays');
  }
  return problems;
}

type Whole = Pick<SeasonOutline, 'firstDay' | 'lastDay' | 'months' | 'isExact'>;

function weeksOf(
  cadence: Cadence & { kind: 'weekly' },
  start: IsoDay,
  earliest: IsoDay,
  meetings: number,
): Whole {
  const monday = mondayOf(start);
  // Weeks are counted from the first day, so a week that has begun still gives every weekday its whole number of dates.
  const firstDay = monday < earliest ? earliest : monday;
  const weeks = meetings * cadence.everyWeeks;
  const firstMonth = firstOfMonth(monday);
  const months: { month: IsoDay; weeks: { day: IsoDay; meets: boolean }[] }[] = [];
  // The picture shows whole months, so the weeks before and after stand there too, without a meeting.
  const lastMonday = addDays(monday, (meetings - 1) * cadence.everyWeeks * 7);
  for (let day = mondayOf(addDays(firstMonth, 6)); day <= lastOfMonth(lastMonday); day = addDays(day, 7)) {
    const week = daysBetween(monday, day) / 7;
    const month = firstOfMonth(day);
    if (months.at(-1)?.month !== month) months.push({ month, weeks: [] });
    months.at(-1)?.weeks.push({ day, meets: week >= 0 && week < weeks && week % cadence.everyWeeks === 0 });
  }
  return { firstDay, lastDay: addDays(firstDay, weeks * 7 - 1), isExact: true, months };
}

/** Days 1 to 7 hold every weekday's first, 8 to 14 its second; the last seven days its last. */
function monthsOf(
  cadence: Cadence & { kind: 'monthly' },
  start: IsoDay,
  earliest: IsoDay,
  meetings: number,
): Whole {
  const { ordinal, everyMonths } = cadence;
  const monthAt = (index: number): IsoDay => firstOfMonth(start, index * everyMonths);
  const firstOf = (month: IsoDay): IsoDay =>
    ordinal === 'last' ? addDays(lastOfMonth(month), -6) : addDays(month, (ordinal - 1) * 7);
  const shown = Array.from({ length: (meetings - 1) * everyMonths + 1 }, (_, index) =>
    firstOfMonth(start, index),
  );
  const first = firstOf(monthAt(0));
  return {
    firstDay: first < earliest ? earliest : first,
    isExact: first >= earliest,
    lastDay: addDays(firstOf(monthAt(meetings - 1)), 6),
    months: shown.map((month, index) => {
      const chosen = firstOf(month);
      const days =
        ordinal === 'last'
          ? [0, 7, 14].map((later) => addDays(month, later))
          : [0, 7, 14, 21].map((later) => addDays(month, later));
      const weeks = ordinal === 'last' ? [...days, chosen] : days;
      return {
        month,
        weeks: weeks.map((day) => ({ day, meets: index % everyMonths === 0 && day === chosen })),
      };
    }),
  };
}
