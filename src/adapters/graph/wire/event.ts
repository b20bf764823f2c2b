import * as v from 'valibot';
import { cleanLine } from '#domain/text/cleanLine.ts';
import type { IsoDay, ZoneName } from '#domain/time/types.ts';
import { toWall } from '#domain/time/wallClock.ts';
import type { Attendee, OccurrenceRecord, Response, SeriesRecord } from '#ports/calendar.ts';
import { decode } from '../failures.ts';
import { isoDay, offsetInstant, wireInstant } from './dateTime.ts';
import { findMentorLink } from './mentorLink.ts';
import { decodePlan, planPropertyId } from './plan.ts';
import { datesOfRange, seriesRangeOf, wireRecurrence } from './recurrence.ts';
import { trustedUrl } from './trustedUrl.ts';
import { exchangeZoneOf, ianaZoneOf } from './zoneNames.ts';

/** What reading an event needs to know of the app. */
export interface EventContext {
  /** Address of the page that links in bodies lead to. */
  readonly openPage: string;
  /** Further origins that a join or calendar address may be on. */
  readonly hostOrigins: readonly string[];
}

/** `$select` of a series. */
export const selectSeries =
  'id,iCalUId,subject,isOrganizer,organizer,attendees,responseStatus,isCancelled,type,recurrence,start,end,originalStartTimeZone,location,isOnlineMeeting,onlineMeeting,webLink,body';
/** `$select` of dates. Subjects of other events are never asked for. */
export const selectOccurrence =
  'id,type,seriesMasterId,originalStart,start,end,isCancelled,responseStatus,attendees';

const optional = <Schema extends v.GenericSchema>(schema: Schema) => v.optional(v.nullable(schema));

const address = v.object({
  name: optional(v.string()),
  address: optional(v.string()),
});

const wireAttendee = v.object({
  emailAddress: optional(address),
  status: optional(v.object({ response: optional(v.string()) })),
  proposedNewTime: optional(v.object({ start: wireInstant, end: wireInstant })),
});

const wireSeries = v.object({
  '@odata.etag': optional(v.string()),
  id: v.string(),
  iCalUId: optional(v.string()),
  subject: optional(v.string()),
  isOrganizer: optional(v.boolean()),
  organizer: optional(v.object({ emailAddress: optional(address) })),
  attendees: optional(v.array(wireAttendee)),
  responseStatus: optional(v.object({ response: optional(v.string()) })),
  isCancelled: optional(v.boolean()),
  recurrence: optional(wireRecurrence),
  start: wireInstant,
  end: wireInstant,
  originalStartTimeZone: optional(v.string()),
  location: optional(v.object({ displayName: optional(v.string()) })),
  onlineMeeting: optional(v.object({ joinUrl: optional(v.string()) })),
  webLink: optional(v.string()),
  singleValueExtendedProperties: optional(v.array(v.object({ id: v.string(), value: optional(v.string()) }))),
});

const wireOccurrence = v.object({
  id: v.string(),
  type: optional(v.string()),
  seriesMasterId: optional(v.string()),
  originalStart: optional(v.string()),
  occurrenceId: optional(v.string()),
  start: wireInstant,
  end: wireInstant,
  isCancelled: optional(v.boolean()),
  responseStatus: optional(v.object({ response: optional(v.string()) })),
  attendees: optional(v.array(wireAttendee)),
});

const withBody = v.object({ body: v.object({ content: v.string() }) });

/** Whether an event of unknown shape is one of ours: its body holds a link to a mentorship. */
export function linkOf(event: unknown, context: EventContext): SeriesRecord['link'] | undefined {
  const read = v.safeParse(withBody, event);
  return read.success ? findMentorLink(read.output.body.content, context.openPage) : undefined;
}

/** A series whose link is known. Throws ServiceFailure `unexpected` when it has no id or no times. */
export function readSeries(event: unknown, link: SeriesRecord['link'], context: EventContext): SeriesRecord {
  const wire = decode(wireSeries, event, 'series');
  const planText = wire.singleValueExtendedProperties?.find(
    (property) => property.id.toLowerCase() === planPropertyId.toLowerCase(),
  )?.value;
  const plan = planText ? decodePlan(planText) : undefined;
  const zoneName = wire.recurrence?.range.recurrenceTimeZone ?? wire.originalStartTimeZone ?? 'UTC';
  const zone = zoneOfSeries(zoneName, plan?.zone);
  const place = cleanLine(wire.location?.displayName ?? '', 300);
  return {
    id: wire.id,
    iCalUId: wire.iCalUId ?? '',
    etag: wire['@odata.etag'] ?? '',
    subject: cleanLine(wire.subject ?? '', 300),
    isOrganizer: wire.isOrganizer ?? false,
    organizer: { ...attendeeOf({ emailAddress: wire.organizer?.emailAddress }), response: 'organizer' },
    attendees: (wire.attendees ?? []).map(attendeeOf),
    ownResponse: responseOf(wire.responseStatus?.response),
    isCancelled: wire.isCancelled ?? false,
    link,
    zone,
    range: wire.recurrence ? seriesRangeOf(wire.recurrence) : undefined,
    startMinute: toWall(wire.start, zone).minuteOfDay,
    lengthMinutes: Math.round((wire.end - wire.start) / 60_000),
    place: place === '' ? undefined : place,
    joinUrl: trustedUrl(wire.onlineMeeting?.joinUrl, context.hostOrigins),
    webLink: trustedUrl(wire.webLink, context.hostOrigins),
    plan,
  };
}

