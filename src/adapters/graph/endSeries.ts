import * as v from 'valibot';
import type { IsoDay } from '#domain/time/types.ts';
import type { GraphClient } from './createGraphClient.ts';
import { decode } from './failures.ts';
import type { GraphAnswer, GraphRequest } from './graphRequest.ts';
import { accepted } from './patchFresh.ts';
import { settleOnce } from './settleOnce.ts';
import { paragraphsOf } from './wire/eventBody.ts';

const text = v.optional(v.nullable(v.string()));

/** The recurrence as it must be sent back: GET fills members that its type does not use, and the service checks those too. */
const withRecurrence = v.object({
  recurrence: v.object({
    pattern: v.object({
      type: v.string(),
      interval: v.optional(v.nullable(v.number())),
      daysOfWeek: v.optional(v.nullable(v.array(v.string()))),
      firstDayOfWeek: text,
      index: text,
    }),
    range: v.object({
      type: v.string(),
      startDate: v.string(),
      endDate: text,
      recurrenceTimeZone: text,
    }),
  }),
  body: v.optional(v.object({ contentType: text, content: text })),
});

type Read = v.InferOutput<typeof withRecurrence>;

/**
 * Lets a series end after a day. The range alone is changed, and its start stays (a range that does not begin where the series does is refused);
 * the service tells the attendees. Words go on top of the body as it is, which keeps the meeting's own link in it.
 */
export async function endSeries(
  client: GraphClient,
  seriesId: string,
  end: { readonly lastDay: IsoDay; readonly words: string | undefined },
  signal: AbortSignal,
): Promise<void> {
  const look = lookAt(seriesId);
  const current = decode(
    withRecurrence,
    accepted(client, look, await client.send(look, signal)).body,
    'series',
  );
  await settleOnce(
    client,
    {
      method: 'PATCH',
      path: `/me/events/${encodeURIComponent(seriesId)}`,
      headers: { Prefer: 'outlook.timezone="UTC"' },
      body: {
        recurrence: recurrenceUntil(current, end.lastDay),
        ...(end.words === undefined ? {} : { body: bodyWith(current, end.words) }),
      },
      scopes: ['Calendars.ReadWrite'],
      workload: 'calendar',
      repeatable: false,
    },
    look,
    (event) => endOf(event) === end.lastDay,
    signal,
  );
}

function lookAt(seriesId: string): GraphRequest {
  return {
    method: 'GET',
    path: `/me/events/${encodeURIComponent(seriesId)}?$select=recurrence,body`,
    // As it is written, since it is sent back.
    headers: { Prefer: 'outlook.timezone="UTC", outlook.body-content-type="html"' },
    scopes: ['Calendars.ReadWrite'],
    workload: 'calendar',
    repeatable: true,
  };
}

function recurrenceUntil({ recurrence: { pattern, range } }: Read, lastDay: IsoDay): unknown {
  const isWeekly = pattern.type === 'weekly';
  return {
    pattern: {
      type: pattern.type,
      interval: pattern.interval ?? 1,
      ...(pattern.daysOfWeek ? { daysOfWeek: pattern.daysOfWeek } : {}),
      ...(isWeekly ? { firstDayOfWeek: pattern.firstDayOfWeek ?? 'sunday' } : {}),
      ...(pattern.type === 'relativeMonthly' ? { index: pattern.index ?? 'first' } : {}),
    },
    range: {
      type: 'endDate',
      startDate: range.startDate,
      endDate: lastDay,
      ...(range.recurrenceTimeZone ? { recurrenceTimeZone: range.recurrenceTimeZone } : {}),
    },
  };
}

function bodyWith({ body }: Read, words: string): unknown {
  const before = body?.content ?? '';
  const added = paragraphsOf(words);
  const opening = /<body[^>]*>/i.exec(before);
  const at = opening === null ? 0 : opening.index + opening[0].length;
  return { contentType: 'html', content: `${before.slice(0, at)}${added}${before.slice(at)}` };
}

function endOf(event: GraphAnswer): string | undefined {
  const read = v.safeParse(withRecurrence, event.body);
  return event.status === 200 && read.success
    ? (read.output.recurrence.range.endDate ?? undefined)
    : undefined;
}
