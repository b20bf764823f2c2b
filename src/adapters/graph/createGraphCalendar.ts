import type { CalendarPort } from '#ports/calendar.ts';
import { changeDates } from './changeDates.ts';
import { completeLink } from './completeLink.ts';
import type { GraphClient } from './createGraphClient.ts';
import { endSeries } from './endSeries.ts';
import type { GraphRequest } from './graphRequest.ts';
import { readMentorMeetings } from './readMentorMeetings.ts';
import { readSchedules } from './readSchedules.ts';
import { isGoneOrCancelled, ownResponseOf, settleOnce } from './settleOnce.ts';
import { encodeInstant } from './wire/dateTime.ts';
import type { EventContext } from './wire/event.ts';
import { closePlan, createSeries, readOneSeries } from './writeSeries.ts';
import { createSingle, readSingles } from './writeSingle.ts';

/** The signed-in person's calendar, over Graph. */
export function createGraphCalendar(client: GraphClient, context: EventContext): CalendarPort {
  return {
    schedules: (query, signal) => readSchedules(client, query, signal),
    mentorMeetings: (window, signal) => readMentorMeetings(client, context, window, signal),
    createSeries: (series, signal) => createSeries(client, context, series, signal),
    createSingle: (meeting, signal) => createSingle(client, context, meeting, signal),
    singles: (window, signal) => readSingles(client, context, window, signal),
    series: (seriesId, window, signal) => readOneSeries(client, context, seriesId, window, signal),
    changeDates: (_seriesId, changes, signal) => changeDates(client, changes, signal),
    endSeries: (seriesId, end, signal) => endSeries(client, seriesId, end, signal),
    closePlan: (seriesId, plan, signal) => closePlan(client, seriesId, plan, signal),
    completeLink: (seriesId, notes, signal) => completeLink(client, context, seriesId, notes, signal),
    cancelSeries: (seriesId, comment, signal) =>
      settleOnce(
        client,
        actionOn(seriesId, 'cancel', { comment }),
        stateOf(seriesId),
        isGoneOrCancelled,
        signal,
      ),
    respond: (eventId, { kind, comment, proposed }, signal) => {
      const { action, response } = answers[kind];
      const body = {
        sendResponse: true,
        ...(comment === undefined ? {} : { comment }),
        ...(proposed === undefined
          ? {}
          : { proposedNewTime: { start: encodeInstant(proposed.start), end: encodeInstant(proposed.end) } }),
      };
      return settleOnce(
        client,
        actionOn(eventId, action, body),
        stateOf(eventId),
        // A declined event may leave the calendar.
        (event) => (kind === 'decline' && event.status === 404) || ownResponseOf(event) === response,
        signal,
      );
    },
    onWait: (listener) => client.onWait(listener),
  };
}

const answers = {
  accept: { action: 'accept', response: 'accepted' },
  tentative: { action: 'tentativelyAccept', response: 'tentativelyAccepted' },
  decline: { action: 'decline', response: 'declined' },
} as const;

function actionOn(eventId: string, action: string, body: unknown): GraphRequest {
  return {
    method: 'POST',
    path: `/me/events/${encodeURIComponent(eventId)}/${action}`,
    body,
    scopes: ['Calendars.ReadWrite'],
    workload: 'calendar',
    // It sends a message, so it is not done twice.
    repeatable: false,
  };
}

function stateOf(eventId: string): GraphRequest {
  return {
    method: 'GET',
    path: `/me/events/${encodeURIComponent(eventId)}?$select=isCancelled,responseStatus`,
    scopes: ['Calendars.ReadWrite'],
    workload: 'calendar',
    repeatable: true,
  };
}
