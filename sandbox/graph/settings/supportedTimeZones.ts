import { badRequest, GraphFailure } from '../graphFailure.ts';
import { openMailbox } from '../mailbox/openMailbox.ts';
import { documentedIanaNames, windowsZoneNames } from '../time/zones.ts';
import type { GraphServices, Operation } from '../types.ts';

/** `GET …/outlook/supportedTimeZones`, also as a function with `TimeZoneStandard='Windows'` or `'Iana'`. */
export const supportedTimeZones =
  ({ store }: Pick<GraphServices, 'store'>): Operation =>
  (request) => {
    const called = request.params.function ?? '';
    const match =
      /^supportedTimeZones(?:\(\s*TimeZoneStandard\s*=\s*(?:microsoft\.graph\.timeZoneStandard)?'(\w+)'\s*\))?$/i.exec(
        called,
      );
    if (!match)
      throw new GraphFailure(
        501,
        'NotImplemented',
        `The sandbox does not know this call: ${request.method} ${request.path}`,
      );
    openMailbox(store, request);
    const standard = (match[1] ?? 'Windows').toLowerCase();
    if (standard !== 'windows' && standard !== 'iana')
      throw badRequest(
        `The value '${match[1] ?? ''}' is not valid for TimeZoneStandard.`,
        'ErrorInvalidParameter',
      );
    const names = standard === 'iana' ? documentedIanaNames : windowsZoneNames();
    return {
      status: 200,
      body: {
        '@odata.context': `${request.base}/$metadata#Collection(microsoft.graph.timeZoneInformation)`,
        value: names.map((alias) => ({ alias, displayName: alias })),
      },
    };
  };
