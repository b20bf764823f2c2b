import { openOwnMailbox } from '../mailbox/openMailbox.ts';
import type { GraphServices, Operation } from '../types.ts';

/** The colours every new mailbox has. */
const categories = ['Red', 'Orange', 'Yellow', 'Green', 'Blue', 'Purple'];
const presets = [0, 1, 3, 4, 7, 8];

/** `GET …/outlook/masterCategories`: those of a new mailbox. */
export const listMasterCategories =
  ({ store }: Pick<GraphServices, 'store'>): Operation =>
  (request) => {
    const { owner } = openOwnMailbox(store, request);
    return {
      status: 200,
      body: {
        '@odata.context': `${request.base}/$metadata#users('${owner.id}')/outlook/masterCategories`,
        value: categories.map((name, index) => ({
          id: `5e8f9c10-0000-4000-8000-00000000000${index}`,
          displayName: `${name} category`,
          color: `preset${presets[index] ?? 0}`,
        })),
      },
    };
  };
