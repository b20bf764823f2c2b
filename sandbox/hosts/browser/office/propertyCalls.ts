import { callHost } from '../callHost.ts';
import type { GraphCaller } from '../graphCaller.ts';
import { listIn, membersIn, membersOf, textIn } from '../members.ts';
import type { OpenItem } from '../outlook/openItem.ts';
import { eventPath } from '../outlook/form/formGraph.ts';
import { done, hostErrors, refused, type HostCalls } from './hostAnswer.ts';

/** Where Outlook keeps the custom properties of an add-in: a named property of the item (MS-OXCEXT). */
export function customPropertyId(addInId: string): string {
  return `String {00020329-0000-0000-C000-000000000046} Name cecp-${addInId}`;
}

/** What the sandbox keeps for an add-in outside of Graph: settings of the mailbox, properties of messages. */
export interface AddInStore {
  read(key: string): Promise<string>;
  write(key: string, value: string): Promise<void>;
}

export function createAddInStore(hostKey: string): AddInStore {
  return {
    read: async (key) => textIn(membersOf(await callHost(hostKey, 'settings', { key })), 'value'),
    write: async (key, value) => void (await callHost(hostKey, 'settings', { key, value })),
  };
}

const roamingKey = 'roaming settings';

/** The add-in's settings in the mailbox; each value as JSON. */
export async function readRoamingSettings(store: AddInStore): Promise<Readonly<Record<string, string>>> {
  const text = await store.read(roamingKey);
  return text === '' ? {} : textsOf(JSON.parse(text));
}

function textsOf(value: unknown): Readonly<Record<string, string>> {
  return Object.fromEntries(
    [...membersOf(value)].flatMap(([name, text]) =>
      typeof text === 'string' ? [[name, text] as const] : [],
    ),
  );
}

interface PropertyParts {
  readonly graph: GraphCaller;
  readonly store: AddInStore;
  readonly addInId: string;
  readonly item: () => OpenItem | undefined;
  readonly onRoamingSettings: (settings: Readonly<Record<string, string>>) => void;
}

/** Custom properties of the open item, and the settings of the mailbox. */
export function propertyCalls({ graph, store, addInId, item, onRoamingSettings }: PropertyParts): HostCalls {
  const id = customPropertyId(addInId);

  async function ofEvent(eventId: string): Promise<string> {
    const query = new URLSearchParams({
      $select: 'id',
      $expand: `singleValueExtendedProperties($filter=id eq '${id}')`,
    });
    const event = membersOf(await graph('GET', `${eventPath(eventId)}?${query.toString()}`));
    return textIn(membersOf(listIn(event, 'singleValueExtendedProperties')[0]), 'value');
  }

  async function load(open: OpenItem): Promise<string> {
    if (open.kind === 'message') return store.read(`properties ${open.id}`);
    if (open.kind === 'form') {
      if (open.extendedProperty !== undefined) return open.extendedProperty.value;
      return open.id === undefined ? '' : ofEvent(open.id);
    }
    return ofEvent(open.id);
  }

  async function save(open: OpenItem, value: string): Promise<void> {
    if (open.kind === 'message') await store.write(`properties ${open.id}`, value);
    else if (open.kind === 'form') open.extendedProperty = { id, value };
    else
      await graph('PATCH', eventPath(open.id), { body: { singleValueExtendedProperties: [{ id, value }] } });
  }

  return {
    3: async () => {
      const open = item();
      if (open === undefined) return refused(hostErrors.itemNotFound);
      return { wasSuccessful: true, customProperties: (await load(open)) || '{}' };
    },
    4: async (params) => {
      const open = item();
      if (open === undefined) return refused(hostErrors.itemNotFound);
      await save(open, JSON.stringify(Object.fromEntries(membersIn(params, 'customProperties'))));
      return done();
    },
    404: async (params) => {
      // The one argument of the call, in a list.
      const settings = textsOf(params.get('0'));
      await store.write(roamingKey, JSON.stringify(settings));
      onRoamingSettings(settings);
      return done();
    },
  };
}
