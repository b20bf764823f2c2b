import type { BookingPlan } from '#domain/season/bookingPlan.ts';
import { addDays } from '#domain/time/days.ts';
import type { NewSeries, OccurrenceRecord, SeriesRecord } from '#ports/calendar.ts';
import type { GraphClient } from './createGraphClient.ts';
import { failureOf } from './failures.ts';
import { patchFresh } from './patchFresh.ts';
import type { GraphRequest } from './graphRequest.ts';
import {
  eventQuestion,
  readAllSeries,
  readMentorMeetings,
  type CalendarWindow,
} from './readMentorMeetings.ts';
import { encodeWall } from './wire/dateTime.ts';
import { encodeBody } from './wire/eventBody.ts';
import { linkOf, readSeries, type EventContext } from './wire/event.ts';
import { buildMentorLink } from './wire/mentorLink.ts';
import { encodePlace } from './wire/place.ts';
import { encodePlan, planPropertyId } from './wire/plan.ts';
import { encodeRecurrence } from './wire/recurrence.ts';

/** How often a 409 on creating, which may be a passing clash inside Exchange, is answered with another try. */
const mostConflicts = 2;

const calendarWrite = {
  headers: { Prefer: 'outlook.timezone="UTC", outlook.body-content-type="text"' },
  scopes: ['Calendars.ReadWrite'],
  workload: 'calendar',
} as const;

/**
 * Makes the series with its plan inside. The `transactionId` makes it safe to repeat: a repeated one is answered 201 with the event that is
 * there or, no source settles it, 409; then the series is looked for by its plan.
 */
export async function createSeries(
  client: GraphClient,
  context: EventContext,
  series: NewSeries,
  signal: AbortSignal,
): Promise<SeriesRecord> {
  const request: GraphRequest = {
    ...calendarWrite,
    method: 'POST',
    path: '/me/events',
    body: encodeSeries(series, context),
    repeatable: true,
  };
  const link = {
    mentorshipId: series.plan.mentorshipId,
    driveId: series.notes?.driveId,
    folderId: series.notes?.folderId,
  };
  for (let conflicts = 0; ; conflicts += 1) {
    /* oxlint-disable no-await-in-loop */
    const answer = await client.send(request, signal);
    if (answer.status === 201 || answer.status === 200) {
      const made = readSeries(answer.body, linkOf(answer.body, context) ?? link, context);
      // The answer to the POST does not hold the property that was sent with it.
      return { ...made, zone: series.plan.zone, plan: made.plan ?? series.plan };
    }
    if (answer.status !== 409) throw failureOf(request, answer, client.now());
    const { transactionId } = series.plan;
    const there = (await readAllSeries(client, context, signal)).find(
      (each) => each.plan?.transactionId === transactionId && !each.isCancelled,
    );
    if (there !== undefined) return there;
    if (conflicts >= mostConflicts) throw failureOf(request, answer, client.now());
    /* oxlint-enable no-await-in-loop */
  }
}

/** Body of POST /me/events. */
export function encodeSeries(series: NewSeries, context: EventContext): Record<string, unknown> {
  const { plan, place, attendee } = series;
  const { slot, zone, days } = plan;
  const [day] = days;
  if (day === undefined) throw new RangeError('a plan without a date');
  const endMinute = slot.startMinute + slot.lengthMinutes;
  const link = {
    mentorshipId: plan.mentorshipId,
    driveId: series.notes?.driveId,
    folderId: series.notes?.folderId,
    organizerRole: plan.role,
    seasonNumber: plan.seasonNumber,
  };
  return {
    subject: series.subject,
    body: encodeBody(series.words, series.linkSentence, buildMentorLink(context.openPage, link)),
    start: encodeWall({ day, minuteOfDay: slot.startMinute }, zone),
    end: encodeWall({ day: endMinute < 1440 ? day : addDays(day, 1), minuteOfDay: endMinute % 1440 }, zone),
    recurrence: encodeRecurrence(plan),
    attendees: [{ type: 'required', emailAddress: { name: attendee.name, address: attendee.address } }],
    showAs: 'busy',
    responseRequested: true,
    allowNewTimeProposals: true,
    transactionId: plan.transactionId,
    singleValueExtendedProperties: [{ id: planPropertyId, value: encodePlan(plan) }],
    ...encodePlace(place),
  };
}

/**
 * The series with its dates in the window, in one batch; undefined when it is gone. Read from the lists of the whole calendar: Graph's list of
 * permissions names `Calendars.ReadWrite` for those, and for a single event and its instances not.
 */
export async function readOneSeries(
  client: GraphClient,
  context: EventContext,
  seriesId: string,
  window: CalendarWindow,
  signal: AbortSignal,
): Promise<{ readonly series: SeriesRecord; readonly occurrences: readonly OccurrenceRecord[] } | undefined> {
  const { series, occurrences } = await readMentorMeetings(client, context, window, signal);
  const found = series.find((each) => each.id === seriesId);
  return found && { series: found, occurrences: occurrences.filter((each) => each.seriesId === seriesId) };
}

/** Writes the plan back as closed. A property of one's own copy: nothing is sent, so doing it twice is doing it once. */
export async function closePlan(
  client: GraphClient,
  seriesId: string,
  plan: BookingPlan,
  signal: AbortSignal,
): Promise<void> {
  const request: GraphRequest = {
    ...calendarWrite,
    method: 'PATCH',
    path: `/me/events/${encodeURIComponent(seriesId)}`,
    body: {
      singleValueExtendedProperties: [{ id: planPropertyId, value: encodePlan({ ...plan, closed: true }) }],
    },
    repeatable: true,
  };
  await patchFresh(client, request, { read: eventQuestion(seriesId), rebuild: () => request.body }, signal);
}
