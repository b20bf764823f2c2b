import type { Switches } from '#sandbox/control/switches.ts';
import { zoneNotSupported } from '../graphFailure.ts';
import { readPreferences } from '../http/preferences.ts';
import { readExpand, type Expansion } from '../odata/readExpand.ts';
import { readSelect } from '../odata/selectMembers.ts';
import { findZone, utc, type Zone } from '../time/zones.ts';
import type { GraphRequest, GraphServices } from '../types.ts';

/** How a request wants events written. */
export interface EventView {
  /** Zone of start and end. */
  readonly zone: Zone;
  readonly asText: boolean;
  readonly immutable: boolean;
  readonly selected: ReadonlySet<string> | undefined;
  readonly expansions: readonly Expansion[];
  /** `Calendars.ReadBasic` alone: no bodies, no properties of others. */
  readonly basic: boolean;
  readonly isCalendarView: boolean;
  readonly base: string;
  readonly switches: Switches;
}

const expandable = [
  'singleValueExtendedProperties',
  'multiValueExtendedProperties',
  'extensions',
  'calendar',
  'attachments',
  'instances',
  'exceptionOccurrences',
];

/** Reads `Prefer`, `$select` and `$expand` of a request for events. */
export function readEventView(
  request: GraphRequest,
  { switches }: Pick<GraphServices, 'switches'>,
  isCalendarView = false,
): EventView {
  const { scopes } = request.principal;
  return {
    ...readOutlookPreferences(request),
    selected: readSelect(request.query, 'event'),
    expansions: readExpand(request.query, expandable),
    basic:
      scopes.includes('Calendars.ReadBasic') &&
      !scopes.some((scope) => /^Calendars\.Read(Write)?(\.Shared)?$/.test(scope)),
    isCalendarView,
    base: request.base,
    switches,
  };
}

/** The Outlook part of a `Prefer` header. Any IANA name does here, unlike in a body. */
export function readOutlookPreferences(
  request: Pick<GraphRequest, 'headers'>,
): Pick<EventView, 'zone' | 'asText' | 'immutable'> {
  const prefer = readPreferences(request.headers.prefer);
  const name = prefer.get('outlook.timezone');
  const zone = name === undefined ? utc : findZone(name, 'all');
  if (!zone) throw zoneNotSupported();
  return {
    zone: name === undefined ? utc : { ...zone, name },
    asText: prefer.get('outlook.body-content-type')?.toLowerCase() === 'text',
    immutable: prefer.get('idtype')?.toLowerCase() === 'immutableid',
  };
}

/** What Graph confirms of a `Prefer` header. */
export function preferenceApplied(request: Pick<GraphRequest, 'headers'>): Record<string, string> {
  const prefer = readPreferences(request.headers.prefer);
  const applied = [
    ['outlook.timezone', prefer.get('outlook.timezone')],
    ['outlook.body-content-type', prefer.get('outlook.body-content-type')],
    ['odata.maxpagesize', prefer.get('odata.maxpagesize')],
  ].flatMap(([name, value]) =>
    name === undefined || value === undefined
      ? []
      : [/^\d+$/.test(value) ? `${name}=${value}` : `${name}="${value}"`],
  );
  // A zone's name goes back into a header: only printable ASCII.
  const text = applied.join(', ').replaceAll(/[^\x20-\x7e]/g, '');
  return text === '' ? {} : { 'preference-applied': text };
}