/** Several IANA zones share a Windows name: the plan's own zone is the better one, unless the series was given another since. */
function zoneOfSeries(exchangeName: string, planned: ZoneName | undefined): ZoneName {
  const named = ianaZoneOf(exchangeName);
  if (named === undefined) return planned ?? 'UTC';
  return planned !== undefined && exchangeZoneOf(planned) === exchangeZoneOf(named) ? planned : named;
}

const withMaster = v.object({ seriesMasterId: v.string() });

/** The master that an event of unknown shape belongs to; undefined for single events. */
export function masterIdOf(event: unknown): string | undefined {
  const read = v.safeParse(withMaster, event);
  return read.success ? read.output.seriesMasterId : undefined;
}

/** All dates read of one series, in order of time. Throws ServiceFailure `unexpected` when one has no id or no times. */
export function readOccurrences(events: readonly unknown[], series: SeriesRecord): OccurrenceRecord[] {
  const wires = events
    .map((event) => decode(wireOccurrence, event, 'date of a series'))
    .toSorted((one, other) => one.start - other.start);
  const originalDays = originalDaysOf(wires, series);
  return wires.map((wire, index) => ({
    id: wire.id,
    seriesId: series.id,
    originalDay: originalDays[index] ?? toWall(wire.start, series.zone).day,
    start: wire.start,
    end: wire.end,
    isException: wire.type === 'exception',
    isCancelled: wire.isCancelled ?? false,
    ownResponse: responseOf(wire.responseStatus?.response),
    attendees: (wire.attendees ?? []).map(attendeeOf),
  }));
}

type WireOccurrence = v.InferOutput<typeof wireOccurrence>;

/**
 * The local day that each date had before any move: from `originalStart`, which the documentation promises and reports say is sometimes
 * missing, else from the day in an undeclared `occurrenceId`, else by arithmetic. Dates come in order of time and Exchange lets none pass its
 * neighbour, so a moved one belongs to a day of the recurrence between those of its neighbours, and of these to the nearest.
 */
function originalDaysOf(wires: readonly WireOccurrence[], series: SeriesRecord): readonly IsoDay[] {
  const pattern = series.range ? datesOfRange(series.range) : [];
  const told = wires.map((wire) => toldDay(wire, series.zone));
  const days = wires.map((wire, index): IsoDay | undefined => {
    if (told[index] !== undefined) return told[index];
    const day = toWall(wire.start, series.zone).day;
    return wire.type !== 'exception' || pattern.includes(day) ? day : undefined;
  });
  for (const [index, wire] of wires.entries()) {
    if (days[index] !== undefined) continue;
    const day = toWall(wire.start, series.zone).day;
    const before = days.slice(0, index).findLast((each) => each !== undefined) ?? '';
    const after = days.slice(index + 1).find((each) => each !== undefined) ?? '9999';
    const distance = (each: IsoDay): number => Math.abs(Date.parse(each) - Date.parse(day));
    days[index] =
      pattern
        .filter((each) => each > before && each < after)
        .toSorted((one, other) => distance(one) - distance(other))[0] ?? day;
  }
  return days.map((day, index) => day ?? toWall(wires[index]?.start ?? 0, series.zone).day);
}

function toldDay(wire: WireOccurrence, zone: string): IsoDay | undefined {
  const start = v.safeParse(offsetInstant, wire.originalStart);
  if (start.success && start.output > 0) return toWall(start.output, zone).day;
  const fromId = /\.(\d{4}-\d{2}-\d{2})$/.exec(wire.occurrenceId ?? '')?.[1];
  const day = v.safeParse(isoDay, fromId);
  return day.success ? day.output : undefined;
}

function attendeeOf(wire: v.InferOutput<typeof wireAttendee>): Attendee {
  const mail = cleanLine(wire.emailAddress?.address ?? '', 320);
  const name = cleanLine(wire.emailAddress?.name ?? '', 120);
  return {
    name: name === '' ? mail : name,
    address: mail,
    response: responseOf(wire.status?.response),
    proposedStart: wire.proposedNewTime?.start,
    proposedEnd: wire.proposedNewTime?.end,
  };
}

function responseOf(response: string | null | undefined): Response {
  return responses.get(response ?? '') ?? 'none';
}

const responses = new Map<string, Response>([
  ['organizer', 'organizer'],
  ['accepted', 'accepted'],
  ['tentativelyAccepted', 'tentative'],
  ['declined', 'declined'],
  ['notResponded', 'notResponded'],
]);
