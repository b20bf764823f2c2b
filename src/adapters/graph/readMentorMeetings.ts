import * as v from 'valibot';
import type { EpochMilli } from '#domain/time/types.ts';
import type { MentorMeetings, OccurrenceRecord, SeriesRecord } from '#ports/calendar.ts';
import type { GraphClient } from './createGraphClient.ts';
import { decode, failureOf } from './failures.ts';
import type { BatchItem, GraphAnswer } from './graphRequest.ts';
import {
  linkOf,
  masterIdOf,
  readOccurrences,
  readSeries,
  selectOccurrence,
  selectSeries,
  type EventContext,
} from './wire/event.ts';
import { expandPlan } from './wire/plan.ts';

/** A stretch of the calendar; every date that touches it is meant. */
export interface CalendarWindow {
  readonly from: EpochMilli;
  readonly to: EpochMilli;
}

/** Times in UTC, bodies as text: what is read is never put into HTML. */
const preferences = 'outlook.timezone="UTC", outlook.body-content-type="text"';
/** More pages than this are somebody's loop, not a calendar: 20 pages are 20,000 dates. */
const mostPages = 20;

/** For `$filter` and `$expand`, whose values hold quotes, braces and blanks. */
export const query = (parameters: Readonly<Record<string, string>>): string =>
  Object.entries(parameters)
    .map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
    .join('&');

/** All series of the calendar that carry a link of ours, and their dates within the window: one batch of two lists. */
export async function readMentorMeetings(
  client: GraphClient,
  context: EventContext,
  window: CalendarWindow,
  signal: AbortSignal,
): Promise<MentorMeetings> {
  const questions = [mastersQuestion, datesQuestion(window)];
  const [masters, dates] = await client.batch(questions, signal);
  const masterEvents = await wholeList(client, mastersQuestion, masters, signal);
  const series = masterEvents.flatMap((event) => {
    const link = linkOf(event, context);
    return link === undefined ? [] : [readSeries(event, link, context)];
  });
  if (series.length === 0) return { series: [], occurrences: [] };
  const events = await wholeList(client, datesQuestion(window), dates, signal);
  return { series, occurrences: series.flatMap((each) => datesOf(each, events)) };
}

/** Series by what they are for, to find one whose creation was never confirmed. */
export async function readAllSeries(
  client: GraphClient,
  context: EventContext,
  signal: AbortSignal,
): Promise<readonly SeriesRecord[]> {
  const first = await client.send(mastersQuestion, signal);
  const events = await wholeList(client, mastersQuestion, first, signal);
  return events.flatMap((event) => {
    const link = linkOf(event, context);
    return link === undefined ? [] : [readSeries(event, link, context)];
  });
}

const calendarRead = {
  method: 'GET',
  headers: { Prefer: preferences },
  scopes: ['Calendars.ReadWrite'],
  workload: 'calendar',
  repeatable: true,
} as const;

const mastersQuestion: BatchItem = {
  ...calendarRead,
  path: `/me/events?${query({ $filter: "type eq 'seriesMaster'", $select: selectSeries, $expand: expandPlan, $top: '200' })}`,
};

function datesQuestion({ from, to }: CalendarWindow): BatchItem {
  return {
    ...calendarRead,
    path: `/me/calendarView?${query({ ...windowParameters({ from, to }), $select: selectOccurrence, $top: '1000' })}`,
  };
}

/** One event with its plan, as read back after it was made. */
export function eventQuestion(seriesId: string): BatchItem {
  return {
    ...calendarRead,
    path: `/me/events/${encodeURIComponent(seriesId)}?${query({ $select: selectSeries, $expand: expandPlan })}`,
  };
}

function windowParameters({ from, to }: CalendarWindow): Record<string, string> {
  return { startDateTime: new Date(from).toISOString(), endDateTime: new Date(to).toISOString() };
}

function datesOf(series: SeriesRecord, events: readonly unknown[]): OccurrenceRecord[] {
  return readOccurrences(
    events.filter((event) => masterIdOf(event) === series.id),
    series,
  );
}

const list = v.object({
  value: v.array(v.unknown()),
  '@odata.nextLink': v.optional(v.nullable(v.string())),
});

/** The entries of a list and of the pages that follow it. Throws ServiceFailure for a refused page. */
export async function wholeList(
  client: GraphClient,
  question: BatchItem,
  first: GraphAnswer | undefined,
  signal: AbortSignal,
): Promise<readonly unknown[]> {
  const entries: unknown[] = [];
  let answer = first ?? { status: 504, headers: {}, body: undefined };
  for (let pages = 1; ; pages += 1) {
    if (answer.status !== 200) throw failureOf(question, answer, client.now());
    const page = decode(list, answer.body, 'list');
    entries.push(...page.value);
    const next = page['@odata.nextLink'];
    if (!next || pages >= mostPages) return entries;
    // Each page is named by the one before.
    // oxlint-disable-next-line no-await-in-loop
    answer = await client.nextPage(next, question, signal);
  }
}
