import type { Switches } from '#sandbox/control/switches.ts';
import type { DirectoryUser } from '#sandbox/types.ts';
import { badRequest } from '../graphFailure.ts';
import { recurrenceDays } from '../recurrenceDays.ts';
import { toWall } from '../time/zoneOffsets.ts';
import { dayOfWall, type EpochDay } from '../time/wallTime.ts';
import { isSame } from './deliver.ts';
import { checkTimes, type EventDraft } from './eventDraft.ts';
import {
  isSeries,
  type AttendeeRecord,
  type EventContent,
  type EventRecord,
  type OwnState,
} from './eventRecord.ts';
import { cleanBody, readSeries } from './newEvent.ts';
import { contentOn, spanOf } from './occurrences.ts';
import { holdsMeetingBlob, newTeamsMeeting, withMeetingBlob } from './teamsMeeting.ts';

interface DraftContext {
  readonly owner: DirectoryUser;
  readonly now: number;
  readonly switches: Switches;
}

/** A single event or a whole series after a PATCH. Exceptions are dropped where Exchange drops them. */
export function applyToWhole(record: EventRecord, draft: EventDraft, context: DraftContext): EventRecord {
  const content = mergeContent(record.content, draft, context);
  checkTimes(content, spanOf(content));
  const changed: EventRecord = {
    ...record,
    content,
    own: mergeOwn(record.own, draft),
    modified: context.now,
    version: record.version + 1,
  };
  if (draft.recurrence === null) return { ...changed, recurrence: null, exceptions: {}, removed: [] };
  if (draft.recurrence) {
    const series = readSeries(draft.recurrence, content, context.switches);
    const whole = { ...changed, ...series };
    return isSeries(record) && samePattern(record, whole)
      ? withinRange(afterTimeChange(record, whole, context))
      : { ...whole, exceptions: {}, removed: [] };
  }
  if (!isSeries(changed)) return changed;
  return withinRange(afterTimeChange(record, followStart(changed), context));
}

/** One date of a series after a PATCH: from then on an exception with an attendee list of its own. */
export function applyToDate(
  record: EventRecord,
  day: EpochDay,
  draft: EventDraft,
  context: DraftContext,
): EventRecord {
  if (draft.recurrence)
    throw badRequest(
      'A date of a series has no recurrence of its own.',
      'ErrorCalendarCannotUpdateRecurrenceOfOccurrence',
    );
  const before = contentOn(record, day);
  const content = mergeContent(before, draft, context);
  checkTimes(content, spanOf(content));
  if (hasOtherTime(before, content)) checkNeighbours(record, day, content);
  const exception = record.exceptions[day];
  return {
    ...record,
    exceptions: {
      ...record.exceptions,
      [day]: {
        content: {
          ...exception?.content,
          ...differences(before, content),
          attendees: content.attendees,
        },
        own: mergeOwn(exception?.own ?? {}, draft),
        sent: true,
        created: exception?.created ?? context.now,
        modified: context.now,
      },
    },
    modified: context.now,
    version: record.version + 1,
  };
}

/** Whether an event takes place at another time than before. */
export function hasOtherTime(before: EventContent, after: EventContent): boolean {
  const [one, other] = [spanOf(before), spanOf(after)];
  return one.start !== other.start || one.end !== other.end || before.isAllDay !== after.isAllDay;
}

/** The members of the content that differ. */
export function differences(before: EventContent, after: EventContent): Partial<EventContent> {
  const old = new Map<string, unknown>(Object.entries(before));
  return Object.fromEntries(
    Object.entries(after).filter(([name, value]) => JSON.stringify(value) !== JSON.stringify(old.get(name))),
  );
}

function mergeContent(
  before: EventContent,
  draft: EventDraft,
  { owner, switches }: DraftContext,
): EventContent {
  const { body, attendees, ...rest } = draft.content;
  const merged: EventContent = {
    ...before,
    ...rest,
    ...(body ? { body: cleanBody(body, switches) } : {}),
    ...(attendees ? { attendees: mergeAttendees(before.attendees, attendees) } : {}),
  };
  if (before.onlineMeeting)
    // An update of the body without the block turns the meeting off; the flag itself cannot be changed (event: update).
    return body && !holdsMeetingBlob(merged.body, before.onlineMeeting)
      ? { ...merged, onlineMeeting: null }
      : merged;
  if (
    draft.isOnlineMeeting !== true ||
    (draft.onlineMeetingProvider ?? 'teamsForBusiness') !== 'teamsForBusiness'
  )
    return merged;
  const onlineMeeting = newTeamsMeeting(owner.tenantId, owner.id);
  return { ...merged, onlineMeeting, body: withMeetingBlob(merged.body, onlineMeeting) };
}

