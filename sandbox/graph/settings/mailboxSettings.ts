import { badRequest, GraphFailure } from '../graphFailure.ts';
import { openMailbox, type Mailbox } from '../mailbox/openMailbox.ts';
import { accessDenied } from '../graphFailure.ts';
import { entityOf, numberOf, readEntity, textOf, textsOf, type Entity } from '../odata/readEntity.ts';
import { readSelect, selectMembers } from '../odata/selectMembers.ts';
import { findZone } from '../time/zones.ts';
import type { CustomTransition, WorkingHours } from '#sandbox/types.ts';
import type { GraphRequest, GraphServices, Operation } from '../types.ts';
import {
  mailboxZoneName,
  settings,
  settingsOf,
  workingHoursOf,
  type SettingsRecord,
} from './settingsRecord.ts';

type Parts = Pick<GraphServices, 'store' | 'clock'>;

/** `GET …/mailboxSettings`; only one's own: a delegated token has no right to a colleague's. */
export const getMailboxSettings =
  ({ store }: Parts): Operation =>
  (request) => {
    const mailbox = ownMailbox({ store }, request);
    const selected = readSelect(request.query, 'mailboxSettings');
    return {
      status: 200,
      body: {
        '@odata.context': contextOf(request, mailbox),
        ...selectMembers(resourceOf({ store }, mailbox), selected),
      },
    };
  };

/** `GET …/mailboxSettings/{setting}`: one of them. */
export const getMailboxSetting =
  ({ store }: Parts): Operation =>
  (request) => {
    const mailbox = ownMailbox({ store }, request);
    const name = request.params.setting ?? '';
    const found = Object.entries(resourceOf({ store }, mailbox)).find(
      ([known]) => known.toLowerCase() === name.toLowerCase(),
    );
    if (!found)
      throw new GraphFailure(
        404,
        'ResourceNotFound',
        `Resource not found for the segment '${name.slice(0, 100)}'.`,
      );
    const [member, value] = found;
    const context = `${contextOf(request, mailbox)}/${member}`;
    return {
      status: 200,
      body: {
        '@odata.context': context,
        ...(typeof value === 'object' && value !== null ? value : { value }),
      },
    };
  };

/** `PATCH …/mailboxSettings`: time zone, working hours, formats, language, automatic replies. */
export const updateMailboxSettings =
  ({ store }: Parts): Operation =>
  async (request) => {
    const mailbox = ownMailbox({ store }, request);
    const changes = readChanges(
      readEntity('mailboxSettings', request.body ?? {}),
      workingHoursOf(store, mailbox.owner),
    );
    await store.write((writer) =>
      writer.put(settings, mailbox.owner.id, 'settings', {
        ...settingsOf(writer, mailbox.owner),
        ...changes,
      }),
    );
    return {
      status: 200,
      body: { '@odata.context': contextOf(request, mailbox), ...resourceOf({ store }, mailbox) },
    };
  };

function readChanges(entity: Entity, before: WorkingHours): SettingsRecord {
  const timeZone = textOf(entity, 'timeZone');
  if (timeZone !== undefined && !findZone(timeZone, 'all'))
    throw badRequest('Time Zone settings provided are invalid.', 'InvalidTimeZone');
  const hours = entityOf(entity, 'workingHours');
  const replies = entityOf(entity, 'automaticRepliesSetting');
  const locale = textOf(entityOf(entity, 'language'), 'locale');
  const [dateFormat, timeFormat] = [textOf(entity, 'dateFormat'), textOf(entity, 'timeFormat')];
  return {
    ...(timeZone === undefined ? {} : { timeZone }),
    ...(hours ? { workingHours: readWorkingHours(hours, before) } : {}),
    ...(dateFormat === undefined ? {} : { dateFormat }),
    ...(timeFormat === undefined ? {} : { timeFormat }),
    ...(locale === undefined ? {} : { locale }),
    ...(replies ? { automaticReplies: replies } : {}),
  };
}

const weekdayNames = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];

