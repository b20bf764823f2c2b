import { calendarReadScopes, calendarWriteScopes } from '../calendars/calendarAccess.ts';
import { findMeetingTimes } from '../schedule/findMeetingTimes.ts';
import { getSchedule } from '../schedule/getSchedule.ts';
import { countOf } from '../odata/countOf.ts';
import type { GraphServices, Operation, Route } from '../types.ts';
import { calendarView } from './calendarView.ts';
import { calendarViewDelta, eventsDelta } from './eventDelta.ts';
import { createEvent } from './createEvent.ts';
import {
  createExtension,
  deleteExtension,
  getExtension,
  listExtensions,
  updateExtension,
} from './extensionOperations.ts';
import { forwardEvent } from './forwardEvent.ts';
import { getEvent } from './getEvent.ts';
import { listEvents } from './listEvents.ts';
import { listInstances } from './listInstances.ts';
import { reminderView } from './reminderView.ts';
import { dismissReminder, listAttachments, snoozeReminder } from './reminders.ts';
import { cancelEvent, deleteEvent } from './removeEvent.ts';
import { respondToEvent } from './respondToEvent.ts';
import { createSeriesLocks } from './seriesLocks.ts';
import { updateEvent } from './updateEvent.ts';

/** Where a calendar's events are found. The first is the mailbox's own calendar. */
const calendarPaths = [
  'user/{user}',
  'user/{user}/calendar',
  'user/{user}/calendars/{calendar}',
  'user/{user}/calendarGroup/calendars/{calendar}',
  'user/{user}/calendarGroups/{group}/calendars/{calendar}',
];

/** Events, calendar views and free/busy, below each of the paths to a calendar. */
export function eventRoutes(services: GraphServices): readonly Route[] {
  const parts = { ...services, locks: createSeriesLocks(services.switches) };
  const findTimes: Route = {
    method: 'POST',
    template: 'user/{user}/findMeetingTimes',
    scopes: ['Calendars.Read.Shared', 'Calendars.ReadWrite.Shared'],
    workload: 'outlook',
    operation: findMeetingTimes(parts),
  };
  const below = calendarPaths.flatMap((path) => [
    read(`${path}/events`, listEvents(parts)),
    read(`${path}/events/$count`, countOf(listEvents(parts))),
    read(`${path}/events/delta`, eventsDelta(parts)),
    write('POST', `${path}/events`, createEvent(parts)),
    read(`${path}/events/{event}`, getEvent(parts)),
    write('PATCH', `${path}/events/{event}`, updateEvent(parts)),
    write('DELETE', `${path}/events/{event}`, deleteEvent(parts)),
    write('POST', `${path}/events/{event}/cancel`, cancelEvent(parts)),
    write('POST', `${path}/events/{event}/accept`, respondToEvent('accepted', parts)),
    write('POST', `${path}/events/{event}/tentativelyAccept`, respondToEvent('tentativelyAccepted', parts)),
    write('POST', `${path}/events/{event}/decline`, respondToEvent('declined', parts)),
    { ...read(`${path}/events/{event}/forward`, forwardEvent(parts)), method: 'POST' },
    read(`${path}/events/{event}/instances`, listInstances(parts)),
    read(`${path}/events/{event}/attachments`, listAttachments(parts)),
    write('POST', `${path}/events/{event}/dismissReminder`, dismissReminder(parts)),
    write('POST', `${path}/events/{event}/snoozeReminder`, snoozeReminder(parts)),
    read(`${path}/events/{event}/extensions`, listExtensions(parts)),
    write('POST', `${path}/events/{event}/extensions`, createExtension(parts)),
    read(`${path}/events/{event}/extensions/{extension}`, getExtension(parts)),
    write('PATCH', `${path}/events/{event}/extensions/{extension}`, updateExtension(parts)),
    write('DELETE', `${path}/events/{event}/extensions/{extension}`, deleteExtension(parts)),
    read(`${path}/calendarView`, calendarView(parts)),
    read(`${path}/calendarView/delta`, calendarViewDelta(parts)),
    ...(path === 'user/{user}'
      ? []
      : [{ ...read(`${path}/getSchedule`, getSchedule(parts)), method: 'POST', scopes: ownReadScopes }]),
  ]);
  return [findTimes, read('user/{user}/reminderView/{window}', reminderView(parts)), ...below];
}

const ownReadScopes = ['Calendars.ReadBasic', 'Calendars.Read', 'Calendars.ReadWrite'];

function read(template: string, operation: Operation): Route {
  return { method: 'GET', template, scopes: calendarReadScopes, workload: 'outlook', operation };
}

function write(method: string, template: string, operation: Operation): Route {
  return { method, template, scopes: calendarWriteScopes, workload: 'outlook', operation };
}
