import type { ShelfPort } from '#ports/shelf.ts';
import type { KeyValueStore } from './createDeviceMemory.ts';

/** What belongs to one account, and a way to forget it all. */
export interface Shelf extends ShelfPort {
  forgetAll(): void;
}

const prefix = 'mentor-meetings-notes';
/** Longest draft in UTF-16 units: a whole season of both kinds of notes, many times over. */
const longestDraft = 1_500_000;

/**
 * Drafts in the browser's store, which writes before it returns; copies of files in its database, which holds more. Each account's apart. Where the browser refuses
 * both (third-party frames), they live as long as the page.
 */
export function createShelf(
  store: KeyValueStore,
  database: IDBFactory | undefined,
  accountKey: () => string | undefined,
): Shelf {
  const copies = new Map<string, string>();
  const startOf = (): string | undefined => {
    const account = accountKey();
    return account === undefined ? undefined : `${prefix}/${account}/`;
  };
  const names = (start: string): readonly string[] =>
    Array.from({ length: store.length }, (_, index) => store.key(index)).filter(
      (name): name is string => name?.startsWith(start) === true,
    );

  return {
    drafts(start) {
      const own = startOf();
      if (own === undefined) return [];
      return names(`${own}${start}`).flatMap((name) => {
        const text = store.getItem(name);
        return text === null ? [] : [{ name: name.slice(own.length), text }];
      });
    },
    keepDraft(name, text) {
      const own = startOf();
      if (own === undefined || text.length > longestDraft) return false;
      try {
        store.setItem(`${own}${name}`, text);
        return true;
      } catch {
        // The browser's quota is used up; what an earlier call kept is still there.
        return false;
      }
    },
    dropDraft(name) {
      const own = startOf();
      if (own !== undefined) store.removeItem(`${own}${name}`);
    },
    async copy(name) {
      const own = startOf();
      if (own === undefined) return undefined;
      const held = copies.get(`${own}${name}`);
      if (held !== undefined || database === undefined) return held;
      const found: unknown = await inDatabase(database, 'readonly', (files) => files.get(`${own}${name}`));
      return typeof found === 'string' ? found : undefined;
    },
    async keepCopy(name, text) {
      const own = startOf();
      if (own === undefined) return;
      if (database === undefined) copies.set(`${own}${name}`, text);
      else await inDatabase(database, 'readwrite', (files) => files.put(text, `${own}${name}`));
    },
    hasUnsaved() {
      const own = startOf();
      return (
        own !== undefined && names(own).some((name) => store.getItem(name)?.startsWith(sentStart) === false)
      );
    },
    forgetAll() {
      const own = startOf();
      if (own === undefined) return;
      for (const name of names(own)) store.removeItem(name);
      for (const name of copies.keys()) if (name.startsWith(own)) copies.delete(name);
      if (database !== undefined)
        void inDatabase(database, 'readwrite', (files) =>
          files.delete(IDBKeyRange.bound(own, `${own}\uFFFF`)),
        );
    },
  };
}

/** How a draft begins that OneDrive has taken and that is kept until it was seen there. */
const sentStart = '{"sent":true';
const databaseName = 'mentor-meetings-notes';
const filesStore = 'files';

/** Opened once for all requests; undefined where the browser has none. */
const opened = new WeakMap<IDBFactory, Promise<IDBDatabase | undefined>>();

function openDatabase(factory: IDBFactory): Promise<IDBDatabase | undefined> {
  const known = opened.get(factory);
  if (known !== undefined) return known;
  const opening = new Promise<IDBDatabase | undefined>((resolve) => {
    try {
      const request = factory.open(databaseName, 1);
      request.addEventListener('upgradeneeded', () => request.result.createObjectStore(filesStore));
      request.addEventListener('success', () => {
        // Another page may want to delete or renew it.
        request.result.addEventListener('versionchange', () => request.result.close());
        resolve(request.result);
      });
      request.addEventListener('error', () => resolve(undefined));
      request.addEventListener('blocked', () => resolve(undefined));
    } catch {
      resolve(undefined);
    }
  });
  opened.set(factory, opening);
  return opening;
}

/** One request in a transaction of its own; undefined when the browser has no room or no database: copies are a convenience. */
async function inDatabase(
  factory: IDBFactory,
  mode: IDBTransactionMode,
  ask: (files: IDBObjectStore) => IDBRequest,
): Promise<unknown> {
  const database = await openDatabase(factory);
  if (database === undefined) return undefined;
  return new Promise((resolve) => {
    try {
      const transaction = database.transaction(filesStore, mode);
      const request = ask(transaction.objectStore(filesStore));
      transaction.addEventListener('complete', () => resolve(request.result));
      transaction.addEventListener('abort', () => resolve(undefined));
    } catch {
      // Closed by the browser meanwhile.
      opened.delete(factory);
      resolve(undefined);
    }
  });
}
