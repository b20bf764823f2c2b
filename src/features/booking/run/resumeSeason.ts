import type { BookingPlan } from '#domain/season/bookingPlan.ts';
import { reconcile } from '#domain/season/reconcile.ts';
import { addDays } from '#domain/time/days.ts';
import type { OccurrenceRecord, SeriesRecord } from '#ports/calendar.ts';
import type { Person } from '#ports/people.ts';
import { isSameAddress } from '../partner/admitPartner.ts';
import { utcMidnight } from '#domain/time/calendarDays.ts';
import { nothingYet, type RunProgress } from './bookSeason.ts';
import { onCalendar, type SeasonTask } from './seasonTask.ts';

/** A series of one's own whose plan is not closed. */
export type UnfinishedSeries = SeriesRecord & { readonly plan: BookingPlan };

/** The other person of a series. */
export function partnerOf(series: SeriesRecord, me: Person): Person {
  const other = [...series.attendees, series.organizer].find(
    (each) => !isSameAddress(each.address, me.address),
  );
  return {
    id: undefined,
    name: other?.name ?? '',
    address: other?.address ?? '',
    jobTitle: undefined,
    kind: 'person',
  };
}

/** Instants around a plan's dates: a date moves between its neighbours, the first and last within their own rhythm. */
const marginDays = 32;

/** What it takes to finish or undo a season that is known from the calendar alone. */
export function taskOf(series: UnfinishedSeries, partner: Person, me: Person): SeasonTask {
  const { plan } = series;
  const first = plan.days[0] ?? '1970-01-01';
  const last = plan.days.at(-1) ?? first;
  return {
    owner: me.id,
    plan,
    newSeries: undefined,
    partnerAddress: partner.address,
    window: { from: utcMidnight(addDays(first, -marginDays)), to: utcMidnight(addDays(last, marginDays)) },
    knownSeriesIds: [],
  };
}

/** How far a season had come, as the calendar tells it. */
export function progressOf(series: UnfinishedSeries, occurrences: readonly OccurrenceRecord[]): RunProgress {
  const { done, missing } = reconcile(series.plan, onCalendar(series, occurrences));
  const isChanging = missing.some((operation) => operation.kind === 'move' || operation.kind === 'skip');
  return {
    ...nothingYet,
    rung: isChanging ? 'changes' : 'readBack',
    series,
    doneDays: done,
  };
}