/** The list sent takes the place of the old one; who stays keeps the answer. */
function mergeAttendees(
  before: readonly AttendeeRecord[],
  after: readonly AttendeeRecord[],
): readonly AttendeeRecord[] {
  return after.map((attendee) => {
    const known = before.find((other) => isSame(other, attendee));
    return known ? { ...attendee, response: known.response, proposed: known.proposed } : attendee;
  });
}

function mergeOwn<Own extends Partial<OwnState>>(before: Own, draft: EventDraft): Own {
  const { extendedProperties, extensions, ...rest } = draft.own;
  return {
    ...before,
    ...rest,
    ...(extendedProperties
      ? { extendedProperties: { ...before.extendedProperties, ...extendedProperties } }
      : {}),
    ...(extensions ? { extensions: { ...before.extensions, ...extensions } } : {}),
  };
}

/** A series whose start went to another day starts its range there. */
function followStart(record: EventRecord): EventRecord {
  if (!isSeries(record)) return record;
  const { pattern, range } = record.recurrence;
  const startDay = dayOfWall(record.content.start);
  if (startDay === range.startDay) return record;
  if (range.end.type === 'endDate' && range.end.day < startDay)
    throw badRequest('The series would end before it starts.', 'ErrorPropertyValidationFailure');
  return { ...record, recurrence: { pattern, range: { ...range, startDay } } };
}

function samePattern(before: EventRecord, after: EventRecord): boolean {
  return (
    JSON.stringify(before.recurrence?.pattern) === JSON.stringify(after.recurrence?.pattern) &&
    before.recurrence?.range.startDay === after.recurrence?.range.startDay &&
    before.content.startZone.iana === after.content.startZone.iana
  );
}

/** Another time of day, day or zone: moved and removed dates are forgotten or kept (a switch). */
function afterTimeChange(before: EventRecord, after: EventRecord, { switches }: DraftContext): EventRecord {
  if (!hasOtherTime(before.content, after.content) && samePattern(before, after)) return after;
  return switches.get('exceptionsAfterTimeChange') === 'kept'
    ? after
    : { ...after, exceptions: {}, removed: [] };
}

/** Exceptions and removed dates that are no dates of the series any more go. */
function withinRange(record: EventRecord): EventRecord {
  if (!isSeries(record)) return record;
  const { recurrence } = record;
  const isDate = (day: EpochDay): boolean => recurrenceDays(recurrence, day, day + 1).length === 1;
  return {
    ...record,
    exceptions: Object.fromEntries(Object.entries(record.exceptions).filter(([day]) => isDate(Number(day)))),
    removed: record.removed.filter(isDate),
  };
}

/** A date stays strictly between the days of the dates before and after it (event: update, ErrorOccurrenceCrossingBoundary). */
function checkNeighbours(record: EventRecord, day: EpochDay, content: EventContent): void {
  if (!isSeries(record)) return;
  const zone = record.content.startZone.iana;
  const dayIn = (of: EventContent): EpochDay =>
    dayOfWall(of.isAllDay ? of.start : toWall(zone, spanOf(of).start));
  const [previous, next] = neighbours(record, day);
  const moved = dayIn(content);
  const crosses =
    (previous !== undefined && moved <= dayIn(contentOn(record, previous))) ||
    (next !== undefined &&
      (moved >= dayIn(contentOn(record, next)) ||
        spanOf(content).end > spanOf(contentOn(record, next)).start));
  if (crosses)
    throw badRequest(
      'Modified occurrence is crossing or overlapping adjacent occurrence.',
      'ErrorOccurrenceCrossingBoundary',
    );
}

/** The dates before and after one that take place. */
function neighbours(
  record: EventRecord,
  day: EpochDay,
): readonly [EpochDay | undefined, EpochDay | undefined] {
  if (!isSeries(record)) return [undefined, undefined];
  const removed = new Set(record.removed);
  const { recurrence } = record;
  const before = recurrenceDays(recurrence, recurrence.range.startDay, day).findLast(
    (other) => !removed.has(other),
  );
  // Years for the rarest pattern: every 99th year.
  for (let reach = 400; reach <= 400_000; reach *= 10) {
    const after = recurrenceDays(recurrence, day + 1, day + reach).find((other) => !removed.has(other));
    if (after !== undefined) return [before, after];
  }
  return [before, undefined];
}
