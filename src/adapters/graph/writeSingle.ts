import * as v from 'valibot';
import { cleanLine } from '#domain/text/cleanLine.ts';
import { toWall } from '#domain/time/wallClock.ts';
import type { NewSingle, SingleRecord } from '#ports/calendar.ts';
import type { GraphClient } from './createGraphClient.ts';
import { decode, failureOf } from './failures.ts';
import type { GraphRequest } from './graphRequest.ts';
import { query, wholeList, type CalendarWindow } from './readMentorMeetings.ts';
import { encodeWall, wireInstant } from './wire/dateTime.ts';
import { linkOf, type EventContext } from './wire/event.ts';
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
    if (answer.status === 201 || answer.status === 200)
      return recordOf(decode(wireSingle, answer.body, 'meeting'), meeting.mentorshipId, context);
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
  type: optional(v.string()),
  isOrganizer: optional(v.boolean()),
  organizer: optional(v.object({ emailAddress: optional(v.object({ address: optional(v.string()) })) })),
  isCancelled: optional(v.boolean()),
  transactionId: optional(v.string()),
  start: wireInstant,
  end: wireInstant,
  onlineMeeting: optional(v.object({ joinUrl: optional(v.string()) })),
  webLink: optional(v.string()),
});

function recordOf(
  wire: v.InferOutput<typeof wireSingle>,
  mentorshipId: string,
  context: EventContext,
): SingleRecord {
  return {
    id: wire.id,
    iCalUId: wire.iCalUId ?? '',
    mentorshipId,
    isOrganizer: wire.isOrganizer ?? false,
    organizerAddress: cleanLine(wire.organizer?.emailAddress?.address ?? '', 320),
    start: wire.start,
    end: wire.end,
    joinUrl: trustedUrl(wire.onlineMeeting?.joinUrl, context.hostOrigins),
    webLink: trustedUrl(wire.webLink, context.hostOrigins),
  };
}

/** Single meetings with a link of ours that touch the window, those called off left out. Meant for a window of a meeting's length. */
export async function readSingles(
  client: GraphClient,
  context: EventContext,
  window: CalendarWindow,
  signal: AbortSignal,
): Promise<readonly SingleRecord[]> {
  const found = await singlesIn(client, context, window, signal);
  return found.map(({ record }) => record);
}

/** The meeting of an earlier try, by its `transactionId`. */
async function findSingle(
  client: GraphClient,
  context: EventContext,
  { start, end, transactionId }: NewSingle,
  signal: AbortSignal,
): Promise<SingleRecord | undefined> {
  const found = await singlesIn(client, context, { from: start, to: end }, signal);
  return found.find((each) => each.transactionId === transactionId)?.record;
}

async function singlesIn(
  client: GraphClient,
  context: EventContext,
  { from, to }: CalendarWindow,
  signal: AbortSignal,
): Promise<readonly { readonly record: SingleRecord; readonly transactionId: string | undefined }[]> {
  const question: GraphRequest = {
    ...calendarCall,
    method: 'GET',
    path: `/me/calendarView?${query({
      startDateTime: new Date(from).toISOString(),
      endDateTime: new Date(to).toISOString(),
      $select:
        'id,iCalUId,type,start,end,isOrganizer,organizer,isCancelled,onlineMeeting,webLink,transactionId,body',
      $top: '100',
    })}`,
  };
  const events = await wholeList(client, question, await client.send(question, signal), signal);
  return events.flatMap((event) => {
    const link = linkOf(event, context);
    if (link === undefined) return [];
    const wire = decode(wireSingle, event, 'meeting');
    if (wire.type !== 'singleInstance' || wire.isCancelled === true) return [];
    return [
      {
        record: recordOf(wire, link.mentorshipId, context),
        transactionId: wire.transactionId ?? undefined,
      },
    ];
  });
}
