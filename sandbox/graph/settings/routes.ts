import type { GraphServices, Route } from '../types.ts';
import { getMailboxSetting, getMailboxSettings, updateMailboxSettings } from './mailboxSettings.ts';
import { listMasterCategories } from './masterCategories.ts';
import { supportedTimeZones } from './supportedTimeZones.ts';
import { translateExchangeIds } from './translateExchangeIds.ts';
import { getWorkHours } from './workHours.ts';

const anyUserScope = [
  'User.Read',
  'User.ReadBasic.All',
  'User.Read.All',
  'User.ReadWrite',
  'User.ReadWrite.All',
];

/** Settings of a mailbox, time zones, ids. */
export function settingsRoutes(services: GraphServices): readonly Route[] {
  const settings = 'user/{user}/mailboxSettings';
  const readScopes = ['MailboxSettings.Read', 'MailboxSettings.ReadWrite'];
  const outlook = { workload: 'outlook' } as const;
  return [
    {
      ...outlook,
      method: 'GET',
      template: settings,
      scopes: readScopes,
      operation: getMailboxSettings(services),
    },
    {
      ...outlook,
      method: 'GET',
      template: `${settings}/{setting}`,
      scopes: readScopes,
      operation: getMailboxSetting(services),
    },
    {
      ...outlook,
      method: 'PATCH',
      template: settings,
      scopes: ['MailboxSettings.ReadWrite'],
      operation: updateMailboxSettings(services),
    },
    {
      ...outlook,
      method: 'GET',
      template: 'user/{user}/outlook/masterCategories',
      scopes: readScopes,
      operation: listMasterCategories(services),
    },
    {
      ...outlook,
      method: 'GET',
      template: 'user/{user}/outlook/{function}',
      scopes: anyUserScope,
      operation: supportedTimeZones(services),
    },
    {
      ...outlook,
      method: 'POST',
      template: 'user/{user}/translateExchangeIds',
      scopes: anyUserScope,
      operation: translateExchangeIds(services),
    },
    {
      ...outlook,
      method: 'GET',
      template: 'user/{user}/settings/workHoursAndLocations',
      scopes: ['Calendars.Read', 'Calendars.ReadWrite', ...readScopes],
      operation: getWorkHours(services),
    },
  ];
}
