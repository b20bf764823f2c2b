import type { Reader } from '#sandbox/store/table.ts';
import { roleIn } from '../calendars/calendarAccess.ts';
import { defaultCalendar } from '../calendars/calendarRecord.ts';
import { findUser } from '../directory/findUser.ts';
import { readDateTimeTimeZone } from '../events/eventDraft.ts';
import { writeTime } from '../events/eventResource.ts';
import { preferenceApplied, readOutlookPreferences } from '../events/eventView.ts';
import { GraphFailure, badRequest } from '../graphFailure.ts';
import { openMailbox, type Mailbox } from '../mailbox/openMailbox.ts';
import { entityOf, numberOf, readParameters, textsOf } from '../odata/readEntity.ts';
import { workingHoursOf } from '../settings/settingsRecord.ts';
import { toInstant } from '../time/zoneOffsets.ts';
import { milliInDay, milliInMinute } from '../time/wallTime.ts';
import type { Zone } from '../time/zones.ts';
import type { GraphRequest, GraphServices, Operation } from '../types.ts';
import { availabilityView, busyItems, type BusyItem } from './freeBusy.ts';

const mostSchedules = 20;
const longestDays = 62;
const mostItems = 1000;

interface Asked {
  readonly from: number;
  readonly to: number;
  /** Of the request's times: where all-day entries begin and end. */
  readonly requestZone: Zone;
  readonly intervalMilli: number;
  /** Of the answer's times. */
  readonly zone: Zone;
}

/** `POST …/calendar/getSchedule`: free/busy of up to 20 people over less than 62 days. What cannot be told of somebody is an error of that person alone. */
export const getSchedule =
  ({ store, switches }: Pick<GraphServices, 'store' | 'switches'>): Operation =>
  (request) => {
    const mailbox = openMailbox(store, request);
    const { schedules, asked } = readQuestion(request, { switches });
    const isLimited = switches.get('scheduleItems') === 'thousand';
    return {
      status: 200,
      headers: preferenceApplied(request),
      body: {
        '@odata.context': `${request.base}/$metadata#Collection(microsoft.graph.scheduleInformation)`,
        value: schedules.map((address) => scheduleOf(store, mailbox, address, asked, isLimited)),
      },
    };
  };

function readQuestion(
  request: GraphRequest,
  { switches }: Pick<GraphServices, 'switches'>,
): { readonly schedules: readonly string[]; readonly asked: Asked } {
  const { body } = request;
  refuseNullInterval(body);
  const parameters = readParameters(
    {
      schedules: 'string[]',
      startTime: 'dateTimeTimeZone',
      endTime: 'dateTimeTimeZone',
      availabilityViewInterval: 'int32',
    },
    body,
  );
  const schedules = textsOf(parameters, 'schedules') ?? [];
  if (schedules.length === 0)
    throw badRequest('The list of schedules must not be empty.', 'ErrorMailboxDataArrayEmpty');
  if (schedules.length > mostSchedules)
    throw badRequest(
      `The number of schedules in the request (${schedules.length}) is more than the allowed ${mostSchedules}.`,
      'ErrorMailboxDataArrayTooBig',
    );
  const start = readDateTimeTimeZone(entityOf(parameters, 'startTime'), switches);
  const end = readDateTimeTimeZone(entityOf(parameters, 'endTime'), switches);
  if (!start || !end) throw badRequest('StartTime and EndTime are required.', 'ErrorInvalidParameter');
  const from = toInstant(start.zone.iana, start.wall);
  const to = toInstant(end.zone.iana, end.wall);
  if (to - from > longestDays * milliInDay)
    throw badRequest(
      `The requested time duration specified for FreeBusyViewOptions.TimeWindow is too long. The allowed limit is ${longestDays} days.`,
      'ErrorTimeIntervalTooBig',
    );
  if (to <= from || to - from === longestDays * milliInDay)
    throw badRequest(
      'The time duration specified for FreeBusyViewOptions.TimeWindow is invalid.',
      'ErrorInvalidTimeInterval',
    );
  const minutes = numberOf(parameters, 'availabilityViewInterval') ?? 30;
  if (minutes < 5 || minutes > 1440)
    throw badRequest(
      'The AvailabilityViewInterval must be between 5 and 1440 minutes.',
      'ErrorInvalidMergedFreeBusyInterval',
    );
  const { zone } = readOutlookPreferences(request);
  return {
    schedules,
    asked: { from, to, requestZone: start.zone, intervalMilli: minutes * milliInMinute, zone },
  };
}

/** Reported: an explicit null breaks the service (microsoft-graph-docs#4494). */
function refuseNullInterval(body: unknown): void {
  if (typeof body !== 'object' || body === null) return;
  for (const [name, value] of Object.entries(body))
    if (name.toLowerCase() === 'availabilityviewinterval' && value === null)
      throw new GraphFailure(
        500,
        'ErrorInternalServerError',
        'An internal server error occurred. The operation failed.',
      );
}

function scheduleOf(
  store: Reader,
  mailbox: Mailbox,
  address: string,
  asked: Asked,
  isLimited: boolean,
): unknown {
  const person = findUser(store, mailbox.viewer.tid, address.trim());
  if (!person || person.id.toLowerCase() === address.trim().toLowerCase())
    return failed(
      address,
      `Unable to resolve e-mail address ${address} to an Active Directory object.`,
      '5009',
    );
  if (!person.hasMailbox) return failed(address, 'Proxy web request failed.', '5016');
  const isOwn = person.id === mailbox.viewer.oid;
  const role = roleIn(defaultCalendar(store, person.id), mailbox.viewer.upn);
  if (!isOwn && (role === 'none' || role === 'custom'))
    return failed(
      address,
      `You do not have permission to see the free/busy information of ${address}.`,
      'ErrorNoFreeBusyAccess',
    );
  const showsDetails = isOwn || role !== 'freeBusyRead';
  const items = busyItems(store, person.id, asked.from, asked.to, asked.requestZone);
  if (isLimited && items.length > mostItems)
    return failed(
      address,
      `The result set contains too many calendar entries. The allowed size = ${mostItems}; the actual size = ${items.length}.`,
      '5006',
    );
  return {
    scheduleId: address,
    availabilityView: availabilityView(items, asked.from, asked.to, asked.intervalMilli),
    scheduleItems: items.map((item) => writeItem(item, asked.zone, showsDetails)),
    workingHours: workingHoursOf(store, person),
  };
}

function writeItem({ start, end, showAs, content }: BusyItem, zone: Zone, showsDetails: boolean): unknown {
  const isPrivate = content.sensitivity === 'private' || content.sensitivity === 'confidential';
  return {
    ...(showsDetails
      ? {
          isPrivate,
          ...(isPrivate
            ? {}
            : {
                subject: content.subject,
                location: content.locations.map(({ displayName }) => displayName).join('; '),
              }),
        }
      : {}),
    status: showAs,
    start: writeTime(start, false, zone),
    end: writeTime(end, false, zone),
  };
}

function failed(scheduleId: string, message: string, responseCode: string): unknown {
  return { scheduleId, error: { message, responseCode } };
}
