import { findUser } from '../directory/findUser.ts';
import { readDateTimeTimeZone } from '../events/eventDraft.ts';
import { writeTime } from '../events/eventResource.ts';
import { preferenceApplied, readOutlookPreferences } from '../events/eventView.ts';
import { badRequest } from '../graphFailure.ts';
import { openOwnMailbox } from '../mailbox/openMailbox.ts';
import {
  entitiesOf,
  entityOf,
  flagOf,
  numberOf,
  readParameters,
  textOf,
  type Entity,
} from '../odata/readEntity.ts';
import { mailboxZone, workingHoursOf } from '../settings/settingsRecord.ts';
import { graphEnums } from '../odata/graphTypes.ts';
import { toInstant, toWall } from '../time/zoneOffsets.ts';
import { dayOfWall, milliInDay, milliInMinute, parseDateTime, weekdayOf } from '../time/wallTime.ts';
import { findZone, type Zone } from '../time/zones.ts';
import type { GraphServices, Operation } from '../types.ts';
import { availabilityView, busyItems } from './freeBusy.ts';

type Parts = Pick<GraphServices, 'store' | 'clock' | 'switches'>;

const statuses = ['free', 'tentative', 'busy', 'oof'] as const;
/** Suggestions begin at half hours, as seen of Exchange. */
const stepMinutes = 30;
const mostDays = 62;

/**
 * `POST /me/findMeetingTimes`. Confidence as documented: an attendee who is free counts 100, unknown 49, busy 0, and the mean is taken;
 * primary calendars only; every person counts as required. Microsoft's own ranking is not published: here by confidence, then by time.
 */
export const findMeetingTimes =
  ({ store, clock, switches }: Parts): Operation =>
  (request) => {
    const { owner } = openOwnMailbox(store, request);
    const { zone } = readOutlookPreferences(request);
    const parameters = readParameters(
      {
        attendees: 'attendeeBase[]',
        timeConstraint: 'timeConstraint',
        locationConstraint: 'locationConstraint',
        meetingDuration: 'string',
        maxCandidates: 'int32',
        isOrganizerOptional: 'boolean',
        returnSuggestionReasons: 'boolean',
        minimumAttendeePercentage: 'double',
      },
      request.body,
    );
    const length = readDuration(textOf(parameters, 'meetingDuration') ?? 'PT30M');
    const ownZone = mailboxZone(store, owner);
    const slots = readSlots(entityOf(parameters, 'timeConstraint'), { switches }, clock.now());
    const domain = textOf(entityOf(parameters, 'timeConstraint'), 'activityDomain') ?? 'work';
    const attendees = (entitiesOf(parameters, 'attendees') ?? []).map((entity) => {
      const address = textOf(entityOf(entity, 'emailAddress'), 'address') ?? '';
      const person = findUser(store, owner.tenantId, address);
      return {
        address,
        type: textOf(entity, 'type') ?? 'required',
        schedule: person?.hasMailbox === true ? scheduleOf(person.id) : undefined,
      };
    });
    const organizer = scheduleOf(owner.id);
    const isOrganizerOptional = flagOf(parameters, 'isOrganizerOptional') ?? false;
    const minimum = numberOf(parameters, 'minimumAttendeePercentage') ?? 50;
    const hours = workingHoursOf(store, owner);
    const hoursZone: Zone = findZone(hours.timeZone.name, 'all') ?? ownZone;

    function scheduleOf(ownerId: string): (start: number) => string {
      const items = slots.flatMap(({ from, to }) => busyItems(store, ownerId, from, to, ownZone));
      return (start) => availabilityView(items, start, start + length, length);
    }

    const isWorkTime = (start: number): boolean => {
      if (domain !== 'work') return true;
      const [from, to] = [toWall(hoursZone.iana, start), toWall(hoursZone.iana, start + length)];
      const day = dayOfWall(from);
      const name = graphEnums.dayOfWeek?.[weekdayOf(day)];
      const at = (time: string): number =>
        day * milliInDay + (parseDateTime(`1970-01-01T${time}`)?.wall ?? 0);
      return (
        hours.daysOfWeek.some((known) => known.toLowerCase() === name) &&
        from >= at(hours.startTime) &&
        to <= at(hours.endTime)
      );
    };

    const candidates = slots
      .flatMap(({ from, to }) => startsIn(from, to, length))
      .filter(isWorkTime)
      .map((start) => {
        const own = Number(organizer(start)[0] ?? 0);
        const others = attendees.map(({ schedule }) =>
          schedule ? Number(schedule(start)[0] ?? 0) : undefined,
        );
        const marks = others.map((digit) => (digit === undefined ? 49 : digit === 0 ? 100 : 0));
        const people = isOrganizerOptional ? marks : [own === 0 ? 100 : 0, ...marks];
        const confidence = people.reduce((sum, mark) => sum + mark, 0) / Math.max(1, people.length);
        return { start, own, others, confidence };
      })
      .filter(({ own, confidence }) => (isOrganizerOptional || own === 0) && confidence >= minimum)
      .toSorted((a, b) => b.confidence - a.confidence || a.start - b.start)
      .slice(0, Math.max(1, numberOf(parameters, 'maxCandidates') ?? 20));
    return {
      status: 200,
      headers: preferenceApplied(request),
      body: {
        '@odata.context': `${request.base}/$metadata#microsoft.graph.meetingTimeSuggestionsResult`,
        emptySuggestionsReason:
          candidates.length > 0
            ? ''
            : attendees.some(({ schedule }) => !schedule)
              ? 'AttendeesUnavailableOrUnknown'
              : 'AttendeesUnavailable',
        meetingTimeSuggestions: candidates.map(({ start, own, others, confidence }, order) => ({
          confidence,
          order: order + 1,
          organizerAvailability: statuses[own] ?? 'unknown',
          ...(flagOf(parameters, 'returnSuggestionReasons') === true
            ? {
                suggestionReason:
                  'Suggested because it is one of the nearest times when all attendees are available.',
              }
            : {}),
          attendeeAvailability: attendees.map(({ address, type }, index) => ({
            availability: statuses[others[index] ?? -1] ?? 'unknown',
            attendee: { type, emailAddress: { address } },
          })),
          locations: [],
          meetingTimeSlot: {
            start: writeTime(start, false, zone),
            end: writeTime(start + length, false, zone),
          },
        })),
      },
    };
  };

