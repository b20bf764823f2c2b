import { badRequest, GraphFailure } from '../graphFailure.ts';
import { openMailbox, type Mailbox } from '../mailbox/openMailbox.ts';
import { accessDenied } from '../graphFailure.ts';
import { entityOf, readEntity, textOf, textsOf, type Entity } from '../odata/readEntity.ts';
import { readSelect, selectMembers } from '../odata/selectMembers.ts';
import { findZone } from '../time/zones.ts';
import type { WorkingHours } from '#sandbox/types.ts';
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
    const changes = readChanges(readEntity('mailboxSettings', request.body ?? {}));
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

function readChanges(entity: Entity): SettingsRecord {
  const timeZone = textOf(entity, 'timeZone');
  if (timeZone !== undefined && !findZone(timeZone, 'all'))
    throw badRequest(`The time zone '${timeZone.slice(0, 100)}' is not valid.`, 'ErrorInvalidTimeZone');
  const hours = entityOf(entity, 'workingHours');
  const replies = entityOf(entity, 'automaticRepliesSetting');
  const locale = textOf(entityOf(entity, 'language'), 'locale');
  const [dateFormat, timeFormat] = [textOf(entity, 'dateFormat'), textOf(entity, 'timeFormat')];
  return {
    ...(timeZone === undefined ? {} : { timeZone }),
    ...(hours ? { workingHours: readWorkingHours(hours) } : {}),
    ...(dateFormat === undefined ? {} : { dateFormat }),
    ...(timeFormat === undefined ? {} : { timeFormat }),
    ...(locale === undefined ? {} : { locale }),
    ...(replies ? { automaticReplies: replies } : {}),
  };
}

function readWorkingHours(entity: Entity): WorkingHours {
  const zone = entityOf(entity, 'timeZone');
  const name = textOf(zone, 'name');
  const [startTime, endTime] = [textOf(entity, 'startTime'), textOf(entity, 'endTime')];
  const daysOfWeek = textsOf(entity, 'daysOfWeek');
  if (startTime === undefined || endTime === undefined || !daysOfWeek || name === undefined)
    throw badRequest('The working hours are not complete.', 'ErrorInvalidArgument');
  if (!findZone(name, 'all'))
    throw badRequest(`The time zone '${name.slice(0, 100)}' is not valid.`, 'ErrorInvalidTimeZone');
  return { daysOfWeek, startTime, endTime, timeZone: { name } };
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
