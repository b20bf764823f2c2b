import * as v from 'valibot';
import { toWall } from '#domain/time/wallClock.ts';
import type { NewSingle, SingleRecord } from '#ports/calendar.ts';
import type { GraphClient } from './createGraphClient.ts';
import { decode, failureOf } from './failures.ts';
import type { GraphRequest } from './graphRequest.ts';
import { query, wholeList } from './readMentorMeetings.ts';
import { encodeWall, wireInstant } from './wire/dateTime.ts';
import type { EventContext } from './wire/event.ts';
import { encodeBody } from './wire/eventBody.ts';
import { buildMentorLink } from './wire/mentorLink.ts';
import { encodePlace } from './wire/place.ts';
import { trustedUrl } from './wire/trustedUrl.ts';

/** How often a 409 on creating, which may be a passing clash inside Exchange, is answered with another try. */
const mostConflicts = 2;

const calendarCall = {
  headers: { Prefer: 'outlook.timezone="UTC", outlook.body-content-type="text"' },
  scopes: ['Calendars.ReadWrite'],
  workload: 'calendar',
  repeatable: true,
} as const;

/**
 * Makes one meeting. The `transactionId` makes it safe to repeat: a repeated one is answered 201 with the event that is there or,
 * no source settles it, 409; then it is looked for at its time.
 */
export async function createSingle(
  client: GraphClient,
  context: EventContext,
  meeting: NewSingle,
  signal: AbortSignal,
): Promise<SingleRecord> {
  const request: GraphRequest = {
    ...calendarCall,
    method: 'POST',
    path: '/me/events',
    body: encodeSingle(meeting, context),
  };
  for (let conflicts = 0; ; conflicts += 1) {
    /* oxlint-disable no-await-in-loop */
    const answer = await client.send(request, signal);
    if (answer.status === 201 || answer.status === 200) return readSingle(answer.body, context);
    if (answer.status !== 409) throw failureOf(request, answer, client.now());
    const there = await findSingle(client, context, meeting, signal);
    if (there !== undefined) return there;
    if (conflicts >= mostConflicts) throw failureOf(request, answer, client.now());
    /* oxlint-enable no-await-in-loop */
  }
}

/** Body of POST /me/events. */
function encodeSingle(meeting: NewSingle, context: EventContext): Record<string, unknown> {
  const { mentorshipId, start, end, zone, attendees } = meeting;
  const link = buildMentorLink(context.openPage, { mentorshipId, driveId: undefined, folderId: undefined });
  return {
    subject: meeting.subject,
    body: encodeBody(meeting.words, meeting.linkSentence, link),
    start: encodeWall(toWall(start, zone), zone),
    end: encodeWall(toWall(end, zone), zone),
    attendees: attendees.map((emailAddress) => ({ type: 'required', emailAddress })),
    showAs: 'busy',
    responseRequested: true,
    allowNewTimeProposals: true,
    transactionId: meeting.transactionId,
    ...encodePlace(meeting.place),
  };
}

const optional = <Schema extends v.GenericSchema>(schema: Schema) => v.optional(v.nullable(schema));

const wireSingle = v.object({
  id: v.string(),
  iCalUId: optional(v.string()),
  start: wireInstant,
  end: wireInstant,
  onlineMeeting: optional(v.object({ joinUrl: optional(v.string()) })),
  webLink: optional(v.string()),
});

function readSingle(event: unknown, context: EventContext): SingleRecord {
  const wire = decode(wireSingle, event, 'meeting');
  return {
    id: wire.id,
    iCalUId: wire.iCalUId ?? '',
    start: wire.start,
    end: wire.end,
    joinUrl: trustedUrl(wire.onlineMeeting?.joinUrl, context.hostOrigins),
    webLink: trustedUrl(wire.webLink, context.hostOrigins),
  };
}

const withTransaction = v.object({ transactionId: v.string(), isCancelled: optional(v.boolean()) });

/** The meeting of an earlier try, by its `transactionId`. */
async function findSingle(
  client: GraphClient,
  context: EventContext,
  { start, end, transactionId }: NewSingle,
  signal: AbortSignal,
): Promise<SingleRecord | undefined> {
  const question: GraphRequest = {
    ...calendarCall,
    method: 'GET',
    path: `/me/calendarView?${query({
      startDateTime: new Date(start).toISOString(),
      endDateTime: new Date(end).toISOString(),
      $select: 'id,iCalUId,start,end,onlineMeeting,webLink,transactionId,isCancelled',
      $top: '100',
    })}`,
  };
  const events = await wholeList(client, question, await client.send(question, signal), signal);
  const found = events.find((event) => {
    const read = v.safeParse(withTransaction, event);
    return read.success && read.output.transactionId === transactionId && read.output.isCancelled !== true;
  });
  return found === undefined ? undefined : readSingle(found, context);
}