function readSlots(
  constraint: Entity | undefined,
  { switches }: Pick<Parts, 'switches'>,
  now: number,
): readonly { readonly from: number; readonly to: number }[] {
  const slots = entitiesOf(constraint, 'timeSlots') ?? [];
  if (slots.length === 0) return [{ from: now, to: now + 7 * milliInDay }];
  return slots.map((slot) => {
    const [from, to] = ['start', 'end'].map((name) => {
      const read = readDateTimeTimeZone(entityOf(slot, name), switches);
      return read && toInstant(read.zone.iana, read.wall);
    });
    if (from === undefined || to === undefined || to <= from || to - from > mostDays * milliInDay)
      throw badRequest('A time slot of the time constraint is not valid.', 'ErrorInvalidTimeInterval');
    return { from, to };
  });
}

function startsIn(from: number, to: number, length: number): number[] {
  const step = stepMinutes * milliInMinute;
  const starts: number[] = [];
  for (let start = Math.ceil(from / step) * step; start + length <= to; start += step) starts.push(start);
  return starts;
}

/** ISO 8601 durations of days, hours and minutes, up to a day. */
function readDuration(text: string): number {
  const match = /^P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)(?:\.\d+)?S)?)?$/i.exec(text);
  const [days, hours, minutes, seconds] = [1, 2, 3, 4].map((part) => Number(match?.[part] ?? 0));
  const length =
    (((days ?? 0) * 24 + (hours ?? 0)) * 60 + (minutes ?? 0)) * milliInMinute + (seconds ?? 0) * 1000;
  if (!match || length <= 0 || length > milliInDay)
    throw badRequest('The meeting duration is not valid.', 'ErrorInvalidParameter');
  return length;
}
