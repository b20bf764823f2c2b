import * as v from 'valibot';
import type { CalendarPort } from '#ports/calendar.ts';
import { ServiceFailure } from '#ports/failure.ts';
import type { GraphClient } from './createGraphClient.ts';
import { decode } from './failures.ts';
import type { GraphRequest } from './graphRequest.ts';
import { accepted } from './patchFresh.ts';
import { settleOnce } from './settleOnce.ts';
import { linkOf, type EventContext } from './wire/event.ts';
import { completeMentorLink } from './wire/mentorLink.ts';

const withBody = v.object({ body: v.object({ content: v.string() }) });

/**
 * Puts the place of the notes into the link of an invitation and leaves the rest of its body as it is: the part about the online meeting must stay
 * (event-update). A link that leads there already is left alone. Throws ServiceFailure.
 */
export async function completeLink(
  client: GraphClient,
  context: EventContext,
  seriesId: string,
  notes: Parameters<CalendarPort['completeLink']>[1],
  signal: AbortSignal,
): Promise<void> {
  const look: GraphRequest = {
    method: 'GET',
    path: `/me/events/${encodeURIComponent(seriesId)}?$select=body`,
    headers: { Prefer: 'outlook.body-content-type="html"' },
    scopes: ['Calendars.ReadWrite'],
    workload: 'calendar',
    repeatable: true,
  };
  const leadsThere = (event: unknown): boolean => linkOf(event, context)?.folderId === notes.folderId;
  const event = accepted(client, look, await client.send(look, signal)).body;
  if (leadsThere(event)) return;
  const link = linkOf(event, context);
  const content =
    link &&
    completeMentorLink(decode(withBody, event, 'event').body.content, context.openPage, {
      mentorshipId: link.mentorshipId,
      ...notes,
    });
  if (content === undefined) throw new ServiceFailure('not-found', 'the invitation has no link to complete');
  const request: GraphRequest = {
    method: 'PATCH',
    path: `/me/events/${encodeURIComponent(seriesId)}`,
    body: { body: { contentType: 'html', content } },
    scopes: ['Calendars.ReadWrite'],
    workload: 'calendar',
    // It sends the invitation anew, so it is not done twice.
    repeatable: false,
  };
  await settleOnce(client, request, look, ({ status, body }) => status === 200 && leadsThere(body), signal);
}