/** What is not told stays as it was; refusals as on the page of "Update user mailbox settings". */
function readWorkingHours(entity: Entity, before: WorkingHours): WorkingHours {
  const daysOfWeek = textsOf(entity, 'daysOfWeek')?.map((name) => name.toLowerCase());
  const unknownDay = daysOfWeek?.find((name) => !weekdayNames.includes(name));
  if (unknownDay !== undefined)
    throw badRequest(`Requested value '${unknownDay.slice(0, 100)}' was not found.`, 'InvalidArguments');
  const zone = entityOf(entity, 'timeZone');
  const hours = {
    daysOfWeek: daysOfWeek ?? before.daysOfWeek,
    startTime: textOf(entity, 'startTime') ?? before.startTime,
    endTime: textOf(entity, 'endTime') ?? before.endTime,
    timeZone: zone ? readHoursZone(zone) : before.timeZone,
  };
  if (hours.startTime >= hours.endTime)
    throw badRequest('Start Time should occur before End Time.', 'ErrorInvalidTimeSettings');
  return hours;
}

function readHoursZone(zone: Entity): WorkingHours['timeZone'] {
  const name = textOf(zone, 'name') ?? '';
  const [bias, standard, daylight] = [
    numberOf(zone, 'bias'),
    entityOf(zone, 'standardOffset'),
    entityOf(zone, 'daylightOffset'),
  ];
  if (bias !== undefined && standard && daylight)
    return {
      '@odata.type': '#microsoft.graph.customTimeZone',
      bias,
      name: 'Customized Time Zone',
      standardOffset: readTransition(standard),
      daylightOffset: { daylightBias: numberOf(daylight, 'daylightBias') ?? 0, ...readTransition(daylight) },
    };
  if (!findZone(name, 'all')) throw badRequest('Time Zone settings provided are invalid.', 'InvalidTimeZone');
  return { name };
}

function readTransition(entity: Entity): CustomTransition {
  return {
    time: textOf(entity, 'time') ?? '00:00:00.0000000',
    dayOccurrence: numberOf(entity, 'dayOccurrence') ?? 0,
    dayOfWeek: textOf(entity, 'dayOfWeek')?.toLowerCase() ?? 'sunday',
    month: numberOf(entity, 'month') ?? 0,
    year: numberOf(entity, 'year') ?? 0,
  };
}

function resourceOf({ store }: Pick<Parts, 'store'>, { owner }: Mailbox): Record<string, unknown> {
  const held = settingsOf(store, owner);
  const locale = held.locale ?? 'en-US';
  return {
    archiveFolder: '',
    timeZone: mailboxZoneName(store, owner),
    delegateMeetingMessageDeliveryOptions: 'sendToDelegateOnly',
    dateFormat: held.dateFormat ?? 'M/d/yyyy',
    timeFormat: held.timeFormat ?? 'h:mm tt',
    userPurpose: 'user',
    automaticRepliesSetting: {
      status: 'disabled',
      externalAudience: 'all',
      internalReplyMessage: '',
      externalReplyMessage: '',
      scheduledStartDateTime: { dateTime: '2026-01-01T09:00:00.0000000', timeZone: 'UTC' },
      scheduledEndDateTime: { dateTime: '2026-01-02T09:00:00.0000000', timeZone: 'UTC' },
      ...held.automaticReplies,
    },
    language: { locale, displayName: languageName(locale) },
    workingHours: workingHoursOf(store, owner),
  };
}

function languageName(locale: string): string {
  try {
    return (
      new Intl.DisplayNames('en', { type: 'language', languageDisplay: 'standard' }).of(locale) ?? locale
    );
  } catch {
    return locale;
  }
}

function ownMailbox({ store }: Pick<Parts, 'store'>, request: GraphRequest): Mailbox {
  const mailbox = openMailbox(store, request);
  if (!mailbox.isOwn) throw accessDenied();
  return mailbox;
}

function contextOf(request: GraphRequest, { owner }: Mailbox): string {
  return `${request.base}/$metadata#users('${owner.id}')/mailboxSettings`;
}
