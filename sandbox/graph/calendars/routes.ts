import type { GraphServices, Operation, Route } from '../types.ts';
import { calendarReadScopes, calendarWriteScopes } from './calendarAccess.ts';
import {
  deleteCalendarGroup,
  getCalendarGroup,
  listCalendarGroups,
  writeCalendarGroup,
} from './calendarGroupOperations.ts';
import {
  createCalendar,
  deleteCalendar,
  getCalendar,
  listCalendars,
  updateCalendar,
} from './calendarOperations.ts';
import {
  createCalendarPermission,
  deleteCalendarPermission,
  listCalendarPermissions,
  updateCalendarPermission,
} from './calendarPermissionOperations.ts';

/** Calendars, their groups and who may see them. */
export function calendarRoutes(services: GraphServices): readonly Route[] {
  const [all, groups] = ['user/{user}/calendars', 'user/{user}/calendarGroups'];
  const lists = [all, 'user/{user}/calendarGroup/calendars', `${groups}/{group}/calendars`];
  const ones = ['user/{user}/calendar', ...lists.map((path) => `${path}/{calendar}`)];
  return [
    ...lists.flatMap((path) => [
      read(path, listCalendars(services)),
      write('POST', path, createCalendar(services)),
    ]),
    ...ones.flatMap((path) => [
      read(path, getCalendar(services)),
      write('PATCH', path, updateCalendar(services)),
      write('DELETE', path, deleteCalendar(services)),
      read(`${path}/calendarPermissions`, listCalendarPermissions(services)),
      write('POST', `${path}/calendarPermissions`, createCalendarPermission(services)),
      write('PATCH', `${path}/calendarPermissions/{permission}`, updateCalendarPermission(services)),
      write('DELETE', `${path}/calendarPermissions/{permission}`, deleteCalendarPermission(services)),
    ]),
    read(groups, listCalendarGroups(services)),
    write('POST', groups, writeCalendarGroup(services)),
    read(`${groups}/{group}`, getCalendarGroup(services)),
    write('PATCH', `${groups}/{group}`, writeCalendarGroup(services)),
    write('DELETE', `${groups}/{group}`, deleteCalendarGroup(services)),
  ];
}

function read(template: string, operation: Operation): Route {
  return { method: 'GET', template, scopes: calendarReadScopes, workload: 'outlook', operation };
}

function write(method: string, template: string, operation: Operation): Route {
  return { method, template, scopes: calendarWriteScopes, workload: 'outlook', operation };
}
