import type { GraphCaller } from '../graphCaller.ts';
import { listIn, textIn } from '../members.ts';
import type { EventItem, MessageItem } from '../outlook/openItem.ts';
import { readBody } from '../outlook/readEvent.ts';
import { coercionOf } from './bodyCalls.ts';
import { done, hostErrors, refused, type HostCalls } from './hostAnswer.ts';

const folders: Readonly<Record<string, string>> = {
  inbox: 'inbox',
  junk: 'junkemail',
  deletedItems: 'deleteditems',
};

/** What an item that is open for reading answers. */
export function readCalls(graph: GraphCaller, item: EventItem | MessageItem): HostCalls {
  const path = `/me/${item.kind === 'event' ? 'events' : 'messages'}/${encodeURIComponent(item.id)}`;
  let { categories } = item;
  const setCategories = async (next: readonly string[]): Promise<ReturnType<typeof done>> => {
    categories = next;
    await graph('PATCH', path, { body: { categories } });
    return done();
  };
  return {
    37: async (params) => done(await readBody(graph, item, coercionOf(params))),
    101: async (params) => {
      const destinationId = folders[textIn(params, 'destinationFolder')];
      if (item.kind === 'event' || destinationId === undefined)
        return refused(hostErrors.operationNotSupported);
      await graph('POST', `${path}/move`, { body: { destinationId } });
      return done();
    },
    154: () => done(item.kind === 'event' ? item.places : []),
    157: () => done(categories.map((displayName) => ({ displayName, color: 'Preset0' }))),
    158: (params) =>
      setCategories([...new Set([...categories, ...listIn(params, 'categories').map(String)])]),
    159: (params) => {
      const gone = listIn(params, 'categories');
      return setCategories(categories.filter((name) => !gone.includes(name)));
    },
    168: () => done(''),
  };
}
