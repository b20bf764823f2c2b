import type { BookingPlan, SeriesOnCalendar } from '#domain/season/bookingPlan.ts';
import { dayMilli } from '#domain/time/days.ts';
import type { EpochMilli, IsoDay } from '#domain/time/types.ts';
import type { MentorMeetings, NewSeries, OccurrenceRecord, SeriesRecord } from '#ports/calendar.ts';
import { isSameAddress } from '../partner/admitPartner.ts';
import { utcMidnight } from '#domain/time/calendarDays.ts';

/** One season to be put on the calendars, and all it takes to finish or undo it. */
export interface SeasonTask {
  /** Directory id of the person whose booking it is; undefined where it is not known. */
  readonly owner: string | undefined;
  readonly plan: BookingPlan;
  /** What is sent to make the series; undefined where it exists already and its words are not at hand. */
  readonly newSeries: NewSeries | undefined;
  readonly partnerAddress: string;
  /** Instants around all dates, moved ones included. */
  readonly window: { readonly from: EpochMilli; readonly to: EpochMilli };
  /** Series with this partner that were there when the person began: known, so no surprise. */
  readonly knownSeriesIds: readonly string[];
}

/** Another season of the same two over the same stretch, from a second device or booked by the other at the same moment. */
export interface Twin {
  readonly series: SeriesRecord;
  readonly firstDate: EpochMilli;
  readonly lastDate: EpochMilli;
}

/** A series as reconciling sees it. */
export function onCalendar(series: SeriesRecord, occurrences: readonly OccurrenceRecord[]): SeriesOnCalendar {
  return {
    seriesId: series.id,
    isCancelled: series.isCancelled,
    dates: occurrences
      .filter((occurrence) => occurrence.seriesId === series.id)
      .map((occurrence) => ({
        occurrenceId: occurrence.id,
        originalDay: occurrence.originalDay,
        start: occurrence.start,
        end: occurrence.end,
        isCancelled: occurrence.isCancelled,
      })),
  };
}

/** The series that this very click made, on whichever attempt. */
export function ownSeriesIn(meetings: MentorMeetings, plan: BookingPlan): SeriesRecord | undefined {
  return meetings.series.find(
    (series) => series.plan?.transactionId === plan.transactionId && !series.isCancelled,
  );
}

/** A second season of the two over the same days that nobody knew of. One that ends before, or begins after, is another season. */
export function twinIn(meetings: MentorMeetings, task: SeasonTask): Twin | undefined {
  const { plan, partnerAddress, knownSeriesIds } = task;
  const { from, to } = stretchOf(plan);
  for (const series of meetings.series) {
    if (series.isCancelled || series.ownResponse === 'declined') continue;
    if (knownSeriesIds.includes(series.id) || series.plan?.transactionId === plan.transactionId) continue;
    if (!isWith(series, partnerAddress)) continue;
    const starts = meetings.occurrences
      .filter((each) => each.seriesId === series.id && !each.isCancelled)
      .map((each) => each.start);
    if (starts.some((start) => start >= from && start < to))
      return { series, firstDate: Math.min(...starts), lastDate: Math.max(...starts) };
  }
  return undefined;
}

/** Instants around the dates of a plan, wide enough for any zone. */
function stretchOf({ days }: BookingPlan): { readonly from: EpochMilli; readonly to: EpochMilli } {
  const first = days[0] ?? '1970-01-01';
  return {
    from: utcMidnight(first) - dayMilli / 2,
    to: utcMidnight(days.at(-1) ?? first) + 2 * dayMilli,
  };
}

/** Whether a series is with somebody, as organizer or attendee. */
export function isWith(series: SeriesRecord, address: string): boolean {
  return [series.organizer, ...series.attendees].some((each) => isSameAddress(each.address, address));
}

/**
 * Which of two series booked at the same moment to keep: the same answer on both sides, since both calendars know both
 * by the same `iCalUId`.
 */
export function isOursToKeep(own: SeriesRecord, twin: SeriesRecord): boolean {
  return own.iCalUId < twin.iCalUId;
}

/** Days of the plan that are to be moved or skipped. */
export function changedDaysOf(plan: BookingPlan): readonly IsoDay[] {
  return plan.decisions.filter((decision) => decision.kind !== 'keep').map((decision) => decision.day);
}
