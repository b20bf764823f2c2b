import { badRequest } from '../graphFailure.ts';
import { formatId, readFormattedId, type IdFormat } from '../ids.ts';
import { openOwnMailbox } from '../mailbox/openMailbox.ts';
import { readParameters, textOf, textsOf } from '../odata/readEntity.ts';
import type { GraphServices, Operation } from '../types.ts';

const formats: readonly IdFormat[] = [
  'entryId',
  'ewsId',
  'immutableEntryId',
  'restId',
  'restImmutableEntryId',
];
const mostIds = 1000;

/** `POST …/translateExchangeIds`: up to 1,000 ids of one's own mailbox; one that cannot be read gets its own error. */
export const translateExchangeIds =
  ({ store }: Pick<GraphServices, 'store'>): Operation =>
  (request) => {
    const mailbox = openOwnMailbox(store, request);
    const parameters = readParameters(
      { inputIds: 'string[]', sourceIdType: 'string', targetIdType: 'string' },
      request.body,
    );
    const ids = textsOf(parameters, 'inputIds') ?? [];
    if (ids.length === 0 || ids.length > mostIds)
      throw badRequest(`The number of ids must be between 1 and ${mostIds}.`, 'ErrorInvalidParameter');
    const [source, target] = ['sourceIdType', 'targetIdType'].map((name) =>
      formatOf(textOf(parameters, name)),
    );
    return {
      status: 200,
      body: {
        '@odata.context': `${request.base}/$metadata#Collection(microsoft.graph.convertIdResult)`,
        value: ids.map((sourceId) => {
          const ref = source && readFormattedId(sourceId, source);
          return ref?.mailbox === mailbox.id && target
            ? { sourceId, targetId: formatId(ref, target) }
            : { sourceId, errorDetails: { code: 'ErrorInvalidIdMalformed', message: 'Id is malformed.' } };
        }),
      },
    };
  };

function formatOf(text: string | undefined): IdFormat {
  const format = formats.find((known) => known.toLowerCase() === text?.toLowerCase());
  if (!format) throw badRequest('The id type is not valid.', 'ErrorInvalidParameter');
  return format;
}
